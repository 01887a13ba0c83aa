//! Whoever edits the file with another tool is seen by the check.

use super::*;
use crate::Finding;

#[test]
fn every_edit_with_another_tool_shows() {
    let cases: [(&str, &str, Finding); 10] = [
        (
            "a row changed",
            "UPDATE answer SET note = 'All fine'",
            Finding::Row {
                table: "answer",
                key: r#"["iec62443-3-3-2013","SR 1.1","zone:line-1"]"#.into(),
            },
        ),
        (
            "a row removed",
            "DELETE FROM person",
            Finding::Row {
                table: "person",
                key: r#"["ada"]"#.into(),
            },
        ),
        (
            "a row added",
            "INSERT INTO person VALUES ('eve', 'Eve', '', '')",
            Finding::Row {
                table: "person",
                key: r#"["eve"]"#.into(),
            },
        ),
        (
            "a name changed",
            "UPDATE operation SET who = 'Eve' WHERE sequence = 1",
            Finding::Chain { sequence: 1 },
        ),
        (
            "a recorded value changed",
            "UPDATE change SET after = '{}' WHERE table_name = 'answer'",
            Finding::Chain { sequence: 2 },
        ),
        (
            "the newest operation removed",
            "DELETE FROM operation WHERE sequence = 2",
            Finding::Chain { sequence: 2 },
        ),
        (
            "a first operation removed",
            "DELETE FROM change WHERE operation = 1; DELETE FROM operation WHERE sequence = 1",
            Finding::Chain { sequence: 2 },
        ),
        (
            "an operation slipped in",
            "INSERT INTO operation SELECT 3, 'edit', '', 'Eve', '', NULL, hash, hash FROM operation WHERE sequence = 2",
            Finding::Chain { sequence: 3 },
        ),
        (
            "evidence swapped",
            "UPDATE evidence_blob SET bytes = x'00'",
            Finding::Evidence {
                sha256: crate::journal::hex(&<sha2::Sha256 as sha2::Digest>::digest(
                    b"photo of the cabinet",
                )),
            },
        ),
        (
            "a link cut",
            "DELETE FROM zone WHERE id = 'line-1'",
            Finding::Row {
                table: "zone",
                key: r#"["line-1"]"#.into(),
            },
        ),
    ];
    for (what, sql, finding) in cases {
        let scratch = Scratch::furnished();
        assert_eq!(scratch.open().check().unwrap(), [], "before: {what}");
        scratch.edit(&format!("PRAGMA foreign_keys = OFF; {sql}"));
        let findings = scratch.open().check().unwrap();
        assert!(findings.contains(&finding), "{what}: {findings:?}");
        assert!(
            findings
                .iter()
                .all(|finding| finding.to_string().ends_with('.'))
        );
    }
}

#[test]
fn equal_operations_give_equal_hashes_and_a_different_hand_another() {
    let (one, two, three) = (Scratch::furnished(), Scratch::furnished(), Scratch::new());
    assert_eq!(
        one.open().head().unwrap().hash,
        two.open().head().unwrap().hash
    );
    let mut file = three.open();
    let head = OperationHead {
        kind: "try_out",
        label: "Furnish",
        who: "Bo",
        at: AT,
    };
    let by_bo = file
        .transact(&head, |tx| tx.put_person(&person("ada")))
        .unwrap()
        .1;
    let undone = file.undo("Bo", AT).unwrap().1;
    let by_ada = act(&mut file, "Furnish", |tx| tx.put_person(&person("ada"))).unwrap();
    assert_eq!(
        BTreeSet::from([by_bo.hash, undone.hash, by_ada.hash]).len(),
        3
    );
}

#[test]
fn a_file_whose_link_was_cut_names_the_row() {
    let scratch = Scratch::furnished();
    scratch.edit("PRAGMA foreign_keys = OFF; DELETE FROM zone WHERE id = 'line-1'");
    let findings = scratch.open().check().unwrap();
    let references = findings
        .iter()
        .filter(|finding| matches!(finding, Finding::Reference { .. }))
        .count();
    assert_eq!(
        references, 5,
        "asset, conduit end, two facts and answer: {findings:?}"
    );
}
