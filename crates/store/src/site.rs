//! The site and the packs it is assessed against.

use rusqlite::{Row, params};
use zonewright_domain::id::SiteId;
use zonewright_domain::maturity::Maturity;
use zonewright_domain::snapshot::{PackPin, Site};

use crate::error::StoreError;
use crate::rows::{Rows, id, unknown};
use crate::table::Table;
use crate::transact::Tx;

const SAVE: &str = "save the site";

impl Rows {
    /// The site.
    ///
    /// # Errors
    /// When the file cannot be read; [`StoreError::Damaged`] when it holds no site.
    pub fn site(&self) -> Result<Site, StoreError> {
        const ACTION: &str = "read the site";
        let found = self.one(ACTION, &Table::Site.statements().select, [], site)?;
        found.ok_or_else(|| StoreError::Damaged {
            path: self.path.clone(),
            action: ACTION,
            detail: "it holds no site".into(),
        })
    }

    /// The packs in use, by id.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn packs(&self) -> Result<Vec<PackPin>, StoreError> {
        let read = |row: &Row<'_>| {
            Ok(PackPin {
                id: row.get("id")?,
                sha256: row.get("sha256")?,
            })
        };
        self.all(
            "read the packs in use",
            "SELECT id, sha256 FROM pack ORDER BY id",
            [],
            read,
        )
    }

    /// Version of the program that created the file.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn created_by(&self) -> Result<String, StoreError> {
        let found = self.one("read the site", "SELECT created_by FROM meta", [], |row| {
            row.get(0)
        })?;
        Ok(found.unwrap_or_default())
    }
}

impl Tx<'_> {
    /// Adds or replaces the site's own data. A file holds one site: the id stays the one it was created with.
    ///
    /// # Errors
    /// [`StoreError::Value`] for an empty name or another id, and what keeps the file from being written.
    pub fn put_site(&mut self, site: &Site) -> Result<(), StoreError> {
        const OTHER: &str = "SELECT id FROM site WHERE id <> ?1";
        let other: Option<String> = self.one(SAVE, OTHER, [site.id.as_str()], |row| row.get(0))?;
        if let Some(other) = other {
            let detail = format!("the file belongs to the site {other}, not to {}", site.id);
            return Err(StoreError::Value {
                path: self.path.clone(),
                action: SAVE,
                detail,
            });
        }
        let maturity = site.target_maturity.map(Maturity::number);
        let Site {
            id,
            name,
            company,
            location,
            suc,
            boundary,
            assessor,
            ..
        } = site;
        self.put(
            SAVE,
            Table::Site,
            params![
                id.as_str(),
                name,
                company,
                location,
                suc,
                boundary,
                assessor,
                maturity
            ],
        )
    }

    /// Pins a pack, or moves it to another content hash.
    ///
    /// # Errors
    /// What keeps the file from being written.
    pub fn put_pack(&mut self, pack: &PackPin) -> Result<(), StoreError> {
        self.put(
            "save the packs in use",
            Table::Pack,
            params![pack.id, pack.sha256],
        )
    }

    /// Takes a pack out of use; its answers stay. Nothing happens when it is not in use.
    ///
    /// # Errors
    /// What keeps the file from being written.
    pub fn delete_pack(&mut self, id: &str) -> Result<(), StoreError> {
        self.remove("save the packs in use", Table::Pack, &[id])
    }
}

fn site(row: &Row<'_>) -> rusqlite::Result<Site> {
    let maturity: Option<u8> = row.get("target_maturity")?;
    let target_maturity = maturity
        .map(|number| {
            Maturity::new(number).ok_or_else(|| unknown("target_maturity", number.to_string()))
        })
        .transpose()?;
    Ok(Site {
        id: id(row, "id", SiteId::parse)?,
        name: row.get("name")?,
        company: row.get("company")?,
        location: row.get("location")?,
        suc: row.get("suc")?,
        boundary: row.get("boundary")?,
        assessor: row.get("assessor")?,
        target_maturity,
    })
}
