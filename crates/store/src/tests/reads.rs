//! What was written is read back as it was, links are kept whole, and lists come sorted, searched and in pages.

use super::*;
use crate::{AssetQuery, AssetSort, Existing, Noun, Order, ZoneFilter};

#[test]
fn everything_written_is_read_back_as_it_was_after_closing() {
    let scratch = Scratch::furnished();
    let file = scratch.open();
    let snapshot = file.snapshot().unwrap();
    assert_eq!(snapshot.site, site());
    assert_eq!(snapshot.people, [person("ada")]);
    assert_eq!(
        snapshot.zones,
        [zone("line-1", Some("plant")), zone("plant", None)]
    );
    assert_eq!(snapshot.conduits, [conduit("uplink", &["plant", "line-1"])]);
    assert_eq!(snapshot.assets, [asset("plc-1", Some("line-1"))]);
    assert_eq!(snapshot.answers, [answer("SR 1.1", unit("line-1"))]);
    let sha256 = &snapshot.evidence[0].sha256;
    assert_eq!(
        snapshot.evidence,
        [evidence("photo", "SR 1.1", unit("line-1"), sha256)]
    );
    assert_eq!(
        file.evidence_bytes(sha256).unwrap(),
        b"photo of the cabinet"
    );
    assert_eq!(snapshot.provenance.operations, 2);
    assert_eq!(
        snapshot.provenance.journal_head,
        file.history(1).unwrap()[0].hash
    );
    assert_eq!(snapshot.provenance.packs[0].id, "iec62443-3-3-2013");
    assert_eq!(file.created_by().unwrap(), "0.1.0");
    assert_eq!(
        file.find_conduit(&snapshot.conduits[0].id)
            .unwrap()
            .as_ref(),
        snapshot.conduits.first()
    );
    assert_eq!(
        file.find_zone(&zone_id("plant")).unwrap(),
        Some(zone("plant", None))
    );
    assert_eq!(file.assets_in(&zone_id("plant")).unwrap(), []);
    assert_eq!(file.check().unwrap(), []);
}

#[test]
fn every_scope_and_every_decision_survives_the_file() {
    let scratch = Scratch::furnished();
    let mut file = scratch.open();
    let scopes = [
        Scope::Site,
        Scope::Inside(zone_id("plant")),
        unit("plant"),
        Scope::Unit(Unit::Conduit(ConduitId::parse("uplink").unwrap())),
    ];
    let maturities = (0..=4).map(|n| Outcome::Maturity(Maturity::new(n).unwrap()));
    let outcomes: Vec<Outcome> = Rating::ALL
        .iter()
        .map(|r| Outcome::Rating(*r))
        .chain(maturities)
        .collect();
    for (n, outcome) in outcomes.into_iter().enumerate() {
        for scope in &scopes {
            let mut wanted = answer(&format!("SR {n}"), scope.clone());
            wanted.overrule = Some(Overrule {
                outcome,
                reason: "Seen".into(),
            });
            act(&mut file, "Answer", |tx| tx.put_answer(&wanted)).unwrap();
            assert_eq!(file.find_answer(&wanted.key).unwrap(), Some(wanted));
        }
    }
    let nearest = file
        .answers_for("iec62443-3-3-2013", &scopes[1..2])
        .unwrap();
    assert!(nearest.iter().all(|answer| answer.key.scope == scopes[1]));
    assert_eq!(nearest.len(), 11);
    assert_eq!(file.answers_for("another", &scopes).unwrap(), []);
}

#[test]
fn an_operation_says_what_it_touched_and_one_without_effect_leaves_no_trace() {
    let scratch = Scratch::furnished();
    let mut file = scratch.open();
    let before = file.head().unwrap();
    let idle = act(&mut file, "Nothing", |tx| {
        tx.put_zone(&zone("plant", None))?;
        tx.put_conduit(&conduit("uplink", &["plant", "line-1"]))?;
        tx.delete_asset(&AssetId::parse("unknown").unwrap())
    })
    .unwrap();
    assert_eq!((idle.sequence, idle.changes), (2, vec![]));
    assert_eq!(file.head().unwrap(), before);
    let shorter = Conduit {
        protections: BTreeSet::new(),
        ..conduit("uplink", &["line-1", "plant"])
    };
    let committed = act(&mut file, "Turn", |tx| {
        tx.put_conduit(&shorter)?;
        tx.put_answer(&Answer {
            note: "New".into(),
            ..answer("SR 1.1", unit("line-1"))
        })
    })
    .unwrap();
    let touched: Vec<(Noun, usize, Vec<String>)> = committed
        .changes
        .into_iter()
        .map(|t| (t.noun, t.count, t.keys))
        .collect();
    assert_eq!(
        touched,
        [
            (Noun::Conduit, 1, vec!["uplink".into()]),
            (
                Noun::Answer,
                1,
                vec!["iec62443-3-3-2013/SR 1.1/zone:line-1".into()]
            )
        ]
    );
    assert_eq!(file.conduits().unwrap(), [shorter]);
}

