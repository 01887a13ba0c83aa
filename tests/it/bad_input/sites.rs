//! Files that are no site, or one that was tampered with, damaged, made by a newer program or is in use.

use rusqlite::Connection;
use serde_json::json;
use zonewright_tests::conversation::Conversation;

use super::terminal::{Terminal, fixture, reader, sample};

/// Every command that opens a site, as a person types it.
const COMMANDS: [&str; 7] = [
    "check s.zwsite",
    "posture s.zwsite",
    "history s.zwsite",
    "report s.zwsite r.pdf",
    "copy s.zwsite copy.zwsite",
    "apply s.zwsite one.flow",
    "import s.zwsite list.csv",
];
/// The commands among them that write.
const WRITING: [&str; 2] = ["apply s.zwsite one.flow", "import s.zwsite list.csv"];

/// A folder with a site file of these bytes, a script and a list.
fn folder(site: Option<&[u8]>) -> Terminal {
    let terminal = Terminal::new();
    if let Some(bytes) = site {
        terminal.put("s.zwsite", bytes);
    }
    terminal.put("one.flow", "> create_person {\"name\": \"Bo\"}\n");
    terminal.put("list.csv", "Name;Type\nPump 1;PLC\n");
    terminal
}

/// The sample site after another tool had its way with it.
fn edited(sql: &str) -> Vec<u8> {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("s.zwsite");
    std::fs::write(&path, sample()).unwrap();
    let conn = Connection::open(&path).unwrap();
    conn.execute_batch(sql).unwrap();
    conn.close().unwrap();
    std::fs::read(path).unwrap()
}

fn damaged(change: impl FnOnce(&mut Vec<u8>)) -> Vec<u8> {
    let mut bytes = sample().to_vec();
    change(&mut bytes);
    bytes
}

#[test]
fn what_is_no_site_of_this_program_is_refused_by_every_command() {
    let newer =
        "PRAGMA user_version = 9; UPDATE meta SET minimum_writer = 9, minimum_program = '4.2'";
    let trigger = "CREATE TRIGGER spy AFTER INSERT ON answer BEGIN DELETE FROM person; END";
    let middle = sample().len() / 2 / 4096 * 4096;
    let cases: [(&str, Vec<u8>, &str, &str); 9] = [
        (
            "a text",
            b"Dear all,\n".repeat(900),
            "site.not_a_site",
            "not a Zonewright site file",
        ),
        ("nothing", Vec::new(), "site.not_a_site", "it is empty"),
        (
            "a spreadsheet",
            std::fs::read(fixture("spreadsheets/plain.xlsx")).unwrap(),
            "site.not_a_site",
            "first bytes",
        ),
        (
            "another database",
            edited("PRAGMA application_id = 7"),
            "site.not_a_site",
            "another program",
        ),
        (
            "a newer file",
            edited(newer),
            "site.newer",
            "Zonewright 4.2 or newer",
        ),
        (
            "a strange trigger",
            edited(trigger),
            "site.foreign",
            "trigger spy",
        ),
        (
            "a strange view",
            edited("CREATE VIEW v AS SELECT * FROM answer"),
            "site.foreign",
            "view v",
        ),
        (
            "a damaged page",
            damaged(|bytes| bytes[middle..middle + 64].fill(0xA5)),
            "site.damaged",
            "is damaged",
        ),
        (
            "a cut file",
            damaged(|bytes| bytes.truncate(middle)),
            "site.damaged",
            "missing at its end",
        ),
    ];
    for (what, bytes, code, says) in cases {
        let terminal = folder(Some(&bytes));
        for command in COMMANDS {
            let refusal = terminal.refused_as(command, code);
            assert!(
                refusal.message.contains(says),
                "{what}, {command}: {}",
                refusal.message
            );
        }
    }
}

#[test]
fn a_site_that_is_not_there_or_is_a_folder_is_told_as_such() {
    let terminal = folder(None);
    for command in COMMANDS {
        terminal.refused_as(command, "site.not_found");
    }
    std::fs::create_dir(terminal.path("s.zwsite")).unwrap();
    for command in COMMANDS {
        let refusal = terminal.refused_as(command, "site.not_a_site");
        assert!(
            refusal.message.contains("it is a folder"),
            "{}",
            refusal.message
        );
    }
}

#[test]
fn a_row_changed_with_another_tool_is_found_by_check_and_kept_as_it_is() {
    let bytes = edited("UPDATE person SET name = 'Somebody Else' WHERE id = 'keller'");
    let terminal = folder(Some(&bytes));
    let check = terminal.denied("check s.zwsite");
    let finding = check["findings"][0]["message"].as_str().unwrap();
    assert!(finding.contains("keller") && finding.len() > 30, "{check}");
    assert!(
        terminal.bytes("s.zwsite") == bytes,
        "checking changed the file"
    );
}

#[test]
fn a_newer_file_that_allows_reading_is_read_and_not_written() {
    let newer = "PRAGMA user_version = 9; UPDATE meta SET minimum_program = '4.2'";
    let terminal = folder(Some(&edited(newer)));
    let head = terminal.head("s.zwsite");
    terminal.accepted("posture s.zwsite");
    terminal.accepted("report s.zwsite r.pdf");
    for command in WRITING {
        let refusal = terminal.refused_as(command, "site.read_only");
        assert!(
            refusal.message.contains("Zonewright 4.2 or newer"),
            "{}",
            refusal.message
        );
    }
    assert_eq!(terminal.head("s.zwsite"), head);
}

#[test]
fn while_somebody_writes_others_read_and_are_told_who_it_is() {
    let terminal = folder(Some(sample()));
    let mut writer = Conversation::start(terminal.path("").as_path(), &reader());
    let file = writer.file("s.zwsite");
    writer.ask("open_site", json!({ "file": file }));
    let head = terminal.head("s.zwsite");
    terminal.accepted("posture s.zwsite");
    terminal.accepted("report s.zwsite r.pdf");
    for command in WRITING {
        let refusal = terminal.refused_as(command, "site.locked");
        assert!(
            refusal.message.contains("by tester since 2026-11-23"),
            "{}",
            refusal.message
        );
    }
    assert_eq!(terminal.head("s.zwsite"), head);
    writer.ask("create_person", json!({ "name": "Bo" }));
    writer.ask("close_site", json!({}));
    assert_ne!(terminal.head("s.zwsite"), head);
    terminal.accepted("apply s.zwsite one.flow");
}
