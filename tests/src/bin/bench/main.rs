//! Measures what a person waits for and prints it beside the targets. Built for release by `cargo xtask bench`.

// This program talks to the person at the terminal.
#![allow(clippy::print_stdout)]

mod answer;
mod import;
mod open;
mod report;
mod seed;
mod table;
mod window;

use std::process::ExitCode;

fn main() -> ExitCode {
    // The import measured here starts this very program as its reader.
    zonewright_import::child::main_if_asked();
    let mut table = table::Table::default();
    answer::measure(&mut table);
    open::measure(&mut table);
    import::measure(&mut table);
    report::measure(&mut table);
    window::measure(&mut table);
    table.print();
    if table.all_reached() {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}
