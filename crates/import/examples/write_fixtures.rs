//! Writes the spreadsheets under `fixtures/spreadsheets` that are made with an xlsx writer, and the text files.
//!
//! Run it from the workspace: `cargo run -p zonewright-import --example write_fixtures`. The xls, ods and protected files were
//! saved once with LibreOffice from `merged.xlsx`; see `fixtures/spreadsheets/README.md`.

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Formula, Workbook, XlsxError};
use std::path::{Path, PathBuf};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../fixtures/spreadsheets");
    std::fs::create_dir_all(&folder)?;
    plain(&folder)?;
    header_below_titles(&folder)?;
    many_sheets(&folder)?;
    odd_cells(&folder)?;
    merged(&folder)?;
    secrets(&folder)?;
    german_text(&folder)?;
    Ok(())
}

/// A workbook whose bytes depend on nothing but its content.
fn workbook() -> Result<Workbook, XlsxError> {
    let mut workbook = Workbook::new();
    let written = ExcelDateTime::from_ymd(2026, 1, 15)?;
    workbook.set_properties(&DocProperties::new().set_creation_datetime(&written));
    Ok(workbook)
}

fn save(mut workbook: Workbook, folder: &Path, name: &str) -> Result<(), XlsxError> {
    workbook.save(folder.join(name))
}

const PLAIN: [&str; 13] = [
    "Asset ID",
    "Name",
    "Type",
    "IP Address",
    "MAC Address",
    "Vendor",
    "Model",
    "Serial Number",
    "Firmware version",
    "Zone",
    "Location",
    "Criticality",
    "Paint",
];

fn plain(folder: &Path) -> Result<(), XlsxError> {
    let mut workbook = workbook()?;
    let sheet = workbook.add_worksheet().set_name("Assets")?;
    sheet.write_row(0, 0, PLAIN)?;
    for n in 1..=25_u32 {
        let row = [
            format!("A-{n:03}"),
            format!("PLC-{n:02}"),
            "PLC".into(),
            format!("10.1.0.{n}"),
            format!("00:1B:1B:00:00:{n:02X}"),
            "Siemens".into(),
            "S7-1500".into(),
            format!("S C-{n:06}"),
            "V2.9.4".into(),
            format!("Cell {}", n % 3 + 1),
            "Hall 1".into(),
            "High".into(),
            "grey".into(),
        ];
        sheet.write_row(n, 0, row)?;
    }
    save(workbook, folder, "plain.xlsx")
}

fn header_below_titles(folder: &Path) -> Result<(), XlsxError> {
    let mut workbook = workbook()?;
    let sheet = workbook.add_worksheet().set_name("Liste")?;
    let bold = Format::new()
        .set_bold()
        .set_border(rust_xlsxwriter::FormatBorder::Thin);
    sheet.merge_range(0, 0, 0, 4, "Asset list of plant 7, rev. 3", &bold)?;
    sheet.merge_range(1, 1, 1, 3, "Network", &bold)?;
    sheet.write_row(2, 0, ["Name", "IP Address", "MAC Address", "VLAN", "Zone"])?;
    for n in 1..=10_u32 {
        sheet.write_row(
            2 + n,
            0,
            [
                format!("HMI-{n:02}"),
                format!("10.2.0.{n}"),
                format!("00-0E-8C-00-00-{n:02X}"),
                "20".into(),
                "Packaging".into(),
            ],
        )?;
    }
    sheet.write_row(13, 0, ["TOTAL", "10"])?;
    for row in 14..54 {
        for column in 0..5 {
            sheet.write_blank(row, column, &bold)?;
        }
    }
    save(workbook, folder, "header_below_titles.xlsx")
}

fn many_sheets(folder: &Path) -> Result<(), XlsxError> {
    let mut workbook = workbook()?;
    workbook.add_worksheet().set_name("Cover")?.write_column(
        0,
        0,
        ["Asset list", "Plant 7", "Confidential"],
    )?;
    workbook
        .add_worksheet()
        .set_name("Document control")?
        .write_row(0, 0, ["Version", "Date", "Author"])?;
    let assets = workbook.add_worksheet().set_name("Assets")?;
    assets.write_row(0, 0, ["Name", "IP Address", "Zone", "Model"])?;
    for n in 1..=8_u32 {
        assets.write_row(
            n,
            0,
            [
                format!("DRV-{n}"),
                format!("10.3.0.{n}"),
                "Line 2".into(),
                "SINAMICS".into(),
            ],
        )?;
    }
    for n in 1..=20 {
        workbook
            .add_worksheet()
            .set_name(format!("List {n}"))?
            .write_column(0, 0, ["Type", "PLC", "HMI", "Switch"])?;
    }
    let old = workbook.add_worksheet().set_name("Old")?.set_hidden(true);
    old.write_row(0, 0, ["Name", "IP Address", "Zone", "Model", "Serial"])?;
    for n in 1..=5_u32 {
        old.write_row(
            n,
            0,
            [
                format!("OLD-{n}"),
                format!("10.9.0.{n}"),
                "Line 2".into(),
                "S5".into(),
                format!("{n}"),
            ],
        )?;
    }
    save(workbook, folder, "many_sheets.xlsx")
}

