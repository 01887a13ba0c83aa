//! The command line as the tests start it: `zonewright-cli` itself, built beside them.

use std::process::ExitCode;

fn main() -> ExitCode {
    zonewright_cli::main()
}
