//! One page of a long asset list: searched, filtered and sorted in the file, so that 100,000 assets stay off the wire.

use rusqlite::functions::{Context, FunctionFlags};
use rusqlite::{Connection, named_params};
use zonewright_domain::asset::{Asset, AssetField, AssetType};
use zonewright_domain::id::ZoneId;

use super::{READ, asset};
use crate::error::StoreError;
use crate::rows::Rows;

/// Which assets a page is taken from, and how it is sorted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AssetQuery {
    /// Words that must each occur in name, type or any property, small or large letters alike; empty for all.
    pub search: String,
    /// Where they stand.
    pub zone: ZoneFilter,
    /// Only this kind.
    pub asset_type: Option<AssetType>,
    /// By what; equal ones by name, then id.
    pub sort: AssetSort,
    /// Which way.
    pub order: Order,
    /// How many to pass over.
    pub offset: u32,
    /// How many to return.
    pub limit: u32,
}

/// Where assets stand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ZoneFilter {
    /// Anywhere.
    Any,
    /// In no zone yet.
    Unassigned,
    /// In one of these zones.
    In(Vec<ZoneId>),
}

/// By what a list of assets is sorted. What has no value comes last.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AssetSort {
    /// Name.
    Name,
    /// Kind, by its word.
    AssetType,
    /// Name of the zone.
    Zone,
    /// Another property.
    Field(AssetField),
}

/// Which way a list is sorted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Order {
    /// A to Z.
    Ascending,
    /// Z to A.
    Descending,
}

/// One page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AssetPage {
    /// How many match in all.
    pub total: u64,
    /// Those from `offset`, at most `limit`.
    pub assets: Vec<Asset>,
}

impl Rows {
    /// One page of the assets that match.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn asset_page(&self, query: &AssetQuery) -> Result<AssetPage, StoreError> {
        let search = query.search.trim().to_lowercase();
        let zones = match &query.zone {
            ZoneFilter::In(zones) => zones.iter().map(ZoneId::as_str).collect(),
            _ => Vec::new(),
        };
        let (filter, zones) = (
            filter_word(&query.zone),
            serde_json::Value::from(zones).to_string(),
        );
        let asset_type = query.asset_type.map(AssetType::word);
        let total = self.one(
            READ,
            include_str!("count.sql"),
            named_params! {":search": search, ":filter": filter, ":zones": zones, ":type": asset_type},
            |row| row.get(0),
        )?;
        let page =
            include_str!("page.sql").replace("/*sort*/", &sort_terms(query.sort, query.order));
        let assets = self.all(
            READ,
            &page,
            named_params! {":search": search, ":filter": filter, ":zones": zones, ":type": asset_type,
            ":limit": query.limit, ":offset": query.offset},
            asset,
        )?;
        Ok(AssetPage {
            total: total.unwrap_or_default(),
            assets,
        })
    }
}

fn filter_word(filter: &ZoneFilter) -> &'static str {
    match filter {
        ZoneFilter::Any => "any",
        ZoneFilter::Unassigned => "unassigned",
        ZoneFilter::In(_) => "in",
    }
}

/// Terms of `ORDER BY` made of words of the program only; name and id follow in `page.sql`.
fn sort_terms(sort: AssetSort, order: Order) -> String {
    let way = match order {
        Order::Ascending => "ASC",
        Order::Descending => "DESC",
    };
    let term = match sort {
        AssetSort::Name | AssetSort::Field(AssetField::Name) => {
            return format!("asset.name COLLATE NOCASE {way},");
        }
        AssetSort::AssetType | AssetSort::Field(AssetField::AssetType) => {
            "asset.asset_type".to_owned()
        }
        AssetSort::Zone | AssetSort::Field(AssetField::Zone) => {
            "(SELECT zone.name FROM zone WHERE zone.id = asset.zone_id)".to_owned()
        }
        AssetSort::Field(field) => format!("json_extract(asset.fields, '$.{}')", field.word()),
    };
    format!("{term} IS NULL, {term} COLLATE NOCASE {way},")
}

/// Gives a connection the function `asset_matches(search, name, type, fields, extra)`.
pub(crate) fn register(conn: &Connection) -> rusqlite::Result<()> {
    let flags = FunctionFlags::SQLITE_UTF8
        | FunctionFlags::SQLITE_DETERMINISTIC
        | FunctionFlags::SQLITE_DIRECTONLY;
    conn.create_scalar_function("asset_matches", 5, flags, matches)
}

/// True when every word of the search (in small letters) occurs in the name, the type's title or a property's value.
fn matches(context: &Context<'_>) -> rusqlite::Result<bool> {
    let text = |place: usize| Ok::<_, rusqlite::Error>(context.get_raw(place).as_str()?);
    let title = AssetType::parse(text(2)?).map_or("", AssetType::title);
    let mut values = vec![text(1)?.to_lowercase(), title.to_lowercase()];
    for place in [3, 4] {
        let map: serde_json::Map<String, serde_json::Value> =
            serde_json::from_str(text(place)?).unwrap_or_default();
        values.extend(
            map.values()
                .filter_map(serde_json::Value::as_str)
                .map(str::to_lowercase),
        );
    }
    Ok(text(0)?
        .split_whitespace()
        .all(|word| values.iter().any(|value| value.contains(word))))
}
