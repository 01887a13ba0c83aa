//! Goes down the sheet: fills merged cells, tells assets from sums and headings, and puts each asset together.

use super::cell::{Place, Taken, Taker};
use super::tell::brief;
use super::zones::Zones;
use super::{ImportPlan, PlannedAsset, SkipReason, SkippedRow, Source};
use crate::mapping::{ColumnUse, Mapping};
use crate::problem::{ProblemCode, Severity};
use crate::sheet::{CellPlace, CellValue, Region, Row, Sheet, column_letters};
use crate::synonyms::normalise;
use crate::value::{is_no_value, words};
use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap};
use zonewright_domain::asset::{AssetField, AssetType};

/// Beginnings of sums in five languages.
const TOTALS: [&str; 9] = [
    "total",
    "summe",
    "gesamt",
    "sum",
    "totale",
    "totaux",
    "subtotal",
    "zwischensumme",
    "anzahl",
];

/// Works on one sheet.
pub(super) struct Planner<'a> {
    sheet: &'a Sheet,
    mapping: &'a Mapping,
    taker: Taker<'a>,
    zones: Zones,
    merged: BTreeMap<u32, Vec<Region>>,
    above: HashMap<u32, (u32, CellValue)>,
    names: HashMap<String, u32>,
    /// Kinds of the words met so far: a list of thousands uses a few dozen.
    kinds: HashMap<String, Option<AssetType>>,
    /// Keys of the headers, by column.
    header_keys: HashMap<u32, String>,
    blanks: BTreeMap<u32, Blanks>,
    plan: ImportPlan,
}

/// Blank cells of a column, to see whether it is meant to be filled down.
#[derive(Default)]
struct Blanks {
    filled: usize,
    blank_below: usize,
    first: Option<CellPlace>,
}

impl<'a> Planner<'a> {
    pub(super) fn new(sheet: &'a Sheet, mapping: &'a Mapping, existing_zones: &[String]) -> Self {
        let mut merged: BTreeMap<u32, Vec<Region>> = BTreeMap::new();
        for region in sheet
            .merged
            .iter()
            .filter(|region| region.last_row > region.first_row)
        {
            merged.entry(region.first_column).or_default().push(*region);
        }
        for regions in merged.values_mut() {
            regions.sort_by_key(|region| region.first_row);
        }
        Self {
            sheet,
            mapping,
            taker: Taker::new(mapping),
            zones: Zones::new(existing_zones),
            merged,
            above: HashMap::new(),
            names: HashMap::new(),
            kinds: HashMap::new(),
            header_keys: mapping
                .headers
                .iter()
                .map(|(column, header)| (*column, normalise(header)))
                .collect(),
            blanks: BTreeMap::new(),
            plan: ImportPlan::default(),
        }
    }

    pub(super) fn run(mut self) -> ImportPlan {
        let has_name = self.mapping.columns_of(AssetField::Name).next().is_some();
        if !has_name {
            self.taker.problems.add(
                ProblemCode::NoNameColumn,
                Severity::Question,
                None,
                "No column gives the names of the assets; hostname, tag or address stand in."
                    .to_owned(),
                "Map the column with the names.",
            );
        }
        let sheet = self.sheet;
        for row in sheet
            .rows
            .iter()
            .filter(|row| row.number > self.mapping.header_row)
        {
            self.plan.rows_seen += 1;
            self.row(row);
        }
        self.tell_blanks();
        self.plan.unknown_zones = self.zones.into_unknown();
        self.plan.problems = self.taker.finish().finish();
        self.plan
    }

    fn row(&mut self, row: &Row) {
        if let Some(reason) = self.skip_reason(row) {
            let used = row.cells.iter().filter(|cell| self.is_used(cell.column));
            let text = used
                .map(|cell| cell.value.shown())
                .collect::<Vec<_>>()
                .join(" ");
            self.plan.skipped.push(SkippedRow {
                row: row.number,
                reason,
                text: brief(&text),
            });
            return;
        }
        let asset = self.asset(row);
        self.plan.assets.push(asset);
    }

    fn is_used(&self, column: u32) -> bool {
        self.mapping
            .columns
            .get(&column)
            .is_some_and(|used| *used != ColumnUse::Leave)
    }

