//! What the answers of a site already say about the controls of a framework beside IEC 62443. Nothing is averaged:
//! the weakest linked requirement is shown, and how many are answered.

use super::{Counts, Posture};
use crate::answer::{ProgrammeRating, Rating, weakest};
use crate::maturity::Maturity;
use crate::pack::{Pack, PackScale};
use crate::plan::Unit;
use crate::word_list;

/// How one requirement stands over the whole site.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RequirementStanding {
    /// [`Pack::id`].
    pub pack: String,
    /// [`crate::pack::Requirement::id`].
    pub requirement: String,
    /// How it stands.
    pub standing: Standing,
}

/// How a requirement stands, by the scale of its pack.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Standing {
    /// In each zone and conduit whose SL-T demands it, in the order of the posture.
    Technical(Vec<StandingUnit>),
    /// For the site.
    Programme(ProgrammeRating),
}

/// How a technical requirement stands in one unit that must have it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StandingUnit {
    /// The unit.
    pub unit: Unit,
    /// Its name.
    pub name: String,
    /// The rating there.
    pub rating: Rating,
}

impl RequirementStanding {
    /// True when the site must answer it at all: a technical requirement that no SL-T demands is not asked.
    pub fn is_asked(&self) -> bool {
        match &self.standing {
            Standing::Technical(units) => !units.is_empty(),
            Standing::Programme(_) => true,
        }
    }

    /// True when it is asked and nothing about it is open.
    pub fn is_answered(&self) -> bool {
        match &self.standing {
            Standing::Technical(units) => {
                !units.is_empty() && units.iter().all(|unit| unit.rating != Rating::Open)
            }
            Standing::Programme(rating) => *rating != ProgrammeRating::Open,
        }
    }

    /// True when at least one answer was given.
    pub fn is_begun(&self) -> bool {
        match &self.standing {
            Standing::Technical(units) => units.iter().any(|unit| unit.rating != Rating::Open),
            Standing::Programme(rating) => *rating != ProgrammeRating::Open,
        }
    }

    /// The rating that decides over all units that must have it; `None` in programmes and where no unit must.
    pub fn weakest(&self) -> Option<Rating> {
        match &self.standing {
            Standing::Technical(units) if !units.is_empty() => {
                Some(weakest(units.iter().map(|unit| unit.rating)))
            }
            _ => None,
        }
    }

    /// How many units have which rating.
    pub fn counts(&self) -> Counts {
        let mut counts = Counts::default();
        if let Standing::Technical(units) = &self.standing {
            units.iter().for_each(|unit| counts.add(unit.rating));
        }
        counts
    }
}

/// How every requirement of these packs stands, in their order. Packs that ask single components are passed over: a
/// site does not answer them.
pub fn requirement_standings(posture: &Posture, packs: &[&Pack]) -> Vec<RequirementStanding> {
    let mut standings = Vec::new();
    for pack in packs {
        let of = |requirement: &str, standing| RequirementStanding {
            pack: pack.id.clone(),
            requirement: requirement.to_owned(),
            standing,
        };
        match (pack.scale, &posture.programme) {
            (PackScale::Technical, _) => standings.extend(pack.requirements.iter().map(|one| {
                of(
                    &one.id,
                    Standing::Technical(units_that_must(posture, &one.id)),
                )
            })),
            (PackScale::Programme, Some(programme)) if programme.pack == pack.id => {
                standings.extend(
                    programme
                        .requirements
                        .iter()
                        .map(|(id, rating)| of(id, Standing::Programme(*rating))),
                );
            }
            _ => {}
        }
    }
    standings
}

fn units_that_must(posture: &Posture, requirement: &str) -> Vec<StandingUnit> {
    let in_unit = |unit: &super::UnitPosture| {
        let found = unit
            .requirements
            .iter()
            .find(|one| one.requirement == requirement && one.due)?;
        Some(StandingUnit {
            unit: unit.unit.clone(),
            name: unit.name.clone(),
            rating: found.rating,
        })
    };
    posture.units.iter().filter_map(in_unit).collect()
}

word_list! {
    /// How much the site has already said about a control.
    ControlState {
        /// Every linked requirement that is asked here is answered.
        Answered = "answered", "Answered";
        /// Some of them have answers.
        Started = "started", "Answered in part";
        /// None of them has an answer.
        Open = "open", "Not answered yet";
        /// They are linked, but no SL-T of this site demands them.
        Unasked = "unasked", "Not asked at this site";
        /// Only requirements on the same subject with another demand.
        Related = "related", "Same subject only";
        /// No requirement leads here.
        None = "none", "No counterpart";
    }
}

