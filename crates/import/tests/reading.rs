//! Spreadsheets as people send them → rows, guess and plan, through a real child process (acceptance cases 1–4, 8–12, 17, 20).
#![allow(clippy::unwrap_used)]

mod support;

use std::collections::BTreeSet;
use std::ops::ControlFlow;
use support::{file, fixture, import, inline, ods, read, xlsx, xlsx_parts, zip_parts};
use zonewright_domain::asset::{AssetField, AssetType};
use zonewright_import::{
    ColumnUse, FileFormat, ImportError, ImportPlan, Limits, Mapping, PlannedAsset, ProblemCode,
    ReadRequest, SkipReason, TextOptions, Visibility, guess, guess_sheet, plan, read_in_child,
};

fn codes(plan: &ImportPlan) -> Vec<(ProblemCode, Option<&str>)> {
    plan.problems
        .iter()
        .map(|problem| (problem.code, problem.cell.as_deref()))
        .collect()
}

fn field(asset: &PlannedAsset, field: AssetField) -> Option<&str> {
    asset.fields.get(&field).map(String::as_str)
}

#[test]
fn a_plain_list_is_mapped_without_help_and_loses_nothing() {
    let path = fixture("plain.xlsx");
    let before = std::fs::read(&path).unwrap();
    let (workbook, guess, plan) = import(&path, &["Cell 1", "Cell 2", "Cell 3"]);
    assert_eq!(workbook.format, FileFormat::Xlsx);
    assert_eq!(workbook.file_bytes, before.len() as u64);
    assert_eq!(workbook.sha256.len(), 64);
    assert_eq!((guess.header_row, guess.recognised), (1, 12));
    assert_eq!((plan.assets.len(), plan.rows_seen), (25, 25));
    assert_eq!(plan.problems, []);
    let third = &plan.assets[2];
    assert_eq!(
        (third.name.as_str(), third.asset_type, third.source.row),
        ("PLC-03", Some(AssetType::Plc), 4)
    );
    assert_eq!(field(third, AssetField::Mac), Some("00:1B:1B:00:00:03"));
    assert_eq!(field(third, AssetField::Criticality), Some("high"));
    assert_eq!(third.zone_name.as_deref(), Some("Cell 1"));
    assert_eq!(third.extra.get("Paint").map(String::as_str), Some("grey"));
    assert_eq!(
        std::fs::read(&path).unwrap(),
        before,
        "the file is unchanged"
    );
}

#[test]
fn a_header_below_titles_is_found_and_a_sum_is_no_asset() {
    let (_, guess, plan) = import(&fixture("header_below_titles.xlsx"), &[]);
    assert_eq!(guess.header_row, 3);
    assert_eq!((plan.assets.len(), plan.rows_seen), (10, 11));
    let skipped: Vec<_> = plan
        .skipped
        .iter()
        .map(|row| (row.row, row.reason))
        .collect();
    assert_eq!(skipped, [(14, SkipReason::Total)]);
    assert_eq!(
        plan.unknown_zones
            .iter()
            .map(|zone| (zone.name.as_str(), zone.rows))
            .collect::<Vec<_>>(),
        [("Packaging", 10)]
    );
}

#[test]
fn the_sheet_with_assets_is_preselected_and_the_hidden_one_is_marked() {
    let workbook = read(&fixture("many_sheets.xlsx"), &ReadRequest::preview()).unwrap();
    assert_eq!(workbook.sheets.len(), 24);
    assert_eq!(guess(&workbook).best, Some(2));
    let old = workbook.find_sheet("Old").unwrap();
    assert_eq!((old.visibility, old.rows.len()), (Visibility::Hidden, 6));
    let chosen = guess_sheet(old, None);
    assert_eq!(
        plan(old, &Mapping::from_guess(&chosen), &[]).assets.len(),
        5,
        "a person may choose it"
    );
}

