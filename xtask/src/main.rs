//! Every developer command, in Rust because a Windows laptop has no make: `cargo xtask run | test | check | codegen | bench`.

// This program talks to the person at the terminal.
#![allow(clippy::print_stdout)]

mod bench;
mod check;
mod codegen;
mod demo;
mod place;
mod run;
mod shell;
mod steps;
mod system;
mod test;
mod tools;
mod web;

use std::process::ExitCode;

const USAGE: &str = "\
cargo xtask run       build and open the window; without a display, do the whole job on the command line
cargo xtask test      install what the tests need and run every test
cargo xtask check     formatting, lints, types, generated files, layers
cargo xtask codegen   write the TypeScript types of the wire
cargo xtask bench     release build, then the table of measurements";

fn main() -> ExitCode {
    let command = std::env::args().nth(1);
    let result = match command.as_deref() {
        Some("run") => run::run(),
        Some("test") => test::test(),
        Some("check") => check::check(),
        Some("codegen") => codegen::codegen(),
        Some("bench") => bench::bench(),
        None | Some("help" | "--help" | "-h") => {
            println!("{USAGE}");
            return ExitCode::SUCCESS;
        }
        Some(other) => Err(format!("There is no command “{other}”.\n{USAGE}")),
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("{message}");
            ExitCode::FAILURE
        }
    }
}
