//! What was done to a site: the journal as people read it, and what Undo and Redo would do next.

use rusqlite::Row;

use crate::error::StoreError;
use crate::file::SiteFile;
use crate::journal;
use crate::rows::Rows;

/// One entry of the journal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Operation {
    /// Its number, from 1 without gaps.
    pub sequence: u64,
    /// What was done, as given; `undo` and `redo` by the store.
    pub kind: String,
    /// What a person reads.
    pub label: String,
    /// Who did it.
    pub who: String,
    /// When, RFC 3339.
    pub at: String,
    /// Of an undo or redo: the operation that it takes back or does again.
    pub target: Option<u64>,
    /// Its hash, hexadecimal.
    pub hash: String,
}

/// One changed row of an operation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// Table.
    pub table: String,
    /// Key as a JSON array.
    pub key: String,
    /// The row before as a JSON object; `None` when it was added.
    pub before: Option<String>,
    /// The row after; `None` when it was removed.
    pub after: Option<String>,
}

/// Where the journal stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Head {
    /// How many operations there are; also the sequence of the newest.
    pub operations: u64,
    /// Hash of the newest, hexadecimal.
    pub hash: String,
    /// When the newest was made, RFC 3339.
    pub last_change: String,
    /// What Undo would take back.
    pub undo: Option<Step>,
    /// What Redo would do again.
    pub redo: Option<Step>,
}

/// An operation that can be undone or redone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// Its sequence.
    pub sequence: u64,
    /// Its label.
    pub label: String,
}

/// Operations that can be undone and redone, last in first out; follows the journal.
#[derive(Debug, Default)]
pub(crate) struct Steps {
    seen: u64,
    undo: Vec<u64>,
    redo: Vec<u64>,
}

/// The operation that made the site: nothing before it can be returned to.
pub(crate) const CREATE_SITE: &str = "create_site";

impl Steps {
    fn follow(&mut self, sequence: u64, kind: &str, target: Option<u64>) {
        self.seen = sequence;
        match (kind, target) {
            ("undo", Some(target)) => {
                self.undo.pop();
                self.redo.push(target);
            }
            ("redo", Some(target)) => {
                self.redo.pop();
                self.undo.push(target);
            }
            (CREATE_SITE, _) => {
                *self = Self {
                    seen: sequence,
                    ..Self::default()
                }
            }
            _ => {
                self.undo.push(sequence);
                self.redo.clear();
            }
        }
    }

    /// The next operation to undo.
    pub(crate) fn next_undo(&self) -> Option<u64> {
        self.undo.last().copied()
    }

    /// The next operation to redo.
    pub(crate) fn next_redo(&self) -> Option<u64> {
        self.redo.last().copied()
    }
}

impl Rows {
    /// The newest operations, newest first.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn history(&self, limit: u32) -> Result<Vec<Operation>, StoreError> {
        const SQL: &str = "SELECT * FROM operation ORDER BY sequence DESC LIMIT ?1";
        self.all("read the history", SQL, [limit], operation)
    }

    /// One operation.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn find_operation(&self, sequence: u64) -> Result<Option<Operation>, StoreError> {
        self.one(
            "read the history",
            "SELECT * FROM operation WHERE sequence = ?1",
            [sequence],
            operation,
        )
    }

    /// The rows that an operation changed, in the order in which it did.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn changes_of(&self, sequence: u64) -> Result<Vec<Change>, StoreError> {
        self.all(
            "read the history",
            include_str!("journal_changes.sql"),
            [sequence],
            |row| {
                Ok(Change {
                    table: row.get(0)?,
                    key: row.get(1)?,
                    before: row.get(2)?,
                    after: row.get(3)?,
                })
            },
        )
    }

    pub(crate) fn newest(&self) -> Result<Option<Operation>, StoreError> {
        Ok(self.history(1)?.pop())
    }
}

impl SiteFile {
    /// Where the journal stands.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn head(&self) -> Result<Head, StoreError> {
        let newest = self.newest()?;
        let (undo, redo) = self.with_steps(|steps| (steps.next_undo(), steps.next_redo()))?;
        let step = |sequence: Option<u64>| -> Result<Option<Step>, StoreError> {
            let Some(sequence) = sequence else {
                return Ok(None);
            };
            let found = self.find_operation(sequence)?;
            Ok(found.map(|operation| Step {
                sequence,
                label: operation.label,
            }))
        };
        let (operations, hash, last_change) = newest
            .map_or((0, journal::ORIGIN.into(), String::new()), |last| {
                (last.sequence, last.hash, last.at)
            });
        Ok(Head {
            operations,
            hash,
            last_change,
            undo: step(undo)?,
            redo: step(redo)?,
        })
    }

    /// What can be undone and redone, after catching up with what the journal gained since the last look.
    pub(crate) fn with_steps<T>(&self, look: impl FnOnce(&Steps) -> T) -> Result<T, StoreError> {
        const SQL: &str =
            "SELECT sequence, kind, target FROM operation WHERE sequence > ?1 ORDER BY sequence";
        let mut steps = self.steps.borrow_mut();
        let gained: Vec<(u64, String, Option<u64>)> =
            self.all("read the history", SQL, [steps.seen], |row| {
                Ok((row.get(0)?, row.get(1)?, row.get(2)?))
            })?;
        for (sequence, kind, target) in gained {
            steps.follow(sequence, &kind, target);
        }
        Ok(look(&steps))
    }
}

fn operation(row: &Row<'_>) -> rusqlite::Result<Operation> {
    Ok(Operation {
        sequence: row.get("sequence")?,
        kind: row.get("kind")?,
        label: row.get("label")?,
        who: row.get("who")?,
        at: row.get("at")?,
        target: row.get("target")?,
        hash: row.get("hash")?,
    })
}
