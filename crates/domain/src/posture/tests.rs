//! Tables of cases and properties of the posture rules.
#![allow(clippy::unwrap_used)]

mod facts;

use proptest::prelude::*;

use super::*;
use crate::answer::{Answer, AnswerKey, Overrule, Rating, Scope};
use crate::fact::Facts;
use crate::id::ZoneId;
use crate::pack::{Choice, Demand, Group, Outcome, Question, Requirement};

const RATINGS: [(&str, Rating); 3] = [
    ("yes", Rating::Met),
    ("partly", Rating::PartlyMet),
    ("no", Rating::NotMet),
];

fn question(id: &str, outcomes: &[(&str, Outcome)]) -> Question {
    let choices = outcomes.iter().map(|(id, outcome)| Choice {
        id: (*id).into(),
        text: (*id).into(),
        outcome: *outcome,
    });
    Question {
        id: id.into(),
        text: id.into(),
        choices: choices.collect(),
        ..Question::default()
    }
}

fn requirement(id: &str, group: &str, demand: Option<(Fr, u8)>, questions: usize) -> Requirement {
    let rated: Vec<_> = RATINGS
        .iter()
        .map(|(id, rating)| (*id, Outcome::Rating(*rating)))
        .collect();
    let levels = ["ml0", "ml1", "ml2", "ml3", "ml4"];
    let matured: Vec<_> = levels
        .iter()
        .zip(0..)
        .map(|(id, n)| (*id, Outcome::Maturity(Maturity::new(n).unwrap())))
        .collect();
    let outcomes = if demand.is_some() { rated } else { matured };
    Requirement {
        id: id.into(),
        title: id.into(),
        group: group.into(),
        demand: demand.map(|(fr, from)| Demand {
            fr,
            from: Level::new(from).unwrap(),
        }),
        questions: (0..questions)
            .map(|n| question(&format!("{id}.{n}"), &outcomes))
            .collect(),
        ..Requirement::default()
    }
}

fn pack(scale: PackScale, requirements: Vec<Requirement>) -> Pack {
    let group = |id: &str, section: &str| Group {
        id: id.into(),
        title: id.into(),
        section: section.into(),
        section_title: section.into(),
    };
    Pack {
        id: "p".into(),
        standard: "p".into(),
        title: "p".into(),
        version: "1".into(),
        sha256: String::new(),
        scale,
        groups: vec![
            group("E 1", "S 1"),
            group("E 2", "S 1"),
            group("E 3", "S 2"),
        ],
        requirements,
    }
}

fn rated(requirement: &str, scope: Scope, rating: Rating) -> Answer {
    let key = AnswerKey {
        pack: "p".into(),
        requirement: requirement.into(),
        scope,
    };
    let overrule = Some(Overrule {
        outcome: Outcome::Rating(rating),
        reason: "seen".into(),
    });
    Answer {
        overrule,
        ..Answer::empty(key)
    }
}

fn zone(id: &str) -> ZoneId {
    ZoneId::parse(id).unwrap()
}

/// FR 1 of one unit with requirements `(first level, rating)`; `target` for every FR.
fn fr1(requirements: &[(u8, Rating)], target: u8) -> FrPosture {
    let named: Vec<_> = requirements
        .iter()
        .enumerate()
        .map(|(n, (from, rating))| (format!("R {n}"), *from, *rating))
        .collect();
    let pack = pack(
        PackScale::Technical,
        named
            .iter()
            .map(|(id, from, _)| requirement(id, "E 1", Some((Fr::Iac, *from)), 1))
            .collect(),
    );
    let answers: Vec<_> = named
        .iter()
        .map(|(id, _, rating)| rated(id, Scope::Site, *rating))
        .collect();
    let index: AnswerIndex<'_> = answers.iter().map(|a| (&a.key, a)).collect();
    let target = Some(LevelVector::uniform(Level::new(target).unwrap()));
    unit_posture(
        Unit::Zone(zone("z")),
        "Z",
        target,
        &Facts::default(),
        &[Scope::Site],
        &pack,
        &index,
    )
    .frs
    .remove(0)
}

