//! Questions go out on a sheet and come back filled in: what is written reads back, each awkward cell is named, and what
//! was answered in the meantime stays.

use std::collections::BTreeMap;
use std::ops::ControlFlow;
use std::path::Path;

use serde_json::{Value, json};
use zonewright_import::{Limits, ReadRequest, ReaderProgram, read_in_child};
use zonewright_tests::conversation::Conversation;

use super::terminal::{Terminal, reader, sample};

/// A requirement with one question that is open in the Plant DMZ, and one that is answered for the whole site.
const OPEN: &str = "SR 5.3 RE 1";
const ANSWERED: &str = "SR 5.2";

/// Texts by row, from 1, and column, from 0.
type Cells = BTreeMap<(u32, u16), String>;

/// A workbook as somebody's spreadsheet program holds it. It is saved as plain texts, without any of our formats.
struct Paper {
    sheets: Vec<(String, Cells)>,
}

impl Paper {
    fn open(path: &Path) -> Self {
        let mut go_on = |_| ControlFlow::Continue(());
        let program = ReaderProgram::at(reader());
        let request = ReadRequest::walkdown();
        let book = read_in_child(&program, path, &request, &Limits::default(), &mut go_on).unwrap();
        let cells = |sheet: &zonewright_import::Sheet| {
            let rows = sheet.rows.iter();
            rows.flat_map(|row| {
                let cells = row.cells.iter();
                cells.map(|cell| {
                    let column = u16::try_from(cell.column).unwrap();
                    ((row.number, column), cell.value.shown())
                })
            })
            .collect()
        };
        let sheets = book.sheets.iter();
        Self {
            sheets: sheets
                .map(|sheet| (sheet.name.clone(), cells(sheet)))
                .collect(),
        }
    }

    fn cells(&mut self, name: &str) -> &mut Cells {
        let found = self.sheets.iter_mut().find(|(known, _)| known == name);
        &mut found.unwrap().1
    }

    /// Row of the nth question of a requirement.
    fn row(&mut self, requirement: &str, nth: usize) -> u32 {
        let cells = self.cells("Questions");
        let mut rows = cells
            .iter()
            .filter(|((_, column), text)| *column == 0 && *text == requirement)
            .map(|((row, _), _)| *row);
        rows.nth(nth).unwrap()
    }

    /// Writes into the first row of a requirement; the column as its letter.
    fn put(&mut self, requirement: &str, column: char, text: &str) {
        let row = self.row(requirement, 0);
        self.put_at(row, column, text);
    }

    fn put_at(&mut self, row: u32, column: char, text: &str) {
        let column = u16::try_from(column as u32 - 'A' as u32).unwrap();
        self.cells("Questions")
            .insert((row, column), text.to_owned());
    }

    fn save(&self, path: &Path) {
        let mut book = rust_xlsxwriter::Workbook::new();
        for (name, cells) in &self.sheets {
            let sheet = book.add_worksheet().set_name(name).unwrap();
            for ((row, column), text) in cells {
                sheet.write_string(row - 1, *column, text).unwrap();
            }
        }
        book.save(path).unwrap();
    }
}

/// A handle on a sheet with one answer that the sample site does not have yet.
pub(super) fn filled(conversation: &mut Conversation, folder: &Path) -> String {
    let file = conversation.file("questions.xlsx");
    conversation.ask(
        "export_walkdown",
        json!({ "unit": "zone:dmz", "file": file }),
    );
    let mut paper = Paper::open(&folder.join("questions.xlsx"));
    paper.put(OPEN, 'F', "1");
    paper.save(&folder.join("filled.xlsx"));
    conversation.file("filled.xlsx")
}

struct Desk {
    folder: tempfile::TempDir,
    conversation: Conversation,
}

impl Desk {
    fn with_sample() -> Self {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("s.zwsite"), sample()).unwrap();
        let mut conversation = Conversation::start(folder.path(), &reader());
        let file = conversation.file("s.zwsite");
        conversation.ask("open_site", json!({ "file": file }));
        Self {
            folder,
            conversation,
        }
    }

    /// Writes all questions of a unit and opens the sheet.
    fn taken(&mut self, unit: &str, name: &str) -> Paper {
        let file = self.conversation.file(name);
        self.conversation
            .ask("export_walkdown", json!({ "unit": unit, "file": file }));
        Paper::open(&self.folder.path().join(name))
    }

    /// Saves the sheet and looks at what it would change.
    fn seen(&mut self, paper: &Paper) -> Value {
        paper.save(&self.folder.path().join("filled.xlsx"));
        let file = self.conversation.file("filled.xlsx");
        self.conversation
            .ask("walkdown_preview", json!({ "file": file }))
    }

    fn refused(&mut self, command: &str, input: Value) -> String {
        let problem = self.conversation.send(command, input).unwrap_err();
        assert!(
            ["Nothing was", "no sheet was written"]
                .iter()
                .any(|words| problem.message.contains(words)),
            "{problem}"
        );
        problem.code
    }

    fn import(&mut self) -> Value {
        let file = self.conversation.file("filled.xlsx");
        self.conversation
            .ask("import_walkdown", json!({ "file": file }))
    }

    fn answer(&mut self, unit: &str, requirement: &str) -> Value {
        let listed = self
            .conversation
            .ask("questions_list", json!({ "unit": unit }));
        let listed = listed["requirements"].as_array().unwrap().clone();
        listed
            .into_iter()
            .find(|one| one["id"] == requirement)
            .unwrap()
    }
}

