//! SL-A of a unit (product rule: the weakest requirement decides, level by level).

use super::{AnswerIndex, Counts, FrPosture, RequirementPosture, UnitPosture};
use crate::answer::{AnswerKey, Rating, Scope};
use crate::fact::Facts;
use crate::id::ZoneId;
use crate::level::{Fr, Level, LevelVector};
use crate::pack::Pack;
use crate::plan::{Nesting, Unit};

/// The scopes that reach a unit, nearest first: the unit itself, each zone around it, the site. `ends` are the
/// ends of a conduit (a conduit lies in the zones that hold all of its ends); empty for a zone.
pub fn scopes_for(unit: &Unit, ends: &[ZoneId], nesting: &Nesting) -> Vec<Scope> {
    let around = match unit {
        Unit::Zone(zone) => nesting.outwards(zone),
        Unit::Conduit(_) => nesting.around(ends),
    };
    std::iter::once(Scope::Unit(unit.clone()))
        .chain(around.into_iter().map(Scope::Inside))
        .chain(std::iter::once(Scope::Site))
        .collect()
}

/// Posture of one unit. `scopes` nearest first, as [`scopes_for`] gives them; `answers` may hold others too.
///
/// A requirement whose fact is absent in the unit is not applicable there. Only the unit's own answer is nearer than
/// the fact, so that a person can overrule it; answers for the site or for a zone around it are farther.
pub fn unit_posture(
    unit: Unit,
    name: &str,
    target: Option<LevelVector>,
    facts: &Facts,
    scopes: &[Scope],
    pack: &Pack,
    answers: &AnswerIndex<'_>,
) -> UnitPosture {
    let own = Scope::Unit(unit.clone());
    let mut requirements = Vec::with_capacity(pack.requirements.len());
    let mut key = AnswerKey {
        pack: pack.id.clone(),
        requirement: String::new(),
        scope: Scope::Site,
    };
    for requirement in &pack.requirements {
        let Some(demand) = requirement.demand else {
            continue;
        };
        key.requirement.clone_from(&requirement.id);
        let nearest = scopes.iter().find_map(|scope| {
            key.scope.clone_from(scope);
            answers.get(&key).filter(|answer| !answer.is_silent())
        });
        let overruled = nearest.is_some_and(|answer| answer.key.scope == own);
        let void_by = requirement
            .needs
            .filter(|fact| !overruled && facts.is_absent(*fact));
        let nearest = nearest.filter(|_| void_by.is_none());
        let unanswered = match void_by {
            Some(_) => Rating::NotApplicable,
            None => Rating::Open,
        };
        requirements.push(RequirementPosture {
            requirement: requirement.id.clone(),
            fr: demand.fr,
            from: demand.from,
            due: target.is_some_and(|target| demand.from <= target.get(demand.fr)),
            rating: nearest.map_or(unanswered, |answer| answer.rating(requirement)),
            answered_at: nearest.map(|answer| answer.key.scope.clone()),
            void_by,
        });
    }
    let frs = Fr::ALL
        .into_iter()
        .map(|fr| fr_posture(fr, target.map(|t| t.get(fr)), &requirements))
        .collect();
    UnitPosture {
        unit,
        name: name.to_owned(),
        target,
        frs,
        requirements,
    }
}

fn fr_posture(fr: Fr, target: Option<Level>, requirements: &[RequirementPosture]) -> FrPosture {
    let of_fr = || {
        requirements
            .iter()
            .filter(|requirement| requirement.fr == fr)
    };
    let mut due = Counts::default();
    of_fr()
        .filter(|requirement| requirement.due)
        .for_each(|requirement| due.add(requirement.rating));
    let achieved = highest_level(of_fr(), Rating::satisfies);
    let possible = highest_level(of_fr(), Rating::may_satisfy);
    let open_to_possible = of_fr()
        .filter(|requirement| requirement.from <= possible && requirement.rating == Rating::Open)
        .count();
    FrPosture {
        fr,
        target,
        achieved,
        possible,
        open_to_possible,
        due,
    }
}

/// The highest level below which, and at which, every requirement passes; an FR without requirements reaches none.
fn highest_level<'a>(
    requirements: impl Iterator<Item = &'a RequirementPosture> + Clone,
    passes: fn(Rating) -> bool,
) -> Level {
    if requirements.clone().next().is_none() {
        return Level::ZERO;
    }
    let first_failure = requirements
        .filter(|requirement| !passes(requirement.rating))
        .map(|r| r.from)
        .min();
    match first_failure {
        None => Level::MAX,
        Some(level) => Level::new(level.number().saturating_sub(1)).unwrap_or_default(),
    }
}
