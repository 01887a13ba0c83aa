#![allow(clippy::unwrap_used)]

use std::collections::BTreeSet;

use zonewright_catalog::{TECHNICAL_PACK, find_pack};
use zonewright_domain::posture::{Posture, programme_posture};

use super::*;

/// The standings of a site with no unit and no answer.
fn empty() -> Vec<RequirementStanding> {
    let packs = site_packs();
    let posture = Posture {
        units: Vec::new(),
        programme: Some(programme_posture(packs[1], &Default::default())),
    };
    requirement_standings(&posture, &packs)
}

#[test]
fn every_requirement_is_linked_strongly_or_stands_among_those_that_only_ot_needs() {
    for framework in frameworks() {
        let used: Vec<&Mapping> = mappings()
            .iter()
            .filter(|one| one.to == framework.id)
            .collect();
        let standings = empty();
        let alone = standings.iter().filter_map(|one| only_here(one, &used));
        let alone: BTreeSet<_> = alone.map(|one| (one.pack, one.id)).collect();
        let linked: BTreeSet<_> = framework
            .controls
            .iter()
            .flat_map(|control| control_view(control, &used, &standings).links)
            .filter(|link| link.strength != zonewright_domain::mapping::Strength::Related.into())
            .map(|link| (link.pack, link.requirement))
            .collect();
        assert!(alone.is_disjoint(&linked));
        assert_eq!(
            alone.len() + linked.len(),
            standings.len(),
            "{}",
            framework.id
        );
        assert!(!alone.is_empty());
    }
}

#[test]
fn without_a_target_technical_requirements_are_not_asked() {
    let standings = empty();
    let technical = find_pack(TECHNICAL_PACK).unwrap().requirements.len();
    let asked = standings.iter().filter(|one| one.is_asked()).count();
    assert_eq!(asked, standings.len() - technical);
    let views: Vec<_> = standings.iter().map(standing_view).collect();
    assert!(
        views
            .iter()
            .all(|view| !view.title.is_empty() && view.units.is_empty())
    );
    let without = views.iter().filter(|view| view.outcome.is_none());
    assert_eq!(without.count(), technical);
}
