//! The dry run as the window shows it.

use zonewright_import::{
    ColumnUse, ImportProblem, Sheet, Visibility, Workbook, column_letters, guess,
};

use super::Understood;
use crate::problem::Problem;
use crate::wire::import::*;
use crate::wire::words::{ColumnField, ImportSeverity};

/// How many rows below the header are shown.
const SHOWN_ROWS: usize = 20;
/// How many problems a reply lists; the count in the plan is complete only up to here.
const SHOWN_PROBLEMS: usize = 2_000;

pub(super) fn preview(
    file_name: &str,
    overview: &Workbook,
    sheet: &Sheet,
    understood: &Understood,
) -> Result<ImportPreview, Problem> {
    let guesses = guess(overview);
    let sheets = overview.sheets.iter().map(|other| SheetView {
        name: other.name.clone(),
        visible: other.visibility == Visibility::Visible,
        looks_like_assets: guesses
            .sheets
            .iter()
            .any(|guess| guess.sheet == other.name && guess.looks_like_assets),
    });
    let plan = &understood.plan;
    let general = overview
        .problems
        .iter()
        .chain(&understood.guess.problems)
        .chain(&plan.problems);
    Ok(ImportPreview {
        file_name: file_name.to_owned(),
        format: overview.format.into(),
        sheets: sheets.collect(),
        sheet: sheet.name.clone(),
        header_row: understood.guess.header_row,
        row_count: plan.rows_seen,
        columns: columns(understood),
        first_rows: first_rows(sheet, understood),
        plan: ImportPlanView {
            create: plan.assets.len(),
            skipped: plan
                .skipped
                .iter()
                .map(|row| SkippedView {
                    row: row.row,
                    reason: row.reason.sentence().to_owned(),
                })
                .collect(),
            problems: general.take(SHOWN_PROBLEMS).map(problem_view).collect(),
            new_zones: plan
                .unknown_zones
                .iter()
                .map(|zone| zone.name.clone())
                .collect(),
            looks_like_assets: understood.guess.looks_like_assets,
        },
    })
}

fn columns(understood: &Understood) -> Vec<ColumnView> {
    let view = |column: &zonewright_import::ColumnGuess| ColumnView {
        column: column.column,
        letter: column_letters(column.column),
        header: column.header.clone(),
        field: match understood.mapping.columns.get(&column.column) {
            Some(ColumnUse::Field(field)) => Some(ColumnField::Field(*field).into()),
            Some(ColumnUse::Leave) => Some(ColumnField::Skip.into()),
            Some(ColumnUse::Extra(_)) | None => None,
        },
        confidence: column.confidence.into(),
        reason: column.reason.clone(),
        samples: column.samples.iter().take(3).cloned().collect(),
    };
    understood.guess.columns.iter().map(view).collect()
}

fn first_rows(sheet: &Sheet, understood: &Understood) -> Vec<Vec<String>> {
    let below = sheet
        .rows
        .iter()
        .filter(|row| row.number > understood.guess.header_row)
        .take(SHOWN_ROWS);
    let text = |row: &zonewright_import::Row, column: u32| {
        row.cells
            .iter()
            .find(|cell| cell.column == column)
            .map(|cell| cell.value.shown())
            .unwrap_or_default()
    };
    below
        .map(|row| {
            understood
                .guess
                .columns
                .iter()
                .map(|column| text(row, column.column))
                .collect()
        })
        .collect()
}

fn problem_view(problem: &ImportProblem) -> ImportProblemView {
    ImportProblemView {
        severity: ImportSeverity::from(problem.severity).into(),
        cell: problem.cell.clone().unwrap_or_default(),
        message: problem.message.clone(),
        hint: problem.hint.clone(),
    }
}
