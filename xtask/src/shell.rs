//! Starts other programs: shown to the person, quiet, or with their test counts added up.

use std::ffi::OsStr;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Command, Stdio};

use crate::place;

/// How many tests passed and failed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Counts {
    /// Tests that held.
    pub(crate) passed: u64,
    /// Tests that did not.
    pub(crate) failed: u64,
}

impl Counts {
    /// Adds what a line of `cargo test` or `vitest` says.
    fn add_line(&mut self, line: &str) {
        let line = line.trim();
        if line.starts_with("test result:") || line.starts_with("Tests ") {
            self.passed += number_before(line, "passed");
            self.failed += number_before(line, "failed");
        }
    }
}

/// The number that stands before a word, as in `12 passed`; 0 when it is not there.
fn number_before(line: &str, word: &str) -> u64 {
    let words: Vec<&str> = line
        .split(|c: char| !c.is_alphanumeric())
        .filter(|part| !part.is_empty())
        .collect();
    words
        .windows(2)
        .find(|pair| pair[1] == word)
        .and_then(|pair| pair[0].parse().ok())
        .unwrap_or(0)
}

/// A command that starts in the repository.
pub(crate) fn command(program: impl AsRef<OsStr>, args: &[&str]) -> Command {
    let mut command = Command::new(program);
    command.args(args).current_dir(place::root());
    command
}

/// The cargo that runs us.
pub(crate) fn cargo(args: &[&str]) -> Command {
    command(
        std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()),
        args,
    )
}

/// Runs a command with its output shown.
pub(crate) fn show(mut command: Command) -> Result<(), String> {
    let status = command
        .status()
        .map_err(|error| not_started(&command, &error))?;
    if status.success() {
        Ok(())
    } else {
        Err(format!("{} ended with {status}", words(&command)))
    }
}

/// Runs a command quietly and gives what it wrote; an error carries both streams.
pub(crate) fn read(mut command: Command) -> Result<String, String> {
    let output = command
        .output()
        .map_err(|error| not_started(&command, &error))?;
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    if output.status.success() {
        return Ok(text);
    }
    let complaint = String::from_utf8_lossy(&output.stderr);
    Err(format!(
        "{} ended with {}\n{text}{complaint}",
        words(&command),
        output.status
    ))
}

/// Runs a command with its output shown and its test counts added up. A failed test is not an error here, a program that
/// ends badly without one is.
pub(crate) fn count(mut command: Command) -> Result<Counts, String> {
    command
        .stdout(Stdio::piped())
        .env("NO_COLOR", "1")
        .env("CARGO_TERM_COLOR", "never");
    let mut child = command
        .spawn()
        .map_err(|error| not_started(&command, &error))?;
    let mut counts = Counts::default();
    if let Some(stdout) = child.stdout.take() {
        for line in BufReader::new(stdout).lines() {
            let line = line.map_err(|error| {
                format!("the output of {} cannot be read: {error}", words(&command))
            })?;
            println!("{line}");
            counts.add_line(&line);
        }
    }
    let status = child
        .wait()
        .map_err(|error| format!("{} was lost: {error}", words(&command)))?;
    if !status.success() && counts.failed == 0 {
        return Err(format!("{} ended with {status}", words(&command)));
    }
    Ok(counts)
}

/// True when a program of that name is on the path.
pub(crate) fn is_installed(program: &str) -> bool {
    let name = format!("{program}{}", std::env::consts::EXE_SUFFIX);
    std::env::var_os("PATH").is_some_and(|path| {
        std::env::split_paths(&path).any(|folder| Path::new(&folder).join(&name).is_file())
    })
}

fn words(command: &Command) -> String {
    let mut text = command.get_program().to_string_lossy().into_owned();
    for arg in command.get_args() {
        text.push(' ');
        text.push_str(&arg.to_string_lossy());
    }
    text
}

fn not_started(command: &Command, error: &std::io::Error) -> String {
    format!("{} could not be started: {error}", words(command))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_are_read_from_both_kinds_of_test_output() {
        for (line, passed, failed) in [
            (
                "test result: ok. 12 passed; 0 failed; 0 ignored; 0 measured; 3 filtered out; finished in 0.1s",
                12,
                0,
            ),
            ("test result: FAILED. 3 passed; 2 failed; 0 ignored", 3, 2),
            ("      Tests  7 passed (7)", 7, 0),
            ("      Tests  1 failed | 6 passed (7)", 6, 1),
            (" Test Files  2 passed (2)", 0, 0),
            ("test posture::tests::result ... ok", 0, 0),
        ] {
            let mut counts = Counts::default();
            counts.add_line(line);
            assert_eq!(counts, Counts { passed, failed }, "{line}");
        }
    }
}