    fn skip_reason(&self, row: &Row) -> Option<SkipReason> {
        let used: Vec<_> = row
            .cells
            .iter()
            .filter(|cell| self.is_used(cell.column))
            .collect();
        let first = used.first()?;
        let key = normalise(&first.value.shown());
        let sums_up = TOTALS.iter().any(|word| {
            key.strip_prefix(word).is_some_and(|rest| {
                rest.chars().all(|c| c.is_ascii_digit()) || rest.starts_with("asset")
            })
        });
        if sums_up && used.len() <= 3 {
            return Some(SkipReason::Total);
        }
        let repeats = |column: u32, value: &CellValue| {
            let header = self.header_keys.get(&column);
            header.is_some_and(|header| *header == normalise(&value.shown()))
        };
        if used.len() >= 2 && used.iter().all(|cell| repeats(cell.column, &cell.value)) {
            return Some(SkipReason::RepeatedHeader);
        }
        let wide = self
            .mapping
            .columns
            .values()
            .filter(|used| **used != ColumnUse::Leave)
            .count()
            >= 3;
        (used.len() == 1 && wide && row.cells.len() == 1).then_some(SkipReason::Section)
    }

    fn asset(&mut self, row: &Row) -> PlannedAsset {
        let mut asset = PlannedAsset {
            name: String::new(),
            asset_type: None,
            asset_type_raw: None,
            fields: BTreeMap::new(),
            extra: BTreeMap::new(),
            zone_name: None,
            source: Source {
                sheet: self.sheet.name.clone(),
                row: row.number,
            },
        };
        let mapping = self.mapping;
        for (&column, used) in &mapping.columns {
            if *used == ColumnUse::Leave {
                continue;
            }
            let Some((value, from)) = self.value(row, column) else {
                continue;
            };
            let address = CellPlace { row: from, column };
            match used {
                ColumnUse::Field(field) => self.put(
                    &mut asset,
                    &Place {
                        address,
                        field: *field,
                    },
                    &value,
                ),
                ColumnUse::Extra(header) => {
                    if let Some(text) = self
                        .taker
                        .text(&value, address)
                        .filter(|text| !text.is_empty())
                    {
                        asset.extra.insert(header.clone(), text);
                    }
                }
                ColumnUse::Leave => {}
            }
        }
        super::address::join_mask(&mut asset);
        self.name(&mut asset);
        asset
    }