#[test]
fn nothing_may_refer_to_what_would_be_gone() {
    let scratch = Scratch::furnished();
    let mut file = scratch.open();
    let before = dump(&file);
    let elsewhere = asset("plc-2", Some("nowhere"));
    let uplink = ConduitId::parse("uplink").unwrap();
    let lonely = evidence("e", "SR 9", Scope::Site, &"0".repeat(64));
    let attempts: [(&str, Result<Committed, StoreError>); 5] = [
        (
            "delete zone",
            act(&mut file, "x", |tx| tx.delete_zone(&zone_id("line-1"))),
        ),
        (
            "asset nowhere",
            act(&mut file, "x", |tx| tx.put_asset(&elsewhere)),
        ),
        (
            "conduit nowhere",
            act(&mut file, "x", |tx| {
                tx.put_conduit(&conduit("c", &["plant", "nowhere"]))
            }),
        ),
        (
            "answer nowhere",
            act(&mut file, "x", |tx| {
                tx.put_answer(&answer("SR 1", unit("nowhere")))
            }),
        ),
        (
            "evidence without bytes",
            act(&mut file, "x", |tx| tx.put_evidence(&lonely)),
        ),
    ];
    for (what, result) in attempts {
        assert!(
            matches!(result, Err(StoreError::Dangling { .. })),
            "{what}: {result:?}"
        );
    }
    assert_eq!(dump(&file), before);
    act(&mut file, "All together", |tx| {
        tx.delete_zone(&zone_id("line-1"))?;
        tx.delete_conduit(&uplink)?;
        tx.put_asset(&asset("plc-1", None))?;
        tx.delete_answer(&key("SR 1.1", unit("line-1")))
    })
    .unwrap();
    assert_eq!(file.check().unwrap(), []);
    assert_eq!(
        (file.evidence().unwrap(), file.conduits().unwrap()),
        (vec![], vec![])
    );
}

#[test]
fn the_error_of_the_work_undoes_all_of_it() {
    let scratch = Scratch::furnished();
    let mut file = scratch.open();
    let (before, head) = (dump(&file), file.head().unwrap());
    let failed = act(&mut file, "Half", |tx| {
        tx.put_person(&person("bo"))?;
        tx.put_evidence_bytes(b"never kept")?;
        Err(StoreError::NothingToUndo {
            path: tx.path().into(),
        })
    });
    assert!(failed.is_err());
    assert_eq!((dump(&file), file.head().unwrap()), (before, head));
    let sha256 = crate::journal::hex(&<sha2::Sha256 as sha2::Digest>::digest(b"never kept"));
    assert!(matches!(
        file.evidence_bytes(&sha256),
        Err(StoreError::EvidenceMissing { .. })
    ));
}

