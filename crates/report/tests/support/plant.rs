//! Sites: the dosing plant, and an empty one.

use std::collections::{BTreeMap, BTreeSet};

use zonewright_domain::answer::Evidence;
use zonewright_domain::asset::{Asset, AssetField, AssetType};
use zonewright_domain::fact::Facts;
use zonewright_domain::id::{AssetId, ConduitId, EvidenceId, PersonId, SiteId, ZoneId};
use zonewright_domain::level::LevelVector;
use zonewright_domain::maturity::Maturity;
use zonewright_domain::plan::{
    Conduit, Protection, Purdue, Rect, Target, TargetSource, Zone, ZoneKind,
};
use zonewright_domain::snapshot::{PackPin, Person, Provenance, Site, SiteSnapshot};

use super::answers::answers;
use super::packs::{programme_pack, technical_pack};

fn zone_id(id: &str) -> ZoneId {
    ZoneId::parse(id).unwrap()
}

/// A zone of a kind at a place.
pub fn zone(id: &str, name: &str, kind: ZoneKind, parent: Option<&str>, rect: [i32; 4]) -> Zone {
    Zone {
        id: zone_id(id),
        name: name.into(),
        kind,
        purpose: String::new(),
        boundary: String::new(),
        accountable: String::new(),
        parent: parent.map(zone_id),
        purdue: None,
        target: None,
        facts: Facts::default(),
        rect: Rect {
            x: rect[0],
            y: rect[1],
            width: rect[2],
            height: rect[3],
        },
    }
}

/// A target set by hand.
pub fn target(levels: [u8; 7], reason: &str) -> Option<Target> {
    let levels = LevelVector::from_numbers(levels).unwrap();
    let source = TargetSource::Manual;
    Some(Target {
        levels,
        source,
        reason: reason.into(),
    })
}

/// A conduit between zones.
pub fn conduit(
    id: &str,
    name: &str,
    ends: &[&str],
    protections: &[Protection],
    levels: Option<[u8; 7]>,
) -> Conduit {
    Conduit {
        id: ConduitId::parse(id).unwrap(),
        name: name.into(),
        purpose: format!("Carries what {name} needs"),
        ends: ends.iter().map(|end| zone_id(end)).collect(),
        protections: protections.iter().copied().collect::<BTreeSet<_>>(),
        target: levels.and_then(|levels| target(levels, "")),
        facts: Facts::default(),
    }
}

/// An asset in a zone.
pub fn asset(
    number: usize,
    name: &str,
    asset_type: AssetType,
    zone: Option<&str>,
    fields: &[(AssetField, &str)],
) -> Asset {
    Asset {
        id: AssetId::parse(&format!("a-{number}")).unwrap(),
        name: name.into(),
        asset_type,
        zone: zone.map(zone_id),
        fields: fields
            .iter()
            .map(|(field, value)| (*field, (*value).into()))
            .collect(),
        extra: BTreeMap::new(),
        origin: None,
    }
}

/// A site in which nothing was done but giving it a name.
pub fn empty_site() -> SiteSnapshot {
    SiteSnapshot {
        site: Site {
            id: SiteId::parse("new-site").unwrap(),
            name: "New site".into(),
            company: String::new(),
            location: String::new(),
            suc: String::new(),
            boundary: String::new(),
            assessor: String::new(),
            target_maturity: None,
        },
        people: Vec::new(),
        zones: Vec::new(),
        conduits: Vec::new(),
        assets: Vec::new(),
        answers: Vec::new(),
        evidence: Vec::new(),
        provenance: Provenance {
            journal_head: "5e".repeat(32),
            operations: 1,
            last_change: "2026-11-23T13:58:12+01:00".into(),
            packs: Vec::new(),
        },
    }
}