#[test]
fn the_weakest_requirement_decides_level_by_level() {
    use Rating::{Compensated, Met, NotApplicable, NotMet, Open, PartlyMet};
    /// Ratings by first level, then SL-A and possible SL-A.
    type Case = (&'static [(u8, Rating)], u8, u8);
    let cases: &[Case] = &[
        (&[(1, Met), (2, Met), (3, Met), (4, Met)], 4, 4),
        (&[(1, Met), (2, NotMet), (3, Met), (4, Met)], 1, 1),
        (&[(1, NotMet), (2, Met), (3, Met)], 0, 0),
        (&[(1, Open), (2, Met), (3, Met)], 0, 4),
        (&[(1, Met), (2, Open), (3, NotMet)], 1, 2),
        (&[(1, PartlyMet), (1, Met), (2, Met)], 0, 0),
        (
            &[(1, Compensated), (2, NotApplicable), (3, PartlyMet)],
            2,
            2,
        ),
        (&[(1, Met), (1, Met), (1, Met), (1, NotMet)], 0, 0),
        (&[(2, NotMet)], 1, 1),
        (&[(1, Met)], 4, 4),
        (&[], 0, 0),
    ];
    for (requirements, achieved, possible) in cases {
        let fr = fr1(requirements, 2);
        assert_eq!(
            (fr.achieved.number(), fr.possible.number()),
            (*achieved, *possible),
            "{requirements:?}"
        );
    }
}

#[test]
fn what_is_due_follows_from_the_target_alone() {
    use Rating::{Met, NotMet, Open};
    let all = [(1, Met), (2, Open), (3, NotMet), (4, NotMet)];
    for (target, met, open, not_met) in [
        (0, 0, 0, 0),
        (1, 1, 0, 0),
        (2, 1, 1, 0),
        (3, 1, 1, 1),
        (4, 1, 1, 2),
    ] {
        let due = fr1(&all, target).due;
        assert_eq!(
            (due.met, due.open, due.not_met),
            (met, open, not_met),
            "SL-T {target}"
        );
    }
}

#[test]
fn the_possible_level_names_how_many_open_answers_stand_before_it() {
    let fr = fr1(
        &[
            (1, Rating::Met),
            (2, Rating::Open),
            (3, Rating::Open),
            (4, Rating::NotMet),
        ],
        4,
    );
    assert_eq!(
        (
            fr.achieved.number(),
            fr.possible.number(),
            fr.open_to_possible
        ),
        (1, 3, 2)
    );
}

#[test]
fn the_nearest_answer_wins_and_a_bare_note_hides_nothing() {
    let inner = Unit::Zone(zone("inner"));
    let unit = || Scope::Unit(inner.clone());
    let scopes = [
        unit(),
        Scope::Inside(zone("inner")),
        Scope::Inside(zone("outer")),
        Scope::Site,
    ];
    let pack = pack(
        PackScale::Technical,
        vec![requirement("R", "E 1", Some((Fr::Iac, 1)), 1)],
    );
    let met = |scope| rated("R", scope, Rating::Met);
    let not_met = |scope| rated("R", scope, Rating::NotMet);
    let note = |scope| Answer {
        overrule: None,
        note: "later".into(),
        ..met(scope)
    };
    let cases: Vec<(Vec<Answer>, Rating, Option<Scope>)> = vec![
        (vec![], Rating::Open, None),
        (vec![met(Scope::Site)], Rating::Met, Some(Scope::Site)),
        (
            vec![met(Scope::Site), not_met(Scope::Inside(zone("outer")))],
            Rating::NotMet,
            Some(Scope::Inside(zone("outer"))),
        ),
        (
            vec![
                not_met(Scope::Inside(zone("outer"))),
                met(Scope::Inside(zone("inner"))),
            ],
            Rating::Met,
            Some(Scope::Inside(zone("inner"))),
        ),
        (
            vec![met(Scope::Site), not_met(unit())],
            Rating::NotMet,
            Some(unit()),
        ),
        (
            vec![met(Scope::Site), note(unit())],
            Rating::Met,
            Some(Scope::Site),
        ),
        (
            vec![met(Scope::Inside(zone("elsewhere")))],
            Rating::Open,
            None,
        ),
    ];
    for (answers, rating, at) in cases {
        let index: AnswerIndex<'_> = answers.iter().map(|a| (&a.key, a)).collect();
        let posture = unit_posture(
            inner.clone(),
            "I",
            None,
            &Facts::default(),
            &scopes,
            &pack,
            &index,
        );
        assert_eq!(
            (
                posture.requirements[0].rating,
                &posture.requirements[0].answered_at
            ),
            (rating, &at),
            "{answers:?}"
        );
    }
}

#[test]
fn a_conduit_lies_in_the_zones_that_hold_all_of_its_ends() {
    let parents = [
        ("a", Some("plant")),
        ("b", Some("hall")),
        ("hall", Some("plant")),
        ("plant", None),
        ("office", None),
    ];
    let zones: Vec<Zone> = parents
        .iter()
        .map(|(id, parent)| test_zone(id, *parent))
        .collect();
    let nesting = Nesting::of(&zones);
    let unit = Unit::Conduit(crate::id::ConduitId::parse("c").unwrap());
    for (ends, around) in [
        (["a", "b"], vec!["plant"]),
        (["b", "hall"], vec!["hall", "plant"]),
        (["a", "office"], vec![]),
    ] {
        let scopes = scopes_for(&unit, &ends.map(zone), &nesting);
        let expected: Vec<Scope> = std::iter::once(Scope::Unit(unit.clone()))
            .chain(around.iter().map(|id| Scope::Inside(zone(id))))
            .chain([Scope::Site])
            .collect();
        assert_eq!(scopes, expected, "{ends:?}");
    }
}

fn test_zone(id: &str, parent: Option<&str>) -> Zone {
    Zone {
        id: zone(id),
        name: id.into(),
        kind: crate::plan::ZoneKind::Control,
        purpose: String::new(),
        boundary: String::new(),
        accountable: String::new(),
        parent: parent.map(zone),
        purdue: None,
        target: None,
        facts: Facts::default(),
        rect: crate::plan::Rect {
            x: 0,
            y: 0,
            width: 100,
            height: 100,
        },
    }
}

#[test]
fn of_several_questions_the_weakest_decides_and_a_clear_no_decides_at_once() {
    let requirement = requirement("R", "E 1", Some((Fr::Iac, 1)), 2);
    let cases = [
        (vec![], Rating::Open),
        (vec!["yes"], Rating::Open),
        (vec!["partly"], Rating::Open),
        (vec!["no"], Rating::NotMet),
        (vec!["yes", "yes"], Rating::Met),
        (vec!["yes", "partly"], Rating::PartlyMet),
        (vec!["partly", "no"], Rating::NotMet),
        (vec!["yes", "a word the pack does not have"], Rating::Open),
    ];
    for (choices, expected) in cases {
        let mut answer = Answer::empty(AnswerKey {
            pack: "p".into(),
            requirement: "R".into(),
            scope: Scope::Site,
        });
        for (n, choice) in choices.iter().enumerate() {
            answer.choices.insert(format!("R.{n}"), (*choice).into());
        }
        assert_eq!(answer.rating(&requirement), expected, "{choices:?}");
        answer.overrule = Some(Overrule {
            outcome: Outcome::Rating(Rating::Compensated),
            reason: "jump host".into(),
        });
        assert_eq!(
            answer.rating(&requirement),
            Rating::Compensated,
            "the assessor's decision stands"
        );
    }
}

#[test]
fn an_element_and_an_spe_are_as_mature_as_their_weakest_requirement() {
    let ids = [("A", "E 1"), ("B", "E 1"), ("C", "E 2"), ("D", "E 3")];
    let pack = pack(
        PackScale::Programme,
        ids.iter()
            .map(|(id, group)| requirement(id, group, None, 2))
            .collect(),
    );
    let answer = |id: &str, choices: [&str; 2]| {
        let mut answer = Answer::empty(AnswerKey {
            pack: "p".into(),
            requirement: id.into(),
            scope: Scope::Site,
        });
        for (n, choice) in choices.iter().enumerate() {
            answer.choices.insert(format!("{id}.{n}"), (*choice).into());
        }
        answer
    };
    let answers = [
        answer("A", ["ml3", "ml4"]),
        answer("B", ["ml2", "ml4"]),
        answer("C", ["ml4", "not yet"]),
    ];
    let index: AnswerIndex<'_> = answers.iter().map(|a| (&a.key, a)).collect();
    let posture = programme_posture(&pack, &index);
    let view = |g: &GroupMaturity| {
        (
            g.id.clone(),
            g.reached.map(Maturity::number),
            g.possible.map(Maturity::number),
            g.open,
        )
    };
    assert_eq!(
        posture.groups.iter().map(view).collect::<Vec<_>>(),
        [
            ("E 1".into(), Some(2), Some(2), 0),
            ("E 2".into(), Some(0), Some(4), 1),
            ("E 3".into(), Some(0), Some(4), 1)
        ]
    );
    assert_eq!(
        posture.sections.iter().map(view).collect::<Vec<_>>(),
        [
            ("S 1".into(), Some(0), Some(2), 1),
            ("S 2".into(), Some(0), Some(4), 1)
        ]
    );
    assert_eq!(posture.groups[0].profile, [0, 0, 1, 1, 0]);
}

fn any_rating() -> impl Strategy<Value = Rating> {
    prop::sample::select(Rating::ALL)
}

proptest! {
    #[test]
    fn raising_a_rating_never_lowers_sl_a(
        ratings in prop::collection::vec((1u8..=4, any_rating()), 1..30), raised in any::<prop::sample::Index>()
    ) {
        let before = fr1(&ratings, 3);
        let mut better = ratings.clone();
        let place = raised.index(better.len());
        better[place].1 = Rating::Met;
        let after = fr1(&better, 3);
        prop_assert!(after.achieved >= before.achieved);
        prop_assert!(after.possible >= before.possible);
    }

    #[test]
    fn sl_a_never_exceeds_possible_sl_a_and_the_gap_closes_exactly_at_the_target(
        ratings in prop::collection::vec((1u8..=4, any_rating()), 0..30), target in 0u8..=4
    ) {
        let fr = fr1(&ratings, target);
        prop_assert!(fr.achieved <= fr.possible);
        let unmet = fr.due.total() - fr.due.met - fr.due.compensated - fr.due.not_applicable;
        if !ratings.is_empty() {
            prop_assert_eq!(fr.achieved.number() >= target, unmet == 0);
        }
    }

    #[test]
    fn answering_every_open_question_with_met_reaches_the_possible_level(
        ratings in prop::collection::vec((1u8..=4, any_rating()), 1..30)
    ) {
        let promised = fr1(&ratings, 3).possible;
        let closed: Vec<_> =
            ratings.iter().map(|(l, r)| (*l, if *r == Rating::Open { Rating::Met } else { *r })).collect();
        prop_assert_eq!(fr1(&closed, 3).achieved, promised);
    }
}
