//! What can go wrong with a site file, each with the file, the action, what became of the data and the way out.

use std::path::{Path, PathBuf};

use rusqlite::ErrorCode;
use rusqlite::ffi;

use crate::reason::io_reason;

/// A failure of a site file. Every message says what happened, what about the data, and what to do now.
#[derive(Debug, Clone, thiserror::Error)]
pub enum StoreError {
    /// There is no such file.
    #[error("Could not {action}: there is no file “{}”. Nothing was changed. Check whether it was moved or its drive was removed.", .path.display())]
    NotFound {
        /// The file.
        path: PathBuf,
        /// What was attempted.
        action: &'static str,
    },
    /// The folder in which a file is to be made is not there.
    #[error("Could not {action}: there is no folder for “{}”. Nothing was changed. Make the folder first, or choose another.", .path.display())]
    NoFolder {
        /// The file.
        path: PathBuf,
        /// What was attempted.
        action: &'static str,
    },
    /// The folder in which a file is to be made cannot be written.
    #[error("Could not {action}: nothing can be written where “{}” would go ({detail}). Nothing was changed. Choose another folder.", .path.display())]
    NoWriting {
        /// The file.
        path: PathBuf,
        /// What was attempted.
        action: &'static str,
        /// Why.
        detail: String,
    },
    /// The name is taken.
    #[error("Could not {action}: “{}” already exists and was left as it is. Choose another name.", .path.display())]
    AlreadyExists {
        /// The file.
        path: PathBuf,
        /// What was attempted.
        action: &'static str,
    },
    /// A copy was to replace the file that it is a copy of, or one that is in use.
    #[error("Could not {action}: “{}” is open. Nothing was changed. Choose another name.", .path.display())]
    InUse {
        /// The file.
        path: PathBuf,
        /// What was attempted.
        action: &'static str,
    },
    /// The file is none of ours.
    #[error("“{}” is not a Zonewright site file: {reason}. It was not changed. Choose a file that ends in .zwsite, or its latest backup.", .path.display())]
    NotASite {
        /// The file.
        path: PathBuf,
        /// What was attempted.
        action: &'static str,
        /// What tells.
        reason: String,
    },
    /// The file was written by a newer program.
    #[error("“{}” has format {found}; this program knows formats up to {known}. It was not changed. Open it with Zonewright {needs} or newer.", .path.display())]
    Newer {
        /// The file.
        path: PathBuf,
        /// What was attempted.
        action: &'static str,
        /// Format of the file.
        found: u32,
        /// Newest format this program knows.
        known: u32,
        /// Version of the program that is needed.
        needs: String,
    },
    /// The file holds tables, triggers or views that no version of the program makes.
    #[error("“{}” was refused: it holds parts that Zonewright did not make ({}). It was not changed and nothing in it was run. Ask the sender for the file as the program saved it, or open a backup.", .path.display(), .objects.join(", "))]
    Foreign {
        /// The file.
        path: PathBuf,
        /// What was attempted.
        action: &'static str,
        /// The parts, such as `trigger spy`.
        objects: Vec<String>,
    },
    /// The file's content is damaged.
    #[error("Could not {action}: “{}” is damaged ({detail}). It was not changed. Open the latest backup, or copy the file from its source again.", .path.display())]
    Damaged {
        /// The file.
        path: PathBuf,
        /// What was attempted.
        action: &'static str,
        /// What was found.
        detail: String,
    },
    /// Somebody else has the file open for writing.
    #[error("“{}” is open for editing by {by} since {since}. Nothing was changed. Open it for reading, or ask them to close it.", .path.display())]
    Locked {
        /// The file.
        path: PathBuf,
        /// What was attempted.
        action: &'static str,
        /// Who has it open.
        by: String,
        /// Since when, RFC 3339 as the holder gave it.
        since: String,
    },
    /// Another tool holds the file for a moment.
    #[error("Could not {action}: another program is using “{}”. Nothing was changed. Close that program and try again.", .path.display())]
    Busy {
        /// The file.
        path: PathBuf,
        /// What was attempted.
        action: &'static str,
    },
    /// The file or its folder cannot be written, or it was opened for reading.
    #[error("Could not {action}: “{}” can only be read ({detail}). What was saved is intact. Save a copy to a folder you may write to and work there.", .path.display())]
    ReadOnly {
        /// The file.
        path: PathBuf,
        /// What was attempted.
        action: &'static str,
        /// Why.
        detail: String,
    },
    /// The drive is full.
    #[error("Could not {action}: the drive that holds “{}” is full. Everything saved before is intact, this change was not saved. Free some space and try again.", .path.display())]
    Full {
        /// The file.
        path: PathBuf,
        /// What was attempted.
        action: &'static str,
    },
    /// The drive failed.
    #[error("Could not {action}: the drive did not read or write “{}” ({detail}). Everything saved before is kept. Check the drive or its connection and try again.", .path.display())]
    Disk {
        /// The file.
        path: PathBuf,
        /// What was attempted.
        action: &'static str,
        /// What the system says.
        detail: String,
    },
    /// Something still refers to what would go, or refers to what is not there.
    #[error("Could not {action}: these refer to something that would not exist: {}. Nothing was changed. Remove or redirect them first.", .rows.join(", "))]
    Dangling {
        /// The file.
        path: PathBuf,
        /// What was attempted.
        action: &'static str,
        /// The rows, such as `asset → zone`, at most ten.
        rows: Vec<String>,
    },
    /// A value is outside what the file format allows.
    #[error("Could not {action}: a value is not allowed in “{}” ({detail}). Nothing was changed. Correct the value and try again.", .path.display())]
    Value {
        /// The file.
        path: PathBuf,
        /// What was attempted.
        action: &'static str,
        /// Which rule refused it.
        detail: String,
    },
    /// There is nothing to undo.
    #[error("There is nothing to undo in “{}”. Nothing was changed. Carry on working.", .path.display())]
    NothingToUndo {
        /// The file.
        path: PathBuf,
    },
    /// There is nothing to redo.
    #[error("There is nothing to redo in “{}”. Nothing was changed. Only what was just undone can be redone.", .path.display())]
    NothingToRedo {
        /// The file.
        path: PathBuf,
    },
    /// Evidence that is too large to keep in a site file.
    #[error(
        "Could not {action}: the file has {size} bytes, more than the {limit} that a site file keeps for one piece of evidence. Nothing was changed. Add a smaller extract and note where the whole is kept."
    )]
    TooLarge {
        /// The site file.
        path: PathBuf,
        /// What was attempted.
        action: &'static str,
        /// Size in bytes.
        size: u64,
        /// Limit in bytes.
        limit: u64,
    },
    /// The bytes of a piece of evidence are not in the file.
    #[error("“{}” does not hold evidence with the hash {sha256}. Nothing was changed. Add the evidence file again.", .path.display())]
    EvidenceMissing {
        /// The site file.
        path: PathBuf,
        /// What was attempted.
        action: &'static str,
        /// The hash asked for.
        sha256: String,
    },
    /// Bringing an old file to the newest format failed.
    #[error("Could not bring “{}” to the newest format (step {migration}: {detail}). It was left as it was; a copy from before is “{}”. Report this with the copy.", .path.display(), .copy.display())]
    Migration {
        /// The file.
        path: PathBuf,
        /// What was attempted.
        action: &'static str,
        /// File name of the step.
        migration: &'static str,
        /// The copy made before.
        copy: PathBuf,
        /// What SQLite says.
        detail: String,
    },
    /// A fault of the program.
    #[error("Could not {action} in “{}”: {detail}. This change was not saved, everything saved before is intact. Report this message.", .path.display())]
    Broken {
        /// The file.
        path: PathBuf,
        /// What was attempted.
        action: &'static str,
        /// What SQLite says.
        detail: String,
    },
}

