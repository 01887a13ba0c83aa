//! Cells as texts: what is new in them, what they can be read as, and what is said about those that cannot be used.

use zonewright_domain::answer::CheckMethod;
use zonewright_import::{Entry, FilledRow};

use crate::site::trimmed;
use crate::wire::import::ImportProblemView;
use crate::wire::words::ImportSeverity;

/// The first cell of a requirement's rows that says something new; another one that says something else is named.
pub(super) fn one_of(
    rows: &[&FilledRow],
    cell: impl Fn(&FilledRow) -> Entry,
    before: &str,
    problems: &mut Problems,
) -> Option<Entry> {
    let mut found: Option<Entry> = None;
    for entry in rows.iter().map(|row| cell(row)) {
        if entry.text.is_empty() || entry.text == before {
            continue;
        }
        match &found {
            None => found = Some(entry),
            Some(first) if first.text != entry.text => problems.note(
                &entry.cell,
                &format!(
                    "A requirement has one answer, and {} says something else; this cell was left out.",
                    first.cell
                ),
                "Write it into the note if both matter.",
            ),
            Some(_) => {}
        }
    }
    found
}

/// A text as the site keeps it; one that is too long is named.
pub(super) fn kept(entry: &Entry, problems: &mut Problems) -> Option<String> {
    match trimmed(&entry.text) {
        Ok(text) => Some(text),
        Err(problem) => {
            problems.error(&entry.cell, &problem.message, &problem.help);
            None
        }
    }
}

/// `2 No` → 2 and `No`; `2` → 2 and nothing; other texts have no number.
pub(super) fn numbered(text: &str) -> (Option<usize>, &str) {
    let digits = text.chars().take_while(char::is_ascii_digit).count();
    let rest = text[digits..]
        .trim_start_matches(['.', ')', ':'])
        .trim_start();
    (text[..digits].parse().ok(), rest)
}

/// The same words, whatever their case and the spaces between them.
pub(super) fn same(a: &str, b: &str) -> bool {
    let words = |text: &str| {
        let words: Vec<String> = text.split_whitespace().map(str::to_lowercase).collect();
        words.join(" ")
    };
    words(a) == words(b)
}

/// A way to check, by title or by word.
pub(super) fn method(text: &str) -> Option<CheckMethod> {
    let find = |how: &&CheckMethod| same(how.title(), text) || same(how.word(), text);
    CheckMethod::ALL.iter().find(find).copied()
}

/// The beginning of a text, for messages.
pub(super) fn short(text: &str) -> String {
    let cut: String = text.chars().take(60).collect();
    if cut.len() < text.len() {
        format!("{cut}…")
    } else {
        cut
    }
}

/// Problems of cells, in the order in which they are met.
#[derive(Default)]
pub(super) struct Problems(pub(super) Vec<ImportProblemView>);

impl Problems {
    pub(super) fn error(&mut self, cell: &str, message: &str, hint: &str) {
        self.push(ImportSeverity::Error, cell, message, hint);
    }

    pub(super) fn note(&mut self, cell: &str, message: &str, hint: &str) {
        self.push(ImportSeverity::Note, cell, message, hint);
    }

    fn push(&mut self, severity: ImportSeverity, cell: &str, message: &str, hint: &str) {
        self.0.push(ImportProblemView {
            severity: severity.into(),
            cell: format!("Questions!{cell}"),
            message: message.to_owned(),
            hint: hint.to_owned(),
        });
    }
}
