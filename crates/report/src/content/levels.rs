//! Security levels per unit and FR, as a heat map whose every field also says its numbers.

use zonewright_domain::level::Fr;
use zonewright_domain::posture::{FrPosture, UnitPosture};

use super::block::{Block, Cell, Chapter, Paper, Table};
use super::lookup::Lookup;
use super::text::Text;
use crate::ReportInput;
use crate::palette;

pub(crate) fn chapter(input: &ReportInput<'_>, lookup: &Lookup<'_>) -> Chapter {
    let units = &input.posture.units;
    let mut blocks = Vec::new();
    if units.is_empty() {
        blocks.push(Block::Paragraph("There is no unit to assess: no zone inside the system under consideration and no conduit, or no technical question pack.".into()));
    } else {
        blocks.push(Block::Paragraph(
            Text::default()
                .plain("Each field gives the gap in bold, then ")
                .bold("T")
                .plain(" the target (SL-T), ")
                .bold("A")
                .plain(
                    " the level achieved (SL-A) and, where open questions could still raise it, ",
                )
                .bold("up to")
                .plain(" the possible SL-A. The darker a field, the larger the gap."),
        ));
        blocks.push(Block::Table(map(units, lookup)));
        blocks.push(Block::Section("What stands behind the levels".to_owned()));
        blocks.push(Block::Table(counts(units, lookup)));
    }
    Chapter {
        title: "Security levels".to_owned(),
        paper: Paper::A4Landscape,
        blocks,
    }
}

fn map(units: &[UnitPosture], lookup: &Lookup<'_>) -> Table {
    let titles: Vec<String> = Fr::ALL
        .iter()
        .map(|fr| format!("{fr} {}", fr.abbreviation()))
        .collect();
    let mut columns: Vec<(&str, f32)> = vec![("Unit", 2.3)];
    columns.extend(titles.iter().map(|title| (title.as_str(), 1.0)));
    columns.push(("Target", 1.1));
    let mut table = Table::new(&columns).dense().centred(1..9);
    for unit in units {
        let mut row = vec![Cell::new(lookup.unit(&unit.unit))];
        row.extend(unit.frs.iter().map(field));
        row.push(verdict(unit));
        table.row(row);
    }
    table
}

fn field(fr: &FrPosture) -> Cell {
    let up_to = if fr.possible > fr.achieved {
        format!("\nup to {}", fr.possible)
    } else {
        String::new()
    };
    let Some(target) = fr.target else {
        return Cell::new(
            Text::default()
                .bold("no target")
                .plain(format!("\nA {}{up_to}", fr.achieved)),
        );
    };
    let gap = target.above(fr.achieved);
    let head = if gap == 0 {
        "no gap".to_owned()
    } else {
        format!("gap {gap}")
    };
    let text = Text::default()
        .bold(head)
        .plain(format!("\nT {target} · A {}{up_to}", fr.achieved));
    Cell::on(text, palette::gap(gap))
}

fn verdict(unit: &UnitPosture) -> Cell {
    match unit.gap() {
        None => "no target".into(),
        Some(gap) if gap.is_zero() => Text::default().bold("met").into(),
        Some(gap) => Text::default()
            .bold("not met")
            .plain(format!("\nworst gap {}", gap.highest()))
            .into(),
    }
}

fn counts(units: &[UnitPosture], lookup: &Lookup<'_>) -> Table {
    let mut table = Table::new(&[
        ("Unit", 2.6),
        ("Due", 0.7),
        ("Met", 0.7),
        ("Compensated", 0.9),
        ("Not applicable", 0.9),
        ("Partly met", 0.8),
        ("Not met", 0.8),
        ("Open", 0.7),
    ])
    .dense()
    .centred(1..8);
    for unit in units {
        let due = unit.due();
        let numbers = [
            due.total(),
            due.met,
            due.compensated,
            due.not_applicable,
            due.partly_met,
            due.not_met,
            due.open,
        ];
        let mut row = vec![Cell::new(lookup.unit(&unit.unit))];
        row.extend(numbers.map(|number| Cell::new(number.to_string())));
        table.row(row);
    }
    table
}
