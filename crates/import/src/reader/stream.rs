//! xlsx and xlsb, cell by cell. The other way to read them builds a rectangle over all used cells, and two cells in
//! opposite corners then ask for half a terabyte.

use super::rows::{RowSink, cell_text};
use super::shown::{self, NumberFormat};
use super::{Answer, Result};
use crate::error::ImportError;
use crate::sheet::{CellValue, Region, Visibility};
use calamine::{DataRef, Reader, Sheet, SheetType, SheetVisible, Xlsb, XlsbError, Xlsx, XlsxError};
use std::io::{Read, Seek, Write};

/// Unreadable cells after which a sheet counts as damaged.
const UNREADABLE_MAX: usize = 1_000;

/// Sheets with rows; charts and macro sheets have none.
pub(super) fn worksheets(sheets: &[Sheet]) -> Vec<(String, Visibility)> {
    let is_worksheet = |sheet: &&Sheet| sheet.typ == SheetType::WorkSheet;
    sheets
        .iter()
        .filter(is_worksheet)
        .map(|sheet| (sheet.name.clone(), visibility(sheet.visible)))
        .collect()
}

const fn visibility(visible: SheetVisible) -> Visibility {
    match visible {
        SheetVisible::Visible => Visibility::Visible,
        SheetVisible::Hidden => Visibility::Hidden,
        SheetVisible::VeryHidden => Visibility::VeryHidden,
    }
}

/// What a cell of calamine is to us; `None` for a blank one.
pub(super) fn value_of(data: &DataRef<'_>, format: &NumberFormat) -> Option<CellValue> {
    Some(match data {
        DataRef::Empty => return None,
        DataRef::String(text) => return cell_text(text),
        DataRef::SharedString(text) => return cell_text(text),
        DataRef::Int(value) => shown::number(*value as f64, format),
        DataRef::Float(value) => shown::number(*value, format),
        DataRef::Bool(truth) => CellValue::Bool(*truth),
        DataRef::DateTime(stamp) => shown::date(stamp, format),
        DataRef::DateTimeIso(text) => CellValue::Date {
            iso: text.trim_end_matches("T00:00:00").into(),
            shown: None,
        },
        DataRef::DurationIso(text) => return cell_text(text),
        DataRef::Error(error) => CellValue::Error(error.to_string().into()),
    })
}

fn xlsx_error(error: &XlsxError) -> ImportError {
    match error {
        XlsxError::Password => ImportError::Protected,
        other => ImportError::Damaged {
            detail: other.to_string(),
        },
    }
}

fn xlsb_error(error: &XlsbError) -> ImportError {
    match error {
        XlsbError::Password => ImportError::Protected,
        other => ImportError::Damaged {
            detail: other.to_string(),
        },
    }
}

/// Reads the wanted sheets of an xlsx; without a look for merged cells when it is known that there are none.
pub(super) fn read_xlsx<RS: Read + Seek, W: Write>(
    source: RS,
    answer: &mut Answer<'_, W>,
    may_merge: bool,
) -> Result<()> {
    let mut book: Xlsx<RS> = Xlsx::new(source).map_err(|e| xlsx_error(&e))?;
    let sheets = worksheets(book.sheets_metadata());
    let wanted = answer.wanted(&sheets);
    answer.opened(&sheets, None)?;
    for index in wanted? {
        let is_preview = answer.is_preview();
        let name = &sheets[index].0;
        let mut rows = answer.sheet(index, name)?;
        match xlsx_sheet(&mut book, name, &mut rows, is_preview, may_merge) {
            // One spoilt sheet does not hide the others from a preview.
            Err(ImportError::Damaged { detail }) if is_preview => rows.unreadable(&detail)?,
            other => other?,
        }
        rows.finish()?;
    }
    Ok(())
}

fn xlsx_sheet<RS: Read + Seek, W: Write>(
    book: &mut Xlsx<RS>,
    name: &str,
    rows: &mut RowSink<'_, W>,
    is_preview: bool,
    may_merge: bool,
) -> Result<()> {
    let had_blanks = xlsx_values(book, name, rows)?;
    if is_preview {
        return Ok(());
    }
    if had_blanks {
        rows.formulas(&formulas_without_value(book, name)?)?;
    }
    if !may_merge {
        return Ok(());
    }
    let merged = book
        .merge_cells_by_sheet_name(name)
        .map_err(|e| xlsx_error(&e))?;
    rows.merged(merged.iter().map(region).collect())
}

