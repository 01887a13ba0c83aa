//! Findings: per unit, what is due and not met, partly met, still open, or void by a scoping fact.

use zonewright_domain::answer::{Rating, Scope};
use zonewright_domain::posture::{RequirementPosture, UnitPosture};

use super::block::{Block, Cell, Chapter, Paper, Table};
use super::facts;
use super::lookup::{self, Lookup};
use super::text::Text;
use crate::ReportInput;
use crate::palette;

pub(crate) fn chapter(input: &ReportInput<'_>, lookup: &Lookup<'_>) -> Chapter {
    let mut blocks = Vec::new();
    let mut clean = Vec::new();
    for unit in &input.posture.units {
        let unit_blocks = unit_findings(unit, lookup);
        if unit_blocks.is_empty() {
            clean.push(lookup.unit(&unit.unit));
        } else {
            blocks.push(Block::Section(lookup.unit(&unit.unit)));
            blocks.extend(unit_blocks);
            blocks.extend(set_aside(unit));
        }
    }
    if blocks.is_empty() {
        let why = if input.posture.units.is_empty() {
            "There is no unit to assess yet, so there is nothing to find."
        } else {
            "Nothing that is due is unmet or open."
        };
        blocks.push(Block::Paragraph(why.into()));
    }
    if !clean.is_empty() {
        blocks.push(Block::Section("Units without findings".to_owned()));
        blocks.push(Block::Paragraph(format!("Nothing is due that would be unmet or open in: {}. A unit without a target has nothing due.", clean.join(", ")).into()));
    }
    Chapter {
        title: "Findings".to_owned(),
        paper: Paper::A4Portrait,
        blocks,
    }
}

fn unit_findings(unit: &UnitPosture, lookup: &Lookup<'_>) -> Vec<Block> {
    let due: Vec<&RequirementPosture> = unit
        .requirements
        .iter()
        .filter(|requirement| requirement.due && !requirement.rating.satisfies())
        .collect();
    let (open, found): (Vec<_>, Vec<_>) = due
        .into_iter()
        .partition(|requirement| requirement.rating == Rating::Open);
    let mut blocks = Vec::new();
    if !found.is_empty() {
        let mut table = Table::new(&[
            ("Requirement", 1.9),
            ("From", 0.55),
            ("Rating", 0.85),
            ("What was found", 3.0),
            ("Answer given", 1.3),
        ]);
        let mut found = found;
        // Not met before partly met, each in the order of the standard.
        found.sort_by_key(|requirement| requirement.rating != Rating::NotMet);
        found
            .iter()
            .for_each(|requirement| table.row(row(requirement, unit, lookup)));
        blocks.push(Block::Table(table));
    }
    if !open.is_empty() {
        let ids: Vec<&str> = open
            .iter()
            .map(|requirement| requirement.requirement.as_str())
            .collect();
        let text = Text::default()
            .bold(format!("Due and still open ({}): ", open.len()))
            .plain(ids.join(", "))
            .plain(".");
        blocks.push(Block::Paragraph(text));
    }
    blocks
}

/// What is due and does not apply because of what is absent in the unit, one paragraph per fact.
fn set_aside(unit: &UnitPosture) -> Vec<Block> {
    let paragraph = |void: &facts::Void<'_>| {
        let text = Text::default()
            .bold(format!("Due but not applicable ({}): ", void.count()))
            .plain(format!("{}. {}", void.ids(), void.reason()));
        Block::Paragraph(text)
    };
    facts::void_in(unit, true).iter().map(paragraph).collect()
}

fn row(requirement: &RequirementPosture, unit: &UnitPosture, lookup: &Lookup<'_>) -> Vec<Cell> {
    let answer = lookup.answer_of(requirement);
    let title = lookup.title(&requirement.requirement);
    let ground = palette::gap(if requirement.rating == Rating::NotMet {
        2
    } else {
        1
    });
    let found = answer
        .map(lookup::finding)
        .filter(|text| !text.is_empty())
        .unwrap_or_else(|| "No note.".into());
    let scope = requirement
        .answered_at
        .as_ref()
        .map(|scope| match scope {
            Scope::Unit(own) if *own == unit.unit => "This unit".to_owned(),
            _ => lookup.scope(scope),
        })
        .unwrap_or_default();
    let source = answer.map(lookup::source).unwrap_or_default();
    let files = answer.map_or(0, |answer| lookup.evidence_of(&answer.key));
    let files = if files == 0 {
        String::new()
    } else {
        format!(
            "\n{}",
            super::count(files, "file of evidence", "files of evidence")
        )
    };
    let who = if source.is_empty() {
        scope
    } else {
        format!("{scope}\n{source}")
    };
    vec![
        Text::from(requirement.requirement.as_str())
            .light(format!("\n{title}"))
            .into(),
        format!("SL {}", requirement.from).into(),
        Cell::on(Text::default().bold(requirement.rating.title()), ground),
        found.into(),
        format!("{who}{files}").into(),
    ]
}
