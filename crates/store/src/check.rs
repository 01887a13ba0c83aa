//! A full check of a site file: pages, links, schema, the chain of hashes, evidence, and whether every row is what the
//! journal says it should be. Edits with another tool show here.

use std::collections::BTreeMap;
use std::fmt;

use rusqlite::Connection;
use sha2::{Digest, Sha256};

use crate::error::StoreError;
use crate::file::SiteFile;
use crate::gate;
use crate::journal::{self, Link};
use crate::migration::MIGRATIONS;
use crate::table::Table;
use crate::transact::dangling_rows;

/// Something that is not as the program left it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Finding {
    /// SQLite finds its pages or indexes broken.
    Page {
        /// What it says.
        detail: String,
    },
    /// A row refers to something that is not there.
    Reference {
        /// Which row and what to, such as `asset (row 3) → zone`.
        row: String,
    },
    /// The file has a part that the program does not make, or lacks one.
    Schema {
        /// The part.
        object: String,
    },
    /// An operation of the journal was altered, removed or added by another tool.
    Chain {
        /// The first operation that does not fit.
        sequence: u64,
    },
    /// The bytes of a piece of evidence no longer have their hash.
    Evidence {
        /// The hash they should have.
        sha256: String,
    },
    /// A row differs from what the journal last recorded of it.
    Row {
        /// Its table.
        table: &'static str,
        /// Its key as a JSON array.
        key: String,
    },
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Page { detail } => {
                write!(
                    f,
                    "The file is damaged ({detail}). Nothing was changed. Go back to the latest backup."
                )
            }
            Self::Reference { row } => {
                write!(
                    f,
                    "A row refers to something that is gone: {row}. Go back to a copy made before the edit."
                )
            }
            Self::Schema { object } => {
                write!(
                    f,
                    "The file's structure was altered: {object}. Go back to a copy made before that."
                )
            }
            Self::Chain { sequence } => write!(
                f,
                "The journal was altered at or before operation {sequence}: its hash does not fit. Compare with a signed report or an older copy."
            ),
            Self::Evidence { sha256 } => {
                write!(
                    f,
                    "Evidence {sha256} was altered. Take the original from an older copy and add it again."
                )
            }
            Self::Row { table, key } => write!(
                f,
                "{table} {key} was changed outside Zonewright: it differs from what the journal says. Compare with an older copy."
            ),
        }
    }
}

impl SiteFile {
    /// Checks everything; empty when the file is as the program left it. Takes time in proportion to the file.
    ///
    /// # Errors
    /// When the check itself cannot run.
    pub fn check(&self) -> Result<Vec<Finding>, StoreError> {
        let fault = self.fault("check the site");
        let transaction = self.conn.unchecked_transaction().map_err(&fault)?;
        let findings = self.findings().map_err(&fault)?;
        transaction.finish().map_err(&fault)?;
        Ok(findings)
    }

    fn findings(&self) -> rusqlite::Result<Vec<Finding>> {
        let conn = &self.conn;
        let format: u32 = conn.pragma_query_value(None, "user_version", |row| row.get(0))?;
        let mut findings: Vec<Finding> = gate::page_findings(conn)?
            .into_iter()
            .map(|detail| Finding::Page { detail })
            .collect();
        findings.extend(
            dangling_rows(&self.rows)?
                .into_iter()
                .map(|row| Finding::Reference { row }),
        );
        let objects = gate::foreign_objects(conn, format, MIGRATIONS)?;
        findings.extend(objects.into_iter().map(|object| Finding::Schema { object }));
        findings.extend(chain_finding(conn)?);
        findings.extend(altered_evidence(conn)?);
        for table in Table::ALL {
            findings.extend(altered_rows(conn, table)?);
        }
        Ok(findings)
    }
}

/// The first operation whose number, predecessor or hash does not fit; also changes that belong to no operation.
fn chain_finding(conn: &Connection) -> rusqlite::Result<Option<Finding>> {
    let mut statement = conn.prepare("SELECT * FROM operation ORDER BY sequence")?;
    let mut rows = statement.query([])?;
    let (mut expected, mut previous) = (1, journal::ORIGIN.to_owned());
    while let Some(row) = rows.next()? {
        let (sequence, hash): (u64, String) = (row.get("sequence")?, row.get("hash")?);
        let texts: [String; 5] = [
            row.get("kind")?,
            row.get("label")?,
            row.get("who")?,
            row.get("at")?,
            row.get("previous_hash")?,
        ];
        let [kind, label, who, at, previous_hash] = &texts;
        let link = Link {
            sequence,
            kind,
            label,
            who,
            at,
            target: row.get("target")?,
            previous_hash,
        };
        let fits = sequence == expected && *previous_hash == previous;
        if !fits || journal::hash_of(conn, &link, |_, _| {})? != hash {
            return Ok(Some(Finding::Chain { sequence }));
        }
        (expected, previous) = (sequence + 1, hash);
    }
    let stray =
        "SELECT count(*) FROM change WHERE operation NOT IN (SELECT sequence FROM operation)";
    let strays: u64 = conn.query_row(stray, [], |row| row.get(0))?;
    Ok((strays > 0).then_some(Finding::Chain { sequence: expected }))
}

fn altered_evidence(conn: &Connection) -> rusqlite::Result<Vec<Finding>> {
    let mut statement = conn.prepare("SELECT sha256, bytes FROM evidence_blob ORDER BY sha256")?;
    let mut rows = statement.query([])?;
    let mut findings = Vec::new();
    while let Some(row) = rows.next()? {
        let (sha256, bytes) = (row.get_ref(0)?.as_str()?, row.get_ref(1)?.as_blob()?);
        if journal::hex(&Sha256::digest(bytes)) != sha256 {
            findings.push(Finding::Evidence {
                sha256: sha256.to_owned(),
            });
        }
    }
    Ok(findings)
}

/// Rows that differ from the journal's last word on them. Of each only the hash is kept in memory.
fn altered_rows(conn: &Connection, table: Table) -> rusqlite::Result<Vec<Finding>> {
    let mut expected: BTreeMap<String, [u8; 32]> = BTreeMap::new();
    let mut statement =
        conn.prepare("SELECT row_key, after FROM change WHERE table_name = ?1 ORDER BY sequence")?;
    let mut rows = statement.query([table.name()])?;
    while let Some(row) = rows.next()? {
        let key: String = row.get(0)?;
        match row.get_ref(1)?.as_str_or_null()? {
            Some(after) => expected.insert(key, Sha256::digest(after).into()),
            None => expected.remove(&key),
        };
    }
    let mut findings = Vec::new();
    let mut statement = conn.prepare(&table.statements().journal_rows)?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let key: String = row.get(0)?;
        let found: [u8; 32] = Sha256::digest(row.get_ref(1)?.as_str()?).into();
        if expected.remove(&key) != Some(found) {
            findings.push(Finding::Row {
                table: table.name(),
                key,
            });
        }
    }
    findings.extend(expected.into_keys().map(|key| Finding::Row {
        table: table.name(),
        key,
    }));
    Ok(findings)
}
