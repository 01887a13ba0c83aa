//! Spreadsheets of assets: bytes of a stranger → rows → a guessed mapping → an import plan and its problems.
//!
//! Three steps that a person can look at one by one:
//! 1. [`read_in_child`] opens xlsx, xlsb, xls, ods, csv and tsv in a child process with limits on time and memory, because a
//!    kilobyte of spreadsheet can ask for hundreds of gigabytes and an allocation that fails ends a process.
//! 2. [`guess()`] finds the sheet, the header row and the meaning of each column; the person changes the [`Mapping`].
//! 3. [`plan()`] is the dry run: assets as they would be created, rows left out with the reason, and every problem with the
//!    address of its cell. One bad cell never loses its row, one bad row never loses the file.
//!
//! The crate changes no site: the caller applies the plan in one operation. The one file that it writes is the walk-down
//! sheet ([`write_form`]), which comes back filled in and is read through the same child process.

pub mod child;
mod error;
mod frame;
mod guess;
mod limits;
mod mapping;
mod parent;
mod plan;
mod problem;
mod reader;
mod request;
mod sheet;
mod synonyms;
mod value;
mod walkdown;

pub use error::{ImportError, TooLarge};
pub use guess::{ColumnGuess, Confidence, Guess, SheetGuess, guess, guess_sheet};
pub use limits::Limits;
pub use mapping::{ColumnUse, Mapping};
pub use parent::{Progress, ReaderProgram, read_in_child};
pub use plan::{ImportPlan, PlannedAsset, SkipReason, SkippedRow, Source, UnknownZone, plan};
pub use problem::{ImportProblem, ProblemCode, Severity};
pub use request::{Read, ReadRequest, TextOptions};
pub use sheet::{
    Cell, CellValue, FileFormat, Region, Row, Sheet, TextForm, Visibility, Workbook, cell_address,
    column_letters, parse_column_letters,
};
pub use value::date::DateOrder;
pub use walkdown::{
    About, Day, Entry, FilledForm, FilledRow, Form, FormError, FormRow, WriteError, read_form,
    write_form,
};
