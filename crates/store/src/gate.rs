//! The gate: a file from a stranger is hostile until it has passed. Order matters: first bytes, then a hardened
//! connection, then format and schema (which run nothing of the file's own), and only then a full page check.

use std::collections::BTreeSet;
use std::io::Read;
use std::path::Path;
use std::time::Duration;

use rusqlite::config::DbConfig;
use rusqlite::limits::Limit;
use rusqlite::{Connection, OpenFlags};

use crate::error::StoreError;
use crate::migration::{self, Migration};

/// `application_id` of a site file: `ZWST`.
pub(crate) const APPLICATION_ID: i32 = 0x5A57_5354;
const MAGIC: &[u8; 16] = b"SQLite format 3\0";
const ACTION: &str = "open the site";

/// The formats that matter for how a file may be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Passed {
    /// Format of the file.
    pub(crate) format: u32,
    /// Set when the file is newer than this program but may be read: the program version that may write it.
    pub(crate) newer_needs: Option<String>,
}

/// Looks at the first bytes without SQLite. Skipped while a journal waits to be rolled back: the bytes may be half
/// written then, and SQLite restores them before it looks.
///
/// # Errors
/// [`StoreError::NotFound`], [`StoreError::NotASite`], [`StoreError::Damaged`] when the end is missing, or a failure of
/// the drive.
pub(crate) fn check_first_bytes(path: &Path) -> Result<(), StoreError> {
    let not_a_site = |reason: &str| {
        Err(StoreError::NotASite {
            path: path.to_owned(),
            action: ACTION,
            reason: reason.into(),
        })
    };
    let io = |error: std::io::Error| StoreError::of_io(path, ACTION, &error);
    let mut journal = path.as_os_str().to_owned();
    journal.push("-journal");
    if std::fs::metadata(journal).is_ok_and(|journal| journal.len() > 0) {
        return Ok(());
    }
    if std::fs::metadata(path).map_err(io)?.is_dir() {
        return not_a_site("it is a folder");
    }
    let mut head = Vec::new();
    let file = std::fs::File::open(path).map_err(io)?;
    let length = file.metadata().map_err(io)?.len();
    file.take(100).read_to_end(&mut head).map_err(io)?;
    if head.is_empty() {
        return not_a_site("it is empty");
    }
    if !head.starts_with(MAGIC) || head.len() < 100 {
        return not_a_site("its first bytes are not those of a site file");
    }
    if head[68..72] != APPLICATION_ID.to_be_bytes() {
        return not_a_site("it is a database of another program");
    }
    if head[18..20] != [1, 1] {
        return not_a_site("another tool changed how it is stored");
    }
    let number =
        |place: usize| u64::from(u32::from_be_bytes([0, 1, 2, 3].map(|n| head[place + n])));
    let page_bytes = u64::from(u16::from_be_bytes([head[16], head[17]]));
    // The count of pages in the header holds when the last writer kept it: then both counters agree.
    if number(24) == number(92) && length < number(28) * page_bytes {
        let detail = format!(
            "{} bytes are missing at its end",
            number(28) * page_bytes - length
        );
        return Err(StoreError::Damaged {
            path: path.to_owned(),
            action: ACTION,
            detail,
        });
    }
    Ok(())
}

/// Opens a connection that trusts nothing in the file.
///
/// # Errors
/// What SQLite says, sorted.
pub(crate) fn connect(path: &Path, flags: OpenFlags) -> Result<Connection, StoreError> {
    let fault = |error: rusqlite::Error| StoreError::of_sqlite(path, ACTION, &error);
    let conn = Connection::open_with_flags(path, flags | OpenFlags::SQLITE_OPEN_NO_MUTEX)
        .map_err(fault)?;
    harden(&conn).map_err(fault)?;
    Ok(conn)
}

fn harden(conn: &Connection) -> rusqlite::Result<()> {
    conn.busy_timeout(Duration::from_secs(5))?;
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)?;
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_TRUSTED_SCHEMA, false)?;
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_VIEW, false)?;
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_FKEY, true)?;
    conn.set_limit(Limit::SQLITE_LIMIT_ATTACHED, 0)?;
    conn.set_prepared_statement_cache_capacity(128);
    conn.execute_batch(
        "PRAGMA cell_size_check = ON; PRAGMA mmap_size = 0; PRAGMA temp_store = MEMORY; PRAGMA cache_size = -65536;",
    )
}

