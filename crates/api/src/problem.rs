//! The one shape in which anything that goes wrong reaches a person: what happened, what about the data, what now.

use std::fmt;

use serde::Serialize;
use serde_json::{Map, Value};
use ts_rs::TS;

/// Who has to act.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ProblemKind {
    /// Not possible now; the person changes something.
    Refused,
    /// Something outside went wrong; there is a remedy.
    Failed,
    /// Our mistake.
    Broken,
}

/// A problem on the wire.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct Problem {
    /// Stable code, `noun.what`.
    pub code: String,
    /// Who has to act.
    pub kind: ProblemKind,
    /// What happened and what about the data, in plain sentences.
    pub message: String,
    /// What to do now, one sentence.
    pub help: String,
    /// Facts by name, for screens that show more.
    #[ts(type = "Record<string, unknown>")]
    pub args: Map<String, Value>,
}

impl Problem {
    pub(crate) fn refused(code: &str, message: impl Into<String>, help: impl Into<String>) -> Self {
        Self::new(ProblemKind::Refused, code, message.into(), help.into())
    }

    pub(crate) fn failed(code: &str, message: impl Into<String>, help: impl Into<String>) -> Self {
        Self::new(ProblemKind::Failed, code, message.into(), help.into())
    }

    /// Our mistake, such as a panic that a host has caught.
    pub fn broken(message: impl Into<String>) -> Self {
        let help = "What you entered before is saved. Please close and open the site, and tell us what you did.";
        Self::new(
            ProblemKind::Broken,
            "program.broken",
            message.into(),
            help.to_owned(),
        )
    }

    pub(crate) fn with(mut self, name: &str, value: impl Into<Value>) -> Self {
        self.args.insert(name.to_owned(), value.into());
        self
    }

    /// A thing named by the message is not in the site.
    pub(crate) fn missing(noun: &str, id: &str) -> Self {
        Self::refused(
            &format!("{noun}.missing"),
            format!("There is no {noun} “{id}” in this site; it may have been deleted. Nothing was changed."),
            "Choose another one, or undo the deletion.",
        )
        .with("id", id)
    }

    /// A field of the message has a value that cannot be.
    pub(crate) fn field(field: &str, message: impl fmt::Display) -> Self {
        Self::refused(
            "input.field",
            format!("{message} Nothing was changed."),
            "Correct the value and try again.",
        )
        .with("field", field)
    }

    /// No site is open.
    pub(crate) fn no_site() -> Self {
        Self::refused(
            "site.none_open",
            "No site is open.",
            "Open a site or make a new one first.",
        )
    }

    fn new(kind: ProblemKind, code: &str, message: String, help: String) -> Self {
        Self {
            code: code.to_owned(),
            kind,
            message,
            help,
            args: Map::new(),
        }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.message, self.help)
    }
}

impl std::error::Error for Problem {}