    /// The value of a cell and the row it stands in: its own, or that of the merged region or blank run it belongs to.
    fn value<'r>(&mut self, row: &'r Row, column: u32) -> Option<(Cow<'r, CellValue>, u32)> {
        if let Some(value) = row.find_value(column) {
            if self.may_repeat(column) {
                self.above.insert(column, (row.number, value.clone()));
                self.blanks.entry(column).or_default().filled += 1;
            }
            return Some((Cow::Borrowed(value), row.number));
        }
        let (from, value) = self.above.get(&column)?;
        let in_region = self.merged.get(&column).is_some_and(|regions| {
            let after = regions.partition_point(|region| region.first_row <= row.number);
            after > 0
                && regions[after - 1].last_row >= row.number
                && regions[after - 1].first_row == *from
        });
        if in_region || self.mapping.fill_down.contains(&column) {
            return Some((Cow::Owned(value.clone()), *from));
        }
        let blanks = self.blanks.entry(column).or_default();
        blanks.blank_below += 1;
        blanks.first.get_or_insert(CellPlace {
            row: row.number,
            column,
        });
        None
    }

    /// Columns whose values people write once for several rows.
    fn may_repeat(&self, column: u32) -> bool {
        let is_place = matches!(
            self.mapping.columns.get(&column),
            Some(ColumnUse::Field(
                AssetField::Zone
                    | AssetField::Location
                    | AssetField::Site
                    | AssetField::Purdue
                    | AssetField::Parent
            ))
        );
        is_place || self.mapping.fill_down.contains(&column) || self.merged.contains_key(&column)
    }

    fn put(&mut self, asset: &mut PlannedAsset, place: &Place, value: &CellValue) {
        let (text, raw) = match self.taker.take(value, place) {
            Taken::Nothing => (None, None),
            Taken::Raw(raw) => (None, Some(raw)),
            Taken::Part(text, raw) => (Some(text), Some(raw)),
            Taken::Value(text) => (Some(text), None),
        };
        if let Some(raw) = raw {
            let header = self.mapping.headers.get(&place.address.column).cloned();
            asset.extra.insert(
                header
                    .unwrap_or_else(|| format!("Column {}", column_letters(place.address.column))),
                raw,
            );
        }
        if let Some(text) = text {
            self.put_text(asset, place, text);
        }
    }

    fn put_text(&mut self, asset: &mut PlannedAsset, place: &Place, text: String) {
        match place.field {
            AssetField::Name => {
                let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
                asset.name = if asset.name.is_empty() {
                    line
                } else {
                    format!("{} {line}", asset.name)
                };
            }
            AssetField::AssetType => self.put_type(asset, text, place.address),
            AssetField::Zone => {
                asset.zone_name = Some(self.zones.name(
                    &text,
                    place.address,
                    &mut self.taker.problems,
                ))
            }
            field => {
                let joint = if field == AssetField::Location {
                    " / "
                } else {
                    ", "
                };
                asset
                    .fields
                    .entry(field)
                    .and_modify(|known| {
                        // Several columns often hold the same address, once by itself and once in a list.
                        if !known.split(joint).any(|one| one == text) {
                            known.push_str(joint);
                            known.push_str(&text);
                        }
                    })
                    .or_insert(text);
            }
        }
    }

    fn put_type(&mut self, asset: &mut PlannedAsset, text: String, address: CellPlace) {
        let known = self.kinds.get(&text).copied();
        asset.asset_type = known.unwrap_or_else(|| words::asset_type(&text));
        if known.is_none() {
            self.kinds.insert(text.clone(), asset.asset_type);
        }
        if asset.asset_type.is_none() && self.taker.is_new_word(AssetField::AssetType, &text) {
            self.taker.problems.add(
                ProblemCode::TypeUnknown,
                Severity::Question,
                Some(address),
                format!("“{}”, first in {address}, is not a known kind of asset; the kind will be “Other” and the text is kept.", brief(&text)),
                "Choose the kind of these assets after the import.",
            );
        }
        asset.asset_type_raw = Some(text);
    }

    /// A row without a name is no reason to lose it.
    fn name(&mut self, asset: &mut PlannedAsset) {
        let row = asset.source.row;
        if is_no_value(&asset.name) {
            let field = |field: AssetField| asset.fields.get(&field).cloned();
            let typed = field(AssetField::Ip).map(|ip| match &asset.asset_type_raw {
                Some(kind) => format!("{kind} {ip}"),
                None => ip,
            });
            let stand_in = field(AssetField::Hostname)
                .or_else(|| field(AssetField::AssetTag))
                .or(typed);
            asset.name = stand_in.unwrap_or_else(|| format!("Unnamed (row {row})"));
            self.taker.problems.add(
                ProblemCode::NameMissing,
                Severity::Warning,
                None,
                format!(
                    "Row {row} has no name; it will be called “{}”.",
                    brief(&asset.name)
                ),
                "Give it a name in the file, or rename the asset after the import.",
            );
        }
        if let Some(first) = self.names.get(&asset.name) {
            let message = format!(
                "Row {row} has the same name as row {first}, “{}”; both are taken.",
                brief(&asset.name)
            );
            self.taker.problems.add(ProblemCode::NameRepeated, Severity::Notice, None, message, "Rename one of them if they are different devices, or delete one if they are the same.");
        } else {
            self.names.insert(asset.name.clone(), row);
        }
    }

    fn tell_blanks(&mut self) {
        for (column, blanks) in &self.blanks {
            if blanks.filled == 0 || blanks.blank_below < 2 || blanks.blank_below < blanks.filled {
                continue;
            }
            let letters = column_letters(*column);
            let first = blanks
                .first
                .map(|first| first.to_string())
                .unwrap_or_default();
            self.taker.problems.add(
                ProblemCode::BlanksBelow,
                Severity::Question,
                blanks.first,
                format!("Column {letters} has {} blank cells below a filled one, the first in {first}, as if one value stood for several rows.", blanks.blank_below),
                "Fill the column down if the blank cells mean the value above them.",
            );
        }
    }
}