/// Checks format, schema and pages of an open connection.
///
/// # Errors
/// [`StoreError::NotASite`], [`StoreError::Newer`], [`StoreError::Foreign`] or [`StoreError::Damaged`].
pub(crate) fn check_content(
    conn: &Connection,
    path: &Path,
    steps: &[Migration],
) -> Result<Passed, StoreError> {
    let fault = |error: rusqlite::Error| StoreError::of_sqlite(path, ACTION, &error);
    let application: i32 = conn
        .pragma_query_value(None, "application_id", |row| row.get(0))
        .map_err(fault)?;
    if application != APPLICATION_ID {
        let reason = "it is a database of another program".into();
        return Err(StoreError::NotASite {
            path: path.to_owned(),
            action: ACTION,
            reason,
        });
    }
    let format: u32 = conn
        .pragma_query_value(None, "user_version", |row| row.get(0))
        .map_err(fault)?;
    let is_newer = format as usize > steps.len();
    let objects = foreign_objects(conn, format, steps).map_err(fault)?;
    if !objects.is_empty() {
        return Err(StoreError::Foreign {
            path: path.to_owned(),
            action: ACTION,
            objects,
        });
    }
    let newer_needs = if is_newer {
        Some(newer_program(conn, path, format, steps)?)
    } else {
        None
    };
    let detail = page_findings(conn).map_err(fault)?;
    if let Some(detail) = detail.into_iter().next() {
        return Err(StoreError::Damaged {
            path: path.to_owned(),
            action: ACTION,
            detail,
        });
    }
    Ok(Passed {
        format,
        newer_needs,
    })
}

/// What SQLite's full integrity check says; empty when all is well.
///
/// # Errors
/// When the check itself cannot run.
pub(crate) fn page_findings(conn: &Connection) -> rusqlite::Result<Vec<String>> {
    let mut statement = conn.prepare("PRAGMA integrity_check(20)")?;
    let lines = statement
        .query_map([], |row| row.get::<_, String>(0))?
        .collect::<rusqlite::Result<Vec<_>>>()?;
    Ok(lines.into_iter().filter(|line| line != "ok").collect())
}

/// Parts of the schema that a file of this format does not have, or lacks; of a newer format only what can act.
///
/// # Errors
/// When the schema cannot be read.
pub(crate) fn foreign_objects(
    conn: &Connection,
    format: u32,
    steps: &[Migration],
) -> rusqlite::Result<Vec<String>> {
    let found = schema_of(conn)?;
    if format as usize > steps.len() {
        let acts = |(kind, _, sql): &&(String, String, String)| {
            !matches!(kind.as_str(), "table" | "index")
                || sql.to_ascii_uppercase().contains("VIRTUAL TABLE")
        };
        return Ok(found
            .iter()
            .filter(acts)
            .map(|(kind, name, _)| format!("{kind} {name}"))
            .collect());
    }
    let fresh = Connection::open_in_memory()?;
    migration::apply(&fresh, 0, &steps[..format as usize]).map_err(|(_, error)| error)?;
    let expected = schema_of(&fresh)?;
    let named = |(kind, name, _): &(String, String, String)| format!("{kind} {name}");
    let unknown = found.difference(&expected).map(named);
    let missing = expected
        .iter()
        .filter(|(kind, name, _)| !found.iter().any(|(k, n, _)| k == kind && n == name))
        .map(|object| format!("missing {}", named(object)));
    Ok(unknown.chain(missing).collect())
}

fn schema_of(conn: &Connection) -> rusqlite::Result<BTreeSet<(String, String, String)>> {
    let mut statement =
        conn.prepare("SELECT type, name, coalesce(sql, '') FROM main.sqlite_schema")?;
    let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?;
    rows.collect()
}

fn newer_program(
    conn: &Connection,
    path: &Path,
    found: u32,
    steps: &[Migration],
) -> Result<String, StoreError> {
    let known = u32::try_from(steps.len()).unwrap_or(u32::MAX);
    let (minimum, needs): (u32, String) = conn
        .query_row(
            "SELECT minimum_writer, minimum_program FROM meta",
            [],
            |row| Ok((row.get(0)?, row.get(1)?)),
        )
        .unwrap_or((found, format!("with format {found}")));
    if minimum > known {
        return Err(StoreError::Newer {
            path: path.to_owned(),
            action: ACTION,
            found,
            known,
            needs,
        });
    }
    Ok(needs)
}
