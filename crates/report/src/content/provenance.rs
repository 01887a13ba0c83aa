//! Provenance: from exactly which state of which site file, with which content and program, this report was made.

use super::block::{Block, Chapter, Paper, Table};
use super::text::Text;
use crate::ReportInput;
use crate::face::Face;

pub(crate) fn chapter(input: &ReportInput<'_>) -> Chapter {
    let provenance = &input.snapshot.provenance;
    let facts = Table::facts(vec![
        ("Site", Text::from(input.snapshot.site.id.to_string())),
        ("Journal head", Text::from(provenance.journal_head.as_str())),
        (
            "Operations in the journal",
            Text::from(provenance.operations.to_string()),
        ),
        ("Last change", Text::from(provenance.last_change.as_str())),
        ("Report made", Text::from(input.made_at.to_rfc3339())),
        (
            "Program",
            Text::from(format!("Zonewright {}", input.program_version)),
        ),
        (
            "Embedded data",
            Text::from(format!(
                "{} (schema {}) inside this PDF",
                crate::EMBEDDED_NAME,
                crate::EMBEDDED_SCHEMA
            )),
        ),
    ]);
    let mut packs =
        Table::new(&[("Question pack", 1.2), ("Content", 0.6), ("SHA-256", 2.6)]).dense();
    for pin in &provenance.packs {
        let version = input
            .packs
            .iter()
            .find(|pack| pack.id == pin.id)
            .map_or("not loaded", |pack| pack.version.as_str());
        packs.row(vec![
            pin.id.as_str().into(),
            version.into(),
            pin.sha256.as_str().into(),
        ]);
    }
    let mut fonts = Table::new(&[("Font", 1.2), ("SHA-256", 3.2)]).dense();
    for face in Face::ALL {
        fonts.row(vec![face.postscript_name().into(), face.sha256().into()]);
    }
    let packs = if packs.rows.is_empty() {
        Block::Paragraph("The site uses no question pack.".into())
    } else {
        Block::Table(packs)
    };
    Chapter {
        title: "Provenance".to_owned(),
        paper: Paper::A4Portrait,
        blocks: vec![
            Block::Paragraph("The journal of the site file is a chain of hashes: its head stands for every change ever made. A site file whose journal does not contain this head is not the one this report was made from.".into()),
            Block::Table(facts),
            Block::Section("Question packs".to_owned()),
            packs,
            Block::Section("Fonts".to_owned()),
            Block::Table(fonts),
        ],
    }
}
