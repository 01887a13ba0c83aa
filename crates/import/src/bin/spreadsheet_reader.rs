//! The reader on its own. The window and the command line carry the same entry; this one serves tests and measurements.

fn main() -> std::process::ExitCode {
    zonewright_import::child::main_if_asked();
    eprintln!("This program reads one spreadsheet for Zonewright and is started by it.");
    std::process::ExitCode::from(2)
}
