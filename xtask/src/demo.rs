//! The whole job without a window: sample site, posture, report, signature, check. Everything goes through the same
//! commands that a person would type.

use std::path::Path;

use crate::{place, shell};

/// Does the job and says where the results lie.
pub(crate) fn demo() -> Result<(), String> {
    let folder = place::target().join("demo");
    if folder.exists() {
        std::fs::remove_dir_all(&folder)
            .map_err(|error| format!("{} cannot be emptied: {error}", folder.display()))?;
    }
    std::fs::create_dir_all(&folder)
        .map_err(|error| format!("{} cannot be made: {error}", folder.display()))?;
    println!("Building the command line.");
    shell::show(shell::cargo(&["build", "--package", "zonewright-cli"]))?;
    let site = folder.join("sample.zwsite");
    let pdf = folder.join("sample-report.pdf");
    let passphrase = folder.join("passphrase.txt");
    write_passphrase(&passphrase)?;
    let (site_text, pdf_text, passphrase_text) = (text(&site), text(&pdf), text(&passphrase));
    for args in [
        vec!["sample", &site_text],
        vec!["posture", &site_text],
        vec!["report", &site_text, &pdf_text],
        vec![
            "identity",
            "Sample Assessor",
            "--organisation",
            "Zonewright demo",
            "--passphrase-file",
            &passphrase_text,
        ],
        vec![
            "sign",
            &pdf_text,
            "--role",
            "assessor",
            "--identity",
            "Sample Assessor",
            "--passphrase-file",
            &passphrase_text,
        ],
        vec!["verify", &pdf_text],
    ] {
        let words: Vec<String> = args.iter().map(|arg| quoted(arg)).collect();
        println!("\n$ zonewright-cli {}", words.join(" "));
        let mut command = shell::command(place::built("debug", "zonewright-cli"), &args);
        // Identities of the demonstration stay in its folder; the person's own are not touched.
        command.env("ZONEWRIGHT_CONFIG", folder.join("config"));
        shell::show(command)?;
    }
    println!("\nSite file: {site_text}\nReport:    {pdf_text}");
    Ok(())
}

/// A passphrase that nobody needs to keep: from the system's chance where there is a device for it.
fn write_passphrase(path: &Path) -> Result<(), String> {
    use std::hash::{BuildHasher, Hasher};
    let chance = || {
        std::collections::hash_map::RandomState::new()
            .build_hasher()
            .finish()
    };
    let words = format!("demo {:016x}{:016x}", chance(), chance());
    std::fs::write(path, words)
        .map_err(|error| format!("{} cannot be written: {error}", path.display()))
}

/// An argument as a person would type it.
fn quoted(arg: &str) -> String {
    if arg.contains(' ') {
        format!("\"{arg}\"")
    } else {
        arg.to_owned()
    }
}

fn text(path: &Path) -> String {
    path.to_string_lossy().into_owned()
}
