//! Which column means what: guessed first, then changed by the person, and the only thing the plan needs besides the rows.

use crate::guess::SheetGuess;
use crate::value::date::DateOrder;
use std::collections::{BTreeMap, BTreeSet};
use zonewright_domain::asset::AssetField;

/// What becomes of a column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ColumnUse {
    /// Its values become this field.
    Field(AssetField),
    /// Its values are kept under this name beside the known fields.
    Extra(String),
    /// It is left out.
    Leave,
}

/// How one sheet is to be understood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mapping {
    /// Name of the sheet.
    pub sheet: String,
    /// Row of the headers, from 1; 0 when there is none. Assets stand below it.
    pub header_row: u32,
    /// Use of each column (0 for `A`); columns that are absent are left out.
    pub columns: BTreeMap<u32, ColumnUse>,
    /// Header texts of the columns, to tell repeated header rows and to keep values that a field cannot take.
    pub headers: BTreeMap<u32, String>,
    /// Columns whose blank cells repeat the value above. Merged cells are filled without being asked for.
    pub fill_down: BTreeSet<u32>,
    /// Order of day and month, by column, where a person or the values have decided it.
    pub date_orders: BTreeMap<u32, DateOrder>,
}

impl Mapping {
    /// The mapping that a guess proposes: recognised columns become fields, others are kept as extra values, secrets are
    /// left out.
    pub fn from_guess(guess: &SheetGuess) -> Self {
        let mut mapping = Self {
            sheet: guess.sheet.clone(),
            header_row: guess.header_row,
            columns: BTreeMap::new(),
            headers: BTreeMap::new(),
            fill_down: BTreeSet::new(),
            date_orders: BTreeMap::new(),
        };
        for column in &guess.columns {
            let name = mapping.free_name(&column.header, &column.letters);
            mapping.headers.insert(column.column, name.clone());
            let used = match column.field {
                _ if column.secret => ColumnUse::Leave,
                Some(field) => ColumnUse::Field(field),
                None => ColumnUse::Extra(name),
            };
            mapping.columns.insert(column.column, used);
            if let Some(order) = column.date_order {
                mapping.date_orders.insert(column.column, order);
            }
        }
        mapping
    }

    /// A name for a column that no other column has; blank and repeated headers get their letters.
    fn free_name(&self, header: &str, letters: &str) -> String {
        if header.is_empty() {
            format!("Column {letters}")
        } else if self.headers.values().any(|known| known == header) {
            format!("{header} ({letters})")
        } else {
            header.to_owned()
        }
    }

    /// Gives a column another meaning. Other columns keep theirs: two columns of one field are joined.
    pub fn set_field(&mut self, column: u32, field: AssetField) {
        self.columns.insert(column, ColumnUse::Field(field));
    }

    /// Columns that become this field, from left to right.
    pub fn columns_of(&self, field: AssetField) -> impl Iterator<Item = u32> + '_ {
        self.columns
            .iter()
            .filter(move |(_, used)| **used == ColumnUse::Field(field))
            .map(|(column, _)| *column)
    }
}