fn requirements(plan: &Value) -> Vec<&str> {
    let answers = plan["answers"].as_array().unwrap();
    answers
        .iter()
        .map(|answer| answer["requirement"].as_str().unwrap())
        .collect()
}

fn said(plan: &Value) -> String {
    let problems = plan["problems"].as_array().unwrap();
    let line = |problem: &Value| {
        assert!(!problem["hint"].as_str().unwrap().is_empty(), "{problem}");
        format!(
            "{} {}\n",
            problem["cell"].as_str().unwrap(),
            problem["message"].as_str().unwrap()
        )
    };
    problems.iter().map(line).collect()
}

#[test]
fn a_sheet_that_nobody_filled_in_changes_nothing() {
    let mut desk = Desk::with_sample();
    // Of the hundred technical requirements four are void in the DMZ of the sample: what they are about is not there.
    for (unit, requirements) in [("zone:dmz", 96), ("site", 87)] {
        let paper = desk.taken(unit, &format!("{}.xlsx", unit.replace(':', "-")));
        let plan = desk.seen(&paper);
        assert_eq!(plan["answers"], json!([]), "{unit}");
        assert_eq!(plan["problems"], json!([]), "{unit}");
        assert_eq!(plan["unchanged"], requirements, "{unit}");
        let file = desk.conversation.file("filled.xlsx");
        assert_eq!(
            desk.refused("import_walkdown", json!({ "file": file })),
            "walkdown.nothing"
        );
    }
}

#[test]
fn a_filled_in_sheet_sets_its_answers_in_one_operation_that_undo_takes_back() {
    let mut desk = Desk::with_sample();
    let mut paper = desk.taken("zone:dmz", "w.xlsx");
    let before = desk.conversation.ask("check_site", json!({}));
    for (column, text) in [
        ('F', "1"),
        ('H', "=SUM(A1) seen at the console"),
        ('I', "Sven Albrecht"),
        ('J', "2026-11-21"),
        ('K', "observation"),
    ] {
        paper.put(OPEN, column, text);
    }
    paper.put(ANSWERED, 'H', "Looked at again.");
    let seen = desk.seen(&paper);
    assert_eq!(requirements(&seen), [ANSWERED, OPEN]);
    assert_eq!(seen["problems"], json!([]));
    assert_eq!(desk.conversation.ask("check_site", json!({})), before);
    assert_eq!(desk.import(), seen);
    let operations = |check: &Value| check["operations"].as_u64().unwrap();
    let after = desk.conversation.ask("check_site", json!({}));
    assert_eq!(operations(&after), operations(&before) + 1);
    let set = desk.answer("zone:dmz", OPEN);
    let own = &set["own"];
    assert_eq!(own["scope"], "zone:dmz");
    assert_eq!(own["note"], "=SUM(A1) seen at the console");
    assert_eq!(
        (&own["said_by"], &own["said_on"], &own["checked"]),
        (
            &json!("Sven Albrecht"),
            &json!("2026-11-21"),
            &json!("observation")
        )
    );
    assert_eq!(set["outcome"], set["questions"][0]["choices"][0]["outcome"]);
    let noted = desk.answer("zone:dmz", ANSWERED);
    assert_eq!(
        noted["outcome"], "met",
        "a note at the unit keeps the answer that holds there"
    );
    desk.conversation.ask("undo", json!({}));
    assert_eq!(desk.answer("zone:dmz", OPEN)["own"], Value::Null);
}

