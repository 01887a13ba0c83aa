//! The walk-down sheet: the questions of one unit as a workbook, taken into the plant on a tablet or on paper and read back.
//!
//! It stands in this crate because the sheet is written and read by one list of columns, and because nothing else in the
//! product knows spreadsheets. Writing is [`write_form`]; reading is [`crate::read_in_child`] as for every other file, then
//! [`read_form`]. What a cell means for an answer is decided by the caller, who knows the site.

mod read;
mod write;

pub use read::{Day, Entry, FilledForm, FilledRow, FormError, read_form};
pub use write::{WriteError, write_form};

use zonewright_domain::answer::CheckMethod;

/// Name of the sheet that says what the workbook is.
pub(crate) const ABOUT: &str = "About this sheet";
/// Name of the sheet with the questions.
pub(crate) const QUESTIONS: &str = "Questions";
/// Name of the sheet that the drop-downs take their lines from.
pub(crate) const LISTS: &str = "Lists";
/// What the first sheet calls this form; another number means another list of columns.
pub(crate) const FORM: &str = "zonewright walk-down 1";
/// Most rows that are read back; a pack has a few hundred questions.
pub(crate) const MOST_ROWS: u32 = 20_000;

/// Which site, unit and day a sheet is for. The first block is for people, the second says where the answers belong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct About {
    /// Name of the site.
    pub site_name: String,
    /// Name of the unit.
    pub unit_name: String,
    /// Standard that is asked.
    pub standard: String,
    /// Which questions were chosen, in words.
    pub choice: String,
    /// Day on which the sheet was written, `YYYY-MM-DD`.
    pub day: String,
    /// Identifier of the site.
    pub site: String,
    /// `site`, `zone:<id>` or `conduit:<id>`.
    pub unit: String,
    /// Identifier of the pack.
    pub pack: String,
    /// SHA-256 of the pack, in hexadecimal.
    pub pack_sha256: String,
}

/// One question on a sheet that is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FormRow {
    /// Identifier of the requirement, such as `SR 1.1`.
    pub requirement: String,
    /// Identifier of the question.
    pub question: String,
    /// What the answer was when the sheet was written, as the caller's own seal.
    pub stand: String,
    /// The question in words.
    pub text: String,
    /// Whom to ask.
    pub ask: String,
    /// Where to look.
    pub place: String,
    /// What may be answered; line 1 is answer 1.
    pub answers: Vec<String>,
    /// The answer that is known already; one of `answers`, or another text that then becomes a line of its own.
    pub answer: String,
    /// Why something compensates or does not apply.
    pub reason: String,
    /// What was found.
    pub note: String,
    /// Who said so.
    pub said_by: String,
    /// When, `YYYY-MM-DD`.
    pub said_on: String,
    /// How it was checked.
    pub checked: Option<CheckMethod>,
}

/// A sheet to write.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Form {
    /// What it is for.
    pub about: About,
    /// One row per question.
    pub rows: Vec<FormRow>,
}

/// A column: what its header says, and how wide it is in characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Column {
    pub(crate) header: &'static str,
    pub(crate) width: u8,
}

const fn column(header: &'static str, width: u8) -> Column {
    Column { header, width }
}

pub(crate) const ID: Column = column("Requirement", 13);
pub(crate) const QUESTION: Column = column("Question", 35);
pub(crate) const ASK: Column = column("Whom to ask", 13);
pub(crate) const PLACE: Column = column("Where", 13);
pub(crate) const ANSWERS: Column = column("Possible answers", 34);
pub(crate) const ANSWER: Column = column("Answer", 14);
pub(crate) const REASON: Column = column("Reason", 14);
pub(crate) const NOTE: Column = column("Note", 22);
pub(crate) const SAID_BY: Column = column("Said by", 11);
pub(crate) const SAID_ON: Column = column("Said on", 11);
pub(crate) const CHECKED: Column = column("How checked", 11);
pub(crate) const KEY: Column = column("Question id", 0);
pub(crate) const STAND: Column = column("Seal", 0);

/// The columns in their order; those without width are hidden, they carry what reading back needs.
pub(crate) const COLUMNS: [Column; 13] = [
    ID, QUESTION, ASK, PLACE, ANSWERS, ANSWER, REASON, NOTE, SAID_BY, SAID_ON, CHECKED, KEY, STAND,
];

/// Labels of the first sheet, in their order, with the text of each.
pub(crate) fn about_lines(about: &About) -> [(&'static str, &str); 10] {
    [
        ("Site", &about.site_name),
        ("Unit", &about.unit_name),
        ("Standard", &about.standard),
        ("Questions", &about.choice),
        ("Day", &about.day),
        ("Form", FORM),
        ("Site id", &about.site),
        ("Unit id", &about.unit),
        ("Pack id", &about.pack),
        ("Pack seal", &about.pack_sha256),
    ]
}