/// The dosing and packaging plant: ten zones, seven conduits, 72 assets, half of the questions answered.
pub fn dosing_plant() -> SiteSnapshot {
    let mut snapshot = empty_site();
    snapshot.site = Site {
        id: SiteId::parse("kaltenbach-dosing").unwrap(),
        name: "Kaltenbach dosing and packaging plant".into(),
        company: "Brückner Spezialchemie GmbH".into(),
        location: "Kaltenbach, hall 4 and tank farm".into(),
        suc: "Dosing, mixing and packaging of water treatment chemicals: tank farm, two dosing lines, one packaging line, with the control room, the plant network and the safety system of the chlorine dosing.".into(),
        boundary: "The firewall to the office network, the remote maintenance router of the packaging machine, the radio cells of the scanners, and the doors of hall 4.".into(),
        assessor: "Ines Örtel, Rheinwerk OT Security".into(),
        target_maturity: Maturity::new(3),
    };
    for (id, name, role, company) in [
        ("p1", "Ines Örtel", "Assessor", "Rheinwerk OT Security"),
        ("p2", "Marek Łuczak", "Automation lead", "Plant engineering"),
        ("p3", "Dr. Sophie Hamm", "Plant manager", "Operations"),
        ("p4", "Tom Berger", "IT network", "IT"),
    ] {
        snapshot.people.push(Person {
            id: PersonId::parse(id).unwrap(),
            name: name.into(),
            role: role.into(),
            company: company.into(),
        });
    }
    snapshot.zones = zones();
    snapshot.conduits = conduits();
    snapshot.assets = (0..72).map(plant_asset).collect();
    snapshot.answers = answers();
    snapshot.evidence = snapshot
        .answers
        .iter()
        .filter(|answer| !answer.note.is_empty())
        .take(6)
        .enumerate()
        .map(|(n, answer)| Evidence {
            id: EvidenceId::parse(&format!("e-{n}")).unwrap(),
            answer: answer.key.clone(),
            file_name: format!(
                "Firewall rule export 2026-11-{:02} (plant network, reviewed).pdf",
                n + 3
            ),
            size: 48_213 * (n as u64 + 1),
            sha256: format!(
                "{:064x}",
                (n as u128 + 1) * 0x1234_5678_9abc_def0_1234_5678_9abc
            ),
            added_at: format!("2026-11-{:02}T09:30:00+01:00", n + 3),
        })
        .collect();
    snapshot.provenance.operations = 1_284;
    snapshot.provenance.packs = [technical_pack(), programme_pack()]
        .map(|pack| PackPin {
            id: pack.id,
            sha256: pack.sha256,
        })
        .to_vec();
    snapshot
}

fn zones() -> Vec<Zone> {
    use ZoneKind::{Control, Dmz, Enterprise, Outside, Remote, Safety, Temporary, Wireless};
    let mut zones = vec![
        zone(
            "basic",
            "Basic control dosing 1 and 2",
            Control,
            Some("plant"),
            [40, 460, 300, 150],
        ),
        zone(
            "sis",
            "Chlorine safety system",
            Safety,
            Some("basic"),
            [60, 530, 200, 60],
        ),
        zone(
            "room",
            "Control room",
            Control,
            Some("plant"),
            [40, 300, 300, 110],
        ),
        zone("dmz", "Plant DMZ", Dmz, None, [420, 90, 220, 100]),
        zone(
            "office",
            "Office network",
            Enterprise,
            None,
            [20, 20, 300, 100],
        ),
        zone(
            "internet",
            "Internet and machine builder",
            Outside,
            None,
            [760, 20, 220, 100],
        ),
        zone(
            "pack",
            "Packaging line",
            Control,
            Some("plant"),
            [420, 460, 260, 150],
        ),
        zone("plant", "Plant network", Control, None, [20, 250, 940, 380]),
        zone(
            "remote",
            "Remote maintenance",
            Remote,
            Some("plant"),
            [740, 300, 190, 100],
        ),
        zone(
            "scanners",
            "Wireless scanners",
            Wireless,
            Some("plant"),
            [740, 440, 190, 70],
        ),
        zone(
            "laptop",
            "Contractor laptops",
            Temporary,
            Some("plant"),
            [740, 540, 190, 70],
        ),
    ];
    let levels: [(&str, [u8; 7], Purdue); 9] = [
        ("basic", [2, 2, 3, 1, 2, 2, 3], Purdue::L1),
        ("sis", [3, 3, 3, 1, 3, 2, 3], Purdue::L1),
        ("room", [2, 2, 2, 1, 2, 2, 2], Purdue::L2),
        ("dmz", [2, 2, 2, 2, 3, 2, 1], Purdue::L35),
        ("office", [1, 1, 1, 1, 1, 1, 1], Purdue::L4),
        ("pack", [2, 2, 2, 1, 2, 1, 2], Purdue::L1),
        ("plant", [2, 2, 2, 1, 2, 2, 2], Purdue::L3),
        ("remote", [3, 3, 2, 2, 3, 2, 1], Purdue::L3),
        ("scanners", [2, 2, 1, 2, 2, 1, 1], Purdue::L2),
    ];
    for (id, vector, purdue) in levels {
        let zone = zones
            .iter_mut()
            .find(|zone| zone.id.as_str() == id)
            .unwrap();
        zone.target = target(vector, "Agreed in the risk workshop of 4 November");
        zone.purdue = Some(purdue);
        zone.purpose = format!("Everything that belongs to {}", zone.name.to_lowercase());
        zone.accountable = "Marek Łuczak".into();
    }
    zones
}

