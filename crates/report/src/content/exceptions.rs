//! What is compensated and what does not apply, each with its reason: a person's, or a scoping fact.

use zonewright_domain::answer::{Rating, Scope};
use zonewright_domain::posture::RequirementPosture;

use super::block::{Block, Cell, Chapter, Paper, Table};
use super::facts;
use super::lookup::{self, Lookup};
use super::text::Text;
use crate::ReportInput;

pub(crate) fn chapter(input: &ReportInput<'_>, lookup: &Lookup<'_>) -> Chapter {
    let mut blocks = vec![Block::Paragraph("These count as satisfied because a person decided so, or because a scoping fact of the unit leaves nothing they could apply to. Each decision holds where the answer was given; units that inherit it are not repeated.".into())];
    for (rating, none) in [
        (Rating::Compensated, "Nothing is compensated."),
        (
            Rating::NotApplicable,
            "Nothing is set aside as not applicable.",
        ),
    ] {
        blocks.push(Block::Section(rating.title().to_owned()));
        let mut rows = rows(input, lookup, rating);
        if rating == Rating::NotApplicable {
            rows.extend(void_rows(input, lookup));
        }
        if rows.is_empty() {
            blocks.push(Block::Paragraph(none.into()));
        } else {
            let mut table = Table::new(&[
                ("Requirement", 1.8),
                ("Where", 1.3),
                ("Reason", 3.0),
                ("Who, when, how", 1.4),
            ]);
            table.rows = rows;
            blocks.push(Block::Table(table));
        }
    }
    Chapter {
        title: "Compensated and not applicable".to_owned(),
        paper: Paper::A4Portrait,
        blocks,
    }
}

fn rows<'a>(input: &'a ReportInput<'_>, lookup: &Lookup<'a>, rating: Rating) -> Vec<Vec<Cell>> {
    let requirements = input
        .posture
        .units
        .iter()
        .flat_map(|unit| &unit.requirements);
    let mut seen: Vec<(&str, &Scope)> = Vec::new();
    let mut rows = Vec::new();
    for requirement in requirements.filter(|requirement| requirement.rating == rating) {
        let Some(scope) = &requirement.answered_at else {
            continue;
        };
        let key = (requirement.requirement.as_str(), scope);
        if !seen.contains(&key) {
            seen.push(key);
            rows.push(row(requirement, scope, lookup));
        }
    }
    rows
}

/// What scoping facts make void: one row per unit and fact.
fn void_rows<'a>(input: &'a ReportInput<'_>, lookup: &Lookup<'a>) -> Vec<Vec<Cell>> {
    let row = |void: &facts::Void<'a>| {
        vec![
            void.ids().into(),
            lookup.unit(void.unit).into(),
            void.reason().into(),
            Cell::new(""),
        ]
    };
    facts::void_everywhere(input).iter().map(row).collect()
}

fn row<'a>(
    requirement: &'a RequirementPosture,
    scope: &'a Scope,
    lookup: &Lookup<'a>,
) -> Vec<Cell> {
    let answer = lookup.answer_of(requirement);
    let reason = answer
        .map(lookup::finding)
        .filter(|text| !text.is_empty())
        .unwrap_or_else(|| "No reason given.".into());
    vec![
        Text::from(requirement.requirement.as_str())
            .light(format!("\n{}", lookup.title(&requirement.requirement)))
            .into(),
        lookup.scope(scope).into(),
        reason.into(),
        answer.map(lookup::source).unwrap_or_default().into(),
    ]
}
