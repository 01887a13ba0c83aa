//! Every command of the one list answers whatever it is sent, and every operation refuses a file opened for reading.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;

use serde_json::{Value, json};
use zonewright_api::{COMMANDS, CommandKind};
use zonewright_tests::conversation::Conversation;

use super::terminal::{assert_plain, fixture, reader, sample};

/// Sends a command and gives its code: empty when it was done.
fn code(conversation: &mut Conversation, command: &str, input: &Value) -> String {
    let what = format!("{command} {input}");
    let answer = catch_unwind(AssertUnwindSafe(|| {
        conversation.send(command, input.clone())
    }));
    match answer.unwrap_or_else(|_| panic!("{what} panicked")) {
        Ok(reply) => {
            assert!(reply.get("output").is_some(), "{what}: {reply}");
            String::new()
        }
        Err(problem) => {
            let problem = serde_json::to_value(problem).unwrap();
            assert_plain(&what, &problem);
            problem["code"].as_str().unwrap().to_owned()
        }
    }
}

#[test]
fn without_a_site_every_command_answers_and_none_panics() {
    let folder = tempfile::tempdir().unwrap();
    let mut conversation = Conversation::start(folder.path(), &reader());
    let inputs = [
        json!({}),
        Value::Null,
        json!([]),
        json!(7),
        json!("site"),
        json!({ "colour": "red" }),
        json!({ "file": "file-7" }),
        json!({ "file": 7, "id": [], "unit": {}, "scope": -1 }),
        json!({ "id": "../../etc", "unit": "zone:\u{0}", "scope": "inside:" }),
    ];
    for entry in COMMANDS {
        for input in &inputs {
            let code = code(&mut conversation, entry.name, input);
            assert!(
                entry.kind != CommandKind::Operation || !code.is_empty(),
                "{} was done without a site",
                entry.name
            );
        }
    }
}

#[test]
fn on_the_sample_site_empty_and_strange_inputs_change_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let mut conversation = opened(folder.path(), Some(false));
    let head = head(&mut conversation);
    let strange = "\u{202e}\u{0}'; DROP TABLE answer; --";
    for entry in COMMANDS
        .iter()
        .filter(|entry| !["undo", "redo", "close_site"].contains(&entry.name))
    {
        for input in [
            json!([null]),
            json!({ "id": strange, "unit": strange, "scope": strange, "pack": strange }),
            json!({ "id": strange }),
            json!({ "unit": strange }),
            json!({ "ids": [strange] }),
            json!({ "pack": "iec62443-3-3-2013", "requirement": strange, "scope": "site" }),
            json!({ "pack": "iec62443-3-3-2013", "requirement": "SR 1.1", "scope": strange }),
            json!({ "unit": "zone:nowhere", "levels": [4, 4, 4, 4, 4, 4, 4] }),
            json!({ "id": "dosing", "rect": { "x": i32::MAX, "y": i32::MIN, "width": i32::MAX, "height": 1 } }),
            json!({ "name": "A", "ends": ["dosing", "dosing"] }),
            json!({ "limit": u32::MAX, "offset": u32::MAX, "search": "%_\"*(" }),
        ] {
            code(&mut conversation, entry.name, &input);
        }
    }
    assert_eq!(self::head(&mut conversation), head);
}

#[test]
fn a_site_opened_for_reading_refuses_every_operation_alike_and_stays_as_it_is() {
    let folder = tempfile::tempdir().unwrap();
    let mut reading = opened(folder.path(), Some(true));
    let before = std::fs::read(folder.path().join("s.zwsite")).unwrap();
    let inputs = operations(&mut reading, folder.path());
    for entry in COMMANDS
        .iter()
        .filter(|entry| entry.kind == CommandKind::Operation)
    {
        let (_, input) = inputs
            .iter()
            .find(|(name, _)| *name == entry.name)
            .unwrap_or_else(|| panic!("this test knows no input for {}", entry.name));
        assert_eq!(
            code(&mut reading, entry.name, input),
            "site.read_only",
            "{}",
            entry.name
        );
    }
    assert!(std::fs::read(folder.path().join("s.zwsite")).unwrap() == before);
    // The very same messages work where writing is allowed, so it was not the message that was refused.
    let other = tempfile::tempdir().unwrap();
    let mut writing = opened(other.path(), Some(false));
    let inputs = operations(&mut writing, other.path());
    for (name, input) in &inputs {
        writing.ask(name, input.clone());
        if !["undo", "redo"].contains(name) {
            writing.ask("undo", json!({}));
        }
    }
    assert_eq!(writing.ask("check_site", json!({}))["ok"], true);
}

