//! Operations on zones: create, update, move and nest, delete.

use zonewright_domain::asset::Asset;
use zonewright_domain::fact::Facts;
use zonewright_domain::id::ZoneId;
use zonewright_domain::plan::{Nesting, Rect, Zone, ZoneKind};
use zonewright_store::Tx;

use super::{rect_view, zone_view};
use crate::app::App;
use crate::problem::Problem;
use crate::site::{name_of, trimmed};
use crate::wire::Done;
use crate::wire::plan::{CreateZone, MoveZone, RectView, UpdateZone, ZoneView};
use crate::wire::site::ById;

/// Where zones without a place go: a grid to the right of nothing, five wide.
const FREE_PLACE: Rect = Rect {
    x: 40,
    y: 40,
    width: 280,
    height: 180,
};

pub(crate) fn create(app: &mut App, input: CreateZone) -> Result<ZoneView, Problem> {
    let id = match &input.id {
        Some(text) => zone_id(text)?,
        None => ZoneId::from_bits(app.random_bits()),
    };
    let name = name_of("name", &input.name)?;
    let kind = match &input.kind {
        Some(kind) => kind.read("kind")?,
        None => ZoneKind::Control,
    };
    let purdue = input
        .purdue
        .as_ref()
        .map(|purdue| purdue.read("purdue"))
        .transpose()?;
    let parent = input.parent.as_deref().map(zone_id).transpose()?;
    let label = format!("Create zone “{name}”");
    let zone = app.transact("create_zone", &label, |tx| {
        if tx.find_zone(&id)?.is_some() {
            return Err(taken(&id));
        }
        if let Some(parent) = &parent {
            get(tx, parent)?;
        }
        let zones = tx.zones()?;
        let rect = match input.rect {
            Some(rect) => rect_of(rect)?,
            None => free_rect(&zones, parent.as_ref()),
        };
        let zone = Zone {
            id: id.clone(),
            name: name.clone(),
            kind,
            purpose: trimmed(input.purpose.as_deref().unwrap_or_default())?,
            boundary: String::new(),
            accountable: String::new(),
            parent: parent.clone(),
            purdue,
            target: None,
            facts: Facts::default(),
            rect,
        };
        tx.put_zone(&zone)?;
        Ok(zone)
    })?;
    view(app, &zone)
}

pub(crate) fn update(app: &mut App, input: UpdateZone) -> Result<ZoneView, Problem> {
    let id = zone_id(&input.id)?;
    let before = app
        .file()?
        .find_zone(&id)?
        .ok_or_else(|| Problem::missing("zone", id.as_str()))?;
    let label = format!("Change zone “{}”", before.name);
    let zone = app.transact("update_zone", &label, |tx| {
        let mut zone = get(tx, &id)?;
        if let Some(name) = &input.name {
            zone.name = name_of("name", name)?;
        }
        if let Some(kind) = &input.kind {
            zone.kind = kind.read("kind")?;
        }
        if let Some(purdue) = &input.purdue {
            zone.purdue = purdue
                .as_ref()
                .map(|purdue| purdue.read("purdue"))
                .transpose()?;
        }
        for (text, field) in [
            (&input.purpose, &mut zone.purpose),
            (&input.boundary, &mut zone.boundary),
            (&input.accountable, &mut zone.accountable),
        ] {
            if let Some(text) = text {
                *field = trimmed(text)?;
            }
        }
        tx.put_zone(&zone)?;
        Ok(zone)
    })?;
    view(app, &zone)
}

/// Moves, resizes and nests in one operation; what lies inside moves along when the corner moves.
pub(crate) fn relocate(app: &mut App, input: MoveZone) -> Result<ZoneView, Problem> {
    let id = zone_id(&input.id)?;
    let rect = rect_of(input.rect)?;
    let before = app
        .file()?
        .find_zone(&id)?
        .ok_or_else(|| Problem::missing("zone", id.as_str()))?;
    let label = format!("Move zone “{}”", before.name);
    let zone = app.transact("move_zone", &label, |tx| {
        let zones = tx.zones()?;
        let nesting = Nesting::of(&zones);
        let mut zone = get(tx, &id)?;
        if let Some(parent) = &input.parent {
            let parent = parent.as_deref().map(zone_id).transpose()?;
            if let Some(parent) = &parent {
                get(tx, parent)?;
                if nesting.would_cycle(&id, parent) {
                    return Err(cycle(&zone.name));
                }
            }
            zone.parent = parent;
        }
        let (dx, dy) = (rect.x - zone.rect.x, rect.y - zone.rect.y);
        let moved = dx != 0 || dy != 0;
        for inner in zones
            .iter()
            .filter(|inner| moved && inner.id != id && nesting.is_within(&inner.id, &id))
        {
            let mut inner = inner.clone();
            inner.rect.x += dx;
            inner.rect.y += dy;
            rect_of(rect_view(inner.rect))?;
            tx.put_zone(&inner)?;
        }
        zone.rect = rect;
        tx.put_zone(&zone)?;
        Ok(zone)
    })?;
    view(app, &zone)
}

