//! The packs of the program, without any site, and the check of a company's own pack in a folder on the disk.

use zonewright_catalog::{CatalogProblem, load_folder};
use zonewright_domain::pack::Pack;

use crate::app::App;
use crate::problem::Problem;
use crate::question::{group_views, pack_view, requirement_view};
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

/// The embedded pack that a message names.
pub(crate) fn find_pack(id: &str) -> Result<&'static Pack, Problem> {
    zonewright_catalog::find_pack(id).ok_or_else(|| not_in_catalog("pack", id))
}

/// The same, if sites are assessed by it: nothing counts the answers to other packs.
pub(crate) fn find_used_pack(id: &str) -> Result<&'static Pack, Problem> {
    let pack = find_pack(id)?;
    if zonewright_catalog::site_packs()
        .iter()
        .any(|used| used.id == pack.id)
    {
        return Ok(pack);
    }
    let standard = &pack.standard;
    let message = format!(
        "This site is not assessed by {standard}, so nothing of it is answered here. Nothing was changed."
    );
    let help = "Answer the questions of the packs that the site uses.";
    Err(Problem::refused("pack.unused", message, help).with("id", id))
}

/// A pack, requirement or framework that the program does not have.
pub(crate) fn not_in_catalog(noun: &str, id: &str) -> Problem {
    Problem::refused(
        &format!("{noun}.missing"),
        format!("This program knows no {noun} “{id}”. Nothing was changed."),
        "Check the spelling against the catalog.",
    )
    .with("id", id)
}
