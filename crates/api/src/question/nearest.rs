//! Which answer holds at a scope.

use zonewright_domain::answer::{Answer, AnswerKey, Scope};
use zonewright_domain::pack::{Pack, Requirement};
use zonewright_domain::plan::{Nesting, Unit};
use zonewright_domain::posture::scopes_for;

use crate::app::App;
use crate::posture::read_unit;
use crate::problem::Problem;

/// The answer that holds at a scope now, wherever it was given; `None` when nobody answered.
pub(super) fn holding_at(
    app: &App,
    pack: &Pack,
    requirement: &Requirement,
    scope: &Scope,
) -> Result<Option<Answer>, Problem> {
    let Scope::Unit(unit) = scope else {
        return nearest_at(app, pack, requirement, scope).map(Some);
    };
    let (posture, answers) = read_unit(app, unit, pack)?;
    let state = posture
        .requirements
        .iter()
        .find(|state| state.requirement == requirement.id);
    let from = state.and_then(|state| state.answered_at.as_ref());
    Ok(answers
        .into_iter()
        .find(|answer| answer.key.requirement == requirement.id && Some(&answer.key.scope) == from))
}

/// The answer that holds at a scope: its own, else the nearest wider one; an empty one when nobody answered.
pub(super) fn nearest_at(
    app: &App,
    pack: &Pack,
    requirement: &Requirement,
    scope: &Scope,
) -> Result<Answer, Problem> {
    let file = app.file()?;
    let scopes = match scope {
        Scope::Inside(zone) => {
            let unit = Unit::Zone(zone.clone());
            let around = file.zones_around(std::slice::from_ref(zone))?;
            let mut scopes = scopes_for(&unit, &[], &Nesting::of(&around));
            // What holds for the zone alone does not hold for what lies inside it.
            scopes.retain(|wider| !matches!(wider, Scope::Unit(_)));
            scopes
        }
        Scope::Site | Scope::Unit(_) => vec![scope.clone()],
    };
    let answers = file.answers_for(&pack.id, &scopes)?;
    let at = |scope: &Scope| {
        answers.iter().find(|answer| {
            answer.key.requirement == requirement.id
                && answer.key.scope == *scope
                && !answer.is_silent()
        })
    };
    let nearest = scopes.iter().find_map(at).cloned();
    Ok(nearest.unwrap_or_else(|| {
        Answer::empty(AnswerKey {
            pack: pack.id.clone(),
            requirement: requirement.id.clone(),
            scope: scope.clone(),
        })
    }))
}
