//! Frameworks and mappings: the embedded ones hold what they should, broken ones tell every problem.
#![allow(clippy::unwrap_used)]

use std::collections::{BTreeMap, BTreeSet};

use zonewright_catalog::{
    CatalogProblem, EMBEDDED_MAPPINGS, Fault, KnownEntries, PROGRAMME_PACK, TECHNICAL_PACK,
    find_framework, find_pack, frameworks, load_framework, load_mappings, mappings, packs,
};
use zonewright_domain::mapping::Mapping;

/// Every entry of every embedded pack and framework.
fn known() -> KnownEntries {
    let of_packs = packs().iter().map(|pack| {
        let ids = pack.requirements.iter().map(|one| one.id.clone());
        (pack.id.clone(), ids.collect())
    });
    let of_frameworks = frameworks().iter().map(|framework| {
        let ids = framework.controls.iter().map(|one| one.id.clone());
        (framework.id.clone(), ids.collect())
    });
    of_packs.chain(of_frameworks).collect()
}

fn mapping(from: &str, to: &str) -> &'static Mapping {
    let found = mappings()
        .iter()
        .find(|one| one.from == from && one.to == to);
    found.unwrap()
}

#[test]
fn iso_has_its_93_controls_in_four_themes_and_the_clauses_that_mappings_lead_to() {
    let iso = find_framework("iso27001-2022").unwrap();
    let count = |group: &str| iso.controls.iter().filter(|one| one.group == group).count();
    let themes = ["A.5", "A.6", "A.7", "A.8"].map(count);
    assert_eq!(themes, [37, 8, 14, 34]);
    let led_to: BTreeSet<_> = mappings()
        .iter()
        .filter(|one| one.to == iso.id)
        .flat_map(|one| &one.links)
        .map(|link| link.to.as_str())
        .collect();
    for clause in iso.controls.iter().filter(|one| !one.id.starts_with("A.")) {
        assert!(
            led_to.contains(clause.id.as_str()),
            "{} is led to",
            clause.id
        );
    }
}

#[test]
fn the_csf_has_its_106_outcomes_in_22_categories_of_six_functions() {
    let csf = find_framework("nist-csf-2-0").unwrap();
    assert_eq!((csf.controls.len(), csf.groups.len()), (106, 22));
    let mut functions: Vec<_> = csf
        .groups
        .iter()
        .map(|group| group.section.as_str())
        .collect();
    functions.dedup();
    let six = [
        "Govern", "Identify", "Protect", "Detect", "Respond", "Recover",
    ];
    assert_eq!(functions, six);
    for control in &csf.controls {
        assert!(control.id.starts_with(&control.group), "{}", control.id);
    }
    let titles: BTreeSet<_> = csf.controls.iter().map(|one| &one.title).collect();
    assert_eq!(titles.len(), 106, "no short title stands twice");
}

#[test]
fn every_embedded_mapping_is_sound_and_both_ends_of_each_link_exist() {
    let read = load_mappings(EMBEDDED_MAPPINGS, &known());
    assert_eq!(read.as_deref(), Ok(mappings()));
}

#[test]
fn reasons_are_short_sentences_that_are_not_repeated() {
    let mut seen: BTreeMap<&str, usize> = BTreeMap::new();
    for link in mappings().iter().flat_map(|one| &one.links) {
        let words = link.reason.split_whitespace().count();
        let sound = (3..=22).contains(&words) && link.reason.ends_with('.');
        assert!(sound, "{} – {}: {}", link.from, link.to, link.reason);
        *seen.entry(&link.reason).or_default() += 1;
    }
    let often: Vec<_> = seen.iter().filter(|(_, count)| **count > 2).collect();
    assert!(often.is_empty(), "{often:?}");
}

/// Requirements of a pack without any link, and those with related links only.
fn only_here(pack: &str, to: &str) -> (usize, usize) {
    let mapping = mapping(pack, to);
    let (mut none, mut related) = (0, 0);
    for requirement in &find_pack(pack).unwrap().requirements {
        let links: Vec<_> = mapping.links_from(&requirement.id).collect();
        if links.is_empty() {
            none += 1;
        } else if !links.iter().any(|link| link.strength.counts()) {
            related += 1;
        }
    }
    (none, related)
}

#[test]
fn what_only_ot_needs_is_counted() {
    let count = |to| [TECHNICAL_PACK, PROGRAMME_PACK].map(|pack| only_here(pack, to));
    assert_eq!(count("iso27001-2022"), [(2, 20), (3, 5)]);
    assert_eq!(count("nist-csf-2-0"), [(1, 21), (2, 8)]);
}

#[test]
fn every_requirement_of_2010_that_is_the_same_in_2024_leads_to_one_that_exists() {
    let old = mapping("iec62443-2-1-2010", PROGRAMME_PACK);
    let from: BTreeSet<_> = old.links.iter().map(|link| link.from.as_str()).collect();
    let pack = find_pack("iec62443-2-1-2010").unwrap();
    let without = pack
        .requirements
        .iter()
        .filter(|one| !from.contains(one.id.as_str()));
    assert_eq!(without.count(), 0);
}

const MAPPING: &str = r#"id = "a-to-b"
from = "a"
to = "b"
title = "A to B"
note = "Judged."

[[link]]
from = "A 1"
to = "B 1"
strength = "part"
reason = "Both."

[[link]]
from = "A 1"
to = "B 2"
strength = "related"
reason = "Alike."
"#;

fn small() -> KnownEntries {
    let ids = |letter: &str| (1..=2).map(|n| format!("{letter} {n}")).collect();
    [("a", ids("A")), ("b", ids("B")), ("c", ids("C"))]
        .map(|(id, entries)| (id.to_owned(), entries))
        .into()
}

