//! Maturity of the security programme (62443-2-1): per area and element the lowest level and the profile behind it.

use zonewright_domain::maturity::Maturity;
use zonewright_domain::posture::GroupMaturity;

use super::block::{Block, Cell, Chapter, Paper, Table};
use super::text::Text;
use crate::ReportInput;
use crate::palette;

pub(crate) fn chapter(input: &ReportInput<'_>) -> Chapter {
    let target = input.snapshot.site.target_maturity;
    let blocks = match &input.posture.programme {
        None => vec![Block::Paragraph(
            "No programme pack is in use, so the programme was not rated.".into(),
        )],
        Some(programme) => {
            let aim = target.map_or_else(
                || "No target is set for the programme.".to_owned(),
                |target| format!("The programme aims at {target}."),
            );
            vec![
                Block::Paragraph(format!("{aim} An area is as mature as its weakest requirement; open requirements count as ML 0 in “reached” and as ML 4 in “possible”.").into()),
                Block::Section("Programme areas (SPE)".to_owned()),
                Block::Table(table(&programme.sections, target)),
                Block::Section("Elements".to_owned()),
                Block::Table(table(&programme.groups, target)),
            ]
        }
    };
    Chapter {
        title: "Maturity of the programme".to_owned(),
        paper: Paper::A4Portrait,
        blocks,
    }
}

fn table(groups: &[GroupMaturity], target: Option<Maturity>) -> Table {
    let mut table = Table::new(&[
        ("Area", 2.7),
        ("Reached", 0.9),
        ("Possible", 0.9),
        ("ML 0", 0.55),
        ("ML 1", 0.55),
        ("ML 2", 0.55),
        ("ML 3", 0.55),
        ("ML 4", 0.55),
        ("Open", 0.6),
        ("N/A", 0.55),
    ])
    .dense()
    .centred(1..10);
    for group in groups {
        let title = if group.title == group.id {
            group.id.clone()
        } else {
            format!("{} {}", group.id, group.title)
        };
        let mut row: Vec<Cell> = vec![
            title.into(),
            reached(group, target),
            level(group.possible).into(),
        ];
        row.extend(
            group
                .profile
                .iter()
                .chain([&group.open, &group.not_applicable])
                .map(|number| {
                    Cell::new(if *number == 0 {
                        "·".to_owned()
                    } else {
                        number.to_string()
                    })
                }),
        );
        table.row(row);
    }
    table
}

fn level(maturity: Option<Maturity>) -> String {
    maturity.map_or_else(|| "–".to_owned(), |maturity| maturity.to_string())
}

fn reached(group: &GroupMaturity, target: Option<Maturity>) -> Cell {
    let text = Text::default().bold(level(group.reached));
    match (group.reached, target) {
        (Some(reached), Some(target)) => {
            let gap = target.number().saturating_sub(reached.number());
            let text = if gap > 0 {
                text.plain(format!("\ngap {gap}"))
            } else {
                text
            };
            Cell::on(text, palette::gap(gap))
        }
        _ => text.into(),
    }
}