#[test]
fn one_german_list_in_three_encodings_gives_the_same_assets() {
    let (windows, _, expected) = import(&fixture("german_windows_1252.csv"), &[]);
    assert_eq!(windows.text.unwrap().encoding, "windows-1252");
    assert_eq!(expected.assets.len(), 8);
    assert_eq!(expected.assets[0].name, "Förderband 1 „Süd“");
    assert_eq!(
        field(&expected.assets[1], AssetField::Criticality),
        Some("high")
    );
    for (name, encoding, delimiter) in [
        ("german_utf_8_mark.csv", "UTF-8", ';'),
        ("german_utf_16_tabs.txt", "UTF-16LE", '\t'),
    ] {
        let (workbook, _, plan) = import(&fixture(name), &[]);
        let form = workbook.text.unwrap();
        assert_eq!(
            (form.encoding.as_str(), form.delimiter),
            (encoding, delimiter)
        );
        assert_eq!(plan, expected, "{name}");
    }
}

#[test]
fn a_person_overrules_encoding_and_separator_and_sees_the_difference() {
    let path = fixture("german_windows_1252.csv");
    let with = |encoding: &str, delimiter| {
        let text = TextOptions {
            encoding: Some(encoding.to_owned()),
            delimiter,
        };
        read(
            &path,
            &ReadRequest {
                text,
                ..ReadRequest::preview()
            },
        )
    };
    let wrong = with("windows-1251", None).unwrap();
    assert!(
        wrong.sheets[0].rows[1].cells[1]
            .value
            .shown()
            .starts_with("Fцrderband")
    );
    assert_eq!(
        with("windows-1252", Some('|')).unwrap().sheets[0].rows[1]
            .cells
            .len(),
        1
    );
    for (encoding, delimiter) in [
        ("klingon", None),
        ("utf-8", Some('ä')),
        ("utf-8", Some('"')),
    ] {
        assert!(
            matches!(
                with(encoding, delimiter),
                Err(ImportError::BadTextOptions { .. })
            ),
            "{encoding}"
        );
    }
}

#[test]
fn text_rows_have_the_numbers_a_spreadsheet_program_shows() {
    for (text, numbers) in [
        ("a,b\n1,2\n\n3,4\n", vec![1, 2, 4]),
        ("a,b\r\n\r\n\r\n\"x\ny\",2\r\n3,4", vec![1, 4, 5]),
        ("\n\na,b\n1,2", vec![3, 4]),
        ("sep=;\na;b\n1;2\n", vec![1, 2]),
        ("a,b\n , \n1,2\n \n\n", vec![1, 3]),
    ] {
        let (_folder, path) = file("x.csv", text.as_bytes());
        let workbook = read(&path, &ReadRequest::sheet("Text")).unwrap();
        assert_eq!(
            workbook.sheets[0]
                .rows
                .iter()
                .map(|row| row.number)
                .collect::<Vec<_>>(),
            numbers,
            "{text:?}"
        );
    }
}

#[test]
fn text_that_became_numbers_is_rebuilt_or_pointed_out() {
    let (_, _, plan) = import(&fixture("odd_cells.xlsx"), &[]);
    let [shown, lost, ..] = plan.assets.as_slice() else {
        panic!("{plan:?}")
    };
    assert_eq!(field(shown, AssetField::Firmware), Some("2.10"));
    assert_eq!(field(shown, AssetField::Serial), Some("00000123"));
    assert_eq!(field(shown, AssetField::Ip), Some("192.168.100.100"));
    assert_eq!(field(shown, AssetField::InstallDate), Some("2023-03-15"));
    assert_eq!(
        field(lost, AssetField::Firmware),
        Some("1.2"),
        "never silently 2026-02-01"
    );
    assert_eq!(field(lost, AssetField::Serial), Some("1200000"));
    assert_eq!(field(lost, AssetField::InstallDate), Some("2023-03-15"));
    let codes: BTreeSet<_> = codes(&plan).into_iter().collect();
    for told in [
        (ProblemCode::IpFromNumber, Some("D2")),
        (ProblemCode::TextBecameNumber, Some("B3")),
        (ProblemCode::TextBecameNumber, Some("C3")),
        (ProblemCode::DateFromNumber, Some("E3")),
    ] {
        assert!(codes.contains(&told), "{told:?} in {codes:?}");
    }
}

