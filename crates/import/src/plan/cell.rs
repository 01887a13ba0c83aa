//! What a field makes of one cell.

use super::tell::{Problems, brief};
use crate::mapping::Mapping;
use crate::problem::{ProblemCode as Code, Severity};
use crate::sheet::{CellPlace, CellValue};
use crate::value::date::{self, DateOrder, Parsed};
use crate::value::{holds_secret, is_no_value, pieces, words};
use std::collections::{BTreeMap, BTreeSet};
use zonewright_domain::asset::AssetField;

pub(super) const FILE_HINT: &str =
    "Put the cell right in the file and import it again, or add the value to the asset afterwards.";

/// What became of a cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Taken {
    /// Nothing to take.
    Nothing,
    /// The canonical text of the field.
    Value(String),
    /// The field cannot take it; the raw text is kept beside the fields.
    Raw(String),
    /// The canonical text of what the field can take, and the raw text of the whole cell.
    Part(String, String),
}

/// One cell on its way into a field.
pub(super) struct Place {
    /// Where its value stands.
    pub(super) address: CellPlace,
    /// Field it goes to.
    pub(super) field: AssetField,
}

/// Turns cells into values of fields, and remembers what is to be said once per column or per word.
pub(super) struct Taker<'a> {
    mapping: &'a Mapping,
    pub(super) problems: Problems,
    /// Fields whose unknown words have been asked about, with the words.
    asked: BTreeSet<(AssetField, String)>,
    /// Examples of dates that read two ways, by column.
    open_dates: BTreeMap<u32, Vec<String>>,
    /// First cell and number of version numbers that may have lost a zero, by column.
    short_versions: BTreeMap<u32, (CellPlace, usize)>,
}

impl<'a> Taker<'a> {
    pub(super) fn new(mapping: &'a Mapping) -> Self {
        Self {
            mapping,
            problems: Problems::new(&mapping.sheet),
            asked: BTreeSet::new(),
            open_dates: BTreeMap::new(),
            short_versions: BTreeMap::new(),
        }
    }

    /// The text of a cell for any purpose; errors and formulas without a value are told and give nothing.
    pub(super) fn text(&mut self, value: &CellValue, address: CellPlace) -> Option<String> {
        match value {
            CellValue::Error(error) => {
                self.problems.add(
                    Code::CellError,
                    Severity::Error,
                    Some(address),
                    format!("{address} shows the error {error} instead of a value; the cell was left out."),
                    FILE_HINT,
                );
                None
            }
            CellValue::FormulaWithoutValue => {
                self.problems.add(
                    Code::FormulaWithoutValue,
                    Severity::Warning,
                    Some(address),
                    format!(
                        "{address} holds a formula without a stored value; the cell was left out."
                    ),
                    "Open the file in a spreadsheet program, save it there, and import it again.",
                );
                None
            }
            other => Some(other.shown()),
        }
    }

    /// The value of a cell for a field.
    pub(super) fn take(&mut self, value: &CellValue, place: &Place) -> Taken {
        let Some(text) = self.text(value, place.address) else {
            return Taken::Nothing;
        };
        let is_open_rating = place.field == AssetField::Criticality && text.trim() == "?";
        if is_no_value(&text) && !is_open_rating {
            return Taken::Nothing;
        }
        match place.field {
            AssetField::Ip | AssetField::Gateway => self.ip(value, &text, place),
            AssetField::Mac => self.mac(&text, place),
            AssetField::Purdue => self.word(
                words::purdue(&text),
                &text,
                place,
                Code::PurdueInvalid,
                "a Purdue level",
                "0, 1, 2, 3, 3.5, 4 or 5",
            ),
            AssetField::Criticality => self.word(
                words::criticality(&text),
                &text,
                place,
                Code::CriticalityUnknown,
                "a known criticality",
                "low, medium, high or critical",
            ),
            AssetField::Status => self.status(text, place),
            AssetField::Vlan => self.vlan(value, text, place),
            AssetField::InstallDate
            | AssetField::EolDate
            | AssetField::WarrantyEnd
            | AssetField::FirstSeen
            | AssetField::LastSeen => self.date(value, text, place),
            AssetField::Conf | AssetField::Integ | AssetField::Avail => {
                Taken::Value(words::criticality(&text).map_or(text, str::to_owned))
            }
            _ => self.plain(value, text, place),
        }
    }

    pub(super) fn add(
        &mut self,
        code: Code,
        severity: Severity,
        place: &Place,
        message: String,
        hint: &str,
    ) {
        self.problems
            .add(code, severity, Some(place.address), message, hint);
    }

    fn word(
        &mut self,
        word: Option<&str>,
        text: &str,
        place: &Place,
        code: Code,
        what: &str,
        allowed: &str,
    ) -> Taken {
        if let Some(word) = word {
            return Taken::Value(word.to_owned());
        }
        self.add(
            code,
            Severity::Warning,
            place,
            format!(
                "“{}” in {} is not {what} ({allowed}); it is kept as an extra property.",
                brief(text),
                place.address
            ),
            FILE_HINT,
        );
        Taken::Raw(text.to_owned())
    }

    fn status(&mut self, text: String, place: &Place) -> Taken {
        if let Some(word) = words::status(&text) {
            return Taken::Value(word.to_owned());
        }
        if self.asked.insert((AssetField::Status, text.clone())) {
            self.add(Code::StatusUnknown, Severity::Notice, place,
                format!("“{}”, first in {}, is not a known status; the text is kept.", brief(&text), place.address),
                "Nothing needs to be done; known are planned, in service, spare, out of service and retired.");
        }
        Taken::Value(text)
    }

