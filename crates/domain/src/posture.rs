//! Posture: SL-A, possible SL-A, gap, maturity and progress. The one place where these numbers are computed.

mod coverage;
mod programme;
mod technical;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use crate::answer::{Answer, AnswerKey, ProgrammeRating, Rating, Scope};
use crate::fact::ScopingFact;
use crate::level::{Fr, Level, LevelVector};
use crate::maturity::Maturity;
use crate::pack::{Pack, PackScale};
use crate::plan::{Conduit, Nesting, Unit, Zone};
use crate::snapshot::SiteSnapshot;

pub use coverage::{
    ControlStanding, ControlState, RequirementStanding, Standing, StandingUnit, control_standing,
    requirement_standings,
};
pub use programme::programme_posture;
pub use technical::{scopes_for, unit_posture};

/// Posture of one site against its packs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Posture {
    /// Zones by name, then conduits by name; only what lies inside the system under consideration.
    pub units: Vec<UnitPosture>,
    /// The programme, when a programme pack is in use.
    pub programme: Option<ProgrammePosture>,
}

impl Posture {
    /// The unit with the largest gap in any FR, then with the most FRs that fall short; `None` when no gap is known.
    pub fn worst(&self) -> Option<&UnitPosture> {
        let key = |unit: &UnitPosture| {
            let gap = unit.gap()?;
            (!gap.is_zero()).then(|| {
                (
                    gap.highest(),
                    gap.numbers().iter().filter(|n| **n > 0).count(),
                )
            })
        };
        let mut worst: Option<&UnitPosture> = None;
        for unit in self.units.iter().filter(|unit| key(unit).is_some()) {
            if worst.is_none_or(|w| key(unit) > key(w)) {
                worst = Some(unit);
            }
        }
        worst
    }

    /// The posture of this unit, if it is assessed.
    pub fn find_unit(&self, unit: &Unit) -> Option<&UnitPosture> {
        self.units.iter().find(|posture| posture.unit == *unit)
    }
}

/// Posture of one zone or conduit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnitPosture {
    /// The unit.
    pub unit: Unit,
    /// Its name.
    pub name: String,
    /// SL-T, when set.
    pub target: Option<LevelVector>,
    /// One entry per FR in the order of [`Fr::ALL`].
    pub frs: Vec<FrPosture>,
    /// One entry per requirement of the technical pack, in its order.
    pub requirements: Vec<RequirementPosture>,
}

impl UnitPosture {
    /// SL-A.
    pub fn achieved(&self) -> LevelVector {
        self.vector(|fr| fr.achieved)
    }

    /// SL-A if every open requirement turned out to be met.
    pub fn possible(&self) -> LevelVector {
        self.vector(|fr| fr.possible)
    }

    /// SL-T − SL-A where positive; `None` without SL-T.
    pub fn gap(&self) -> Option<LevelVector> {
        Some(self.target?.gap_to(&self.achieved()))
    }

    /// True when SL-T is set and no FR falls short.
    pub fn meets_target(&self) -> bool {
        self.gap().is_some_and(|gap| gap.is_zero())
    }

    /// Counts over all FRs of what is due.
    pub fn due(&self) -> Counts {
        self.frs
            .iter()
            .fold(Counts::default(), |sum, fr| sum.plus(&fr.due))
    }

    fn vector(&self, level: impl Fn(&FrPosture) -> Level) -> LevelVector {
        let mut vector = LevelVector::default();
        for posture in &self.frs {
            vector.set(posture.fr, level(posture));
        }
        vector
    }
}

/// Posture of one FR in one unit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FrPosture {
    /// The FR.
    pub fr: Fr,
    /// SL-T, when set.
    pub target: Option<Level>,
    /// SL-A.
    pub achieved: Level,
    /// Possible SL-A.
    pub possible: Level,
    /// How many open requirements stand between SL-A and possible SL-A.
    pub open_to_possible: usize,
    /// Ratings of the requirements that are due here.
    pub due: Counts,
}

/// How many requirements have which rating.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Counts {
    /// Met.
    pub met: usize,
    /// Partly met.
    pub partly_met: usize,
    /// Not met.
    pub not_met: usize,
    /// Compensated.
    pub compensated: usize,
    /// Not applicable.
    pub not_applicable: usize,
    /// Open.
    pub open: usize,
}

impl Counts {
    /// Counts one more.
    pub fn add(&mut self, rating: Rating) {
        let place = match rating {
            Rating::Met => &mut self.met,
            Rating::PartlyMet => &mut self.partly_met,
            Rating::NotMet => &mut self.not_met,
            Rating::Compensated => &mut self.compensated,
            Rating::NotApplicable => &mut self.not_applicable,
            Rating::Open => &mut self.open,
        };
        *place += 1;
    }

