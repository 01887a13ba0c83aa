//! Evidence that arrives as bytes: kept to the byte or refused in plain words, and shown only when it is a picture.

use serde_json::{Value, json};
use zonewright_tests::conversation::Conversation;

use super::terminal::{reader, sample};

/// One pixel.
const PNG: &str = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

fn opened(folder: &std::path::Path) -> Conversation {
    std::fs::write(folder.join("s.zwsite"), sample()).unwrap();
    let mut conversation = Conversation::start(folder, &reader());
    let file = conversation.file("s.zwsite");
    conversation.ask("open_site", json!({ "file": file }));
    conversation
}

fn dropped(file_name: &str, base64: &str) -> Value {
    json!({ "pack": "iec62443-3-3-2013", "requirement": "SR 5.2", "scope": "site", "file_name": file_name, "base64": base64 })
}

#[test]
fn what_is_dropped_or_pasted_is_kept_to_the_byte_and_only_pictures_are_shown() {
    let folder = tempfile::tempdir().unwrap();
    let mut conversation = opened(folder.path());
    for (name, base64, kept, kind, size) in [
        ("Screenshot 1.png", PNG, "Screenshot 1.png", "png", 70),
        ("C:\\plant\\rules.txt", "Wm9uZW4=", "rules.txt", "other", 5),
        ("scan.pdf", "JVBERi0xLjcK", "scan.pdf", "pdf", 9),
        // A script that calls itself a drawing is kept, as every file is, and never shown.
        ("plan.svg", "PHN2ZyB4bWxucz0nJy8+", "plan.svg", "other", 15),
    ] {
        let view = conversation.ask("add_evidence_bytes", dropped(name, base64));
        assert_eq!(
            (&view["file_name"], &view["size"]),
            (&json!(kept), &json!(size))
        );
        let preview = conversation.ask("evidence_preview", json!({ "id": view["id"] }));
        assert_eq!(preview["kind"], kind, "{name}");
        let picture = (kind == "png").then(|| format!("data:image/png;base64,{PNG}"));
        assert_eq!(preview["picture"], json!(picture), "{name}");
    }
    let listed = conversation.ask("questions_list", json!({ "unit": "zone:dmz" }));
    let listed = listed["requirements"].as_array().unwrap();
    let found = listed.iter().find(|one| one["id"] == "SR 5.2").unwrap();
    assert!(
        found["effective"]["evidence"].as_array().unwrap().len() >= 4,
        "several files back one answer"
    );
}

#[test]
fn a_picture_that_unpacks_to_more_than_a_screen_is_kept_and_not_shown() {
    let folder = tempfile::tempdir().unwrap();
    let mut conversation = opened(folder.path());
    // The head of a PNG of 60,000 by 60,000 pixels.
    let view = conversation.ask(
        "add_evidence_bytes",
        dropped("huge.png", "iVBORw0KGgoAAAANSUhEUgAA6mAAAOpgCAYAAAA="),
    );
    let preview = conversation.ask("evidence_preview", json!({ "id": view["id"] }));
    assert_eq!(preview, json!({ "kind": "png", "picture": null }));
}

#[test]
fn bytes_that_cannot_be_evidence_are_refused_and_nothing_changes() {
    let folder = tempfile::tempdir().unwrap();
    let mut conversation = opened(folder.path());
    let before = conversation.ask("check_site", json!({}));
    let large = "A".repeat(64 * 1024 * 1024 / 3 * 4 + 8);
    for (name, base64, code) in [
        ("a.txt", "", "evidence.empty"),
        ("a.txt", "Wm9u ZW4=", "input.field"),
        ("a.txt", "Wm9uZW4", "input.field"),
        ("a.txt", large.as_str(), "evidence.too_large"),
        ("photo.JPG", "Wm9uZW4=", "evidence.not_a_picture"),
        ("photo.webp", "JVBERi0xLjcK", "evidence.not_a_picture"),
        ("folder/", "Wm9uZW4=", "input.field"),
    ] {
        let problem = conversation
            .send("add_evidence_bytes", dropped(name, base64))
            .unwrap_err();
        assert_eq!(problem.code, code, "{name}: {problem}");
        assert!(problem.message.contains("Nothing was changed"), "{problem}");
    }
    for (id, code) in [("nothing", "evidence.missing"), ("a b", "input.field")] {
        let problem = conversation
            .send("evidence_preview", json!({ "id": id }))
            .unwrap_err();
        assert_eq!(problem.code, code, "{problem}");
    }
    assert_eq!(conversation.ask("check_site", json!({})), before);
}
