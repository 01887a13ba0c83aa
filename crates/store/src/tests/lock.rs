//! One person writes, others may read; a killed program leaves no refusal and a closed file leaves no litter.

use std::time::Duration;

use super::*;

#[test]
fn the_second_person_is_told_who_has_it_and_may_read_what_is_saved_meanwhile() {
    let scratch = Scratch::furnished();
    let mut writer = scratch.open();
    let refused = SiteFile::open(
        &scratch.path,
        OpenMode::Write {
            who: "Bo",
            since: "later",
        },
    )
    .unwrap_err();
    let told = matches!(&refused, StoreError::Locked { by, since, .. } if by == "Ada Ortiz" && since == AT);
    assert!(told, "{refused:?}");
    assert!(
        refused
            .to_string()
            .contains("open for editing by Ada Ortiz since 2026-03-01")
    );
    let mut reader = SiteFile::open(&scratch.path, OpenMode::Read).unwrap();
    assert_eq!(reader.people().unwrap().len(), 1);
    act(&mut writer, "Add", |tx| tx.put_person(&person("bo"))).unwrap();
    assert_eq!(reader.people().unwrap().len(), 2);
    assert_eq!(reader.head().unwrap(), writer.head().unwrap());
    writer.undo("Ada", AT).unwrap();
    assert_eq!(reader.head().unwrap(), writer.head().unwrap());
    let refused = act(&mut reader, "Add", |tx| tx.put_person(&person("cy"))).unwrap_err();
    assert!(
        matches!(refused, StoreError::ReadOnly { .. }),
        "{refused:?}"
    );
    assert!(reader.undo("Bo", AT).is_err());
    drop(writer);
    drop(scratch.open());
}

#[test]
fn a_reader_sees_one_moment_while_the_writer_waits_its_turn() {
    let scratch = Scratch::furnished();
    let mut writer = scratch.open();
    let reader = SiteFile::open(&scratch.path, OpenMode::Read).unwrap();
    writer.conn.busy_timeout(Duration::ZERO).unwrap();
    reader.conn.execute_batch("BEGIN").unwrap();
    let before = dump(&reader);
    let refused = act(&mut writer, "Add", |tx| tx.put_person(&person("bo"))).unwrap_err();
    assert!(matches!(refused, StoreError::Busy { .. }), "{refused:?}");
    assert_eq!(dump(&reader), before);
    reader.conn.execute_batch("COMMIT").unwrap();
    act(&mut writer, "Add", |tx| tx.put_person(&person("bo"))).unwrap();
    assert_eq!(reader.people().unwrap().len(), 2);
}

#[test]
fn what_a_killed_program_leaves_behind_stops_nobody() {
    let scratch = Scratch::furnished();
    std::fs::write(scratch.folder.path().join("plant.zwsite-lock"), b"").unwrap();
    std::fs::write(
        scratch.folder.path().join("plant.zwsite-lock-holder"),
        b"Ghost\n1999\n",
    )
    .unwrap();
    let file = scratch.open();
    assert!(
        SiteFile::open(&scratch.path, WRITE)
            .unwrap_err()
            .to_string()
            .contains("Ada Ortiz")
    );
    drop(file);
    assert_eq!(scratch.files(), ["plant.zwsite"]);
}

#[test]
fn one_file_is_on_disk_before_and_after_and_nothing_after_a_failed_creation() {
    let scratch = Scratch::furnished();
    assert_eq!(scratch.files(), ["plant.zwsite"]);
    let mut file = scratch.open();
    act(&mut file, "Add", |tx| tx.put_person(&person("bo"))).unwrap();
    drop(file);
    assert_eq!(scratch.files(), ["plant.zwsite"]);
    assert!(matches!(
        create(&scratch.path),
        Err(StoreError::AlreadyExists { .. })
    ));
    let missing = scratch.folder.path().join("no folder").join("x.zwsite");
    assert!(matches!(create(&missing), Err(StoreError::NoFolder { .. })));
    assert_eq!(scratch.files(), ["plant.zwsite"]);
}

#[cfg(unix)]
#[test]
fn another_name_for_the_same_file_is_the_same_lock() {
    let scratch = Scratch::furnished();
    let link = scratch.folder.path().join("link.zwsite");
    std::os::unix::fs::symlink(&scratch.path, &link).unwrap();
    let file = scratch.open();
    assert!(matches!(
        SiteFile::open(&link, WRITE),
        Err(StoreError::Locked { .. })
    ));
    drop(file);
}

#[cfg(unix)]
#[test]
fn in_a_folder_that_cannot_be_written_a_site_can_be_read_and_says_why_not_more() {
    use std::os::unix::fs::{MetadataExt, PermissionsExt};
    use std::os::unix::process::CommandExt;
    const CHILD: &str = "ZONEWRIGHT_READ_ONLY_CHILD";
    if let Some(path) = std::env::var_os(CHILD) {
        let path = PathBuf::from(path);
        let refused = SiteFile::open(&path, WRITE).unwrap_err();
        assert!(
            matches!(refused, StoreError::ReadOnly { .. }),
            "{refused:?}"
        );
        let created = create(&path.with_file_name("new.zwsite")).unwrap_err();
        assert!(
            matches!(created, StoreError::NoWriting { .. }),
            "{created:?}"
        );
        let file = SiteFile::open(&path, OpenMode::Read).unwrap();
        assert_eq!(file.check().unwrap(), []);
        let copied = file
            .copy_to(&path.with_file_name("copy.zwsite"), crate::Existing::Keep)
            .unwrap_err();
        assert!(matches!(copied, StoreError::NoWriting { .. }), "{copied:?}");
        return;
    }
    let scratch = Scratch::furnished();
    let folder = scratch.folder.path();
    let is_root = std::fs::metadata(folder).unwrap().uid() == 0;
    std::fs::set_permissions(&scratch.path, std::fs::Permissions::from_mode(0o444)).unwrap();
    std::fs::set_permissions(folder, std::fs::Permissions::from_mode(0o555)).unwrap();
    let mut child = std::process::Command::new(std::env::current_exe().unwrap());
    child.args([
        "--exact",
        "tests::lock::in_a_folder_that_cannot_be_written_a_site_can_be_read_and_says_why_not_more",
    ]);
    child.env(CHILD, &scratch.path);
    if is_root {
        // Permissions do not bind the super-user, so the child becomes nobody.
        child.uid(65534).gid(65534);
    }
    let output = child.output().unwrap();
    std::fs::set_permissions(folder, std::fs::Permissions::from_mode(0o755)).unwrap();
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(
        output.status.success() && text.contains("1 passed"),
        "{text}"
    );
}
