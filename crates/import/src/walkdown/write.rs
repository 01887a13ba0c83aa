//! The workbook that is handed over: readable on a screen and on landscape A4, with drop-downs where words are closed.

use std::fmt;

use rust_xlsxwriter::{
    DataValidation, DataValidationErrorStyle, DocProperties, ExcelDateTime, Format, FormatAlign,
    FormatBorder, Formula, Workbook, Worksheet, XlsxError,
};
use zonewright_domain::answer::CheckMethod;

use super::{
    ABOUT, ANSWER, ANSWERS, ASK, CHECKED, COLUMNS, Column, Form, FormRow, ID, KEY, LISTS, NOTE,
    PLACE, QUESTION, QUESTIONS, REASON, SAID_BY, SAID_ON, STAND, about_lines,
};

/// Longest text of a cell that spreadsheet programs take. A longer one stays out of the sheet, and so stays as it is when
/// the sheet is read back.
const LONGEST_CELL: usize = 32_767;
/// Paper size number of A4.
const A4: u8 = 9;
/// Height of a line of text, and of the tallest row there may be, in points.
const LINE_PT: u32 = 15;
const TALLEST_PT: u32 = 405;
/// Lines that every row has at least, so that a pen has room.
const LEAST_LINES: u32 = 3;

/// How the sheet is filled in, for whoever holds it.
const HOW: [&str; 5] = [
    "Write the number of the answer, or choose it from the list, in the column Answer. On paper, circle the number.",
    "“Something else does the job” and “Does not apply here” need a Reason.",
    "A cell that stays empty changes nothing. What is known already stands in the sheet.",
    "Leave the hidden columns and this page as they are: they say where the answers belong.",
    "Read it back with “Read a sheet back” in the questions. Nothing is taken over before you have seen what would change.",
];

/// The workbook could not be put together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WriteError {
    /// What the writer said.
    pub detail: String,
}

impl fmt::Display for WriteError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "The sheet could not be put together ({}).", self.detail)
    }
}

impl std::error::Error for WriteError {}

impl From<XlsxError> for WriteError {
    fn from(error: XlsxError) -> Self {
        Self {
            detail: error.to_string(),
        }
    }
}

/// Writes the workbook; equal forms give equal bytes. Every text is written as text, also one that begins with `=`, `+`,
/// `-` or `@`: no cell of it is a formula, now or after somebody edits the cell.
///
/// # Errors
/// [`WriteError`] when a text breaks the rules of the format in a way that is not foreseen here.
pub fn write_form(form: &Form) -> Result<Vec<u8>, WriteError> {
    let mut book = Workbook::new();
    // The day of the sheet stands in for the clock, which no crate below the host reads.
    let made = ExcelDateTime::parse_from_str(&form.about.day)?;
    book.set_properties(&DocProperties::new().set_creation_datetime(&made));
    let mut looks = Looks::new();
    about(book.add_worksheet(), form, &looks)?;
    questions(book.add_worksheet(), form, &mut looks)?;
    lists(book.add_worksheet(), form)?;
    Ok(book.save_to_buffer()?)
}

/// Formats that cells share.
struct Looks {
    text: Format,
    /// As `text`, and stays text when somebody edits a cell that begins like a formula.
    quoted: Format,
    strong: Format,
    header: Format,
    day: Format,
}

impl Looks {
    fn new() -> Self {
        let text = Format::new()
            .set_text_wrap()
            .set_align(FormatAlign::Top)
            .set_border(FormatBorder::Thin);
        Self {
            quoted: text.clone().set_quote_prefix(),
            strong: Format::new().set_bold(),
            header: text.clone().set_bold().set_background_color(0x00E8_ECEF),
            day: text.clone().set_num_format("yyyy-mm-dd"),
            text,
        }
    }

    fn of(&self, text: &str) -> &Format {
        if text.starts_with(['=', '+', '-', '@', '\t', '\r', '\'']) {
            &self.quoted
        } else {
            &self.text
        }
    }
}

fn about(sheet: &mut Worksheet, form: &Form, looks: &Looks) -> Result<(), XlsxError> {
    sheet.set_name(ABOUT)?;
    sheet.set_landscape().set_paper_size(A4);
    sheet.set_column_width(0, 14)?.set_column_width(1, 100)?;
    let mut row = 0;
    for (label, text) in about_lines(&form.about) {
        sheet.write_string_with_format(row, 0, label, &looks.strong)?;
        sheet.write_string_with_format(row, 1, fitting(text), looks.of(text))?;
        row += 1;
    }
    for line in HOW {
        row += 1;
        sheet.write_string_with_format(row, 1, line, &looks.text)?;
    }
    Ok(())
}

