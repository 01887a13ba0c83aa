//! Files that are handed over: reports, certificates and walk-down sheets. An export may replace an older export of its own kind, and
//! nothing else: a slip in a dialog or on the command line must never cost a site file, a key or a signed report.

use std::fs::File;
use std::io::{ErrorKind, Read as _};
use std::path::Path;

use crate::files::{Readers, cannot_read, name_of_path, read_limited, write_for};
use crate::problem::Problem;

/// Largest report that is looked at before it is replaced, in bytes.
const LARGEST: u64 = 256 * 1024 * 1024;
/// Every signature of a PDF names the bytes it covers with this key, outside any compressed part (ISO 32000-2, 12.8.1).
const SIGNATURE_KEY: &[u8] = b"/ByteRange";

/// What kind of file is handed over.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Export {
    /// A new report; a signed one is never replaced by it.
    Report,
    /// A certificate as PEM.
    Certificate,
    /// Questions for a walk-down. It replaces nothing: an older sheet may hold the answers of a day.
    Walkdown,
}

impl Export {
    /// How every file of this kind begins.
    const fn beginning(self) -> &'static [u8] {
        match self {
            Self::Report => b"%PDF-",
            Self::Certificate => b"-----BEGIN CERTIFICATE",
            Self::Walkdown => b"PK",
        }
    }

    const fn noun(self) -> &'static str {
        match self {
            Self::Report => "a report",
            Self::Certificate => "a certificate",
            Self::Walkdown => "a new sheet",
        }
    }

    /// Puts the file in place whole, readable for everybody whom the system's settings allow.
    ///
    /// # Errors
    /// `file.other_kind`, `walkdown.exists` and `report.signed` when what stands there must not be lost; `file.unwritable`. What stood
    /// there is unchanged then.
    pub(crate) fn write(self, path: &Path, bytes: &[u8]) -> Result<(), Problem> {
        self.spare(path)?;
        write_for(Readers::Others, path, bytes)
    }

    /// Refuses to replace what is no older export.
    fn spare(self, path: &Path) -> Result<(), Problem> {
        let mut file = match File::open(path) {
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(()),
            // A folder can be opened but not read on some systems, and not opened on others.
            Ok(_) | Err(_) if path.is_dir() => return Err(is_folder(path)),
            Err(error) => return Err(cannot_read(path, &error)),
            Ok(file) => file,
        };
        let mut start = Vec::new();
        file.by_ref()
            .take(self.beginning().len() as u64)
            .read_to_end(&mut start)
            .map_err(|error| cannot_read(path, &error))?;
        if !start.is_empty() && start != self.beginning() {
            return Err(self.other_kind(path));
        }
        if self == Self::Walkdown && !start.is_empty() {
            return Err(may_hold_answers(path));
        }
        let signed = || -> Result<bool, Problem> {
            let old = read_limited(path, LARGEST)?;
            Ok(old
                .windows(SIGNATURE_KEY.len())
                .any(|part| part == SIGNATURE_KEY))
        };
        if self == Self::Report && signed()? {
            return Err(is_signed(path));
        }
        Ok(())
    }

    fn other_kind(self, path: &Path) -> Problem {
        let (name, noun) = (name_of_path(path), self.noun());
        Problem::refused(
            "file.other_kind",
            format!(
                "“{name}” already exists and is not {noun}, so it was left as it is. Nothing was changed."
            ),
            "Choose another name.",
        )
    }
}

fn may_hold_answers(path: &Path) -> Problem {
    Problem::refused(
        "walkdown.exists",
        format!(
            "“{}” already exists and may hold answers that nobody has read back yet, so it was left as it is. Nothing was changed.",
            name_of_path(path)
        ),
        "Choose another name for the new sheet.",
    )
}

fn is_signed(path: &Path) -> Problem {
    Problem::refused(
        "report.signed",
        format!(
            "“{}” already exists and carries signatures, so it was left as it is. Nothing was changed.",
            name_of_path(path)
        ),
        "Choose another name for the new report.",
    )
}

fn is_folder(path: &Path) -> Problem {
    Problem::refused(
        "file.is_folder",
        format!("“{}” is a folder. Nothing was changed.", name_of_path(path)),
        "Choose a name for the file inside it.",
    )
}
