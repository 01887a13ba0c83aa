//! The front end: its packages and its pages. The window embeds `ui/dist`, so that comes before any workspace build.

use std::path::Path;
use std::process::Command;
use std::time::SystemTime;

use crate::{place, shell};

/// `npm` in the front end's folder.
pub(crate) fn npm(args: &[&str]) -> Command {
    // On Windows npm is a script that needs the command interpreter.
    let mut command = if cfg!(windows) {
        shell::command("cmd", &["/C", "npm"])
    } else {
        shell::command("npm", &[])
    };
    command.args(args).current_dir(place::ui());
    command
}

/// Installs exactly what the lock file says, unless that is what is there.
pub(crate) fn install() -> Result<(), String> {
    let lock = changed(&place::ui().join("package-lock.json"));
    let installed = changed(&place::ui().join("node_modules/.package-lock.json"));
    if installed.is_some() && installed >= lock {
        println!("The packages fit the lock file.");
        return Ok(());
    }
    shell::show(npm(&["ci", "--no-audit", "--no-fund"]))
}

/// Builds the pages.
pub(crate) fn build() -> Result<(), String> {
    shell::show(npm(&["run", "build"]))?;
    let page = place::ui().join("dist/index.html");
    if page.is_file() {
        Ok(())
    } else {
        Err(format!("{} was not made", page.display()))
    }
}

fn changed(path: &Path) -> Option<SystemTime> {
    std::fs::metadata(path)
        .and_then(|data| data.modified())
        .ok()
}
