#![allow(clippy::unwrap_used)]
use super::*;
use crate::guess::guess_sheet;
use crate::guess::tests::sheet;
use crate::mapping::ColumnUse;
use crate::problem::{ProblemCode as Code, Severity};
use crate::sheet::{CellValue, Region};
use crate::value::date::DateOrder;
use proptest::prelude::*;

fn plan_lines(lines: &[&str], zones: &[&str]) -> ImportPlan {
    let sheet = sheet("S", lines);
    let zones: Vec<String> = zones.iter().map(ToString::to_string).collect();
    plan(
        &sheet,
        &Mapping::from_guess(&guess_sheet(&sheet, None)),
        &zones,
    )
}

/// One cell of a field in row 2, column B: the value taken, and code and address of what is said.
fn check(field: AssetField, cell: &CellValue, value: Option<&str>, told: &[Code]) {
    let mut sheet = sheet("S", &["Name|x", "a|x"]);
    sheet.rows[1].cells[1].value = cell.clone();
    let mut mapping = Mapping::from_guess(&guess_sheet(&sheet, Some(1)));
    mapping.set_field(1, field);
    let plan = plan(&sheet, &mapping, &[]);
    assert_eq!(plan.assets.len(), 1, "one bad cell never loses the row");
    assert_eq!(
        plan.assets[0].fields.get(&field).map(String::as_str),
        value,
        "{cell:?}"
    );
    let codes: Vec<Code> = plan.problems.iter().map(|problem| problem.code).collect();
    assert_eq!(codes, told, "{cell:?}: {:?}", plan.problems);
    for problem in plan
        .problems
        .iter()
        .filter(|problem| problem.cell.is_some())
    {
        assert_eq!(problem.cell.as_deref(), Some("B2"));
        assert!(problem.message.contains("B2"), "{}", problem.message);
        assert!(!problem.hint.is_empty());
    }
}

fn text(text: &str) -> CellValue {
    CellValue::Text(text.into())
}

fn number(value: f64) -> CellValue {
    CellValue::Number {
        value,
        shown: None,
        scientific: false,
    }
}

#[test]
fn ip_cells_are_taken_asked_about_or_kept_beside() {
    for (cell, value, told) in [
        (text("10.0.0.1/24"), Some("10.0.0.1/24"), &[][..]),
        (text("10.0.0.1 255.255.255.0"), Some("10.0.0.1/24"), &[]),
        (text("10.0.0.1; 10.0.0.2"), Some("10.0.0.1, 10.0.0.2"), &[]),
        (text("10.0.0.1\n10.0.0.2"), Some("10.0.0.1, 10.0.0.2"), &[]),
        (text("10.0.0.1; 10.0.0.1"), Some("10.0.0.1"), &[]),
        (text("fe80::1%eth0"), Some("fe80::1%eth0"), &[]),
        (text("10.0.1.300"), None, &[Code::IpInvalid]),
        (text("10.0.1"), None, &[Code::IpInvalid]),
        (
            text("010.010.010.010"),
            Some("10.10.10.10"),
            &[Code::IpLeadingZeros],
        ),
        (
            number(192_168_100_100.0),
            Some("192.168.100.100"),
            &[Code::IpFromNumber],
        ),
        (number(5.0), None, &[Code::IpInvalid]),
        (text("N/A"), None, &[]),
        (text("10.0.0.1-5"), None, &[Code::IpRange]),
        (text("8.8.8.8"), Some("8.8.8.8"), &[Code::IpUnusual]),
        (CellValue::Error("#N/A".into()), None, &[Code::CellError]),
        (
            CellValue::FormulaWithoutValue,
            None,
            &[Code::FormulaWithoutValue],
        ),
    ] {
        check(AssetField::Ip, &cell, value, told);
    }
}

