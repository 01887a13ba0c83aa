//! Writes the report of the open site.

use sha2::{Digest as _, Sha256};
use zonewright_report::{ReportError, ReportInput, ReportOptions, render};

use crate::PROGRAM_VERSION;
use crate::app::App;
use crate::export::Export;
use crate::files::name_of_path;
use crate::problem::Problem;
use crate::wire::files::ByFile;
use crate::wire::report::ReportView;

/// Renders the site as it is now and puts the PDF in place whole.
pub(crate) fn make(app: &mut App, input: ByFile) -> Result<ReportView, Problem> {
    let path = app.path(&input.file)?;
    let snapshot = app.file()?.snapshot()?;
    let packs = zonewright_catalog::site_packs();
    let posture = zonewright_domain::posture::posture(&snapshot, &packs);
    let pdf = render(&ReportInput {
        snapshot: &snapshot,
        posture: &posture,
        packs: &packs,
        made_at: app.now(),
        program_version: PROGRAM_VERSION,
        options: ReportOptions::default(),
    })?;
    Export::Report.write(&path, &pdf)?;
    let sha256 = Sha256::digest(&pdf)
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect();
    Ok(ReportView {
        name: name_of_path(&path),
        file: input.file,
        size: pdf.len(),
        sha256,
    })
}

impl From<ReportError> for Problem {
    fn from(error: ReportError) -> Self {
        let code = error.code().replacen('_', ".", 1);
        Self::failed(
            &code,
            error.to_string(),
            "The site is unchanged and no report was written. Correct what the message names and try again.",
        )
    }
}
