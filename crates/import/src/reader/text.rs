//! csv, tsv and relatives: which encoding, which separator, then rows.
//!
//! Exports from German and French spreadsheet programs are windows-1252 with `;`, "Unicode text" is UTF-16 with tabs. The
//! guesses are told with the rows, and a person can overrule both.

use super::rows::cell_text;
use super::{Answer, Result, cannot_open};
use crate::error::ImportError;
use crate::frame::Message;
use crate::problem::{ImportProblem, ProblemCode, Severity};
use crate::request::TextOptions;
use crate::sheet::{TextForm, Visibility};
use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};
use std::fs::File;
use std::io::{Read, Write};

/// Name of the only sheet of a text file.
const SHEET: &str = "Text";
/// Separators that are guessed, the most usual first.
const DELIMITERS: [char; 4] = [',', ';', '\t', '|'];
/// Lines that the separator is guessed from.
const SAMPLE_LINES: usize = 30;
/// Endings that promise a workbook.
const WORKBOOK_ENDINGS: [&str; 5] = ["xls", "xlsx", "xlsm", "xlsb", "ods"];

/// Reads a text file.
pub(super) fn read<W: Write>(mut file: File, answer: &mut Answer<'_, W>) -> Result<()> {
    let mut bytes = Vec::with_capacity(usize::try_from(answer.known.bytes).unwrap_or(0));
    file.read_to_end(&mut bytes).map_err(|e| cannot_open(&e))?;
    let options = answer.order.request.text.clone();
    let encoding = encoding_of(&bytes, &options)?;
    let (text, encoding, had_errors) = encoding.decode(&bytes);
    let text = text.trim_start_matches('\u{feff}');
    refuse_other_kinds(text)?;
    let (delimiter, text) = delimiter_of(text, &options)?;
    let sheets = [(SHEET.to_owned(), Visibility::Visible)];
    let wanted = answer.wanted(&sheets);
    let form = TextForm {
        encoding: encoding.name().to_owned(),
        delimiter: char::from(delimiter),
    };
    answer.opened(&sheets, Some(form))?;
    wanted?;
    tell_oddities(answer, encoding, had_errors)?;
    send_records(text, delimiter, answer)
}

fn encoding_of(bytes: &[u8], options: &TextOptions) -> Result<&'static Encoding> {
    if let Some(label) = &options.encoding {
        let known = Encoding::for_label(label.as_bytes());
        return known.ok_or_else(|| ImportError::BadTextOptions {
            given: label.clone(),
        });
    }
    if let Some((encoding, _)) = Encoding::for_bom(bytes) {
        return Ok(encoding);
    }
    if let Some(encoding) = utf16_without_mark(bytes) {
        return Ok(encoding);
    }
    if bytes.contains(&0) {
        return Err(ImportError::NotASpreadsheet {
            looks_like: "something unknown",
        });
    }
    if std::str::from_utf8(bytes).is_ok() {
        return Ok(UTF_8);
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    Ok(detector.guess(None, Utf8Detection::Allow))
}

/// Text in Latin letters as UTF-16 has a zero in every other byte.
fn utf16_without_mark(bytes: &[u8]) -> Option<&'static Encoding> {
    let sample = &bytes[..bytes.len().min(1024) & !1];
    let zeros = |offset: usize| {
        sample
            .iter()
            .skip(offset)
            .step_by(2)
            .filter(|byte| **byte == 0)
            .count()
    };
    let (first, second, half) = (zeros(0), zeros(1), sample.len() / 2);
    if half == 0 {
        None
    } else if second * 10 > half * 8 && first * 10 < half {
        Some(UTF_16LE)
    } else if first * 10 > half * 8 && second * 10 < half {
        Some(UTF_16BE)
    } else {
        None
    }
}

fn refuse_other_kinds(text: &str) -> Result<()> {
    let start: String = text
        .trim_start()
        .chars()
        .take(200)
        .collect::<String>()
        .to_ascii_lowercase();
    if start.is_empty() {
        return Err(ImportError::Empty);
    }
    let is = |mark: &&str| start.starts_with(*mark);
    if [
        "<!doctype html",
        "<html",
        "<table",
        "<head",
        "<body",
        "<meta",
    ]
    .iter()
    .any(is)
    {
        return Err(ImportError::NotASpreadsheet {
            looks_like: "a web page",
        });
    }
    if is(&"<?xml") {
        return Err(ImportError::NotASpreadsheet {
            looks_like: "an XML document",
        });
    }
    let controls = text
        .chars()
        .take(4096)
        .filter(|c| c.is_control() && !c.is_whitespace())
        .count();
    if controls > 40 {
        return Err(ImportError::NotASpreadsheet {
            looks_like: "something unknown",
        });
    }
    Ok(())
}

/// The separator, and the text without a `sep=` line, which is an order to the spreadsheet program and no row.
fn delimiter_of<'t>(text: &'t str, options: &TextOptions) -> Result<(u8, &'t str)> {
    let (first, rest) = text.split_once('\n').unwrap_or((text, ""));
    let said = first
        .trim_end_matches('\r')
        .strip_prefix("sep=")
        .filter(|said| said.chars().count() == 1);
    let (said, text) = match said {
        Some(said) => (said.chars().next(), rest),
        None => (None, text),
    };
    let chosen = options
        .delimiter
        .or(said)
        .unwrap_or_else(|| guess_delimiter(text));
    match u8::try_from(chosen) {
        Ok(byte) if byte.is_ascii() && !matches!(byte, b'"' | b'\r' | b'\n') => Ok((byte, text)),
        _ => Err(ImportError::BadTextOptions {
            given: chosen.to_string(),
        }),
    }
}