#[test]
fn every_way_to_write_an_answer_is_understood_and_every_other_is_named() {
    let mut desk = Desk::with_sample();
    let texts = desk.answer("zone:dmz", OPEN);
    let choice = texts["questions"][0]["choices"][1]["text"]
        .as_str()
        .unwrap()
        .to_owned();
    let paper = desk.taken("zone:dmz", "w.xlsx");
    let mut fill = |column: char, text: &str, more: &[(char, &str)]| {
        let mut filled = Paper {
            sheets: paper.sheets.clone(),
        };
        filled.put(OPEN, column, text);
        for (column, text) in more {
            filled.put(OPEN, *column, text);
        }
        let plan = desk.seen(&filled);
        (requirements(&plan).len(), said(&plan))
    };
    for good in [
        "2".to_owned(),
        "2.".to_owned(),
        format!("2 {choice}"),
        choice.to_uppercase(),
        format!("  {choice} "),
    ] {
        assert_eq!(fill('F', &good, &[]), (1, String::new()), "{good}");
    }
    let reason = [('G', "The jump host in front of it does it.")];
    let count = texts["questions"][0]["choices"].as_array().unwrap().len();
    for special in [(count + 1).to_string(), "Does not apply here".to_owned()] {
        assert_eq!(
            fill('F', &special, &reason),
            (1, String::new()),
            "{special}"
        );
        let (set, said) = fill('F', &special, &[]);
        assert_eq!(set, 0);
        assert!(
            said.contains("Questions!G") && said.contains("needs a reason"),
            "{said}"
        );
    }
    for (column, text, words) in [
        ('F', "perhaps", "none of the possible answers"),
        ('F', "0", "none of the possible answers"),
        (
            'F',
            "99999999999999999999999",
            "none of the possible answers",
        ),
        ('G', "because", "A reason counts only"),
        ('J', "last week", "is no day"),
        ('J', "3/4/2026", "is no day"),
        ('J', "2026-02-30", "is no day"),
        ('K', "guessed", "no way to check"),
    ] {
        let (set, said) = fill(column, text, &[]);
        assert_eq!(set, 0, "{text}");
        assert_eq!(said.lines().count(), 1, "{said}");
        assert!(
            said.contains(words) && said.contains(&format!("Questions!{column}")),
            "{said}"
        );
    }
}

#[test]
fn what_was_answered_in_the_meantime_stays() {
    let mut desk = Desk::with_sample();
    let mut paper = desk.taken("zone:dmz", "w.xlsx");
    paper.put(OPEN, 'F', "1");
    paper.put(ANSWERED, 'H', "Seen.");
    desk.conversation.ask(
        "answer_question",
        json!({ "pack": "iec62443-3-3-2013", "requirement": OPEN, "scope": "zone:dmz", "note": "Somebody else was here." }),
    );
    let plan = desk.seen(&paper);
    assert_eq!(requirements(&plan), [ANSWERED]);
    assert!(said(&plan).contains("changed in the program after this sheet was written"));
    desk.import();
    let stayed = desk.answer("zone:dmz", OPEN);
    assert_eq!(stayed["own"]["note"], "Somebody else was here.");
    assert_eq!(stayed["outcome"], "open");
}

#[test]
fn a_fact_that_was_said_in_the_meantime_stays_and_what_it_voids_is_not_asked_again() {
    const REMOTE: &str = "SR 1.1 RE 2";
    let mut desk = Desk::with_sample();
    let mut paper = desk.taken("zone:dmz", "w.xlsx");
    paper.put(REMOTE, 'F', "1");
    assert_eq!(requirements(&desk.seen(&paper)), [REMOTE]);
    desk.conversation.ask(
        "set_fact",
        json!({ "unit": "zone:dmz", "fact": "untrusted_access", "present": false }),
    );
    let plan = desk.seen(&paper);
    assert_eq!(plan["answers"], json!([]));
    assert!(said(&plan).contains("SR 1.1 RE 2 was changed in the program"));
    let mut again = desk.taken("zone:dmz", "again.xlsx");
    let asked = again.cells("Questions").values().any(|text| text == REMOTE);
    assert!(!asked, "a void requirement is not asked");
}

#[test]
fn rows_that_were_doubled_or_lost_their_key_are_named() {
    let mut desk = Desk::with_sample();
    let mut paper = desk.taken("zone:dmz", "w.xlsx");
    let (open, answered) = (paper.row(OPEN, 0), paper.row(ANSWERED, 0));
    let key = paper.cells("Questions")[&(open, 11)].clone();
    paper.put_at(500, 'L', &key);
    paper.put_at(500, 'F', "1");
    paper.put_at(501, 'L', "SR 99/none");
    paper.put_at(answered, 'L', "");
    paper.put_at(answered, 'F', "3");
    let plan = desk.seen(&paper);
    assert_eq!(plan["answers"], json!([]));
    let said = said(&plan);
    for words in [
        "Questions!L500 This question stands in the sheet twice",
        "Questions!L501 This program knows no question",
        "lost its hidden key",
    ] {
        assert!(said.contains(words), "{said}");
    }
}

