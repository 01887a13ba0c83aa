//! Spreadsheets that are protected, cut off, absurd or none: the site is as before, whether it was a dry run or not.

use rust_xlsxwriter::Workbook;

use super::terminal::{Terminal, fixture};

/// Imports `file`, also as a dry run; both are refused with `code`.
fn refused(terminal: &Terminal, file: &str, code: &str) {
    for how in ["", " --dry-run"] {
        let refusal = terminal.refused_as(&format!("import s.zwsite {file}{how}"), code);
        let unchanged = ["the site is unchanged", "Nothing was changed"];
        assert_eq!(
            unchanged
                .iter()
                .filter(|words| refusal.message.contains(**words))
                .count(),
            1,
            "{}",
            refusal.message
        );
    }
}

#[test]
fn a_spreadsheet_that_cannot_be_read_changes_nothing() {
    let terminal = Terminal::with_sample();
    let head = terminal.head("s.zwsite");
    let plain = std::fs::read(fixture("spreadsheets/plain.xlsx")).unwrap();
    for name in ["protected.xlsx", "protected.ods"] {
        terminal.put(
            name,
            std::fs::read(fixture("spreadsheets").join(name)).unwrap(),
        );
        refused(&terminal, name, "import.protected");
    }
    let cases: [(&str, &[u8], &str); 6] = [
        ("half.xlsx", &plain[..plain.len() / 2], "import.damaged"),
        ("end.xlsx", &plain[..plain.len() - 30], "import.damaged"),
        ("empty.xlsx", b"", "import.empty_file"),
        (
            "report.xlsx",
            b"%PDF-1.7 a report with another ending",
            "import.not_a_spreadsheet",
        ),
        (
            "page.xls",
            b"<html><table><tr><td>Name</td></tr></table></html>",
            "import.not_a_spreadsheet",
        ),
        (
            "noise.csv",
            &[0, 1, 2, 3, 0, 0, 7],
            "import.not_a_spreadsheet",
        ),
    ];
    for (name, bytes, code) in cases {
        terminal.put(name, bytes);
        refused(&terminal, name, code);
    }
    refused(&terminal, "s.zwsite", "import.not_a_spreadsheet");
    refused(&terminal, "absent.xlsx", "import.cannot_open");
    std::fs::create_dir(terminal.path("folder.xlsx")).unwrap();
    refused(&terminal, "folder.xlsx", "import.cannot_open");
    terminal.put("plain.xlsx", &plain);
    refused(
        &terminal,
        "plain.xlsx --sheet Nowhere",
        "import.no_such_sheet",
    );
    refused(&terminal, "plain.xlsx --map manufacturer=QQ", "usage.map");
    refused(&terminal, "plain.xlsx --map colour=A", "input.field");
    assert_eq!(terminal.head("s.zwsite"), head);
}

#[test]
fn an_absurd_spreadsheet_is_answered_and_adds_at_most_what_it_names() {
    let terminal = Terminal::with_sample();
    // Cells in the farthest corner of a sheet, and a cell as long as a cell can be.
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    for (row, column, text) in [
        (0, 0, "Name"),
        (0, 1, "Type"),
        (1, 0, "Pump 1"),
        (1, 1, "PLC"),
        (1_048_575, 16_383, "lost"),
    ] {
        sheet.write(row, column, text).unwrap();
    }
    sheet.write(2, 0, "x".repeat(32_767)).unwrap();
    book.save(terminal.path("corner.xlsx")).unwrap();
    let before = terminal
        .accepted("history s.zwsite --limit 1000")
        .as_array()
        .unwrap()
        .len();
    let imported = terminal.accepted("import s.zwsite corner.xlsx");
    assert!(imported["created"].as_u64().unwrap() <= 3, "{imported}");
    let after = terminal
        .accepted("history s.zwsite --limit 1000")
        .as_array()
        .unwrap()
        .len();
    assert_eq!(after, before + 1, "an import is one operation");
    terminal.head("s.zwsite");
}
