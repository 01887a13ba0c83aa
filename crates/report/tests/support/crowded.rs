//! A plant with 250 units, to see what a crowded drawing and long tables look like.

use zonewright_domain::plan::{Protection, ZoneKind};
use zonewright_domain::snapshot::SiteSnapshot;

use super::plant::{conduit, empty_site, target, zone};

/// 170 zones and 80 conduits in a grid of areas.
pub fn crowded_plant() -> SiteSnapshot {
    let mut snapshot = empty_site();
    snapshot.site.name = "Crowded plant".into();
    for area in 0..10 {
        let (x, y) = (area % 5 * 900, area / 5 * 1000);
        let outer = format!("area-{area}");
        snapshot.zones.push(zone(
            &outer,
            &format!("Area {area}"),
            ZoneKind::Control,
            None,
            [x, y, 820, 900],
        ));
        for cell in 0..16 {
            let id = format!("cell-{area}-{cell}");
            let kind = ZoneKind::ALL[cell as usize % 7];
            let place = [x + 40 + cell % 4 * 190, y + 80 + cell / 4 * 200, 140, 110];
            let mut cell_zone = zone(
                &id,
                &format!("Cell {area}.{cell} with mixer and dryer"),
                kind,
                Some(&outer),
                place,
            );
            cell_zone.target = target([2, 2, 2, 1, 2, 1, 2], "");
            snapshot.zones.push(cell_zone);
        }
        for cell in 0..8 {
            let ends = [
                format!("cell-{area}-{}", cell * 2),
                format!("cell-{area}-{}", cell * 2 + 1),
            ];
            let ends: Vec<&str> = ends.iter().map(String::as_str).collect();
            let levels = Some([1, 2, 1, 1, 2, 1, 1]);
            snapshot.conduits.push(conduit(
                &format!("c-{area}-{cell}"),
                &format!("Link {area}.{cell}"),
                &ends,
                &[Protection::Firewall],
                levels,
            ));
        }
    }
    snapshot
}
