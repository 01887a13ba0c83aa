//! Evidence: every file by name and hash, so that anyone can check the file they are shown.

use super::block::{Block, Chapter, Paper, Table};
use super::lookup::Lookup;
use crate::ReportInput;

pub(crate) fn chapter(input: &ReportInput<'_>, lookup: &Lookup<'_>) -> Chapter {
    let evidence = &input.snapshot.evidence;
    let mut blocks = Vec::new();
    if evidence.is_empty() {
        blocks.push(Block::Paragraph(
            "No files of evidence are attached to the answers.".into(),
        ));
    } else {
        blocks.push(Block::Paragraph(
            "A file is the one that was assessed when its SHA-256 is the one given here.".into(),
        ));
        let mut table = Table::new(&[
            ("File", 1.7),
            ("Size", 0.8),
            ("Backs the answer to", 1.6),
            ("Added", 1.0),
            ("SHA-256", 2.6),
        ])
        .dense();
        for file in evidence {
            table.row(vec![
                file.file_name.as_str().into(),
                size(file.size).into(),
                format!(
                    "{}, {}",
                    file.answer.requirement,
                    lookup.scope(&file.answer.scope)
                )
                .into(),
                file.added_at.get(..10).unwrap_or(&file.added_at).into(),
                file.sha256.as_str().into(),
            ]);
        }
        blocks.push(Block::Table(table));
    }
    Chapter {
        title: "Evidence".to_owned(),
        paper: Paper::A4Portrait,
        blocks,
    }
}

/// `1.4 MB`, `12 kB`, `310 bytes`.
fn size(bytes: u64) -> String {
    match bytes {
        0..1000 => format!("{bytes} bytes"),
        1000..1_000_000 => format!("{} kB", bytes.div_ceil(1000)),
        _ => format!("{}.{} MB", bytes / 1_000_000, bytes % 1_000_000 / 100_000),
    }
}
