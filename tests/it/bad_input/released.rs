//! Every released format of the site file opens, is sound and means the same as on the day it was made.

use serde_json::{Value, json};
use zonewright_tests::conversation::Conversation;
use zonewright_tests::place;

use super::terminal::{fixture, reader};

/// The fields of a unit and of a programme section that must never change for an old file.
const UNIT: [&str; 6] = ["unit", "name", "target", "achieved", "possible", "gap"];
const SECTION: [&str; 4] = ["id", "reached", "possible", "open"];

#[test]
fn every_released_format_still_says_what_it_said() {
    let files = place::files("fixtures/sites/released", |path| path.ends_with(".zwsite"));
    assert!(!files.is_empty(), "no released file was found");
    for file in files {
        let record = place::root().join(file.replace(".zwsite", ".json"));
        let said = meaning(&file);
        let text = format!("{said:#}\n");
        if !record.exists() && std::env::var_os("UPDATE_EXPECT").is_some() {
            // Only the record of a new format is written; those of released ones are facts.
            std::fs::write(&record, text).unwrap();
        } else {
            assert_eq!(std::fs::read_to_string(&record).unwrap(), text, "{file}");
        }
    }
}

/// What a copy of the file says to a person who opens it for work, and proof that it can be worked on.
fn meaning(file: &str) -> Value {
    let folder = tempfile::tempdir().unwrap();
    std::fs::copy(place::root().join(file), folder.path().join("s.zwsite")).unwrap();
    let mut conversation = Conversation::start(folder.path(), &reader());
    let site = conversation.file("s.zwsite");
    conversation.ask("open_site", json!({ "file": site }));
    let check = conversation.ask("check_site", json!({}));
    assert_eq!(check["ok"], true, "{file}: {check}");
    let posture = conversation.ask("posture_site", json!({}));
    let counts = |command: &str, input: Value, pointer: &str, talk: &mut Conversation| {
        talk.ask(command, input).pointer(pointer).cloned().unwrap()
    };
    let assets = counts("assets_list", json!({}), "/total", &mut conversation);
    conversation.ask("create_person", json!({ "name": "Bo" }));
    conversation.ask("undo", json!({}));
    assert_eq!(
        conversation.ask("check_site", json!({}))["ok"],
        true,
        "{file}"
    );
    json!({
        "head": check["head"],
        "operations": check["operations"],
        "assets": assets,
        "units": picked(&posture["units"], &UNIT),
        "sections": picked(&posture["programme"]["sections"], &SECTION),
    })
}

fn picked(rows: &Value, keys: &[&str]) -> Vec<Value> {
    let pick = |row: &Value| {
        let fields = keys
            .iter()
            .map(|key| ((*key).to_owned(), row[*key].clone()));
        Value::Object(fields.collect())
    };
    rows.as_array().unwrap().iter().map(pick).collect()
}

#[test]
fn the_released_files_are_small_enough_to_keep_for_ever() {
    for entry in std::fs::read_dir(fixture("sites/released"))
        .unwrap()
        .flatten()
    {
        assert!(
            entry.metadata().unwrap().len() < 300_000,
            "{}",
            entry.path().display()
        );
    }
}
