//! Takes cells from any format, keeps what the limits allow, and sends rows in blocks.

use super::{Result, send};
use crate::error::{ImportError, TooLarge};
use crate::frame::Message;
use crate::limits::Limits;
use crate::problem::{ImportProblem, ProblemCode, Severity};
use crate::sheet::{Cell, CellValue, Region, Row, cell_address};
use std::io::Write;
use std::ops::ControlFlow;

/// Bytes of text after which a block of rows is sent.
const BLOCK_BYTES: u64 = 64 * 1024;
/// Rows after which a block is sent, so that progress shows.
const BLOCK_ROWS: usize = 500;
/// Excel's own limit for one cell, in characters.
const CELL_CHARS_MAX: usize = 32_767;
/// A preview stops looking after so many rows without content: formatted blank rows can go on for a million.
const PREVIEW_BLANK_ROWS: u32 = 5_000;
/// Unreadable cells named one by one.
const PROBLEMS_MAX: usize = 100;

/// Where the cells of one sheet go.
pub(super) struct RowSink<'a, W> {
    out: &'a mut W,
    limits: &'a Limits,
    sheet: String,
    rows_wanted: Option<u32>,
    current: Row,
    block: Vec<Row>,
    block_bytes: u64,
    rows: u32,
    cells: u64,
    text_bytes: u64,
    last: Option<(u32, u32)>,
    was_cut: bool,
    problems: usize,
}

impl<'a, W: Write> RowSink<'a, W> {
    pub(super) fn new(
        out: &'a mut W,
        limits: &'a Limits,
        sheet: &str,
        rows_wanted: Option<u32>,
    ) -> Self {
        Self {
            out,
            limits,
            sheet: sheet.to_owned(),
            rows_wanted,
            current: Row {
                number: 0,
                cells: Vec::new(),
            },
            block: Vec::new(),
            block_bytes: 0,
            rows: 0,
            cells: 0,
            text_bytes: 0,
            last: None,
            was_cut: false,
            problems: 0,
        }
    }

    /// Takes one cell; `row` and `column` count from 0. Breaks when no further rows are wanted.
    pub(super) fn cell(
        &mut self,
        row: u32,
        column: u32,
        value: Option<CellValue>,
    ) -> Result<ControlFlow<()>> {
        let number = row.saturating_add(1);
        if self.rows_wanted.is_some()
            && number > self.current.number.saturating_add(PREVIEW_BLANK_ROWS)
        {
            return Ok(ControlFlow::Break(()));
        }
        let Some(value) = value else {
            return Ok(ControlFlow::Continue(()));
        };
        if number != self.current.number {
            self.end_row()?;
            self.current.number = number;
            if self.rows_wanted.is_some_and(|wanted| self.rows >= wanted) {
                return Ok(ControlFlow::Break(()));
            }
            if self.rows >= self.limits.rows {
                self.cut()?;
                return Ok(ControlFlow::Break(()));
            }
        }
        if column >= self.limits.columns {
            self.cut()?;
            return Ok(ControlFlow::Continue(()));
        }
        let value = self.within_limits(number, column, value)?;
        self.last = Some((number, column));
        self.current.cells.push(Cell { column, value });
        Ok(ControlFlow::Continue(()))
    }

    fn within_limits(&mut self, row: u32, column: u32, value: CellValue) -> Result<CellValue> {
        self.cells += 1;
        if self.cells > self.limits.cells {
            return Err(ImportError::TooLarge {
                limit: TooLarge::Cells,
                allowed: self.limits.cells,
            });
        }
        let CellValue::Text(text) = value else {
            return Ok(value);
        };
        self.text_bytes += text.len() as u64;
        self.block_bytes += text.len() as u64;
        if self.text_bytes > self.limits.cell_text_bytes {
            let allowed = self.limits.cell_text_bytes;
            return Err(ImportError::TooLarge {
                limit: TooLarge::CellTexts,
                allowed,
            });
        }
        let end = text.char_indices().nth(CELL_CHARS_MAX).map(|(at, _)| at);
        let Some(end) = end else {
            return Ok(CellValue::Text(text));
        };
        let address = cell_address(row, column);
        self.problem(
            ProblemCode::TextTooLong,
            Some(address.clone()),
            format!("The text in {address} is longer than {CELL_CHARS_MAX} characters; only its beginning was read."),
            "Shorten the text in the file if the rest matters.",
        )?;
        Ok(CellValue::Text(text[..end].into()))
    }