/// Deletes a zone: zones inside go to its parent, its assets become unplaced, its answers go, and conduits that
/// would be left with fewer than two ends go too. Undo brings all of it back.
pub(crate) fn delete(app: &mut App, input: ById) -> Result<Done, Problem> {
    let id = zone_id(&input.id)?;
    let before = app
        .file()?
        .find_zone(&id)?
        .ok_or_else(|| Problem::missing("zone", id.as_str()))?;
    app.transact(
        "delete_zone",
        &format!("Delete zone “{}”", before.name),
        |tx| {
            let zone = get(tx, &id)?;
            for mut inner in tx
                .zones()?
                .into_iter()
                .filter(|inner| inner.parent.as_ref() == Some(&id))
            {
                inner.parent.clone_from(&zone.parent);
                tx.put_zone(&inner)?;
            }
            for mut conduit in tx
                .conduits()?
                .into_iter()
                .filter(|conduit| conduit.ends.contains(&id))
            {
                conduit.ends.retain(|end| *end != id);
                if conduit.ends.len() < 2 {
                    super::conduit::remove(tx, &conduit.id)?;
                } else {
                    tx.put_conduit(&conduit)?;
                }
            }
            for asset in tx.assets_in(&id)? {
                tx.put_asset(&Asset {
                    zone: None,
                    ..asset
                })?;
            }
            super::remove_answers_at(tx, |scope| super::scope_names_zone(scope, &id))?;
            tx.delete_zone(&id)?;
            Ok(())
        },
    )?;
    Ok(Done {})
}

pub(super) fn get(tx: &Tx<'_>, id: &ZoneId) -> Result<Zone, Problem> {
    tx.find_zone(id)?
        .ok_or_else(|| Problem::missing("zone", id.as_str()))
}

pub(crate) fn zone_id(text: &str) -> Result<ZoneId, Problem> {
    ZoneId::parse(text).map_err(|error| Problem::field("zone", format!("{error}.")))
}

fn view(app: &App, zone: &Zone) -> Result<ZoneView, Problem> {
    let counts = app.file()?.asset_counts()?;
    Ok(zone_view(
        zone,
        counts.get(&Some(zone.id.clone())).copied().unwrap_or(0),
    ))
}

fn rect_of(view: RectView) -> Result<Rect, Problem> {
    let rect = Rect {
        x: view.x,
        y: view.y,
        width: view.width,
        height: view.height,
    };
    if rect.is_valid() {
        return Ok(rect);
    }
    let (width, height) = (Rect::MIN_WIDTH, Rect::MIN_HEIGHT);
    Err(Problem::field(
        "rect",
        format!(
            "A zone must be at least {width} by {height} units large and lie within the drawing."
        ),
    ))
}

/// The first place that touches no sibling: inside the parent below its title, or on the open drawing.
fn free_rect(zones: &[Zone], parent: Option<&ZoneId>) -> Rect {
    let siblings: Vec<Rect> = zones
        .iter()
        .filter(|zone| zone.parent.as_ref() == parent)
        .map(|zone| zone.rect)
        .collect();
    let around = parent
        .and_then(|id| zones.iter().find(|zone| zone.id == *id))
        .map(|zone| zone.rect);
    let start = match around {
        Some(outer) => Rect {
            x: outer.x + 16,
            y: outer.y + 40,
            width: 160,
            height: 96,
        },
        None => FREE_PLACE,
    };
    let mut place = start;
    for n in 0..=siblings.len() as i32 {
        place.x = start.x + (n % 5) * (start.width + 24);
        place.y = start.y + (n / 5) * (start.height + 24);
        if siblings.iter().all(|other| !overlap(place, *other)) {
            break;
        }
    }
    place
}

fn overlap(a: Rect, b: Rect) -> bool {
    a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height
}

fn taken(id: &ZoneId) -> Problem {
    Problem::refused(
        "zone.taken",
        format!("There is already a zone with the identifier “{id}”. Nothing was changed."),
        "Leave the identifier out, or choose another.",
    )
}

fn cycle(name: &str) -> Problem {
    Problem::refused(
        "zone.cycle",
        format!(
            "The zone “{name}” cannot be put into a zone that lies inside it. Nothing was changed."
        ),
        "Choose a zone outside of it.",
    )
}
