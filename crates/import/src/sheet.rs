//! A spreadsheet as the rest of the crate sees it: sheets, rows and cells at their absolute addresses, whatever the file format was.

use crate::problem::ImportProblem;

/// What kind of file the content is; names and endings are not believed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FileFormat {
    /// Excel workbook (Office Open XML).
    Xlsx,
    /// Excel binary workbook.
    Xlsb,
    /// Excel 97–2003 workbook.
    Xls,
    /// OpenDocument spreadsheet.
    Ods,
    /// Text with separated fields: csv, tsv and their relatives.
    Text,
}

impl FileFormat {
    /// All formats.
    pub const ALL: [Self; 5] = [Self::Xlsx, Self::Xlsb, Self::Xls, Self::Ods, Self::Text];

    /// Stable word: `xlsx`, `xlsb`, `xls`, `ods`, `text`.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Xlsx => "xlsx",
            Self::Xlsb => "xlsb",
            Self::Xls => "xls",
            Self::Ods => "ods",
            Self::Text => "text",
        }
    }
}

/// Whether a person who opens the workbook sees the sheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Visibility {
    /// In plain view.
    Visible,
    /// Hidden, shown again through a menu.
    Hidden,
    /// Hidden by a program, no menu shows it.
    VeryHidden,
}

impl Visibility {
    /// Stable word: `visible`, `hidden`, `very_hidden`.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Visible => "visible",
            Self::Hidden => "hidden",
            Self::VeryHidden => "very_hidden",
        }
    }
}

/// How a text file was read; a person may choose other values through [`crate::TextOptions`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TextForm {
    /// Name of the encoding as the Encoding Standard spells it, for example `windows-1252`.
    pub encoding: String,
    /// What separates the fields.
    pub delimiter: char,
}

/// A file that was read, whole or in part.
#[derive(Debug, Clone, PartialEq)]
pub struct Workbook {
    /// Kind of file, by content.
    pub format: FileFormat,
    /// Size of the file in bytes.
    pub file_bytes: u64,
    /// SHA-256 of the file in lower-case hexadecimal, for provenance.
    pub sha256: String,
    /// Encoding and separator of a text file.
    pub text: Option<TextForm>,
    /// All sheets in the order of the workbook, also those whose rows were not asked for.
    pub sheets: Vec<Sheet>,
    /// What reading had to leave out.
    pub problems: Vec<ImportProblem>,
    /// Largest resident memory of the child process in KiB, where the system tells.
    pub reader_peak_kib: Option<u64>,
}

impl Workbook {
    /// The sheet with this name.
    pub fn find_sheet(&self, name: &str) -> Option<&Sheet> {
        self.sheets.iter().find(|sheet| sheet.name == name)
    }
}

/// One sheet.
#[derive(Debug, Clone, PartialEq)]
pub struct Sheet {
    /// Name as written on the tab; text files have one sheet named `Text`.
    pub name: String,
    /// Whether people see it.
    pub visibility: Visibility,
    /// Rows that hold something, ascending by number.
    pub rows: Vec<Row>,
    /// Merged regions (xlsx and xls; the other formats do not tell).
    pub merged: Vec<Region>,
    /// True when the rows of this sheet were asked for.
    pub was_read: bool,
    /// True when rows or columns beyond a limit were left out.
    pub cut: bool,
}

/// One row.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// Number as the spreadsheet program shows it, from 1.
    pub number: u32,
    /// Cells that hold something, ascending by column.
    pub cells: Vec<Cell>,
}

impl Row {
    /// The value in a column, when there is one.
    pub fn find_value(&self, column: u32) -> Option<&CellValue> {
        self.cells
            .binary_search_by_key(&column, |cell| cell.column)
            .ok()
            .map(|index| &self.cells[index].value)
    }
}

/// One cell.
#[derive(Debug, Clone, PartialEq)]
pub struct Cell {
    /// Column, 0 for `A`.
    pub column: u32,
    /// What it holds.
    pub value: CellValue,
}

/// What a cell holds.
#[derive(Debug, Clone, PartialEq)]
pub enum CellValue {
    /// Text, never empty and without white space at its ends.
    Text(Box<str>),
    /// A number, with the text that its number format shows where the file tells and the format has fixed digits.
    Number {
        /// The stored number.
        value: f64,
        /// The rebuilt text, for example `2.10` or `00000123`.
        shown: Option<Box<str>>,
        /// True when the format is scientific, which is what Excel chooses when a person types `12E5`.
        scientific: bool,
    },
    /// A date or time in ISO 8601, with the text that its format shows where it could be rebuilt.
    Date {
        /// `2026-02-01`, `2026-02-01T13:45:00` or `13:45:00`.
        iso: Box<str>,
        /// The rebuilt text, for example `1.2`.
        shown: Option<Box<str>>,
    },
    /// True or false.
    Bool(bool),
    /// An error such as `#N/A`.
    Error(Box<str>),
    /// A formula whose result was not stored in the file.
    FormulaWithoutValue,
}

impl CellValue {
    /// The text a person sees in the cell; numbers without a known format in the shortest form that keeps their value.
    pub fn shown(&self) -> String {
        match self {
            Self::Text(text) | Self::Error(text) => text.to_string(),
            Self::Number { value, shown, .. } => match shown {
                Some(shown) => shown.to_string(),
                None => format!("{value}"),
            },
            Self::Date { iso, .. } => iso.to_string(),
            Self::Bool(truth) => if *truth { "TRUE" } else { "FALSE" }.to_owned(),
            Self::FormulaWithoutValue => String::new(),
        }
    }
}

/// A rectangle of merged cells, both ends included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Region {
    /// First row, from 1.
    pub first_row: u32,
    /// Last row, from 1.
    pub last_row: u32,
    /// First column, 0 for `A`.
    pub first_column: u32,
    /// Last column.
    pub last_column: u32,
}

/// Letters of a column: 0 → `A`, 26 → `AA`.
pub fn column_letters(column: u32) -> String {
    let mut rest = u64::from(column) + 1;
    let mut letters = Vec::new();
    while rest > 0 {
        let digit = u8::try_from((rest - 1) % 26).expect("a remainder by 26 fits a byte");
        letters.push(char::from(b'A' + digit));
        rest = (rest - 1) / 26;
    }
    letters.iter().rev().collect()
}

/// Column of letters: `A` → 0, `xfd` → 16383; `None` for anything but one to three letters.
pub fn parse_column_letters(letters: &str) -> Option<u32> {
    if !(1..=3).contains(&letters.len()) || !letters.bytes().all(|b| b.is_ascii_alphabetic()) {
        return None;
    }
    let number = letters.bytes().fold(0, |sum: u32, letter| {
        sum * 26 + u32::from(letter.to_ascii_uppercase() - b'A') + 1
    });
    Some(number - 1)
}

/// Where a cell stands; shown as spreadsheet programs write it, `C17`. Written out only where a message needs it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct CellPlace {
    /// Row, from 1.
    pub(crate) row: u32,
    /// Column, 0 for `A`.
    pub(crate) column: u32,
}

impl std::fmt::Display for CellPlace {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&cell_address(self.row, self.column))
    }
}

/// Address of a cell as spreadsheet programs write it inside a sheet: row 17, column 2 → `C17`.
pub fn cell_address(row: u32, column: u32) -> String {
    format!("{}{row}", column_letters(column))
}
