//! A filled-in sheet: its cells by question, each with the address that a message names. Columns are found by their
//! headers, so that somebody may have moved or added some; rows by their hidden key, so that somebody may have sorted them.

use std::fmt;

use super::{
    ABOUT, ANSWER, CHECKED, Column, FORM, KEY, MOST_ROWS, NOTE, QUESTIONS, REASON, SAID_BY,
    SAID_ON, STAND,
};
use crate::request::{Read, ReadRequest, TextOptions};
use crate::sheet::{CellValue, Row, Sheet, Workbook, cell_address};
use crate::value::date::{self, Parsed};

impl ReadRequest {
    /// All sheets of a walk-down sheet, which is short.
    pub fn walkdown() -> Self {
        Self {
            what: Read::Preview {
                rows_per_sheet: MOST_ROWS,
            },
            text: TextOptions::default(),
        }
    }
}

/// Why a workbook is no walk-down sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FormError {
    /// It lacks a sheet, a label of the first sheet, or a column.
    Lacks {
        /// What is missing, as a person finds it: `the sheet “Questions”`.
        what: String,
    },
    /// It is a form of another kind, such as one that a newer program wrote.
    OtherForm {
        /// What it calls itself.
        form: String,
    },
}

impl fmt::Display for FormError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Lacks { what } => write!(f, "This is not a walk-down sheet: {what} is missing."),
            Self::OtherForm { form } => write!(
                f,
                "This sheet has a form that this program does not know (“{form}”)."
            ),
        }
    }
}

impl std::error::Error for FormError {}

/// A cell with its address on the sheet of questions; empty text for an empty cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Such as `F17`.
    pub cell: String,
    /// What a person sees in it.
    pub text: String,
}

/// A cell that should hold a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Day {
    /// Nothing.
    Empty,
    /// `YYYY-MM-DD`.
    On(String),
    /// A text that is no day, or could be two.
    Unclear(String),
}

/// One question as it came back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FilledRow {
    /// Identifier of the requirement.
    pub requirement: String,
    /// Identifier of the question.
    pub question: String,
    /// The seal of the answer when the sheet was written.
    pub stand: String,
    /// Address of the cell of the hidden key.
    pub cell: String,
    /// The answer: a number, a line of the drop-down, or what somebody wrote.
    pub answer: Entry,
    /// Why something compensates or does not apply.
    pub reason: Entry,
    /// What was found.
    pub note: Entry,
    /// Who said so.
    pub said_by: Entry,
    /// When, with the address of the cell.
    pub said_on: (String, Day),
    /// How it was checked.
    pub checked: Entry,
}

/// A sheet that came back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FilledForm {
    /// Name of the site it is for.
    pub site_name: String,
    /// Name of the unit it is for.
    pub unit_name: String,
    /// Day on which it was written.
    pub day: String,
    /// Identifier of the site.
    pub site: String,
    /// `site`, `zone:<id>` or `conduit:<id>`.
    pub unit: String,
    /// Identifier of the pack.
    pub pack: String,
    /// SHA-256 of the pack.
    pub pack_sha256: String,
    /// The questions, in the order of the sheet.
    pub rows: Vec<FilledRow>,
    /// Addresses of rows that hold something but lost their hidden key.
    pub strays: Vec<String>,
}

/// Takes the workbook as a filled-in sheet.
///
/// # Errors
/// [`FormError`] when it is none.
pub fn read_form(book: &Workbook) -> Result<FilledForm, FormError> {
    let about = sheet(book, ABOUT)?;
    let label = |wanted: &str| {
        about
            .rows
            .iter()
            .find(|row| text(row, 0) == wanted)
            .map(|row| text(row, 1))
            .filter(|found| !found.is_empty())
            .ok_or_else(|| FormError::Lacks {
                what: format!("the line “{wanted}” of the sheet “{ABOUT}”"),
            })
    };
    let form = label("Form")?;
    if form != FORM {
        return Err(FormError::OtherForm { form });
    }
    let asked = sheet(book, QUESTIONS)?;
    let places = Places::find(asked)?;
    let below = asked.rows.iter().filter(|row| row.number > places.header);
    let (keyed, strays): (Vec<&Row>, Vec<&Row>) =
        below.partition(|row| text(row, places.key).contains('/'));
    let stray = |row: &&Row| !places.answer_of(row).text.is_empty();
    Ok(FilledForm {
        site_name: label("Site")?,
        unit_name: label("Unit")?,
        day: label("Day")?,
        site: label("Site id")?,
        unit: label("Unit id")?,
        pack: label("Pack id")?,
        pack_sha256: label("Pack seal")?,
        rows: keyed.into_iter().map(|row| places.row(row)).collect(),
        strays: strays
            .into_iter()
            .filter(stray)
            .map(|row| places.answer_of(row).cell)
            .collect(),
    })
}

