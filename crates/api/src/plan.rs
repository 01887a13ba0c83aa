//! The plan: zones, conduits and their targets, as views and operations.

pub(crate) mod conduit;
pub(crate) mod fact;
pub(crate) mod zone;

use zonewright_domain::answer::Scope;
use zonewright_domain::id::ZoneId;
use zonewright_domain::level::LevelVector;
use zonewright_domain::plan::{Conduit, Rect, Target, TargetSource, Unit, Zone};
use zonewright_store::Tx;

use crate::app::App;
use crate::problem::Problem;
use crate::site::trimmed;
use crate::wire::Nothing;
use crate::wire::plan::{ConduitView, PlanView, RectView, SetTarget, TargetView, ZoneView};
use crate::wire::posture::UnitPostureView;

pub(crate) fn get(app: &App, _input: Nothing) -> Result<PlanView, Problem> {
    let file = app.file()?;
    let counts = file.asset_counts()?;
    let count = |zone: Option<&ZoneId>| counts.get(&zone.cloned()).copied().unwrap_or(0);
    Ok(PlanView {
        zones: file
            .zones()?
            .iter()
            .map(|zone| zone_view(zone, count(Some(&zone.id))))
            .collect(),
        conduits: file.conduits()?.iter().map(conduit_view).collect(),
        unplaced_assets: count(None),
    })
}

/// Sets or takes away SL-T of a unit; its source is the person, who gives the reason.
pub(crate) fn set_target(app: &mut App, input: SetTarget) -> Result<UnitPostureView, Problem> {
    let unit = unit_of(&input.unit)?;
    let levels = match input.levels {
        None => None,
        Some(numbers) => Some(LevelVector::from_numbers(numbers).ok_or_else(|| {
            Problem::field("levels", "SL-T is a number from 0 to 4 for each FR.")
        })?),
    };
    let reason = trimmed(input.reason.as_deref().unwrap_or_default())?;
    let give_reason = input.reason.is_some();
    let renew = |old: Option<Target>| {
        levels.map(|levels| Target {
            levels,
            source: TargetSource::Manual,
            reason: if give_reason {
                reason.clone()
            } else {
                old.map(|target| target.reason).unwrap_or_default()
            },
        })
    };
    match &unit {
        Unit::Zone(id) => {
            let zone = app
                .file()?
                .find_zone(id)?
                .ok_or_else(|| Problem::missing("zone", id.as_str()))?;
            if !zone.kind.is_assessed() {
                return Err(outside(&zone.name));
            }
            app.transact(
                "set_target",
                &format!("Set SL-T of “{}”", zone.name),
                |tx| {
                    let mut zone = zone.clone();
                    zone.target = renew(zone.target.take());
                    tx.put_zone(&zone)?;
                    Ok(())
                },
            )?;
        }
        Unit::Conduit(id) => {
            let conduit = app
                .file()?
                .find_conduit(id)?
                .ok_or_else(|| Problem::missing("conduit", id.as_str()))?;
            app.transact(
                "set_target",
                &format!("Set SL-T of “{}”", conduit.name),
                |tx| {
                    let mut conduit = conduit.clone();
                    conduit.target = renew(conduit.target.take());
                    tx.put_conduit(&conduit)?;
                    Ok(())
                },
            )?;
        }
    }
    crate::posture::of_unit(app, &unit)
}

pub(crate) fn unit_of(text: &str) -> Result<Unit, Problem> {
    Unit::parse(text).ok_or_else(|| {
        Problem::field(
            "unit",
            format!("“{text}” is no unit: write zone:… or conduit:… with its identifier."),
        )
    })
}

fn outside(name: &str) -> Problem {
    Problem::refused(
        "zone.outside",
        format!(
            "“{name}” lies outside the system under consideration, so it has no target and no questions. Nothing was changed."
        ),
        "Change its kind if it belongs to the plant, or set a target on the conduit that leads to it.",
    )
}

pub(crate) fn zone_view(zone: &Zone, asset_count: u64) -> ZoneView {
    ZoneView {
        id: zone.id.to_string(),
        name: zone.name.clone(),
        kind: zone.kind.into(),
        purpose: zone.purpose.clone(),
        boundary: zone.boundary.clone(),
        accountable: zone.accountable.clone(),
        parent: zone.parent.as_ref().map(ToString::to_string),
        purdue: zone.purdue.map(Into::into),
        target: zone.target.as_ref().map(target_view),
        facts: fact::views(&zone.facts),
        rect: rect_view(zone.rect),
        asset_count,
    }
}

pub(crate) fn conduit_view(conduit: &Conduit) -> ConduitView {
    ConduitView {
        id: conduit.id.to_string(),
        name: conduit.name.clone(),
        purpose: conduit.purpose.clone(),
        ends: conduit.ends.iter().map(ToString::to_string).collect(),
        protections: conduit.protections.iter().map(|p| (*p).into()).collect(),
        target: conduit.target.as_ref().map(target_view),
        facts: fact::views(&conduit.facts),
    }
}

fn target_view(target: &Target) -> TargetView {
    TargetView {
        levels: target.levels.numbers(),
        source: target.source.into(),
        reason: target.reason.clone(),
    }
}

pub(crate) fn rect_view(rect: Rect) -> RectView {
    RectView {
        x: rect.x,
        y: rect.y,
        width: rect.width,
        height: rect.height,
    }
}

fn scope_names_zone(scope: &Scope, id: &ZoneId) -> bool {
    match scope {
        Scope::Inside(zone) | Scope::Unit(Unit::Zone(zone)) => zone == id,
        Scope::Site | Scope::Unit(Unit::Conduit(_)) => false,
    }
}

/// Removes the answers whose scope is gone, with their links to evidence.
fn remove_answers_at(tx: &mut Tx<'_>, gone: impl Fn(&Scope) -> bool) -> Result<(), Problem> {
    for answer in tx
        .answers()?
        .into_iter()
        .filter(|answer| gone(&answer.key.scope))
    {
        crate::question::remove(tx, &answer.key)?;
    }
    Ok(())
}
