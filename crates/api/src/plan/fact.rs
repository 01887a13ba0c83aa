//! What is present in a unit and what is not, as views and as an operation.

use std::collections::BTreeMap;

use zonewright_domain::fact::{Facts, ScopingFact};
use zonewright_domain::plan::Unit;

use super::{outside, unit_of};
use crate::app::App;
use crate::problem::Problem;
use crate::wire::plan::SetFact;
use crate::wire::posture::UnitPostureView;
use crate::wire::words::Word;

/// Says of a unit that something is present or absent there, or takes back what was said.
pub(crate) fn set(app: &mut App, input: SetFact) -> Result<UnitPostureView, Problem> {
    let unit = unit_of(&input.unit)?;
    let fact = input.fact.read("fact")?;
    match &unit {
        Unit::Zone(id) => {
            let mut zone = app
                .file()?
                .find_zone(id)?
                .ok_or_else(|| Problem::missing("zone", id.as_str()))?;
            if !zone.kind.is_assessed() {
                return Err(outside(&zone.name));
            }
            zone.facts.set(fact, input.present);
            app.transact("set_fact", &label(fact, input.present, &zone.name), |tx| {
                Ok(tx.put_zone(&zone)?)
            })?;
        }
        Unit::Conduit(id) => {
            let mut conduit = app
                .file()?
                .find_conduit(id)?
                .ok_or_else(|| Problem::missing("conduit", id.as_str()))?;
            conduit.facts.set(fact, input.present);
            app.transact(
                "set_fact",
                &label(fact, input.present, &conduit.name),
                |tx| Ok(tx.put_conduit(&conduit)?),
            )?;
        }
    }
    crate::posture::of_unit(app, &unit)
}

pub(super) fn views(facts: &Facts) -> BTreeMap<Word<ScopingFact>, bool> {
    facts
        .iter()
        .map(|(fact, present)| (fact.into(), present))
        .collect()
}

/// What Undo and the history call it: `Say that no wireless links are used in “Packaging line 1”`.
fn label(fact: ScopingFact, present: Option<bool>, name: &str) -> String {
    let (first, rest) = fact.title().split_at(1);
    let claim = format!("{}{rest}", first.to_lowercase());
    match present {
        Some(true) => format!("Say that {claim} in “{name}”"),
        Some(false) => format!("Say that {} in “{name}”", fact.denial()),
        None => format!("Leave open whether {claim} in “{name}”"),
    }
}
