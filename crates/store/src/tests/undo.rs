//! Undo and redo as conversations, and as a property of any sequence of operations.

use proptest::prelude::*;

use super::*;

const STEPS: [&str; 3] = ["A", "B", "C"];

/// What Undo and Redo offer, as `undo/redo` labels; `-` for nothing.
fn offers(file: &SiteFile) -> String {
    let head = file.head().unwrap();
    let label = |step: Option<crate::Step>| step.map_or("-".to_owned(), |step| step.label);
    format!("{}/{}", label(head.undo), label(head.redo))
}

fn people(file: &SiteFile) -> String {
    file.people()
        .unwrap()
        .iter()
        .map(|person| person.id.as_str().to_uppercase())
        .collect()
}

#[test]
fn undo_and_redo_talk_as_every_editor_does_also_across_closing() {
    // Each line: what is done, what Undo/Redo then offer, who is in the file.
    let talk = [
        ("A", "A/-", "A"),
        ("B", "B/-", "AB"),
        ("C", "C/-", "ABC"),
        ("undo", "B/C", "AB"),
        ("undo", "A/B", "A"),
        ("reopen", "A/B", "A"),
        ("redo", "B/C", "AB"),
        ("undo", "A/B", "A"),
        ("undo", "-/A", ""),
        ("undo", "nothing", ""),
        ("reopen", "-/A", ""),
        ("redo", "A/B", "A"),
        ("redo", "B/C", "AB"),
        ("redo", "C/-", "ABC"),
        ("redo", "nothing", "ABC"),
        ("undo", "B/C", "AB"),
        ("undo", "A/B", "A"),
        ("C", "C/-", "AC"),
        ("redo", "nothing", "AC"),
        ("reopen", "C/-", "AC"),
        ("undo", "A/-", "A"),
    ];
    // After the last undo the redo of C is offered; the table writes it out to show that B is gone for good.
    let scratch = Scratch::new();
    let mut file = scratch.open();
    for (n, (what, offered, there)) in talk.into_iter().enumerate() {
        let refused = match what {
            "undo" => file.undo("Bo", AT).is_err(),
            "redo" => file.redo("Bo", AT).is_err(),
            "reopen" => {
                drop(file);
                file = scratch.open();
                false
            }
            label => {
                assert!(STEPS.contains(&label));
                act(&mut file, label, |tx| {
                    tx.put_person(&person(&label.to_lowercase()))
                })
                .is_err()
            }
        };
        let last = n == 20;
        let expected = if last { "A/C" } else { offered };
        assert_eq!(
            if refused {
                "nothing".into()
            } else {
                offers(&file)
            },
            expected,
            "line {n}: {what}"
        );
        assert_eq!(people(&file), there, "line {n}: {what}");
    }
    assert_eq!(file.check().unwrap(), []);
}

#[test]
fn undo_is_an_operation_with_its_own_name_and_a_reply() {
    let scratch = Scratch::furnished();
    let mut file = scratch.open();
    let (taken_back, committed) = file.undo("Bo", "2026-03-02T00:00:00Z").unwrap();
    assert_eq!(
        (taken_back.sequence, taken_back.label.as_str()),
        (2, "Furnish")
    );
    assert_eq!(committed.sequence, 3);
    let nouns: Vec<&str> = committed
        .changes
        .iter()
        .map(|touched| touched.noun.word())
        .collect();
    assert_eq!(
        nouns,
        [
            "person", "zone", "conduit", "fact", "asset", "answer", "evidence"
        ]
    );
    let newest = &file.history(10).unwrap()[0];
    assert_eq!(
        (newest.kind.as_str(), newest.who.as_str(), newest.target),
        ("undo", "Bo", Some(2))
    );
    assert_eq!(file.history(10).unwrap().len(), 3);
    assert_eq!(file.snapshot().unwrap().zones, []);
    file.redo("Bo", AT).unwrap();
    assert_eq!(
        file.snapshot().unwrap().evidence.len(),
        1,
        "the bytes stayed, so the link may return"
    );
    let changes = file.changes_of(2).unwrap();
    assert!(
        changes
            .iter()
            .all(|change| change.before.is_none() && change.after.is_some())
    );
}