#[test]
fn a_sheet_of_another_site_unit_or_wording_is_not_mistaken() {
    let mut desk = Desk::with_sample();
    let paper = desk.taken("zone:dmz", "w.xlsx");
    let about = |row: u32, text: &str| {
        let mut other = Paper {
            sheets: paper.sheets.clone(),
        };
        other.put(OPEN, 'F', "1");
        other
            .cells("About this sheet")
            .insert((row, 1), text.to_owned());
        other
    };
    // Lines 6 to 10 of the first sheet: form, site, unit, pack, seal of the pack.
    for (row, text, code) in [
        (6, "zonewright walk-down 2", "walkdown.other_file"),
        (7, "another-site", "walkdown.other_site"),
        (8, "zone:gone", "walkdown.unit_gone"),
        (8, "conduit:gone", "walkdown.unit_gone"),
        (8, "../..", "input.field"),
        (8, "site", "walkdown.other_pack"),
        (9, "iec62443-9-9", "walkdown.other_pack"),
    ] {
        about(row, text).save(&desk.folder.path().join("filled.xlsx"));
        let file = desk.conversation.file("filled.xlsx");
        for command in ["walkdown_preview", "import_walkdown"] {
            assert_eq!(
                desk.refused(command, json!({ "file": file })),
                code,
                "{text}"
            );
        }
    }
    let mut reworded = about(10, "an older seal");
    let plan = desk.seen(&reworded);
    assert!(
        said(&plan).contains("The questions were reworded"),
        "{}",
        said(&plan)
    );
    let words = desk.answer("zone:dmz", OPEN)["questions"][0]["choices"][0]["text"].clone();
    reworded.put(OPEN, 'F', words.as_str().unwrap());
    assert_eq!(requirements(&desk.seen(&reworded)), [OPEN]);
}

#[test]
fn a_file_that_changed_after_the_dry_run_is_refused() {
    let mut desk = Desk::with_sample();
    let mut paper = desk.taken("zone:dmz", "w.xlsx");
    paper.put(OPEN, 'F', "1");
    let seen = desk.seen(&paper);
    paper.put(OPEN, 'F', "2");
    paper.save(&desk.folder.path().join("filled.xlsx"));
    let file = desk.conversation.file("filled.xlsx");
    let input = json!({ "file": file, "sha256": seen["sha256"] });
    assert_eq!(
        desk.refused("import_walkdown", input),
        "walkdown.file_changed"
    );
}

#[test]
fn at_the_terminal_a_sheet_goes_out_filtered_comes_back_and_never_replaces_a_file() {
    let terminal = Terminal::with_sample();
    let count = |args: &str| {
        let made = terminal.accepted(&format!("walkdown s.zwsite {args}"));
        made["questions"].as_u64().unwrap()
    };
    let all = count("all.xlsx --unit zone:dmz");
    let due = count("due.xlsx --unit zone:dmz --due");
    let open = count("open.xlsx --unit zone:dmz --due --open --contact network");
    assert!(all > due && due > open && open > 0, "{all} {due} {open}");
    terminal.put("letter.xlsx", "Dear all");
    for (args, code) in [
        ("all.xlsx --unit zone:dmz", "walkdown.exists"),
        ("s.zwsite --unit zone:dmz", "file.other_kind"),
        ("letter.xlsx --unit zone:dmz", "file.other_kind"),
        ("new.xlsx --unit zone:nowhere", "zone.missing"),
        ("new.xlsx --unit nowhere", "input.field"),
        ("new.xlsx --unit zone:dmz --contact ghost", "input.field"),
        (
            "new.xlsx --unit site --place gate --contact archive",
            "walkdown.no_question",
        ),
        ("--read all.xlsx", "walkdown.nothing"),
        ("--read letter.xlsx --dry-run", "walkdown.other_file"),
    ] {
        terminal.refused_as(&format!("walkdown s.zwsite {args}"), code);
    }
    let mut paper = Paper::open(&terminal.path("all.xlsx"));
    paper.put(OPEN, 'F', "1");
    paper.save(&terminal.path("filled.xlsx"));
    let head = terminal.head("s.zwsite");
    terminal.accepted("walkdown s.zwsite --read filled.xlsx --dry-run");
    assert_eq!(terminal.head("s.zwsite"), head);
    let done = terminal.accepted("walkdown s.zwsite --read filled.xlsx");
    assert_eq!(requirements(&done), [OPEN]);
    assert_ne!(terminal.head("s.zwsite"), head);
}
