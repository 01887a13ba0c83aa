//! The one door for writes: a named operation, one SQLite transaction, a journal entry, and a reply that says what
//! changed.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Deref;

use rusqlite::{OptionalExtension, Params, Transaction, TransactionBehavior, params};

use crate::error::StoreError;
use crate::file::SiteFile;
use crate::journal::{self, Link};
use crate::rows::Rows;
use crate::table::{Noun, Table};

/// Name of an operation and who does it when. Nothing here is invented by the store.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OperationHead<'a> {
    /// What is done, small letters and `_`: `answer_question`. `undo` and `redo` are the store's own.
    pub kind: &'a str,
    /// What a person reads in the history and at Undo: `Answer SR 1.1`.
    pub label: &'a str,
    /// Who does it.
    pub who: &'a str,
    /// When, RFC 3339.
    pub at: &'a str,
}

/// What an operation left behind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Committed {
    /// Its sequence; of an operation that changed nothing the sequence of the newest one.
    pub sequence: u64,
    /// Hash of the newest operation, hexadecimal.
    pub hash: String,
    /// What it touched, in the order of [`Noun::ALL`]; empty when it changed nothing and no operation was recorded.
    pub changes: Vec<Touched>,
}

/// The things of one noun that an operation touched.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Touched {
    /// What they are.
    pub noun: Noun,
    /// How many.
    pub count: usize,
    /// Their keys, sorted: an id, `pack/requirement/scope` of an answer or `unit/fact` of a fact. Only up to [`Touched::MOST_KEYS`]: of
    /// more, none is listed and everything of the noun counts as touched.
    pub keys: Vec<String>,
}

impl Touched {
    /// How many keys are listed at most.
    pub const MOST_KEYS: usize = 256;
}

/// Writes of a running operation, and all reads of [`Rows`].
#[derive(Debug)]
pub struct Tx<'a> {
    rows: &'a Rows,
    // The first write that failed: the operation is refused even when its work overlooks that.
    failure: RefCell<Option<StoreError>>,
}

impl Deref for Tx<'_> {
    type Target = Rows;

    fn deref(&self) -> &Rows {
        self.rows
    }
}

impl Tx<'_> {
    /// Runs one cached statement.
    pub(crate) fn run(
        &self,
        action: &'static str,
        sql: &str,
        params: impl Params,
    ) -> Result<usize, StoreError> {
        let run = || self.conn.prepare_cached(sql)?.execute(params);
        run().map_err(|error| {
            let failed = StoreError::of_sqlite(&self.path, action, &error);
            self.failure
                .borrow_mut()
                .get_or_insert_with(|| failed.clone());
            failed
        })
    }

    /// Upserts one row; parameters in the order of [`Table::columns`].
    pub(crate) fn put(
        &self,
        action: &'static str,
        table: Table,
        params: impl Params,
    ) -> Result<(), StoreError> {
        self.run(action, &table.statements().put, params).map(drop)
    }

    /// Removes the row with this key, if it is there.
    pub(crate) fn remove(
        &self,
        action: &'static str,
        table: Table,
        key: &[&str],
    ) -> Result<(), StoreError> {
        let key = serde_json::Value::from(key).to_string();
        self.run(action, &table.statements().remove, [key])
            .map(drop)
    }
}

