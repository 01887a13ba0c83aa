//! The dry run: what an import would create, what it leaves out and why, and everything a person should look at first.
//!
//! Rows and mapping in, plan out; nothing is written. A cell that a field cannot take is kept as an extra property under
//! the header of its column, so that no value of the file is lost silently.

mod address;
mod cell;
mod rows;
mod tell;
#[cfg(test)]
mod tests;
mod zones;

use crate::mapping::Mapping;
use crate::problem::ImportProblem;
use crate::sheet::Sheet;
use std::collections::BTreeMap;
use zonewright_domain::asset::{AssetField, AssetType};

/// The place an asset comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    /// Name of the sheet.
    pub sheet: String,
    /// Row, from 1.
    pub row: u32,
}

/// One asset as it would be created.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlannedAsset {
    /// Name; never blank.
    pub name: String,
    /// Kind, when the text of the sheet names one.
    pub asset_type: Option<AssetType>,
    /// The text of the sheet for the kind.
    pub asset_type_raw: Option<String>,
    /// Canonical texts by field, without name, kind and zone; several values of one field are joined with `, `, places
    /// with ` / `.
    pub fields: BTreeMap<AssetField, String>,
    /// Everything else, by header.
    pub extra: BTreeMap<String, String>,
    /// Name of the zone, spelled as the site spells it where it has the zone.
    pub zone_name: Option<String>,
    /// Where it stands in the file.
    pub source: Source,
}

/// Why a row is no asset.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum SkipReason {
    /// A sum.
    Total,
    /// The headers once more.
    RepeatedHeader,
    /// A heading above a group of rows: only one cell is filled.
    Section,
    /// Nothing in the columns that are imported.
    Blank,
}

impl SkipReason {
    /// Stable word: `total`, `repeated_header`, `section`, `blank`.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Total => "total",
            Self::RepeatedHeader => "repeated_header",
            Self::Section => "section",
            Self::Blank => "blank",
        }
    }

    /// What a person reads.
    pub const fn sentence(self) -> &'static str {
        match self {
            Self::Total => "The row is a sum, not an asset.",
            Self::RepeatedHeader => "The row repeats the headers.",
            Self::Section => "Only one cell is filled, so the row seems to be a heading.",
            Self::Blank => "The row holds nothing in the columns that are imported.",
        }
    }
}

/// A row that is no asset.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SkippedRow {
    /// Row, from 1.
    pub row: u32,
    /// Why.
    pub reason: SkipReason,
    /// Beginning of its text, from the columns that are imported.
    pub text: String,
}

/// A zone that the site does not have.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnknownZone {
    /// Name as first written in the sheet.
    pub name: String,
    /// Number of assets in it.
    pub rows: usize,
}

/// What an import would do.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ImportPlan {
    /// Assets in the order of the sheet.
    pub assets: Vec<PlannedAsset>,
    /// Rows left out.
    pub skipped: Vec<SkippedRow>,
    /// What a person should look at, in the order of the sheet, then what concerns whole columns.
    pub problems: Vec<ImportProblem>,
    /// Zones to create, map or leave out, each asked once.
    pub unknown_zones: Vec<UnknownZone>,
    /// Rows below the header that hold something; assets and skipped rows add up to it.
    pub rows_seen: usize,
}

/// Plans the import of a sheet. `existing_zones` are the names of the zones that the site has.
pub fn plan(sheet: &Sheet, mapping: &Mapping, existing_zones: &[String]) -> ImportPlan {
    rows::Planner::new(sheet, mapping, existing_zones).run()
}
