//! The packs of the program, without any site, and the check of a company's own pack in a folder on the disk.

use zonewright_catalog::{CatalogProblem, load_folder};

use crate::app::App;
use crate::problem::Problem;
use crate::question::{find_pack, group_views, pack_view, requirement_view};
use crate::wire::Nothing;
use crate::wire::catalog::{PackCheck, PackProblemView};
use crate::wire::files::ByFile;
use crate::wire::question::{PackView, QuestionsView};
use crate::wire::site::ById;

/// Every pack.
pub(crate) fn list(_app: &App, _input: Nothing) -> Result<Vec<PackView>, Problem> {
    let packs = zonewright_catalog::packs().iter();
    Ok(packs.map(|pack| pack_view(pack)).collect())
}

/// A pack with all its requirements and questions.
pub(crate) fn get(_app: &App, input: ById) -> Result<QuestionsView, Problem> {
    let pack = find_pack(&input.id)?;
    let requirements = pack.requirements.iter();
    Ok(QuestionsView {
        pack: pack_view(pack),
        groups: group_views(pack),
        requirements: requirements
            .map(|requirement| requirement_view(pack, requirement, None))
            .collect(),
    })
}

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