#[test]
fn asset_pages_search_filter_and_sort() {
    let scratch = Scratch::furnished();
    let mut file = scratch.open();
    let listed = [
        ("a", "Ölpumpe", AssetType::Drive, Some("plant"), "10.0.0.9"),
        ("b", "press 10", AssetType::Plc, None, ""),
        ("c", "Press 2", AssetType::Plc, Some("line-1"), "10.0.0.1"),
    ];
    act(&mut file, "Import", |tx| {
        tx.delete_asset(&AssetId::parse("plc-1").unwrap())?;
        listed
            .iter()
            .try_for_each(|(id, name, asset_type, zone, ip)| {
                let fields = [(AssetField::Ip, (*ip).to_owned())]
                    .into_iter()
                    .filter(|(_, ip)| !ip.is_empty())
                    .collect();
                let named = Asset {
                    name: (*name).into(),
                    asset_type: *asset_type,
                    fields,
                    ..asset(id, *zone)
                };
                tx.put_asset(&named)
            })
    })
    .unwrap();
    let all = AssetQuery {
        search: String::new(),
        zone: ZoneFilter::Any,
        asset_type: None,
        sort: AssetSort::Name,
        order: Order::Ascending,
        offset: 0,
        limit: 10,
    };
    let searched = |search: &str| AssetQuery {
        search: search.into(),
        ..all.clone()
    };
    let sorted = |sort, order| AssetQuery {
        sort,
        order,
        ..all.clone()
    };
    let zoned = |zone| AssetQuery {
        zone,
        ..all.clone()
    };
    let cases: [(AssetQuery, u64, &str); 17] = [
        (all.clone(), 3, "b c a"),
        (sorted(AssetSort::Name, Order::Descending), 3, "a c b"),
        (
            sorted(AssetSort::Field(AssetField::Ip), Order::Ascending),
            3,
            "c a b",
        ),
        (
            sorted(AssetSort::Field(AssetField::Ip), Order::Descending),
            3,
            "a c b",
        ),
        (sorted(AssetSort::Zone, Order::Ascending), 3, "c a b"),
        (sorted(AssetSort::AssetType, Order::Ascending), 3, "a b c"),
        (
            AssetQuery {
                offset: 1,
                limit: 1,
                ..all.clone()
            },
            3,
            "c",
        ),
        (
            AssetQuery {
                offset: 9,
                ..all.clone()
            },
            3,
            "",
        ),
        (searched("ölPUMPE"), 1, "a"),
        (searched("press 10"), 2, "b c"),
        (searched("press 2"), 1, "c"),
        (searched(" drive 0.9 "), 1, "a"),
        (searched("ip"), 0, ""),
        (searched("%"), 0, ""),
        (zoned(ZoneFilter::Unassigned), 1, "b"),
        (
            zoned(ZoneFilter::In(vec![zone_id("plant"), zone_id("line-1")])),
            2,
            "c a",
        ),
        (
            AssetQuery {
                asset_type: Some(AssetType::Plc),
                ..all.clone()
            },
            2,
            "b c",
        ),
    ];
    for (query, total, ids) in cases {
        let page = file.asset_page(&query).unwrap();
        let found: Vec<&str> = page.assets.iter().map(|asset| asset.id.as_str()).collect();
        assert_eq!(
            (page.total, found.join(" ").as_str()),
            (total, ids),
            "{query:?}"
        );
    }
    let counts = file.asset_counts().unwrap();
    assert_eq!(counts.get(&None), Some(&1));
}

#[test]
fn a_copy_is_whole_and_never_replaces_unasked_nor_an_open_file() {
    let scratch = Scratch::furnished();
    let file = scratch.open();
    let copy = scratch.folder.path().join("copy.zwsite");
    file.copy_to(&copy, Existing::Keep).unwrap();
    assert!(matches!(
        file.copy_to(&copy, Existing::Keep),
        Err(StoreError::AlreadyExists { .. })
    ));
    let open_copy = SiteFile::open(&copy, WRITE).unwrap();
    assert_eq!(open_copy.snapshot().unwrap(), file.snapshot().unwrap());
    assert_eq!(open_copy.check().unwrap(), []);
    assert!(matches!(
        file.copy_to(&copy, Existing::Replace),
        Err(StoreError::InUse { .. })
    ));
    assert!(matches!(
        file.copy_to(&scratch.path, Existing::Replace),
        Err(StoreError::InUse { .. })
    ));
    drop(open_copy);
    std::fs::write(&copy, b"older").unwrap();
    file.copy_to(&copy, Existing::Replace).unwrap();
    drop(file);
    assert_eq!(
        SiteFile::open(&copy, OpenMode::Read)
            .unwrap()
            .check()
            .unwrap(),
        []
    );
    assert_eq!(scratch.files(), ["copy.zwsite", "plant.zwsite"]);
    assert!(matches!(
        create(&copy),
        Err(StoreError::AlreadyExists { .. })
    ));
}

#[test]
fn the_zones_around_some_zones_are_all_that_hold_them_and_no_others() {
    let scratch = Scratch::furnished();
    let mut file = scratch.open();
    act(&mut file, "Nest", |tx| {
        tx.put_zone(&zone("cell", Some("line-1")))?;
        tx.put_zone(&zone("line-2", Some("plant")))?;
        tx.put_zone(&zone("office", None))
    })
    .unwrap();
    for (inner, expected) in [
        (&[][..], &[][..]),
        (&["office"], &["office"]),
        (&["cell"], &["cell", "line-1", "plant"]),
        (&["cell", "line-2"], &["cell", "line-1", "plant", "line-2"]),
        (&["line-1", "cell"], &["line-1", "plant", "cell"]),
        (&["gone", "line-2"], &["line-2", "plant"]),
    ] {
        let inner: Vec<ZoneId> = inner.iter().map(|id| zone_id(id)).collect();
        let found = file.zones_around(&inner).unwrap();
        let found: Vec<&str> = found.iter().map(|zone| zone.id.as_str()).collect();
        assert_eq!(found, expected, "{inner:?}");
    }
}
