//! The embedded packs hold what the standards list, and every entry is written out.
#![allow(clippy::unwrap_used)]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use zonewright_catalog::{
    COMPONENT_PACK, EMBEDDED, EMBEDDED_FRAMEWORKS, EMBEDDED_MAPPINGS, OLD_PROGRAMME_PACK,
    PROGRAMME_PACK, TECHNICAL_PACK, edition_note, find_pack, packs, site_packs,
};
use zonewright_domain::component::ComponentType;
use zonewright_domain::pack::{Outcome, Pack, PackScale};

const TECHNICAL: &str = include_str!("facts/technical.txt");
const PROGRAMME: &str = include_str!("facts/programme.txt");
const COMPONENT: &str = include_str!("facts/component.txt");
const OLD_PROGRAMME: &str = include_str!("facts/programme-2010.txt");

/// Rows of three columns.
fn facts(text: &str) -> Vec<(String, String, String)> {
    let rows = text.lines().filter(|line| !line.starts_with('#'));
    rows.map(|line| {
        let columns: Vec<_> = line.split('|').map(str::to_owned).collect();
        let [id, second, title] = columns.try_into().unwrap();
        (id, second, title)
    })
    .collect()
}

fn technical() -> &'static Pack {
    find_pack(TECHNICAL_PACK).unwrap()
}

fn programme() -> &'static Pack {
    find_pack(PROGRAMME_PACK).unwrap()
}

#[test]
fn technical_requirements_are_those_of_the_standard_in_its_order() {
    let listed: Vec<_> = technical()
        .requirements
        .iter()
        .map(|requirement| {
            let level = requirement.demand.unwrap().from.to_string();
            (requirement.id.clone(), level, requirement.title.clone())
        })
        .collect();
    assert_eq!(listed, facts(TECHNICAL));
}

#[test]
fn levels_demand_37_60_90_and_100_technical_requirements() {
    for (level, expected) in [(1, 37), (2, 60), (3, 90), (4, 100)] {
        let demands = technical().requirements.iter().filter_map(|r| r.demand);
        let due = demands.filter(|demand| demand.from.number() <= level);
        assert_eq!(due.count(), expected, "level {level}");
    }
    let enhancements = technical()
        .requirements
        .iter()
        .filter(|r| r.id.contains(" RE "));
    assert_eq!(enhancements.count(), 49);
}

#[test]
fn technical_groups_are_the_seven_foundational_requirements() {
    let counts = technical().groups.iter().map(|group| {
        let inside = technical()
            .requirements
            .iter()
            .filter(|r| r.group == group.id);
        (group.id.as_str(), inside.count())
    });
    let expected = [
        ("FR 1", 24),
        ("FR 2", 24),
        ("FR 3", 19),
        ("FR 4", 6),
        ("FR 5", 11),
        ("FR 6", 3),
        ("FR 7", 13),
    ];
    assert_eq!(counts.collect::<Vec<_>>(), expected);
}

#[test]
fn programme_requirements_are_those_of_the_standard_in_its_order() {
    let sections: BTreeMap<_, _> = programme()
        .groups
        .iter()
        .map(|group| (group.id.as_str(), group.section.clone()))
        .collect();
    let listed: Vec<_> = programme()
        .requirements
        .iter()
        .map(|r| {
            (
                r.id.clone(),
                sections[r.group.as_str()].clone(),
                r.title.clone(),
            )
        })
        .collect();
    assert_eq!(listed, facts(PROGRAMME));
    assert_eq!(listed.len(), 87);
    assert_eq!(programme().groups.len(), 16);
    assert_eq!(sections.values().collect::<BTreeSet<_>>().len(), 8);
}

#[test]
fn component_requirements_are_those_of_the_standard_in_its_order() {
    let pack = find_pack(COMPONENT_PACK).unwrap();
    assert_eq!(pack.scale, PackScale::Component);
    let listed: Vec<_> = pack
        .requirements
        .iter()
        .map(|requirement| {
            let all = requirement.components.len() == ComponentType::ALL.len();
            let kind = match requirement.components.as_slice() {
                _ if all => "all components".to_owned(),
                [one] => one.title().to_lowercase(),
                other => format!("{other:?}"),
            };
            let from = requirement.demand.map_or(0, |demand| demand.from.number());
            let title = &requirement.title;
            format!("{}|{kind}|{from}|{title}", requirement.id)
        })
        .collect();
    let expected: Vec<_> = COMPONENT.lines().skip(1).collect();
    assert_eq!(listed, expected);
    assert_eq!(listed.len(), 126);
}

#[test]
fn requirements_of_2010_are_those_of_the_standard_in_its_order() {
    let pack = find_pack(OLD_PROGRAMME_PACK).unwrap();
    assert_eq!(pack.scale, PackScale::Programme);
    let listed: Vec<_> = pack
        .requirements
        .iter()
        .map(|r| (r.id.clone(), r.group.clone(), r.title.clone()))
        .collect();
    assert_eq!(listed, facts(OLD_PROGRAMME));
    assert_eq!(listed.len(), 126);
    assert_eq!(pack.groups.len(), 19);
    let sections: BTreeSet<_> = pack
        .groups
        .iter()
        .map(|group| group.section.as_str())
        .collect();
    assert_eq!(sections, BTreeSet::from(["4.2", "4.3", "4.4"]));
}

#[test]
fn sites_are_assessed_by_one_technical_and_one_programme_pack() {
    let ids = site_packs().map(|pack| (pack.id.as_str(), pack.scale));
    let expected = [
        (TECHNICAL_PACK, PackScale::Technical),
        (PROGRAMME_PACK, PackScale::Programme),
    ];
    assert_eq!(ids, expected);
    assert_eq!(packs().len(), 4);
}

