//! The schema refuses what the domain does not know, and the program's own SQL fits it.

use std::path::Path;

use rusqlite::params;
use zonewright_domain::answer::{CheckMethod, Rating};
use zonewright_domain::asset::AssetType;
use zonewright_domain::plan::{Protection, Purdue, TargetSource, ZoneKind};

use super::*;

#[test]
fn word_columns_take_every_word_of_the_domain_and_no_other() {
    let words = |all: Vec<&'static str>| all;
    let lists: [(&str, &str, Vec<&str>); 8] = [
        (
            "zone",
            "kind",
            words(ZoneKind::ALL.iter().map(|w| w.word()).collect()),
        ),
        (
            "zone",
            "purdue",
            words(Purdue::ALL.iter().map(|w| w.word()).collect()),
        ),
        (
            "zone",
            "target_source",
            words(TargetSource::ALL.iter().map(|w| w.word()).collect()),
        ),
        (
            "asset",
            "asset_type",
            words(AssetType::ALL.iter().map(|w| w.word()).collect()),
        ),
        (
            "answer",
            "overrule",
            words(Rating::ALL.iter().map(|w| w.word()).collect()),
        ),
        (
            "answer",
            "checked",
            words(CheckMethod::ALL.iter().map(|w| w.word()).collect()),
        ),
        (
            "conduit_protection",
            "protection",
            words(Protection::ALL.iter().map(|w| w.word()).collect()),
        ),
        (
            "unit_fact",
            "fact",
            words(ScopingFact::ALL.iter().map(|w| w.word()).collect()),
        ),
    ];
    let scratch = Scratch::furnished();
    let file = scratch.open();
    file.conn
        .execute_batch(
            "BEGIN; DELETE FROM conduit_protection WHERE protection = 'firewall';
             DELETE FROM unit_fact WHERE fact = 'pki'",
        )
        .unwrap();
    for (table, column, words) in lists {
        let set = format!("UPDATE {table} SET {column} = ?1");
        for word in &words {
            let taken = file.conn.execute(&set, params![word]);
            assert!(
                taken.is_ok_and(|rows| rows > 0),
                "{table}.{column} must take “{word}”"
            );
        }
        for word in ["", "anything", "MET", "plc "] {
            assert!(
                file.conn.execute(&set, params![word]).is_err(),
                "{table}.{column} must refuse “{word}”"
            );
        }
    }
}

#[test]
fn values_outside_the_rules_are_refused_and_nothing_is_written() {
    let scratch = Scratch::furnished();
    let file = scratch.open();
    let before = dump(&file);
    // Inside a transaction, so that only the rule itself can refuse and not the journal's missing operation.
    file.conn.execute_batch("BEGIN").unwrap();
    for sql in [
        "UPDATE zone SET name = ''",
        "UPDATE zone SET width = 10",
        "UPDATE zone SET x = 'left'",
        "UPDATE zone SET target_levels = '3 3 2 1 3 2 5'",
        "UPDATE zone SET target_levels = NULL",
        "UPDATE zone SET parent_id = id",
        "UPDATE site SET target_maturity = 5",
        "UPDATE asset SET fields = '[]'",
        "UPDATE asset SET fields = 'none'",
        "UPDATE asset SET origin_row = 0",
        "UPDATE asset SET origin_sheet = NULL",
        "UPDATE answer SET scope = 'zone:elsewhere'",
        "UPDATE answer SET scope = 'everywhere'",
        "UPDATE answer SET zone_id = NULL",
        "UPDATE answer SET overrule_reason = ''",
        "UPDATE answer SET overrule_reason = NULL",
        "UPDATE answer SET said_on = '1.2.2026'",
        "UPDATE answer SET come_back = 2",
        "UPDATE unit_fact SET present = 2",
        "UPDATE unit_fact SET present = NULL",
        "UPDATE unit_fact SET unit = 'site'",
        "UPDATE unit_fact SET unit = 'inside:plant'",
        "UPDATE unit_fact SET zone_id = 'plant'",
        "UPDATE evidence SET sha256 = 'none'",
        "UPDATE person SET id = 'Ada'",
        "UPDATE operation SET who = 'nobody'",
        "DELETE FROM operation",
        "UPDATE change SET after = '{}'",
        "DELETE FROM change",
        "UPDATE evidence_blob SET bytes = x'00'",
        "DELETE FROM evidence_blob",
        "INSERT INTO meta SELECT 2, site_id, created_by, created_at, 1, '' FROM meta",
    ] {
        assert!(file.conn.execute_batch(sql).is_err(), "{sql}");
    }
    assert_eq!(dump(&file), before);
}

#[test]
fn a_refused_value_is_told_with_the_file_and_a_remedy() {
    let scratch = Scratch::new();
    let mut file = scratch.open();
    let mut nameless = zone("plant", None);
    nameless.name.clear();
    let refused = act(&mut file, "Add zone", |tx| tx.put_zone(&nameless)).unwrap_err();
    assert!(matches!(refused, StoreError::Value { .. }), "{refused:?}");
    let text = refused.to_string();
    assert!(
        text.contains("plant.zwsite")
            && text.contains("Nothing was changed")
            && text.contains("try again")
    );
    let another = Site {
        id: SiteId::parse("other").unwrap(),
        ..site()
    };
    assert!(matches!(
        act(&mut file, "Swap", |tx| tx.put_site(&another)),
        Err(StoreError::Value { .. })
    ));
}

#[test]
fn the_table_list_names_every_column_of_every_journaled_table() {
    let scratch = Scratch::new();
    let file = scratch.open();
    let names = |sql: &str| -> BTreeSet<String> {
        file.all("list", sql, [], |row| row.get(0))
            .unwrap()
            .into_iter()
            .collect()
    };
    for table in Table::ALL {
        let columns = names(&format!(
            "SELECT name FROM pragma_table_info('{}')",
            table.name()
        ));
        assert_eq!(
            columns,
            table.columns().map(str::to_owned).collect(),
            "{}",
            table.name()
        );
    }
    let unjournaled = ["change", "evidence_blob", "meta", "operation"].map(str::to_owned);
    let listed = Table::ALL.map(|table| table.name().to_owned());
    assert_eq!(
        names("SELECT name FROM main.sqlite_schema WHERE type = 'table'"),
        listed.into_iter().chain(unjournaled).collect()
    );
}

#[test]
fn every_sql_file_and_every_generated_statement_prepares_against_the_newest_schema() {
    let scratch = Scratch::new();
    let file = scratch.open();
    let mut files = Vec::new();
    sql_files(
        &Path::new(env!("CARGO_MANIFEST_DIR")).join("src"),
        &mut files,
    );
    assert!(files.len() >= 5, "the SQL files were not found: {files:?}");
    for path in files {
        let sql = std::fs::read_to_string(&path).unwrap();
        let prepared = file.conn.prepare(&sql).map(drop);
        assert!(prepared.is_ok(), "{}: {prepared:?}", path.display());
    }
    for table in Table::ALL {
        let generated = table.statements();
        let all = [
            &generated.put,
            &generated.restore,
            &generated.remove,
            &generated.select,
            &generated.journal_rows,
        ];
        for sql in all {
            let prepared = file.conn.prepare(sql).map(drop);
            assert!(prepared.is_ok(), "{sql}: {prepared:?}");
        }
    }
}

fn sql_files(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() && !path.ends_with("migrations") {
            sql_files(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "sql") {
            found.push(path);
        }
    }
}