/// The separator that cuts the first lines into the same number of fields most often; more fields win a tie.
fn guess_delimiter(text: &str) -> char {
    let score = |delimiter: char| {
        let counts = field_counts(text, delimiter);
        let usual = counts
            .iter()
            .copied()
            .filter(|n| *n > 1)
            .max_by_key(|n| (counts.iter().filter(|other| *other == n).count(), *n))?;
        let agreeing = counts.iter().filter(|n| **n == usual).count();
        Some((agreeing, usual))
    };
    let scored = DELIMITERS
        .iter()
        .rev()
        .map(|delimiter| (score(*delimiter), *delimiter));
    scored
        .max_by_key(|(score, _)| *score)
        .filter(|(score, _)| score.is_some())
        .map_or(',', |(_, best)| best)
}

fn field_counts(text: &str, delimiter: char) -> Vec<usize> {
    let byte = u8::try_from(delimiter).unwrap_or(b',');
    let mut records = reader_of(text, byte);
    let mut record = csv::StringRecord::new();
    let mut counts = Vec::new();
    while counts.len() < SAMPLE_LINES && records.read_record(&mut record).unwrap_or(false) {
        counts.push(record.len());
    }
    counts
}

fn reader_of(text: &str, delimiter: u8) -> csv::Reader<&[u8]> {
    csv::ReaderBuilder::new()
        .delimiter(delimiter)
        .has_headers(false)
        .flexible(true)
        .from_reader(text.as_bytes())
}

fn tell_oddities<W: Write>(
    answer: &mut Answer<'_, W>,
    encoding: &'static Encoding,
    had_errors: bool,
) -> Result<()> {
    let ending = std::path::Path::new(&answer.order.path)
        .extension()
        .map(|ending| ending.to_string_lossy().to_ascii_lowercase());
    if let Some(ending) = ending.filter(|ending| WORKBOOK_ENDINGS.contains(&ending.as_str())) {
        answer.send(&Message::Problem(notice(
            ProblemCode::WrongEnding,
            Severity::Notice,
            format!("The file is named like a workbook (.{ending}) but holds plain text; it was read as text."),
            "Compare the first rows with what you expect; nothing needs to be done if they are right.",
        )))?;
    }
    if had_errors {
        answer.send(&Message::Problem(notice(
            ProblemCode::Undecodable,
            Severity::Warning,
            format!(
                "Some characters do not exist in the encoding {} and show as �.",
                encoding.name()
            ),
            "Choose another encoding until the names read right.",
        )))?;
    }
    Ok(())
}

fn notice(code: ProblemCode, severity: Severity, message: String, hint: &str) -> ImportProblem {
    ImportProblem {
        code,
        severity,
        sheet: String::new(),
        cell: None,
        message,
        hint: hint.to_owned(),
    }
}

fn send_records<W: Write>(text: &str, delimiter: u8, answer: &mut Answer<'_, W>) -> Result<()> {
    let mut rows = answer.sheet(0, SHEET)?;
    let mut records = reader_of(text, delimiter);
    let mut record = csv::StringRecord::new();
    let mut numbers = RowNumbers {
        text,
        next: 0,
        byte: 0,
    };
    while records
        .read_record(&mut record)
        .map_err(|e| ImportError::Damaged {
            detail: e.to_string(),
        })?
    {
        let end = usize::try_from(records.position().byte()).unwrap_or(text.len());
        let row = numbers.of(&record, end);
        for (column, field) in record.iter().enumerate() {
            let column = u32::try_from(column).unwrap_or(u32::MAX);
            if rows.cell(row, column, cell_text(field))?.is_break() {
                return rows.finish();
            }
        }
    }
    rows.finish()
}

/// Numbers rows as a spreadsheet program does: blank lines, which the csv reader passes over, count; line breaks inside a
/// quoted field do not.
struct RowNumbers<'t> {
    text: &'t str,
    next: u32,
    byte: usize,
}

impl RowNumbers<'_> {
    /// Row of the record that ends before byte `end`, from 0.
    fn of(&mut self, record: &csv::StringRecord, end: usize) -> u32 {
        let bytes = self.text.as_bytes();
        let end = end.min(bytes.len());
        // The csv reader stops between the two characters of a line end and passes over the second one later.
        let is_split = bytes[..end].ends_with(b"\r") && bytes[end..].starts_with(b"\n");
        let end = end + usize::from(is_split);
        let breaks = |text: &[u8]| text.iter().filter(|byte| **byte == b'\n').count();
        let passed = breaks(&self.text.as_bytes()[self.byte.min(end)..end]);
        let inside: usize = record.iter().map(|field| breaks(field.as_bytes())).sum();
        let ends_here = usize::from(self.text.as_bytes()[..end].ends_with(b"\n"));
        let blank = passed.saturating_sub(inside + ends_here);
        let row = self
            .next
            .saturating_add(u32::try_from(blank).unwrap_or(u32::MAX));
        (self.next, self.byte) = (row.saturating_add(1), end);
        row
    }
}