#[test]
fn the_making_of_the_site_is_never_undone() {
    let scratch = Scratch::new();
    let mut file = scratch.open();
    assert_eq!(file.history(5).unwrap()[0].kind, "create_site");
    assert!(matches!(
        file.undo("Bo", AT),
        Err(StoreError::NothingToUndo { .. })
    ));
    assert!(matches!(
        file.redo("Bo", AT),
        Err(StoreError::NothingToRedo { .. })
    ));
    assert_eq!(file.site().unwrap(), site());
}

/// One thing a person may do; numbers choose among few names, so that things meet.
#[derive(Debug, Clone)]
enum Deed {
    Site(String),
    Person(u8, String),
    DropPerson(u8),
    Zone(u8, Option<u8>, u8),
    DropZone(u8),
    Conduit(u8, Vec<u8>, bool),
    DropConduit(u8),
    Assets(Vec<(u8, Option<u8>, String)>),
    DropAsset(u8),
    Answer(u8, Option<u8>, String),
    DropAnswer(u8, Option<u8>),
    Evidence(u8, u8, Option<u8>, Vec<u8>),
    DropEvidence(u8),
    Undo,
    Redo,
    Reopen,
}

fn deeds() -> impl Strategy<Value = Deed> {
    let n = || 0u8..4;
    let some = || prop::option::of(0u8..4);
    let text = || "[a-zA-Z0-9 äß€😀\"'\\\\{}\u{1}\n]{0,12}";
    prop_oneof![
        1 => text().prop_map(Deed::Site),
        2 => (n(), text()).prop_map(|(p, t)| Deed::Person(p, t)),
        1 => n().prop_map(Deed::DropPerson),
        4 => (n(), some(), 0u8..=4).prop_map(|(z, p, l)| Deed::Zone(z, p, l)),
        2 => n().prop_map(Deed::DropZone),
        3 => (n(), prop::collection::vec(n(), 0..4), any::<bool>()).prop_map(|(c, e, p)| Deed::Conduit(c, e, p)),
        1 => n().prop_map(Deed::DropConduit),
        3 => prop::collection::vec((n(), some(), text()), 0..5).prop_map(Deed::Assets),
        1 => n().prop_map(Deed::DropAsset),
        4 => (n(), some(), text()).prop_map(|(r, z, t)| Deed::Answer(r, z, t)),
        1 => (n(), some()).prop_map(|(r, z)| Deed::DropAnswer(r, z)),
        2 => (n(), n(), some(), prop::collection::vec(any::<u8>(), 0..4)).prop_map(|(e, r, z, b)| Deed::Evidence(e, r, z, b)),
        1 => n().prop_map(Deed::DropEvidence),
        4 => Just(Deed::Undo),
        2 => Just(Deed::Redo),
        1 => Just(Deed::Reopen),
    ]
}

fn scope_of(zone: Option<u8>) -> Scope {
    zone.map_or(Scope::Site, |zone| unit(&format!("z{zone}")))
}

