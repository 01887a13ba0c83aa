//! Why a file could not be read at all. The site file is never touched by reading, and every message ends with a remedy.

use std::fmt;

/// Which limit a file goes beyond.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TooLarge {
    /// The file itself.
    File,
    /// What the parts of a workbook say they unpack to.
    Unpacked,
    /// The number of parts in the workbook.
    Parts,
    /// The table of texts of a workbook.
    SharedTexts,
    /// The number of cells.
    Cells,
    /// The texts of all cells together.
    CellTexts,
}

impl TooLarge {
    /// All limits.
    pub const ALL: [Self; 6] = [
        Self::File,
        Self::Unpacked,
        Self::Parts,
        Self::SharedTexts,
        Self::Cells,
        Self::CellTexts,
    ];

    const fn what(self) -> &'static str {
        match self {
            Self::File => "the file is larger",
            Self::Unpacked => "its content unpacks to more",
            Self::Parts => "it is made of more parts",
            Self::SharedTexts => "its table of texts is larger",
            Self::Cells => "it holds or spans more cells",
            Self::CellTexts => "its cells hold more text",
        }
    }
}

/// Why a file could not be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ImportError {
    /// The file cannot be opened: absent, no permission, a folder.
    CannotOpen {
        /// What the system said.
        reason: String,
    },
    /// A file of 0 bytes, or of nothing but white space.
    Empty,
    /// Beyond a limit.
    TooLarge {
        /// Which limit.
        limit: TooLarge,
        /// The limit.
        allowed: u64,
    },
    /// Locked by a password or by rights management.
    Protected,
    /// A spreadsheet that is cut off or spoilt.
    Damaged {
        /// What the reader met.
        detail: String,
    },
    /// Something other than a spreadsheet.
    NotASpreadsheet {
        /// What the content looks like, for example `a PDF document`.
        looks_like: &'static str,
    },
    /// No sheet of this name.
    NoSuchSheet {
        /// The name asked for.
        name: String,
    },
    /// The name of an encoding or separator that does not exist.
    BadTextOptions {
        /// What was asked for.
        given: String,
    },
    /// The reader process ended itself: out of memory, or a fault while reading.
    Unsafe,
    /// The reader did not finish in time.
    TimedOut {
        /// Seconds it had.
        seconds: u64,
    },
    /// The person stopped it.
    Cancelled,
    /// The reader process could not be started or spoke nonsense.
    Reader {
        /// What happened.
        reason: String,
    },
}

impl ImportError {
    /// Stable word of the kind of error.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::CannotOpen { .. } => "import_cannot_open",
            Self::Empty => "import_empty_file",
            Self::TooLarge { .. } => "import_too_large",
            Self::Protected => "import_protected",
            Self::Damaged { .. } => "import_damaged",
            Self::NotASpreadsheet { .. } => "import_not_a_spreadsheet",
            Self::NoSuchSheet { .. } => "import_no_such_sheet",
            Self::BadTextOptions { .. } => "import_bad_text_options",
            Self::Unsafe => "import_unsafe",
            Self::TimedOut { .. } => "import_timed_out",
            Self::Cancelled => "import_cancelled",
            Self::Reader { .. } => "import_reader_failed",
        }
    }

    /// What happened and what it means for the site, in plain sentences.
    pub fn message(&self) -> String {
        let what = match self {
            Self::CannotOpen { reason } => format!("The file cannot be opened ({reason})."),
            Self::Empty => "The file is empty.".to_owned(),
            Self::TooLarge { limit, allowed } => {
                format!("The file is too large: {} than the {allowed} that are allowed.", limit.what())
            }
            Self::Protected => {
                "The file is protected by a password or by rights management.".to_owned()
            }
            Self::Damaged { detail } => {
                format!("The file is damaged or cut off and cannot be read ({detail}).")
            }
            Self::NotASpreadsheet { looks_like } => {
                format!("The file is not a spreadsheet: it looks like {looks_like}.")
            }
            Self::NoSuchSheet { name } => format!("The file has no sheet named “{name}”."),
            Self::BadTextOptions { given } => {
                format!("“{given}” is not an encoding or separator that text can be read with.")
            }
            Self::Unsafe => "This file could not be read safely: it asked for more memory than a list of assets needs, or is made in a way that breaks readers.".to_owned(),
            Self::TimedOut { seconds } => {
                format!("Reading the file took longer than {seconds} seconds and was stopped.")
            }
            Self::Cancelled => "Reading the file was stopped.".to_owned(),
            Self::Reader { reason } => format!("The reader did not work ({reason})."),
        };
        format!("{what} Nothing was imported and the site is unchanged.")
    }

    /// What the person can do now.
    pub const fn hint(&self) -> &'static str {
        match self {
            Self::CannotOpen { .. } => {
                "Check that the file is there and that you may read it, then choose it again."
            }
            Self::Empty => "Choose another file, or ask its sender for a new copy.",
            Self::TooLarge { .. } | Self::TimedOut { .. } => {
                "Copy the list of assets alone into a new workbook, or save that sheet as CSV, and import that."
            }
            Self::Protected => {
                "Open it in the program it was made with, remove the protection or copy the list into a new workbook, and import that copy."
            }
            Self::Damaged { .. } | Self::Unsafe => {
                "Open it in a spreadsheet program, save it under a new name as xlsx or CSV, and import that copy."
            }
            Self::NotASpreadsheet { .. } => {
                "Choose an xlsx, xlsb, xls, ods, csv or tsv file; from another program, export the list as CSV first."
            }
            Self::NoSuchSheet { .. } => "Choose one of the sheets of the file.",
            Self::BadTextOptions { .. } => {
                "Choose an encoding such as utf-8, windows-1252 or utf-16le, and a separator such as , ; or tab."
            }
            Self::Cancelled => "Start the import again when you are ready.",
            Self::Reader { .. } => {
                "Start Zonewright again; if it happens again, save the list as CSV and report the fault."
            }
        }
    }
}

impl fmt::Display for ImportError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.message(), self.hint())
    }
}

impl std::error::Error for ImportError {}
