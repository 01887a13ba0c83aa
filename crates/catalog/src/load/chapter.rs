//! Chapters: sections, groups and requirements.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use toml::Spanned;
use zonewright_domain::component::ComponentType;
use zonewright_domain::level::Level;
use zonewright_domain::pack::{Demand, Group, PackScale, Requirement};

use super::guidance::GuidanceReader;
use super::question::read_questions;
use super::{Texts, place};
use crate::format::{ChapterFile, RequirementEntry, SectionEntry};
use crate::identifier::{CONSTRAINTS, LevelledId, element_of, is_constraint, is_element, parse_fr};
use crate::problem::{CatalogProblem, Fault};
use crate::source::Source;

/// Reads chapter after chapter and remembers what must be unique in the whole pack.
pub(super) struct Chapters<'a> {
    scale: PackScale,
    problems: &'a mut Vec<CatalogProblem>,
    groups: Vec<Group>,
    requirements: Vec<Requirement>,
    seen: BTreeSet<String>,
    sections: BTreeMap<String, String>,
    levels: BTreeMap<String, Level>,
}

impl<'a> Chapters<'a> {
    pub(super) fn new(scale: PackScale, problems: &'a mut Vec<CatalogProblem>) -> Self {
        Self {
            scale,
            problems,
            groups: Vec::new(),
            requirements: Vec::new(),
            seen: BTreeSet::new(),
            sections: BTreeMap::new(),
            levels: BTreeMap::new(),
        }
    }

    pub(super) fn finish(self) -> (Vec<Group>, Vec<Requirement>) {
        (self.groups, self.requirements)
    }

    pub(super) fn read(&mut self, source: &Source, chapter: &ChapterFile) {
        let (section, section_title) = self.read_section(source, chapter.section.as_ref());
        for entry in &chapter.groups {
            let at = entry.span();
            let group = entry.get_ref();
            let mut texts = self.texts(source, "The group", &at);
            let id = texts.take(&group.id, "id");
            let title = texts.take(&group.title, "title");
            let (valid, pattern) = match self.scale {
                PackScale::Technical => (parse_fr(&id).is_some(), "\"FR 1\""),
                PackScale::Component => {
                    let valid = id == CONSTRAINTS || parse_fr(&id).is_some();
                    (valid, "\"FR 1\" or \"CCSC\"")
                }
                PackScale::Programme => (is_element(&id), "\"ORG 1\" or \"4.2.2\""),
            };
            self.check_id(source, &place(&group.id), &id, valid, pattern);
            self.groups.push(Group {
                id,
                title,
                section: section.clone(),
                section_title: section_title.clone(),
            });
        }
        for entry in &chapter.requirements {
            self.read_requirement(source, entry);
        }
    }

    fn read_section(
        &mut self,
        source: &Source,
        section: Option<&Spanned<SectionEntry>>,
    ) -> (String, String) {
        match (self.scale, section) {
            (PackScale::Technical | PackScale::Component, None) => (String::new(), String::new()),
            (PackScale::Technical | PackScale::Component, Some(entry)) => {
                self.note(source, &entry.span(), Fault::NeedlessSection);
                (String::new(), String::new())
            }
            (PackScale::Programme, None) => {
                self.note(source, &(0..0), Fault::NoSection);
                (String::new(), String::new())
            }
            (PackScale::Programme, Some(entry)) => {
                let at = entry.span();
                let mut texts = self.texts(source, "The section", &at);
                let id = texts.take(&entry.get_ref().id, "id");
                let title = texts.take(&entry.get_ref().title, "title");
                self.check_section(source, &place(&entry.get_ref().id), &id, &title);
                (id, title)
            }
        }
    }

    /// A section may go on in another file, under the same title.
    fn check_section(&mut self, source: &Source, at: &Range<usize>, id: &str, title: &str) {
        match self.sections.get(id) {
            Some(known) if known == title => {}
            Some(_) => self.note(source, at, Fault::OtherTitle { id: id.to_owned() }),
            None => {
                let pattern = "\"SPE 1\" or \"4.3\"";
                self.check_id(source, at, id, is_element(id), pattern);
                self.sections.insert(id.to_owned(), title.to_owned());
            }
        }
    }