fn odd_cells(folder: &Path) -> Result<(), XlsxError> {
    let mut workbook = workbook()?;
    let sheet = workbook.add_worksheet().set_name("Odd")?;
    let format = |code: &str| Format::new().set_num_format(code);
    sheet.write_row(
        0,
        0,
        [
            "Name",
            "Firmware",
            "Serial",
            "IP Address",
            "Installation date",
            "Notes",
        ],
    )?;
    sheet.write_row(1, 0, ["a: digits shown by the format"])?;
    sheet.write_number_with_format(1, 1, 2.1, &format("0.00"))?;
    sheet.write_number_with_format(1, 2, 123, &format("00000000"))?;
    sheet.write_number(1, 3, 192_168_100_100_f64)?;
    sheet.write_datetime_with_format(
        1,
        4,
        ExcelDateTime::from_ymd(2023, 3, 15)?,
        &format("yyyy-mm-dd"),
    )?;
    sheet.write_row(2, 0, ["b: digits lost"])?;
    sheet.write_datetime_with_format(2, 1, ExcelDateTime::from_ymd(2026, 2, 1)?, &format("d.m"))?;
    sheet.write_number_with_format(2, 2, 1_200_000, &format("0.00E+00"))?;
    sheet.write_number(2, 4, 45_000)?;
    sheet.write_row(3, 0, ["c: formulas"])?;
    sheet.write_formula(3, 1, Formula::new("=\"V\"&\"1.0\"").set_result("V1.0"))?;
    sheet.write_formula(3, 3, Formula::new("=NA()").set_result("#N/A"))?;
    sheet.write_formula(3, 5, Formula::new("=1/0").set_result("#DIV/0!"))?;
    sheet.write_row(4, 0, ["d: others"])?;
    sheet.write_boolean(4, 5, true)?;
    sheet.write_url_with_text(4, 1, "https://example.invalid/", "V3.1")?;
    sheet.write_number(4, 4, 2019)?;
    save(workbook, folder, "odd_cells.xlsx")
}

fn merged(folder: &Path) -> Result<(), XlsxError> {
    let mut workbook = workbook()?;
    let sheet = workbook.add_worksheet().set_name("Merged")?;
    let plain = Format::new();
    sheet.write_row(0, 0, ["Zone", "Name", "IP Address", "Model"])?;
    for n in 1..=10_u32 {
        sheet.write_row(
            n,
            1,
            [
                format!("IO-{n:02}"),
                format!("10.4.0.{n}"),
                "ET 200SP".into(),
            ],
        )?;
    }
    sheet.merge_range(1, 0, 5, 0, "Dosing", &plain)?;
    sheet.merge_range(6, 0, 10, 0, "Filling", &plain)?;
    save(workbook, folder, "merged.xlsx")
}

fn secrets(folder: &Path) -> Result<(), XlsxError> {
    let mut workbook = workbook()?;
    let sheet = workbook.add_worksheet().set_name("Devices")?;
    sheet.write_row(
        0,
        0,
        [
            "Hostname",
            "IP Address",
            "Model",
            "Password",
            "SNMP community",
            "Notes",
        ],
    )?;
    for n in 1..=3_u32 {
        let row = [
            format!("sw-{n}"),
            format!("10.5.0.{n}"),
            "SCALANCE".into(),
            "Winter2026!".into(),
            "rw-plant".into(),
            "Password: Summer2026!".into(),
        ];
        sheet.write_row(n, 0, row)?;
    }
    save(workbook, folder, "secrets.xlsx")
}

/// The same eight assets as Excel in Germany saves them in three ways.
fn german_text(folder: &Path) -> std::io::Result<()> {
    let header =
        "Inventarnummer;Bezeichnung;Hersteller;IP-Adresse;MAC-Adresse;Standort;Kritikalität";
    let rows = (1..=8).map(|n| {
        format!("INV-{n:03};Förderband {n} „Süd“;Müller & Söhne;10.6.0.{n};00-0E-CF-00-00-{n:02X};Gebäude Ä, Raum {n};{}", if n % 2 == 0 { "Hoch" } else { "mittel" })
    });
    let text: String = std::iter::once(header.to_owned())
        .chain(rows)
        .map(|line| line + "\r\n")
        .collect();
    let (windows_1252, ..) = encoding_rs::WINDOWS_1252.encode(&text);
    std::fs::write(folder.join("german_windows_1252.csv"), windows_1252)?;
    std::fs::write(
        folder.join("german_utf_8_mark.csv"),
        format!("\u{feff}{text}"),
    )?;
    let tabbed = format!("\u{feff}{}", text.replace(';', "\t"));
    let utf_16: Vec<u8> = tabbed.encode_utf16().flat_map(u16::to_le_bytes).collect();
    std::fs::write(folder.join("german_utf_16_tabs.txt"), utf_16)
}
