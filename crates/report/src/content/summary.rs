//! The summary for a reader in a hurry: where it is worst, what is missing, what is not known yet.

use zonewright_domain::level::Fr;
use zonewright_domain::posture::{Counts, UnitPosture};

use super::block::{Block, Cell, Chapter, Paper, Table, Tile};
use super::count;
use super::lookup::Lookup;
use super::text::Text;
use crate::ReportInput;
use crate::palette;

/// So many units are named in the summary.
const WORST: usize = 7;

pub(crate) fn chapter(input: &ReportInput<'_>, lookup: &Lookup<'_>) -> Chapter {
    let units = &input.posture.units;
    let mut blocks = vec![
        Block::Lead(verdict(input, lookup)),
        Block::Tiles(tiles(input)),
    ];
    blocks.push(Block::Section("Where it falls short most".to_owned()));
    let mut behind: Vec<&UnitPosture> = units
        .iter()
        .filter(|unit| unit.gap().is_some_and(|gap| !gap.is_zero()))
        .collect();
    behind.sort_by_key(|unit| std::cmp::Reverse(weight(unit)));
    if behind.is_empty() {
        let why = if units.is_empty() {
            "There is no zone or conduit to assess yet."
        } else {
            "No unit with a target falls short of it."
        };
        blocks.push(Block::Paragraph(why.into()));
    } else {
        let mut table = Table::new(&[
            ("Unit", 2.2),
            ("Largest gap", 0.8),
            ("FRs that fall short", 2.6),
            ("Not or partly met", 0.9),
            ("Open", 0.6),
        ])
        .centred(1..2)
        .centred(3..5);
        behind
            .iter()
            .take(WORST)
            .for_each(|unit| table.row(row(unit, lookup)));
        blocks.push(Block::Table(table));
        if behind.len() > WORST {
            let rest = count(behind.len() - WORST, "more unit falls", "more units fall");
            blocks.push(Block::Remark(
                format!("{rest} short; chapter “Security levels” lists all of them.").into(),
            ));
        }
    }
    blocks.extend(unknown(units, lookup));
    if let Some(programme) = &input.posture.programme {
        blocks.push(Block::Section("The programme".to_owned()));
        let lowest = programme
            .sections
            .iter()
            .filter_map(|section| section.reached)
            .min();
        let weakest: Vec<&str> = programme
            .sections
            .iter()
            .filter(|section| section.reached == lowest)
            .map(|section| section.id.as_str())
            .collect();
        let open: usize = programme.groups.iter().map(|group| group.open).sum();
        let text = match lowest {
            Some(level) => format!(
                "The lowest maturity of a programme area is {level} ({}). {} still open and count as not done.",
                weakest.join(", "),
                count(open, "requirement is", "requirements are")
            ),
            None => "No requirement of the programme applies.".to_owned(),
        };
        blocks.push(Block::Paragraph(text.into()));
    }
    Chapter {
        title: "Summary".to_owned(),
        paper: Paper::A4Portrait,
        blocks,
    }
}

fn verdict(input: &ReportInput<'_>, lookup: &Lookup<'_>) -> Text {
    let units = &input.posture.units;
    if units.is_empty() {
        return "No zone or conduit inside the system under consideration has been assessed yet, so this report holds no security levels.".into();
    }
    let meets = units.iter().filter(|unit| unit.meets_target()).count();
    let text = Text::default()
        .bold(format!(
            "{meets} of {}",
            count(units.len(), "unit", "units")
        ))
        .plain(if meets == 1 {
            " meets its target."
        } else {
            " meet their target."
        });
    match input.posture.worst() {
        Some(worst) => {
            let gap = worst.gap().unwrap_or_default();
            let frs: Vec<String> = Fr::ALL
                .into_iter()
                .filter(|fr| gap.get(*fr) == gap.highest())
                .map(|fr| fr.to_string())
                .collect();
            text.plain(" The furthest behind is ")
                .bold(lookup.unit(&worst.unit))
                .plain(format!(
                    ": {} short of the target in {}.",
                    count(usize::from(gap.highest().number()), "level", "levels"),
                    frs.join(", ")
                ))
        }
        None => text,
    }
}

fn tiles(input: &ReportInput<'_>) -> Vec<Tile> {
    let units = &input.posture.units;
    let due = units
        .iter()
        .fold(Counts::default(), |sum, unit| sum.plus(&unit.due()));
    let meets = units.iter().filter(|unit| unit.meets_target()).count();
    let tile = |number: String, label: &str| Tile {
        number,
        label: label.to_owned(),
    };
    vec![
        tile(
            format!("{meets} / {}", units.len()),
            "units meet their target",
        ),
        tile(
            (due.not_met + due.partly_met).to_string(),
            "due requirements not or only partly met, over all units",
        ),
        tile(
            due.open.to_string(),
            "due requirements still open, over all units",
        ),
        tile(input.snapshot.assets.len().to_string(), "assets recorded"),
    ]
}

/// The order of [`zonewright_domain::posture::Posture::worst`], so that the first row is the unit named above the table.
fn weight(unit: &UnitPosture) -> (u8, usize) {
    let gap = unit.gap().unwrap_or_default();
    let short = gap.numbers().iter().filter(|levels| **levels > 0).count();
    (gap.highest().number(), short)
}

fn row(unit: &UnitPosture, lookup: &Lookup<'_>) -> Vec<Cell> {
    let gap = unit.gap().unwrap_or_default();
    let short = Fr::ALL.into_iter().filter(|fr| gap.get(*fr).number() > 0);
    let frs: Vec<String> = short
        .map(|fr| format!("{fr} by\u{a0}{}", gap.get(fr)))
        .collect();
    let due = unit.due();
    let highest = gap.highest().number();
    vec![
        lookup.unit(&unit.unit).into(),
        Cell::on(
            Text::default().bold(highest.to_string()),
            palette::gap(highest),
        ),
        frs.join(", ").into(),
        (due.not_met + due.partly_met).to_string().into(),
        due.open.to_string().into(),
    ]
}

/// What keeps the picture from being complete.
fn unknown(units: &[UnitPosture], lookup: &Lookup<'_>) -> Vec<Block> {
    let untargeted: Vec<String> = units
        .iter()
        .filter(|unit| unit.target.is_none())
        .map(|unit| lookup.unit(&unit.unit))
        .collect();
    let open: usize = units.iter().map(|unit| unit.due().open).sum();
    let mut items: Vec<Text> = Vec::new();
    if !untargeted.is_empty() {
        let named = untargeted
            .iter()
            .take(WORST)
            .cloned()
            .collect::<Vec<_>>()
            .join(", ");
        let rest = if untargeted.len() > WORST {
            format!(" and {} more", untargeted.len() - WORST)
        } else {
            String::new()
        };
        items.push(format!("Without a target, and so without a gap: {named}{rest}.").into());
    }
    if open > 0 {
        items.push(
            format!(
                "{} not answered. Open counts as not met in SL-A, and as met in the possible SL-A.",
                count(open, "due requirement is", "due requirements are")
            )
            .into(),
        );
    }
    if items.is_empty() {
        Vec::new()
    } else {
        vec![
            Block::Section("What is not known yet".to_owned()),
            Block::Bullets(items),
        ]
    }
}
