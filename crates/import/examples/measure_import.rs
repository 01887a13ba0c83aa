//! Measures preview, reading and planning of 100,000 rows and 15 columns, with the peak memory of the reader.
//!
//! Run it from the workspace: `cargo run --release -p zonewright-import --example measure_import -- READER FOLDER`, where READER is
//! the built `zonewright-spreadsheet-reader` and FOLDER takes the generated files.

use rust_xlsxwriter::Workbook;
use std::fmt::Write as _;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::time::Instant;
use zonewright_import::{
    ImportError, Limits, Mapping, ReadRequest, ReaderProgram, guess, plan, read_in_child,
};

const ROWS: u32 = 100_000;
const HEADERS: [&str; 15] = [
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
    "VLAN",
    "Installation date",
    "Notes",
];

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut arguments = std::env::args_os().skip(1);
    let (Some(program), Some(folder)) = (arguments.next(), arguments.next()) else {
        return Err("give the reader program and a folder".into());
    };
    let program = ReaderProgram::at(program);
    let folder = PathBuf::from(folder);
    write_list(&folder)?;
    for name in ["list.xlsx", "list.csv"] {
        measure(&program, &folder.join(name))?;
    }
    Ok(())
}

fn write_list(folder: &Path) -> Result<(), Box<dyn std::error::Error>> {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    let mut csv = HEADERS.join(",") + "\n";
    sheet.write_row(0, 0, HEADERS)?;
    for n in 1..=ROWS {
        let cells = [
            format!("A-{n:06}"),
            format!("DEV-{n:06}"),
            ["PLC", "HMI", "Switch", "Drive"][n as usize % 4].to_owned(),
            format!("10.{}.{}.{}", n >> 16, n >> 8 & 255, n & 255),
            format!(
                "00:1B:1B:{:02X}:{:02X}:{:02X}",
                n >> 16,
                n >> 8 & 255,
                n & 255
            ),
            "Siemens".to_owned(),
            format!("Model {}", n % 50),
            format!("S C-{n:08}"),
            format!("V{}.{}", n % 9, n % 7),
            format!("Cell {}", n % 40),
            format!("Hall {}", n % 12),
            "High".to_owned(),
            (n % 4000 + 1).to_string(),
            "2024-05-17".to_owned(),
            format!("Checked in round {}", n % 100),
        ];
        for (column, cell) in (0..).zip(&cells) {
            match column {
                12 => sheet.write_number(n, column, f64::from(n % 4000 + 1))?,
                _ => sheet.write_string(n, column, cell)?,
            };
        }
        writeln!(csv, "{}", cells.join(","))?;
    }
    workbook.save(folder.join("list.xlsx"))?;
    std::fs::write(folder.join("list.csv"), csv)?;
    Ok(())
}

fn measure(program: &ReaderProgram, path: &Path) -> Result<(), ImportError> {
    let limits = Limits::default();
    let read = |request: &ReadRequest| {
        read_in_child(program, path, request, &limits, &mut |_| {
            ControlFlow::Continue(())
        })
    };
    let start = Instant::now();
    let preview = read(&ReadRequest::preview())?;
    let guess = guess(&preview);
    let previewed = start.elapsed();
    let best = guess
        .best
        .and_then(|best| guess.sheets.get(best))
        .ok_or(ImportError::Empty)?;
    let start = Instant::now();
    let workbook = read(&ReadRequest::sheet(&best.sheet))?;
    let was_read = start.elapsed();
    let start = Instant::now();
    let plan = workbook
        .find_sheet(&best.sheet)
        .map(|sheet| plan(sheet, &Mapping::from_guess(best), &[]))
        .unwrap_or_default();
    eprintln!(
        "{}: {} bytes; preview and guess {previewed:.2?}; read {was_read:.2?}, reader peak {} MiB; plan {:.2?}; {} assets, {} problems",
        path.display(),
        workbook.file_bytes,
        workbook.reader_peak_kib.unwrap_or(0) / 1024,
        start.elapsed(),
        plan.assets.len(),
        plan.problems.len()
    );
    Ok(())
}