fn conduits() -> Vec<Conduit> {
    use Protection::{Diode, Firewall, JumpHost, Vpn};
    vec![
        conduit(
            "c1",
            "Control network",
            &["room", "basic"],
            &[],
            Some([2, 2, 2, 1, 2, 1, 2]),
        ),
        conduit(
            "c2",
            "Historian feed",
            &["dmz", "plant"],
            &[Diode],
            Some([1, 1, 2, 1, 3, 1, 1]),
        ),
        conduit(
            "c3",
            "Office to DMZ",
            &["office", "dmz"],
            &[Firewall],
            Some([2, 2, 2, 1, 2, 2, 1]),
        ),
        conduit(
            "c4",
            "Packaging data",
            &["basic", "pack", "room"],
            &[Firewall],
            Some([2, 2, 2, 1, 2, 1, 1]),
        ),
        conduit(
            "c5",
            "Remote maintenance tunnel",
            &["internet", "remote"],
            &[Firewall, JumpHost, Vpn],
            Some([3, 3, 2, 2, 3, 2, 1]),
        ),
        conduit("c6", "Safety link", &["basic", "sis"], &[Firewall], None),
        conduit(
            "c7",
            "Scanner radio",
            &["scanners", "pack"],
            &[],
            Some([2, 2, 1, 2, 2, 1, 1]),
        ),
    ]
}

fn plant_asset(number: usize) -> Asset {
    let kinds = [
        (
            AssetType::Plc,
            "PLC",
            "Siemens",
            "S7-1516F-3 PN/DP",
            "basic",
        ),
        (AssetType::Hmi, "Panel", "Siemens", "TP1200 Comfort", "room"),
        (
            AssetType::Switch,
            "Switch",
            "Hirschmann",
            "RSPE35-24044O7T99",
            "plant",
        ),
        (
            AssetType::Drive,
            "Drive pump",
            "Danfoss",
            "VLT AutomationDrive FC-302",
            "basic",
        ),
        (AssetType::Handheld, "Scanner", "Zebra", "TC52x", "scanners"),
        (
            AssetType::SafetyController,
            "Safety controller",
            "HIMA",
            "HIMatrix F35",
            "sis",
        ),
        (AssetType::Robot, "Palletiser", "KUKA", "KR QUANTEC", "pack"),
        (
            AssetType::ScadaServer,
            "SCADA server",
            "AVEVA",
            "Plant SCADA 2023 R2",
            "room",
        ),
    ];
    let (kind, name, maker, model, zone) = kinds[number % kinds.len()];
    let ip = format!("10.20.{}.{}", number % 7, number + 10);
    let name = format!("{name} {:02}", number + 1);
    let zone = (number % 19 != 18).then_some(zone);
    let fields = [
        (AssetField::Manufacturer, maker),
        (AssetField::Model, model),
        (AssetField::Ip, ip.as_str()),
        (AssetField::Firmware, "V2.9.4"),
        (AssetField::Location, "Hall 4, cabinet +K12"),
    ];
    asset(number, &name, kind, zone, &fields)
}
