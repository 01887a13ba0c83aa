//! `cargo xtask codegen`: the TypeScript types of the wire, written from the Rust types so that the two cannot drift apart.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use crate::{place, shell};

/// Writes the types into the front end.
pub(crate) fn codegen() -> Result<(), String> {
    let files = generate()?;
    let home = home();
    std::fs::create_dir_all(&home)
        .map_err(|error| format!("{} cannot be made: {error}", home.display()))?;
    for name in read_folder(&home)?
        .keys()
        .filter(|name| !files.contains_key(*name))
    {
        let path = home.join(name);
        std::fs::remove_file(&path)
            .map_err(|error| format!("{} cannot be removed: {error}", path.display()))?;
    }
    for (name, text) in &files {
        let path = home.join(name);
        let folder = path.parent().expect("a file in a folder has a parent");
        std::fs::create_dir_all(folder)
            .and_then(|()| std::fs::write(&path, text))
            .map_err(|error| format!("{} cannot be written: {error}", path.display()))?;
    }
    println!("{} files in {}", files.len(), home.display());
    Ok(())
}

/// Fails when the committed types are not what the generator writes.
pub(crate) fn compare() -> Result<(), String> {
    let fresh = generate()?;
    let committed = read_folder(&home())?;
    let mut names: Vec<&String> = fresh.keys().chain(committed.keys()).collect();
    names.sort();
    names.dedup();
    let stale: Vec<&str> = names
        .into_iter()
        .filter(|name| fresh.get(*name) != committed.get(*name))
        .map(String::as_str)
        .collect();
    if stale.is_empty() {
        Ok(())
    } else {
        Err(format!(
            "ui/src/api/generated is not current ({}); run cargo xtask codegen",
            stale.join(", ")
        ))
    }
}

fn home() -> PathBuf {
    place::ui().join("src/api/generated")
}

/// Lets the api write its types into a scratch folder and reads them.
fn generate() -> Result<BTreeMap<String, String>, String> {
    let scratch = place::target().join("codegen");
    if scratch.exists() {
        std::fs::remove_dir_all(&scratch)
            .map_err(|error| format!("{} cannot be emptied: {error}", scratch.display()))?;
    }
    std::fs::create_dir_all(&scratch)
        .map_err(|error| format!("{} cannot be made: {error}", scratch.display()))?;
    let mut export = shell::cargo(&[
        "test",
        "--quiet",
        "--package",
        "zonewright-api",
        "--lib",
        "export",
    ]);
    export.env("TS_RS_EXPORT_DIR", &scratch);
    shell::read(export)?;
    let files = read_folder(&scratch)?;
    if files.is_empty() {
        Err("the api wrote no types".to_owned())
    } else {
        Ok(files)
    }
}

/// Every file below a folder, by its path inside it; empty when the folder is not there.
fn read_folder(folder: &Path) -> Result<BTreeMap<String, String>, String> {
    let mut found = BTreeMap::new();
    let mut left = vec![folder.to_path_buf()];
    while let Some(next) = left.pop().filter(|path| path.exists()) {
        let entries = std::fs::read_dir(&next)
            .map_err(|error| format!("{} cannot be read: {error}", next.display()))?;
        for entry in entries.flatten().map(|entry| entry.path()) {
            if entry.is_dir() {
                left.push(entry);
            } else {
                let text = std::fs::read_to_string(&entry)
                    .map_err(|error| format!("{}: {error}", entry.display()))?;
                let name = entry
                    .strip_prefix(folder)
                    .expect("it was found below the folder");
                found.insert(name.to_string_lossy().replace('\\', "/"), text);
            }
        }
    }
    Ok(found)
}
