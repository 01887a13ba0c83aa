//! What a report says, as plain data: one file per chapter. Numbers come from the posture, never from here.

mod answers;
mod assets;
mod block;
mod cover;
mod evidence;
mod exceptions;
mod facts;
mod findings;
mod levels;
mod lookup;
mod method;
mod plan;
mod programme;
mod provenance;
mod scope;
mod sign_off;
mod summary;
mod text;

pub(crate) use block::{Block, Cell, Chapter, Figure, Paper, Table, Tile};
pub(crate) use cover::Cover;
pub(crate) use text::Text;

use crate::ReportInput;
use lookup::Lookup;

/// A whole report.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Content {
    pub(crate) cover: Cover,
    pub(crate) furniture: Furniture,
    pub(crate) chapters: Vec<Chapter>,
}

/// What stands on every page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Furniture {
    pub(crate) site: String,
    pub(crate) kind: String,
    pub(crate) classification: String,
    pub(crate) draft: bool,
}

/// What this document is.
pub(crate) const KIND: &str = "IEC 62443 security assessment";

/// Writes every chapter.
pub(crate) fn content(input: &ReportInput<'_>) -> Content {
    let lookup = Lookup::new(input);
    let site = &input.snapshot.site;
    Content {
        cover: cover::cover(input),
        furniture: Furniture {
            site: site.name.clone(),
            kind: KIND.to_owned(),
            classification: input.options.classification.clone(),
            draft: input.options.draft,
        },
        chapters: vec![
            summary::chapter(input, &lookup),
            scope::chapter(input),
            method::chapter(),
            plan::drawing(input),
            plan::register(input, &lookup),
            levels::chapter(input, &lookup),
            findings::chapter(input, &lookup),
            exceptions::chapter(input, &lookup),
            programme::chapter(input),
            answers::chapter(input, &lookup),
            assets::chapter(input, &lookup),
            evidence::chapter(input, &lookup),
            provenance::chapter(input),
            sign_off::chapter(input),
        ],
    }
}

/// `3 open questions`: a number and its noun.
pub(crate) fn count(number: usize, one: &str, many: &str) -> String {
    format!("{number} {}", if number == 1 { one } else { many })
}
