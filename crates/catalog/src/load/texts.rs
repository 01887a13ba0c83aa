//! Texts of entries, and what is said about those that are missing.

use std::ops::Range;

use toml::Spanned;

use crate::format::Text;
use crate::problem::{CatalogProblem, Fault};
use crate::source::Source;

/// Takes texts out of one entry and notes those that are missing or blank at the place of the entry.
pub(crate) struct Texts<'a> {
    pub(crate) source: &'a Source,
    pub(crate) problems: &'a mut Vec<CatalogProblem>,
    pub(crate) owner: &'a str,
    pub(crate) at: Range<usize>,
}

impl Texts<'_> {
    /// The text without blanks around it; empty after a problem was noted.
    pub(crate) fn take(&mut self, text: &Text, field: &'static str) -> String {
        let value = text.as_ref().map_or("", |text| text.get_ref().trim());
        if value.is_empty() {
            let at = text.as_ref().map_or(self.at.clone(), Spanned::span);
            let fault = Fault::MissingText {
                owner: self.owner.to_owned(),
                field,
            };
            self.problems.push(self.source.problem(&at, fault));
        }
        value.to_owned()
    }
}

/// Where a text stands; the top of the file when it is missing.
pub(crate) fn place(text: &Text) -> Range<usize> {
    text.as_ref().map_or(0..0, Spanned::span)
}