#[test]
fn formulas_and_errors_are_never_silent() {
    let (_, _, plan) = import(&fixture("odd_cells.xlsx"), &[]);
    let [_, _, formulas, others] = plan.assets.as_slice() else {
        panic!("{plan:?}")
    };
    assert_eq!(field(formulas, AssetField::Firmware), Some("V1.0"));
    let told: Vec<_> = codes(&plan)
        .into_iter()
        .filter(|(_, cell)| cell.is_some_and(|cell| cell.ends_with('4')))
        .collect();
    assert_eq!(
        told,
        [
            (ProblemCode::CellError, Some("D4")),
            (ProblemCode::CellError, Some("F4"))
        ]
    );
    assert_eq!(
        field(others, AssetField::Firmware),
        Some("V3.1"),
        "the text of a link, not its target"
    );
    assert_eq!(field(others, AssetField::Notes), Some("TRUE"));
    assert_eq!(
        field(others, AssetField::InstallDate),
        Some("2019"),
        "precision is kept"
    );
}

#[test]
fn formulas_without_a_stored_value_are_never_silent() {
    let data = format!(
        r#"<row r="1">{}{}{}</row><row r="2">{}<c r="B2"><f>C2+1</f></c><c r="C2"><f>1+1</f><v>2</v></c></row><row r="3"><c r="A3"><f>A2</f><v></v></c></row>"#,
        inline("A1", "Name"),
        inline("B1", "Serial"),
        inline("C1", "Model"),
        inline("A2", "PLC-1")
    );
    let (_folder, path) = file("formulas.xlsx", &xlsx("", &data));
    let (_, _, plan) = import(&path, &[]);
    let told: Vec<_> = codes(&plan)
        .into_iter()
        .filter(|(code, _)| *code == ProblemCode::FormulaWithoutValue)
        .collect();
    assert_eq!(told, [(ProblemCode::FormulaWithoutValue, Some("B2"))]);
    assert_eq!(field(&plan.assets[0], AssetField::Serial), None);
    assert_eq!(
        plan.rows_seen, 2,
        "a row of nothing but such formulas is seen"
    );
}

#[test]
fn merged_zone_cells_are_filled_where_the_format_tells_and_pointed_out_where_not() {
    for (name, filled) in [
        ("merged.xlsx", true),
        ("merged.xls", true),
        ("merged.ods", false),
    ] {
        let (workbook, guess, plan_guessed) = import(&fixture(name), &[]);
        let zones = |plan: &ImportPlan| {
            plan.assets
                .iter()
                .map(|asset| asset.zone_name.clone().unwrap_or_default())
                .collect::<Vec<_>>()
        };
        let expected: Vec<String> = ["Dosing"; 5]
            .into_iter()
            .chain(["Filling"; 5])
            .map(str::to_owned)
            .collect();
        assert_eq!(plan_guessed.assets.len(), 10, "{name}");
        assert_eq!(
            zones(&plan_guessed) == expected,
            filled,
            "{name}: {:?}",
            zones(&plan_guessed)
        );
        let asks = codes(&plan_guessed).contains(&(ProblemCode::BlanksBelow, Some("A3")));
        assert_eq!(asks, !filled, "{name}");
        let mut mapping = Mapping::from_guess(&guess);
        mapping.fill_down.insert(0);
        let sheet = workbook.find_sheet("Merged").unwrap();
        assert_eq!(
            zones(&plan(sheet, &mapping, &[])),
            expected,
            "{name}: one click fills the column"
        );
    }
}

