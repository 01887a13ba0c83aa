//! Who has a site file open for writing. The lock is the operating system's, on a small file beside the site file, so
//! it ends with the process that holds it and a killed program leaves no stale refusal. SQLite's own locks stay free
//! for readers. The holder's name stands in a second file, because Windows lets nobody read a locked one.

use std::fs::{File, OpenOptions, TryLockError};
use std::path::{Path, PathBuf};

use crate::error::StoreError;

const ACTION: &str = "open the site for editing";

/// A held lock; both files go when it is dropped.
#[derive(Debug)]
pub(crate) struct Lock {
    file: Option<File>,
    path: PathBuf,
    holder: PathBuf,
}

impl Lock {
    /// The lock of a site file (its canonical path), without waiting.
    ///
    /// # Errors
    /// [`StoreError::Locked`] when somebody has it; [`StoreError::ReadOnly`] when the folder cannot be written.
    pub(crate) fn acquire(site: &Path, who: &str, since: &str) -> Result<Self, StoreError> {
        let path = lock_path(site);
        let holder = beside(site, "-lock-holder");
        loop {
            let file = open_lock(&path).map_err(|error| StoreError::of_io(site, ACTION, &error))?;
            match file.try_lock() {
                Ok(()) => {}
                Err(TryLockError::WouldBlock) => return Err(locked(site, &holder)),
                Err(TryLockError::Error(error)) => {
                    return Err(StoreError::of_io(site, ACTION, &error));
                }
            }
            // Between opening and locking, the last holder may have removed the file: then this lock guards nothing.
            if is_same_file(&file, &path) {
                let lock = Self {
                    file: Some(file),
                    path,
                    holder,
                };
                std::fs::write(&lock.holder, format!("{}\n{}\n", line(who), line(since)))
                    .map_err(|error| StoreError::of_io(site, ACTION, &error))?;
                return Ok(lock);
            }
        }
    }
}

impl Drop for Lock {
    fn drop(&mut self) {
        // A leftover file does no harm: the next opener takes it over. Removal is tidiness, so failures are ignored.
        drop(std::fs::remove_file(&self.holder));
        if cfg!(unix) {
            drop(std::fs::remove_file(&self.path));
            self.file = None;
        } else {
            self.file = None;
            drop(std::fs::remove_file(&self.path));
        }
    }
}

/// True when a lock file stands beside the site file: somebody has it open for writing, or was killed.
pub(crate) fn is_marked(site: &Path) -> bool {
    lock_path(site).exists()
}

fn lock_path(site: &Path) -> PathBuf {
    beside(site, "-lock")
}

fn beside(site: &Path, suffix: &str) -> PathBuf {
    let mut name = site.as_os_str().to_owned();
    name.push(suffix);
    PathBuf::from(name)
}

fn line(text: &str) -> String {
    text.chars().filter(|c| !c.is_control()).collect()
}

fn locked(site: &Path, holder: &Path) -> StoreError {
    let text = std::fs::read_to_string(holder).unwrap_or_default();
    let mut lines = text
        .lines()
        .filter(|line| !line.is_empty())
        .map(str::to_owned);
    StoreError::Locked {
        path: site.to_owned(),
        action: ACTION,
        by: lines.next().unwrap_or_else(|| "another person".into()),
        since: lines.next().unwrap_or_else(|| "a moment ago".into()),
    }
}

fn open_lock(path: &Path) -> std::io::Result<File> {
    let mut options = OpenOptions::new();
    options.read(true).write(true).create(true).truncate(false);
    #[cfg(windows)]
    {
        // Without FILE_SHARE_DELETE nobody can remove the file while it is open, so it stays the one at its path.
        use std::os::windows::fs::OpenOptionsExt;
        options.share_mode(3);
    }
    options.open(path)
}

#[cfg(unix)]
fn is_same_file(file: &File, path: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    match (file.metadata(), std::fs::metadata(path)) {
        (Ok(held), Ok(there)) => held.dev() == there.dev() && held.ino() == there.ino(),
        _ => false,
    }
}

#[cfg(not(unix))]
fn is_same_file(_file: &File, path: &Path) -> bool {
    path.exists()
}
