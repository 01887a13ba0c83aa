//! Failures of the site file as problems. The web view never sees a path, so messages name the file only.

use std::path::Path;

use zonewright_store::StoreError;

use crate::files::name_of_path;
use crate::problem::{Problem, ProblemKind};

impl From<StoreError> for Problem {
    fn from(error: StoreError) -> Self {
        let (path, code, kind, help) = facts(&error);
        let mut message = without_folders(&error.to_string(), path);
        if let StoreError::Migration { copy, .. } = &error {
            message = without_folders(&message, copy);
        }
        let problem = match kind {
            ProblemKind::Refused => Self::refused(code, message, help),
            ProblemKind::Failed => Self::failed(code, message, help),
            ProblemKind::Broken => Self {
                code: code.to_owned(),
                ..Self::broken(message)
            },
        };
        match &error {
            StoreError::Locked { by, since, .. } => {
                problem.with("by", by.clone()).with("since", since.clone())
            }
            StoreError::Newer { needs, .. } => problem.with("needs", needs.clone()),
            _ => problem,
        }
    }
}

/// The message with the file's name instead of its path. A short relative path such as `.` could stand for anything in
/// a sentence, so it is replaced between quotation marks alone.
fn without_folders(message: &str, path: &Path) -> String {
    let (full, name) = (path.display().to_string(), name_of_path(path));
    let quoted = message.replace(&format!("“{full}”"), &format!("“{name}”"));
    if path.is_absolute() && path.file_name().is_some() {
        quoted.replace(&full, &name)
    } else {
        quoted
    }
}

fn facts(error: &StoreError) -> (&Path, &'static str, ProblemKind, &'static str) {
    use ProblemKind::{Broken, Failed, Refused};
    match error {
        StoreError::NotFound { path, .. } => (
            path,
            "site.not_found",
            Refused,
            "Look for the file, or open its copy.",
        ),
        StoreError::NoFolder { path, .. } => (
            path,
            "site.no_folder",
            Refused,
            "Choose a folder that exists.",
        ),
        StoreError::NoWriting { path, .. } => {
            (path, "site.no_writing", Refused, "Choose another folder.")
        }
        StoreError::AlreadyExists { path, .. } => {
            (path, "site.exists", Refused, "Choose another name.")
        }
        StoreError::InUse { path, .. } => (path, "site.in_use", Refused, "Choose another name."),
        StoreError::NotASite { path, .. } => {
            (path, "site.not_a_site", Refused, "Choose a .zwsite file.")
        }
        StoreError::Newer { path, .. } => (
            path,
            "site.newer",
            Refused,
            "Use the newer version of the program.",
        ),
        StoreError::Foreign { path, .. } => (
            path,
            "site.foreign",
            Refused,
            "Ask the sender for the file as it was saved.",
        ),
        StoreError::Damaged { path, .. } => (path, "site.damaged", Failed, "Open the latest copy."),
        StoreError::Locked { path, .. } => (
            path,
            "site.locked",
            Refused,
            "Open it for reading, or ask them to close it.",
        ),
        StoreError::Busy { path, .. } => (
            path,
            "site.busy",
            Failed,
            "Close the other program and try again.",
        ),
        StoreError::ReadOnly { path, .. } => (
            path,
            "site.read_only",
            Refused,
            "Save a copy and work there.",
        ),
        StoreError::Full { path, .. } => {
            (path, "disk.full", Failed, "Free some space and try again.")
        }
        StoreError::Disk { path, .. } => (
            path,
            "disk.failed",
            Failed,
            "Check the drive and try again.",
        ),
        StoreError::Dangling { path, .. } => (
            path,
            "site.dangling",
            Refused,
            "Remove or redirect what refers to it first.",
        ),
        StoreError::Value { path, .. } => (
            path,
            "input.value",
            Refused,
            "Correct the value and try again.",
        ),
        StoreError::NothingToUndo { path } => {
            (path, "history.nothing_to_undo", Refused, "Go on working.")
        }
        StoreError::NothingToRedo { path } => {
            (path, "history.nothing_to_redo", Refused, "Go on working.")
        }
        StoreError::TooLarge { path, .. } => (
            path,
            "evidence.too_large",
            Refused,
            "Add a smaller extract.",
        ),
        StoreError::EvidenceMissing { path, .. } => (
            path,
            "evidence.missing",
            Failed,
            "Add the evidence file again.",
        ),
        StoreError::Migration { path, .. } => (
            path,
            "site.migration",
            Failed,
            "Open the copy, and tell us what it says.",
        ),
        StoreError::Broken { path, .. } => (path, "site.broken", Broken, ""),
    }
}
