//! Formats: all steps or none, with a copy from before.

use super::*;
use crate::migration::{MIGRATIONS, Migration};

const GOOD: Migration = Migration {
    name: "0002_risk.sql",
    sql: "CREATE TABLE risk (id TEXT PRIMARY KEY) STRICT; UPDATE zone SET purpose = 'x'",
};
const BAD: Migration = Migration {
    name: "0003_bad.sql",
    sql: "CREATE TABLE more (id TEXT) STRICT; INSERT INTO nowhere VALUES (1)",
};

#[test]
fn a_step_that_fails_takes_all_steps_back_and_names_the_copy() {
    let scratch = Scratch::furnished();
    let before = scratch.open().snapshot().unwrap();
    let steps = [MIGRATIONS, &[GOOD, BAD]].concat();
    let failed = SiteFile::open_with(&scratch.path, WRITE, &steps).unwrap_err();
    let StoreError::Migration {
        migration, copy, ..
    } = &failed
    else {
        panic!("{failed:?}")
    };
    assert_eq!(*migration, "0003_bad.sql");
    assert_eq!(scratch.files(), ["plant.format-1.zwsite", "plant.zwsite"]);
    assert_eq!(
        SiteFile::open(copy, OpenMode::Read)
            .unwrap()
            .snapshot()
            .unwrap(),
        before
    );
    let file = scratch.open();
    assert_eq!(file.snapshot().unwrap(), before);
    assert_eq!(file.check().unwrap(), []);
}

#[test]
fn good_steps_are_applied_once_and_only_when_opened_for_writing() {
    let scratch = Scratch::furnished();
    let steps = [MIGRATIONS, &[GOOD]].concat();
    let format = |file: &SiteFile| -> u32 {
        file.conn
            .pragma_query_value(None, "user_version", |row| row.get(0))
            .unwrap()
    };
    let reader = SiteFile::open_with(&scratch.path, OpenMode::Read, &steps).unwrap();
    assert_eq!((format(&reader), scratch.files().len()), (1, 1));
    drop(reader);
    for _ in 0..2 {
        let file = SiteFile::open_with(&scratch.path, WRITE, &steps).unwrap();
        assert_eq!(
            (format(&file), file.zones().unwrap()[0].purpose.as_str()),
            (2, "x")
        );
    }
    assert_eq!(scratch.files(), ["plant.format-1.zwsite", "plant.zwsite"]);
}

#[test]
fn released_steps_are_numbered_without_gaps() {
    for (n, step) in MIGRATIONS.iter().enumerate() {
        assert!(
            step.name.starts_with(&format!("{:04}_", n + 1)),
            "{}",
            step.name
        );
    }
}
