//! Whole conversations with the program as text: `> command {json}` is said, `< {json}` is answered, `#` is a remark.
//! `@name` in a field `file` or `p12` is a file of the scratch folder, `@fixtures/…` one of the repository.
//! Hashes stand as `hash-1`, `hash-2` in the order in which they appear: equal ones stay equal, while new words in a pack,
//! whose hash every journal begins with, leave the conversations as they are.
//! `UPDATE_EXPECT=1` writes what the program answers now; read the difference before you keep it.

#![allow(clippy::unwrap_used)]

mod coverage;

use std::path::{Path, PathBuf};

use serde_json::Value;
use zonewright_api::{parse_line, with_files};
use zonewright_tests::conversation::Conversation;
use zonewright_tests::place;

#[test]
fn every_conversation_goes_as_written() {
    let flows = place::files("tests/suite/flows", |path| path.ends_with(".flow"));
    assert!(!flows.is_empty(), "no conversation was found");
    let mut different = Vec::new();
    for flow in flows {
        let written = place::read(&flow);
        let spoken = speak(&written);
        if written != spoken {
            if std::env::var_os("UPDATE_EXPECT").is_some() {
                std::fs::write(place::root().join(&flow), spoken).unwrap();
            } else {
                different.push(format!("{flow}\n{}", first_difference(&written, &spoken)));
            }
        }
    }
    assert!(different.is_empty(), "{}", different.join("\n"));
}

/// Says every command of a conversation and gives the text with the answers of now.
fn speak(written: &str) -> String {
    let scratch = tempfile::tempdir().unwrap();
    let reader = PathBuf::from(env!("CARGO_BIN_EXE_reader"));
    let mut conversation = Conversation::start(scratch.path(), &reader);
    let mut spoken = String::new();
    let mut hashes = Vec::new();
    for line in written.lines().filter(|line| !line.starts_with('<')) {
        spoken.push_str(line);
        spoken.push('\n');
        if let Some((command, input)) = parse_line(line).unwrap() {
            let input = with_places(input);
            let input = with_files(&mut conversation.app, input, scratch.path());
            let answer = match conversation.send(&command, input) {
                Ok(reply) => reply,
                Err(problem) => serde_json::json!({ "problem": problem }),
            };
            spoken.push_str("< ");
            spoken.push_str(&stable(&answer, scratch.path(), &mut hashes));
            spoken.push('\n');
        }
    }
    spoken
}

/// `@fixtures/…` names a file of the repository, whatever the scratch folder is.
fn with_places(mut input: Value) -> Value {
    if let Some(Value::String(text)) = input.get_mut("file")
        && let Some(name) = text.strip_prefix("@fixtures/")
    {
        *text = format!("@{}", place::root().join("fixtures").join(name).display());
    }
    input
}

/// The answer on one line; the scratch folder has another name on every run.
fn stable(answer: &Value, scratch: &Path, hashes: &mut Vec<String>) -> String {
    let mut answer = answer.clone();
    number_hashes(&mut answer, hashes);
    answer
        .to_string()
        .replace(&*scratch.to_string_lossy(), "SCRATCH")
}

/// Puts the number of its first appearance in the place of every SHA-256.
fn number_hashes(answer: &mut Value, hashes: &mut Vec<String>) {
    match answer {
        Value::String(text)
            if text.len() == 64 && text.bytes().all(|byte| byte.is_ascii_hexdigit()) =>
        {
            let known = hashes.iter().position(|hash| hash == text);
            let place = known.unwrap_or_else(|| {
                hashes.push(text.clone());
                hashes.len() - 1
            });
            *text = format!("hash-{}", place + 1);
        }
        Value::Array(items) => items
            .iter_mut()
            .for_each(|item| number_hashes(item, hashes)),
        Value::Object(fields) => fields
            .values_mut()
            .for_each(|item| number_hashes(item, hashes)),
        _ => {}
    }
}

fn first_difference(written: &str, spoken: &str) -> String {
    for (number, (old, new)) in (1..).zip(written.lines().zip(spoken.lines())) {
        if old != new {
            return format!("  line {number}\n  written {old}\n  spoken  {new}");
        }
    }
    format!(
        "  {} lines written, {} spoken",
        written.lines().count(),
        spoken.lines().count()
    )
}