fn problems(files: &[(&str, &str)]) -> Vec<CatalogProblem> {
    load_mappings(files, &small()).err().unwrap_or_default()
}

// One case a line reads as a table; formatted, each would take six.
#[rustfmt::skip]
const CASES: &[(&str, &str, usize, &str)] = &[
    ("title = \"A to B\"", "title = \"\"", 4, "The mapping has no text for \"title\""),
    ("id = \"a-to-b\"", "id = \"a-b\"", 1, "The mapping has the id \"a-b\""),
    ("to = \"b\"", "to = \"z\"", 3, "\"z\" is no pack or framework"),
    ("to = \"B 1\"", "to = \"B 9\"", 9, "b has no \"B 9\""),
    ("from = \"A 1\"", "from = \"A 9\"", 8, "a has no \"A 9\""),
    ("to = \"B 2\"", "to = \"B 1\"", 14, "The pair A 1 and B 1 stands here a second time"),
    ("\"part\"", "\"half\"", 10, "The link A 1 – B 1 has the word \"half\" in \"strength\""),
    ("reason = \"Both.\"", "reason = \" \"", 11, "The link A 1 – B 1 has no text for \"reason\""),
    ("reason = \"Both.\"\n", "", 7, "The link A 1 – B 1 has no text for \"reason\""),
    ("reason = \"Both.\"", "reazon = \"Both.\"", 11, "The file cannot be read: unknown field"),
];

#[test]
fn each_problem_of_a_mapping_has_its_line_and_a_remedy() {
    assert_eq!(problems(&[("a.toml", MAPPING)]), []);
    for (old, new, line, begins) in CASES {
        let found = problems(&[("a.toml", &MAPPING.replacen(old, new, 1))]);
        let fits = |problem: &&CatalogProblem| {
            problem.line == Some(*line) && problem.fault.to_string().starts_with(begins)
        };
        let problem = found.iter().find(fits);
        assert!(
            problem.is_some(),
            "{new:?}: expected line {line} {begins}, got {found:#?}"
        );
        assert!(!problem.unwrap().fault.remedy().is_empty());
    }
}

/// The sample between other standards.
fn between(from: &str, to: &str) -> String {
    let (upper_from, upper_to) = (from.to_uppercase(), to.to_uppercase());
    MAPPING
        .replace("\"B ", "\"@ ")
        .replace("a-to-b", &format!("{from}-to-{to}"))
        .replace("from = \"a\"", &format!("from = \"{from}\""))
        .replace("to = \"b\"", &format!("to = \"{to}\""))
        .replace("\"A ", &format!("\"{upper_from} "))
        .replace("\"@ ", &format!("\"{upper_to} "))
}

#[test]
fn mappings_that_go_round_in_a_circle_are_refused() {
    type Pairs<'a> = &'a [(&'a str, &'a str)];
    let cases: [(Pairs<'_>, Option<&str>); 4] = [
        (&[("a", "b"), ("b", "c")], None),
        (&[("a", "b"), ("a", "c"), ("b", "c")], None),
        (&[("a", "b"), ("b", "a")], Some("b, a, b")),
        (&[("a", "b"), ("b", "c"), ("c", "a")], Some("c, a, b, c")),
    ];
    for (pairs, expected) in cases {
        let files: Vec<_> = pairs
            .iter()
            .map(|(from, to)| (format!("{from}-{to}.toml"), between(from, to)))
            .collect();
        let files: Vec<_> = files
            .iter()
            .map(|(n, t)| (n.as_str(), t.as_str()))
            .collect();
        let faults: Vec<_> = problems(&files).into_iter().map(|one| one.fault).collect();
        let expected = expected.map(|path| Fault::Cycle {
            path: path.to_owned(),
        });
        assert_eq!(faults, Vec::from_iter(expected), "{pairs:?}");
    }
}

const FRAMEWORK: &str = r#"id = "f"
standard = "F"
title = "A framework"
note = "Ours."

[[group]]
id = "G.1"
title = "First"

[[control]]
id = "G.1.1"
group = "G.1"
title = "One"
"#;

#[test]
fn each_problem_of_a_framework_has_its_line() {
    assert!(load_framework("f.toml", FRAMEWORK).is_ok());
    let cases = [
        (
            "id = \"f\"",
            "id = \"F F\"",
            1,
            "\"F F\" is not an identifier",
        ),
        (
            "note = \"Ours.\"",
            "note = \"\"",
            4,
            "The framework has no text for \"note\"",
        ),
        (
            "id = \"G.1.1\"",
            "id = \"G.1\"",
            11,
            "\"G.1\" stands here a second time",
        ),
        (
            "group = \"G.1\"",
            "group = \"G.2\"",
            12,
            "G.1.1 names the group \"G.2\"",
        ),
        (
            "title = \"One\"\n",
            "",
            10,
            "G.1.1 has no text for \"title\"",
        ),
        (
            "title = \"One\"",
            "level = 1",
            13,
            "The file cannot be read: unknown field",
        ),
    ];
    for (old, new, line, begins) in cases {
        let found = load_framework("f.toml", &FRAMEWORK.replacen(old, new, 1)).unwrap_err();
        let first = (found[0].line, found[0].fault.to_string());
        assert_eq!(first.0, Some(line), "{found:#?}");
        assert!(first.1.starts_with(begins), "{}", first.1);
    }
    let bare = FRAMEWORK.split("[[control]]").next().unwrap();
    assert_eq!(
        load_framework("f.toml", bare).unwrap_err()[0].fault,
        Fault::Empty
    );
}
