//! Reads the content files of one pack and tells every problem at once.

mod chapter;
mod guidance;
mod question;
mod texts;

use zonewright_domain::pack::{Pack, PackScale};

use crate::format::{ChapterFile, PackFile};
use crate::identifier::is_pack_id;
use crate::load::chapter::Chapters;
pub(crate) use crate::load::texts::{Texts, place};
use crate::problem::{CatalogProblem, Fault};
use crate::source::{Source, sha256};

/// Name of the file that describes the pack; every other file is a chapter.
const PACK_FILE: &str = "pack.toml";

/// Reads a pack from its content files, given as (file name, text) in any order; chapters are taken in the order
/// of their names.
///
/// # Errors
/// Every problem found in any of the files, in the order of file and line.
pub fn load(files: &[(&str, &str)]) -> Result<Pack, Vec<CatalogProblem>> {
    load_with_note(files).map(|(pack, _)| pack)
}

/// [`load`], with the note on the edition beside the pack.
pub(crate) fn load_with_note(
    files: &[(&str, &str)],
) -> Result<(Pack, String), Vec<CatalogProblem>> {
    let sources = Source::all(files);
    let mut problems = files_twice(&sources);
    let head = read_head(&sources, &mut problems);
    let mut chapters = Vec::new();
    for source in sources.iter().filter(|source| source.name != PACK_FILE) {
        match source.read::<ChapterFile>() {
            Ok(chapter) => chapters.push((source, chapter)),
            Err(problem) => problems.push(problem),
        }
    }
    // Without a scale nothing can be said about the chapters that would not be a guess.
    let Some(head) = head else {
        return Err(problems);
    };
    let mut reader = Chapters::new(head.scale, &mut problems);
    for (source, chapter) in &chapters {
        reader.read(source, chapter);
    }
    let (groups, requirements) = reader.finish();
    if requirements.is_empty() && problems.is_empty() {
        problems.push(CatalogProblem {
            file: PACK_FILE.to_owned(),
            line: None,
            fault: Fault::Empty,
        });
    }
    if !problems.is_empty() {
        problems.sort_by(|a, b| (&a.file, a.line).cmp(&(&b.file, b.line)));
        return Err(problems);
    }
    let pack = Pack {
        id: head.id,
        standard: head.standard,
        title: head.title,
        version: head.version,
        sha256: sha256(&sources),
        scale: head.scale,
        groups,
        requirements,
    };
    Ok((pack, head.edition_note))
}

/// `pack.toml` after its checks.
struct Head {
    id: String,
    standard: String,
    title: String,
    version: String,
    scale: PackScale,
    edition_note: String,
}

fn files_twice(sources: &[Source]) -> Vec<CatalogProblem> {
    let twice = sources
        .windows(2)
        .filter(|pair| pair[0].name == pair[1].name);
    twice
        .map(|pair| CatalogProblem {
            file: pair[0].name.clone(),
            line: None,
            fault: Fault::FileTwice,
        })
        .collect()
}

fn read_head(sources: &[Source], problems: &mut Vec<CatalogProblem>) -> Option<Head> {
    let Some(source) = sources.iter().find(|source| source.name == PACK_FILE) else {
        problems.push(CatalogProblem {
            file: PACK_FILE.to_owned(),
            line: None,
            fault: Fault::NoPackFile,
        });
        return None;
    };
    let file = match source.read::<PackFile>() {
        Ok(file) => file,
        Err(problem) => {
            problems.push(problem);
            return None;
        }
    };
    let mut texts = Texts {
        source,
        problems,
        owner: "The pack",
        at: 0..0,
    };
    let id = texts.take(&file.id, "id");
    let standard = texts.take(&file.standard, "standard");
    let title = texts.take(&file.title, "title");
    let version = texts.take(&file.version, "version");
    let edition_note = texts.take(&file.edition_note, "edition_note");
    let word = texts.take(&file.scale, "scale");
    if !id.is_empty() && !is_pack_id(&id) {
        let fault = Fault::BadId {
            id: id.clone(),
            pattern: "iec62443-3-3-2013, in small letters, digits and hyphens",
        };
        problems.push(source.problem(&place(&file.id), fault));
    }
    let scale = PackScale::parse(&word);
    if scale.is_none() && !word.is_empty() {
        problems.push(source.problem(&place(&file.scale), Fault::UnknownScale { word }));
    }
    Some(Head {
        id,
        standard,
        title,
        version,
        scale: scale?,
        edition_note,
    })
}
