//! Zones and conduits: the drawing, then the register of both (62443-3-2 ZCR 3).

use zonewright_domain::plan::{Conduit, Target, Zone};

use super::block::{Block, Cell, Chapter, Figure, Paper, Table};
use super::count;
use super::facts;
use super::lookup::Lookup;
use super::text::Text;
use crate::ReportInput;
use crate::drawing::plan;

/// Above so many units a drawing goes on A3.
const A3_FROM: usize = 40;

/// The drawing on a page of its own.
pub(crate) fn drawing(input: &ReportInput<'_>) -> Chapter {
    let snapshot = input.snapshot;
    let units = snapshot.zones.len() + snapshot.conduits.len();
    let paper = if units > A3_FROM {
        Paper::A3Landscape
    } else {
        Paper::A4Landscape
    };
    let block = if snapshot.zones.is_empty() {
        Block::Paragraph("No zones are drawn yet.".into())
    } else {
        let zones = count(snapshot.zones.len(), "zone", "zones");
        let conduits = count(snapshot.conduits.len(), "conduit", "conduits");
        Block::Figure(Figure {
            drawing: plan::plan(snapshot),
            alt: format!("Drawing of {zones} and {conduits}. The next chapter lists every zone with the zone around it, and every conduit with the zones it joins."),
            caption: "Z and C numbers lead to the register that follows. A dashed outline marks what lies outside and is not trusted, a double outline a safety zone. SL-T is the highest target of a unit over the seven FRs.".to_owned(),
        })
    };
    Chapter {
        title: "Drawing of zones and conduits".to_owned(),
        paper,
        blocks: vec![block],
    }
}

/// The register.
pub(crate) fn register(input: &ReportInput<'_>, lookup: &Lookup<'_>) -> Chapter {
    let snapshot = input.snapshot;
    let mut blocks = vec![Block::Section("Zones".to_owned())];
    if snapshot.zones.is_empty() {
        blocks.push(Block::Paragraph("There are no zones.".into()));
    } else {
        let mut table = Table::new(&[
            ("No.", 0.4),
            ("Zone", 1.6),
            ("Kind, Purdue level", 1.2),
            ("Inside", 1.2),
            ("Purpose and boundary", 2.6),
            ("Accountable", 1.1),
            ("SL-T, FR 1 to 7", 1.5),
        ])
        .dense();
        for (index, zone) in snapshot.zones.iter().enumerate() {
            table.row(zone_row(index, zone, lookup));
        }
        blocks.push(Block::Table(table));
    }
    blocks.push(Block::Section("Conduits".to_owned()));
    if snapshot.conduits.is_empty() {
        blocks.push(Block::Paragraph("There are no conduits.".into()));
    } else {
        let mut table = Table::new(&[
            ("No.", 0.4),
            ("Conduit", 1.6),
            ("Joins", 2.2),
            ("Purpose", 2.2),
            ("Protected by", 1.4),
            ("SL-T, FR 1 to 7", 1.5),
        ])
        .dense();
        for (index, conduit) in snapshot.conduits.iter().enumerate() {
            table.row(conduit_row(index, conduit, lookup));
        }
        blocks.push(Block::Table(table));
    }
    blocks.extend(facts::section(input));
    Chapter {
        title: "Zones and conduits".to_owned(),
        paper: Paper::A4Landscape,
        blocks,
    }
}

fn zone_row(index: usize, zone: &Zone, lookup: &Lookup<'_>) -> Vec<Cell> {
    let kind = match zone.purdue {
        Some(level) => format!("{}\n{}", zone.kind.title(), level.title()),
        None => zone.kind.title().to_owned(),
    };
    let inside = zone
        .parent
        .as_ref()
        .map_or("–", |parent| lookup.zone(parent.as_str()));
    let about = [&zone.purpose, &zone.boundary]
        .map(|text| text.trim())
        .into_iter()
        .filter(|text| !text.is_empty());
    vec![
        format!("Z{}", index + 1).into(),
        Text::default().bold(zone.name.as_str()).into(),
        kind.into(),
        inside.into(),
        about.collect::<Vec<_>>().join("\n").into(),
        zone.accountable.as_str().into(),
        if zone.kind.is_assessed() {
            target(zone.target.as_ref()).into()
        } else {
            "not assessed".into()
        },
    ]
}

fn conduit_row(index: usize, conduit: &Conduit, lookup: &Lookup<'_>) -> Vec<Cell> {
    let ends = conduit.ends.iter().map(|end| lookup.zone(end.as_str()));
    let protections: Vec<&str> = conduit
        .protections
        .iter()
        .map(|protection| protection.title())
        .collect();
    vec![
        format!("C{}", index + 1).into(),
        Text::default().bold(conduit.name.as_str()).into(),
        ends.collect::<Vec<_>>().join("\n").into(),
        conduit.purpose.as_str().into(),
        if protections.is_empty() {
            "nothing named".into()
        } else {
            protections.join(", ").into()
        },
        target(conduit.target.as_ref()).into(),
    ]
}

fn target(target: Option<&Target>) -> Text {
    let Some(target) = target else {
        return "not set".into();
    };
    let text = Text::default()
        .bold(target.levels.to_string())
        .plain(format!("\n{}", target.source.title()));
    if target.reason.trim().is_empty() {
        text
    } else {
        text.plain(format!(": {}", target.reason.trim()))
    }
}
