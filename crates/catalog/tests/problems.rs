//! A broken pack tells every problem with file, line and remedy.
#![allow(clippy::unwrap_used)]

use zonewright_catalog::{CatalogProblem, Fault, load};

const PACK: &str = r#"id = "sample-1"
standard = "Sample 1"
title = "A sample"
version = "1"
scale = "technical"
edition_note = "The standard itself must be bought."
"#;

const CHAPTER: &str = r#"[[group]]
id = "FR 1"
title = "Identification"

[[requirement]]
id = "SR 1.1"
group = "FR 1"
title = "People"
first_level = 2
intent = "People are known."

[[requirement.question]]
id = "sr-1-1.a"
text = "Who is it?"
why = "Because."
good = "All known."
look = "At screens."
evidence = "A list."
choices = [
  { id = "yes", leads_to = "met", text = "All." },
  { id = "no", leads_to = "not_met", text = "None." },
]

[[requirement]]
id = "SR 1.1 RE 1"
group = "FR 1"
title = "Each one"
first_level = 3
intent = "Each one is known."

[[requirement.question]]
id = "sr-1-1-re-1.a"
text = "Which one is it?"
why = "Because."
good = "Each known."
look = "At lists."
evidence = "A list."
choices = [
  { id = "yes", leads_to = "met", text = "Each." },
  { id = "no", leads_to = "not_met", text = "None." },
]
"#;

/// Turns the sample into a programme pack.
fn programme() -> (String, String) {
    let chapter = CHAPTER
        .replace("FR 1", "ORG 1")
        .replace("SR 1.1 RE 1", "ORG 1.2")
        .replace("SR 1.1", "ORG 1.1")
        .replace("sr-1-1-re-1", "org-1-2")
        .replace("sr-1-1", "org-1-1")
        .replace("first_level = 2\n", "")
        .replace("first_level = 3\n", "")
        .replace("not_met", "ml0")
        .replace("\"met\"", "\"ml4\"");
    let section = "[section]\nid = \"SPE 1\"\ntitle = \"Organization\"\n\n";
    (
        PACK.replace("technical", "programme"),
        format!("{section}{chapter}"),
    )
}

fn problems(pack: &str, chapter: &str) -> Vec<CatalogProblem> {
    load(&[("pack.toml", pack), ("fr1.toml", chapter)])
        .err()
        .unwrap_or_default()
}

#[test]
fn the_samples_are_sound() {
    assert_eq!(problems(PACK, CHAPTER), []);
    let (pack, chapter) = programme();
    assert_eq!(problems(&pack, &chapter), []);
}