#[test]
fn dates_of_both_epochs_are_equal() {
    let styles = r#"<?xml version="1.0"?><styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>"#;
    let rels = r#"<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>"#;
    let iso = |properties: &str, serial: u32| {
        let mut parts = xlsx_parts(
            properties,
            "",
            &format!(r#"<row r="1"><c r="A1" s="1"><v>{serial}</v></c></row>"#),
        );
        parts.retain(|(name, _)| *name != "xl/_rels/workbook.xml.rels");
        parts.push(("xl/_rels/workbook.xml.rels", rels.to_owned()));
        parts.push(("xl/styles.xml", styles.to_owned()));
        let (_folder, path) = file("dates.xlsx", &zip_parts(&parts));
        read(&path, &ReadRequest::sheet("S")).unwrap().sheets[0].rows[0].cells[0]
            .value
            .shown()
    };
    assert_eq!(iso("", 46_054), "2026-02-01");
    assert_eq!(
        iso(r#"<workbookPr date1904="1"/>"#, 46_054 - 1462),
        "2026-02-01"
    );
}

#[test]
fn rows_without_content_are_no_rows() {
    let rows: String = (1..=200)
        .map(|n| format!(r#"<row r="{n}">{}</row>"#, inline(&format!("A{n}"), "x")))
        .collect();
    let blank: String = (201..=2_000)
        .map(|n| format!(r#"<row r="{n}"><c r="A{n}" s="0"/></row>"#))
        .collect();
    let last = format!(
        r#"<row r="1048576">{}</row>"#,
        inline("A1048576", " \u{a0}")
    );
    let (_folder, path) = file(
        "endless.xlsx",
        &xlsx(
            r#"<dimension ref="A1:XFD1048576"/>"#,
            &format!("{rows}{blank}{last}"),
        ),
    );
    let workbook = read(&path, &ReadRequest::sheet("S")).unwrap();
    assert_eq!(workbook.sheets[0].rows.len(), 200);
    assert!(!workbook.sheets[0].cut);
}

#[test]
fn one_spoilt_cell_loses_neither_its_row_nor_the_sheet() {
    let data = format!(
        r#"<row r="1">{}</row><row r="2">{}<c r="B2" t="e"><v>#FANCY!</v></c><c r="C2" t="n"><v>x1</v></c><c r="D2"><v>7</v></c></row><row r="3">{}</row>"#,
        inline("A1", "Name"),
        inline("A2", "PLC-1"),
        inline("A3", "PLC-2")
    );
    let (_folder, path) = file("spoilt.xlsx", &xlsx("", &data));
    let workbook = read(&path, &ReadRequest::sheet("S")).unwrap();
    assert_eq!(workbook.sheets[0].rows.len(), 3);
    assert_eq!(
        workbook.sheets[0].rows[1]
            .cells
            .last()
            .unwrap()
            .value
            .shown(),
        "7"
    );
    let told: Vec<_> = workbook
        .problems
        .iter()
        .map(|problem| problem.code)
        .collect();
    assert_eq!(told, [ProblemCode::UnreadableCell; 2]);
    assert!(
        workbook.problems[0].message.contains("after A2"),
        "{}",
        workbook.problems[0].message
    );
}

#[test]
fn rows_and_columns_beyond_the_limits_are_left_out_and_said() {
    let data: String = (1..=20)
        .map(|n| {
            format!(
                r#"<row r="{n}">{}{}</row>"#,
                inline(&format!("A{n}"), "x"),
                inline(&format!("K{n}"), "y")
            )
        })
        .collect();
    let (_folder, path) = file("wide.xlsx", &xlsx("", &data));
    let limits = Limits {
        rows: 5,
        columns: 10,
        ..Limits::default()
    };
    let workbook = read_in_child(
        &support::reader(),
        &path,
        &ReadRequest::sheet("S"),
        &limits,
        &mut |_| ControlFlow::Continue(()),
    )
    .unwrap();
    let sheet = &workbook.sheets[0];
    assert_eq!(
        (sheet.rows.len(), sheet.rows[0].cells.len(), sheet.cut),
        (5, 1, true)
    );
    assert_eq!(
        workbook
            .problems
            .iter()
            .map(|problem| problem.code)
            .collect::<Vec<_>>(),
        [ProblemCode::SheetCut]
    );
}

#[test]
fn content_decides_not_the_ending() {
    for (name, bytes, format) in [
        (
            "list.xls",
            std::fs::read(fixture("plain.xlsx")).unwrap(),
            FileFormat::Xlsx,
        ),
        (
            "list.xlsx",
            std::fs::read(fixture("merged.xls")).unwrap(),
            FileFormat::Xls,
        ),
        (
            "list.csv",
            std::fs::read(fixture("merged.ods")).unwrap(),
            FileFormat::Ods,
        ),
        (
            "list.xls",
            b"Name\tIP\nPLC-1\t10.0.0.1\n".to_vec(),
            FileFormat::Text,
        ),
    ] {
        let (_folder, path) = file(name, &bytes);
        let workbook = read(&path, &ReadRequest::preview()).unwrap();
        assert_eq!(workbook.format, format, "{name}");
        let told = workbook
            .problems
            .iter()
            .any(|problem| problem.code == ProblemCode::WrongEnding);
        assert_eq!(told, format == FileFormat::Text, "{name}");
    }
}

#[test]
fn secrets_reach_neither_the_plan_nor_a_message() {
    let (workbook, guess, plan) = import(&fixture("secrets.xlsx"), &[]);
    let text = format!("{guess:?}{plan:?}{:?}", workbook.problems);
    for secret in ["Winter2026", "rw-plant", "Summer2026"] {
        assert!(!text.contains(secret), "{secret}");
    }
    assert_eq!(
        guess
            .problems
            .iter()
            .filter(|problem| problem.code == ProblemCode::SecretColumn)
            .count(),
        2
    );
    assert!(codes(&plan).contains(&(ProblemCode::SecretCell, Some("F2"))));
    let mapping = Mapping::from_guess(&guess);
    assert_eq!(mapping.columns[&3], ColumnUse::Leave);
}

#[test]
fn lists_of_other_things_are_not_offered() {
    for text in [
        "Risk ID,Description,Likelihood,Impact,Owner,Status\nR1,Fire,1,2,Me,Open\n",
        "Article number;Description;Unit;Price;Supplier\n1;Cable;m;2,50;Lapp\n",
    ] {
        let (_folder, path) = file("other.csv", text.as_bytes());
        let guess = guess(&read(&path, &ReadRequest::preview()).unwrap());
        assert_eq!(guess.best, None, "{text}");
        assert!(
            guess.sheets[0]
                .problems
                .iter()
                .any(|problem| problem.message.contains("does not look like an asset list"))
        );
    }
}

#[test]
fn ods_values_formulas_and_errors_arrive() {
    let (_, _, plan) = import(&fixture("odd_cells.ods"), &[]);
    assert_eq!(
        field(&plan.assets[0], AssetField::InstallDate),
        Some("2023-03-15")
    );
    let table = r#"<table:table table:name="T"><table:table-row><table:table-cell office:value-type="string"><text:p>Name</text:p></table:table-cell><table:table-cell table:formula="of:=1+1"/></table:table-row></table:table>"#;
    let (_folder, path) = file("formula.ods", &ods(table));
    let workbook = read(&path, &ReadRequest::sheet("T")).unwrap();
    assert_eq!(
        format!("{:?}", workbook.sheets[0].rows[0].cells[1].value),
        "FormulaWithoutValue"
    );
}

#[test]
fn a_sheet_that_does_not_exist_is_named() {
    let error = read(&fixture("plain.xlsx"), &ReadRequest::sheet("Nope")).unwrap_err();
    assert_eq!(
        error,
        ImportError::NoSuchSheet {
            name: "Nope".to_owned()
        }
    );
}