#[test]
fn technical_choices_are_yes_partly_no_and_programme_choices_ml4_to_ml0() {
    for pack in packs() {
        let expected: &[&str] = match pack.scale {
            PackScale::Technical | PackScale::Component => &["yes", "partly", "no"],
            PackScale::Programme => &["ml4", "ml3", "ml2", "ml1", "ml0"],
        };
        for question in pack.requirements.iter().flat_map(|r| &r.questions) {
            let ids: Vec<_> = question
                .choices
                .iter()
                .map(|choice| choice.id.as_str())
                .collect();
            assert_eq!(ids, expected, "{}", question.id);
            for choice in &question.choices {
                if let Outcome::Maturity(maturity) = choice.outcome {
                    assert_eq!(
                        choice.id,
                        format!("ml{}", maturity.number()),
                        "{}",
                        question.id
                    );
                }
            }
        }
    }
}

#[test]
fn entries_that_are_less_than_sure_say_so() {
    let unsure = packs()
        .iter()
        .flat_map(|pack| &pack.requirements)
        .filter(|r| !r.check.is_empty());
    let ids: BTreeSet<_> = unsure.map(|r| r.id.as_str()).collect();
    // Those on which public sources disagree; authors may have marked more.
    let technical = ["SR 1.13 RE 1", "SR 3.4", "SR 4.1 RE 2", "SR 6.2"];
    let of_2010 = [
        "4.3.2.3.4",
        "4.3.2.5.4",
        "4.3.2.5.5",
        "4.3.3.3.10",
        "4.3.4.4.5",
        "4.3.4.4.6",
    ];
    for id in technical.iter().chain(&of_2010) {
        assert!(ids.contains(id), "{id}");
    }
}

/// The texts of a pack with the entry each belongs to, the kind, and the fewest characters that can say something.
fn texts(pack: &Pack) -> Vec<(&str, &str, &str, usize)> {
    let mut texts = Vec::new();
    for requirement in &pack.requirements {
        texts.push((
            requirement.id.as_str(),
            "intent",
            requirement.intent.as_str(),
            40,
        ));
        for question in &requirement.questions {
            let id = question.id.as_str();
            texts.push((id, "text", question.text.as_str(), 50));
            texts.push((id, "why", question.why.as_str(), 30));
            texts.push((id, "good", question.good.as_str(), 30));
            texts.push((id, "look", question.look.as_str(), 25));
            texts.push((id, "evidence", question.evidence.as_str(), 15));
            for choice in &question.choices {
                texts.push((id, "choice", choice.text.as_str(), 20));
            }
        }
    }
    texts
}

#[test]
fn every_text_is_a_written_sentence() {
    let mut faults = Vec::new();
    for (id, kind, text, fewest) in packs().iter().copied().flat_map(texts) {
        let length = text.chars().count();
        let ends_well = if kind == "text" {
            text.ends_with('?')
        } else {
            text.ends_with(['.', '?'])
        };
        if !(fewest..=320).contains(&length) || !ends_well || text.contains("  ") {
            faults.push(format!("{id} {kind}: {text}"));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn no_question_intent_or_reason_stands_twice() {
    let mut seen = BTreeMap::new();
    for (id, kind, text, _) in packs().iter().copied().flat_map(texts) {
        if matches!(kind, "text" | "intent" | "why" | "good") {
            let before = seen.insert(text, id);
            assert_eq!(before, None, "{id} repeats: {text}");
        }
    }
}

#[test]
fn choices_of_a_question_differ() {
    for question in packs()
        .iter()
        .flat_map(|pack| &pack.requirements)
        .flat_map(|r| &r.questions)
    {
        let different: BTreeSet<_> = question.choices.iter().map(|choice| &choice.text).collect();
        assert_eq!(different.len(), question.choices.len(), "{}", question.id);
    }
}

#[test]
fn every_pack_says_that_the_standard_must_be_bought() {
    for pack in packs() {
        assert!(
            edition_note(&pack.id).unwrap().contains("must be bought"),
            "{}",
            pack.id
        );
    }
    assert_eq!(edition_note("iec62443-9-9"), None);
    assert_eq!(find_pack("iec62443-9-9"), None);
}

#[test]
fn every_content_file_is_embedded() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../assessments");
    let mut on_disk = BTreeSet::new();
    for folder in fs::read_dir(root).unwrap().map(Result::unwrap) {
        if !folder.path().is_dir() {
            continue;
        }
        for file in fs::read_dir(folder.path()).unwrap().map(Result::unwrap) {
            let name = |entry: &fs::DirEntry| entry.file_name().into_string().unwrap();
            on_disk.insert((name(&folder), name(&file)));
        }
    }
    let mut embedded = BTreeSet::new();
    let packs_files = EMBEDDED.iter().map(|pack| (pack.folder, pack.files));
    let beside = [
        ("frameworks", EMBEDDED_FRAMEWORKS),
        ("mappings", EMBEDDED_MAPPINGS),
    ];
    for (folder, files) in packs_files.chain(beside) {
        let names = files.iter().map(|(name, _)| (*name).to_owned());
        embedded.extend(names.map(|name| (folder.to_owned(), name)));
    }
    assert_eq!(embedded, on_disk);
    for (pack, read) in EMBEDDED.iter().zip(packs()) {
        assert_eq!(pack.folder, read.id);
    }
}
