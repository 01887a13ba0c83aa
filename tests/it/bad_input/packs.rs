//! Packs of a company, checked from the command line.

use super::terminal::Terminal;

const PACK: &str = "id = \"acme-1\"\nstandard = \"ACME 1\"\ntitle = \"Own rules\"\nversion = \"1\"\nscale = \"programme\"\n\
    edition_note = \"Ours.\"\n";

const CHAPTER: &str = r#"[section]
id = "SPE 1"
title = "Own"

[[group]]
id = "ACME 1"
title = "Rules"

[[requirement]]
id = "ACME 1.1"
group = "ACME 1"
title = "Keys"
intent = "Keys are counted."

[[requirement.question]]
id = "acme-1-1.a"
text = "Are the keys counted?"
why = "Because."
good = "All there."
look = "In the box."
evidence = "The list."
choices = [
  { id = "ml4", leads_to = "ml4", text = "Daily." },
  { id = "ml0", leads_to = "ml0", text = "Never." },
]
"#;

fn terminal(chapter: &str) -> Terminal {
    let terminal = Terminal::new();
    std::fs::create_dir(terminal.path("own")).unwrap();
    terminal.put("own/pack.toml", PACK);
    terminal.put("own/rules.toml", chapter);
    terminal
}

#[test]
fn a_sound_pack_of_a_company_is_told_with_its_hash() {
    let check = terminal(CHAPTER).accepted("catalog --check own");
    assert_eq!(check["problems"], serde_json::json!([]));
    assert_eq!(
        (&check["pack"]["id"], &check["pack"]["questions"]),
        (&"acme-1".into(), &1.into())
    );
    assert_eq!(check["pack"]["sha256"].as_str().unwrap().len(), 64);
}

#[test]
fn every_problem_of_a_pack_is_told_with_file_line_and_remedy() {
    let broken = CHAPTER
        .replace("title = \"Keys\"\n", "")
        .replace("acme-1-1.a", "keys.a");
    let terminal = terminal(&broken);
    let check = terminal.denied("catalog --check own");
    let places: Vec<_> = check["problems"].as_array().unwrap().iter().collect();
    let lines: Vec<_> = places
        .iter()
        .map(|one| (&one["file"], &one["line"]))
        .collect();
    assert_eq!(
        lines,
        [
            (&"rules.toml".into(), &10.into()),
            (&"rules.toml".into(), &15.into())
        ]
    );
    assert!(
        places
            .iter()
            .all(|one| !one["remedy"].as_str().unwrap().is_empty())
    );
    let spoken = terminal.run("catalog --check own");
    let text = String::from_utf8(spoken.stdout).unwrap();
    assert_eq!(spoken.status.code(), Some(3), "{text}");
    assert!(
        text.contains("rules.toml, line 15: The question has the id \"keys.a\"."),
        "{text}"
    );
    assert!(
        text.ends_with("2 problems. Nothing was changed.\n"),
        "{text}"
    );
}

#[test]
fn a_folder_that_is_not_there_or_is_no_pack_is_told() {
    let terminal = terminal(CHAPTER);
    terminal.put("own/photo.png", [0x89]);
    for folder in ["nowhere", "own/rules.toml", "own"] {
        let check = terminal.denied(&format!("catalog --check {folder}"));
        assert_eq!(check["problems"].as_array().unwrap().len(), 1, "{check}");
    }
}

#[test]
fn packs_that_no_site_uses_are_shown_and_not_answered() {
    let terminal = Terminal::with_sample();
    let listed = terminal.accepted("catalog");
    let ids: Vec<_> = listed
        .as_array()
        .unwrap()
        .iter()
        .map(|one| one["id"].as_str().unwrap())
        .collect();
    let expected = [
        "iec62443-3-3-2013",
        "iec62443-2-1-2024",
        "iec62443-4-2-2019",
        "iec62443-2-1-2010",
    ];
    assert_eq!(ids, expected);
    let component = terminal.accepted("catalog iec62443-4-2-2019");
    assert_eq!(component["requirements"].as_array().unwrap().len(), 126);
    let script = "> answer_question {\"pack\": \"iec62443-4-2-2019\", \"requirement\": \"CR 1.1\", \"scope\": \"site\", \"choice\": \"yes\"}\n";
    terminal.put("script.txt", script);
    let head = terminal.head("s.zwsite");
    terminal.refused_as("apply s.zwsite script.txt", "pack.unused");
    assert_eq!(terminal.head("s.zwsite"), head);
}
