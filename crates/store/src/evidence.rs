//! Evidence: links between answers and files, and the files' bytes, kept once under their hash.

use rusqlite::{Row, params};
use sha2::{Digest, Sha256};
use zonewright_domain::answer::{AnswerKey, Evidence};
use zonewright_domain::id::EvidenceId;

use crate::answer::key;
use crate::error::StoreError;
use crate::journal::hex;
use crate::rows::{Rows, id};
use crate::table::Table;
use crate::transact::Tx;

/// The largest file that a site keeps as evidence, in bytes (256 MiB).
pub const EVIDENCE_LIMIT_BYTES: u64 = 256 << 20;

const READ: &str = "read the evidence";
const SAVE: &str = "save the evidence";

impl Rows {
    /// All links, by the answer that they back, then by file name.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn evidence(&self) -> Result<Vec<Evidence>, StoreError> {
        let links = self.all(READ, &Table::Evidence.statements().select, [], evidence)?;
        Ok(sorted(links))
    }

    /// The links of one answer, by file name.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn evidence_of(&self, answer: &AnswerKey) -> Result<Vec<Evidence>, StoreError> {
        let select = &Table::Evidence.statements().select;
        let sql = format!("{select} WHERE pack = ?1 AND requirement = ?2 AND scope = ?3");
        let key = params![answer.pack, answer.requirement, answer.scope.to_string()];
        Ok(sorted(self.all(READ, &sql, key, evidence)?))
    }

    /// One link.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn find_evidence(&self, id: &EvidenceId) -> Result<Option<Evidence>, StoreError> {
        let sql = format!("{} WHERE id = ?1", Table::Evidence.statements().select);
        self.one(READ, &sql, [id.as_str()], evidence)
    }

    /// The bytes of a piece of evidence, compared with their hash.
    ///
    /// # Errors
    /// [`StoreError::EvidenceMissing`]; [`StoreError::Damaged`] when they no longer have this hash.
    pub fn evidence_bytes(&self, sha256: &str) -> Result<Vec<u8>, StoreError> {
        let path = || self.path.clone();
        let found: Option<Vec<u8>> = self.one(
            READ,
            "SELECT bytes FROM evidence_blob WHERE sha256 = ?1",
            [sha256],
            |row| row.get(0),
        )?;
        let bytes = found.ok_or_else(|| StoreError::EvidenceMissing {
            path: path(),
            action: READ,
            sha256: sha256.to_owned(),
        })?;
        if hex(&Sha256::digest(&bytes)) == sha256 {
            return Ok(bytes);
        }
        Err(StoreError::Damaged {
            path: path(),
            action: READ,
            detail: format!("evidence {sha256} was altered"),
        })
    }
}

impl Tx<'_> {
    /// Keeps the bytes of a file, once, and returns their SHA-256. They are no part of the journal and stay when a
    /// link to them is undone; they go only when the operation that adds them fails.
    ///
    /// # Errors
    /// [`StoreError::TooLarge`], [`StoreError::Full`] and what else keeps the file from being written.
    pub fn put_evidence_bytes(&mut self, bytes: &[u8]) -> Result<String, StoreError> {
        let size = bytes.len() as u64;
        if size > EVIDENCE_LIMIT_BYTES {
            let path = self.path.clone();
            return Err(StoreError::TooLarge {
                path,
                action: SAVE,
                size,
                limit: EVIDENCE_LIMIT_BYTES,
            });
        }
        let sha256 = hex(&Sha256::digest(bytes));
        const SQL: &str = "INSERT INTO evidence_blob (sha256, bytes) VALUES (?1, ?2) ON CONFLICT (sha256) DO NOTHING";
        self.run(SAVE, SQL, params![sha256, bytes])?;
        Ok(sha256)
    }

    /// Links a kept file to an answer. The answer must exist when the operation ends, the bytes now.
    ///
    /// # Errors
    /// [`StoreError::Dangling`] without the bytes, and what keeps the file from being written.
    pub fn put_evidence(&mut self, link: &Evidence) -> Result<(), StoreError> {
        let AnswerKey {
            pack,
            requirement,
            scope,
        } = &link.answer;
        let Evidence {
            file_name,
            size,
            sha256,
            added_at,
            ..
        } = link;
        let id = link.id.as_str();
        self.put(
            SAVE,
            Table::Evidence,
            params![
                id,
                pack,
                requirement,
                scope.to_string(),
                file_name,
                size,
                sha256,
                added_at
            ],
        )
    }

    /// Removes a link, if there; the bytes stay for undo.
    ///
    /// # Errors
    /// What keeps the file from being written.
    pub fn delete_evidence(&mut self, id: &EvidenceId) -> Result<(), StoreError> {
        self.remove("remove the evidence", Table::Evidence, &[id.as_str()])
    }
}

fn sorted(mut links: Vec<Evidence>) -> Vec<Evidence> {
    links.sort_by(|a, b| (&a.answer, &a.file_name, &a.id).cmp(&(&b.answer, &b.file_name, &b.id)));
    links
}

fn evidence(row: &Row<'_>) -> rusqlite::Result<Evidence> {
    Ok(Evidence {
        id: id(row, "id", EvidenceId::parse)?,
        answer: key(row)?,
        file_name: row.get("file_name")?,
        size: row.get("size")?,
        sha256: row.get("sha256")?,
        added_at: row.get("added_at")?,
    })
}