/// One message per operation that the sample site accepts; each is undone before the next.
fn operations(conversation: &mut Conversation, folder: &Path) -> Vec<(&'static str, Value)> {
    let file = conversation.file(fixture("spreadsheets/plain.xlsx"));
    let evidence = conversation.file(fixture("keys/p256.pem"));
    let asset = conversation.ask("assets_list", json!({ "limit": 1 }))["rows"][0]["id"].clone();
    let link = evidence_of(conversation);
    let sheet = super::walkdown::filled(conversation, folder);
    let answer = json!({ "pack": "iec62443-3-3-2013", "requirement": "SR 1.1", "scope": "site" });
    let with = |key: &str, value: Value| {
        let mut input = answer.clone();
        input[key] = value;
        input
    };
    let mut dropped = with("base64", "Wm9uZW4=".into());
    dropped["file_name"] = "zones.txt".into();
    let rect = json!({ "x": 524, "y": 516, "width": 380, "height": 190 });
    let conduit = conversation.ask("plan_get", json!({}))["conduits"][0]["id"].clone();
    vec![
        ("update_site", json!({ "name": "Other" })),
        ("create_person", json!({ "name": "Bo" })),
        ("update_person", json!({ "id": "keller", "role": "Lead" })),
        ("delete_person", json!({ "id": "keller" })),
        ("create_asset", json!({ "id": "pump", "name": "Pump" })),
        ("update_asset", json!({ "id": asset, "name": "Pump" })),
        ("delete_assets", json!({ "ids": [asset] })),
        ("place_assets", json!({ "ids": [asset], "zone": null })),
        ("import_assets", json!({ "file": file })),
        ("create_zone", json!({ "name": "Other" })),
        ("update_zone", json!({ "id": "dosing", "name": "Other" })),
        ("move_zone", json!({ "id": "dosing", "rect": rect })),
        ("delete_zone", json!({ "id": "dosing" })),
        ("create_conduit", json!({ "ends": ["dosing", "utilities"] })),
        ("update_conduit", json!({ "id": conduit, "name": "Other" })),
        ("delete_conduit", json!({ "id": conduit })),
        (
            "set_target",
            json!({ "unit": "zone:dosing", "levels": [1, 1, 1, 1, 1, 1, 1] }),
        ),
        (
            "set_fact",
            json!({ "unit": "zone:dosing", "fact": "pki", "present": true }),
        ),
        ("answer_question", with("note", "Seen.".into())),
        ("clear_answer", answer.clone()),
        ("add_evidence", with("file", evidence.into())),
        ("add_evidence_bytes", dropped),
        ("import_walkdown", json!({ "file": sheet })),
        ("remove_evidence", json!({ "id": link })),
        ("undo", json!({})),
        ("redo", json!({})),
    ]
}

/// The id of a piece of evidence of the sample site.
fn evidence_of(conversation: &mut Conversation) -> Value {
    let units = conversation.ask("posture_site", json!({}))["units"].clone();
    let names = units
        .as_array()
        .unwrap()
        .iter()
        .map(|unit| unit["unit"].clone());
    for unit in names.chain([json!("site")]) {
        let questions = conversation.ask("questions_list", json!({ "unit": unit }));
        for requirement in questions["requirements"].as_array().unwrap() {
            let link = &requirement["effective"]["evidence"][0]["id"];
            if link.is_string() {
                return link.clone();
            }
        }
    }
    panic!("the sample site has no evidence");
}

/// A conversation with a copy of the sample site open.
fn opened(folder: &Path, read_only: Option<bool>) -> Conversation {
    std::fs::write(folder.join("s.zwsite"), sample()).unwrap();
    let mut conversation = Conversation::start(folder, &reader());
    let file = conversation.file("s.zwsite");
    conversation.ask("open_site", json!({ "file": file, "read_only": read_only }));
    conversation
}

fn head(conversation: &mut Conversation) -> Value {
    let check = conversation.ask("check_site", json!({}));
    assert_eq!(check["ok"], true, "{check}");
    check["head"].clone()
}