fn work(tx: &mut Tx<'_>, deed: &Deed) -> Result<(), StoreError> {
    let named = |n: &u8| format!("z{n}");
    match deed {
        Deed::Site(text) => tx.put_site(&Site {
            suc: text.clone(),
            ..site()
        }),
        Deed::Person(n, text) => tx.put_person(&Person {
            role: text.clone(),
            ..person(&named(n))
        }),
        Deed::DropPerson(n) => tx.delete_person(&person(&named(n)).id),
        Deed::Zone(n, parent, number) => {
            let target = Target {
                levels: LevelVector::uniform(level(*number)),
                ..target()
            };
            let parent = parent
                .filter(|parent| parent < n)
                .map(|parent| named(&parent));
            tx.put_zone(&Zone {
                target: (*number > 0).then_some(target),
                facts: if *number > 1 {
                    facts()
                } else {
                    Facts::default()
                },
                ..zone(&named(n), parent.as_deref())
            })
        }
        Deed::DropZone(n) => tx.delete_zone(&zone_id(&named(n))),
        Deed::Conduit(n, ends, is_protected) => {
            let ends: Vec<String> = ends.iter().map(named).collect();
            let mut conduit = conduit(
                &named(n),
                &ends.iter().map(String::as_str).collect::<Vec<_>>(),
            );
            if !is_protected {
                conduit.protections.clear();
                conduit.facts.set(ScopingFact::Wireless, None);
            }
            tx.put_conduit(&conduit)
        }
        Deed::DropConduit(n) => tx.delete_conduit(&conduit(&named(n), &[]).id),
        Deed::Assets(assets) => assets.iter().try_for_each(|(n, zone, text)| {
            let extra = BTreeMap::from([(text.clone(), text.clone())]);
            tx.put_asset(&Asset {
                extra,
                ..asset(&named(n), zone.map(|zone| named(&zone)).as_deref())
            })
        }),
        Deed::DropAsset(n) => tx.delete_asset(&asset(&named(n), None).id),
        Deed::Answer(n, zone, text) => tx.put_answer(&Answer {
            note: text.clone(),
            ..answer(&named(n), scope_of(*zone))
        }),
        Deed::DropAnswer(n, zone) => tx.delete_answer(&key(&named(n), scope_of(*zone))),
        Deed::Evidence(id, n, zone, bytes) => {
            let sha256 = tx.put_evidence_bytes(bytes)?;
            tx.put_evidence(&evidence(&named(id), &named(n), scope_of(*zone), &sha256))
        }
        Deed::DropEvidence(n) => tx.delete_evidence(&EvidenceId::parse(&named(n)).unwrap()),
        Deed::Undo | Deed::Redo | Deed::Reopen => Ok(()),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_is_done_can_be_undone_to_the_start_and_redone_to_the_end(
        deeds in prop::collection::vec(deeds(), 1..30)
    ) {
        let scratch = Scratch::new();
        let mut file = scratch.open();
        let mut past = vec![dump(&file)];
        let mut future: Vec<BTreeSet<String>> = Vec::new();
        for deed in &deeds {
            match deed {
                Deed::Undo => {
                    let undone = file.undo("Bo", AT).is_ok();
                    prop_assert_eq!(undone, past.len() > 1);
                    if undone {
                        future.extend(past.pop());
                    }
                }
                Deed::Redo => {
                    let redone = file.redo("Bo", AT).is_ok();
                    prop_assert_eq!(redone, !future.is_empty());
                    past.extend(future.pop());
                }
                Deed::Reopen => {
                    drop(file);
                    file = scratch.open();
                }
                _ => match act(&mut file, "Deed", |tx| work(tx, deed)) {
                    Ok(committed) if committed.changes.is_empty() => {}
                    Ok(_) => {
                        past.push(dump(&file));
                        future.clear();
                    }
                    Err(refused) => prop_assert!(matches!(refused, StoreError::Dangling { .. }), "{refused:?}"),
                },
            }
            prop_assert_eq!(&dump(&file), past.last().unwrap(), "{:?}", deed);
        }
        while file.undo("Bo", AT).is_ok() {
            future.extend(past.pop());
            prop_assert_eq!(&dump(&file), past.last().unwrap());
        }
        prop_assert_eq!(past.len(), 1);
        while file.redo("Bo", AT).is_ok() {}
        prop_assert_eq!(Some(&dump(&file)), future.first().or(past.first()));
        prop_assert_eq!(file.check().unwrap(), vec![]);
    }
}
