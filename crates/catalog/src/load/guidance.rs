//! What helps a person to answer: lists of words and sentences beside the questions. All of it may be missing, so that
//! a company can write a short pack; what stands there is checked.

use std::ops::Range;

use toml::Spanned;
use zonewright_domain::answer::CheckMethod;
use zonewright_domain::component::ComponentType;
use zonewright_domain::fact::ScopingFact;
use zonewright_domain::guidance::{CheckStep, ConduitWording, Contact, Guidance, Place, Topic};
use zonewright_domain::pack::PackScale;

use super::Texts;
use crate::format::{ConduitEntry, QuestionEntry, RequirementEntry, StepEntry, Text};
use crate::problem::{CatalogProblem, Fault};
use crate::source::Source;

/// Reads what stands beside the questions of one entry and notes what is wrong with it.
pub(super) struct GuidanceReader<'a> {
    pub(super) source: &'a Source,
    pub(super) problems: &'a mut Vec<CatalogProblem>,
    /// The requirement or question that messages name.
    pub(super) owner: &'a str,
    pub(super) scale: PackScale,
}

impl GuidanceReader<'_> {
    /// What goes wrong, what helps, and the subjects of a requirement.
    pub(super) fn guidance(&mut self, entry: &RequirementEntry) -> Guidance {
        let levelled = &[PackScale::Technical, PackScale::Component];
        self.only(levelled, "compensating", &entry.compensating);
        self.only(&[PackScale::Programme], "topics", &entry.topics);
        Guidance {
            wrong: self.optional(&entry.wrong, "wrong"),
            measures: self.sentences(&entry.measures, "measures"),
            compensating: self.sentences(&entry.compensating, "compensating"),
            topics: self.words(&entry.topics, "topics", Topic::ALL, Topic::word),
        }
    }

    /// The scoping fact without which a requirement does not apply.
    pub(super) fn needs(&mut self, entry: &RequirementEntry) -> Option<ScopingFact> {
        let needs = entry.needs.as_slice();
        self.only(&[PackScale::Technical], "needs", needs);
        let read = self.words(needs, "needs", ScopingFact::ALL, ScopingFact::word);
        read.first().copied()
    }

    /// The types of component that a requirement is asked of.
    pub(super) fn components(&mut self, entry: &RequirementEntry) -> Vec<ComponentType> {
        self.only(&[PackScale::Component], "components", &entry.components);
        let words = &entry.components;
        self.words(words, "components", ComponentType::ALL, ComponentType::word)
    }

    /// Whom to ask.
    pub(super) fn ask(&mut self, entry: &QuestionEntry) -> Vec<Contact> {
        self.words(&entry.ask, "ask", Contact::ALL, Contact::word)
    }

    /// Where to look on a walk-down.
    pub(super) fn at(&mut self, entry: &QuestionEntry) -> Vec<Place> {
        self.words(&entry.at, "at", Place::ALL, Place::word)
    }

    /// How to check.
    pub(super) fn steps(&mut self, entries: &[Spanned<StepEntry>]) -> Vec<CheckStep> {
        let mut steps = Vec::new();
        for entry in entries {
            let step = entry.get_ref();
            let (method, text) = {
                let mut texts = self.texts(entry.span());
                (
                    texts.take(&step.method, "method"),
                    texts.take(&step.text, "text"),
                )
            };
            match CheckMethod::parse(&method) {
                Some(method) => steps.push(CheckStep { method, text }),
                None if method.is_empty() => {}
                None => {
                    let known = known(CheckMethod::ALL, CheckMethod::word);
                    self.unknown(&entry.span(), "method", method, known);
                }
            }
        }
        steps
    }

    /// The words for conduits.
    pub(super) fn conduit(
        &mut self,
        entry: Option<&Spanned<ConduitEntry>>,
    ) -> Option<ConduitWording> {
        let entry = entry?;
        let conduit = std::slice::from_ref(entry);
        self.only(&[PackScale::Technical], "conduit", conduit);
        let wording = entry.get_ref();
        let text = self.texts(entry.span()).take(&wording.text, "text");
        Some(ConduitWording {
            text,
            good: self.optional(&wording.good, "good"),
            look: self.optional(&wording.look, "look"),
        })
    }

    /// A text that may be missing but not blank.
    fn optional(&mut self, text: &Text, field: &'static str) -> String {
        match text {
            Some(text) => self.texts(text.span()).take(&Some(text.clone()), field),
            None => String::new(),
        }
    }

    fn sentences(&mut self, texts: &[Spanned<String>], field: &'static str) -> Vec<String> {
        texts
            .iter()
            .map(|text| self.texts(text.span()).take(&Some(text.clone()), field))
            .collect()
    }

    /// Words of a closed list, each once.
    fn words<T: Copy + PartialEq>(
        &mut self,
        texts: &[Spanned<String>],
        field: &'static str,
        all: &[T],
        word: fn(T) -> &'static str,
    ) -> Vec<T> {
        let mut read = Vec::new();
        for text in texts {
            let found = all.iter().copied().find(|one| word(*one) == text.get_ref());
            match found {
                Some(one) if read.contains(&one) => {
                    let id = text.get_ref().clone();
                    let fault = Fault::DuplicateId { id };
                    self.problems.push(self.source.problem(&text.span(), fault));
                }
                Some(one) => read.push(one),
                None => {
                    let known = known(all, word);
                    self.unknown(&text.span(), field, text.get_ref().clone(), known);
                }
            }
        }
        read
    }

    /// Notes a line that only packs of these scales may have.
    fn only<T>(&mut self, scales: &[PackScale], field: &'static str, entries: &[Spanned<T>]) {
        if let (Some(entry), false) = (entries.first(), scales.contains(&self.scale)) {
            let words: Vec<_> = scales.iter().map(|scale| scale.word()).collect();
            let fault = Fault::OtherScale {
                owner: self.owner.to_owned(),
                field,
                scales: words.join(" and "),
            };
            self.problems
                .push(self.source.problem(&entry.span(), fault));
        }
    }

    fn unknown(&mut self, at: &Range<usize>, field: &'static str, word: String, known: String) {
        let fault = Fault::UnknownWord {
            owner: self.owner.to_owned(),
            field,
            word: word.into(),
            known: known.into(),
        };
        self.problems.push(self.source.problem(at, fault));
    }

    fn texts(&mut self, at: Range<usize>) -> Texts<'_> {
        Texts {
            source: self.source,
            problems: self.problems,
            owner: self.owner,
            at,
        }
    }
}

fn known<T: Copy>(all: &[T], word: fn(T) -> &'static str) -> String {
    let words: Vec<_> = all.iter().map(|one| word(*one)).collect();
    words.join(", ")
}
