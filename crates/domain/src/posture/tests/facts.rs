//! Scoping facts: what their absence makes void, what stands against it, and that it never harms.

use super::*;
use crate::fact::ScopingFact;
use crate::id::ConduitId;

fn inner() -> Unit {
    Unit::Zone(zone("inner"))
}

fn scopes() -> [Scope; 4] {
    [
        Scope::Unit(inner()),
        Scope::Inside(zone("inner")),
        Scope::Inside(zone("outer")),
        Scope::Site,
    ]
}

/// A pack of requirements `(first level, the fact each needs)`, called `R 0`, `R 1`, …
fn needy(requirements: &[(u8, Option<ScopingFact>)]) -> Pack {
    let with = |(n, (from, needs)): (usize, &(u8, Option<ScopingFact>))| Requirement {
        needs: *needs,
        ..requirement(&format!("R {n}"), "E 1", Some((Fr::Iac, *from)), 1)
    };
    pack(
        PackScale::Technical,
        requirements.iter().enumerate().map(with).collect(),
    )
}

fn stand(pack: &Pack, facts: &Facts, answers: &[Answer]) -> UnitPosture {
    let index: AnswerIndex<'_> = answers.iter().map(|a| (&a.key, a)).collect();
    let target = Some(LevelVector::uniform(Level::new(2).unwrap()));
    unit_posture(inner(), "I", target, facts, &scopes(), pack, &index)
}

#[test]
fn an_absent_fact_makes_void_what_needs_it_unless_the_unit_itself_was_answered() {
    use Rating::{Compensated, Met, NotApplicable, NotMet, Open};
    let fact = ScopingFact::Wireless;
    let [own, inside, outer, site] = scopes();
    let note = Answer {
        overrule: None,
        note: "Ask again.".into(),
        ..rated("R 0", own.clone(), Met)
    };
    let unfinished = Answer {
        overrule: None,
        choices: [("R 0.0".to_owned(), "a word of an older pack".to_owned())].into(),
        ..rated("R 0", own.clone(), Met)
    };
    let answer = |scope: &Scope, rating| vec![rated("R 0", scope.clone(), rating)];
    /// What the requirement needs, what was said, answers; then the rating, where from, and whether the fact decides.
    type Case = (
        Option<ScopingFact>,
        Option<bool>,
        Vec<Answer>,
        (Rating, Option<Scope>, bool),
    );
    let cases: Vec<Case> = vec![
        (Some(fact), None, vec![], (Open, None, false)),
        (Some(fact), Some(true), vec![], (Open, None, false)),
        (Some(fact), Some(false), vec![], (NotApplicable, None, true)),
        (None, Some(false), vec![], (Open, None, false)),
        (
            Some(ScopingFact::Pki),
            Some(false),
            vec![],
            (Open, None, false),
        ),
        (
            Some(fact),
            Some(false),
            answer(&site, NotMet),
            (NotApplicable, None, true),
        ),
        (
            Some(fact),
            Some(false),
            answer(&outer, Met),
            (NotApplicable, None, true),
        ),
        (
            Some(fact),
            Some(false),
            answer(&inside, NotMet),
            (NotApplicable, None, true),
        ),
        (
            Some(fact),
            Some(false),
            answer(&own, NotMet),
            (NotMet, Some(own.clone()), false),
        ),
        (
            Some(fact),
            Some(false),
            answer(&own, Compensated),
            (Compensated, Some(own.clone()), false),
        ),
        (
            Some(fact),
            Some(false),
            vec![note],
            (NotApplicable, None, true),
        ),
        (
            Some(fact),
            Some(false),
            vec![unfinished],
            (Open, Some(own), false),
        ),
        (
            Some(fact),
            Some(true),
            answer(&site, NotMet),
            (NotMet, Some(site), false),
        ),
    ];
    for (needs, said, answers, expected) in cases {
        let mut facts = Facts::default();
        facts.set(fact, said);
        let posture = stand(&needy(&[(1, needs)]), &facts, &answers);
        let state = &posture.requirements[0];
        assert_eq!(
            (state.rating, state.answered_at.clone(), state.void_by),
            (expected.0, expected.1, expected.2.then_some(fact)),
            "{needs:?} said {said:?}, {answers:?}"
        );
    }
}

