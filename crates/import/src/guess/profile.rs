//! What the values of a column look like.

use crate::sheet::CellValue;
use crate::value::date::{self, DateOrder, Parsed};
use crate::value::ip::{self, Ip};
use crate::value::mac::{self, Mac};
use crate::value::{is_no_value, words};
use zonewright_domain::asset::AssetField;

/// A kind of value that can be told without a header.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Profile {
    /// IP addresses.
    Ip,
    /// MAC addresses.
    Mac,
    /// Purdue levels.
    Purdue,
    /// Dates.
    Date,
}

/// The profile that values of a field must have.
pub(super) const fn of_field(field: AssetField) -> Option<Profile> {
    Some(match field {
        AssetField::Ip => Profile::Ip,
        AssetField::Mac => Profile::Mac,
        AssetField::Purdue => Profile::Purdue,
        AssetField::InstallDate
        | AssetField::EolDate
        | AssetField::WarrantyEnd
        | AssetField::FirstSeen
        | AssetField::LastSeen => Profile::Date,
        _ => return None,
    })
}

impl Profile {
    /// Share of values that fit, 0 to 1; `None` when there are no values to judge.
    pub(super) fn share(self, values: &[&CellValue]) -> Option<f64> {
        let judged: Vec<bool> = values.iter().filter_map(|value| self.fits(value)).collect();
        let fitting = judged.iter().filter(|fits| **fits).count();
        (!judged.is_empty()).then(|| fitting as f64 / judged.len() as f64)
    }

    fn fits(self, value: &CellValue) -> Option<bool> {
        let text = match value {
            CellValue::Error(_) | CellValue::FormulaWithoutValue => return None,
            CellValue::Date { .. } => return Some(self == Self::Date),
            CellValue::Number { value, .. } if self == Self::Date => {
                return Some(date::from_serial(*value).is_some() || is_year(*value));
            }
            CellValue::Number { value, .. } if self == Self::Ip => {
                return Some(ip::from_number(*value).is_some());
            }
            other => other.shown(),
        };
        if is_no_value(&text) {
            return None;
        }
        Some(match self {
            Self::Ip => ip::parse_list(&text)
                .iter()
                .any(|(_, ip)| *ip != Ip::Invalid),
            Self::Mac => mac::parse_list(&text)
                .iter()
                .any(|(_, mac)| *mac != Mac::Invalid),
            Self::Purdue => words::purdue(&text).is_some(),
            Self::Date => date::parse(&text) != Parsed::Invalid,
        })
    }
}

fn is_year(value: f64) -> bool {
    (1950.0..=2100.0).contains(&value) && value.fract() == 0.0
}

/// True for 1, 2, 3 … down the column.
pub(super) fn counts_rows(values: &[&CellValue]) -> bool {
    let number = |value: &CellValue| match value {
        CellValue::Number { value, .. } => Some(*value),
        other => other.shown().trim_end_matches('.').parse::<f64>().ok(),
    };
    values.len() > 1
        && values
            .iter()
            .enumerate()
            .all(|(place, value)| number(value) == Some((place + 1) as f64))
}

/// The order of day and month that at least one value proves and none contradicts.
pub(super) fn date_order(values: &[&CellValue]) -> Option<DateOrder> {
    let mut proofs = values.iter().filter_map(|value| match value {
        CellValue::Text(text) => date::proves(text),
        _ => None,
    });
    let first = proofs.next()?;
    proofs.all(|proof| proof == first).then_some(first)
}