fn questions(sheet: &mut Worksheet, form: &Form, looks: &mut Looks) -> Result<(), XlsxError> {
    sheet.set_name(QUESTIONS)?;
    sheet.set_landscape().set_paper_size(A4);
    sheet.set_margins(0.4, 0.4, 0.5, 0.6, 0.3, 0.3);
    sheet
        .set_print_fit_to_pages(1, 0)
        .set_repeat_rows(0, 0)?
        .set_freeze_panes(1, 2)?;
    let name = format!("{} – {}", form.about.site_name, form.about.unit_name);
    let name: String = name.chars().take(120).collect();
    sheet.set_footer(format!(
        "&L{}&C{}&R&P / &N",
        name.replace('&', "&&"),
        form.about.day
    ));
    for (at, column) in (0..).zip(COLUMNS) {
        sheet.write_string_with_format(0, at, column.header, &looks.header)?;
        if column.width == 0 {
            sheet.set_column_hidden(at)?;
        } else {
            sheet.set_column_width(at, column.width)?;
        }
    }
    sheet.set_row_height(0, 2 * LINE_PT)?;
    for (place, row) in (1..).zip(&form.rows) {
        question(sheet, place, row, looks)?;
        sheet.set_row_height(place, height(row))?;
        if !lines_of(row).is_empty() {
            sheet.add_data_validation(
                place,
                at(ANSWER),
                place,
                at(ANSWER),
                &answer_list(place, row),
            )?;
        }
    }
    if let (false, Ok(last)) = (form.rows.is_empty(), u32::try_from(form.rows.len())) {
        let methods: Vec<&str> = CheckMethod::ALL.iter().map(|how| how.title()).collect();
        let methods = DataValidation::new().allow_list_strings(&methods)?;
        sheet.add_data_validation(1, at(CHECKED), last, at(CHECKED), &methods)?;
    }
    Ok(())
}

fn question(
    sheet: &mut Worksheet,
    place: u32,
    row: &FormRow,
    looks: &Looks,
) -> Result<(), XlsxError> {
    let key = format!("{}/{}", row.requirement, row.question);
    let listed = lines_of(row).join("\n");
    let answer = lines_of(row)
        .into_iter()
        .zip(answers_of(row))
        .find(|(_, text)| *text == row.answer)
        .map(|(line, _)| line)
        .unwrap_or_default();
    let checked = row.checked.map_or("", CheckMethod::title);
    for (column, text) in [
        (ID, row.requirement.as_str()),
        (QUESTION, &row.text),
        (ASK, &row.ask),
        (PLACE, &row.place),
        (ANSWERS, &listed),
        (ANSWER, &answer),
        (REASON, &row.reason),
        (NOTE, &row.note),
        (SAID_BY, &row.said_by),
        (CHECKED, checked),
        (KEY, &key),
        (STAND, &row.stand),
    ] {
        let text = fitting(text);
        sheet.write_string_with_format(place, at(column), text, looks.of(text))?;
    }
    match ExcelDateTime::parse_from_str(&row.said_on) {
        Ok(day) if !row.said_on.is_empty() => {
            sheet.write_datetime_with_format(place, at(SAID_ON), &day, &looks.day)?;
        }
        _ => {
            sheet.write_blank(place, at(SAID_ON), &looks.day)?;
        }
    }
    Ok(())
}

/// The lines that the drop-downs offer: one row per question, because a list inside a rule has at most 255 characters.
fn lists(sheet: &mut Worksheet, form: &Form) -> Result<(), XlsxError> {
    sheet.set_name(LISTS)?.set_hidden(true);
    for (place, row) in (1..).zip(&form.rows) {
        for (column, line) in (0..).zip(lines_of(row)) {
            sheet.write_string(place, column, fitting(&line))?;
        }
    }
    Ok(())
}

fn answer_list(place: u32, row: &FormRow) -> DataValidation {
    let last = u32::try_from(lines_of(row).len().saturating_sub(1)).unwrap_or(0);
    let (number, last) = (place + 1, crate::column_letters(last));
    // A number alone is fine too, so what is typed is not refused; reading back says what it could not use.
    DataValidation::new()
        .allow_list_formula(Formula::new(format!(
            "={LISTS}!$A${number}:${last}${number}"
        )))
        .set_error_style(DataValidationErrorStyle::Information)
        .show_error_message(false)
}

/// The answers, with the known one at the end when it is none of them.
fn answers_of(row: &FormRow) -> Vec<&str> {
    let mut all: Vec<&str> = row.answers.iter().map(String::as_str).collect();
    if !row.answer.is_empty() && !all.contains(&row.answer.as_str()) {
        all.push(&row.answer);
    }
    all
}

/// The answers with their numbers.
fn lines_of(row: &FormRow) -> Vec<String> {
    (1..)
        .zip(answers_of(row))
        .map(|(number, text)| format!("{number} {text}"))
        .collect()
}

fn at(column: Column) -> u16 {
    let place = COLUMNS.iter().position(|known| *known == column);
    place
        .and_then(|place| u16::try_from(place).ok())
        .expect("every column stands in the list of columns")
}

fn fitting(text: &str) -> &str {
    if text.encode_utf16().count() > LONGEST_CELL {
        ""
    } else {
        text
    }
}

/// A height that holds the wrapped texts: programs do not measure rows that they did not fill themselves.
fn height(row: &FormRow) -> u32 {
    let lines = |text: &str, column: Column| -> u32 {
        let width = usize::from(column.width.max(1));
        let count: usize = text
            .lines()
            .map(|line| line.chars().count().div_ceil(width).max(1))
            .sum();
        u32::try_from(count).unwrap_or(u32::MAX)
    };
    let most = [
        lines(&row.text, QUESTION),
        lines(&row.ask, ASK),
        lines(&row.place, PLACE),
        lines(&lines_of(row).join("\n"), ANSWERS),
        lines(&row.answer, ANSWER),
        lines(&row.reason, REASON),
        lines(&row.note, NOTE),
        LEAST_LINES,
    ];
    let most = most.into_iter().max().unwrap_or(LEAST_LINES);
    most.saturating_mul(LINE_PT).min(TALLEST_PT)
}