#[test]
fn other_cells_are_taken_asked_about_or_kept_beside() {
    use AssetField as F;
    for (field, cell, value, told) in [
        (
            F::Mac,
            text("aabb.ccdd.eeff"),
            Some("AA:BB:CC:DD:EE:FF"),
            &[][..],
        ),
        (
            F::Mac,
            text("00:00:00:00:00:00"),
            Some("00:00:00:00:00:00"),
            &[Code::MacUnusual],
        ),
        (F::Mac, text("00:11:22:33:44"), None, &[Code::MacInvalid]),
        (
            F::Mac,
            text("001122334455 001122334456"),
            Some("00:11:22:33:44:55, 00:11:22:33:44:56"),
            &[],
        ),
        (F::Purdue, text("L1"), Some("1"), &[]),
        (F::Purdue, number(3.5), Some("3.5"), &[]),
        (F::Purdue, number(9.0), None, &[Code::PurdueInvalid]),
        (F::Criticality, text("Hoch"), Some("high"), &[]),
        (F::Criticality, number(3.0), Some("high"), &[]),
        (F::Criticality, text("?"), None, &[Code::CriticalityUnknown]),
        (F::Status, text("in Betrieb"), Some("in_service"), &[]),
        (
            F::Status,
            text("blue"),
            Some("blue"),
            &[Code::StatusUnknown],
        ),
        (F::Vlan, text("10, 20"), Some("10, 20"), &[]),
        (F::Vlan, number(5000.0), None, &[Code::VlanInvalid]),
        (F::Vlan, number(10.2), None, &[Code::VlanInvalid]),
        (
            F::Firmware,
            CellValue::Number {
                value: 2.1,
                shown: Some("2.10".into()),
                scientific: false,
            },
            Some("2.10"),
            &[],
        ),
        (
            F::Firmware,
            number(2.1),
            Some("2.1"),
            &[Code::TextBecameNumber],
        ),
        (F::Firmware, number(4.0), Some("4"), &[]),
        (
            F::Serial,
            CellValue::Number {
                value: 1.2e6,
                shown: None,
                scientific: true,
            },
            Some("1200000"),
            &[Code::TextBecameNumber],
        ),
        (
            F::Serial,
            number(1.2e6),
            Some("1200000"),
            &[Code::TextBecameNumber],
        ),
        (F::Serial, number(4711.0), Some("4711"), &[]),
        (
            F::Slot,
            CellValue::Date {
                iso: "2026-02-01".into(),
                shown: Some("1/2".into()),
            },
            Some("1/2"),
            &[Code::TextBecameNumber],
        ),
        (
            F::InstallDate,
            number(45_000.0),
            Some("2023-03-15"),
            &[Code::DateFromNumber],
        ),
        (F::InstallDate, number(2019.0), Some("2019"), &[]),
        (
            F::InstallDate,
            text("30.02.2024"),
            None,
            &[Code::DateInvalid],
        ),
        (
            F::InstallDate,
            text("03/04/2024"),
            Some("2024-04-03"),
            &[Code::DateOrder],
        ),
        (
            F::Accounts,
            text("admin, operator"),
            Some("admin, operator"),
            &[],
        ),
        (
            F::Accounts,
            text("admin / pw: hunter22"),
            None,
            &[Code::SecretCell],
        ),
        (
            F::Notes,
            text("password policy: see manual"),
            Some("password policy: see manual"),
            &[],
        ),
    ] {
        check(field, &cell, value, told);
    }
}

#[test]
fn what_a_field_cannot_take_is_kept_under_its_header() {
    let plan = plan_lines(
        &[
            "Name|IP|Zone|Criticality",
            "a|10.0.0.1, x9|Z|purple",
            "b|10.0.0.2|Z|low",
        ],
        &["Z"],
    );
    let first = &plan.assets[0];
    assert_eq!(first.fields[&AssetField::Ip], "10.0.0.1");
    assert_eq!(first.extra["IP"], "10.0.0.1, x9");
    assert_eq!(first.extra["Criticality"], "purple");
    assert!(plan.assets[1].extra.is_empty());
}

