//! Asks other programs and keeps what they said, on both streams.

use std::ffi::OsStr;
use std::process::Command;

/// What a program answered.
#[derive(Debug, Clone)]
pub struct Said {
    /// Exit status was zero.
    pub accepted: bool,
    /// Both streams, output first.
    pub text: String,
}

/// Runs a program to its end.
///
/// # Panics
/// When it cannot be started: a missing tool is a failure of the test, never a reason to skip it.
pub fn ask<S: AsRef<OsStr>>(program: impl AsRef<OsStr>, args: impl IntoIterator<Item = S>) -> Said {
    let program = program.as_ref();
    let output = Command::new(program)
        .args(args)
        .env("LC_ALL", "C.UTF-8")
        .output()
        .unwrap_or_else(|error| {
            panic!(
                "{} could not be started: {error}",
                program.to_string_lossy()
            )
        });
    let text = [output.stdout, output.stderr]
        .map(|stream| String::from_utf8_lossy(&stream).into_owned())
        .concat();
    Said {
        accepted: output.status.success(),
        text,
    }
}
