//! A program that does nothing but read spreadsheets as a child, for tests that have no window of their own.

fn main() {
    zonewright_import::child::main_if_asked();
    eprintln!("This program is started by tests to read a spreadsheet.");
    std::process::exit(2);
}
