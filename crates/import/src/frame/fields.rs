//! The values inside a frame: numbers little endian, texts with their length before them, lists with their count before them.

use super::BadFrame;
use crate::error::{ImportError, TooLarge};
use crate::problem::{ImportProblem, ProblemCode, Severity};
use crate::sheet::{Cell, CellValue, Region, Row};
use std::ffi::OsString;

pub(super) type Result<T> = std::result::Result<T, BadFrame>;

/// What a file can look like when it is no spreadsheet; the reader sends the place in this list.
pub(crate) const LOOKS: [&str; 9] = [
    "a web page",
    "a PDF document",
    "a picture",
    "an XML document",
    "a text or presentation document",
    "an archive",
    "a program",
    "a database",
    "something unknown",
];

/// Writes fields.
#[derive(Default)]
pub(super) struct Put(Vec<u8>);

impl Put {
    pub(super) fn into_bytes(self) -> Vec<u8> {
        self.0
    }

    fn u8(&mut self, value: u8) {
        self.0.push(value);
    }

    fn u16(&mut self, value: u16) {
        self.0.extend(value.to_le_bytes());
    }

    pub(super) fn u32(&mut self, value: u32) {
        self.0.extend(value.to_le_bytes());
    }

    pub(super) fn u64(&mut self, value: u64) {
        self.0.extend(value.to_le_bytes());
    }

    fn bytes(&mut self, bytes: &[u8]) {
        self.u32(u32::try_from(bytes.len()).unwrap_or(u32::MAX));
        self.0.extend(bytes);
    }

    pub(super) fn text(&mut self, text: &str) {
        self.bytes(text.as_bytes());
    }

    pub(super) fn word(&mut self, word: &str) {
        self.text(word);
    }

    pub(super) fn option<T>(&mut self, value: Option<&T>, put: impl FnOnce(&mut Self, &T)) {
        self.u8(u8::from(value.is_some()));
        if let Some(value) = value {
            put(self, value);
        }
    }

    pub(super) fn list<T>(&mut self, items: &[T], put: impl Fn(&mut Self, &T)) {
        self.u32(u32::try_from(items.len()).unwrap_or(u32::MAX));
        for item in items {
            put(self, item);
        }
    }

    #[cfg(unix)]
    pub(super) fn path(&mut self, path: &OsString) {
        use std::os::unix::ffi::OsStrExt;
        self.bytes(path.as_bytes());
    }

    #[cfg(windows)]
    pub(super) fn path(&mut self, path: &OsString) {
        use std::os::windows::ffi::OsStrExt;
        let wide: Vec<u16> = path.encode_wide().collect();
        self.list(&wide, |put, unit| put.u16(*unit));
    }

    pub(super) fn row(&mut self, row: &Row) {
        self.u32(row.number);
        self.list(&row.cells, Self::cell);
    }

    fn cell(&mut self, cell: &Cell) {
        self.u16(u16::try_from(cell.column).unwrap_or(u16::MAX));
        match &cell.value {
            CellValue::Text(text) => {
                self.u8(1);
                self.text(text);
            }
            CellValue::Number {
                value,
                shown,
                scientific,
            } => {
                self.u8(if *scientific { 3 } else { 2 });
                self.u64(value.to_bits());
                self.option(shown.as_ref(), |put, shown| put.text(shown));
            }
            CellValue::Date { iso, shown } => {
                self.u8(4);
                self.text(iso);
                self.option(shown.as_ref(), |put, shown| put.text(shown));
            }
            CellValue::Bool(truth) => self.u8(if *truth { 6 } else { 5 }),
            CellValue::Error(text) => {
                self.u8(7);
                self.text(text);
            }
            CellValue::FormulaWithoutValue => self.u8(8),
        }
    }

    pub(super) fn region(&mut self, region: &Region) {
        for number in [
            region.first_row,
            region.last_row,
            region.first_column,
            region.last_column,
        ] {
            self.u32(number);
        }
    }

