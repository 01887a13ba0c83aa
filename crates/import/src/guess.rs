//! Finds the sheet, the header row and the meaning of each column.
//!
//! A plain table of known headers does the work, in this order: the whole header, the header without a trailing number, a
//! known name inside the header. The values may then confirm or veto, but never decide alone: a column of addresses
//! without a telling header is pointed out, not mapped.

mod column;
mod profile;
#[cfg(test)]
pub(crate) mod tests;

use crate::problem::{ImportProblem, ProblemCode, Severity};
use crate::sheet::{CellValue, Row, Sheet, Visibility, Workbook};
use crate::synonyms::normalise;
use crate::value::date::DateOrder;
use std::collections::BTreeSet;
use zonewright_domain::asset::AssetField;

/// Rows that are looked at for headers.
const HEADER_ROWS: usize = 30;
/// Rows below the header that values are judged from.
const PROFILE_ROWS: usize = 200;
/// Fields below which a sheet does not look like a list of assets.
const FIELDS_MIN: usize = 3;

/// How sure a guess is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Confidence {
    /// No guess.
    None,
    /// Header and values do not quite agree.
    Unsure,
    /// The header holds a known name.
    Likely,
    /// The header is a known name.
    Certain,
}

impl Confidence {
    /// Stable word: `none`, `unsure`, `likely`, `certain`.
    pub const fn word(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Unsure => "unsure",
            Self::Likely => "likely",
            Self::Certain => "certain",
        }
    }
}

/// Guess for one column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ColumnGuess {
    /// Column, 0 for `A`.
    pub column: u32,
    /// Its letters.
    pub letters: String,
    /// Text of the header; blank when there is none.
    pub header: String,
    /// The field it seems to hold.
    pub field: Option<AssetField>,
    /// How sure that is.
    pub confidence: Confidence,
    /// Why, in one sentence.
    pub reason: String,
    /// True for passwords and the like: left out unless a person maps the column.
    pub secret: bool,
    /// Up to three values as the sheet shows them; none for secrets.
    pub samples: Vec<String>,
    /// Order of day and month that the values prove.
    pub date_order: Option<DateOrder>,
}

/// Guess for one sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SheetGuess {
    /// Name of the sheet.
    pub sheet: String,
    /// Row of the headers, from 1; 0 when the sheet is blank.
    pub header_row: u32,
    /// All columns that hold something.
    pub columns: Vec<ColumnGuess>,
    /// Number of different fields recognised.
    pub recognised: usize,
    /// Whether this may be a list of assets.
    pub looks_like_assets: bool,
    /// What is worth saying before anything is imported.
    pub problems: Vec<ImportProblem>,
}

/// Guess for a workbook.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Guess {
    /// Place of the sheet that looks most like a list of assets; never a hidden one, `None` when no sheet does.
    pub best: Option<usize>,
    /// One guess for each sheet, in the order of the workbook.
    pub sheets: Vec<SheetGuess>,
}

/// Guesses for all sheets of a preview.
pub fn guess(workbook: &Workbook) -> Guess {
    let sheets: Vec<SheetGuess> = workbook
        .sheets
        .iter()
        .map(|sheet| guess_sheet(sheet, None))
        .collect();
    let best = (0..sheets.len())
        .filter(|index| {
            sheets[*index].looks_like_assets
                && workbook.sheets[*index].visibility == Visibility::Visible
        })
        // Of equals the first wins, and `max_by_key` would give the last.
        .rev()
        .max_by_key(|index| {
            (
                sheets[*index].recognised,
                workbook.sheets[*index].rows.len(),
            )
        });
    Guess { best, sheets }
}

/// Guess for one sheet, with the header row found, or given by a person (from 1).
pub fn guess_sheet(sheet: &Sheet, header_row: Option<u32>) -> SheetGuess {
    let place = match header_row {
        Some(number) => sheet.rows.iter().position(|row| row.number == number),
        None => find_header(&sheet.rows),
    };
    let header = place.map(|place| &sheet.rows[place]);
    let below: Vec<&Row> = sheet
        .rows
        .iter()
        .skip(place.map_or(0, |place| place + 1))
        .take(PROFILE_ROWS)
        .collect();
    let mut columns: Vec<ColumnGuess> = used_columns(header, &below)
        .into_iter()
        .map(|index| column::guess_column(index, header, &below))
        .collect();
    column::settle_device_type(&mut columns);
    let mut problems = Vec::new();
    column::keep_one_each(&mut columns, &sheet.name, &mut problems);
    tell(&columns, &sheet.name, &mut problems);
    let recognised = columns
        .iter()
        .filter_map(|column| column.field)
        .collect::<BTreeSet<_>>();
    let looks_like_assets = looks_like_assets(&columns, &recognised);
    if !looks_like_assets {
        problems.push(not_an_asset_list(&sheet.name, recognised.len()));
    }
    SheetGuess {
        sheet: sheet.name.clone(),
        header_row: header_row.or(header.map(|row| row.number)).unwrap_or(0),
        columns,
        recognised: recognised.len(),
        looks_like_assets,
        problems,
    }
}

