//! Files: what is open, dialogs behind the host, new, open, copy, close; exports that are whole or not there.

use std::fs::File;
use std::io::{Read as _, Write as _};
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use zonewright_domain::id::SiteId;
use zonewright_domain::snapshot::{PackPin, Site};
use zonewright_store::{Existing, NewSite, OpenMode, SiteFile, io_reason};

use crate::PROGRAM_VERSION;
use crate::app::{App, OpenFile};
use crate::host::PickRequest;
use crate::problem::Problem;
use crate::site::{name_of, trimmed};
use crate::wire::files::*;
use crate::wire::site::SiteView;
use crate::wire::words::Change;
use crate::wire::{Done, Nothing};

/// How many recent sites are kept.
const RECENTS: usize = 8;

pub(crate) fn app_state(app: &mut App, _input: Nothing) -> Result<AppState, Problem> {
    let site = match app.open_file() {
        None => None,
        Some(open) => Some(OpenSiteView {
            name: open.file.site()?.name,
            read_only: open.file.read_only_cause().is_some(),
            file_name: name_of_path(&open.path),
        }),
    };
    let recents = read_recents(app)
        .into_iter()
        .filter(|recent| recent.path.is_file());
    let recents: Vec<Recent> = recents.collect();
    let recents = recents.into_iter().map(|recent| RecentView {
        file: app.grant(recent.path),
        name: recent.name,
        opened_at: recent.opened_at,
    });
    Ok(AppState {
        program_version: PROGRAM_VERSION.to_owned(),
        site,
        recents: recents.collect(),
        sample_available: true,
    })
}

pub(crate) fn pick_file(app: &mut App, input: PickFile) -> Result<Option<FileView>, Problem> {
    let purpose = input.purpose.read("purpose")?;
    let request = PickRequest {
        purpose,
        suggested: input.suggested.unwrap_or_default(),
    };
    let Some(mut path) = app.host_mut().pick(&request) else {
        return Ok(None);
    };
    if purpose.is_save()
        && path.extension().is_none()
        && let Some(ending) = purpose.endings().first()
    {
        path.set_extension(ending);
    }
    Ok(Some(FileView {
        name: name_of_path(&path),
        file: app.grant(path),
    }))
}

pub(crate) fn new_site(app: &mut App, input: NewSiteInput) -> Result<SiteView, Problem> {
    let path = app.path(&input.file)?;
    let id = match &input.id {
        Some(text) => {
            SiteId::parse(text).map_err(|error| Problem::field("id", format!("{error}.")))?
        }
        None => SiteId::from_bits(app.random_bits()),
    };
    let site = Site {
        id,
        name: name_of("name", &input.name)?,
        company: trimmed(input.company.as_deref().unwrap_or_default())?,
        location: String::new(),
        suc: String::new(),
        boundary: String::new(),
        assessor: trimmed(input.assessor.as_deref().unwrap_or_default())?,
        target_maturity: None,
    };
    create(app, path, site)
}

/// Makes the file and opens it; whatever was open is closed first.
pub(crate) fn create(app: &mut App, path: PathBuf, site: Site) -> Result<SiteView, Problem> {
    let pin = |pack: &zonewright_domain::pack::Pack| PackPin {
        id: pack.id.clone(),
        sha256: pack.sha256.clone(),
    };
    let packs: Vec<PackPin> = zonewright_catalog::site_packs().map(pin).to_vec();
    let (who, at) = (app.host().user_name(), app.now_text());
    let new = NewSite {
        site: &site,
        packs: &packs,
        who: &who,
        at: &at,
        program_version: PROGRAM_VERSION,
    };
    let file = SiteFile::create(&path, &new)?;
    app.set_open(Some(OpenFile { file, path }));
    opened(app)
}

pub(crate) fn open_site(app: &mut App, input: OpenSite) -> Result<SiteView, Problem> {
    let path = app.path(&input.file)?;
    if app.open_path() == Some(path.as_path()) {
        app.set_open(None);
    }
    let (who, since) = (app.host().user_name(), app.now_text());
    let mode = match input.read_only {
        Some(true) => OpenMode::Read,
        _ => OpenMode::Write {
            who: &who,
            since: &since,
        },
    };
    let file = SiteFile::open(&path, mode)?;
    app.set_open(Some(OpenFile { file, path }));
    opened(app)
}

pub(crate) fn open_sample(app: &mut App, input: ByFile) -> Result<SiteView, Problem> {
    let path = app.path(&input.file)?;
    crate::sample::build(app, path)?;
    opened(app)
}

pub(crate) fn close_site(app: &mut App, _input: Nothing) -> Result<Done, Problem> {
    app.set_open(None);
    Ok(Done {})
}

pub(crate) fn copy_site(app: &mut App, input: ByFile) -> Result<FileView, Problem> {
    let path = app.path(&input.file)?;
    app.file()?.copy_to(&path, Existing::Keep)?;
    Ok(FileView {
        name: name_of_path(&path),
        file: input.file,
    })
}