    pub(super) fn problem(&mut self, problem: &ImportProblem) {
        self.word(problem.code.word());
        self.word(problem.severity.word());
        self.text(&problem.sheet);
        self.option(problem.cell.as_ref(), |put, cell| put.text(cell));
        self.text(&problem.message);
        self.text(&problem.hint);
    }

    pub(super) fn error(&mut self, error: &ImportError) {
        self.word(error.code());
        match error {
            ImportError::CannotOpen { reason } | ImportError::Reader { reason } => {
                self.text(reason)
            }
            ImportError::Damaged { detail } => self.text(detail),
            ImportError::NoSuchSheet { name } => self.text(name),
            ImportError::BadTextOptions { given } => self.text(given),
            ImportError::TooLarge { limit, allowed } => {
                let place = TooLarge::ALL.iter().position(|known| known == limit);
                self.u64(place.unwrap_or_default() as u64);
                self.u64(*allowed);
            }
            ImportError::NotASpreadsheet { looks_like } => {
                let place = LOOKS.iter().position(|known| known == looks_like);
                self.u64(place.unwrap_or(LOOKS.len() - 1) as u64);
            }
            ImportError::TimedOut { seconds } => self.u64(*seconds),
            ImportError::Empty
            | ImportError::Protected
            | ImportError::Unsafe
            | ImportError::Cancelled => {}
        }
    }
}

/// Reads fields.
pub(super) struct Fields<'a> {
    rest: &'a [u8],
}

impl<'a> Fields<'a> {
    pub(super) const fn new(rest: &'a [u8]) -> Self {
        Self { rest }
    }

    /// Everything must have been read.
    pub(super) const fn finish(&self) -> Result<()> {
        if self.rest.is_empty() {
            Ok(())
        } else {
            Err(BadFrame)
        }
    }

    fn array<const N: usize>(&mut self) -> Result<[u8; N]> {
        let (head, rest) = self.rest.split_first_chunk::<N>().ok_or(BadFrame)?;
        self.rest = rest;
        Ok(*head)
    }

    fn u8(&mut self) -> Result<u8> {
        self.array::<1>().map(|[byte]| byte)
    }

    fn u16(&mut self) -> Result<u16> {
        self.array().map(u16::from_le_bytes)
    }

    pub(super) fn u32(&mut self) -> Result<u32> {
        self.array().map(u32::from_le_bytes)
    }

    pub(super) fn u64(&mut self) -> Result<u64> {
        self.array().map(u64::from_le_bytes)
    }

