//! The sample site: built by its script from its spreadsheet, the same way a person would.

use std::path::{Path, PathBuf};

use zonewright_domain::id::SiteId;
use zonewright_domain::snapshot::Site;
use zonewright_store::io_reason;

use crate::app::App;
use crate::files::{create, write_whole};
use crate::problem::Problem;
use crate::script::run_lines;

/// The script, as in `fixtures/sites/dosing-plant`.
const SCRIPT: &str = include_str!("../../../fixtures/sites/dosing-plant/site.flow");

/// The files beside it, by name.
const FILES: &[(&str, &[u8])] = &[
    (
        "assets.xlsx",
        include_bytes!("../../../fixtures/sites/dosing-plant/assets.xlsx"),
    ),
    (
        "evidence/backup-log-2026-10.txt",
        include_bytes!("../../../fixtures/sites/dosing-plant/evidence/backup-log-2026-10.txt"),
    ),
    (
        "evidence/firewall-rules-south.txt",
        include_bytes!("../../../fixtures/sites/dosing-plant/evidence/firewall-rules-south.txt"),
    ),
    (
        "evidence/training-record-2026.txt",
        include_bytes!("../../../fixtures/sites/dosing-plant/evidence/training-record-2026.txt"),
    ),
    (
        "evidence/vendor-sessions-2026-10.txt",
        include_bytes!("../../../fixtures/sites/dosing-plant/evidence/vendor-sessions-2026-10.txt"),
    ),
    (
        "evidence/wlan-configuration.txt",
        include_bytes!("../../../fixtures/sites/dosing-plant/evidence/wlan-configuration.txt"),
    ),
];

/// Makes the sample site at `path` and leaves it open; a site that cannot be finished, as on a full drive, is removed.
pub(crate) fn build(app: &mut App, path: PathBuf) -> Result<(), Problem> {
    let folder = tempfile::tempdir().map_err(|error| {
        let reason = io_reason(&error);
        Problem::failed(
            "sample.folder",
            format!("The sample site cannot be unpacked: {reason}. Nothing was changed."),
            "Make room on the disk and try again.",
        )
    })?;
    for (name, bytes) in FILES {
        let target = folder.path().join(name);
        if let Some(parent) = target.parent() {
            drop(std::fs::create_dir_all(parent));
        }
        write_whole(&target, bytes)?;
    }
    let id = SiteId::parse("site-dosing").map_err(|error| Problem::broken(error.to_string()))?;
    let site = Site {
        id,
        name: "Rheinfeld dosing and packaging".to_owned(),
        company: String::new(),
        location: String::new(),
        suc: String::new(),
        boundary: String::new(),
        assessor: String::new(),
        target_maturity: None,
    };
    create(app, path.clone(), site)?;
    match run_lines(app, SCRIPT, folder.path()) {
        Ok(_) => Ok(()),
        Err(stopped) => Err(take_back(app, &path, stopped.problem)),
    }
}

/// Removes the half-made site. If that fails too, the file is a sound site that says less than the sample.
fn take_back(app: &mut App, path: &Path, mut problem: Problem) -> Problem {
    app.set_open(None);
    drop(std::fs::remove_file(path));
    problem.message = format!("The sample site was not made. {}", problem.message);
    problem
}
