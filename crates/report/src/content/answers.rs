//! All answers, pack by pack, as they were given, and what needs none because of a scoping fact.

use std::collections::BTreeMap;

use zonewright_domain::answer::{Answer, ProgrammeRating, Rating};
use zonewright_domain::pack::{Pack, PackScale, Requirement};

use super::block::{Block, Cell, Chapter, Paper, Table};
use super::facts;
use super::lookup::{self, Lookup};
use super::text::Text;
use crate::ReportInput;

pub(crate) fn chapter(input: &ReportInput<'_>, lookup: &Lookup<'_>) -> Chapter {
    let mut blocks = Vec::new();
    let mut known = 0;
    for pack in input.packs {
        let places: BTreeMap<&str, (usize, &Requirement)> = pack
            .requirements
            .iter()
            .enumerate()
            .map(|(index, requirement)| (requirement.id.as_str(), (index, requirement)))
            .collect();
        let mine = input
            .snapshot
            .answers
            .iter()
            .filter(|answer| answer.key.pack == pack.id);
        let mut answers: Vec<(usize, &Requirement, &Answer)> = mine
            .filter_map(|answer| {
                places
                    .get(answer.key.requirement.as_str())
                    .map(|(index, requirement)| (*index, *requirement, answer))
            })
            .collect();
        answers.sort_by_key(|(index, _, _)| *index);
        known += answers.len();
        let void = match pack.scale {
            PackScale::Technical => facts::void_everywhere(input),
            PackScale::Programme | PackScale::Component => Vec::new(),
        };
        if !answers.is_empty() || !void.is_empty() {
            let mut table = table(pack, &answers, lookup);
            void.iter()
                .for_each(|void| table.row(void_row(void, lookup)));
            blocks.push(Block::Section(pack.standard.clone()));
            blocks.push(Block::Table(table));
        }
    }
    if blocks.is_empty() {
        blocks.push(Block::Paragraph(
            "No question has been answered yet.".into(),
        ));
    }
    let unknown = input.snapshot.answers.len() - known;
    if unknown > 0 {
        blocks.push(Block::Remark(format!("{} to requirements that the packs in use do not hold; they stay in the site file and in assessment.json.", super::count(unknown, "more answer belongs", "more answers belong")).into()));
    }
    Chapter {
        title: "All answers".to_owned(),
        paper: Paper::A4Landscape,
        blocks,
    }
}

fn table(pack: &Pack, answers: &[(usize, &Requirement, &Answer)], lookup: &Lookup<'_>) -> Table {
    let mut table = Table::new(&[
        ("Requirement", 1.7),
        ("Where", 1.3),
        ("Answer", 1.9),
        ("Rating", 0.9),
        ("Note and reason", 2.8),
        ("Who, when, how", 1.3),
    ])
    .dense();
    for (_, requirement, answer) in answers {
        let rating = match pack.scale {
            PackScale::Technical | PackScale::Component => {
                answer.rating(requirement).title().to_owned()
            }
            PackScale::Programme => match answer.maturity(requirement) {
                ProgrammeRating::Rated(level) => level.to_string(),
                ProgrammeRating::NotApplicable => "Not applicable".to_owned(),
                ProgrammeRating::Open => "Open".to_owned(),
            },
        };
        let mut given = lookup::choices(answer, requirement);
        if let (true, Some(overrule)) = (given.is_empty(), &answer.overrule) {
            given = lookup::outcome(overrule.outcome);
        }
        table.row(vec![
            Text::from(requirement.id.as_str())
                .light(format!(" {}", requirement.title))
                .into(),
            lookup.scope(&answer.key.scope).into(),
            given.into(),
            Cell::new(Text::default().bold(rating)),
            lookup::finding(answer).into(),
            lookup::source(answer).into(),
        ]);
    }
    table
}

fn void_row<'a>(void: &facts::Void<'a>, lookup: &Lookup<'a>) -> Vec<Cell> {
    vec![
        void.ids().into(),
        lookup.unit(void.unit).into(),
        "No answer needed".into(),
        Cell::new(Text::default().bold(Rating::NotApplicable.title())),
        void.reason().into(),
        Cell::new(""),
    ]
}
