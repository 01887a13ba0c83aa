//! A full drive in the middle of an answer or an import: the change is not saved, everything before is, work goes on.

use super::*;

/// Lets the file grow by so many pages and no further, as a full drive would.
fn allow_pages(file: &SiteFile, more: u32) {
    let pages: u32 = file
        .conn
        .pragma_query_value(None, "page_count", |row| row.get(0))
        .unwrap();
    file.conn
        .pragma_query_value(None, "max_page_count", |row| row.get::<_, u32>(0))
        .unwrap();
    file.conn
        .pragma(None, "max_page_count", pages + more, |_| Ok(()))
        .unwrap();
}

#[test]
fn a_full_drive_loses_the_change_alone() {
    let long = Answer {
        note: "n".repeat(60_000),
        ..answer("SR 1.1", unit("line-1"))
    };
    let assets: Vec<Asset> = (0..3_000)
        .map(|n| asset(&format!("a{n}"), Some("line-1")))
        .collect();
    for room in [0, 1, 7, 40] {
        for is_import in [false, true] {
            let scratch = Scratch::furnished();
            let mut file = scratch.open();
            let (before, head) = (dump(&file), file.head().unwrap());
            allow_pages(&file, room);
            let full = act(&mut file, "Too much", |tx| {
                if is_import {
                    tx.put_assets(&assets)
                } else {
                    (0..9).try_for_each(|n| {
                        tx.put_answer(&Answer {
                            key: key(&format!("SR {n}"), Scope::Site),
                            ..long.clone()
                        })
                    })
                }
            })
            .unwrap_err();
            assert!(matches!(full, StoreError::Full { .. }), "{full:?}");
            assert!(
                full.to_string()
                    .contains("Everything saved before is intact")
            );
            assert_eq!(
                (dump(&file), file.head().unwrap()),
                (before.clone(), head.clone()),
                "room for {room} pages"
            );
            assert_eq!(file.check().unwrap(), []);
            allow_pages(&file, 10_000);
            act(&mut file, "After making room", |tx| tx.put_answer(&long)).unwrap();
            drop(file);
            assert_eq!(scratch.open().check().unwrap(), []);
        }
    }
}

#[test]
fn work_that_overlooks_a_full_drive_is_still_refused_as_a_whole() {
    let assets: Vec<Asset> = (0..3_000).map(|n| asset(&format!("a{n}"), None)).collect();
    let scratch = Scratch::furnished();
    let mut file = scratch.open();
    let before = dump(&file);
    allow_pages(&file, 20);
    let outcome = act(&mut file, "Careless", |tx| {
        let overlooked = tx.put_assets(&assets).is_err();
        assert!(overlooked);
        tx.put_person(&person("bo")).or(Ok(()))
    });
    assert!(outcome.is_err(), "{outcome:?}");
    assert_eq!(dump(&file), before);
    assert_eq!(file.check().unwrap(), []);
}