pub(super) const fn region(dimensions: &calamine::Dimensions) -> Region {
    Region {
        first_row: dimensions.start.0.saturating_add(1),
        last_row: dimensions.end.0.saturating_add(1),
        first_column: dimensions.start.1,
        last_column: dimensions.end.1,
    }
}

/// Sends the values; true when some cells were there but blank, which a formula without a stored value also is.
fn xlsx_values<RS: Read + Seek, W: Write>(
    book: &mut Xlsx<RS>,
    name: &str,
    rows: &mut RowSink<'_, W>,
) -> Result<bool> {
    let mut cells = book
        .worksheet_cells_reader(name)
        .map_err(|e| xlsx_error(&e))?;
    let formats: Vec<NumberFormat> = cells
        .styles()
        .iter()
        .map(|style| {
            style
                .number_format
                .as_ref()
                .map_or(NumberFormat::General, |f| shown::parse(&f.format_code))
        })
        .collect();
    let (mut had_blanks, mut unreadable) = (false, 0);
    loop {
        match cells.next_cell_with_style_id() {
            Ok(None) => return Ok(had_blanks),
            Ok(Some((cell, style))) => {
                let (row, column) = cell.get_position();
                had_blanks |= *cell.get_value() == DataRef::Empty;
                let format = formats.get(style).unwrap_or(&NumberFormat::General);
                if rows
                    .cell(row, column, value_of(cell.get_value(), format))?
                    .is_break()
                {
                    return Ok(had_blanks);
                }
            }
            Err(error) if is_of_one_cell(&error) && unreadable < UNREADABLE_MAX => {
                unreadable += 1;
                rows.unreadable(&error.to_string())?;
            }
            Err(error) => return Err(xlsx_error(&error)),
        }
    }
}

/// After these the reader stands behind the spoilt value and can go on; all others mean that the XML is broken.
fn is_of_one_cell(error: &XlsxError) -> bool {
    matches!(
        error,
        XlsxError::CellError(_)
            | XlsxError::ParseFloat(_)
            | XlsxError::CellTAttribute(_)
            | XlsxError::Unrecognized { .. }
            | XlsxError::Unexpected("Cell string index not found in shared strings table")
    )
}

/// Programs that write formulas without computing them leave cells that look blank: silent loss unless it is said.
fn formulas_without_value<RS: Read + Seek>(
    book: &mut Xlsx<RS>,
    name: &str,
) -> Result<Vec<(u32, u32)>> {
    const NAMED_MAX: usize = 100_000;
    let mut cells = book
        .worksheet_cells_reader(name)
        .map_err(|e| xlsx_error(&e))?;
    let mut found = Vec::new();
    while found.len() < NAMED_MAX {
        match cells.next_cell_with_formula_metadata() {
            Ok(None) => break,
            Ok(Some(cell)) => {
                let is_blank = match &cell.value {
                    DataRef::Empty => true,
                    DataRef::String(text) => text.is_empty(),
                    _ => false,
                };
                if is_blank && cell.formula.is_some() {
                    found.push(cell.pos);
                }
            }
            Err(error) if is_of_one_cell(&error) => {}
            // The values were read; a formula that cannot be taken apart is no reason to lose them.
            Err(_) => break,
        }
    }
    Ok(found)
}

/// Reads the wanted sheets of an xlsb, whose number formats and merged cells are not to be had.
pub(super) fn read_xlsb<RS: Read + Seek, W: Write>(
    source: RS,
    answer: &mut Answer<'_, W>,
) -> Result<()> {
    let mut book: Xlsb<RS> = Xlsb::new(source).map_err(|e| xlsb_error(&e))?;
    let sheets = worksheets(book.sheets_metadata());
    let wanted = answer.wanted(&sheets);
    answer.opened(&sheets, None)?;
    for index in wanted? {
        let name = &sheets[index].0;
        let mut rows = answer.sheet(index, name)?;
        let mut cells = book
            .worksheet_cells_reader(name)
            .map_err(|e| xlsb_error(&e))?;
        while let Some(cell) = cells.next_cell().map_err(|e| xlsb_error(&e))? {
            let (row, column) = cell.get_position();
            if rows
                .cell(
                    row,
                    column,
                    value_of(cell.get_value(), &NumberFormat::General),
                )?
                .is_break()
            {
                break;
            }
        }
        rows.finish()?;
    }
    Ok(())
}
