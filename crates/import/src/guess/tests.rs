#![allow(clippy::unwrap_used)]
use super::*;
use crate::sheet::{Cell, FileFormat};

/// A sheet from lines of cells separated by `|`; numbers are numbers.
pub(crate) fn sheet(name: &str, lines: &[&str]) -> Sheet {
    let value = |text: &str| match text.parse::<f64>() {
        Ok(value) => CellValue::Number {
            value,
            shown: None,
            scientific: false,
        },
        Err(_) => CellValue::Text(text.into()),
    };
    let row = |(number, line): (usize, &&str)| Row {
        number: u32::try_from(number).unwrap() + 1,
        cells: line
            .split('|')
            .map(str::trim)
            .enumerate()
            .filter(|(_, text)| !text.is_empty())
            .map(|(column, text)| Cell {
                column: u32::try_from(column).unwrap(),
                value: value(text),
            })
            .collect(),
    };
    Sheet {
        name: name.to_owned(),
        visibility: Visibility::Visible,
        rows: lines
            .iter()
            .enumerate()
            .map(row)
            .filter(|row| !row.cells.is_empty())
            .collect(),
        merged: Vec::new(),
        was_read: true,
        cut: false,
    }
}

/// Words of the guessed fields, `-` for none, `!` for a secret.
fn check(lines: &[&str], expected: &str) {
    let guess = guess_sheet(&sheet("S", lines), None);
    let fields: Vec<&str> = guess
        .columns
        .iter()
        .map(|column| match column.field {
            _ if column.secret => "!",
            Some(field) => field.word(),
            None => "-",
        })
        .collect();
    assert_eq!(fields.join(" "), expected, "{:?}", lines[0]);
}

#[test]
fn headers_of_five_languages_and_many_tools_are_recognised() {
    for (header, expected) in [
        (
            "Asset ID|Name|Type|IP Address|MAC|Vendor|Model|Serial No.|FW version|Zone|Purdue level|Location|Criticality|Colour",
            "asset_tag name asset_type ip mac manufacturer model serial firmware zone purdue location criticality -",
        ),
        (
            "Inventarnummer|Bezeichnung|Hersteller|IP-Adresse|MAC-Adresse|Standort|Kritikalität",
            "asset_tag name manufacturer ip mac location criticality",
        ),
        (
            "Nom|N°Serie|Adresse MAC|Marque|Emplacement|Criticité",
            "name serial mac manufacturer location criticality",
        ),
        (
            "Nombre|Fabricante|Dirección IP|Número de serie|Zona",
            "name manufacturer ip serial zone",
        ),
        (
            "Nome|Produttore|Indirizzo IP|Matricola|Zona di sicurezza",
            "name manufacturer ip serial zone",
        ),
        (
            "Name|IP Address 1|IP Address 2|IP Address 9",
            "name ip ip ip",
        ),
        (
            "Device|Tipo Device|Gateway IP address (primary)",
            "name asset_type ip",
        ),
        (
            "name|role|manufacturer|device_type|site|serial|primary_ip4",
            "name asset_type manufacturer model site serial ip",
        ),
        ("Name|Model|role|device_type", "name model asset_type -"),
        (
            "Name|IP|Password|SNMP community|Admin-Passwort|PIN code",
            "name ip ! ! ! !",
        ),
    ] {
        check(&[header], expected);
    }
}

#[test]
fn values_confirm_or_veto_but_never_decide_alone() {
    check(
        &["Name|MAC_Protocol", "a|Modbus TCP", "b|Profinet"],
        "name protocols",
    );
    check(
        &["Name|MAC_Type", "a|Modbus TCP", "b|Profinet"],
        "name asset_type",
    );
    check(&["Name|MAC list", "a|Modbus TCP", "b|Profinet"], "name -");
    check(&["Name|MAC", "a|00:11:22:33:44:55", "b|n/a"], "name mac");
    check(&["Name|Level", "a|ground floor", "b|first floor"], "name -");
    check(&["Name|Anschluss", "a|10.0.0.1", "b|10.0.0.2"], "name -");
    check(&["No|Name|IP", "1|a|10.0.0.1", "2|b|10.0.0.2"], "- name ip");
    check(
        &["No|Name|IP", "17|a|10.0.0.1", "4|b|10.0.0.2"],
        "asset_tag name ip",
    );
    let guess = guess_sheet(&sheet("S", &["Name|Anschluss", "a|10.0.0.1"]), None);
    assert!(
        guess.columns[1].reason.contains("look like “IP address”"),
        "{}",
        guess.columns[1].reason
    );
}