#[test]
fn a_fact_holds_for_its_unit_alone_and_passes_neither_inwards_nor_to_conduits() {
    let pack = needy(&[(1, Some(ScopingFact::Wireless))]);
    let absent: Facts = [(ScopingFact::Wireless, false)].into_iter().collect();
    let outer = Zone {
        facts: absent.clone(),
        ..test_zone("outer", None)
    };
    let conduit = |id: &str, facts: &Facts| Conduit {
        id: ConduitId::parse(id).unwrap(),
        name: id.into(),
        purpose: String::new(),
        ends: vec![zone("outer"), zone("inner")],
        protections: std::collections::BTreeSet::new(),
        target: None,
        facts: facts.clone(),
    };
    let posture = posture_of_parts(
        &[outer, test_zone("inner", Some("outer"))],
        &[
            conduit("silent", &Facts::default()),
            conduit("wired", &absent),
        ],
        &[],
        &[&pack],
    );
    let states: Vec<(&str, bool)> = posture
        .units
        .iter()
        .map(|unit| (unit.name.as_str(), unit.requirements[0].void_by.is_some()))
        .collect();
    assert_eq!(
        states,
        [
            ("outer", true),
            ("inner", false),
            ("silent", false),
            ("wired", true)
        ]
    );
}

#[test]
fn every_fact_reads_as_a_claim_a_denial_and_a_reason() {
    for fact in ScopingFact::ALL {
        let (title, denial, reason) = (fact.title(), fact.denial(), fact.absence());
        assert!(title.starts_with(char::is_uppercase) && !title.ends_with('.'));
        assert!(
            ["no ", "nobody ", "nothing "]
                .iter()
                .any(|no| denial.starts_with(no)),
            "{denial}"
        );
        assert!(
            reason.starts_with('N') && reason.ends_with(" here."),
            "{reason}"
        );
    }
    for (fact, word) in [
        (ScopingFact::MobileCode, "could run"),
        (ScopingFact::PortableDevices, "could be connected"),
        (ScopingFact::UntrustedAccess, "forgotten modem"),
    ] {
        assert!(fact.title().contains(word) && fact.absence().contains(word));
    }
}

/// Requirements as first level, fact needed and answers by scope; then what was said of each fact.
type Site = (Vec<(u8, Option<ScopingFact>, Vec<(usize, Rating)>)>, Facts);

fn any_site() -> impl Strategy<Value = Site> {
    let fact = || prop::sample::select(ScopingFact::ALL);
    let answers = prop::collection::vec((0usize..4, any_rating()), 0..4);
    let requirement = (1u8..=4, prop::option::of(fact()), answers);
    let facts = prop::collection::vec((fact(), any::<bool>()), 0..12);
    (
        prop::collection::vec(requirement, 1..20),
        facts.prop_map(|said| said.into_iter().collect()),
    )
}

fn parts(site: &Site) -> (Pack, Vec<Answer>) {
    let needs: Vec<_> = site
        .0
        .iter()
        .map(|(from, fact, _)| (*from, *fact))
        .collect();
    let answers = site.0.iter().enumerate().flat_map(|(n, (_, _, answers))| {
        let of = move |(scope, rating): &(usize, Rating)| {
            rated(&format!("R {n}"), scopes()[*scope].clone(), *rating)
        };
        answers.iter().map(of)
    });
    (needy(&needs), answers.collect())
}

proptest! {
    #[test]
    fn saying_a_fact_absent_never_lowers_a_level_and_taking_it_back_restores_everything(
        site in any_site(), fact in prop::sample::select(ScopingFact::ALL)
    ) {
        let (pack, answers) = parts(&site);
        let mut facts = site.1.clone();
        facts.set(fact, None);
        let before = stand(&pack, &facts, &answers);
        facts.set(fact, Some(false));
        let after = stand(&pack, &facts, &answers);
        for (old, new) in before.frs.iter().zip(&after.frs) {
            prop_assert!(new.achieved >= old.achieved && new.possible >= old.possible);
            prop_assert_eq!(new.due.total(), old.due.total());
        }
        facts.set(fact, Some(true));
        prop_assert_eq!(&stand(&pack, &facts, &answers), &before);
        facts.set(fact, None);
        prop_assert_eq!(&stand(&pack, &facts, &answers), &before);
    }

    #[test]
    fn a_fact_decides_exactly_where_it_is_needed_absent_and_the_unit_itself_was_not_answered(site in any_site()) {
        let (pack, answers) = parts(&site);
        let own = Scope::Unit(inner());
        let plain = stand(&pack, &Facts::default(), &answers);
        let posture = stand(&pack, &site.1, &answers);
        for ((state, bare), requirement) in posture.requirements.iter().zip(&plain.requirements).zip(&pack.requirements) {
            let void = requirement.needs.filter(|fact| site.1.is_absent(*fact) && bare.answered_at.as_ref() != Some(&own));
            prop_assert_eq!(state.void_by, void);
            if void.is_some() {
                prop_assert_eq!((state.rating, &state.answered_at), (Rating::NotApplicable, &None));
            } else {
                prop_assert_eq!(state, bare);
            }
        }
    }
}
