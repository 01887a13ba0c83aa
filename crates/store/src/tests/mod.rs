//! The rules of the site file, and the small plant that they are tried on.
#![allow(clippy::unwrap_used)]

mod chain;
mod full;
mod hostile;
mod kill;
mod large;
mod lock;
mod migrate;
mod reads;
mod schema;
mod undo;

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use tempfile::TempDir;
use zonewright_domain::answer::{
    Answer, AnswerKey, CheckMethod, Evidence, Overrule, Rating, Scope,
};
use zonewright_domain::asset::{Asset, AssetField, AssetOrigin, AssetType};
use zonewright_domain::fact::{Facts, ScopingFact};
use zonewright_domain::id::{AssetId, ConduitId, EvidenceId, PersonId, SiteId, ZoneId};
use zonewright_domain::level::{Level, LevelVector};
use zonewright_domain::maturity::Maturity;
use zonewright_domain::pack::Outcome;
use zonewright_domain::plan::{
    Conduit, Protection, Purdue, Rect, Target, TargetSource, Unit, Zone, ZoneKind,
};
use zonewright_domain::snapshot::{PackPin, Person, Site};

use crate::table::Table;
use crate::{Committed, NewSite, OpenMode, OperationHead, SiteFile, StoreError, Tx};

const AT: &str = "2026-03-01T08:00:00Z";
const WRITE: OpenMode<'static> = OpenMode::Write {
    who: "Ada Ortiz",
    since: AT,
};

/// A site file in a folder of its own.
struct Scratch {
    folder: TempDir,
    path: PathBuf,
}

impl Scratch {
    /// A new, empty site; closed.
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("plant.zwsite");
        drop(create(&path).unwrap());
        Self { folder, path }
    }

    /// A site with one of everything; closed.
    fn furnished() -> Self {
        let scratch = Self::new();
        furnish(&mut scratch.open());
        scratch
    }

    fn open(&self) -> SiteFile {
        SiteFile::open(&self.path, WRITE).unwrap()
    }

    /// Names of all files in the folder.
    fn files(&self) -> Vec<String> {
        let entries = std::fs::read_dir(self.folder.path()).unwrap();
        let mut names: Vec<String> = entries
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect();
        names.sort();
        names
    }

    /// Edits the file as another tool would.
    fn edit(&self, sql: &str) {
        rusqlite::Connection::open(&self.path)
            .unwrap()
            .execute_batch(sql)
            .unwrap();
    }
}

fn create(path: &Path) -> Result<SiteFile, StoreError> {
    let packs = [PackPin {
        id: "iec62443-3-3-2013".into(),
        sha256: "aa".into(),
    }];
    SiteFile::create(
        path,
        &NewSite {
            site: &site(),
            packs: &packs,
            who: "Ada Ortiz",
            at: AT,
            program_version: "0.1.0",
        },
    )
}