    fn vlan(&mut self, value: &CellValue, text: String, place: &Place) -> Taken {
        let is_wrong = |piece: &str| {
            piece
                .parse::<f64>()
                .is_ok_and(|number| !(1.0..=4094.0).contains(&number) || number.fract() != 0.0)
        };
        // `10,20` typed into a cell arrives as the number 10.2 where the comma is the decimal sign.
        let is_fraction = matches!(value, CellValue::Number { value, .. } if value.fract() != 0.0);
        if is_fraction || pieces(&text).any(is_wrong) {
            self.add(Code::VlanInvalid, Severity::Warning, place,
                format!("“{}” in {} is not a VLAN number from 1 to 4094; it is kept as an extra property.", brief(&text), place.address), FILE_HINT);
            return Taken::Raw(text);
        }
        Taken::Value(pieces(&text).collect::<Vec<_>>().join(", "))
    }

    fn date(&mut self, value: &CellValue, text: String, place: &Place) -> Taken {
        if let CellValue::Date { iso, .. } = value {
            return Taken::Value(iso.to_string());
        }
        let at = place.address;
        if let CellValue::Number { value: number, .. } = value
            && let Some(date) = date::from_serial(*number)
        {
            self.add(Code::DateFromNumber, Severity::Question, place,
                format!("{at} holds the number {number}, which is the date {date} to a spreadsheet program; {date} was taken."),
                "Format the column as dates in the file if other dates are meant.");
            return Taken::Value(date);
        }
        match date::parse(&text) {
            Parsed::Date(date) => Taken::Value(date),
            Parsed::Ambiguous {
                day_first,
                month_first,
            } => {
                let order = self.mapping.date_orders.get(&place.address.column);
                if order.is_none() {
                    let examples = self.open_dates.entry(place.address.column).or_default();
                    if examples.len() < 3 {
                        examples.push(format!("{at} “{}”", brief(&text)));
                    }
                }
                Taken::Value(if order == Some(&DateOrder::MonthFirst) {
                    month_first
                } else {
                    day_first
                })
            }
            Parsed::Invalid => {
                self.add(
                    Code::DateInvalid,
                    Severity::Error,
                    place,
                    format!(
                        "“{}” in {at} is not a date that exists; it is kept as an extra property.",
                        brief(&text)
                    ),
                    FILE_HINT,
                );
                Taken::Raw(text)
            }
        }
    }

    /// Text fields: a spreadsheet program may have made a number or a date of what was typed.
    fn plain(&mut self, value: &CellValue, text: String, place: &Place) -> Taken {
        if holds_secret(&text) {
            self.add(Code::SecretCell, Severity::Warning, place,
                format!("{} seems to hold a password; the cell was left out and its text is kept nowhere.", place.address),
                "Take passwords out of the file; add the rest of the text to the asset by hand.");
            return Taken::Nothing;
        }
        let text = match value {
            CellValue::Number {
                value: number,
                shown: None,
                scientific,
            } => {
                self.number(*number, *scientific, &text, place);
                text
            }
            CellValue::Date { shown, .. } if is_code(place.field) => {
                let shown = shown.as_ref().map_or(text, ToString::to_string);
                self.add(Code::TextBecameNumber, Severity::Warning, place,
                    format!("{} is a date to the spreadsheet program, where “{}” expects text; “{shown}” was taken.", place.address, place.field.title()),
                    "Compare it with the device: the file may hold something else than was typed.");
                shown
            }
            _ => text,
        };
        Taken::Value(text)
    }

    fn number(&mut self, number: f64, is_scientific: bool, text: &str, place: &Place) {
        if !is_code(place.field) {
            return;
        }
        let looks_rounded =
            number.fract() == 0.0 && number.abs() >= 1e6 - 1.0 && number % 1e5 == 0.0;
        if is_scientific || looks_rounded || number.abs() >= 1e15 {
            self.add(Code::TextBecameNumber, Severity::Warning, place,
                format!("{} holds the number {text}, where “{}” expects text; digits or letters such as those of 12E5 may be lost.", place.address, place.field.title()),
                "Compare it with the device, and format the column as text in the file.");
        } else if number.fract() != 0.0 {
            let first = self
                .short_versions
                .entry(place.address.column)
                .or_insert_with(|| (place.address, 0));
            first.1 += 1;
        }
    }

    /// Says what concerns whole columns, and gives up the problems.
    pub(super) fn finish(mut self) -> Problems {
        for (column, examples) in &self.open_dates {
            let letters = crate::sheet::column_letters(*column);
            self.problems.add(Code::DateOrder, Severity::Question, None,
                format!("The dates in column {letters} can be read with the day or the month first ({}); the day was taken first.", examples.join(", ")),
                "Choose the order for the column.");
        }
        for (column, (first, count)) in &self.short_versions {
            let letters = crate::sheet::column_letters(*column);
            self.problems.add(Code::TextBecameNumber, Severity::Notice, Some(*first),
                format!("{count} cells of column {letters} hold numbers with decimals, the first in {first}; a version typed as 2.10 would show as 2.1."),
                "Compare some with the devices, and format the column as text in the file if digits are missing.");
        }
        self.problems
    }

    /// True the first time that this word of this field is met.
    pub(super) fn is_new_word(&mut self, field: AssetField, word: &str) -> bool {
        self.asked.insert((field, word.to_owned()))
    }
}

/// Fields whose digits and points are part of a code.
const fn is_code(field: AssetField) -> bool {
    matches!(
        field,
        AssetField::Firmware
            | AssetField::Serial
            | AssetField::OsVersion
            | AssetField::HardwareRev
            | AssetField::PartNumber
            | AssetField::Model
            | AssetField::AssetTag
            | AssetField::Slot
            | AssetField::Rack
            | AssetField::Name
            | AssetField::Hostname
    )
}
