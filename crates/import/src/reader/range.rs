//! xls and ods, whose readers hold all sheets at once; the caps and the memory limit came before.

use super::rows::RowSink;
use super::shown::NumberFormat;
use super::stream::{region, value_of, worksheets};
use super::{Answer, Result};
use crate::error::ImportError;
use calamine::{Data, DataRef, Ods, OdsError, Range, Reader, Xls, XlsError};
use std::io::{Read, Seek, Write};

fn damaged(detail: &impl ToString) -> ImportError {
    ImportError::Damaged {
        detail: detail.to_string(),
    }
}

fn xls_error(error: &XlsError) -> ImportError {
    match error {
        XlsError::Password => ImportError::Protected,
        other => damaged(other),
    }
}

fn ods_error(error: &OdsError) -> ImportError {
    match error {
        OdsError::Password => ImportError::Protected,
        other => damaged(other),
    }
}

/// Reads the wanted sheets of an xls.
pub(super) fn read_xls<RS: Read + Seek, W: Write>(
    source: RS,
    answer: &mut Answer<'_, W>,
) -> Result<()> {
    let mut book: Xls<RS> = Xls::new(source).map_err(|e| xls_error(&e))?;
    let sheets = worksheets(book.sheets_metadata());
    let wanted = answer.wanted(&sheets);
    answer.opened(&sheets, None)?;
    for index in wanted? {
        let name = &sheets[index].0;
        let values = book.worksheet_range(name).map_err(|e| xls_error(&e))?;
        let merged = book.merge_cells_by_sheet_name(name).unwrap_or_default();
        let mut rows = answer.sheet(index, name)?;
        send_range(&values, &mut rows)?;
        rows.merged(merged.iter().map(region).collect())?;
        rows.finish()?;
    }
    Ok(())
}

/// Reads the wanted sheets of an ods.
pub(super) fn read_ods<RS: Read + Seek, W: Write>(
    source: RS,
    answer: &mut Answer<'_, W>,
) -> Result<()> {
    let mut book: Ods<RS> = Ods::new(source).map_err(|e| ods_error(&e))?;
    let sheets = worksheets(book.sheets_metadata());
    let wanted = answer.wanted(&sheets);
    answer.opened(&sheets, None)?;
    for index in wanted? {
        let name = &sheets[index].0;
        let values = book.worksheet_range(name).map_err(|e| ods_error(&e))?;
        let mut rows = answer.sheet(index, name)?;
        send_range(&values, &mut rows)?;
        let formulas = book.worksheet_formula(name).map_err(|e| ods_error(&e))?;
        rows.formulas(&blank_formulas(&formulas, &values))?;
        rows.finish()?;
    }
    Ok(())
}

fn send_range<W: Write>(values: &Range<Data>, rows: &mut RowSink<'_, W>) -> Result<()> {
    let (first_row, first_column) = values.start().unwrap_or_default();
    for (row, column, data) in values.used_cells() {
        // Ranges are inside the sheet, whose rows and columns fit 32 bits.
        let place = |first: u32, offset: usize| {
            first.saturating_add(u32::try_from(offset).unwrap_or(u32::MAX))
        };
        let value = value_of(&borrowed(data), &NumberFormat::General);
        if rows
            .cell(place(first_row, row), place(first_column, column), value)?
            .is_break()
        {
            break;
        }
    }
    Ok(())
}

fn borrowed(data: &Data) -> DataRef<'_> {
    match data {
        Data::Int(value) => DataRef::Int(*value),
        Data::Float(value) => DataRef::Float(*value),
        Data::String(text) => DataRef::SharedString(text),
        Data::Bool(truth) => DataRef::Bool(*truth),
        Data::DateTime(stamp) => DataRef::DateTime(*stamp),
        Data::DateTimeIso(text) => DataRef::DateTimeIso(text.clone()),
        Data::DurationIso(text) => DataRef::DurationIso(text.clone()),
        Data::Error(error) => DataRef::Error(error.clone()),
        _ => DataRef::Empty,
    }
}

fn blank_formulas(formulas: &Range<String>, values: &Range<Data>) -> Vec<(u32, u32)> {
    let Some((first_row, first_column)) = formulas.start() else {
        return Vec::new();
    };
    formulas
        .used_cells()
        .filter_map(|(row, column, _)| {
            let place = (
                first_row + u32::try_from(row).ok()?,
                first_column + u32::try_from(column).ok()?,
            );
            let is_blank = match values.get_value(place) {
                None | Some(Data::Empty) => true,
                Some(Data::String(text)) => text.is_empty(),
                Some(_) => false,
            };
            is_blank.then_some(place)
        })
        .collect()
}
