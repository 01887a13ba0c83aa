//! The command line `zonewright-cli` as a library, so that the tests from outside start the very same program.
#![allow(clippy::print_stdout)] // a command line speaks on standard output

mod args;
mod host;
mod run;
mod show;

use std::process::ExitCode;

use clap::Parser as _;
use serde_json::json;

use crate::args::Args;

/// Does what the arguments of this process ask for. Exit status: 0 done, 1 refused or failed, 2 wrong usage (clap), 3 done but the answer is no (`check`, `verify`, `catalog --check`).
pub fn main() -> ExitCode {
    zonewright_import::child::main_if_asked();
    let args = Args::parse();
    let as_json = args.json;
    match run::run(args) {
        Ok(outcome) => {
            if as_json {
                println!("{:#}", outcome.json);
            } else {
                print!("{}", outcome.text);
            }
            if outcome.ok {
                ExitCode::SUCCESS
            } else {
                ExitCode::from(3)
            }
        }
        Err(problem) => {
            if as_json {
                println!("{:#}", json!({ "problem": problem }));
            } else {
                eprintln!("{}", show::problem(&problem));
            }
            ExitCode::FAILURE
        }
    }
}
