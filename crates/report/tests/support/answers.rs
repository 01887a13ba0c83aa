//! Answers of the dosing plant: some met, some not, some open, some decided by the assessor.

use zonewright_domain::answer::{Answer, AnswerKey, CheckMethod, Overrule, Rating, Scope};
use zonewright_domain::id::ZoneId;
use zonewright_domain::pack::Outcome;
use zonewright_domain::plan::Unit;

use super::packs::{programme_pack, technical_pack};

fn zone_id(id: &str) -> ZoneId {
    ZoneId::parse(id).unwrap()
}

const NOTES: [&str; 6] = [
    "Operators share one account on both panels of dosing line 1. The vendor default password of the recipe editor is unchanged since commissioning in 2019.",
    "Rule export of 3 November shows an any-to-any rule from the engineering station to the packaging cell, added for a service visit in March and never removed.",
    "Firmware of the drives is checked once a year by the maintenance contractor; there is no list of versions that are approved for this plant.",
    "Événements sont enregistrés mais personne ne les lit. Logs rotate after four days on PLC_DOSING_LINE_01_REDUNDANT_CPU_A_WITH_VERY_LONG_TAG_NAME.",
    "Backups exist, last restore test 2022.",
    "Works for domain users; the two local service accounts are exempt. Ζώνη ελέγχου, щит управления, Łódź.",
];

/// All of them, sorted by key.
pub fn answers() -> Vec<Answer> {
    let technical = technical_pack();
    let mut answers = Vec::new();
    for (n, requirement) in technical.requirements.iter().enumerate() {
        let key = |scope| AnswerKey {
            pack: technical.id.clone(),
            requirement: requirement.id.clone(),
            scope,
        };
        let question = requirement.questions[0].id.clone();
        let mut answer = |scope, choice: &str, note: &str| {
            answers.push(Answer {
                choices: [(question.clone(), choice.to_owned())].into(),
                note: note.into(),
                said_by: ["Marek Łuczak", "Tom Berger"][n % 2].into(),
                said_on: format!("2026-11-{:02}", n % 20 + 1),
                checked: Some(CheckMethod::ALL[n % 4]),
                come_back: n % 17 == 3,
                ..Answer::empty(key(scope))
            });
        };
        match n % 5 {
            0 | 1 => answer(Scope::Site, "yes", ""),
            2 if n % 3 == 0 => {}
            2 => answer(Scope::Inside(zone_id("plant")), "partly", NOTES[n % 6]),
            3 => answer(Scope::Site, "yes", NOTES[n % 6]),
            _ if n % 2 == 0 => answer(Scope::Unit(Unit::Zone(zone_id("sis"))), "no", NOTES[n % 6]),
            _ => {}
        }
        if n % 23 == 7 {
            let outcome = Outcome::Rating(if n % 2 == 0 {
                Rating::NotApplicable
            } else {
                Rating::Compensated
            });
            answers.push(Answer {
                overrule: Some(Overrule {
                    outcome,
                    reason: "The cabinet is locked, the key is signed for, and the port is watched by the network sensor.".into(),
                }),
                said_by: "Ines Örtel".into(),
                said_on: "2026-11-18".into(),
                ..Answer::empty(key(Scope::Inside(zone_id("basic"))))
            });
        }
    }
    let programme = programme_pack();
    for (n, requirement) in programme
        .requirements
        .iter()
        .enumerate()
        .filter(|(n, _)| n % 6 != 5)
    {
        answers.push(Answer {
            choices: [(
                requirement.questions[0].id.clone(),
                format!("ml{}", [2, 3, 1, 3, 2][n % 5]),
            )]
            .into(),
            note: if n % 9 == 2 {
                NOTES[n % 6].into()
            } else {
                String::new()
            },
            said_by: "Dr. Sophie Hamm".into(),
            said_on: "2026-11-12".into(),
            checked: Some(CheckMethod::Document),
            ..Answer::empty(AnswerKey {
                pack: programme.id.clone(),
                requirement: requirement.id.clone(),
                scope: Scope::Site,
            })
        });
    }
    answers.sort_by(|one, other| one.key.cmp(&other.key));
    answers
}