/// What the linked requirements say about one control.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ControlStanding {
    /// How much has been said.
    pub state: ControlState,
    /// How many of the requirements that count are asked here.
    pub asked: usize,
    /// How many of these are answered.
    pub answered: usize,
    /// The rating that decides over the technical ones; `None` without any that is asked.
    pub weakest: Option<Rating>,
    /// The lowest maturity of those of the programme that are rated.
    pub lowest: Option<Maturity>,
}

/// Sums up one control from the requirements whose links count, and whether others are merely related.
pub fn control_standing(counting: &[&RequirementStanding], is_related: bool) -> ControlStanding {
    let asked = || counting.iter().filter(|one| one.is_asked());
    let answered = asked().filter(|one| one.is_answered()).count();
    let state = match asked().count() {
        0 if counting.is_empty() && is_related => ControlState::Related,
        0 if counting.is_empty() => ControlState::None,
        0 => ControlState::Unasked,
        all if all == answered => ControlState::Answered,
        _ if asked().any(|one| one.is_begun()) => ControlState::Started,
        _ => ControlState::Open,
    };
    let ratings: Vec<Rating> = counting.iter().filter_map(|one| one.weakest()).collect();
    let levels = counting.iter().filter_map(|one| match one.standing {
        Standing::Programme(ProgrammeRating::Rated(level)) => Some(level),
        _ => None,
    });
    ControlStanding {
        state,
        asked: asked().count(),
        answered,
        weakest: (!ratings.is_empty()).then(|| weakest(ratings.into_iter())),
        lowest: levels.min(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::id::ZoneId;

    fn technical(ratings: &[Rating]) -> RequirementStanding {
        let unit = |rating: &Rating| StandingUnit {
            unit: Unit::Zone(ZoneId::parse("a").expect("a is an id")),
            name: "A".to_owned(),
            rating: *rating,
        };
        RequirementStanding {
            pack: "t".to_owned(),
            requirement: "SR 1.1".to_owned(),
            standing: Standing::Technical(ratings.iter().map(unit).collect()),
        }
    }

    fn programme(rating: ProgrammeRating) -> RequirementStanding {
        RequirementStanding {
            pack: "p".to_owned(),
            requirement: "ORG 1.1".to_owned(),
            standing: Standing::Programme(rating),
        }
    }

    fn rated(level: u8) -> RequirementStanding {
        let level = Maturity::new(level).expect("0 to 4");
        programme(ProgrammeRating::Rated(level))
    }

    /// Linked requirements, whether others are related, state, asked, answered.
    type Case = (Vec<RequirementStanding>, bool, ControlState, usize, usize);

    #[test]
    fn a_control_says_how_much_of_what_is_asked_here_is_answered() {
        let open = || programme(ProgrammeRating::Open);
        let cases: Vec<Case> = vec![
            (vec![], false, ControlState::None, 0, 0),
            (vec![], true, ControlState::Related, 0, 0),
            (vec![technical(&[])], true, ControlState::Unasked, 0, 0),
            (
                vec![technical(&[Rating::Open]), open()],
                false,
                ControlState::Open,
                2,
                0,
            ),
            (
                vec![technical(&[Rating::Open, Rating::Met])],
                false,
                ControlState::Started,
                1,
                0,
            ),
            (vec![rated(3), open()], false, ControlState::Started, 2, 1),
            (
                vec![rated(3), technical(&[])],
                false,
                ControlState::Answered,
                1,
                1,
            ),
            (
                vec![rated(0), technical(&[Rating::NotMet])],
                true,
                ControlState::Answered,
                2,
                2,
            ),
        ];
        for (counting, is_related, state, asked, answered) in cases {
            let counting: Vec<_> = counting.iter().collect();
            let found = control_standing(&counting, is_related);
            let is = (found.state, found.asked, found.answered);
            assert_eq!(is, (state, asked, answered), "{counting:?}");
        }
    }

    #[test]
    fn the_weakest_rating_and_the_lowest_maturity_decide_and_never_a_mean() {
        let all = [
            technical(&[Rating::Met, Rating::Met, Rating::NotMet]),
            technical(&[Rating::Met]),
            rated(4),
            rated(1),
            programme(ProgrammeRating::NotApplicable),
        ];
        let found = control_standing(&all.iter().collect::<Vec<_>>(), false);
        assert_eq!(found.weakest, Some(Rating::NotMet));
        assert_eq!(found.lowest, Maturity::new(1));
        assert_eq!(all[0].counts().met, 2);
    }
}
