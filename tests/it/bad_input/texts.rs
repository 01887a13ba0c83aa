//! Texts that break layouts: a note of 5,000 characters, emoji, writing from right to left, one word without an end.

use serde_json::json;
use zonewright_report::read_embedded;
use zonewright_tests::tool::ask;

use super::terminal::Terminal;

#[test]
fn a_report_carries_every_note_in_full_whatever_stands_in_it() {
    let terminal = Terminal::with_sample();
    let long = format!("{}END-OF-NOTE", "The pump stands. ".repeat(300));
    assert!(long.chars().count() > 5_000);
    let notes = [
        ("SR 1.1", long),
        ("SR 1.2", "👩‍🏭🏭⚠️ seen by 👷🏽, family 👨‍👩‍👧‍👦, flag 🇩🇪".to_owned()),
        (
            "SR 1.3",
            "مضخة الجرعات 漢字 ไทย नमस्ते e\u{301}\u{302}\u{303}".to_owned(),
        ),
        ("SR 1.4", "unbroken".repeat(700)),
        (
            "SR 1.5",
            "line one\nline two\ttabbed\u{7}\u{200b}\u{fffe}end".to_owned(),
        ),
    ];
    let line = |(requirement, note): &(&str, String)| {
        let input = json!({ "pack": "iec62443-3-3-2013", "requirement": requirement, "scope": "site", "note": note });
        format!("> answer_question {input}\n")
    };
    terminal.put("notes.flow", notes.iter().map(line).collect::<String>());
    terminal.accepted("apply s.zwsite notes.flow");
    terminal.accepted("report s.zwsite r.pdf");
    let assessment = read_embedded(&terminal.bytes("r.pdf")).unwrap();
    let answers = assessment["answers"].as_array().unwrap();
    for (requirement, note) in &notes {
        let kept = answers
            .iter()
            .any(|answer| answer["requirement"] == *requirement && answer["note"] == **note);
        assert!(
            kept,
            "the note of {requirement} is not in the assessment as it was written"
        );
    }
    let well_formed = ask(
        "qpdf",
        ["--check".into(), terminal.path("r.pdf").into_os_string()],
    );
    assert!(well_formed.accepted, "{}", well_formed.text);
    terminal.head("s.zwsite");
}

#[test]
fn a_text_beyond_every_measure_is_refused_with_the_measure() {
    let terminal = Terminal::with_sample();
    for (field, length, says) in [
        ("name", 301, "at most 300 characters"),
        ("role", 100_001, "at most 100000 characters"),
    ] {
        let mut input = json!({ "name": "Bo" });
        input[field] = "x".repeat(length).into();
        terminal.put("long.flow", format!("> create_person {input}\n"));
        let refusal = terminal.refused_as("apply s.zwsite long.flow", "input.field");
        assert!(refusal.message.contains(says), "{}", refusal.message);
    }
}
