//! Both packs with one question per requirement, from lists of identifiers and short titles.

use zonewright_domain::answer::Rating;
use zonewright_domain::fact::ScopingFact;
use zonewright_domain::level::{Fr, Level};
use zonewright_domain::maturity::Maturity;
use zonewright_domain::pack::{
    Choice, Demand, Group, Outcome, Pack, PackScale, Question, Requirement,
};

/// IEC 62443-3-3: 100 requirements.
pub fn technical_pack() -> Pack {
    let rows: Vec<Vec<&str>> = rows(include_str!("iec62443-3-3.csv"));
    let requirements = rows.iter().map(|row| {
        let fr = Fr::ALL
            .into_iter()
            .find(|fr| fr.to_string() == row[0])
            .unwrap();
        let from = Level::new(row[3].parse().unwrap()).unwrap();
        let mut requirement = requirement(row[1], row[2], row[0], Some(Demand { fr, from }));
        if ["SR 1.6", "SR 1.6 RE 1", "SR 2.2"].contains(&row[1]) {
            requirement.needs = Some(ScopingFact::Wireless);
        }
        requirement
    });
    Pack {
        id: "iec62443-3-3-2013".into(),
        standard: "IEC 62443-3-3:2013".into(),
        title: "System security requirements".into(),
        version: "1".into(),
        sha256: "7d".repeat(32),
        scale: PackScale::Technical,
        groups: Fr::ALL
            .map(|fr| group(&fr.to_string(), fr.title(), "", ""))
            .to_vec(),
        requirements: requirements.collect(),
    }
}

/// IEC 62443-2-1: 87 requirements.
pub fn programme_pack() -> Pack {
    let rows: Vec<Vec<&str>> = rows(include_str!("iec62443-2-1.csv"));
    let mut groups: Vec<Group> = Vec::new();
    let mut requirements = Vec::new();
    for row in &rows {
        let (section, element) = (split(row[0]), split(row[1]));
        if groups.iter().all(|group| group.id != element.0) {
            groups.push(group(&element.0, &element.1, &section.0, &section.1));
        }
        requirements.push(requirement(row[2], row[3], &element.0, None));
    }
    Pack {
        id: "iec62443-2-1-2024".into(),
        standard: "IEC 62443-2-1:2024".into(),
        title: "Security programme".into(),
        version: "1".into(),
        sha256: "a3".repeat(32),
        scale: PackScale::Programme,
        groups,
        requirements,
    }
}

fn rows(text: &str) -> Vec<Vec<&str>> {
    text.lines().map(|line| line.split(';').collect()).collect()
}

/// `SPE 1 Organizational …` into identifier and title.
fn split(text: &str) -> (String, String) {
    let words: Vec<&str> = text.splitn(3, ' ').collect();
    (format!("{} {}", words[0], words[1]), words[2].to_owned())
}

fn group(id: &str, title: &str, section: &str, section_title: &str) -> Group {
    Group {
        id: id.into(),
        title: title.into(),
        section: section.into(),
        section_title: section_title.into(),
    }
}

fn requirement(id: &str, title: &str, group: &str, demand: Option<Demand>) -> Requirement {
    let choices: Vec<(String, &str, Outcome)> = if demand.is_some() {
        [
            ("yes", "Yes, everywhere and proven", Rating::Met),
            ("partly", "In part, or not reliably", Rating::PartlyMet),
            ("no", "No", Rating::NotMet),
        ]
        .map(|(id, text, rating)| (id.to_owned(), text, Outcome::Rating(rating)))
        .to_vec()
    } else {
        let texts = [
            "Not done",
            "Done as the occasion arises",
            "Written down and managed",
            "Practised as written, with proof",
            "Measured and improved",
        ];
        (0..5_u8)
            .map(|n| {
                (
                    format!("ml{n}"),
                    texts[usize::from(n)],
                    Outcome::Maturity(Maturity::new(n).unwrap()),
                )
            })
            .collect()
    };
    let choices = choices.into_iter().map(|(id, text, outcome)| Choice {
        id,
        text: text.into(),
        outcome,
    });
    let question = Question {
        id: format!("{}.a", id.to_lowercase().replace([' ', '.'], "-")),
        text: "Is it in place?".into(),
        choices: choices.collect(),
        ..Question::default()
    };
    Requirement {
        id: id.into(),
        title: title.into(),
        group: group.into(),
        demand,
        questions: vec![question],
        ..Requirement::default()
    }
}
