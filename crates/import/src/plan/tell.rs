//! Gathers problems, and keeps a hundred thousand equal ones from hiding the rest.

use crate::problem::{ImportProblem, ProblemCode, Severity};
use crate::sheet::CellPlace;
use std::collections::BTreeMap;

/// Problems of one kind that are listed one by one.
const LISTED_MAX: usize = 200;

/// The problems of one plan.
pub(super) struct Problems {
    sheet: String,
    list: Vec<ImportProblem>,
    counts: BTreeMap<ProblemCode, usize>,
}

impl Problems {
    pub(super) fn new(sheet: &str) -> Self {
        Self {
            sheet: sheet.to_owned(),
            list: Vec::new(),
            counts: BTreeMap::new(),
        }
    }

    /// Adds a problem; `cell` is the cell it is about, when it is about one.
    pub(super) fn add(
        &mut self,
        code: ProblemCode,
        severity: Severity,
        cell: Option<CellPlace>,
        message: String,
        hint: &str,
    ) {
        let count = self.counts.entry(code).or_default();
        *count += 1;
        if *count <= LISTED_MAX {
            self.list.push(ImportProblem {
                code,
                severity,
                sheet: self.sheet.clone(),
                cell: cell.map(|cell| cell.to_string()),
                message,
                hint: hint.to_owned(),
            });
        }
    }

    /// All problems, and for each kind how many more there are.
    pub(super) fn finish(mut self) -> Vec<ImportProblem> {
        for (code, count) in self.counts.iter().filter(|(_, count)| **count > LISTED_MAX) {
            let first = self.list.iter().find(|problem| problem.code == *code);
            let example = first
                .map(|problem| problem.message.clone())
                .unwrap_or_default();
            self.list.push(ImportProblem {
                code: ProblemCode::MoreOfTheSame,
                severity: Severity::Notice,
                sheet: self.sheet.clone(),
                cell: None,
                message: format!(
                    "{} more cells have the same problem as this one: {example}",
                    count - LISTED_MAX
                ),
                hint: "Put the column right in the file, then import it again.".to_owned(),
            });
        }
        self.list
    }
}

/// Beginning of a text for a message, on one line.
pub(super) fn brief(text: &str) -> String {
    const CHARS_MAX: usize = 60;
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if line.chars().count() <= CHARS_MAX {
        return line;
    }
    let mut short: String = line.chars().take(CHARS_MAX).collect();
    short.push('…');
    short
}
