//! A large plant: 100,000 assets arrive in one operation, are paged through, and leave with one undo.

use super::*;
use crate::{AssetQuery, AssetSort, Order, Touched, ZoneFilter};

#[test]
fn a_hundred_thousand_assets_are_one_operation() {
    let scratch = Scratch::furnished();
    let mut file = scratch.open();
    let assets: Vec<Asset> = (0..100_000)
        .map(|n| asset(&format!("a{n}"), Some("line-1")))
        .collect();
    let committed = act(&mut file, "Import", |tx| tx.put_assets(&assets)).unwrap();
    assert_eq!(
        (committed.changes[0].count, committed.changes[0].keys.len()),
        (100_000, 0)
    );
    assert!(committed.changes[0].count > Touched::MOST_KEYS);
    let query = AssetQuery {
        search: "a99 müller".into(),
        zone: ZoneFilter::In(vec![zone_id("line-1")]),
        asset_type: None,
        sort: AssetSort::Field(AssetField::Ip),
        order: Order::Descending,
        offset: 1_000,
        limit: 200,
    };
    let page = file.asset_page(&query).unwrap();
    assert_eq!((page.total, page.assets.len()), (1_111, 111));
    let wanted = answer("SR 2.1", unit("line-1"));
    let committed = act(&mut file, "Answer", |tx| tx.put_answer(&wanted)).unwrap();
    assert_eq!(committed.changes[0].keys.len(), 1);
    file.undo("Bo", AT).unwrap();
    file.undo("Bo", AT).unwrap();
    assert_eq!(file.assets().unwrap().len(), 1);
}
