//! Tools that no system package offers in the right version; they live below the target folder and nowhere else.

use std::path::PathBuf;

use crate::{place, shell};

/// The independent judge of signatures, its command line and its checker of certificates, in the versions this was proven with.
const PYHANKO: &[&str] = &[
    "pyHanko==0.38.0",
    "pyhanko-cli==0.6.0",
    "pyhanko-certvalidator==0.33.0",
];
const TAURI_DRIVER: &str = "2.1.0";

/// pyHanko's command, in a virtual environment of its own.
pub(crate) fn pyhanko() -> Result<PathBuf, String> {
    let folder = place::target().join("tools/pyhanko");
    let program = folder.join("bin/pyhanko");
    let marker = folder.join("versions");
    let versions = PYHANKO.join(" ");
    if program.is_file() && std::fs::read_to_string(&marker).is_ok_and(|found| found == versions) {
        return Ok(program);
    }
    make_environment(&folder)?;
    let mut install = shell::command(
        folder.join("bin/python"),
        &[
            "-m",
            "pip",
            "install",
            "--quiet",
            "--disable-pip-version-check",
        ],
    );
    install.args(PYHANKO);
    shell::show(install)?;
    std::fs::write(&marker, versions)
        .map_err(|error| format!("{} cannot be written: {error}", marker.display()))?;
    Ok(program)
}

/// Tries each Python in turn: some come without the module that makes environments.
fn make_environment(folder: &std::path::Path) -> Result<(), String> {
    let folder = folder.to_string_lossy();
    let mut complaint = String::new();
    for python in ["python3", "/usr/bin/python3"] {
        match shell::read(shell::command(python, &["-m", "venv", "--clear", &folder])) {
            Ok(_) => return Ok(()),
            Err(message) => complaint = message,
        }
    }
    Err(format!(
        "No Python here can make a virtual environment; install python3-venv. The last one said:\n{complaint}"
    ))
}

/// The program that lets a WebDriver client drive our window.
pub(crate) fn tauri_driver() -> Result<PathBuf, String> {
    let folder = place::target().join("tools");
    let program = folder
        .join("bin")
        .join(format!("tauri-driver{}", std::env::consts::EXE_SUFFIX));
    if !program.is_file() {
        let root = folder.to_string_lossy();
        shell::show(shell::cargo(&[
            "install",
            "tauri-driver",
            "--version",
            TAURI_DRIVER,
            "--locked",
            "--root",
            &root,
        ]))?;
    }
    Ok(program)
}

/// Fails with the names of the programs that are not on the path.
pub(crate) fn require(programs: &[&str]) -> Result<(), String> {
    let missing: Vec<&str> = programs
        .iter()
        .copied()
        .filter(|program| !shell::is_installed(program))
        .collect();
    if missing.is_empty() {
        Ok(())
    } else {
        Err(format!(
            "These programs are missing: {}",
            missing.join(", ")
        ))
    }
}
