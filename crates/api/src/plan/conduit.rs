//! Operations on conduits: create, update, delete.

use std::collections::BTreeSet;

use zonewright_domain::answer::Scope;
use zonewright_domain::fact::Facts;
use zonewright_domain::id::{ConduitId, ZoneId};
use zonewright_domain::plan::{Conduit, Protection, Unit};
use zonewright_store::Tx;

use super::conduit_view;
use super::zone::{get as get_zone, zone_id};
use crate::app::App;
use crate::problem::Problem;
use crate::site::{name_of, trimmed};
use crate::wire::Done;
use crate::wire::plan::{ConduitView, CreateConduit, UpdateConduit};
use crate::wire::site::ById;
use crate::wire::words::Word;

pub(crate) fn create(app: &mut App, input: CreateConduit) -> Result<ConduitView, Problem> {
    let id = match &input.id {
        Some(text) => conduit_id(text)?,
        None => ConduitId::from_bits(app.random_bits()),
    };
    let ends = ends_of(&input.ends)?;
    let protections = protections_of(input.protections.as_deref().unwrap_or_default())?;
    let names = ends
        .iter()
        .map(|end| {
            Ok(app
                .file()?
                .find_zone(end)?
                .ok_or_else(|| Problem::missing("zone", end.as_str()))?
                .name)
        })
        .collect::<Result<Vec<_>, Problem>>()?;
    let name = match &input.name {
        Some(name) => name_of("name", name)?,
        None => name_of("name", &names.join(" – "))?,
    };
    let conduit = app.transact("create_conduit", &format!("Connect {}", names.join(" – ")), |tx| {
        if tx.find_conduit(&id)?.is_some() {
            return Err(Problem::refused(
                "conduit.taken",
                format!("There is already a conduit with the identifier “{id}”. Nothing was changed."),
                "Leave the identifier out, or choose another.",
            ));
        }
        let conduit = Conduit {
            id: id.clone(),
            name: name.clone(),
            purpose: trimmed(input.purpose.as_deref().unwrap_or_default())?,
            ends: ends.clone(),
            protections: protections.clone(),
            target: None,
            facts: Facts::default(),
        };
        tx.put_conduit(&conduit)?;
        Ok(conduit)
    })?;
    Ok(conduit_view(&conduit))
}

pub(crate) fn update(app: &mut App, input: UpdateConduit) -> Result<ConduitView, Problem> {
    let id = conduit_id(&input.id)?;
    let before = app
        .file()?
        .find_conduit(&id)?
        .ok_or_else(|| Problem::missing("conduit", id.as_str()))?;
    let conduit = app.transact(
        "update_conduit",
        &format!("Change conduit “{}”", before.name),
        |tx| {
            let mut conduit = before.clone();
            if let Some(name) = &input.name {
                conduit.name = name_of("name", name)?;
            }
            if let Some(purpose) = &input.purpose {
                conduit.purpose = trimmed(purpose)?;
            }
            if let Some(ends) = &input.ends {
                conduit.ends = ends_of(ends)?;
                for end in &conduit.ends {
                    get_zone(tx, end)?;
                }
            }
            if let Some(protections) = &input.protections {
                conduit.protections = protections_of(protections)?;
            }
            tx.put_conduit(&conduit)?;
            Ok(conduit)
        },
    )?;
    Ok(conduit_view(&conduit))
}

pub(crate) fn delete(app: &mut App, input: ById) -> Result<Done, Problem> {
    let id = conduit_id(&input.id)?;
    let before = app
        .file()?
        .find_conduit(&id)?
        .ok_or_else(|| Problem::missing("conduit", id.as_str()))?;
    app.transact(
        "delete_conduit",
        &format!("Delete conduit “{}”", before.name),
        |tx| remove(tx, &id),
    )?;
    Ok(Done {})
}

/// Removes a conduit with the answers that hold for it alone.
pub(super) fn remove(tx: &mut Tx<'_>, id: &ConduitId) -> Result<(), Problem> {
    let own = Scope::Unit(Unit::Conduit(id.clone()));
    super::remove_answers_at(tx, |scope| *scope == own)?;
    tx.delete_conduit(id)?;
    Ok(())
}

pub(crate) fn conduit_id(text: &str) -> Result<ConduitId, Problem> {
    ConduitId::parse(text).map_err(|error| Problem::field("conduit", format!("{error}.")))
}

fn ends_of(texts: &[String]) -> Result<Vec<ZoneId>, Problem> {
    let ends = texts
        .iter()
        .map(|text| zone_id(text))
        .collect::<Result<Vec<_>, _>>()?;
    let different: BTreeSet<_> = ends.iter().collect();
    if ends.len() < 2 || different.len() != ends.len() {
        return Err(Problem::field(
            "ends",
            "A conduit joins two or more different zones.",
        ));
    }
    Ok(ends)
}

fn protections_of(words: &[Word<Protection>]) -> Result<BTreeSet<Protection>, Problem> {
    words.iter().map(|word| word.read("protections")).collect()
}