    /// A cell that the reader cannot decode; its address is not known, only what came before it.
    pub(super) fn unreadable(&mut self, detail: &str) -> Result<()> {
        let place = match self.last {
            Some((row, column)) => format!("A cell after {}", cell_address(row, column)),
            None => "A cell at the beginning of the sheet".to_owned(),
        };
        self.problem(
            ProblemCode::UnreadableCell,
            None,
            format!("{place} holds a value that cannot be read ({detail}); it was left out."),
            "Look at the cells there in a spreadsheet program, type the value again, save and import the file once more.",
        )
    }

    fn problem(
        &mut self,
        code: ProblemCode,
        cell: Option<String>,
        message: String,
        hint: &str,
    ) -> Result<()> {
        self.problems += 1;
        if self.problems > PROBLEMS_MAX {
            return Ok(());
        }
        let problem = ImportProblem {
            code,
            severity: Severity::Warning,
            sheet: self.sheet.clone(),
            cell,
            message,
            hint: hint.to_owned(),
        };
        send(self.out, &Message::Problem(problem))
    }

    /// Cells with a formula whose result is not in the file; rows and columns count from 0.
    pub(super) fn formulas(&mut self, cells: &[(u32, u32)]) -> Result<()> {
        self.end_row()?;
        self.send_block()?;
        let kept: Vec<_> = cells
            .iter()
            .filter(|(_, column)| *column < self.limits.columns)
            .map(|(row, column)| (row.saturating_add(1), *column))
            .collect();
        send(self.out, &Message::Formulas(kept))
    }

    /// Merged regions; rows count from 1.
    pub(super) fn merged(&mut self, regions: Vec<Region>) -> Result<()> {
        send(self.out, &Message::Merged(regions))
    }

    /// Sends what is left.
    pub(super) fn finish(mut self) -> Result<()> {
        self.end_row()?;
        self.send_block()
    }

    fn end_row(&mut self) -> Result<()> {
        if self.current.cells.is_empty() {
            return Ok(());
        }
        let cells = std::mem::take(&mut self.current.cells);
        self.block.push(Row {
            number: self.current.number,
            cells,
        });
        self.rows += 1;
        if self.block_bytes > BLOCK_BYTES || self.block.len() >= BLOCK_ROWS {
            self.send_block()?;
        }
        Ok(())
    }

    fn send_block(&mut self) -> Result<()> {
        if self.block.is_empty() {
            return Ok(());
        }
        self.block_bytes = 0;
        let message = Message::Rows(std::mem::take(&mut self.block));
        send(self.out, &message)
    }

    fn cut(&mut self) -> Result<()> {
        if self.was_cut {
            return Ok(());
        }
        self.was_cut = true;
        send(self.out, &Message::Cut)?;
        let (rows, columns) = (self.limits.rows, self.limits.columns);
        self.problem(
            ProblemCode::SheetCut,
            None,
            format!("The sheet goes beyond {rows} rows or {columns} columns; what lies beyond was left out."),
            "Split the list into several files if the rest holds assets.",
        )
    }
}

/// Text as the rest of the crate wants it: without white space and invisible marks at its ends; `None` when nothing is left.
pub(super) fn cell_text(text: &str) -> Option<CellValue> {
    let invisible = |c: char| {
        c.is_whitespace() || matches!(c, '\u{200b}'..='\u{200f}' | '\u{feff}' | '\u{2060}' | '\0')
    };
    let trimmed = text.trim_matches(invisible);
    (!trimmed.is_empty()).then(|| CellValue::Text(trimmed.into()))
}