impl SiteFile {
    /// Does one operation: everything `work` writes becomes one journal entry, or nothing does. An operation that
    /// changes nothing leaves no entry. A write that failed refuses the operation even when `work` goes on.
    ///
    /// # Errors
    /// Whatever `work` returns; [`StoreError::ReadOnly`] when the file is open for reading; [`StoreError::Dangling`]
    /// when a row would refer to what is not there; [`StoreError::Full`] and [`StoreError::Disk`]. All is as before.
    pub fn transact<T, E: From<StoreError>>(
        &mut self,
        head: &OperationHead<'_>,
        work: impl FnOnce(&mut Tx<'_>) -> Result<T, E>,
    ) -> Result<(T, Committed), E> {
        self.record(head, None, work)
    }

    /// [`SiteFile::transact`] that may name the operation it undoes or redoes.
    pub(crate) fn record<T, E: From<StoreError>>(
        &mut self,
        head: &OperationHead<'_>,
        target: Option<u64>,
        work: impl FnOnce(&mut Tx<'_>) -> Result<T, E>,
    ) -> Result<(T, Committed), E> {
        const ACTION: &str = "save the change";
        self.refuse_reading(ACTION)?;
        let rows = &self.rows;
        let fault = rows.fault(ACTION);
        let transaction = Transaction::new_unchecked(&rows.conn, TransactionBehavior::Immediate)
            .map_err(&fault)?;
        let mut tx = Tx {
            rows,
            failure: RefCell::default(),
        };
        let output = work(&mut tx)?;
        if let Some(overlooked) = tx.failure.take() {
            return Err(overlooked.into());
        }
        // A failing drive can make SQLite end the transaction by itself; going on would write outside of one.
        if rows.conn.is_autocommit() {
            let detail = "it ended the operation early".into();
            return Err(StoreError::Disk {
                path: rows.path.clone(),
                action: ACTION,
                detail,
            }
            .into());
        }
        let committed = close_operation(rows, head, target).map_err(&fault)?;
        if let Err(error) = rows.conn.execute_batch("COMMIT") {
            let refused = StoreError::of_sqlite(&rows.path, ACTION, &error);
            return Err(with_dangling_rows(rows, refused).into());
        }
        drop(transaction);
        Ok((output, committed))
    }
}

fn close_operation(
    rows: &Rows,
    head: &OperationHead<'_>,
    target: Option<u64>,
) -> rusqlite::Result<Committed> {
    let conn = &rows.conn;
    let newest: Option<(u64, String)> = conn
        .prepare_cached("SELECT sequence, hash FROM operation ORDER BY sequence DESC LIMIT 1")?
        .query_row([], |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()?;
    let (last, previous_hash) = newest.unwrap_or((0, journal::ORIGIN.into()));
    let OperationHead {
        kind,
        label,
        who,
        at,
    } = *head;
    let link = Link {
        sequence: last + 1,
        kind,
        label,
        who,
        at,
        target,
        previous_hash: &previous_hash,
    };
    let mut touched: BTreeMap<Noun, BTreeSet<String>> = BTreeMap::new();
    let hash = journal::hash_of(conn, &link, |table, key| note(&mut touched, table, key))?;
    if touched.is_empty() {
        return Ok(Committed {
            sequence: last,
            hash: previous_hash,
            changes: Vec::new(),
        });
    }
    conn.prepare_cached(include_str!("operation_insert.sql"))?
        .execute(params![
            link.sequence,
            kind,
            label,
            who,
            at,
            target,
            previous_hash,
            hash
        ])?;
    Ok(Committed {
        sequence: link.sequence,
        hash,
        changes: touched.into_iter().map(listed).collect(),
    })
}

fn note(touched: &mut BTreeMap<Noun, BTreeSet<String>>, table: &str, key: &str) {
    if let (Some(table), Ok(key)) = (Table::find(table), serde_json::from_str(key)) {
        touched
            .entry(table.noun())
            .or_default()
            .insert(table.noun_key(&key));
    }
}

fn listed((noun, keys): (Noun, BTreeSet<String>)) -> Touched {
    let count = keys.len();
    let keys = if count > Touched::MOST_KEYS {
        Vec::new()
    } else {
        keys.into_iter().collect()
    };
    Touched { noun, count, keys }
}

/// Names what dangles: SQLite only says that something does.
fn with_dangling_rows(rows: &Rows, error: StoreError) -> StoreError {
    match error {
        StoreError::Dangling {
            path,
            action,
            rows: unnamed,
        } => {
            let named = dangling_rows(rows).unwrap_or_default();
            StoreError::Dangling {
                path,
                action,
                rows: if named.is_empty() { unnamed } else { named },
            }
        }
        other => other,
    }
}

/// At most ten rows that refer to something that is not there, such as `asset → zone`.
pub(crate) fn dangling_rows(rows: &Rows) -> rusqlite::Result<Vec<String>> {
    let mut statement = rows
        .conn
        .prepare("SELECT \"table\", rowid, parent FROM pragma_foreign_key_check LIMIT 10")?;
    let found = statement.query_map([], |row| {
        let (table, row_id, parent): (String, Option<i64>, String) =
            (row.get(0)?, row.get(1)?, row.get(2)?);
        let place = row_id.map(|id| format!(" (row {id})")).unwrap_or_default();
        Ok(format!("{table}{place} → {parent}"))
    })?;
    found.collect()
}
