//! What a user can do, as messages: one list of commands over one open site. Hosts (window, command line, tests)
//! only carry messages here and answer the questions of [`Host`].

#![allow(clippy::needless_pass_by_value)] // every handler owns its message

mod app;
mod asset;
mod commands;
mod export;
mod files;
mod framework;
mod history;
mod host;
mod identity;
mod import;
mod pack;
mod people;
mod plan;
mod posture;
mod problem;
mod question;
mod report;
mod sample;
mod script;
mod signature;
mod site;
mod steps;
mod store_problem;
mod walkdown;
mod wire;

#[cfg(test)]
mod codegen;

pub use app::App;
pub use commands::{COMMANDS, CommandEntry, CommandKind, dispatch};
pub use host::{Host, PickPurpose, PickRequest};
pub use problem::{Problem, ProblemKind};
pub use script::{parse_line, run_script, with_files};
pub use zonewright_store::io_reason;

/// Version of the program, as files and reports record it.
pub const PROGRAM_VERSION: &str = env!("CARGO_PKG_VERSION");
