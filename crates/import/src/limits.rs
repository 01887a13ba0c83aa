//! How much one file may ask for. The defaults hold lists of 250,000 assets and stop every file that is larger on purpose.

use std::time::Duration;

/// Limits of one reading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Limits {
    /// Time from start to last row.
    pub time: Duration,
    /// Address space that the reader may take beyond what it starts with, in bytes (Linux; other systems rely on the other limits).
    pub memory_bytes: u64,
    /// Size of the file in bytes.
    pub file_bytes: u64,
    /// Size of an xls file in bytes; its reader holds all of it.
    pub xls_bytes: u64,
    /// Sum of the unpacked sizes that a workbook declares, in bytes. The zip reader enforces what is declared.
    pub unpacked_bytes: u64,
    /// Parts in a workbook.
    pub parts: u64,
    /// Declared size of the table of texts of a workbook in bytes.
    pub shared_text_bytes: u64,
    /// Cells that hold something, in what is read; repeated cells of an ods count as often as they repeat.
    pub cells: u64,
    /// Bytes of text in all cells together.
    pub cell_text_bytes: u64,
    /// Rows kept of one sheet; what lies beyond is left out and said.
    pub rows: u32,
    /// Columns kept of one sheet; what lies beyond is left out and said.
    pub columns: u32,
}

impl Default for Limits {
    fn default() -> Self {
        const MIB: u64 = 1024 * 1024;
        Self {
            time: Duration::from_secs(60),
            memory_bytes: 448 * MIB,
            file_bytes: 64 * MIB,
            xls_bytes: 32 * MIB,
            unpacked_bytes: 512 * MIB,
            parts: 2_000,
            shared_text_bytes: 128 * MIB,
            cells: 5_000_000,
            cell_text_bytes: 256 * MIB,
            rows: 250_000,
            columns: 200,
        }
    }
}
