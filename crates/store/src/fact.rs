//! Scoping facts of zones and conduits. They are written and removed with their unit, so that none can be left over.

use std::collections::BTreeMap;

use rusqlite::{Row, params};
use zonewright_domain::fact::{Facts, ScopingFact};
use zonewright_domain::plan::Unit;

use crate::error::StoreError;
use crate::rows::{Rows, word};
use crate::table::Table;
use crate::transact::Tx;

const READ: &str = "read the scoping facts";

impl Rows {
    /// What was said of every unit of which something was said.
    pub(crate) fn facts(&self) -> Result<BTreeMap<Unit, Facts>, StoreError> {
        let mut facts: BTreeMap<Unit, Facts> = BTreeMap::new();
        for (unit, fact, present) in
            self.all(READ, &Table::UnitFact.statements().select, [], said)?
        {
            facts.entry(unit).or_default().set(fact, Some(present));
        }
        Ok(facts)
    }

    /// What was said of one unit.
    pub(crate) fn facts_of(&self, unit: &Unit) -> Result<Facts, StoreError> {
        let sql = format!("{} WHERE unit = ?1", Table::UnitFact.statements().select);
        let said = self.all(READ, &sql, [unit.to_string()], said)?;
        Ok(said
            .into_iter()
            .map(|(_, fact, present)| (fact, present))
            .collect())
    }
}

impl Tx<'_> {
    /// Makes `facts` all that was said of the unit.
    pub(crate) fn put_facts(
        &mut self,
        action: &'static str,
        unit: &Unit,
        facts: &Facts,
    ) -> Result<(), StoreError> {
        let before = self.facts_of(unit)?;
        let unit = unit.to_string();
        let changed = |fact: &&ScopingFact| before.get(**fact) != facts.get(**fact);
        for fact in ScopingFact::ALL.iter().filter(changed) {
            match facts.get(*fact) {
                Some(present) => {
                    self.put(action, Table::UnitFact, params![unit, fact.word(), present])?
                }
                None => self.remove(action, Table::UnitFact, &[&unit, fact.word()])?,
            }
        }
        Ok(())
    }
}

fn said(row: &Row<'_>) -> rusqlite::Result<(Unit, ScopingFact, bool)> {
    Ok((
        word(row, "unit", Unit::parse)?,
        word(row, "fact", ScopingFact::parse)?,
        row.get("present")?,
    ))
}
