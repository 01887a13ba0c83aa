//! The chain of hashes. Each operation's hash covers the hash before it, the operation and its changes, so that any
//! later edit of the journal with another tool shows. Every field is hashed as its length (8 bytes, little endian)
//! and its bytes; an absent field as the length `2⁶⁴ − 1`; numbers as decimal text.

use rusqlite::Connection;
use sha2::{Digest, Sha256};

/// The hash before the first operation: 64 zeros.
pub(crate) const ORIGIN: &str = "0000000000000000000000000000000000000000000000000000000000000000";

/// What is hashed of an operation besides its changes.
#[derive(Debug, Clone)]
pub(crate) struct Link<'a> {
    pub(crate) sequence: u64,
    pub(crate) kind: &'a str,
    pub(crate) label: &'a str,
    pub(crate) who: &'a str,
    pub(crate) at: &'a str,
    pub(crate) target: Option<u64>,
    pub(crate) previous_hash: &'a str,
}

/// SHA-256 in small hexadecimal digits.
pub(crate) fn hex(digest: &[u8]) -> String {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    let digit = |nibble: u8| char::from(DIGITS[usize::from(nibble)]);
    digest
        .iter()
        .flat_map(|byte| [digit(byte >> 4), digit(byte & 15)])
        .collect()
}

/// The hash of an operation with the changes that stand in the journal under its sequence.
///
/// # Errors
/// When the changes cannot be read.
pub(crate) fn hash_of(
    conn: &Connection,
    link: &Link<'_>,
    mut each: impl FnMut(&str, &str),
) -> rusqlite::Result<String> {
    let mut hash = Sha256::new();
    let (sequence, target) = (
        link.sequence.to_string(),
        link.target.map(|target| target.to_string()),
    );
    for text in [
        link.previous_hash,
        &sequence,
        link.kind,
        link.label,
        link.who,
        link.at,
    ] {
        feed(&mut hash, Some(text));
    }
    feed(&mut hash, target.as_deref());
    let mut statement = conn.prepare_cached(include_str!("journal_changes.sql"))?;
    let mut rows = statement.query([link.sequence])?;
    while let Some(row) = rows.next()? {
        let (table, key) = (row.get_ref(0)?.as_str()?, row.get_ref(1)?.as_str()?);
        feed(&mut hash, Some(table));
        feed(&mut hash, Some(key));
        feed(&mut hash, row.get_ref(2)?.as_str_or_null()?);
        feed(&mut hash, row.get_ref(3)?.as_str_or_null()?);
        each(table, key);
    }
    Ok(hex(&hash.finalize()))
}

fn feed(hash: &mut Sha256, field: Option<&str>) {
    match field {
        None => hash.update(u64::MAX.to_le_bytes()),
        Some(text) => {
            hash.update((text.len() as u64).to_le_bytes());
            hash.update(text.as_bytes());
        }
    }
}
