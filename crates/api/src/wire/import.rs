//! Import of assets from a spreadsheet.

use zonewright_import::{Confidence, FileFormat};

use super::words::{ColumnField, ImportSeverity, Word};
use super::{input, output};

input! {
    /// What one column is: a field's word, `skip`, or null to keep it as an extra attribute.
    ColumnChoice { column: u32, field: Option<Word<ColumnField>>, }
}
input! {
    /// A spreadsheet with what the person chose so far; what is absent is guessed.
    ImportPreviewInput {
        #[ts(type = "FileHandle")] file: String,
        #[serde(default)] #[ts(optional)] sheet: Option<String>,
        #[serde(default)] #[ts(optional)] header_row: Option<u32>,
        #[serde(default)] #[ts(optional)] columns: Option<Vec<ColumnChoice>>,
    }
}
input! {
    /// Imports as previewed.
    ImportAssets {
        #[ts(type = "FileHandle")] file: String,
        #[serde(default)] #[ts(optional)] sheet: Option<String>,
        #[serde(default)] #[ts(optional)] header_row: Option<u32>,
        #[serde(default)] #[ts(optional)] columns: Option<Vec<ColumnChoice>>,
        #[serde(default)] #[ts(optional)] create_zones: Option<bool>,
    }
}
output! {
    /// A sheet of the workbook.
    SheetView { name: String, visible: bool, looks_like_assets: bool, }
}
output! {
    /// A column with what it was taken for.
    ColumnView { column: u32, letter: String, header: String, field: Option<Word<ColumnField>>, confidence: Word<Confidence>, reason: String, samples: Vec<String>, }
}
output! {
    /// A row that is no asset.
    SkippedView { row: u32, reason: String, }
}
output! {
    /// Something about a cell that a person should know.
    ImportProblemView { severity: Word<ImportSeverity>, cell: String, message: String, hint: String, }
}
output! {
    /// What an import would do.
    ImportPlanView { create: usize, skipped: Vec<SkippedView>, problems: Vec<ImportProblemView>, new_zones: Vec<String>, looks_like_assets: bool, }
}
output! {
    /// The dry run.
    ImportPreview {
        file_name: String, format: Word<FileFormat>, sheets: Vec<SheetView>, sheet: String, header_row: u32, row_count: usize,
        columns: Vec<ColumnView>, first_rows: Vec<Vec<String>>, plan: ImportPlanView,
    }
}
output! {
    /// What an import did.
    Imported { created: usize, skipped: usize, problems: usize, zones_created: usize, reader_peak_kib: Option<u64>, }
}
