//! Assets.

mod page;

use std::collections::BTreeMap;

use rusqlite::{Row, params};
use zonewright_domain::asset::{Asset, AssetField, AssetOrigin, AssetType};
use zonewright_domain::id::{AssetId, ZoneId};

use crate::answer::map_text;
use crate::error::StoreError;
use crate::rows::{Rows, id, optional_id, word};
use crate::table::Table;
use crate::transact::Tx;

pub(crate) use page::register;
pub use page::{AssetPage, AssetQuery, AssetSort, Order, ZoneFilter};

const READ: &str = "read the assets";

impl Rows {
    /// All assets, by name.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn assets(&self) -> Result<Vec<Asset>, StoreError> {
        let mut assets = self.all(READ, &Table::Asset.statements().select, [], asset)?;
        assets.sort_by(|a, b| (&a.name, &a.id).cmp(&(&b.name, &b.id)));
        Ok(assets)
    }

    /// The assets that stand in one zone, not in the zones inside it, by name.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn assets_in(&self, zone: &ZoneId) -> Result<Vec<Asset>, StoreError> {
        let sql = format!(
            "{} WHERE zone_id = ?1 ORDER BY name, id",
            Table::Asset.statements().select
        );
        self.all(READ, &sql, [zone.as_str()], asset)
    }

    /// One asset.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn find_asset(&self, id: &AssetId) -> Result<Option<Asset>, StoreError> {
        let sql = format!("{} WHERE id = ?1", Table::Asset.statements().select);
        self.one(READ, &sql, [id.as_str()], asset)
    }

    /// How many assets stand in each zone, under `None` those in no zone.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn asset_counts(&self) -> Result<BTreeMap<Option<ZoneId>, u64>, StoreError> {
        const SQL: &str = "SELECT zone_id, count(*) FROM asset GROUP BY zone_id";
        let counts = self.all(READ, SQL, [], |row| {
            Ok((optional_id(row, "zone_id", ZoneId::parse)?, row.get(1)?))
        })?;
        Ok(counts.into_iter().collect())
    }
}

impl Tx<'_> {
    /// Adds or replaces an asset.
    ///
    /// # Errors
    /// [`StoreError::Value`] for an empty name, and what keeps the file from being written. A zone that does not exist
    /// is found when the operation ends.
    pub fn put_asset(&mut self, asset: &Asset) -> Result<(), StoreError> {
        let origin = asset.origin.as_ref();
        self.put(
            "save the asset",
            Table::Asset,
            params![
                asset.id.as_str(),
                asset.name,
                asset.asset_type.word(),
                asset.zone.as_ref().map(ZoneId::as_str),
                map_text(
                    asset
                        .fields
                        .iter()
                        .map(|(field, value)| (field.word(), value.as_str()))
                ),
                map_text(
                    asset
                        .extra
                        .iter()
                        .map(|(column, value)| (column.as_str(), value.as_str()))
                ),
                origin.map(|origin| origin.file_sha256.as_str()),
                origin.map(|origin| origin.file_name.as_str()),
                origin.map(|origin| origin.sheet.as_str()),
                origin.map(|origin| origin.row)
            ],
        )
    }

    /// Adds or replaces many assets.
    ///
    /// # Errors
    /// As [`Tx::put_asset`].
    pub fn put_assets<'a>(
        &mut self,
        assets: impl IntoIterator<Item = &'a Asset>,
    ) -> Result<(), StoreError> {
        assets
            .into_iter()
            .try_for_each(|asset| self.put_asset(asset))
    }

    /// Removes an asset, if there.
    ///
    /// # Errors
    /// What keeps the file from being written.
    pub fn delete_asset(&mut self, id: &AssetId) -> Result<(), StoreError> {
        self.remove("remove the asset", Table::Asset, &[id.as_str()])
    }
}

fn asset(row: &Row<'_>) -> rusqlite::Result<Asset> {
    Ok(Asset {
        id: id(row, "id", AssetId::parse)?,
        name: row.get("name")?,
        asset_type: word(row, "asset_type", AssetType::parse)?,
        zone: optional_id(row, "zone_id", ZoneId::parse)?,
        fields: word(row, "fields", parse_fields)?,
        extra: word(row, "extra", |text| serde_json::from_str(text).ok())?,
        origin: origin(row)?,
    })
}

fn parse_fields(text: &str) -> Option<BTreeMap<AssetField, String>> {
    let fields: BTreeMap<String, String> = serde_json::from_str(text).ok()?;
    fields
        .into_iter()
        .map(|(word, value)| Some((AssetField::parse(&word)?, value)))
        .collect()
}

fn origin(row: &Row<'_>) -> rusqlite::Result<Option<AssetOrigin>> {
    let Some(file_sha256) = row.get("origin_sha256")? else {
        return Ok(None);
    };
    Ok(Some(AssetOrigin {
        file_sha256,
        file_name: row.get("origin_file")?,
        sheet: row.get("origin_sheet")?,
        row: row.get("origin_row")?,
    }))
}
