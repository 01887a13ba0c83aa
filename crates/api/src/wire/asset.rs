//! Assets.

use std::collections::BTreeMap;

use zonewright_domain::asset::{AssetField, AssetType};

use super::words::Word;
use super::{input, output};

output! {
    /// An asset.
    AssetView { id: String, name: String, asset_type: Word<AssetType>, zone: Option<String>, #[ts(type = "Partial<Record<AssetField, string>>")] fields: BTreeMap<Word<AssetField>, String>, extra: BTreeMap<String, String>, origin: Option<OriginView>, }
}
output! {
    /// The row an asset came from.
    OriginView { file_name: String, sheet: String, row: u32, file_sha256: String, }
}
input! {
    /// Which assets, in which order.
    AssetsList {
        #[serde(default)] #[ts(optional)] search: Option<String>,
        #[serde(default)] #[ts(optional)] zone: Option<String>,
        #[serde(default)] #[ts(optional)] sort: Option<Word<AssetField>>,
        #[serde(default)] #[ts(optional)] descending: Option<bool>,
        #[serde(default)] #[ts(optional)] offset: Option<u32>,
        #[serde(default)] #[ts(optional)] limit: Option<u32>,
    }
}
output! {
    /// A page of assets and how many there are in all.
    AssetPage { total: u64, rows: Vec<AssetView>, }
}
input! {
    /// A new asset.
    CreateAsset {
        #[serde(default)] #[ts(optional)] id: Option<String>,
        name: String,
        #[serde(default)] #[ts(optional)] asset_type: Option<Word<AssetType>>,
        #[serde(default)] #[ts(optional)] zone: Option<String>,
        #[serde(default)] #[ts(optional, type = "Partial<Record<AssetField, string>>")] fields: Option<BTreeMap<Word<AssetField>, String>>,
    }
}
input! {
    /// New values of an asset; an empty field is removed, absent ones stay.
    UpdateAsset {
        id: String,
        #[serde(default)] #[ts(optional)] name: Option<String>,
        #[serde(default)] #[ts(optional)] asset_type: Option<Word<AssetType>>,
        #[serde(default)] #[ts(optional, type = "Partial<Record<AssetField, string>>")] fields: Option<BTreeMap<Word<AssetField>, String>>,
    }
}
input! {
    /// Assets by id.
    AssetIds { ids: Vec<String>, }
}
input! {
    /// Puts assets into a zone, or into none.
    PlaceAssets { ids: Vec<String>, zone: Option<String>, }
}
output! {
    /// How many were touched.
    Touched { count: usize, }
}