fn sheet<'a>(book: &'a Workbook, name: &str) -> Result<&'a Sheet, FormError> {
    book.find_sheet(name).ok_or_else(|| FormError::Lacks {
        what: format!("the sheet “{name}”"),
    })
}

/// The text of a cell. Spreadsheet programs break lines in three ways; here there is one.
fn text(row: &Row, column: u32) -> String {
    let shown = row.find_value(column).map(CellValue::shown);
    let shown = shown.unwrap_or_default().replace("\r\n", "\n");
    // Some writers keep the mark for a carriage return that XML would lose.
    shown
        .replace("_x000D_", "")
        .replace('\r', "\n")
        .trim()
        .to_owned()
}

/// Where the columns stand.
struct Places {
    header: u32,
    answer: u32,
    reason: u32,
    note: u32,
    said_by: u32,
    said_on: u32,
    checked: u32,
    key: u32,
    stand: u32,
}

impl Places {
    fn find(sheet: &Sheet) -> Result<Self, FormError> {
        let lacks = |column: Column| FormError::Lacks {
            what: format!("the column “{}” of the sheet “{QUESTIONS}”", column.header),
        };
        let is_header = |row: &&Row| {
            row.cells
                .iter()
                .any(|cell| cell.value.shown() == KEY.header)
        };
        let header = sheet
            .rows
            .iter()
            .find(is_header)
            .ok_or_else(|| lacks(KEY))?;
        let place = |column: Column| {
            let found = header
                .cells
                .iter()
                .find(|cell| cell.value.shown() == column.header);
            found.map(|cell| cell.column).ok_or_else(|| lacks(column))
        };
        Ok(Self {
            header: header.number,
            answer: place(ANSWER)?,
            reason: place(REASON)?,
            note: place(NOTE)?,
            said_by: place(SAID_BY)?,
            said_on: place(SAID_ON)?,
            checked: place(CHECKED)?,
            key: place(KEY)?,
            stand: place(STAND)?,
        })
    }

    fn answer_of(&self, row: &Row) -> Entry {
        entry(row, self.answer)
    }

    fn row(&self, row: &Row) -> FilledRow {
        let key = text(row, self.key);
        let (requirement, question) = key.split_once('/').unwrap_or((&key, ""));
        FilledRow {
            requirement: requirement.to_owned(),
            question: question.to_owned(),
            stand: text(row, self.stand),
            cell: cell_address(row.number, self.key),
            answer: self.answer_of(row),
            reason: entry(row, self.reason),
            note: entry(row, self.note),
            said_by: entry(row, self.said_by),
            said_on: (
                cell_address(row.number, self.said_on),
                day(row, self.said_on),
            ),
            checked: entry(row, self.checked),
        }
    }
}

fn entry(row: &Row, column: u32) -> Entry {
    Entry {
        cell: cell_address(row.number, column),
        text: text(row, column),
    }
}

fn day(row: &Row, column: u32) -> Day {
    let whole = |iso: &str| iso.get(..10).map(str::to_owned);
    let shown = text(row, column);
    let found = match row.find_value(column) {
        None => return Day::Empty,
        Some(CellValue::Date { iso, .. }) => whole(iso),
        Some(_) if shown.is_empty() => return Day::Empty,
        Some(_) => match date::parse(&shown) {
            Parsed::Date(iso) => whole(&iso),
            Parsed::Ambiguous { .. } | Parsed::Invalid => None,
        },
    };
    // A time alone is kept by spreadsheets as a date without a day.
    match found.filter(|iso| iso.as_bytes().get(4) == Some(&b'-')) {
        Some(iso) => Day::On(iso),
        None => Day::Unclear(shown),
    }
}
