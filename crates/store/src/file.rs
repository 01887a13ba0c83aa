//! Creating, opening and closing a site file.

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::ops::Deref;
use std::path::Path;

use rusqlite::{Connection, OpenFlags, params};
use zonewright_domain::snapshot::{PackPin, Site};

use crate::copy;
use crate::error::StoreError;
use crate::gate;
use crate::history::{CREATE_SITE, Steps};
use crate::lock::Lock;
use crate::migration::{self, MIGRATIONS, MINIMUM_WRITER, Migration};
use crate::rows::Rows;
use crate::table;
use crate::transact::OperationHead;

/// What a new site file starts with.
#[derive(Debug, Clone, Copy)]
pub struct NewSite<'a> {
    /// The site.
    pub site: &'a Site,
    /// The packs that it is assessed against.
    pub packs: &'a [PackPin],
    /// Who makes it.
    pub who: &'a str,
    /// When, RFC 3339.
    pub at: &'a str,
    /// Version of the program that makes it, such as `0.1.0`.
    pub program_version: &'a str,
}

/// How a file is to be opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OpenMode<'a> {
    /// For reading and writing; one at a time. The next person to try is told `who` and `since`.
    Write {
        /// Who opens it.
        who: &'a str,
        /// When, RFC 3339.
        since: &'a str,
    },
    /// For reading, also while somebody else writes.
    Read,
}

/// Why an open file refuses writes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ReadOnlyCause {
    /// It was opened for reading.
    AskedFor,
    /// A newer program wrote it; this one reads what it knows.
    Newer {
        /// Format of the file.
        format: u32,
        /// The program version that may write it.
        needs: String,
    },
}

/// An open site file. Reads come from [`Rows`], which it lends out. Dropping it closes the file and frees the lock.
#[derive(Debug)]
pub struct SiteFile {
    pub(crate) rows: Rows,
    pub(crate) steps: RefCell<Steps>,
    cause: Option<ReadOnlyCause>,
    // Last, so that it is freed only after the connection is closed.
    _lock: Option<Lock>,
}

impl Deref for SiteFile {
    type Target = Rows;

    fn deref(&self) -> &Rows {
        &self.rows
    }
}

impl Drop for SiteFile {
    fn drop(&mut self) {
        // Removes the emptied rollback journal, so that one file is left on disk. If it fails the file is still whole.
        if self.cause.is_none() {
            drop(self.rows.conn.pragma_update(None, "journal_mode", "DELETE"));
        }
    }
}

impl SiteFile {
    /// Makes a new site file and opens it for writing. It is built under a passing name and appears complete.
    ///
    /// # Errors
    /// [`StoreError::AlreadyExists`]; [`StoreError::NoFolder`]; [`StoreError::NoWriting`]; [`StoreError::ReadOnly`],
    /// [`StoreError::Full`] or [`StoreError::Disk`]. Nothing is left behind then.
    pub fn create(path: &Path, new: &NewSite<'_>) -> Result<Self, StoreError> {
        const ACTION: &str = "create the site";
        if path.exists() {
            return Err(StoreError::AlreadyExists {
                path: path.to_owned(),
                action: ACTION,
            });
        }
        let passing = copy::passing_name(path, ACTION)?;
        build(&passing, path, new)?;
        copy::take_name(passing, path, ACTION)?;
        Self::open(
            path,
            OpenMode::Write {
                who: new.who,
                since: new.at,
            },
        )
    }

    /// Opens a site file after checking that nothing in it can do harm, and brings it to the newest format when it is
    /// opened for writing. A file of a newer format that this program may read is opened for reading, whatever `mode`
    /// says: see [`SiteFile::read_only_cause`].
    ///
    /// # Errors
    /// [`StoreError::NotFound`], [`StoreError::NotASite`], [`StoreError::Newer`], [`StoreError::Foreign`],
    /// [`StoreError::Damaged`], [`StoreError::Locked`], [`StoreError::ReadOnly`] for a folder that cannot be written,
    /// [`StoreError::Migration`].
    pub fn open(path: &Path, mode: OpenMode<'_>) -> Result<Self, StoreError> {
        Self::open_with(path, mode, MIGRATIONS)
    }

