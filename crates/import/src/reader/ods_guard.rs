//! Counts the cells of an ods before it is opened.
//!
//! An ods says "this cell, 16,384 times" and "this row, 6,000 times" in a few bytes, and its reader holds all of them. One
//! streaming pass multiplies the repeats, but only for cells that hold something: blank repeats are normal and cost nothing.

use super::{Result, guard};
use crate::error::{ImportError, TooLarge};
use crate::limits::Limits;
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use std::fs::File;
use std::io::{BufRead, BufReader};

/// Checks that no sheet holds or spans more cells than allowed.
pub(super) fn check_repeats(file: &mut File, limits: &Limits) -> Result<()> {
    let mut parts = guard::parts(file)?;
    let content = parts
        .by_name("content.xml")
        .map_err(|_| damaged("its content is missing"))?;
    count(
        &mut Reader::from_reader(BufReader::new(content)),
        limits.cells,
    )
}

fn damaged(detail: &str) -> ImportError {
    ImportError::Damaged {
        detail: detail.to_owned(),
    }
}

/// What one sheet has asked for so far.
#[derive(Default)]
struct Count {
    filled: u64,
    rows: u64,
    first_row: Option<u64>,
    last_row: u64,
    widest: u64,
    row_repeats: u64,
    column: u64,
    row_filled: u64,
    row_width: u64,
}

impl Count {
    fn start_row(&mut self, row: &BytesStart<'_>) {
        self.row_repeats = repeats(row, "table:number-rows-repeated");
        (self.column, self.row_filled, self.row_width) = (0, 0, 0);
    }

    fn cell(&mut self, cell: &BytesStart<'_>) {
        let repeated = repeats(cell, "table:number-columns-repeated");
        self.column = self.column.saturating_add(repeated);
        if holds_something(cell) {
            self.row_filled = self.row_filled.saturating_add(repeated);
            self.row_width = self.column;
        }
    }

    fn end_row(&mut self) {
        if self.row_filled > 0 {
            self.first_row.get_or_insert(self.rows);
            self.last_row = self.rows.saturating_add(self.row_repeats);
            self.widest = self.widest.max(self.row_width);
            self.filled = self
                .filled
                .saturating_add(self.row_filled.saturating_mul(self.row_repeats));
        }
        self.rows = self.rows.saturating_add(self.row_repeats);
    }

    /// Cells held, or spanned by the rectangle that the reader builds, whichever is more.
    fn asked(&self) -> u64 {
        let height = self.last_row - self.first_row.unwrap_or(self.last_row);
        self.filled.max(height.saturating_mul(self.widest))
    }
}

/// All sheets are held at once, so they are added up.
fn count(content: &mut Reader<impl BufRead>, allowed: u64) -> Result<()> {
    let too_large = || ImportError::TooLarge {
        limit: TooLarge::Cells,
        allowed,
    };
    let mut buffer = Vec::new();
    let (mut before, mut sheet) = (0_u64, Count::default());
    loop {
        buffer.clear();
        let event = content.read_event_into(&mut buffer);
        match event.map_err(|_| damaged("its content is cut off or is not well-formed"))? {
            Event::Start(tag) => match tag.name().as_ref() {
                "table:table" => {
                    before = before.saturating_add(sheet.asked());
                    sheet = Count::default();
                }
                "table:table-row" => sheet.start_row(&tag),
                "table:table-cell" | "table:covered-table-cell" => sheet.cell(&tag),
                _ => {}
            },
            Event::Empty(tag) => match tag.name().as_ref() {
                "table:table-row" => {
                    sheet.start_row(&tag);
                    sheet.end_row();
                }
                "table:table-cell" | "table:covered-table-cell" => sheet.cell(&tag),
                _ => {}
            },
            Event::End(tag) if tag.name().as_ref() == "table:table-row" => sheet.end_row(),
            Event::Eof => break,
            _ => {}
        }
        if before.saturating_add(sheet.asked()) > allowed || sheet.row_width > allowed {
            return Err(too_large());
        }
    }
    Ok(())
}

fn repeats(tag: &BytesStart<'_>, name: &str) -> u64 {
    let attribute = tag.try_get_attribute(name).ok().flatten();
    attribute
        .and_then(|attribute| attribute.value.parse().ok())
        .unwrap_or(1)
}

/// The same signs of content that the reader looks at.
fn holds_something(tag: &BytesStart<'_>) -> bool {
    tag.attributes()
        .with_checks(false)
        .flatten()
        .any(|attribute| {
            let name = attribute.key.as_ref();
            name == "table:formula"
                || name.starts_with("office:")
                || name.starts_with("calcext:value")
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(content: &str, allowed: u64) -> bool {
        count(&mut Reader::from_reader(content.as_bytes()), allowed).is_ok()
    }

    #[test]
    fn only_cells_that_hold_something_count() {
        let filled = r#"<table:table-cell office:value-type="string" table:number-columns-repeated="10"><text:p>x</text:p></table:table-cell>"#;
        let blank = r#"<table:table-cell table:number-columns-repeated="16384"/>"#;
        let row = |repeats: u32, cells: &str| {
            format!(
                r#"<table:table-row table:number-rows-repeated="{repeats}">{cells}</table:table-row>"#
            )
        };
        let table = |rows: &str| format!("<table:table>{rows}</table:table>");
        for (content, asked) in [
            (table(&row(1, filled)), 10),
            (table(&row(3, filled)), 30),
            (
                table(&format!("{}{}", row(3, filled), row(1_048_000, blank))),
                30,
            ),
            (
                table(&format!(
                    "{}{}{}",
                    row(1, filled),
                    row(8, blank),
                    row(1, filled)
                )),
                100,
            ),
            (
                format!("{}{}", table(&row(3, filled)), table(&row(3, filled))),
                60,
            ),
            (table(&row(2, &format!("{blank}{filled}"))), 2 * 16_394),
        ] {
            assert!(check(&content, asked), "{content}");
            assert!(!check(&content, asked - 1), "{content}");
        }
    }

    #[test]
    fn numbers_that_overflow_are_too_many() {
        let content = format!(
            r#"<table:table><table:table-row table:number-rows-repeated="{0}"><table:table-cell office:value="1" table:number-columns-repeated="{0}"/></table:table-row></table:table>"#,
            u64::MAX
        );
        assert!(!check(&content, 5_000_000));
    }
}
