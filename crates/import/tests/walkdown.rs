//! The walk-down sheet through the real reader process: what is written reads back to the letter, and nothing else is one.

#![allow(clippy::unwrap_used)]

mod support;

use support::{file, read};
use zonewright_domain::answer::CheckMethod;
use zonewright_import::{
    About, CellValue, Day, Form, FormError, FormRow, ReadRequest, Workbook, read_form, write_form,
};

fn form() -> Form {
    let row = |question: &str, note: &str| FormRow {
        requirement: "SR 1.1".to_owned(),
        question: question.to_owned(),
        stand: "0a1b".to_owned(),
        text: "Does everybody sign in with an account of their own?".to_owned(),
        ask: "Operator".to_owned(),
        place: "Control room".to_owned(),
        answers: vec!["Yes, everywhere".to_owned(), "No".to_owned()],
        answer: String::new(),
        reason: String::new(),
        note: note.to_owned(),
        said_by: String::new(),
        said_on: String::new(),
        checked: None,
    };
    let about = About {
        site_name: "=HYPERLINK(\"x\")".to_owned(),
        unit_name: "Tanks & pumps".to_owned(),
        standard: "IEC 62443-3-3".to_owned(),
        choice: "all".to_owned(),
        day: "2026-11-23".to_owned(),
        site: "s1".to_owned(),
        unit: "zone:z1".to_owned(),
        pack: "p".to_owned(),
        pack_sha256: "ab".to_owned(),
    };
    let mut full = row("a", "first line\nsecond line");
    full.answer = "No".to_owned();
    full.said_by = "@cmd|' /C calc'!A0".to_owned();
    full.said_on = "2026-02-28".to_owned();
    full.checked = Some(CheckMethod::Observation);
    full.reason = "-1+1".to_owned();
    let mut decided = row("c", &"x".repeat(40_000));
    decided.answer = "Decided: Met".to_owned();
    Form {
        about,
        rows: vec![full, row("b", "+49 40 1234"), decided],
    }
}

fn back(bytes: &[u8]) -> Workbook {
    let (_folder, path) = file("sheet.xlsx", bytes);
    read(&path, &ReadRequest::walkdown()).unwrap()
}

#[test]
fn what_is_written_reads_back_to_the_letter() {
    let form = form();
    let filled = read_form(&back(&write_form(&form).unwrap())).unwrap();
    assert_eq!(filled.site_name, form.about.site_name);
    assert_eq!(
        (
            filled.unit.as_str(),
            filled.day.as_str(),
            filled.pack_sha256.as_str()
        ),
        ("zone:z1", "2026-11-23", "ab")
    );
    let [a, b, c] = filled.rows.as_slice() else {
        panic!("{:?}", filled.rows)
    };
    assert_eq!(
        (a.answer.text.as_str(), a.answer.cell.as_str()),
        ("2 No", "F2")
    );
    assert_eq!(a.note.text, "first line\nsecond line");
    assert_eq!(a.said_by.text, "@cmd|' /C calc'!A0");
    assert_eq!(a.reason.text, "-1+1");
    assert_eq!(
        a.said_on,
        ("J2".to_owned(), Day::On("2026-02-28".to_owned()))
    );
    assert_eq!(a.checked.text, "Observation");
    assert_eq!(
        (b.question.as_str(), b.note.text.as_str()),
        ("b", "+49 40 1234")
    );
    assert_eq!(
        (&b.answer.text, &b.said_on.1),
        (&String::new(), &Day::Empty)
    );
    assert_eq!(
        c.answer.text, "3 Decided: Met",
        "a decision becomes a line of its own"
    );
    assert_eq!(c.note.text, "", "a note that no cell holds stays out");
    assert!(filled.strays.is_empty());
}

#[test]
fn equal_forms_give_equal_bytes_and_no_cell_is_a_formula() {
    let bytes = write_form(&form()).unwrap();
    assert_eq!(bytes, write_form(&form()).unwrap());
    let mut parts = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
    let mut seen = 0;
    for index in 0..parts.len() {
        let mut part = parts.by_index(index).unwrap();
        let name = part.name().unwrap().into_owned();
        if !name.starts_with("xl/worksheets/") {
            continue;
        }
        let mut text = String::new();
        std::io::Read::read_to_string(&mut part, &mut text).unwrap();
        assert!(!text.contains("<f>"), "{name}");
        if text.contains("dataValidation ") {
            seen += 1;
            assert!(text.contains("orientation=\"landscape\""), "{text}");
            assert!(text.contains("Lists!$A$2:$B$2"), "{text}");
        }
    }
    assert_eq!(seen, 1);
}

#[test]
fn a_workbook_of_another_kind_is_told_by_what_it_lacks() {
    let mut book = rust_xlsxwriter::Workbook::new();
    book.add_worksheet().write(0, 0, "Name").unwrap();
    let error = read_form(&back(&book.save_to_buffer().unwrap())).unwrap_err();
    assert_eq!(
        error.to_string(),
        "This is not a walk-down sheet: the sheet “About this sheet” is missing."
    );
    let mut book = rust_xlsxwriter::Workbook::new();
    let sheet = book.add_worksheet().set_name("About this sheet").unwrap();
    sheet.write(3, 0, "Form").unwrap();
    sheet.write(3, 1, "zonewright walk-down 9").unwrap();
    let error = read_form(&back(&book.save_to_buffer().unwrap())).unwrap_err();
    assert_eq!(
        error,
        FormError::OtherForm {
            form: "zonewright walk-down 9".to_owned()
        }
    );
}

#[test]
fn a_day_is_taken_only_when_it_can_be_one_day() {
    for (typed, expect) in [
        ("2026-03-04", Day::On("2026-03-04".to_owned())),
        ("31.12.2026", Day::On("2026-12-31".to_owned())),
        ("3/4/2026", Day::Unclear("3/4/2026".to_owned())),
        ("2026", Day::Unclear("2026".to_owned())),
        ("yesterday", Day::Unclear("yesterday".to_owned())),
    ] {
        let mut book = back(&write_form(&form()).unwrap());
        let sheet = book
            .sheets
            .iter_mut()
            .find(|sheet| sheet.name == "Questions")
            .unwrap();
        let cell = sheet.rows[1]
            .cells
            .iter_mut()
            .find(|cell| cell.column == 9)
            .unwrap();
        cell.value = CellValue::Text(typed.into());
        let rows = read_form(&book).unwrap().rows;
        assert_eq!(rows[0].said_on.1, expect, "{typed}");
    }
}
