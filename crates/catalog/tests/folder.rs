//! A company's own pack in a folder: every problem is told by file and line, and no folder makes the reader hang.
#![allow(clippy::unwrap_used)]

use std::fs;
use std::path::{Path, PathBuf};

use zonewright_catalog::{CatalogProblem, EMBEDDED, Fault, PROGRAMME_PACK, load_folder};

/// A copy of a sound pack.
fn pack_in(folder: &Path) {
    let pack = EMBEDDED
        .iter()
        .find(|pack| pack.folder == PROGRAMME_PACK)
        .unwrap();
    for (name, text) in pack.files {
        fs::write(folder.join(name), text).unwrap();
    }
}

fn places(problems: &[CatalogProblem]) -> Vec<(&str, Option<usize>, &Fault)> {
    let place = problems.iter();
    place
        .map(|one| (one.file.as_str(), one.line, &one.fault))
        .collect()
}

#[test]
fn a_sound_folder_with_notes_and_hidden_files_is_a_pack() {
    let folder = tempfile::tempdir().unwrap();
    pack_in(folder.path());
    fs::write(folder.path().join("README.md"), [0xff]).unwrap();
    fs::write(folder.path().join(".DS_Store"), [0xff]).unwrap();
    let pack = load_folder(folder.path()).unwrap();
    assert_eq!(pack.id, PROGRAMME_PACK);
    assert_eq!(pack.requirements.len(), 87);
}

#[test]
fn broken_content_is_told_with_file_and_line() {
    let folder = tempfile::tempdir().unwrap();
    pack_in(folder.path());
    let chapter = folder.path().join("spe2.toml");
    let text = fs::read_to_string(&chapter).unwrap();
    let line = text
        .lines()
        .position(|line| line.starts_with("intent"))
        .unwrap()
        + 1;
    fs::write(
        &chapter,
        text.replacen("intent = \"", "intent = \"\" # ", 1),
    )
    .unwrap();
    let found = load_folder(folder.path()).unwrap_err();
    assert_eq!(
        (found.len(), found[0].file.as_str(), found[0].line),
        (1, "spe2.toml", Some(line))
    );
}

#[test]
fn what_cannot_be_content_is_told_and_nothing_of_it_is_opened() {
    let folder = tempfile::tempdir().unwrap();
    pack_in(folder.path());
    fs::create_dir(folder.path().join("old.toml")).unwrap();
    fs::write(folder.path().join("spe2.toml.txt"), "").unwrap();
    fs::write(folder.path().join("spe3.toml"), b"# one\n# tw\xf6\n").unwrap();
    fs::write(folder.path().join("spe4.toml"), vec![b'#'; 1024 * 1024 + 1]).unwrap();
    let found = load_folder(folder.path()).unwrap_err();
    let expected = [
        ("old.toml", None, &Fault::NotContent),
        ("spe2.toml.txt", None, &Fault::NotContent),
        ("spe3.toml", Some(2), &Fault::NotUtf8),
        ("spe4.toml", None, &Fault::TooLarge { limit_kb: 1024 }),
    ];
    assert_eq!(places(&found), expected);
}

#[cfg(unix)]
#[test]
fn a_pipe_and_a_broken_link_do_not_stop_the_reader() {
    let folder = tempfile::tempdir().unwrap();
    pack_in(folder.path());
    let pipe = folder.path().join("pipe.toml");
    let made = std::process::Command::new("mkfifo")
        .arg(&pipe)
        .status()
        .unwrap();
    assert!(made.success());
    std::os::unix::fs::symlink("nowhere", folder.path().join("link.toml")).unwrap();
    let found = load_folder(folder.path()).unwrap_err();
    let reason = "it is not there".to_owned();
    let expected = [
        ("link.toml", None, &Fault::NotReadable { reason }),
        ("pipe.toml", None, &Fault::NotContent),
    ];
    assert_eq!(places(&found), expected);
}

#[test]
fn a_folder_that_is_none_empty_or_full_is_told() {
    let folder = tempfile::tempdir().unwrap();
    let fault = |path: PathBuf| load_folder(&path).unwrap_err().remove(0).fault;
    assert_eq!(fault(folder.path().to_owned()), Fault::NoPackFile);
    let gone = Fault::NotReadable {
        reason: "it is not there".to_owned(),
    };
    assert_eq!(fault(folder.path().join("gone")), gone);
    let file = folder.path().join("file");
    fs::write(&file, "").unwrap();
    let no_folder = Fault::NotReadable {
        reason: "it is no folder".to_owned(),
    };
    assert_eq!(fault(file), no_folder);
    for number in 0..70 {
        fs::write(folder.path().join(format!("{number}.toml")), "").unwrap();
    }
    assert_eq!(
        fault(folder.path().to_owned()),
        Fault::TooManyFiles { limit: 64 }
    );
}
