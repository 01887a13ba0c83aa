//! Names and answers, found by key while chapters are written.

use std::collections::BTreeMap;

use zonewright_domain::answer::{Answer, AnswerKey, Scope};
use zonewright_domain::pack::{Outcome, Pack, PackScale, Requirement};
use zonewright_domain::plan::Unit;
use zonewright_domain::posture::RequirementPosture;

use super::text::Text;
use crate::ReportInput;

/// Names and answers by key.
pub(crate) struct Lookup<'a> {
    names: BTreeMap<&'a str, &'a str>,
    conduits: BTreeMap<&'a str, &'a str>,
    answers: BTreeMap<&'a AnswerKey, &'a Answer>,
    evidence: BTreeMap<&'a AnswerKey, usize>,
    pub(crate) technical: Option<&'a Pack>,
}

impl<'a> Lookup<'a> {
    pub(crate) fn new(input: &ReportInput<'a>) -> Self {
        let snapshot = input.snapshot;
        let mut evidence = BTreeMap::new();
        for file in &snapshot.evidence {
            *evidence.entry(&file.answer).or_insert(0) += 1;
        }
        Self {
            names: snapshot
                .zones
                .iter()
                .map(|zone| (zone.id.as_str(), zone.name.as_str()))
                .collect(),
            conduits: snapshot
                .conduits
                .iter()
                .map(|conduit| (conduit.id.as_str(), conduit.name.as_str()))
                .collect(),
            answers: snapshot
                .answers
                .iter()
                .map(|answer| (&answer.key, answer))
                .collect(),
            evidence,
            technical: input
                .packs
                .iter()
                .copied()
                .find(|pack| pack.scale == PackScale::Technical),
        }
    }

    /// Name of a zone, or its identifier when the site no longer has it.
    pub(crate) fn zone(&self, id: &'a str) -> &'a str {
        self.names.get(id).copied().unwrap_or(id)
    }

    /// `Zone Filling line`, `Conduit Historian link`.
    pub(crate) fn unit(&self, unit: &'a Unit) -> String {
        match unit {
            Unit::Zone(id) => format!("Zone {}", self.zone(id.as_str())),
            Unit::Conduit(id) => {
                let name = self
                    .conduits
                    .get(id.as_str())
                    .copied()
                    .unwrap_or(id.as_str());
                format!("Conduit {name}")
            }
        }
    }

    /// Where an answer holds, in words.
    pub(crate) fn scope(&self, scope: &'a Scope) -> String {
        match scope {
            Scope::Site => "Whole site".to_owned(),
            Scope::Inside(zone) => format!("{} and all inside it", self.zone(zone.as_str())),
            Scope::Unit(unit) => self.unit(unit),
        }
    }

    /// The answer that a rating rests on.
    pub(crate) fn answer_of(&self, requirement: &'a RequirementPosture) -> Option<&'a Answer> {
        let key = AnswerKey {
            pack: self.technical?.id.clone(),
            requirement: requirement.requirement.clone(),
            scope: requirement.answered_at.clone()?,
        };
        self.answers.get(&key).copied()
    }

    /// How many files back an answer.
    pub(crate) fn evidence_of(&self, key: &AnswerKey) -> usize {
        self.evidence.get(key).copied().unwrap_or(0)
    }

    /// Short title of a technical requirement.
    pub(crate) fn title(&self, requirement: &str) -> &'a str {
        self.technical
            .and_then(|pack| pack.find_requirement(requirement))
            .map_or("", |requirement| requirement.title.as_str())
    }
}

/// Who said it, when, and how it was checked.
pub(crate) fn source(answer: &Answer) -> String {
    let mut parts = Vec::new();
    if !answer.said_by.trim().is_empty() {
        parts.push(answer.said_by.trim().to_owned());
    }
    if !answer.said_on.is_empty() {
        parts.push(answer.said_on.clone());
    }
    if let Some(checked) = answer.checked {
        parts.push(checked.title().to_lowercase());
    }
    parts.join(", ")
}

/// What was found: the reason of an overruled answer, the note, and what is to be looked at again.
pub(crate) fn finding(answer: &Answer) -> Text {
    let mut text = Text::default();
    if let Some(overrule) = &answer.overrule {
        text = text
            .italic("Decided by the assessor: ")
            .plain(overrule.reason.trim());
    }
    if !answer.note.trim().is_empty() {
        let gap = if text.is_empty() { "" } else { "\n" };
        text = text.plain(format!("{gap}{}", answer.note.trim()));
    }
    if answer.come_back {
        let gap = if text.is_empty() { "" } else { "\n" };
        text = text.plain(gap).italic("To be looked at again.");
    }
    text
}

/// The choices in words, one line per question.
pub(crate) fn choices(answer: &Answer, requirement: &Requirement) -> String {
    let chosen = requirement.questions.iter().filter_map(|question| {
        let id = answer.choices.get(&question.id)?;
        let choice = question.choices.iter().find(|choice| choice.id == *id)?;
        Some(choice.text.clone())
    });
    chosen.collect::<Vec<_>>().join("\n")
}

/// What a decision of the assessor says.
pub(crate) fn outcome(outcome: Outcome) -> String {
    match outcome {
        Outcome::Rating(rating) => rating.title().to_owned(),
        Outcome::Maturity(maturity) => maturity.to_string(),
    }
}
