//! A large spreadsheet into a site, and what its reader needed.

use std::ops::ControlFlow;
use std::path::Path;

use rust_xlsxwriter::{Workbook, XlsxError};
use serde_json::json;
use zonewright_import::{Limits, ReadRequest, ReaderProgram, read_in_child};

use crate::seed;
use crate::table::{Table, timed};

const ROWS: u32 = 100_000;
const HEADERS: [&str; 15] = [
    "Name",
    "Type",
    "Vendor",
    "Model",
    "IP Address",
    "MAC",
    "Firmware",
    "Zone",
    "Location",
    "Criticality",
    "Serial No.",
    "Owner",
    "Last seen",
    "Remarks",
    "Cost centre",
];

pub(crate) fn measure(table: &mut Table) {
    let folder = tempfile::tempdir().expect("a scratch folder can be made");
    write(&folder.path().join("large.xlsx")).expect("a workbook can be written");
    let mut conversation = seed::conversation(folder.path());
    let site = conversation.file("import.zwsite");
    conversation.ask("new_site", json!({ "file": site, "name": "Import" }));
    let file = conversation.file("large.xlsx");
    let (took, output) = timed(|| {
        conversation.ask(
            "import_assets",
            json!({ "file": file, "create_zones": true }),
        )
    });
    assert_eq!(output["created"], ROWS, "every row became an asset");
    table.at_most(
        "import 100,000 × 15 xlsx, read, planned and committed",
        took / 1000.0,
        4.0,
        "s",
    );
    table.at_most(
        "  its reader, highest memory",
        reader_peak_mib(&folder.path().join("large.xlsx")),
        150.0,
        "MiB",
    );
}

fn reader_peak_mib(path: &Path) -> f64 {
    let program = ReaderProgram::this_program().expect("a running program has a path");
    let request = ReadRequest::sheet("Assets");
    let workbook = read_in_child(&program, path, &request, &Limits::default(), &mut |_| {
        ControlFlow::Continue(())
    })
    .expect("the workbook can be read");
    workbook
        .reader_peak_kib
        .map_or(f64::NAN, |kib| kib as f64 / 1024.0)
}

fn write(path: &Path) -> Result<(), XlsxError> {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet().set_name("Assets")?;
    for (column, header) in (0..).zip(HEADERS) {
        sheet.write(0, column, header)?;
    }
    for row in 1..=ROWS {
        for (column, header) in (0..).zip(HEADERS) {
            sheet.write(row, column, cell(header, row))?;
        }
    }
    workbook.save(path)
}

fn cell(header: &str, row: u32) -> String {
    match header {
        "Name" => format!("PLC-{row:06}"),
        "Type" => "PLC".to_owned(),
        "IP Address" => format!("10.{}.{}.{}", row >> 16, (row >> 8) & 255, row & 255),
        "MAC" => format!(
            "02:00:00:{:02X}:{:02X}:{:02X}",
            row >> 16,
            (row >> 8) & 255,
            row & 255
        ),
        "Zone" => format!("Cell {}", row % 40),
        "Criticality" => "High".to_owned(),
        "Last seen" => "2026-10-12".to_owned(),
        other => format!("{other} {}", row % 977),
    }
}
