//! Copies through SQLite's backup: complete and consistent, also while the site is open.

use std::path::{Path, PathBuf};
use std::time::Duration;

use rusqlite::backup::Backup;
use rusqlite::{Connection, OpenFlags};

use crate::error::StoreError;
use crate::file::SiteFile;
use crate::gate;
use crate::lock::Lock;

/// What to do with a file that already has the copy's name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Existing {
    /// Keep it and refuse.
    Keep,
    /// Replace it, once the copy is complete.
    Replace,
}

const ACTION: &str = "save a copy";

impl SiteFile {
    /// Writes a copy of the whole site file, first under a passing name, then under `target`.
    ///
    /// # Errors
    /// [`StoreError::AlreadyExists`] with [`Existing::Keep`]; [`StoreError::InUse`] when `target` is this file or is
    /// open for writing; [`StoreError::Full`] and the like. What stood at `target` is then unharmed.
    pub fn copy_to(&self, target: &Path, existing: Existing) -> Result<(), StoreError> {
        let in_use = || StoreError::InUse {
            path: target.to_owned(),
            action: ACTION,
        };
        match target.canonicalize() {
            Err(_) => write_copy(&self.conn, self.path(), target, ACTION),
            Ok(_) if existing == Existing::Keep => Err(StoreError::AlreadyExists {
                path: target.to_owned(),
                action: ACTION,
            }),
            Ok(there) if there == self.path() => Err(in_use()),
            Ok(there) => {
                let lock =
                    Lock::acquire(&there, "a copy being saved", "now").map_err(
                        |error| match error {
                            StoreError::Locked { .. } => in_use(),
                            other => other,
                        },
                    )?;
                let copied = replace_with_copy(&self.conn, self.path(), &there);
                drop(lock);
                copied
            }
        }
    }
}

/// Copies a database to a path that must be free.
pub(crate) fn write_copy(
    from: &Connection,
    from_path: &Path,
    target: &Path,
    action: &'static str,
) -> Result<(), StoreError> {
    let passing = passing_copy(from, from_path, target, action)?;
    take_name(passing, target, action)
}

fn replace_with_copy(from: &Connection, from_path: &Path, target: &Path) -> Result<(), StoreError> {
    let passing = passing_copy(from, from_path, target, ACTION)?;
    passing
        .persist(target)
        .map_err(|error| StoreError::of_io(target, ACTION, &error.error))?;
    sync_folder(target, ACTION)
}

fn passing_copy(
    from: &Connection,
    from_path: &Path,
    target: &Path,
    action: &'static str,
) -> Result<tempfile::TempPath, StoreError> {
    let passing = passing_name(target, action)?;
    let mut to = gate::connect(&passing, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
    let fault = |error: rusqlite::Error| match StoreError::of_sqlite(target, action, &error) {
        StoreError::Damaged { action, detail, .. } => StoreError::Damaged {
            path: from_path.to_owned(),
            action,
            detail,
        },
        other => other,
    };
    let backup = Backup::new(from, &mut to).map_err(fault)?;
    backup
        .run_to_completion(4096, Duration::ZERO, None)
        .map_err(fault)?;
    drop(backup);
    to.close().map_err(|(_, error)| fault(error))?;
    let written = std::fs::File::options().write(true).open(&passing);
    written
        .and_then(|file| file.sync_all())
        .map_err(|error| StoreError::of_io(target, action, &error))?;
    Ok(passing)
}

/// An empty file in the folder of `target`, removed unless it takes a name.
pub(crate) fn passing_name(
    target: &Path,
    action: &'static str,
) -> Result<tempfile::TempPath, StoreError> {
    let file = tempfile::Builder::new()
        .prefix(".zonewright-")
        .suffix(".part")
        .tempfile_in(folder_of(target));
    let file = file.map_err(|error| match StoreError::of_io(target, action, &error) {
        StoreError::NotFound { path, action } => StoreError::NoFolder { path, action },
        StoreError::ReadOnly {
            path,
            action,
            detail,
        } => StoreError::NoWriting {
            path,
            action,
            detail,
        },
        other => other,
    })?;
    Ok(file.into_temp_path())
}

/// Gives a finished file its name, never over another.
pub(crate) fn take_name(
    passing: tempfile::TempPath,
    target: &Path,
    action: &'static str,
) -> Result<(), StoreError> {
    let io = |error: &std::io::Error| StoreError::of_io(target, action, error);
    if let Err(refused) = passing.persist_noclobber(target) {
        // Sticks with FAT have no rename that refuses to replace; there a look before must do.
        if refused.error.kind() == std::io::ErrorKind::AlreadyExists || target.exists() {
            return Err(StoreError::AlreadyExists {
                path: target.to_owned(),
                action,
            });
        }
        refused
            .path
            .persist(target)
            .map_err(|refused| io(&refused.error))?;
    }
    sync_folder(target, action)
}

/// Makes a new name last through a power cut, where folders can be synced.
fn sync_folder(target: &Path, action: &'static str) -> Result<(), StoreError> {
    if cfg!(unix) {
        let folder = std::fs::File::open(folder_of(target));
        folder
            .and_then(|folder| folder.sync_all())
            .map_err(|error| StoreError::of_io(target, action, &error))?;
    }
    Ok(())
}

fn folder_of(target: &Path) -> PathBuf {
    match target.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder.to_owned(),
        _ => PathBuf::from("."),
    }
}