#[test]
fn two_columns_of_one_field_are_not_joined_by_accident() {
    let guess = guess_sheet(
        &sheet("S", &["Device|Name|IP|Serial", "x|y|10.0.0.1|1"]),
        None,
    );
    assert_eq!(guess.columns[0].field, None);
    assert_eq!(guess.columns[1].field, Some(AssetField::Name));
    assert_eq!(
        guess
            .problems
            .iter()
            .filter(|p| p.code == ProblemCode::SameField)
            .count(),
        1
    );
}

#[test]
fn the_header_row_is_found_below_titles_and_can_be_moved() {
    let lines = [
        "Asset list of plant 7",
        "Rev. 3",
        "|Network|",
        "Name|IP|Model|Zone",
        "PLC-1|10.0.0.1|S7|Cell 1",
    ];
    let sheet = sheet("S", &lines);
    assert_eq!(guess_sheet(&sheet, None).header_row, 4);
    let moved = guess_sheet(&sheet, Some(3));
    assert_eq!((moved.header_row, moved.looks_like_assets), (3, false));
}

#[test]
fn lists_of_other_things_are_told_from_lists_of_assets() {
    for (header, is_list) in [
        ("Name|IP|Zone", true),
        ("Hostname|IP|MAC", true),
        ("Name|IP", false),
        (
            "Risk ID|Description|Likelihood|Impact|Owner|Status|Mitigation",
            false,
        ),
        (
            "Risk|Name|Category|Probability|Impact|Owner|Treatment",
            false,
        ),
        ("Article number|Description|Unit|Price|Supplier", false),
        ("Name|Manufacturer|Model|Price|Quantity", false),
        ("Who|What|When", false),
    ] {
        let guess = guess_sheet(&sheet("S", &[header]), None);
        assert_eq!(guess.looks_like_assets, is_list, "{header}");
        let told = guess
            .problems
            .iter()
            .any(|problem| problem.code == ProblemCode::NotAnAssetList);
        assert_eq!(told, !is_list, "{header}");
    }
}

#[test]
fn the_sheet_with_assets_is_chosen_and_a_hidden_one_never() {
    let mut hidden = sheet("Old", &["Name|IP|Zone|Model|Serial", "a|10.0.0.1|z|m|s"]);
    hidden.visibility = Visibility::Hidden;
    let mut sheets = vec![
        sheet("Cover", &["Asset list", "Plant 7"]),
        sheet("Control", &["Version|Date|Author", "1|2024-01-01|x"]),
        sheet("Assets", &["Name|IP|Zone", "a|10.0.0.1|z"]),
        hidden,
    ];
    sheets.extend((0..20).map(|n| sheet(&format!("List {n}"), &["Type", "PLC", "HMI"])));
    let workbook = Workbook {
        format: FileFormat::Xlsx,
        file_bytes: 1,
        sha256: String::new(),
        text: None,
        sheets,
        problems: Vec::new(),
        reader_peak_kib: None,
    };
    let guess = guess(&workbook);
    assert_eq!(guess.best, Some(2));
    assert_eq!(guess.sheets.len(), 24);
}

#[test]
fn samples_of_secrets_are_never_shown() {
    let guess = guess_sheet(
        &sheet("S", &["Name|IP|Zone|Password", "a|10.0.0.1|z|hunter2"]),
        None,
    );
    assert!(!format!("{guess:?}").contains("hunter2"));
    assert!(
        guess
            .problems
            .iter()
            .any(|problem| problem.code == ProblemCode::SecretColumn)
    );
}
