//! Measures what a person waits for and prints it beside the targets. Built for release by `cargo xtask bench`; names
//! after it measure only these, such as `cargo xtask bench answer open`.

// This program talks to the person at the terminal.
#![allow(clippy::print_stdout)]

mod answer;
mod catalog;
mod import;
mod open;
mod report;
mod seed;
mod table;
mod window;

use std::process::ExitCode;

/// Measures one thing and adds its rows.
type Measure = fn(&mut table::Table);

/// What can be measured, by the names that the command line takes.
const MEASUREMENTS: [(&str, Measure); 6] = [
    ("catalog", catalog::measure),
    ("answer", answer::measure),
    ("open", open::measure),
    ("import", import::measure),
    ("report", report::measure),
    ("window", window::measure),
];

fn main() -> ExitCode {
    // The import measured here starts this very program as its reader.
    zonewright_import::child::main_if_asked();
    let asked: Vec<String> = std::env::args().skip(1).collect();
    if let Some(unknown) = asked
        .iter()
        .find(|name| !MEASUREMENTS.iter().any(|(known, _)| known == name))
    {
        let known = MEASUREMENTS.map(|(name, _)| name).join(", ");
        eprintln!("Nothing is measured by the name “{unknown}”. Names: {known}.");
        return ExitCode::FAILURE;
    }
    let mut table = table::Table::default();
    for (name, measure) in MEASUREMENTS {
        if asked.is_empty() || asked.iter().any(|asked| asked == name) {
            measure(&mut table);
        }
    }
    if table.all_reached() {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}
