//! A whole site at one moment.

use zonewright_domain::snapshot::{Provenance, SiteSnapshot};

use crate::error::StoreError;
use crate::file::SiteFile;
use crate::journal;
use crate::rows::Rows;

impl SiteFile {
    /// Everything in the site as of one moment, also while somebody else writes.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn snapshot(&self) -> Result<SiteSnapshot, StoreError> {
        let fault = self.fault("read the whole site");
        let transaction = self.conn.unchecked_transaction().map_err(&fault)?;
        let snapshot = read(&self.rows)?;
        transaction.finish().map_err(&fault)?;
        Ok(snapshot)
    }
}

fn read(rows: &Rows) -> Result<SiteSnapshot, StoreError> {
    let newest = rows.newest()?;
    let (operations, journal_head, last_change) = newest
        .map_or((0, journal::ORIGIN.into(), String::new()), |last| {
            (last.sequence, last.hash, last.at)
        });
    Ok(SiteSnapshot {
        site: rows.site()?,
        people: rows.people()?,
        zones: rows.zones()?,
        conduits: rows.conduits()?,
        assets: rows.assets()?,
        answers: rows.answers()?,
        evidence: rows.evidence()?,
        provenance: Provenance {
            journal_head,
            operations,
            last_change,
            packs: rows.packs()?,
        },
    })
}
