//! What a framework shows of a site is what the questions themselves say.

use std::collections::BTreeMap;
use std::path::PathBuf;

use serde_json::{Value, json};
use zonewright_tests::conversation::Conversation;

fn list<'a>(value: &'a Value, key: &str) -> &'a [Value] {
    value[key].as_array().unwrap()
}

/// Outcome of every requirement that a unit (or the site) must have.
fn asked(conversation: &mut Conversation, unit: &str) -> BTreeMap<String, String> {
    let questions = conversation.ask("questions_list", json!({ "unit": unit }));
    let due = list(&questions, "requirements")
        .iter()
        .filter(|one| one["due"] == true);
    due.map(|one| {
        let word = |key: &str| one[key].as_str().unwrap().to_owned();
        (word("id"), word("outcome"))
    })
    .collect()
}

#[test]
fn standings_of_the_sample_are_the_outcomes_of_its_questions() {
    let scratch = tempfile::tempdir().unwrap();
    let reader = PathBuf::from(env!("CARGO_BIN_EXE_reader"));
    let mut conversation = Conversation::start(scratch.path(), &reader);
    let file = conversation.file("sample.zwsite");
    conversation.ask("open_sample", json!({ "file": file }));
    let posture = conversation.ask("posture_site", json!({}));
    let units: Vec<String> = list(&posture, "units")
        .iter()
        .map(|unit| unit["unit"].as_str().unwrap().to_owned())
        .collect();
    let mut by_unit: BTreeMap<String, BTreeMap<String, String>> = BTreeMap::new();
    for unit in units.iter().map(String::as_str).chain(["site"]) {
        let outcomes = asked(&mut conversation, unit);
        by_unit.insert(unit.to_owned(), outcomes);
    }
    for framework in ["iso27001-2022", "nist-csf-2-0"] {
        let coverage = conversation.ask("framework_coverage", json!({ "framework": framework }));
        let mut seen = 0;
        for standing in list(&coverage, "standings") {
            let id = standing["id"].as_str().unwrap();
            let of_site = by_unit["site"].get(id);
            if let Some(outcome) = of_site {
                assert_eq!(standing["outcome"], outcome.as_str(), "{id}");
                continue;
            }
            for unit in list(standing, "units") {
                let name = unit["unit"].as_str().unwrap();
                assert_eq!(
                    unit["outcome"],
                    by_unit[name][id].as_str(),
                    "{id} in {name}"
                );
                seen += 1;
            }
        }
        let due: usize = units.iter().map(|unit| by_unit[unit].len()).sum();
        assert_eq!(
            (seen, due > 0),
            (due, true),
            "every due requirement of every unit stands there"
        );
        let states: Vec<&Value> = list(&coverage, "controls")
            .iter()
            .map(|one| &one["state"])
            .collect();
        assert!(
            states.contains(&&json!("started")),
            "{framework}: {states:?}"
        );
    }
}

#[test]
fn an_answer_shows_at_the_controls_it_counts_for_and_an_unknown_framework_is_refused() {
    let scratch = tempfile::tempdir().unwrap();
    let reader = PathBuf::from(env!("CARGO_BIN_EXE_reader"));
    let mut conversation = Conversation::start(scratch.path(), &reader);
    let file = conversation.file("new.zwsite");
    conversation.ask("new_site", json!({ "file": file, "name": "New works" }));
    let control = |conversation: &mut Conversation, id: &str| {
        let coverage = conversation.ask(
            "framework_coverage",
            json!({ "framework": "iso27001-2022" }),
        );
        list(&coverage, "controls")
            .iter()
            .find(|one| one["id"] == id)
            .cloned()
            .unwrap()
    };
    let before = control(&mut conversation, "A.6.1");
    assert_eq!(
        (&before["state"], &before["lowest"]),
        (&json!("open"), &Value::Null)
    );
    let overrule = json!({ "outcome": "ml1", "reason": "Known to two people." });
    let answer = json!({ "pack": "iec62443-2-1-2024", "requirement": "ORG 1.2", "scope": "site", "overrule": overrule });
    conversation.ask("answer_question", answer);
    let after = control(&mut conversation, "A.6.1");
    assert_eq!(after["lowest"], json!("ml1"));
    assert_ne!(after["state"], json!("open"));
    let unknown = conversation.send("framework_coverage", json!({ "framework": "iso9001" }));
    assert_eq!(unknown.unwrap_err().code, "framework.missing");
}
