//! `zonewright-cli`: the same commands as the window, without one. For scripts, tests and people at a terminal.

use std::process::ExitCode;

fn main() -> ExitCode {
    zonewright_cli::main()
}