/// Replaced text, replacement, line of the problem, and how the fault begins.
type Case = (&'static str, &'static str, usize, &'static str);

// One case a line reads as a table; formatted, each would take six.
#[rustfmt::skip]
const CHAPTER_CASES: &[Case] = &[
    ("title = \"People\"", "title = \" \"", 8, "SR 1.1 has no text for \"title\""),
    ("title = \"People\"\n", "", 6, "SR 1.1 has no text for \"title\""),
    ("intent = \"People are known.\"", "intent = \"\"", 10, "SR 1.1 has no text for \"intent\""),
    ("id = \"FR 1\"", "id = \"FR 8\"", 2, "\"FR 8\" is not an identifier"),
    ("id = \"SR 1.1\"\n", "id = \"SR 1,1\"\n", 6, "\"SR 1,1\" is not an identifier"),
    ("id = \"SR 1.1\"\n", "", 5, "The requirement has no text for \"id\""),
    ("id = \"SR 1.1 RE 1\"", "id = \"SR 1.1\"", 25, "\"SR 1.1\" stands here a second time"),
    ("id = \"SR 1.1 RE 1\"", "id = \"SR 1.2 RE 1\"", 25, "SR 1.2 RE 1 stands before or without SR 1.2"),
    ("first_level = 3", "first_level = 1", 28, "SR 1.1 RE 1 is demanded from a lower level"),
    ("group = \"FR 1\"", "group = \"FR 2\"", 7, "SR 1.1 names the group \"FR 2\""),
    ("first_level = 2\n", "", 6, "SR 1.1 does not say from which level"),
    ("first_level = 2", "first_level = 5", 9, "SR 1.1 has the first level 5"),
    ("first_level = 2", "first_level = 0", 9, "SR 1.1 has the first level 0"),
    ("first_level = 2", "first_level = \"two\"", 9, "The file cannot be read"),
    ("first_level = 2", "firstlevel = 2", 9, "The file cannot be read: unknown field"),
    ("title = \"People\"", "title = \"People", 8, "The file cannot be read"),
    ("sr-1-1.a", "sr-1-1.b", 13, "The question has the id \"sr-1-1.b\""),
    ("why = \"Because.\"\n", "", 12, "sr-1-1.a has no text for \"why\""),
    ("leads_to = \"met\"", "leads_to = \"ml4\"", 20, "A choice of sr-1-1.a leads to \"ml4\""),
    ("leads_to = \"met\"", "leads_to = \"compensated\"", 20, "A choice of sr-1-1.a leads to \"compensated\""),
    ("leads_to = \"met\"", "leads_to = \"partly_met\"", 13, "No choice of sr-1-1.a leads to \"met\""),
    ("leads_to = \"not_met\"", "leads_to = \"partly_met\"", 13, "No choice of sr-1-1.a leads to \"not_met\""),
    ("text = \"All.\"", "text = \"\"", 20, "A choice of sr-1-1.a has no text for \"text\""),
    ("id = \"no\"", "id = \"yes\"", 21, "\"yes\" stands here a second time"),
    ("  { id = \"no\", leads_to = \"not_met\", text = \"None.\" },\n", "", 13, "sr-1-1.a has fewer than two choices"),
    ("why = \"Because.\"\n", "why = \"Because.\"\nask = [\"boss\"]\n", 16, "sr-1-1.a has the word \"boss\" in \"ask\""),
    ("why = \"Because.\"\n", "why = \"Because.\"\nask = [\"operator\", \"operator\"]\n", 16, "\"operator\" stands here a second time"),
    ("why = \"Because.\"\n", "why = \"Because.\"\nat = [\"moon\"]\n", 16, "sr-1-1.a has the word \"moon\" in \"at\""),
    ("why = \"Because.\"\n", "why = \"Because.\"\nsteps = [{ method = \"guess\", text = \"Guess.\" }]\n", 16, "sr-1-1.a has the word \"guess\" in \"method\""),
    ("why = \"Because.\"\n", "why = \"Because.\"\nsteps = [{ method = \"test\", text = \"\" }]\n", 16, "sr-1-1.a has no text for \"text\""),
    ("first_level = 2\n", "first_level = 2\nwrong = \" \"\n", 10, "SR 1.1 has no text for \"wrong\""),
    ("first_level = 2\n", "first_level = 2\nmeasures = [\"\"]\n", 10, "SR 1.1 has no text for \"measures\""),
    ("first_level = 2\n", "first_level = 2\nneeds = \"magic\"\n", 10, "SR 1.1 has the word \"magic\" in \"needs\""),
    ("first_level = 2\n", "first_level = 2\ncomponents = [\"host_device\"]\n", 10, "SR 1.1 has a line \"components\", which only component packs have"),
    ("first_level = 2\n", "first_level = 2\ntopics = [\"backup\"]\n", 10, "SR 1.1 has a line \"topics\", which only programme packs have"),
    ("[[group]]", "[section]\nid = \"SPE 1\"\ntitle = \"x\"\n[[group]]", 1, "The file has a [section]"),
];

#[test]
fn each_problem_of_a_chapter_has_its_line_and_a_remedy() {
    for (old, new, line, begins) in CHAPTER_CASES {
        assert!(CHAPTER.contains(old), "{old}");
        let found = problems(PACK, &CHAPTER.replacen(old, new, 1));
        let fits = |problem: &&CatalogProblem| {
            problem.file == "fr1.toml"
                && problem.line == Some(*line)
                && problem.fault.to_string().starts_with(begins)
        };
        let problem = found.iter().find(fits);
        assert!(
            problem.is_some(),
            "{new:?}: expected line {line} {begins}, got {found:#?}"
        );
        assert!(!problem.unwrap().fault.remedy().is_empty());
    }
}

/// Turns the sample into a component pack with a constraint before its requirements.
fn component() -> (String, String) {
    let all = "components = [\"host_device\", \"network_device\"]\nintent";
    let chapter = CHAPTER
        .replace("SR 1.1", "CR 1.1")
        .replace("sr-1-1", "cr-1-1")
        .replace("intent", all);
    let constraint = chapter
        .split("[[requirement]]")
        .nth(1)
        .map(|text| text.replace("CR 1.1", "CCSC 1").replace("cr-1-1", "ccsc-1"))
        .unwrap()
        .replace("FR 1", "CCSC")
        .replace("first_level = 2\n", "");
    let group = "[[group]]\nid = \"CCSC\"\ntitle = \"Constraints\"\n";
    let chapter = format!("{chapter}\n{group}\n[[requirement]]{constraint}");
    (PACK.replace("technical", "component"), chapter)
}

// One case a line reads as a table; formatted, each would take six.
#[rustfmt::skip]
const COMPONENT_CASES: &[Case] = &[
    ("id = \"FR 1\"", "id = \"SPE 1\"", 2, "\"SPE 1\" is not an identifier"),
    ("id = \"CR 1.1\"\n", "id = \"SR 1.1\"\n", 6, "\"SR 1.1\" is not an identifier"),
    ("id = \"CR 1.1\"\n", "id = \"XDR 1.1\"\n", 6, "\"XDR 1.1\" is not an identifier"),
    ("id = \"CR 1.1\"\n", "id = \"EDR 1.1\"\n", 10, "EDR 1.1 is asked of other components"),
    ("id = \"CR 1.1 RE 1\"", "id = \"HDR 1.1 RE 1\"", 26, "HDR 1.1 RE 1 stands before or without HDR 1.1"),
    ("components = [\"host_device\", \"network_device\"]\n", "", 6, "CR 1.1 does not say which components"),
    ("\"host_device\"", "\"phone\"", 10, "CR 1.1 has the word \"phone\" in \"components\""),
    ("\"host_device\"", "\"network_device\"", 10, "\"network_device\" stands here a second time"),
    ("first_level = 2\n", "", 6, "CR 1.1 does not say from which level"),
    ("first_level = 2\n", "first_level = 2\ntopics = [\"backup\"]\n", 10, "CR 1.1 has a line \"topics\", which only programme packs have"),
    ("first_level = 2\n", "first_level = 2\nneeds = \"wireless\"\n", 10, "CR 1.1 has a line \"needs\", which only technical packs have"),
    ("leads_to = \"met\"", "leads_to = \"ml4\"", 21, "A choice of cr-1-1.a leads to \"ml4\""),
    ("[[group]]", "[section]\nid = \"SPE 1\"\ntitle = \"x\"\n[[group]]", 1, "The file has a [section]"),
    ("group = \"CCSC\"", "group = \"FR 1\"", 51, "CCSC 1 names the group \"FR 1\""),
    ("id = \"CCSC 1\"", "id = \"CCSC\"", 50, "\"CCSC\" is not an identifier"),
    ("group = \"CCSC\"", "group = \"CCSC\"\nfirst_level = 1", 52, "CCSC 1 has a first level, although no level"),
];

#[test]
fn component_packs_name_components_and_each_problem_has_its_line() {
    let (pack, chapter) = component();
    assert_eq!(problems(&pack, &chapter), []);
    for (old, new, line, begins) in COMPONENT_CASES {
        assert!(chapter.contains(old), "{old}");
        let found = problems(&pack, &chapter.replacen(old, new, 1));
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

#[test]
fn a_section_goes_on_in_another_file_under_the_same_title_only() {
    let (pack, first) = programme();
    let clauses = |text: &str, element: &str| {
        text.replace("SPE 1", "4.3")
            .replace("ORG 1", element)
            .replace("org-1", &element.replace('.', "-"))
    };
    let (first, second) = (clauses(&first, "4.3.1"), clauses(&first, "4.3.2"));
    let read = |second: &str| load(&[("pack.toml", &pack), ("a.toml", &first), ("b.toml", second)]);
    assert_eq!(read(&second).unwrap().groups.len(), 2);
    let other = second.replace("title = \"Organization\"", "title = \"Other\"");
    let found = read(&other).unwrap_err();
    let id = "4.3".to_owned();
    assert_eq!(
        (found[0].line, &found[0].fault),
        (Some(2), &Fault::OtherTitle { id })
    );
}

#[test]
fn windows_line_ends_keep_the_line() {
    let broken = CHAPTER
        .replacen("first_level = 2", "first_level = 5", 1)
        .replace('\n', "\r\n");
    assert_eq!(problems(PACK, &broken)[0].line, Some(9));
}

#[test]
fn choices_must_stand_best_first() {
    let (yes, no) = (
        "{ id = \"yes\", leads_to = \"met\", text = \"All.\" }",
        "{ id = \"no\", leads_to = \"not_met\", text = \"None.\" }",
    );
    let turned = CHAPTER
        .replacen(no, "@", 1)
        .replacen(yes, no, 1)
        .replacen('@', yes, 1);
    let found = problems(PACK, &turned);
    let question = "sr-1-1.a".to_owned();
    assert_eq!(found.len(), 1, "{found:#?}");
    assert_eq!(
        (found[0].line, &found[0].fault),
        (Some(13), &Fault::ChoiceOrder { question })
    );
}

#[test]
fn each_problem_of_the_pack_file_has_its_line() {
    let cases = [
        (
            "scale = \"technical\"",
            "scale = \"technic\"",
            Some(5),
            "The scale \"technic\" is unknown",
        ),
        (
            "id = \"sample-1\"",
            "id = \"Sample 1\"",
            Some(1),
            "\"Sample 1\" is not an identifier",
        ),
        (
            "version = \"1\"",
            "version = \"\"",
            Some(4),
            "The pack has no text for \"version\"",
        ),
        (
            "version = \"1\"",
            "edition = \"1\"",
            Some(4),
            "The file cannot be read: unknown field",
        ),
    ];
    for (old, new, line, begins) in cases {
        let found = problems(&PACK.replace(old, new), CHAPTER);
        assert_eq!(found.len(), 1, "{found:#?}");
        assert_eq!((found[0].file.as_str(), found[0].line), ("pack.toml", line));
        assert!(
            found[0].fault.to_string().starts_with(begins),
            "{}",
            found[0]
        );
    }
}

#[test]
fn programme_packs_have_sections_and_no_levels() {
    let (pack, chapter) = programme();
    let levelled = chapter.replacen("intent", "first_level = 1\nintent", 1);
    let faults: Vec<_> = problems(&pack, &levelled)
        .into_iter()
        .map(|problem| problem.fault)
        .collect();
    assert_eq!(
        faults,
        [Fault::NeedlessLevel {
            requirement: "ORG 1.1".into()
        }]
    );
    let bare = chapter.replace("[section]\nid = \"SPE 1\"\ntitle = \"Organization\"\n", "");
    let faults: Vec<_> = problems(&pack, &bare)
        .into_iter()
        .map(|problem| problem.fault)
        .collect();
    assert_eq!(faults, [Fault::NoSection]);
}

#[test]
fn all_problems_of_all_files_are_told_at_once_in_order() {
    let first = CHAPTER.replacen("first_level = 2\n", "", 1).replacen(
        "evidence = \"A list.\"",
        "evidence = \"\"",
        1,
    );
    let pack = PACK.replace("title = \"A sample\"", "title = \"\"");
    let found = load(&[
        ("fr2.toml", "[[requirement"),
        ("pack.toml", &pack),
        ("fr1.toml", &first),
    ])
    .unwrap_err();
    let places: Vec<_> = found
        .iter()
        .map(|problem| (problem.file.as_str(), problem.line))
        .collect();
    assert_eq!(
        places,
        [
            ("fr1.toml", Some(6)),
            ("fr1.toml", Some(17)),
            ("fr2.toml", Some(1)),
            ("pack.toml", Some(3))
        ],
        "{found:#?}"
    );
}

#[test]
fn a_problem_reads_as_place_fault_and_remedy() {
    let found = problems(PACK, &CHAPTER.replacen("first_level = 2\n", "", 1));
    assert_eq!(
        found[0].to_string(),
        "fr1.toml, line 6: SR 1.1 does not say from which level on it is demanded. Add a line first_level = 1, 2, 3 or 4."
    );
}

#[test]
fn missing_double_and_empty_files_are_told() {
    let fault = |files: &[(&str, &str)]| load(files).unwrap_err().remove(0).fault;
    assert_eq!(fault(&[("fr1.toml", CHAPTER)]), Fault::NoPackFile);
    assert_eq!(fault(&[("pack.toml", PACK)]), Fault::Empty);
    assert_eq!(
        fault(&[("pack.toml", PACK), ("fr1.toml", CHAPTER), ("fr1.toml", "")]),
        Fault::FileTwice
    );
    let none = CHAPTER.split("[[requirement.question]]").next().unwrap();
    assert_eq!(
        fault(&[("pack.toml", PACK), ("fr1.toml", none)]),
        Fault::QuestionCount {
            requirement: "SR 1.1".into(),
            count: 0
        }
    );
}

#[test]
fn the_hash_follows_the_content_and_nothing_else() {
    let hash = |files: &[(&str, &str)]| load(files).unwrap().sha256;
    let plain = hash(&[("pack.toml", PACK), ("fr1.toml", CHAPTER)]);
    assert_eq!(plain.len(), 64);
    let windows = format!("\u{feff}{}", CHAPTER.replace('\n', "\r\n"));
    assert_eq!(plain, hash(&[("fr1.toml", &windows), ("pack.toml", PACK)]));
    let reworded = CHAPTER.replace("Who is it?", "Who is that?");
    assert_ne!(plain, hash(&[("pack.toml", PACK), ("fr1.toml", &reworded)]));
    assert_ne!(plain, hash(&[("pack.toml", PACK), ("fr2.toml", CHAPTER)]));
}