impl StoreError {
    /// Sorts an error of SQLite by what a person can do about it.
    pub(crate) fn of_sqlite(path: &Path, action: &'static str, error: &rusqlite::Error) -> Self {
        let path = path.to_owned();
        let detail = error.to_string();
        match error {
            rusqlite::Error::SqliteFailure(failure, _) => {
                Self::of_code(path, action, *failure, detail)
            }
            rusqlite::Error::FromSqlConversionFailure(..)
            | rusqlite::Error::InvalidColumnType(..)
            | rusqlite::Error::IntegralValueOutOfRange(..)
            | rusqlite::Error::Utf8Error(..) => Self::Damaged {
                path,
                action,
                detail,
            },
            _ => Self::Broken {
                path,
                action,
                detail,
            },
        }
    }

    fn of_code(path: PathBuf, action: &'static str, failure: ffi::Error, detail: String) -> Self {
        match failure.code {
            ErrorCode::DiskFull => Self::Full { path, action },
            ErrorCode::SystemIoFailure
            | ErrorCode::CannotOpen
            | ErrorCode::FileLockingProtocolFailed => Self::Disk {
                path,
                action,
                detail,
            },
            ErrorCode::ReadOnly | ErrorCode::PermissionDenied => Self::ReadOnly {
                path,
                action,
                detail,
            },
            ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked => Self::Busy { path, action },
            ErrorCode::DatabaseCorrupt => Self::Damaged {
                path,
                action,
                detail,
            },
            ErrorCode::NotADatabase => Self::NotASite {
                path,
                action,
                reason: "its first bytes are not those of a site file".into(),
            },
            ErrorCode::ConstraintViolation
                if failure.extended_code == ffi::SQLITE_CONSTRAINT_FOREIGNKEY =>
            {
                Self::Dangling {
                    path,
                    action,
                    rows: vec!["a row just written".into()],
                }
            }
            ErrorCode::ConstraintViolation | ErrorCode::TypeMismatch | ErrorCode::TooBig => {
                Self::Value {
                    path,
                    action,
                    detail,
                }
            }
            _ => Self::Broken {
                path,
                action,
                detail,
            },
        }
    }

    /// Sorts an error of the file system.
    pub(crate) fn of_io(path: &Path, action: &'static str, error: &std::io::Error) -> Self {
        use std::io::ErrorKind;
        let path = path.to_owned();
        match error.kind() {
            ErrorKind::NotFound => Self::NotFound { path, action },
            ErrorKind::AlreadyExists => Self::AlreadyExists { path, action },
            ErrorKind::StorageFull | ErrorKind::QuotaExceeded => Self::Full { path, action },
            ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => Self::ReadOnly {
                path,
                action,
                detail: io_reason(error),
            },
            _ => Self::Disk {
                path,
                action,
                detail: io_reason(error),
            },
        }
    }
}
