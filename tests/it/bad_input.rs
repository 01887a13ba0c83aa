//! Bad input through the command line and the list of commands: each is told in plain sentences and nothing is lost.

#![allow(clippy::unwrap_used)]

mod bad_input {
    mod commands;
    #[cfg(target_os = "linux")]
    mod drives;
    mod evidence;
    mod exports;
    mod packs;
    mod released;
    mod scripts;
    mod signing;
    mod sites;
    mod spreadsheets;
    mod terminal;
    mod texts;
    mod walkdown;
}