/// The row among the first with the most different known headers; the first of equals.
fn find_header(rows: &[Row]) -> Option<usize> {
    let score = |row: &Row| {
        let fields = row.cells.iter().filter_map(|cell| match &cell.value {
            CellValue::Text(text) => column::by_header(text).map(|(meaning, ..)| meaning),
            _ => None,
        });
        let mut known = Vec::new();
        for meaning in fields {
            if !known.contains(&meaning) {
                known.push(meaning);
            }
        }
        (known.len(), row.cells.len().min(3))
    };
    let first = rows.iter().take(HEADER_ROWS).map(score).enumerate();
    first
        .rev()
        .max_by_key(|(_, score)| *score)
        .map(|(place, _)| place)
}

fn used_columns(header: Option<&Row>, below: &[&Row]) -> BTreeSet<u32> {
    let rows = header.into_iter().chain(below.iter().copied());
    rows.flat_map(|row| row.cells.iter().map(|cell| cell.column))
        .collect()
}

/// Headers of risk registers and price lists, which share many words with lists of assets.
const OTHER_LISTS: [&str; 32] = [
    "likelihood",
    "probability",
    "risk",
    "riskid",
    "risklevel",
    "riskscore",
    "riskowner",
    "mitigation",
    "treatment",
    "residualrisk",
    "threat",
    "vulnerability",
    "risiko",
    "eintrittswahrscheinlichkeit",
    "massnahme",
    "risque",
    "vraisemblance",
    "riesgo",
    "rischio",
    "price",
    "unitprice",
    "listprice",
    "netprice",
    "discount",
    "currency",
    "quantity",
    "preis",
    "listenpreis",
    "prix",
    "precio",
    "prezzo",
    "vat",
];

/// Three fields, one that can name an asset, one that only equipment has, and not the headers of another kind of list.
fn looks_like_assets(columns: &[ColumnGuess], recognised: &BTreeSet<AssetField>) -> bool {
    use AssetField as F;
    let has_any = |fields: &[F]| fields.iter().any(|field| recognised.contains(field));
    let is_other = |column: &&ColumnGuess| {
        let key = normalise(&column.header);
        OTHER_LISTS.contains(&key.as_str())
    };
    recognised.len() >= FIELDS_MIN
        && has_any(&[F::Name, F::Hostname, F::AssetTag, F::Ip, F::Mac])
        && has_any(&[
            F::Ip,
            F::Mac,
            F::Hostname,
            F::Serial,
            F::Firmware,
            F::Os,
            F::Model,
            F::Manufacturer,
            F::AssetType,
            F::Zone,
            F::Purdue,
            F::Vlan,
            F::Location,
            F::HardwareRev,
        ])
        && columns.iter().filter(is_other).count() < 2
}

fn not_an_asset_list(sheet: &str, recognised: usize) -> ImportProblem {
    ImportProblem {
        code: ProblemCode::NotAnAssetList,
        severity: Severity::Warning,
        sheet: sheet.to_owned(),
        cell: None,
        message: format!(
            "The sheet “{sheet}” does not look like an asset list: {recognised} of its columns have a known meaning, and names together with properties of equipment were not found."
        ),
        hint: "Choose another sheet or another header row, or map at least the column with the names by hand.".to_owned(),
    }
}

fn tell(columns: &[ColumnGuess], sheet: &str, problems: &mut Vec<ImportProblem>) {
    for column in columns.iter().filter(|column| column.secret) {
        problems.push(ImportProblem {
            code: ProblemCode::SecretColumn,
            severity: Severity::Notice,
            sheet: sheet.to_owned(),
            cell: None,
            message: format!(
                "Column {} (“{}”) seems to hold passwords or other secrets and is left out; none of its values is kept anywhere.",
                column.letters, column.header
            ),
            hint: "Map the column by hand only if it holds something else.".to_owned(),
        });
    }
}
