//! Frameworks beside IEC 62443: one file each, with groups and controls.

use std::collections::BTreeSet;

use toml::Spanned;
use zonewright_domain::framework::{Control, ControlGroup, Framework};

use crate::format::{ControlEntry, ControlGroupEntry, FrameworkFile, Text};
use crate::identifier::is_pack_id;
use crate::load::{Texts, place};
use crate::problem::{CatalogProblem, Fault};
use crate::source::Source;

/// Reads a framework from its file.
///
/// # Errors
/// Every problem of the file, in the order of lines.
pub fn load_framework(name: &str, text: &str) -> Result<Framework, Vec<CatalogProblem>> {
    let source = Source::new(name, text);
    let file: FrameworkFile = source.read().map_err(|problem| vec![problem])?;
    let mut reader = Reader {
        source: &source,
        problems: Vec::new(),
        seen: BTreeSet::new(),
    };
    let id = reader.take("The framework", 0..0, &file.id, "id");
    reader.check_id(&file.id, &id, is_pack_id(&id), "iso27001-2022");
    let framework = Framework {
        standard: reader.take("The framework", 0..0, &file.standard, "standard"),
        title: reader.take("The framework", 0..0, &file.title, "title"),
        note: reader.take("The framework", 0..0, &file.note, "note"),
        groups: file
            .groups
            .iter()
            .map(|group| reader.group(group))
            .collect(),
        controls: Vec::new(),
        id,
    };
    let known: BTreeSet<&str> = framework
        .groups
        .iter()
        .map(|group| group.id.as_str())
        .collect();
    let controls = file.controls.iter();
    let controls: Vec<Control> = controls
        .map(|control| reader.control(control, &known))
        .collect();
    if controls.is_empty() && reader.problems.is_empty() {
        reader.note(0..0, Fault::Empty);
    }
    let mut problems = reader.problems;
    if problems.is_empty() {
        return Ok(Framework {
            controls,
            ..framework
        });
    }
    problems.sort_by_key(|problem| problem.line);
    Err(problems)
}

struct Reader<'a> {
    source: &'a Source,
    problems: Vec<CatalogProblem>,
    seen: BTreeSet<String>,
}

impl Reader<'_> {
    fn group(&mut self, entry: &Spanned<ControlGroupEntry>) -> ControlGroup {
        let (at, group) = (entry.span(), entry.get_ref());
        let id = self.take("The group", at.clone(), &group.id, "id");
        self.check_id(&group.id, &id, true, "");
        let section = group.section.as_ref().map_or(String::new(), |_| {
            self.take(&id, at.clone(), &group.section, "section")
        });
        let title = self.take(&id, at, &group.title, "title");
        ControlGroup { id, title, section }
    }

    fn control(&mut self, entry: &Spanned<ControlEntry>, known: &BTreeSet<&str>) -> Control {
        let (at, control) = (entry.span(), entry.get_ref());
        let id = self.take("The control", at.clone(), &control.id, "id");
        self.check_id(&control.id, &id, true, "");
        let title = self.take(&id, at.clone(), &control.title, "title");
        let group = self.take(&id, at, &control.group, "group");
        if !group.is_empty() && !known.contains(group.as_str()) {
            let fault = Fault::UnknownGroup {
                requirement: id.clone(),
                group: group.clone(),
            };
            self.note(place(&control.group), fault);
        }
        Control { id, group, title }
    }

    fn check_id(&mut self, at: &Text, id: &str, valid: bool, pattern: &'static str) {
        if id.is_empty() {
            return;
        }
        let id = id.to_owned();
        if !valid {
            self.note(place(at), Fault::BadId { id, pattern });
        } else if !self.seen.insert(id.clone()) {
            self.note(place(at), Fault::DuplicateId { id });
        }
    }

    fn take(
        &mut self,
        owner: &str,
        at: std::ops::Range<usize>,
        text: &Text,
        field: &'static str,
    ) -> String {
        let mut texts = Texts {
            source: self.source,
            problems: &mut self.problems,
            owner,
            at,
        };
        texts.take(text, field)
    }

    fn note(&mut self, at: std::ops::Range<usize>, fault: Fault) {
        self.problems.push(self.source.problem(&at, fault));
    }
}