    fn read_requirement(&mut self, source: &Source, entry: &Spanned<RequirementEntry>) {
        let at = entry.span();
        let requirement = entry.get_ref();
        let id = self
            .texts(source, "The requirement", &at)
            .take(&requirement.id, "id");
        if id.is_empty() {
            return;
        }
        let at = place(&requirement.id);
        let mut texts = self.texts(source, &id, &at);
        let title = texts.take(&requirement.title, "title");
        let group = texts.take(&requirement.group, "group");
        let intent = texts.take(&requirement.intent, "intent");
        let check = requirement.check.as_ref().map_or(String::new(), |check| {
            texts.take(&Some(check.clone()), "check")
        });
        let (own_group, pattern) = self.own_group(&id);
        self.check_id(source, &at, &id, own_group.is_some(), pattern);
        let known = self.groups.iter().any(|known| known.id == group);
        if own_group.is_some_and(|own| own != group || !known) && !group.is_empty() {
            let fault = Fault::UnknownGroup {
                requirement: id.clone(),
                group: group.clone(),
            };
            self.note(source, &place(&requirement.group), fault);
        }
        let demand = self.read_demand(source, &id, &at, requirement);
        let mut beside = GuidanceReader {
            source,
            problems: self.problems,
            owner: &id,
            scale: self.scale,
        };
        let guidance = beside.guidance(requirement);
        let needs = beside.needs(requirement);
        let components = beside.components(requirement);
        self.check_components(source, &id, &at, requirement, &components);
        let questions = read_questions(
            source,
            &id,
            &at,
            &requirement.questions,
            self.scale,
            self.problems,
        );
        self.requirements.push(Requirement {
            id,
            title,
            group,
            demand,
            intent,
            guidance,
            needs,
            components,
            questions,
            check,
        });
    }

    /// The group that an id belongs to, and the pattern of ids by example; `None` for an id of another pattern.
    fn own_group(&self, id: &str) -> (Option<String>, &'static str) {
        let fr = || LevelledId::parse(self.scale, id).map(|read| read.fr.to_string());
        match self.scale {
            PackScale::Technical => (fr(), "\"SR 1.1\" or \"SR 1.1 RE 1\""),
            PackScale::Component if is_constraint(id) => (Some(CONSTRAINTS.to_owned()), ""),
            PackScale::Component => (fr(), "\"CR 1.1\", \"EDR 2.4 RE 1\" or \"CCSC 1\""),
            PackScale::Programme => {
                let element = element_of(id).map(str::to_owned);
                (element, "\"ORG 1.1\" or \"4.2.2.1\"")
            }
        }
    }

    /// A component requirement names its types of component; that of one type names this one alone.
    fn check_components(
        &mut self,
        source: &Source,
        id: &str,
        at: &Range<usize>,
        entry: &RequirementEntry,
        components: &[ComponentType],
    ) {
        if self.scale != PackScale::Component {
            return;
        }
        let requirement = id.to_owned();
        let only = LevelledId::parse(self.scale, id).and_then(LevelledId::component);
        match (entry.components.first(), only) {
            (None, _) => self.note(source, at, Fault::NoComponents { requirement }),
            (Some(first), Some(only)) if components != [only] => {
                let expected = only.word();
                let fault = Fault::OtherComponents {
                    requirement,
                    expected,
                };
                self.note(source, &first.span(), fault);
            }
            _ => {}
        }
    }

    /// FR and first level of a levelled requirement; an enhancement must follow what it enhances.
    fn read_demand(
        &mut self,
        source: &Source,
        id: &str,
        at: &Range<usize>,
        entry: &RequirementEntry,
    ) -> Option<Demand> {
        let requirement = id.to_owned();
        if self.scale == PackScale::Programme || is_constraint(id) {
            if let Some(level) = &entry.first_level {
                self.note(source, &level.span(), Fault::NeedlessLevel { requirement });
            }
            return None;
        }
        let Some(level) = &entry.first_level else {
            self.note(source, at, Fault::MissingLevel { requirement });
            return None;
        };
        let number = *level.get_ref();
        let from = u8::try_from(number)
            .ok()
            .and_then(Level::new)
            .filter(|from| *from != Level::ZERO);
        let Some(from) = from else {
            let fault = Fault::BadLevel {
                requirement,
                level: number,
            };
            self.note(source, &level.span(), fault);
            return None;
        };
        let read = LevelledId::parse(self.scale, id)?;
        self.levels.insert(requirement.clone(), from);
        if read.enhancement.is_some() {
            let base = read.base();
            if !self.seen.contains(&base) {
                self.note(source, at, Fault::NoBase { requirement, base });
            } else if self.levels.get(&base).is_some_and(|first| *first > from) {
                let fault = Fault::BelowBase { requirement, base };
                self.note(source, &level.span(), fault);
            }
        }
        Some(Demand { fr: read.fr, from })
    }

    /// Notes an id that breaks its pattern or stands twice in the pack.
    fn check_id(
        &mut self,
        source: &Source,
        at: &Range<usize>,
        id: &str,
        valid: bool,
        pattern: &'static str,
    ) {
        let id = id.to_owned();
        if id.is_empty() {
            return;
        }
        if !valid {
            self.note(source, at, Fault::BadId { id, pattern });
        } else if !self.seen.insert(id.clone()) {
            self.note(source, at, Fault::DuplicateId { id });
        }
    }

    fn texts<'b>(&'b mut self, source: &'b Source, owner: &'b str, at: &Range<usize>) -> Texts<'b> {
        Texts {
            source,
            problems: self.problems,
            owner,
            at: at.clone(),
        }
    }

    fn note(&mut self, source: &Source, at: &Range<usize>, fault: Fault) {
        self.problems.push(source.problem(at, fault));
    }
}
