//! Zones, and the target levels that zones and conduits share.

use rusqlite::{Row, params};
use zonewright_domain::fact::Facts;
use zonewright_domain::id::ZoneId;
use zonewright_domain::level::LevelVector;
use zonewright_domain::plan::{Purdue, Rect, Target, TargetSource, Unit, Zone, ZoneKind};

use crate::error::StoreError;
use crate::rows::{Rows, id, optional_id, optional_word, word};
use crate::table::Table;
use crate::transact::Tx;

const SAVE: &str = "save the zone";
const REMOVE: &str = "remove the zone";

impl Rows {
    /// All zones, by name.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn zones(&self) -> Result<Vec<Zone>, StoreError> {
        let sql = format!("{} ORDER BY name, id", Table::Zone.statements().select);
        let mut zones = self.all("read the zones", &sql, [], zone)?;
        let mut facts = self.facts()?;
        for zone in &mut zones {
            let unit = Unit::Zone(zone.id.clone());
            zone.facts = facts.remove(&unit).unwrap_or_default();
        }
        Ok(zones)
    }

    /// One zone.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn find_zone(&self, id: &ZoneId) -> Result<Option<Zone>, StoreError> {
        let sql = format!("{} WHERE id = ?1", Table::Zone.statements().select);
        let found = self.one("read the zones", &sql, [id.as_str()], zone)?;
        let Some(mut zone) = found else {
            return Ok(None);
        };
        zone.facts = self.facts_of(&Unit::Zone(id.clone()))?;
        Ok(Some(zone))
    }

    /// These zones and every zone around them, each once: all that can decide what holds for them, however many zones
    /// the site has. Zones that do not exist are passed over.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn zones_around(&self, ids: &[ZoneId]) -> Result<Vec<Zone>, StoreError> {
        let mut found: Vec<Zone> = Vec::new();
        for id in ids {
            let mut next = Some(id.clone());
            // A zone that was met before has brought those around it.
            while let Some(id) = next.take_if(|id| found.iter().all(|zone| zone.id != *id)) {
                let Some(zone) = self.find_zone(&id)? else {
                    break;
                };
                next.clone_from(&zone.parent);
                found.push(zone);
            }
        }
        Ok(found)
    }
}

impl Tx<'_> {
    /// Adds or replaces a zone with its facts.
    ///
    /// # Errors
    /// [`StoreError::Value`] for an empty name or an impossible rectangle, and what keeps the file from being written.
    /// A parent that does not exist is found when the operation ends.
    pub fn put_zone(&mut self, zone: &Zone) -> Result<(), StoreError> {
        let (levels, source, reason) = target_columns(zone.target.as_ref());
        let Rect {
            x,
            y,
            width,
            height,
        } = zone.rect;
        self.put(
            SAVE,
            Table::Zone,
            params![
                zone.id.as_str(),
                zone.name,
                zone.kind.word(),
                zone.purpose,
                zone.boundary,
                zone.accountable,
                zone.parent.as_ref().map(ZoneId::as_str),
                zone.purdue.map(Purdue::word),
                levels,
                source,
                reason,
                x,
                y,
                width,
                height
            ],
        )?;
        self.put_facts(SAVE, &Unit::Zone(zone.id.clone()), &zone.facts)
    }

    /// Removes a zone with its facts, if there. What still refers to it (zones inside, assets, conduit ends, answers) must be moved
    /// or removed in the same operation, before or after.
    ///
    /// # Errors
    /// What keeps the file from being written; [`StoreError::Dangling`] when the operation ends.
    pub fn delete_zone(&mut self, id: &ZoneId) -> Result<(), StoreError> {
        self.put_facts(REMOVE, &Unit::Zone(id.clone()), &Facts::default())?;
        self.remove(REMOVE, Table::Zone, &[id.as_str()])
    }
}

fn zone(row: &Row<'_>) -> rusqlite::Result<Zone> {
    Ok(Zone {
        id: id(row, "id", ZoneId::parse)?,
        name: row.get("name")?,
        kind: word(row, "kind", ZoneKind::parse)?,
        purpose: row.get("purpose")?,
        boundary: row.get("boundary")?,
        accountable: row.get("accountable")?,
        parent: optional_id(row, "parent_id", ZoneId::parse)?,
        purdue: optional_word(row, "purdue", Purdue::parse)?,
        target: target(row)?,
        facts: Facts::default(),
        rect: Rect {
            x: row.get("x")?,
            y: row.get("y")?,
            width: row.get("width")?,
            height: row.get("height")?,
        },
    })
}

/// Columns `target_levels`, `target_source` and `target_reason`.
pub(crate) fn target_columns(
    target: Option<&Target>,
) -> (Option<String>, Option<&str>, Option<&str>) {
    let levels = target.map(|target| target.levels.to_string());
    (
        levels,
        target.map(|target| target.source.word()),
        target.map(|target| target.reason.as_str()),
    )
}

/// The target in the columns of [`target_columns`].
pub(crate) fn target(row: &Row<'_>) -> rusqlite::Result<Option<Target>> {
    let levels = optional_word(row, "target_levels", parse_levels)?;
    let source = optional_word(row, "target_source", TargetSource::parse)?;
    let (Some(levels), Some(source)) = (levels, source) else {
        return Ok(None);
    };
    Ok(Some(Target {
        levels,
        source,
        reason: row.get("target_reason")?,
    }))
}

fn parse_levels(text: &str) -> Option<LevelVector> {
    let numbers = text
        .split(' ')
        .map(|number| number.parse().ok())
        .collect::<Option<Vec<u8>>>()?;
    LevelVector::from_numbers(numbers.try_into().ok()?)
}
