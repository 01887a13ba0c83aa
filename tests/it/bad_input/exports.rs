//! Files that the program writes beside the site: whatever stands there and is not older work of the same kind stays.

use serde_json::json;
use zonewright_tests::conversation::Conversation;

use super::terminal::{Terminal, fixture, reader};

fn terminal() -> Terminal {
    let terminal = Terminal::with_sample();
    terminal.put("pass", "zonewright-test\n");
    terminal
}

#[test]
fn a_report_never_takes_the_place_of_other_work() {
    let terminal = terminal();
    let p12 = fixture("keys/p256.p12");
    terminal.accepted("report s.zwsite signed.pdf");
    terminal.accepted(&format!(
        "sign signed.pdf --role assessor --p12 {} --passphrase-file pass",
        p12.display()
    ));
    terminal.put("letter.txt", "Dear all");
    std::fs::create_dir(terminal.path("folder")).unwrap();
    for (target, code) in [
        ("s.zwsite", "file.other_kind"),
        ("letter.txt", "file.other_kind"),
        ("pass", "file.other_kind"),
        ("signed.pdf", "report.signed"),
        ("folder", "file.is_folder"),
        (".", "file.is_folder"),
        ("nowhere/r.pdf", "file.unwritable"),
    ] {
        terminal.refused_as(&format!("report s.zwsite {target}"), code);
    }
    terminal.head("s.zwsite");
}

#[test]
fn a_certificate_never_takes_the_place_of_other_work() {
    let terminal = terminal();
    let site = terminal.bytes("s.zwsite");
    let mut conversation = Conversation::start(terminal.path("").as_path(), &reader());
    conversation.ask(
        "make_identity",
        json!({ "name": "Bo", "organisation": "", "passphrase": "three plants in a row" }),
    );
    for (name, code) in [
        ("s.zwsite", "file.other_kind"),
        ("pass", "file.other_kind"),
        ("", "file.is_folder"),
    ] {
        let file = conversation.file(name);
        let input = json!({ "identity": "Bo", "file": file });
        let problem = conversation.send("export_certificate", input).unwrap_err();
        assert_eq!(problem.code, code, "{name}: {problem}");
    }
    assert!(terminal.bytes("s.zwsite") == site);
    for _ in 0..2 {
        let file = conversation.file("bo.pem");
        conversation.ask(
            "export_certificate",
            json!({ "identity": "Bo", "file": file }),
        );
    }
}

#[test]
fn an_older_report_that_nobody_signed_is_replaced_whole() {
    let terminal = terminal();
    terminal.accepted("report s.zwsite r.pdf");
    terminal.put("empty.pdf", "");
    for target in ["r.pdf", "empty.pdf"] {
        let made = terminal.accepted(&format!("report s.zwsite {target}"));
        assert_eq!(made["size"], terminal.bytes(target).len());
    }
    assert_eq!(terminal.files().len(), 4, "nothing else was left behind");
}

#[test]
fn a_new_site_or_a_copy_never_takes_a_name_that_is_taken() {
    let terminal = terminal();
    for command in [
        "new s.zwsite",
        "new .",
        "sample s.zwsite",
        "copy s.zwsite s.zwsite",
        "copy s.zwsite .",
        "copy s.zwsite pass",
    ] {
        terminal.refused_as(command, "site.exists");
    }
    for command in [
        "new nowhere/n.zwsite",
        "sample nowhere/n.zwsite",
        "copy s.zwsite nowhere/n.zwsite",
    ] {
        let refusal = terminal.refused_as(command, "site.no_folder");
        assert!(
            refusal.message.contains("no folder for “n.zwsite”"),
            "{}",
            refusal.message
        );
    }
}