fn opened(app: &mut App) -> Result<SiteView, Problem> {
    let site = app.file()?.site()?;
    if let Some(path) = app.open_path().map(Path::to_path_buf) {
        remember(app, path, &site.name);
    }
    app.mark(Change::Recents);
    Ok(crate::site::view(&site))
}

/// A site that was open before, as kept in the configuration folder.
#[derive(Debug, Clone, Serialize, Deserialize)]
struct Recent {
    path: PathBuf,
    name: String,
    opened_at: String,
}

fn recents_path(app: &App) -> PathBuf {
    app.host().config_dir().join("recents.json")
}

/// The list, or an empty one: losing it loses nothing of value.
fn read_recents(app: &App) -> Vec<Recent> {
    std::fs::read(recents_path(app))
        .ok()
        .and_then(|bytes| serde_json::from_slice(&bytes).ok())
        .unwrap_or_default()
}

/// Puts a site on top of the list. A list that cannot be written is no reason to refuse the site.
fn remember(app: &App, path: PathBuf, name: &str) {
    let Ok(path) = std::path::absolute(path) else {
        return;
    };
    let mut recents = read_recents(app);
    recents.retain(|recent| recent.path != path);
    recents.insert(
        0,
        Recent {
            path,
            name: name.to_owned(),
            opened_at: app.now_text(),
        },
    );
    recents.truncate(RECENTS);
    if let Ok(bytes) = serde_json::to_vec_pretty(&recents) {
        drop(write_whole(&recents_path(app), &bytes));
    }
}

/// File name without folders, for people; a path that ends in no name stands for itself.
pub(crate) fn name_of_path(path: &Path) -> String {
    path.file_name()
        .unwrap_or(path.as_os_str())
        .to_string_lossy()
        .into_owned()
}

/// Reads a file of at most `largest` bytes.
pub(crate) fn read_limited(path: &Path, largest: u64) -> Result<Vec<u8>, Problem> {
    let failed = |error: std::io::Error| cannot_read(path, &error);
    let mut bytes = Vec::new();
    File::open(path)
        .map_err(failed)?
        .take(largest + 1)
        .read_to_end(&mut bytes)
        .map_err(failed)?;
    if bytes.len() as u64 > largest {
        return Err(Problem::refused(
            "file.too_large",
            format!(
                "“{}” is larger than {} MB. Nothing was changed.",
                name_of_path(path),
                largest / 1024 / 1024
            ),
            "Choose a smaller file.",
        ));
    }
    Ok(bytes)
}

pub(crate) fn cannot_read(path: &Path, error: &std::io::Error) -> Problem {
    let (name, reason) = (name_of_path(path), io_reason(error));
    Problem::failed(
        "file.unreadable",
        format!("“{name}” cannot be read: {reason}. Nothing was changed."),
        "Check that the file is still there and that you may read it, then try again.",
    )
}

/// Who may read a file that the program writes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Readers {
    /// The person alone, as for keys.
    OwnerAlone,
    /// Whoever the system's settings allow, as for files that are handed over.
    Others,
}

/// Writes a file for the person alone so that it is whole or not there.
pub(crate) fn write_whole(path: &Path, bytes: &[u8]) -> Result<(), Problem> {
    write_for(Readers::OwnerAlone, path, bytes)
}

/// Writes a file so that it is whole or not there: to a temporary file beside it, synced, then renamed.
pub(crate) fn write_for(readers: Readers, path: &Path, bytes: &[u8]) -> Result<(), Problem> {
    let name = name_of_path(path);
    let failed = |error: std::io::Error| {
        let reason = match error.kind() {
            std::io::ErrorKind::NotFound => "its folder is not there".to_owned(),
            _ => io_reason(&error),
        };
        Problem::failed(
            "file.unwritable",
            format!(
                "“{name}” cannot be written: {reason}. What was there before is unchanged, and the site is not affected."
            ),
            "Choose another folder, or make room on the disk, and try again.",
        )
    };
    let folder = path
        .parent()
        .filter(|folder| !folder.as_os_str().is_empty())
        .unwrap_or(Path::new("."));
    let mut temporary = passing(readers).tempfile_in(folder).map_err(failed)?;
    temporary
        .write_all(bytes)
        .and_then(|()| temporary.as_file().sync_all())
        .map_err(failed)?;
    temporary
        .persist(path)
        .map_err(|error| failed(error.error))?;
    Ok(())
}

fn passing(readers: Readers) -> tempfile::Builder<'static, 'static> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(".zonewright-").suffix(".part");
    #[cfg(unix)]
    if readers == Readers::Others {
        // The system takes away from this what the person's settings (umask) deny.
        use std::os::unix::fs::PermissionsExt as _;
        builder.permissions(std::fs::Permissions::from_mode(0o666));
    }
    builder
}
