//! A file from a stranger: refused with the reason, before anything in it runs, and left as it was.

use super::*;
use crate::ReadOnlyCause;

/// The error that opening gives, after making sure that the file was not touched and no other file stays.
fn refusal(scratch: &Scratch) -> StoreError {
    let before = std::fs::read(&scratch.path).unwrap();
    let mut errors = Vec::new();
    for mode in [OpenMode::Read, WRITE] {
        errors.push(
            SiteFile::open(&scratch.path, mode)
                .map(|file| file.check().unwrap())
                .expect_err("must be refused"),
        );
    }
    assert_eq!(
        std::fs::read(&scratch.path).unwrap(),
        before,
        "a refused file must stay as it was"
    );
    assert_eq!(scratch.files(), ["plant.zwsite"]);
    let words: Vec<String> = errors.iter().map(ToString::to_string).collect();
    assert_eq!(words[0], words[1]);
    assert!(
        words[0].contains("plant.zwsite") && words[0].contains("not changed"),
        "{}",
        words[0]
    );
    errors.remove(0)
}

#[test]
fn what_is_no_site_file_is_refused_with_the_reason() {
    let other_database = {
        let other = Scratch::new();
        other.edit("PRAGMA application_id = 77");
        std::fs::read(&other.path).unwrap()
    };
    let wal = {
        let other = Scratch::new();
        let mut bytes = std::fs::read(&other.path).unwrap();
        bytes[18..20].copy_from_slice(&[2, 2]);
        bytes
    };
    let cases: [(&str, Vec<u8>); 7] = [
        ("it is empty", vec![]),
        (
            "its first bytes are not those of a site file",
            b"Asset;Zone\nPLC 1;Line 1\n".repeat(50),
        ),
        (
            "its first bytes are not those of a site file",
            vec![0; 8192],
        ),
        (
            "its first bytes are not those of a site file",
            b"SQLite format 3\0".to_vec(),
        ),
        (
            "its first bytes are not those of a site file",
            b"PK\x03\x04".repeat(100),
        ),
        ("it is a database of another program", other_database),
        ("another tool changed how it is stored", wal),
    ];
    for (reason, bytes) in cases {
        let scratch = Scratch::new();
        std::fs::write(&scratch.path, bytes).unwrap();
        let refused = refusal(&scratch);
        let matches =
            matches!(&refused, StoreError::NotASite { reason: told, .. } if told == reason);
        assert!(matches, "{reason}: {refused:?}");
    }
    let folder = tempfile::tempdir().unwrap();
    assert!(matches!(
        SiteFile::open(folder.path(), OpenMode::Read),
        Err(StoreError::NotASite { .. })
    ));
    let nowhere = folder.path().join("nowhere.zwsite");
    assert!(matches!(
        SiteFile::open(&nowhere, WRITE),
        Err(StoreError::NotFound { .. })
    ));
}

#[test]
fn parts_that_no_program_of_ours_makes_are_refused_by_name() {
    let patch = "PRAGMA writable_schema = ON;
        UPDATE sqlite_schema SET sql = replace(sql, 'height BETWEEN 48', 'height BETWEEN 4') WHERE name = 'zone'";
    let cases = [
        (
            "trigger spy",
            "CREATE TRIGGER spy AFTER INSERT ON answer BEGIN DELETE FROM person; END",
        ),
        ("view people", "CREATE VIEW people AS SELECT * FROM person"),
        ("table notes", "CREATE TABLE notes (text TEXT)"),
        ("index zone_kind", "CREATE INDEX zone_kind ON zone (kind)"),
        (
            "table search",
            "CREATE VIRTUAL TABLE search USING fts5(text)",
        ),
        ("table person", "ALTER TABLE person ADD COLUMN salary TEXT"),
        ("missing table person", "DROP TABLE person"),
        ("missing index asset_zone", "DROP INDEX asset_zone"),
        ("table zone", patch),
    ];
    for (object, sql) in cases {
        let scratch = Scratch::furnished();
        scratch.edit(sql);
        let refused = refusal(&scratch);
        let named = matches!(&refused, StoreError::Foreign { objects, .. } if objects.iter().any(|o| o == object));
        assert!(named, "{object}: {refused:?}");
    }
}

#[test]
fn a_newer_file_is_read_when_it_allows_that_and_otherwise_names_the_program() {
    let newer = |minimum: u32| {
        let scratch = Scratch::furnished();
        scratch.edit(&format!(
            "CREATE TABLE risk (id TEXT PRIMARY KEY) STRICT; PRAGMA user_version = 9;
             UPDATE meta SET minimum_writer = {minimum}, minimum_program = '4.2'"
        ));
        scratch
    };
    let refused = refusal(&newer(9));
    assert!(
        matches!(
            &refused,
            StoreError::Newer {
                found: 9,
                known: 2,
                ..
            }
        ),
        "{refused:?}"
    );
    assert!(refused.to_string().contains("Zonewright 4.2 or newer"));
    let readable = newer(1);
    let mut file = readable.open();
    assert_eq!(
        file.read_only_cause(),
        Some(&ReadOnlyCause::Newer {
            format: 9,
            needs: "4.2".into()
        })
    );
    assert_eq!(file.snapshot().unwrap().zones.len(), 2);
    let write = act(&mut file, "Add", |tx| tx.put_person(&person("bo"))).unwrap_err();
    assert!(
        matches!(write, StoreError::ReadOnly { .. }) && write.to_string().contains("4.2"),
        "{write}"
    );
    drop(file);
    readable.edit("CREATE TRIGGER spy AFTER INSERT ON answer BEGIN DELETE FROM person; END");
    assert!(matches!(refusal(&readable), StoreError::Foreign { .. }));
}

#[test]
fn damaged_and_cut_off_files_are_refused_as_damaged() {
    let whole = {
        let scratch = Scratch::furnished();
        let mut file = scratch.open();
        let assets: Vec<Asset> = (0..400)
            .map(|n| asset(&format!("a{n}"), Some("plant")))
            .collect();
        act(&mut file, "Import", |tx| tx.put_assets(&assets)).unwrap();
        drop(file);
        std::fs::read(&scratch.path).unwrap()
    };
    let pages = whole.len() / 4096;
    assert!(pages > 50);
    // The content of every tenth page destroyed, page 1 beyond its header included; then cut in three places.
    let destroyed = (0..pages).step_by(10).map(|page| {
        let mut bytes = whole.clone();
        bytes[page * 4096 + 100..(page + 1) * 4096].fill(0xA5);
        (format!("page {page}"), bytes)
    });
    let cuts = [whole.len() / 2, whole.len() - 4096, whole.len() - 100, 4096];
    let cut = cuts.map(|length| (format!("cut at {length}"), whole[..length].to_vec()));
    for (what, bytes) in destroyed.chain(cut) {
        let scratch = Scratch::new();
        std::fs::write(&scratch.path, bytes).unwrap();
        let refused = refusal(&scratch);
        assert!(
            matches!(&refused, StoreError::Damaged { .. }),
            "{what}: {refused:?}"
        );
    }
}

#[test]
fn a_value_that_no_word_list_knows_is_told_as_damage_and_not_guessed() {
    let scratch = Scratch::furnished();
    scratch.edit(
        "PRAGMA ignore_check_constraints = ON; UPDATE asset SET fields = '{\"colour\":\"red\"}'",
    );
    let file = scratch.open();
    assert!(matches!(file.assets(), Err(StoreError::Damaged { .. })));
    assert_eq!(file.zones().unwrap().len(), 2, "the rest stays readable");
}
