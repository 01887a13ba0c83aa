//! Scope: the system under consideration and the people (62443-3-2 ZCR 1).

use super::block::{Block, Cell, Chapter, Paper, Table};
use super::text::Text;
use crate::ReportInput;

pub(crate) fn chapter(input: &ReportInput<'_>) -> Chapter {
    let snapshot = input.snapshot;
    let site = &snapshot.site;
    let text = |value: &str| Text::from(value.trim());
    let target = site
        .target_maturity
        .map_or_else(|| "Not set".to_owned(), |target| target.to_string());
    let mut blocks = vec![
        Block::Table(Table::facts(vec![
            ("Site", text(&site.name)),
            ("Company", text(&site.company)),
            ("Location", text(&site.location)),
            ("System under consideration", text(&site.suc)),
            ("Boundary and access points", text(&site.boundary)),
            ("Target maturity of the programme", Text::from(target)),
        ])),
        Block::Section("People".to_owned()),
    ];
    if snapshot.people.is_empty() {
        blocks.push(Block::Paragraph("No people are recorded.".into()));
    } else {
        let mut table = Table::new(&[
            ("Name", 1.2),
            ("Part in the assessment or the plant", 1.6),
            ("Company or department", 1.2),
        ]);
        for person in &snapshot.people {
            table.row(
                [&person.name, &person.role, &person.company]
                    .map(|part| Cell::new(part.as_str()))
                    .to_vec(),
            );
        }
        blocks.push(Block::Table(table));
    }
    Chapter {
        title: "Scope".to_owned(),
        paper: Paper::A4Portrait,
        blocks,
    }
}
