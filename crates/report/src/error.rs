//! Why a report could not be written or read, each with what to do about it.

use thiserror::Error;

/// Why a report could not be written or read. The site file is never touched by this crate, so nothing in it is lost.
#[derive(Debug, Error)]
#[non_exhaustive]
pub enum ReportError {
    /// A bundled font cannot be read or reduced to the glyphs in use; our own fault.
    #[error(
        "The bundled font “{face}” cannot be used ({detail}). The site is unchanged; install the program again and write the report once more."
    )]
    Font {
        /// The face.
        face: &'static str,
        /// What the font library says.
        detail: String,
    },
    /// The PDF could not be put together; our own fault.
    #[error(
        "The report could not be put together ({detail}). The site is unchanged; please send this message with a copy of the site file."
    )]
    Assembly {
        /// Which rule of the result is broken.
        detail: String,
    },
    /// The bytes are no PDF, or a damaged one.
    #[error(
        "This file cannot be read as a PDF ({detail}). Choose a report written by this program, or write it again from the site file."
    )]
    Unreadable {
        /// What the reader says.
        detail: String,
    },
    /// A PDF without the machine-readable assessment.
    #[error("This PDF holds no assessment.json. Choose a report written by this program.")]
    NoAssessment,
    /// The machine-readable assessment is there but cannot be understood.
    #[error(
        "The assessment.json in this PDF is damaged ({detail}). Write the report again from the site file."
    )]
    BadAssessment {
        /// What the reader says.
        detail: String,
    },
}

impl ReportError {
    /// Stable word for hosts, never reused.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Font { .. } => "report_font",
            Self::Assembly { .. } => "report_assembly",
            Self::Unreadable { .. } => "report_unreadable",
            Self::NoAssessment => "report_no_assessment",
            Self::BadAssessment { .. } => "report_bad_assessment",
        }
    }

    pub(crate) fn assembly(detail: impl Into<String>) -> Self {
        Self::Assembly {
            detail: detail.into(),
        }
    }
}

impl From<lopdf::Error> for ReportError {
    fn from(error: lopdf::Error) -> Self {
        Self::assembly(error.to_string())
    }
}

impl From<serde_json::Error> for ReportError {
    fn from(error: serde_json::Error) -> Self {
        Self::assembly(error.to_string())
    }
}
