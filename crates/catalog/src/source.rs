//! Content files in canonical form, their hash, and places in them.

use std::ops::Range;

use serde::de::DeserializeOwned;
use sha2::{Digest, Sha256};

use crate::problem::{CatalogProblem, Fault};

/// One content file: no byte order mark, lines end with a line feed only.
#[derive(Debug)]
pub(crate) struct Source {
    pub(crate) name: String,
    text: String,
}

impl Source {
    /// One file in canonical form.
    pub(crate) fn new(name: &str, text: &str) -> Self {
        Self {
            name: name.to_owned(),
            text: text.trim_start_matches('\u{feff}').replace("\r\n", "\n"),
        }
    }

    /// Files in canonical form, sorted by name.
    pub(crate) fn all(files: &[(&str, &str)]) -> Vec<Self> {
        let read = files.iter().map(|(name, text)| Self::new(name, text));
        let mut sources: Vec<Self> = read.collect();
        sources.sort_by(|a, b| a.name.cmp(&b.name));
        sources
    }

    /// Reads the file as `T`; the problem carries the line at which the TOML reader stopped.
    pub(crate) fn read<T: DeserializeOwned>(&self) -> Result<T, CatalogProblem> {
        toml::from_str(&self.text).map_err(|error| CatalogProblem {
            file: self.name.clone(),
            line: error.span().map(|span| self.line(span.start)),
            fault: Fault::Unreadable {
                detail: error.message().trim_end_matches('.').replace('\n', ", "),
            },
        })
    }

    /// A problem at a place in the file.
    pub(crate) fn problem(&self, span: &Range<usize>, fault: Fault) -> CatalogProblem {
        CatalogProblem {
            file: self.name.clone(),
            line: Some(self.line(span.start)),
            fault,
        }
    }

    fn line(&self, offset: usize) -> usize {
        let before = self.text.as_bytes().iter().take(offset);
        before.filter(|byte| **byte == b'\n').count() + 1
    }
}

/// SHA-256 over the files in the order given: name, length in bytes and text of each, so that moving a line from
/// one file to the next changes it while the line endings of a checkout do not.
pub(crate) fn sha256(sources: &[Source]) -> String {
    let mut digest = Sha256::new();
    for source in sources {
        digest.update(format!("{}\n{}\n", source.name, source.text.len()));
        digest.update(&source.text);
    }
    digest
        .finalize()
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect()
}