#[test]
fn rows_that_are_no_assets_are_listed_with_the_reason() {
    let plan = plan_lines(
        &[
            "Name|IP|Zone",
            "Line 1",
            "a|10.0.0.1|Z",
            "Name|IP|Zone",
            "b|10.0.0.2|Z",
            "Total:|2",
            "Totalizer 1|10.0.0.3|Z",
            "Sum 2",
            "c|10.0.0.4",
        ],
        &["Z"],
    );
    let names: Vec<&str> = plan
        .assets
        .iter()
        .map(|asset| asset.name.as_str())
        .collect();
    assert_eq!(names, ["a", "b", "Totalizer 1", "c"]);
    let skipped: Vec<_> = plan
        .skipped
        .iter()
        .map(|row| (row.row, row.reason, row.text.as_str()))
        .collect();
    assert_eq!(
        skipped,
        [
            (2, SkipReason::Section, "Line 1"),
            (4, SkipReason::RepeatedHeader, "Name IP Zone"),
            (6, SkipReason::Total, "Total: 2"),
            (8, SkipReason::Total, "Sum 2"),
        ]
    );
    assert_eq!(plan.rows_seen, plan.assets.len() + plan.skipped.len());
}

#[test]
fn zones_are_matched_without_case_and_asked_about_once() {
    let plan = plan_lines(
        &[
            "Name|IP|Zone",
            "a|10.0.0.1|Cell 1",
            "b|10.0.0.2|cell  1",
            "c|10.0.0.3|Line 9",
            "d|10.0.0.4|LINE 9",
            "e|10.0.0.5|Safety",
            "f|10.0.0.6",
        ],
        &["Cell 1", "Safety"],
    );
    let zones: Vec<_> = plan
        .assets
        .iter()
        .map(|asset| asset.zone_name.as_deref())
        .collect();
    assert_eq!(
        zones,
        [
            Some("Cell 1"),
            Some("Cell 1"),
            Some("Line 9"),
            Some("Line 9"),
            Some("Safety"),
            None
        ]
    );
    assert_eq!(
        plan.unknown_zones,
        [UnknownZone {
            name: "Line 9".into(),
            rows: 2
        }]
    );
    let codes: Vec<_> = plan
        .problems
        .iter()
        .map(|problem| (problem.code, problem.cell.as_deref()))
        .collect();
    assert_eq!(
        codes,
        [
            (Code::ZoneSpelling, Some("C3")),
            (Code::ZoneUnknown, Some("C4"))
        ]
    );
}

#[test]
fn a_row_without_a_name_gets_one_that_a_person_can_find() {
    let plan = plan_lines(
        &[
            "Name|Hostname|Asset ID|Type|IP|Notes",
            "|plc-7|A7|PLC|10.0.0.7|x",
            "||A8|PLC|10.0.0.8|x",
            "|||PLC|10.0.0.9|x",
            "|||PLC||x",
            "n/a|h2||||x",
        ],
        &[],
    );
    let names: Vec<&str> = plan
        .assets
        .iter()
        .map(|asset| asset.name.as_str())
        .collect();
    assert_eq!(
        names,
        ["plc-7", "A8", "PLC 10.0.0.9", "Unnamed (row 5)", "h2"]
    );
    assert_eq!(
        plan.problems
            .iter()
            .filter(|problem| problem.code == Code::NameMissing)
            .count(),
        5
    );
}

#[test]
fn repeated_names_are_two_assets_and_a_notice() {
    let plan = plan_lines(
        &["Name|IP|Zone", "a|10.0.0.1|Z", "a|10.0.0.1|Y"],
        &["Z", "Y"],
    );
    assert_eq!(plan.assets.len(), 2);
    assert_eq!(
        plan.problems
            .iter()
            .map(|problem| (problem.code, problem.severity))
            .collect::<Vec<_>>(),
        [(Code::NameRepeated, Severity::Notice)]
    );
}

