//! The inventory (62443-2-1:2024 CM 1.1).

use zonewright_domain::asset::{Asset, AssetField};

use super::block::{Block, Cell, Chapter, Paper, Table};
use super::count;
use super::lookup::Lookup;
use crate::ReportInput;

const FIELDS: [AssetField; 6] = [
    AssetField::Manufacturer,
    AssetField::Model,
    AssetField::Ip,
    AssetField::Firmware,
    AssetField::Os,
    AssetField::Location,
];

pub(crate) fn chapter(input: &ReportInput<'_>, lookup: &Lookup<'_>) -> Chapter {
    let assets = &input.snapshot.assets;
    let mut blocks = Vec::new();
    if assets.is_empty() {
        blocks.push(Block::Paragraph("No assets are recorded. Without an inventory the division into zones cannot be checked against the plant.".into()));
    } else {
        let stray = assets.iter().filter(|asset| asset.zone.is_none()).count();
        let mut text = count(assets.len(), "asset is recorded", "assets are recorded");
        if stray > 0 {
            text = format!("{text}; {} in no zone", count(stray, "stands", "stand"));
        }
        blocks.push(Block::Paragraph(
            format!("{text}. All recorded properties are in the embedded assessment.json.").into(),
        ));
        let mut columns = vec![("Name", 1.5), ("Type", 1.1), ("Zone", 1.3)];
        columns.extend(FIELDS.iter().map(|field| (field.title(), 1.1)));
        let mut table = Table::new(&columns).dense();
        assets
            .iter()
            .for_each(|asset| table.row(row(asset, lookup)));
        blocks.push(Block::Table(table));
    }
    Chapter {
        title: "Assets".to_owned(),
        paper: Paper::A4Landscape,
        blocks,
    }
}

fn row(asset: &Asset, lookup: &Lookup<'_>) -> Vec<Cell> {
    let zone = asset
        .zone
        .as_ref()
        .map_or("no zone", |zone| lookup.zone(zone.as_str()));
    let mut row: Vec<Cell> = vec![
        asset.name.as_str().into(),
        asset.asset_type.title().into(),
        zone.into(),
    ];
    row.extend(
        FIELDS
            .iter()
            .map(|field| Cell::new(asset.fields.get(field).map_or("", String::as_str))),
    );
    row
}
