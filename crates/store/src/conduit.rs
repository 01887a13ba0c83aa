//! Conduits with their ends, protections and facts.

use std::collections::{BTreeMap, BTreeSet};

use rusqlite::{Row, params};
use zonewright_domain::fact::Facts;
use zonewright_domain::id::{ConduitId, ZoneId};
use zonewright_domain::plan::{Conduit, Protection, Unit};

use crate::error::StoreError;
use crate::rows::{Rows, id, word};
use crate::table::Table;
use crate::transact::Tx;
use crate::zone::{target, target_columns};

const READ: &str = "read the conduits";
const SAVE: &str = "save the conduit";
const REMOVE: &str = "remove the conduit";

impl Rows {
    /// All conduits, by name.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn conduits(&self) -> Result<Vec<Conduit>, StoreError> {
        let sql = format!("{} ORDER BY name, id", Table::Conduit.statements().select);
        let mut conduits = self.all(READ, &sql, [], conduit)?;
        let mut ends: BTreeMap<ConduitId, Vec<ZoneId>> = BTreeMap::new();
        let sql = format!(
            "{} ORDER BY conduit_id, place",
            Table::ConduitEnd.statements().select
        );
        for (conduit, end) in self.all(READ, &sql, [], end)? {
            ends.entry(conduit).or_default().push(end);
        }
        let mut protections: BTreeMap<ConduitId, BTreeSet<Protection>> = BTreeMap::new();
        for (conduit, by) in self.all(
            READ,
            &Table::ConduitProtection.statements().select,
            [],
            protection,
        )? {
            protections.entry(conduit).or_default().insert(by);
        }
        let mut facts = self.facts()?;
        for conduit in &mut conduits {
            let unit = Unit::Conduit(conduit.id.clone());
            conduit.facts = facts.remove(&unit).unwrap_or_default();
            conduit.ends = ends.remove(&conduit.id).unwrap_or_default();
            conduit.protections = protections.remove(&conduit.id).unwrap_or_default();
        }
        Ok(conduits)
    }

    /// One conduit.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn find_conduit(&self, id: &ConduitId) -> Result<Option<Conduit>, StoreError> {
        let of =
            |table: Table, key: &str| format!("{} WHERE {key} = ?1", table.statements().select);
        let found = self.one(READ, &of(Table::Conduit, "id"), [id.as_str()], conduit)?;
        let Some(mut conduit) = found else {
            return Ok(None);
        };
        let sql = format!("{} ORDER BY place", of(Table::ConduitEnd, "conduit_id"));
        let ends = self.all(READ, &sql, [id.as_str()], end)?;
        conduit.ends = ends.into_iter().map(|(_, end)| end).collect();
        let by = self.all(
            READ,
            &of(Table::ConduitProtection, "conduit_id"),
            [id.as_str()],
            protection,
        )?;
        conduit.protections = by.into_iter().map(|(_, by)| by).collect();
        conduit.facts = self.facts_of(&Unit::Conduit(id.clone()))?;
        Ok(Some(conduit))
    }
}

impl Tx<'_> {
    /// Adds or replaces a conduit with its ends, in their order, its protections and its facts.
    ///
    /// # Errors
    /// [`StoreError::Value`] for an empty name, and what keeps the file from being written. An end that does not exist
    /// is found when the operation ends.
    pub fn put_conduit(&mut self, conduit: &Conduit) -> Result<(), StoreError> {
        let id = conduit.id.as_str();
        let (levels, source, reason) = target_columns(conduit.target.as_ref());
        self.put(
            SAVE,
            Table::Conduit,
            params![id, conduit.name, conduit.purpose, levels, source, reason],
        )?;
        for (place, zone) in conduit.ends.iter().enumerate() {
            self.put(SAVE, Table::ConduitEnd, params![id, place, zone.as_str()])?;
        }
        const REST: &str = "DELETE FROM conduit_end WHERE conduit_id = ?1 AND place >= ?2";
        self.run(SAVE, REST, params![id, conduit.ends.len()])?;
        for by in Protection::ALL {
            if conduit.protections.contains(by) {
                self.put(SAVE, Table::ConduitProtection, params![id, by.word()])?;
            } else {
                self.remove(SAVE, Table::ConduitProtection, &[id, by.word()])?;
            }
        }
        self.put_facts(SAVE, &Unit::Conduit(conduit.id.clone()), &conduit.facts)
    }

    /// Removes a conduit with its ends, protections and facts, if there. Answers about it must go in the same operation.
    ///
    /// # Errors
    /// What keeps the file from being written; [`StoreError::Dangling`] when the operation ends.
    pub fn delete_conduit(&mut self, id: &ConduitId) -> Result<(), StoreError> {
        self.run(
            REMOVE,
            "DELETE FROM conduit_end WHERE conduit_id = ?1",
            [id.as_str()],
        )?;
        self.run(
            REMOVE,
            "DELETE FROM conduit_protection WHERE conduit_id = ?1",
            [id.as_str()],
        )?;
        self.put_facts(REMOVE, &Unit::Conduit(id.clone()), &Facts::default())?;
        self.remove(REMOVE, Table::Conduit, &[id.as_str()])
    }
}

fn conduit(row: &Row<'_>) -> rusqlite::Result<Conduit> {
    Ok(Conduit {
        id: id(row, "id", ConduitId::parse)?,
        name: row.get("name")?,
        purpose: row.get("purpose")?,
        ends: Vec::new(),
        protections: BTreeSet::new(),
        target: target(row)?,
        facts: Facts::default(),
    })
}

fn end(row: &Row<'_>) -> rusqlite::Result<(ConduitId, ZoneId)> {
    Ok((
        id(row, "conduit_id", ConduitId::parse)?,
        id(row, "zone_id", ZoneId::parse)?,
    ))
}

fn protection(row: &Row<'_>) -> rusqlite::Result<(ConduitId, Protection)> {
    Ok((
        id(row, "conduit_id", ConduitId::parse)?,
        word(row, "protection", Protection::parse)?,
    ))
}