#[test]
fn several_columns_of_one_field_are_joined_once_each() {
    let plan = plan_lines(
        &[
            "Name|IP Address 1|IP Address 2|Building|Room|Subnet",
            "a|10.0.0.1|10.0.0.2|B7|12|",
            "b|10.0.0.3|10.0.0.3|||255.255.255.0",
        ],
        &[],
    );
    assert_eq!(plan.assets[0].fields[&AssetField::Ip], "10.0.0.1, 10.0.0.2");
    assert_eq!(plan.assets[0].fields[&AssetField::Location], "B7 / 12");
    assert_eq!(
        plan.assets[1].fields[&AssetField::Ip],
        "10.0.0.3/24",
        "a mask belongs to the only address"
    );
}

#[test]
fn the_order_of_day_and_month_is_one_question_per_column_and_its_answer_counts() {
    let lines = [
        "Name|IP|Installation date",
        "a|10.0.0.1|03/04/2024",
        "b|10.0.0.2|05/06/2024",
    ];
    let sheet = sheet("S", &lines);
    let mut mapping = Mapping::from_guess(&guess_sheet(&sheet, None));
    let asked = plan(&sheet, &mapping, &[]);
    let questions: Vec<_> = asked
        .problems
        .iter()
        .filter(|problem| problem.code == Code::DateOrder)
        .collect();
    assert_eq!(questions.len(), 1);
    assert!(
        questions[0]
            .message
            .contains("C2 “03/04/2024”, C3 “05/06/2024”"),
        "{}",
        questions[0].message
    );
    mapping.date_orders.insert(2, DateOrder::MonthFirst);
    let answered = plan(&sheet, &mapping, &[]);
    assert_eq!(
        answered.assets[0].fields[&AssetField::InstallDate],
        "2024-03-04"
    );
    assert_eq!(answered.problems, []);
    // One value that can only be read one way answers for the column.
    let proven = plan_lines(
        &[
            "Name|IP|Installation date",
            "a|10.0.0.1|03/04/2024",
            "b|10.0.0.2|12/31/2024",
        ],
        &[],
    );
    assert_eq!(
        proven.assets[0].fields[&AssetField::InstallDate],
        "2024-03-04"
    );
}

#[test]
fn unknown_kinds_are_asked_about_once_and_keep_their_text() {
    let plan = plan_lines(
        &[
            "Name|Type|IP",
            "a|Frobnicator|10.0.0.1",
            "b|Frobnicator|10.0.0.2",
            "c|SPS|10.0.0.3",
        ],
        &[],
    );
    assert_eq!(
        plan.problems
            .iter()
            .map(|problem| problem.code)
            .collect::<Vec<_>>(),
        [Code::TypeUnknown]
    );
    assert_eq!(
        (
            plan.assets[1].asset_type,
            plan.assets[1].asset_type_raw.as_deref()
        ),
        (None, Some("Frobnicator"))
    );
    assert_eq!(
        (
            plan.assets[2].asset_type,
            plan.assets[2].asset_type_raw.as_deref()
        ),
        (Some(AssetType::Plc), Some("SPS"))
    );
}

#[test]
fn very_many_equal_problems_are_summed_up() {
    let lines: Vec<String> = std::iter::once("Name|IP|Zone".to_owned())
        .chain((0..1_000).map(|n| format!("a{n}|bad-{n}|Z")))
        .collect();
    let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
    let sheet = sheet("S", &lines);
    let mut mapping = Mapping::from_guess(&guess_sheet(&sheet, None));
    mapping.set_field(1, AssetField::Ip);
    let plan = plan(&sheet, &mapping, &["Z".to_owned()]);
    assert_eq!(plan.assets.len(), 1_000);
    assert_eq!(plan.problems.len(), 201);
    assert!(
        plan.problems[200].message.starts_with("800 more cells"),
        "{}",
        plan.problems[200].message
    );
}

