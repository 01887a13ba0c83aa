//! Formats of the site file. Steps are applied all or none, after a copy was made, and never edited after a release.

use std::path::Path;

use rusqlite::Connection;

use crate::copy;
use crate::error::StoreError;

/// One step: its file name and its SQL. The position in the list plus one is the format that it leads to.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Migration {
    pub(crate) name: &'static str,
    pub(crate) sql: &'static str,
}

/// Every released step, oldest first.
pub(crate) const MIGRATIONS: &[Migration] = &[
    Migration {
        name: "0001_site.sql",
        sql: include_str!("migrations/0001_site.sql"),
    },
    Migration {
        name: "0002_unit_fact.sql",
        sql: include_str!("migrations/0002_unit_fact.sql"),
    },
];

/// The lowest format that a program must know to read what this one writes; only one that knows all of it writes.
/// A program of format 1 overlooks scoping facts, so the levels it shows are never higher than the true ones.
pub(crate) const MINIMUM_WRITER: u32 = 1;

/// Brings a connection from format `from` to the newest of `steps` inside one transaction.
///
/// # Errors
/// The step that failed and why; the database is as before.
pub(crate) fn apply(
    conn: &Connection,
    from: u32,
    steps: &[Migration],
) -> Result<(), (&'static str, rusqlite::Error)> {
    let done = from as usize;
    let newest = steps.last().map_or("none", |step| step.name);
    let tx = conn
        .unchecked_transaction()
        .map_err(|error| (newest, error))?;
    for step in steps.iter().skip(done) {
        tx.execute_batch(step.sql)
            .map_err(|error| (step.name, error))?;
    }
    tx.pragma_update(None, "user_version", steps.len())
        .map_err(|error| (newest, error))?;
    tx.commit().map_err(|error| (newest, error))
}

/// Brings an opened file to the newest format; a copy named after the old format stays beside it.
///
/// # Errors
/// [`StoreError::Migration`] when a step fails, and whatever keeps the copy from being written.
pub(crate) fn upgrade(
    conn: &Connection,
    path: &Path,
    from: u32,
    steps: &[Migration],
) -> Result<(), StoreError> {
    const ACTION: &str = "bring the file to the newest format";
    if from as usize >= steps.len() {
        return Ok(());
    }
    let copy = path.with_extension(format!("format-{from}.zwsite"));
    if !copy.exists() {
        copy::write_copy(conn, path, &copy, ACTION)?;
    }
    apply(conn, from, steps).map_err(|(migration, error)| StoreError::Migration {
        path: path.to_owned(),
        action: ACTION,
        migration,
        copy,
        detail: error.to_string(),
    })
}
