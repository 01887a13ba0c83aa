//! The check of a company's own pack, in a folder on the disk.

use zonewright_catalog::{CatalogProblem, load_folder};

use crate::app::App;
use crate::problem::Problem;
use crate::question::pack_view;
use crate::wire::catalog::{PackCheck, PackProblemView};
use crate::wire::files::ByFile;

/// Reads the folder as a pack and tells every problem; changes nothing.
pub(crate) fn check(app: &App, input: ByFile) -> Result<PackCheck, Problem> {
    let folder = app.path(&input.file)?;
    Ok(match load_folder(&folder) {
        Ok(pack) => PackCheck {
            ok: true,
            problems: Vec::new(),
            pack: Some(pack_view(&pack)),
        },
        Err(problems) => PackCheck {
            ok: false,
            problems: problems.iter().map(problem_view).collect(),
            pack: None,
        },
    })
}

fn problem_view(problem: &CatalogProblem) -> PackProblemView {
    PackProblemView {
        file: problem.file.clone(),
        line: problem.line,
        message: problem.fault.to_string(),
        remedy: problem.fault.remedy(),
    }
}
