//! The open connection with typed reads. Each noun's module adds its own reads to [`Rows`]; an open file and a running
//! operation both lend it out, so a function that only reads takes `&Rows` and works in both.

use std::path::{Path, PathBuf};

use rusqlite::types::Type;
use rusqlite::{Connection, OptionalExtension, Params, Row};
use zonewright_domain::id::BadId;

use crate::error::StoreError;

/// Typed reads of one site file.
#[derive(Debug)]
pub struct Rows {
    pub(crate) conn: Connection,
    pub(crate) path: PathBuf,
}

/// Why a stored text is no value of the domain.
#[derive(Debug, thiserror::Error)]
#[error("“{text}” in column {column} is not a known value")]
struct UnknownValue {
    column: String,
    text: String,
}

impl Rows {
    /// Where the file is.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Turns an error of SQLite into ours, with file and action.
    pub(crate) fn fault(
        &self,
        action: &'static str,
    ) -> impl Fn(rusqlite::Error) -> StoreError + '_ {
        move |error| StoreError::of_sqlite(&self.path, action, &error)
    }

    /// Every row of a query.
    pub(crate) fn all<T>(
        &self,
        action: &'static str,
        sql: &str,
        params: impl Params,
        read: impl FnMut(&Row<'_>) -> rusqlite::Result<T>,
    ) -> Result<Vec<T>, StoreError> {
        let run = || {
            self.conn
                .prepare_cached(sql)?
                .query_map(params, read)?
                .collect::<rusqlite::Result<_>>()
        };
        run().map_err(self.fault(action))
    }

    /// The one row of a query, if there is one.
    pub(crate) fn one<T>(
        &self,
        action: &'static str,
        sql: &str,
        params: impl Params,
        read: impl FnOnce(&Row<'_>) -> rusqlite::Result<T>,
    ) -> Result<Option<T>, StoreError> {
        let run = || {
            self.conn
                .prepare_cached(sql)?
                .query_row(params, read)
                .optional()
        };
        run().map_err(self.fault(action))
    }
}

/// The value behind a stored text.
pub(crate) fn word<T>(
    row: &Row<'_>,
    column: &str,
    parse: impl FnOnce(&str) -> Option<T>,
) -> rusqlite::Result<T> {
    let text: String = row.get(column)?;
    parse(&text).ok_or_else(|| unknown(column, text))
}

/// The value behind a stored text that may be absent.
pub(crate) fn optional_word<T>(
    row: &Row<'_>,
    column: &str,
    parse: impl FnOnce(&str) -> Option<T>,
) -> rusqlite::Result<Option<T>> {
    let Some(text) = row.get::<_, Option<String>>(column)? else {
        return Ok(None);
    };
    parse(&text).map(Some).ok_or_else(|| unknown(column, text))
}

/// The identifier in a column.
pub(crate) fn id<T>(
    row: &Row<'_>,
    column: &str,
    parse: impl FnOnce(&str) -> Result<T, BadId>,
) -> rusqlite::Result<T> {
    word(row, column, |text| parse(text).ok())
}

/// The identifier in a column that may be empty.
pub(crate) fn optional_id<T>(
    row: &Row<'_>,
    column: &str,
    parse: impl FnOnce(&str) -> Result<T, BadId>,
) -> rusqlite::Result<Option<T>> {
    optional_word(row, column, |text| parse(text).ok())
}

/// The error for a text that no version of the program writes.
pub(crate) fn unknown(column: &str, text: String) -> rusqlite::Error {
    let error = UnknownValue {
        column: column.to_owned(),
        text,
    };
    rusqlite::Error::FromSqlConversionFailure(0, Type::Text, Box::new(error))
}
