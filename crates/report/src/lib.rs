//! The report: a site and its posture in, a tagged and archivable PDF out (PDF 1.7, PDF/A-3a, PDF/UA-1).
//!
//! `content` says what the report says, `layout` where it stands, `pdf` how it is written. Nothing here reads a clock,
//! a file or a font of the machine: equal input gives equal bytes.

mod appearance;
mod assessment;
mod content;
mod drawing;
mod error;
mod face;
mod layout;
mod palette;
mod pdf;

pub use appearance::{AppearanceText, signature_appearance};
pub use assessment::{EMBEDDED_NAME, EMBEDDED_SCHEMA, read_embedded};
pub use error::ReportError;
pub use layout::{SIGN_FIELD_HEIGHT_PT, SIGN_FIELD_WIDTH_PT};

use chrono::{DateTime, FixedOffset};
use zonewright_domain::pack::Pack;
use zonewright_domain::posture::Posture;
use zonewright_domain::snapshot::SiteSnapshot;

/// All that a report is made from.
#[derive(Debug, Clone)]
pub struct ReportInput<'a> {
    /// The site at one moment.
    pub snapshot: &'a SiteSnapshot,
    /// Its posture, computed from the same snapshot and packs.
    pub posture: &'a Posture,
    /// The packs in use.
    pub packs: &'a [&'a Pack],
    /// The moment that the report bears.
    pub made_at: DateTime<FixedOffset>,
    /// Version of the program.
    pub program_version: &'a str,
    /// What the person chose.
    pub options: ReportOptions,
}

/// What a person chooses for a report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReportOptions {
    /// How far the report may travel, such as `Confidential`; empty for no mark.
    pub classification: String,
    /// True for a report that is not meant to be signed: every page says so.
    pub draft: bool,
}

impl Default for ReportOptions {
    fn default() -> Self {
        Self {
            classification: "Confidential".to_owned(),
            draft: false,
        }
    }
}

/// Writes the report with its three empty signature fields and the embedded `assessment.json`.
///
/// # Errors
/// [`ReportError`] only for faults of the program: every site can be reported, whatever its texts hold.
pub fn render(input: &ReportInput<'_>) -> Result<Vec<u8>, ReportError> {
    let content = content::content(input);
    let laid = layout::lay_out(&content);
    let json = assessment::json(input)?;
    let site = &input.snapshot.site;
    let facts = pdf::Facts {
        title: one_line(&format!("{}: {}", content::KIND, site.name)),
        author: one_line(if site.assessor.trim().is_empty() {
            "Not named"
        } else {
            &site.assessor
        }),
        subject: one_line(&format!("{} of {}", content::KIND, site.name)),
        producer: one_line(&format!("Zonewright {}", input.program_version)),
        made_at: input.made_at,
        attachment: Some((EMBEDDED_NAME, &json)),
    };
    pdf::write(&laid, &facts)
}

/// The drawing of zones and conduits as an SVG document, from the same source as the figure of the report.
pub fn plan_svg(snapshot: &SiteSnapshot) -> String {
    drawing::svg::document(&drawing::plan::plan(snapshot))
}

/// Properties of a file hold no line ends and no control characters.
fn one_line(text: &str) -> String {
    let words = text.split(|c: char| {
        c.is_whitespace() || c.is_control() || matches!(c, '\u{FFFE}' | '\u{FFFF}')
    });
    words
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}