#[test]
fn a_merged_cell_fills_only_its_own_rows() {
    let mut sheet = sheet(
        "S",
        &["Zone|Name|IP", "A|a|10.0.0.1", "|b|10.0.0.2", "|c|10.0.0.3"],
    );
    sheet.merged = vec![Region {
        first_row: 2,
        last_row: 3,
        first_column: 0,
        last_column: 0,
    }];
    let plan = plan(
        &sheet,
        &Mapping::from_guess(&guess_sheet(&sheet, None)),
        &["A".to_owned()],
    );
    let zones: Vec<_> = plan
        .assets
        .iter()
        .map(|asset| asset.zone_name.as_deref())
        .collect();
    assert_eq!(zones, [Some("A"), Some("A"), None]);
}

fn any_cell() -> impl Strategy<Value = CellValue> {
    let hard = prop::sample::select(vec![
        "10.0.0.1-",
        "10.0.0.1/",
        "::%",
        "%",
        "/",
        "1/1/1",
        "00:",
        "0x",
        "L",
        "-",
        "[::1",
        "é:=",
        "pw:é",
        "pwd=ß",
        "١٠.٠.٠.١",
        "3,5",
        "Total",
        "\u{200b}",
        "a\nb",
    ]);
    prop_oneof![
        ".*".prop_map(|text| CellValue::Text(text.into())),
        hard.prop_map(|text| CellValue::Text(text.into())),
        "[0-9./:;, %-]{0,24}".prop_map(|text| CellValue::Text(text.into())),
        any::<f64>().prop_map(|value| CellValue::Number {
            value,
            shown: None,
            scientific: false
        }),
        (-1e6..1e13).prop_map(|value| CellValue::Number {
            value,
            shown: None,
            scientific: true
        }),
        ".*".prop_map(|text| CellValue::Date {
            iso: text.into(),
            shown: None
        }),
        any::<bool>().prop_map(CellValue::Bool),
        Just(CellValue::FormulaWithoutValue),
        Just(CellValue::Error("#REF!".into())),
    ]
}

proptest! {
    #[test]
    fn every_row_becomes_an_asset_or_is_listed_whatever_its_cells_hold(
        cells in proptest::collection::vec(any_cell(), AssetField::ALL.len()),
        zones in proptest::collection::vec(".{0,12}", 0..3),
    ) {
        let columns = AssetField::ALL.len();
        let mut sheet = sheet("S", &["Name|IP|Zone", "a|b|c"]);
        sheet.rows[1].cells = cells.into_iter().enumerate().map(|(column, value)| crate::sheet::Cell { column: u32::try_from(column).unwrap(), value }).collect();
        let mut mapping = Mapping::from_guess(&guess_sheet(&sheet, None));
        for column in 0..columns {
            mapping.columns.insert(u32::try_from(column).unwrap(), ColumnUse::Field(AssetField::ALL[column]));
        }
        let plan = plan(&sheet, &mapping, &zones);
        prop_assert_eq!(plan.assets.len() + plan.skipped.len(), 1);
        for asset in &plan.assets {
            prop_assert!(!asset.name.is_empty());
            prop_assert!(asset.fields.iter().all(|(field, value)| !field.is_own_attribute() && !value.is_empty()));
        }
    }

    #[test]
    fn any_header_can_be_guessed(headers in proptest::collection::vec(any_cell(), 1..12), values in proptest::collection::vec(any_cell(), 1..12)) {
        let mut sheet = sheet("S", &["a", "b"]);
        for (row, cells) in sheet.rows.iter_mut().zip([headers, values]) {
            row.cells = cells.into_iter().enumerate().map(|(column, value)| crate::sheet::Cell { column: u32::try_from(column).unwrap(), value }).collect();
        }
        for header_row in [None, Some(1), Some(2), Some(9)] {
            let guess = guess_sheet(&sheet, header_row);
            let _plan = plan(&sheet, &Mapping::from_guess(&guess), &[]);
        }
    }
}
