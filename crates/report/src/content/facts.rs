//! Scoping facts: what is present in each unit, and which requirements their absence makes void there.

use zonewright_domain::fact::{Facts, ScopingFact};
use zonewright_domain::plan::Unit;
use zonewright_domain::posture::UnitPosture;

use super::block::{Block, Cell, Table};
use super::text::Text;
use crate::ReportInput;

/// The requirements that one absent fact makes void in one unit.
pub(crate) struct Void<'a> {
    pub(crate) unit: &'a Unit,
    fact: ScopingFact,
    requirements: Vec<&'a str>,
}

impl Void<'_> {
    /// Their identifiers.
    pub(crate) fn ids(&self) -> String {
        self.requirements.join(", ")
    }

    /// How many they are.
    pub(crate) fn count(&self) -> usize {
        self.requirements.len()
    }

    /// Why they do not apply: `No wireless links are used here (scoping fact).`
    pub(crate) fn reason(&self) -> String {
        let absence = self.fact.absence();
        format!("{} (scoping fact).", absence.trim_end_matches('.'))
    }
}

/// What is void in a unit, by fact.
pub(crate) fn void_in(unit: &UnitPosture, due_only: bool) -> Vec<Void<'_>> {
    let by_fact = ScopingFact::ALL.iter().map(|fact| Void {
        unit: &unit.unit,
        fact: *fact,
        requirements: unit
            .requirements
            .iter()
            .filter(|state| state.void_by == Some(*fact) && (state.due || !due_only))
            .map(|state| state.requirement.as_str())
            .collect(),
    });
    by_fact.filter(|void| void.count() > 0).collect()
}

/// What is void in every unit.
pub(crate) fn void_everywhere<'a>(input: &ReportInput<'a>) -> Vec<Void<'a>> {
    let units = input.posture.units.iter();
    units.flat_map(|unit| void_in(unit, false)).collect()
}

/// The table of units and facts, for the register.
pub(crate) fn section(input: &ReportInput<'_>) -> Vec<Block> {
    let snapshot = input.snapshot;
    let zones = snapshot.zones.iter().enumerate();
    let assessed = zones.filter(|(_, zone)| zone.kind.is_assessed());
    let zones = assessed.map(|(n, zone)| (format!("Z{}", n + 1), zone.name.as_str(), &zone.facts));
    let conduits = snapshot.conduits.iter().enumerate();
    let conduits = conduits.map(|(n, c)| (format!("C{}", n + 1), c.name.as_str(), &c.facts));
    let units: Vec<_> = zones.chain(conduits).collect();
    let mut blocks = vec![Block::Section("What is present".to_owned())];
    if units
        .iter()
        .all(|(_, _, facts)| facts.iter().next().is_none())
    {
        let text = "Nobody said yet what is present in which zone or conduit, so every requirement applies everywhere.";
        blocks.push(Block::Paragraph(text.into()));
        return blocks;
    }
    let heads = ScopingFact::ALL.iter().map(|fact| (fact.short(), 1.0));
    let columns: Vec<_> = [("No.", 0.6), ("Zone or conduit", 2.6)]
        .into_iter()
        .chain(heads)
        .collect();
    let mut table = Table::new(&columns).centred(2..columns.len()).dense();
    for (number, name, facts) in units {
        let head: [Cell; 2] = [number.into(), Text::default().bold(name).into()];
        let said = ScopingFact::ALL
            .iter()
            .map(|fact| said(facts, *fact).into());
        table.row(head.into_iter().chain(said).collect());
    }
    blocks.push(Block::Table(table));
    blocks.push(Block::Remark("Yes and No are what was said of the unit; a dash means that nobody said. Where something is absent, the requirements about it do not apply, unless the unit itself was answered otherwise. What could run or be connected counts as present.".into()));
    blocks
}

fn said(facts: &Facts, fact: ScopingFact) -> &'static str {
    match facts.get(fact) {
        Some(true) => "Yes",
        Some(false) => "No",
        None => "–",
    }
}