fn act(
    file: &mut SiteFile,
    label: &str,
    work: impl FnOnce(&mut Tx<'_>) -> Result<(), StoreError>,
) -> Result<Committed, StoreError> {
    let head = OperationHead {
        kind: "try_out",
        label,
        who: "Ada Ortiz",
        at: AT,
    };
    file.transact(&head, work).map(|((), committed)| committed)
}

fn furnish(file: &mut SiteFile) {
    act(file, "Furnish", |tx| {
        tx.put_person(&person("ada"))?;
        tx.put_zone(&zone("plant", None))?;
        tx.put_zone(&zone("line-1", Some("plant")))?;
        tx.put_conduit(&conduit("uplink", &["plant", "line-1"]))?;
        tx.put_asset(&asset("plc-1", Some("line-1")))?;
        tx.put_answer(&answer("SR 1.1", unit("line-1")))?;
        let sha256 = tx.put_evidence_bytes(b"photo of the cabinet")?;
        tx.put_evidence(&evidence("photo", "SR 1.1", unit("line-1"), &sha256))
    })
    .unwrap();
}

/// All journaled tables as text, sorted: equal sites give equal text.
fn dump(file: &SiteFile) -> BTreeSet<String> {
    let rows = |table: Table| {
        let sql = &table.statements().journal_rows;
        file.all("dump", sql, [], move |row| {
            Ok(format!(
                "{} {} {}",
                table.name(),
                row.get::<_, String>(0)?,
                row.get::<_, String>(1)?
            ))
        })
        .unwrap()
    };
    Table::ALL.into_iter().flat_map(rows).collect()
}

fn site() -> Site {
    Site {
        id: SiteId::parse("brewery").unwrap(),
        name: "Brauerei Nord".into(),
        company: "Nord AG".into(),
        location: "Kiel".into(),
        suc: "Brewhouse and filling".into(),
        boundary: "Up to the office firewall".into(),
        assessor: "Ada Ortiz".into(),
        target_maturity: Maturity::new(3),
    }
}

fn person(id: &str) -> Person {
    Person {
        id: PersonId::parse(id).unwrap(),
        name: format!("Person {id}"),
        role: "Lead".into(),
        company: "Nord AG".into(),
    }
}

fn zone_id(id: &str) -> ZoneId {
    ZoneId::parse(id).unwrap()
}

fn unit(zone: &str) -> Scope {
    Scope::Unit(Unit::Zone(zone_id(zone)))
}

fn target() -> Target {
    Target {
        levels: LevelVector::from_numbers([3, 3, 2, 1, 3, 2, 4]).unwrap(),
        source: TargetSource::Risk,
        reason: "Brew loss “large”".into(),
    }
}

fn facts() -> Facts {
    [(ScopingFact::Wireless, false), (ScopingFact::Pki, true)]
        .into_iter()
        .collect()
}

fn zone(id: &str, parent: Option<&str>) -> Zone {
    Zone {
        id: zone_id(id),
        name: format!("Zone {id}"),
        kind: ZoneKind::Control,
        purpose: "Brews".into(),
        boundary: "Hall 1".into(),
        accountable: "Lead".into(),
        parent: parent.map(zone_id),
        purdue: Some(Purdue::L35),
        target: Some(target()),
        facts: facts(),
        rect: Rect {
            x: -40,
            y: 0,
            width: 200,
            height: 100,
        },
    }
}

fn conduit(id: &str, ends: &[&str]) -> Conduit {
    Conduit {
        id: ConduitId::parse(id).unwrap(),
        name: format!("Conduit {id}"),
        purpose: "Recipes".into(),
        ends: ends.iter().map(|end| zone_id(end)).collect(),
        protections: BTreeSet::from([Protection::Firewall, Protection::JumpHost]),
        target: None,
        facts: facts(),
    }
}

fn asset(id: &str, zone: Option<&str>) -> Asset {
    Asset {
        id: AssetId::parse(id).unwrap(),
        name: format!("Asset {id}"),
        asset_type: AssetType::Plc,
        zone: zone.map(zone_id),
        fields: BTreeMap::from([
            (AssetField::Ip, "10.0.0.7".into()),
            (AssetField::Manufacturer, "Müller „Süd“ \\ 1".into()),
        ]),
        extra: BTreeMap::from([("Prüfdatum".into(), "x'y\"z\n".into())]),
        origin: Some(AssetOrigin {
            file_sha256: "ab".into(),
            file_name: "list.xlsx".into(),
            sheet: "OT".into(),
            row: 7,
        }),
    }
}

fn key(requirement: &str, scope: Scope) -> AnswerKey {
    AnswerKey {
        pack: "iec62443-3-3-2013".into(),
        requirement: requirement.into(),
        scope,
    }
}

fn answer(requirement: &str, scope: Scope) -> Answer {
    Answer {
        key: key(requirement, scope),
        choices: BTreeMap::from([("sr-1-1.a".into(), "partly".into())]),
        overrule: Some(Overrule {
            outcome: Outcome::Rating(Rating::Compensated),
            reason: "Jump host".into(),
        }),
        note: "Shared login at the panel".into(),
        said_by: "Shift lead".into(),
        said_on: "2026-02-28".into(),
        checked: Some(CheckMethod::Observation),
        come_back: true,
    }
}

fn evidence(id: &str, requirement: &str, scope: Scope, sha256: &str) -> Evidence {
    Evidence {
        id: EvidenceId::parse(id).unwrap(),
        answer: key(requirement, scope),
        file_name: "cabinet.jpg".into(),
        size: 20,
        sha256: sha256.into(),
        added_at: AT.into(),
    }
}

fn level(number: u8) -> Level {
    Level::new(number).unwrap()
}
