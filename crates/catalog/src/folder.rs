//! A pack of a company, read from a folder on the disk within limits: the folder may be anything.

use std::fs::{self, File};
use std::io::Read as _;
use std::path::Path;

use zonewright_domain::pack::Pack;

use crate::load::load;
use crate::problem::{CatalogProblem, Fault};

/// Most entries of a folder.
const MOST_FILES: usize = 64;

/// Largest content file; ten times the largest that ships.
const LARGEST_KB: u64 = 1024;

/// Reads a pack from the files of a folder: every `.toml` file; notes (`.md`) and hidden files are passed over.
///
/// # Errors
/// Every problem of the folder and its files; problems of the content are told only when all files can be read.
pub fn load_folder(folder: &Path) -> Result<Pack, Vec<CatalogProblem>> {
    let names = list(folder)?;
    let mut problems = Vec::new();
    let mut files = Vec::new();
    for name in names {
        match read(&folder.join(&name)) {
            Ok(Some(text)) => files.push((name, text)),
            Ok(None) => {}
            Err((line, fault)) => problems.push(about(&name, line, fault)),
        }
    }
    if !problems.is_empty() {
        return Err(problems);
    }
    let borrowed: Vec<_> = files
        .iter()
        .map(|(name, text)| (name.as_str(), text.as_str()))
        .collect();
    load(&borrowed)
}

fn about(file: &str, line: Option<usize>, fault: Fault) -> CatalogProblem {
    CatalogProblem {
        file: file.to_owned(),
        line,
        fault,
    }
}

/// Names of the entries in order.
fn list(folder: &Path) -> Result<Vec<String>, Vec<CatalogProblem>> {
    let shown = folder.display().to_string();
    let failed = |error: std::io::Error| vec![about(&shown, None, not_readable(&error))];
    let mut names = Vec::new();
    for entry in fs::read_dir(folder).map_err(failed)? {
        if names.len() == MOST_FILES {
            let fault = Fault::TooManyFiles { limit: MOST_FILES };
            return Err(vec![about(&shown, None, fault)]);
        }
        let name = entry.map_err(failed)?.file_name();
        names.push(name.to_string_lossy().into_owned());
    }
    names.sort();
    Ok(names)
}

/// The text of a content file; `None` for what may stand beside the content. Only plain files are opened, because
/// opening a pipe would wait for ever.
fn read(path: &Path) -> Result<Option<String>, (Option<usize>, Fault)> {
    let name = path
        .file_name()
        .map(|name| name.to_string_lossy())
        .unwrap_or_default();
    if name.starts_with('.') || name.to_lowercase().ends_with(".md") {
        return Ok(None);
    }
    let failed = |error: std::io::Error| (None, not_readable(&error));
    let entry = fs::metadata(path).map_err(failed)?;
    if !entry.is_file() || !name.ends_with(".toml") {
        return Err((None, Fault::NotContent));
    }
    let mut bytes = Vec::new();
    let limit = LARGEST_KB * 1024;
    File::open(path)
        .and_then(|file| file.take(limit + 1).read_to_end(&mut bytes))
        .map_err(failed)?;
    if bytes.len() as u64 > limit {
        return Err((
            None,
            Fault::TooLarge {
                limit_kb: LARGEST_KB,
            },
        ));
    }
    String::from_utf8(bytes).map(Some).map_err(|error| {
        let sound = &error.as_bytes()[..error.utf8_error().valid_up_to()];
        let line = sound.iter().filter(|byte| **byte == b'\n').count() + 1;
        (Some(line), Fault::NotUtf8)
    })
}

fn not_readable(error: &std::io::Error) -> Fault {
    let reason = match error.kind() {
        std::io::ErrorKind::NotFound => "it is not there".to_owned(),
        std::io::ErrorKind::PermissionDenied => "access is denied".to_owned(),
        std::io::ErrorKind::NotADirectory => "it is no folder".to_owned(),
        _ => error.to_string(),
    };
    Fault::NotReadable { reason }
}
