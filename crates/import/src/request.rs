//! What the parent asks the reader process for.

/// What to read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Read {
    /// All sheets with their first rows, to guess and to show.
    Preview {
        /// Rows that hold something, per sheet.
        rows_per_sheet: u32,
    },
    /// All rows of one sheet.
    Sheet {
        /// Name of the sheet; text files have one sheet named `Text`.
        name: String,
    },
}

/// How to read a text file; `None` means guess.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct TextOptions {
    /// Label of an encoding as the Encoding Standard knows it, for example `windows-1251`.
    pub encoding: Option<String>,
    /// What separates the fields; an ASCII character.
    pub delimiter: Option<char>,
}

/// One question to the reader.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReadRequest {
    /// What to read.
    pub what: Read,
    /// How to read text.
    pub text: TextOptions,
}

impl ReadRequest {
    /// All sheets with their first 200 rows.
    pub fn preview() -> Self {
        Self {
            what: Read::Preview {
                rows_per_sheet: 200,
            },
            text: TextOptions::default(),
        }
    }

    /// All rows of the sheet with this name.
    pub fn sheet(name: &str) -> Self {
        Self {
            what: Read::Sheet {
                name: name.to_owned(),
            },
            text: TextOptions::default(),
        }
    }
}
