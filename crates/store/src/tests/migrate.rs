//! Formats: all steps or none, with a copy from before.

use super::*;
use crate::migration::{MIGRATIONS, Migration};

const GOOD: Migration = Migration {
    name: "0003_risk.sql",
    sql: "CREATE TABLE risk (id TEXT PRIMARY KEY) STRICT; UPDATE zone SET purpose = 'x'",
};
const BAD: Migration = Migration {
    name: "0004_bad.sql",
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
    assert_eq!(*migration, "0004_bad.sql");
    assert_eq!(scratch.files(), ["plant.format-2.zwsite", "plant.zwsite"]);
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
    assert_eq!((format(&reader), scratch.files().len()), (2, 1));
    drop(reader);
    for _ in 0..2 {
        let file = SiteFile::open_with(&scratch.path, WRITE, &steps).unwrap();
        assert_eq!(
            (format(&file), file.zones().unwrap()[0].purpose.as_str()),
            (3, "x")
        );
    }
    assert_eq!(scratch.files(), ["plant.format-2.zwsite", "plant.zwsite"]);
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

/// A file that a program of format 1 wrote and released.
fn format_1() -> Scratch {
    let scratch = Scratch::new();
    let released =
        Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fixtures/sites/released/format-1.zwsite");
    std::fs::copy(released, &scratch.path).unwrap();
    scratch
}

#[test]
fn an_older_file_opened_for_reading_is_read_and_left_as_it_is() {
    let scratch = format_1();
    let before = std::fs::read(&scratch.path).unwrap();
    let file = SiteFile::open(&scratch.path, OpenMode::Read).unwrap();
    let zones = file.snapshot().unwrap().zones;
    assert!(!zones.is_empty() && zones.iter().all(|zone| zone.facts == Facts::default()));
    assert_eq!(file.check().unwrap(), []);
    drop(file);
    assert_eq!(std::fs::read(&scratch.path).unwrap(), before);
    assert_eq!(scratch.files(), ["plant.zwsite"]);
}

#[test]
fn an_older_file_opened_for_work_keeps_all_it_said_and_takes_facts() {
    let scratch = format_1();
    let before = SiteFile::open(&scratch.path, OpenMode::Read)
        .unwrap()
        .snapshot()
        .unwrap();
    let mut file = scratch.open();
    assert_eq!(file.snapshot().unwrap(), before);
    let said = Zone {
        facts: facts(),
        ..before.zones[0].clone()
    };
    act(&mut file, "Say", |tx| tx.put_zone(&said)).unwrap();
    drop(file);
    let file = scratch.open();
    assert_eq!(file.find_zone(&said.id).unwrap(), Some(said));
    assert_eq!(file.check().unwrap(), []);
}

#[test]
fn facts_go_with_their_unit_and_come_back_with_it() {
    let scratch = Scratch::furnished();
    let mut file = scratch.open();
    let before = dump(&file);
    let rows = |file: &SiteFile| {
        let of_facts = |row: &String| row.starts_with("unit_fact ");
        dump(file).iter().filter(|row| of_facts(row)).count()
    };
    assert_eq!(rows(&file), 6);
    act(&mut file, "Delete", |tx| {
        tx.delete_conduit(&ConduitId::parse("uplink").unwrap())?;
        tx.delete_answer(&key("SR 1.1", unit("line-1")))?;
        tx.put_asset(&asset("plc-1", None))?;
        tx.delete_zone(&zone_id("line-1"))
    })
    .unwrap();
    assert_eq!(rows(&file), 2, "those of the zone that is left");
    file.undo("Bo", AT).unwrap();
    assert_eq!(dump(&file), before);
    let stray = act(&mut file, "Stray", |tx| {
        tx.put_facts("save", &Unit::Zone(zone_id("nowhere")), &facts())
    });
    assert!(
        matches!(stray, Err(StoreError::Dangling { .. })),
        "{stray:?}"
    );
}