    pub(crate) fn open_with(
        path: &Path,
        mode: OpenMode<'_>,
        steps: &[Migration],
    ) -> Result<Self, StoreError> {
        const ACTION: &str = "open the site";
        let path = &path
            .canonicalize()
            .map_err(|error| StoreError::of_io(path, ACTION, &error))?;
        let mut lock = match mode {
            OpenMode::Write { who, since } => Some(Lock::acquire(path, who, since)?),
            OpenMode::Read => None,
        };
        // Opening and closing a file by hand ends SQLite's locks on it in this process, so a file that somebody has
        // open for writing, perhaps here, is left to SQLite. The writer has looked at its first bytes.
        if lock.is_some() || !crate::lock::is_marked(path) {
            gate::check_first_bytes(path)?;
        }
        let conn = gate::connect(path, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
        let passed = gate::check_content(&conn, path, steps)?;
        let cause = match (passed.newer_needs, mode) {
            (Some(needs), _) => Some(ReadOnlyCause::Newer {
                format: passed.format,
                needs,
            }),
            (None, OpenMode::Read) => Some(ReadOnlyCause::AskedFor),
            (None, OpenMode::Write { .. }) => None,
        };
        let rows = Rows {
            conn,
            path: path.clone(),
        };
        crate::asset::register(&rows.conn).map_err(rows.fault(ACTION))?;
        if cause.is_none() {
            migration::upgrade(&rows.conn, path, passed.format, steps)?;
            prepare_writing(&rows).map_err(rows.fault(ACTION))?;
        } else {
            stand_in(&rows.conn).map_err(rows.fault(ACTION))?;
            rows.conn
                .pragma_update(None, "query_only", true)
                .map_err(rows.fault(ACTION))?;
            lock = None;
        }
        Ok(Self {
            rows,
            steps: RefCell::default(),
            cause,
            _lock: lock,
        })
    }

    /// Why writes are refused; `None` when the file is open for writing.
    pub fn read_only_cause(&self) -> Option<&ReadOnlyCause> {
        self.cause.as_ref()
    }

    /// Refuses an action that would write while the file is open for reading.
    pub(crate) fn refuse_reading(&self, action: &'static str) -> Result<(), StoreError> {
        let detail = match &self.cause {
            None => return Ok(()),
            Some(ReadOnlyCause::AskedFor) => "it was opened for reading".to_owned(),
            Some(ReadOnlyCause::Newer { format, needs }) => {
                format!("it has format {format}, which Zonewright {needs} or newer may write")
            }
        };
        Err(StoreError::ReadOnly {
            path: self.path().to_owned(),
            action,
            detail,
        })
    }
}

/// Lets a reader of an older file find nothing where a newer one has rows.
fn stand_in(conn: &Connection) -> rusqlite::Result<()> {
    let names = conn
        .prepare("SELECT name FROM main.sqlite_schema WHERE type = 'table'")?
        .query_map([], |row| row.get(0))?
        .collect::<rusqlite::Result<BTreeSet<String>>>()?;
    conn.execute_batch(&table::stand_ins(|name| names.contains(name)))
}

fn prepare_writing(rows: &Rows) -> rusqlite::Result<()> {
    rows.conn.pragma_update(None, "journal_mode", "TRUNCATE")?;
    rows.conn.pragma_update(None, "synchronous", "FULL")?;
    rows.conn.execute_batch(&table::write_guards())
}

fn build(passing: &Path, path: &Path, new: &NewSite<'_>) -> Result<(), StoreError> {
    const ACTION: &str = "create the site";
    let conn = gate::connect(passing, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
    // Errors name the path that was asked for, not the passing one.
    let rows = Rows {
        conn,
        path: path.to_owned(),
    };
    let setup = || -> rusqlite::Result<()> {
        rows.conn
            .pragma_update(None, "application_id", gate::APPLICATION_ID)?;
        migration::apply(&rows.conn, 0, MIGRATIONS).map_err(|(_, error)| error)?;
        prepare_writing(&rows)
    };
    setup().map_err(rows.fault(ACTION))?;
    let mut file = SiteFile {
        rows,
        steps: RefCell::default(),
        cause: None,
        _lock: None,
    };
    let head = OperationHead {
        kind: CREATE_SITE,
        label: &new.site.name,
        who: new.who,
        at: new.at,
    };
    file.transact(&head, |tx| -> Result<(), StoreError> {
        tx.put_site(new.site)?;
        for pack in new.packs {
            tx.put_pack(pack)?;
        }
        let version = new.program_version;
        let meta = params![
            new.site.id.as_str(),
            version,
            new.at,
            MINIMUM_WRITER,
            version
        ];
        tx.run(ACTION, include_str!("meta_insert.sql"), meta)?;
        Ok(())
    })?;
    Ok(())
}