    fn bytes(&mut self) -> Result<&'a [u8]> {
        let length = self.u32()? as usize;
        let (head, rest) = self.rest.split_at_checked(length).ok_or(BadFrame)?;
        self.rest = rest;
        Ok(head)
    }

    fn str(&mut self) -> Result<&'a str> {
        std::str::from_utf8(self.bytes()?).map_err(|_| BadFrame)
    }

    pub(super) fn text(&mut self) -> Result<String> {
        self.str().map(str::to_owned)
    }

    pub(super) fn word<T: Copy>(
        &mut self,
        all: &[T],
        word: impl Fn(T) -> &'static str,
    ) -> Result<T> {
        let given = self.str()?;
        all.iter()
            .copied()
            .find(|known| word(*known) == given)
            .ok_or(BadFrame)
    }

    pub(super) fn option<T>(
        &mut self,
        take: impl FnOnce(&mut Self) -> Result<T>,
    ) -> Result<Option<T>> {
        match self.u8()? {
            0 => Ok(None),
            1 => take(self).map(Some),
            _ => Err(BadFrame),
        }
    }

    pub(super) fn list<T>(&mut self, take: impl Fn(&mut Self) -> Result<T>) -> Result<Vec<T>> {
        let count = self.u32()? as usize;
        // Every item takes at least two bytes, so a count that lies cannot ask for more memory than the frame already has.
        if count > self.rest.len() {
            return Err(BadFrame);
        }
        let mut items = Vec::with_capacity(count.min(4096));
        for _ in 0..count {
            items.push(take(self)?);
        }
        Ok(items)
    }

    #[cfg(unix)]
    pub(super) fn path(&mut self) -> Result<OsString> {
        use std::os::unix::ffi::OsStringExt;
        self.bytes().map(|bytes| OsString::from_vec(bytes.to_vec()))
    }

    #[cfg(windows)]
    pub(super) fn path(&mut self) -> Result<OsString> {
        use std::os::windows::ffi::OsStringExt;
        self.list(Self::u16).map(|wide| OsString::from_wide(&wide))
    }

    pub(super) fn row(&mut self) -> Result<Row> {
        Ok(Row {
            number: self.u32()?,
            cells: self.list(Self::cell)?,
        })
    }

    fn cell(&mut self) -> Result<Cell> {
        let column = u32::from(self.u16()?);
        let value = match self.u8()? {
            1 => CellValue::Text(self.str()?.into()),
            kind @ (2 | 3) => CellValue::Number {
                value: f64::from_bits(self.u64()?),
                shown: self.option(|fields| fields.str().map(Box::from))?,
                scientific: kind == 3,
            },
            4 => CellValue::Date {
                iso: self.str()?.into(),
                shown: self.option(|fields| fields.str().map(Box::from))?,
            },
            5 => CellValue::Bool(false),
            6 => CellValue::Bool(true),
            7 => CellValue::Error(self.str()?.into()),
            8 => CellValue::FormulaWithoutValue,
            _ => return Err(BadFrame),
        };
        Ok(Cell { column, value })
    }

    pub(super) fn region(&mut self) -> Result<Region> {
        Ok(Region {
            first_row: self.u32()?,
            last_row: self.u32()?,
            first_column: self.u32()?,
            last_column: self.u32()?,
        })
    }

    pub(super) fn problem(&mut self) -> Result<ImportProblem> {
        let severities = [
            Severity::Error,
            Severity::Question,
            Severity::Warning,
            Severity::Notice,
        ];
        Ok(ImportProblem {
            code: self.word(ProblemCode::ALL, ProblemCode::word)?,
            severity: self.word(&severities, Severity::word)?,
            sheet: self.text()?,
            cell: self.option(Self::text)?,
            message: self.text()?,
            hint: self.text()?,
        })
    }

    pub(super) fn error(&mut self) -> Result<ImportError> {
        Ok(match self.str()? {
            "import_cannot_open" => ImportError::CannotOpen {
                reason: self.text()?,
            },
            "import_reader_failed" => ImportError::Reader {
                reason: self.text()?,
            },
            "import_damaged" => ImportError::Damaged {
                detail: self.text()?,
            },
            "import_no_such_sheet" => ImportError::NoSuchSheet { name: self.text()? },
            "import_bad_text_options" => ImportError::BadTextOptions {
                given: self.text()?,
            },
            "import_too_large" => {
                let place = usize::try_from(self.u64()?).map_err(|_| BadFrame)?;
                ImportError::TooLarge {
                    limit: *TooLarge::ALL.get(place).ok_or(BadFrame)?,
                    allowed: self.u64()?,
                }
            }
            "import_not_a_spreadsheet" => {
                let place = usize::try_from(self.u64()?).map_err(|_| BadFrame)?;
                ImportError::NotASpreadsheet {
                    looks_like: LOOKS.get(place).ok_or(BadFrame)?,
                }
            }
            "import_timed_out" => ImportError::TimedOut {
                seconds: self.u64()?,
            },
            "import_empty_file" => ImportError::Empty,
            "import_protected" => ImportError::Protected,
            "import_unsafe" => ImportError::Unsafe,
            "import_cancelled" => ImportError::Cancelled,
            _ => return Err(BadFrame),
        })
    }
}
