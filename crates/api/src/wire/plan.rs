//! Zones and conduits.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use zonewright_domain::fact::ScopingFact;
use zonewright_domain::plan::{Protection, Purdue, TargetSource, ZoneKind};

use super::words::Word;
use super::{cleared, input, output};

/// A rectangle in drawing units.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub(crate) struct RectView {
    pub(crate) x: i32,
    pub(crate) y: i32,
    pub(crate) width: i32,
    pub(crate) height: i32,
}

output! {
    /// SL-T of a unit.
    TargetView { #[ts(type = "Levels")] levels: [u8; 7], source: Word<TargetSource>, reason: String, }
}
output! {
    /// A zone. `facts` holds what was said: true for present, false for absent.
    ZoneView {
        id: String, name: String, kind: Word<ZoneKind>, purpose: String, boundary: String, accountable: String,
        parent: Option<String>, purdue: Option<Word<Purdue>>, target: Option<TargetView>,
        #[ts(type = "{ [fact in ScopingFact]?: boolean }")] facts: BTreeMap<Word<ScopingFact>, bool>, rect: RectView, asset_count: u64,
    }
}
output! {
    /// A conduit. `facts` as of a zone.
    ConduitView {
        id: String, name: String, purpose: String, ends: Vec<String>, protections: Vec<Word<Protection>>, target: Option<TargetView>,
        #[ts(type = "{ [fact in ScopingFact]?: boolean }")] facts: BTreeMap<Word<ScopingFact>, bool>,
    }
}
output! {
    /// The whole plan.
    PlanView { zones: Vec<ZoneView>, conduits: Vec<ConduitView>, unplaced_assets: u64, }
}
input! {
    /// A new zone.
    CreateZone {
        #[serde(default)] #[ts(optional)] id: Option<String>,
        name: String,
        #[serde(default)] #[ts(optional)] kind: Option<Word<ZoneKind>>,
        #[serde(default)] #[ts(optional)] parent: Option<String>,
        #[serde(default)] #[ts(optional)] rect: Option<RectView>,
        #[serde(default)] #[ts(optional)] purdue: Option<Word<Purdue>>,
        #[serde(default)] #[ts(optional)] purpose: Option<String>,
    }
}
input! {
    /// New properties of a zone; absent ones stay.
    UpdateZone {
        id: String,
        #[serde(default)] #[ts(optional)] name: Option<String>,
        #[serde(default)] #[ts(optional)] kind: Option<Word<ZoneKind>>,
        #[serde(default)] #[ts(optional)] purpose: Option<String>,
        #[serde(default)] #[ts(optional)] boundary: Option<String>,
        #[serde(default)] #[ts(optional)] accountable: Option<String>,
        #[serde(default, deserialize_with = "cleared")] #[ts(optional, type = "Purdue | null")] purdue: Option<Option<Word<Purdue>>>,
    }
}
input! {
    /// Moves, resizes and nests a zone; an absent parent stays.
    MoveZone {
        id: String, rect: RectView,
        #[serde(default, deserialize_with = "cleared")] #[ts(optional, type = "string | null")] parent: Option<Option<String>>,
    }
}
input! {
    /// A new conduit.
    CreateConduit {
        #[serde(default)] #[ts(optional)] id: Option<String>,
        #[serde(default)] #[ts(optional)] name: Option<String>,
        ends: Vec<String>,
        #[serde(default)] #[ts(optional)] purpose: Option<String>,
        #[serde(default)] #[ts(optional)] protections: Option<Vec<Word<Protection>>>,
    }
}
input! {
    /// New properties of a conduit; absent ones stay.
    UpdateConduit {
        id: String,
        #[serde(default)] #[ts(optional)] name: Option<String>,
        #[serde(default)] #[ts(optional)] purpose: Option<String>,
        #[serde(default)] #[ts(optional)] ends: Option<Vec<String>>,
        #[serde(default)] #[ts(optional)] protections: Option<Vec<Word<Protection>>>,
    }
}
input! {
    /// SL-T of a unit; null levels take it away.
    SetTarget { #[ts(type = "Unit")] unit: String, #[ts(type = "Levels | null")] levels: Option<[u8; 7]>, #[serde(default)] #[ts(optional)] reason: Option<String>, }
}
input! {
    /// Says of a unit that something is present (true) or absent (false); null takes back what was said.
    SetFact { #[ts(type = "Unit")] unit: String, fact: Word<ScopingFact>, #[serde(deserialize_with = "Option::deserialize")] present: Option<bool>, }
}