    /// All of them.
    pub const fn total(&self) -> usize {
        self.answered() + self.open
    }

    /// All but the open ones.
    pub const fn answered(&self) -> usize {
        self.met + self.partly_met + self.not_met + self.compensated + self.not_applicable
    }

    /// Both together.
    #[must_use]
    pub const fn plus(&self, other: &Self) -> Self {
        Self {
            met: self.met + other.met,
            partly_met: self.partly_met + other.partly_met,
            not_met: self.not_met + other.not_met,
            compensated: self.compensated + other.compensated,
            not_applicable: self.not_applicable + other.not_applicable,
            open: self.open + other.open,
        }
    }
}

/// How one requirement stands in one unit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RequirementPosture {
    /// [`crate::pack::Requirement::id`].
    pub requirement: String,
    /// Its FR.
    pub fr: Fr,
    /// First level that demands it.
    pub from: Level,
    /// True when SL-T of its FR demands it.
    pub due: bool,
    /// Its rating.
    pub rating: Rating,
    /// Where the answer that counts was given; `None` without one.
    pub answered_at: Option<Scope>,
    /// The fact whose absence in the unit makes it not applicable; then no answer counts.
    pub void_by: Option<ScopingFact>,
}

/// Posture of the programme.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProgrammePosture {
    /// The pack.
    pub pack: String,
    /// One entry per section (SPE), in the order of the pack.
    pub sections: Vec<GroupMaturity>,
    /// One entry per group (element), in the order of the pack.
    pub groups: Vec<GroupMaturity>,
    /// Requirement id and how it stands, in the order of the pack.
    pub requirements: Vec<(String, ProgrammeRating)>,
}

/// Maturity of an element or an SPE: the lowest decides.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GroupMaturity {
    /// `ORG 1` or `SPE 1`.
    pub id: String,
    /// Short title.
    pub title: String,
    /// Lowest level with open requirements counted as ML 0; `None` when nothing applies.
    pub reached: Option<Maturity>,
    /// Lowest level with open requirements counted as ML 4; `None` when nothing applies.
    pub possible: Option<Maturity>,
    /// How many requirements stand at ML 0 … 4.
    pub profile: [usize; 5],
    /// How many are open.
    pub open: usize,
    /// How many do not apply.
    pub not_applicable: usize,
}

/// Answers by key.
pub type AnswerIndex<'a> = BTreeMap<&'a AnswerKey, &'a Answer>;

/// Posture of a whole site. Of several packs of one scale the first counts; requirements unknown to the packs are passed over.
pub fn posture(snapshot: &SiteSnapshot, packs: &[&Pack]) -> Posture {
    posture_of_parts(
        &snapshot.zones,
        &snapshot.conduits,
        &snapshot.answers,
        packs,
    )
}

/// [`posture`] from the parts of a site that it depends on, for callers that do not hold a whole snapshot.
pub fn posture_of_parts(
    zones: &[Zone],
    conduits: &[Conduit],
    answers: &[Answer],
    packs: &[&Pack],
) -> Posture {
    let answers: AnswerIndex<'_> = answers.iter().map(|answer| (&answer.key, answer)).collect();
    let find = |scale| packs.iter().copied().find(|pack| pack.scale == scale);
    let units = find(PackScale::Technical)
        .map(|pack| technical_units(zones, conduits, pack, &answers))
        .unwrap_or_default();
    let programme = find(PackScale::Programme).map(|pack| programme_posture(pack, &answers));
    Posture { units, programme }
}

fn technical_units(
    zones: &[Zone],
    conduits: &[Conduit],
    pack: &Pack,
    answers: &AnswerIndex<'_>,
) -> Vec<UnitPosture> {
    let nesting = Nesting::of(zones);
    let of_zones = zones
        .iter()
        .filter(|zone| zone.kind.is_assessed())
        .map(|zone| {
            let unit = Unit::Zone(zone.id.clone());
            let scopes = scopes_for(&unit, &[], &nesting);
            unit_posture(
                unit,
                &zone.name,
                zone.target.as_ref().map(|t| t.levels),
                &zone.facts,
                &scopes,
                pack,
                answers,
            )
        });
    let of_conduits = conduits.iter().map(|conduit| {
        let unit = Unit::Conduit(conduit.id.clone());
        let scopes = scopes_for(&unit, &conduit.ends, &nesting);
        unit_posture(
            unit,
            &conduit.name,
            conduit.target.as_ref().map(|t| t.levels),
            &conduit.facts,
            &scopes,
            pack,
            answers,
        )
    });
    of_zones.chain(of_conduits).collect()
}
