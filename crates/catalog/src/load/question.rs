//! Questions and their choices.

use std::collections::BTreeSet;
use std::ops::Range;

use toml::Spanned;
use zonewright_domain::answer::Rating;
use zonewright_domain::maturity::Maturity;
use zonewright_domain::pack::{Choice, Outcome, PackScale, Question};

use super::guidance::GuidanceReader;
use super::{Texts, place};
use crate::format::{ChoiceEntry, QuestionEntry};
use crate::identifier::question_id;
use crate::problem::{CatalogProblem, Fault};
use crate::source::Source;

/// A requirement with more questions than this would not be answered on a walk through a plant.
const MOST_QUESTIONS: usize = 4;

/// Reads the questions of the requirement `owner` that stands `at`. Question ids follow from requirement and
/// position, so a requirement that is unique in the pack has unique question ids.
pub(super) fn read_questions(
    source: &Source,
    owner: &str,
    at: &Range<usize>,
    entries: &[Spanned<QuestionEntry>],
    scale: PackScale,
    problems: &mut Vec<CatalogProblem>,
) -> Vec<Question> {
    if !(1..=MOST_QUESTIONS).contains(&entries.len()) {
        let fault = Fault::QuestionCount {
            requirement: owner.to_owned(),
            count: entries.len(),
        };
        problems.push(source.problem(at, fault));
    }
    let numbered = entries.iter().enumerate();
    numbered
        .map(|(position, entry)| {
            let expected = question_id(owner, position);
            read_question(source, &expected, entry, scale, problems)
        })
        .collect()
}

fn read_question(
    source: &Source,
    expected: &str,
    entry: &Spanned<QuestionEntry>,
    scale: PackScale,
    problems: &mut Vec<CatalogProblem>,
) -> Question {
    let question = entry.get_ref();
    let mut texts = Texts {
        source,
        problems,
        owner: expected,
        at: entry.span(),
    };
    let id = texts.take(&question.id, "id");
    let text = texts.take(&question.text, "text");
    let why = texts.take(&question.why, "why");
    let good = texts.take(&question.good, "good");
    let look = texts.take(&question.look, "look");
    let evidence = texts.take(&question.evidence, "evidence");
    if !id.is_empty() && id != expected {
        let fault = Fault::QuestionId {
            id: id.clone(),
            expected: expected.to_owned(),
        };
        problems.push(source.problem(&place(&question.id), fault));
    }
    let at = question.id.as_ref().map_or(entry.span(), Spanned::span);
    let choices = read_choices(source, expected, &question.choices, scale, problems);
    let faults = check_choices(expected, &question.choices, &choices, scale);
    problems.extend(faults.into_iter().map(|fault| source.problem(&at, fault)));
    let mut beside = GuidanceReader {
        source,
        problems,
        owner: expected,
        scale,
    };
    Question {
        id,
        text,
        why,
        good,
        look,
        evidence,
        ask: beside.ask(question),
        at: beside.at(question),
        steps: beside.steps(&question.steps),
        conduit: beside.conduit(question.conduit.as_ref()),
        choices,
    }
}

fn read_choices(
    source: &Source,
    question: &str,
    entries: &[Spanned<ChoiceEntry>],
    scale: PackScale,
    problems: &mut Vec<CatalogProblem>,
) -> Vec<Choice> {
    let owner = format!("A choice of {question}");
    let mut seen = BTreeSet::new();
    let mut choices = Vec::new();
    for entry in entries {
        let choice = entry.get_ref();
        let mut texts = Texts {
            source,
            problems,
            owner: &owner,
            at: entry.span(),
        };
        let id = texts.take(&choice.id, "id");
        let text = texts.take(&choice.text, "text");
        let word = texts.take(&choice.leads_to, "leads_to");
        if !id.is_empty() && !seen.insert(id.clone()) {
            let fault = Fault::DuplicateId { id: id.clone() };
            problems.push(source.problem(&place(&choice.id), fault));
        }
        match parse_outcome(scale, &word) {
            Some(outcome) => choices.push(Choice { id, text, outcome }),
            None if word.is_empty() => {}
            None => {
                let fault = Fault::UnknownOutcome {
                    question: question.to_owned(),
                    outcome: word,
                    known: known_outcomes(scale),
                };
                problems.push(source.problem(&place(&choice.leads_to), fault));
            }
        }
    }
    choices
}

/// Faults of the choices as a whole; silent about those that could not be read, which were noted already.
fn check_choices(
    question: &str,
    entries: &[Spanned<ChoiceEntry>],
    choices: &[Choice],
    scale: PackScale,
) -> Vec<Fault> {
    let question = || question.to_owned();
    if entries.len() < 2 {
        return vec![Fault::TooFewChoices {
            question: question(),
        }];
    }
    if choices.len() < entries.len() {
        return Vec::new();
    }
    let mut faults = Vec::new();
    let (best, worst) = match scale {
        PackScale::Technical | PackScale::Component => ("met", "not_met"),
        PackScale::Programme => ("ml4", "ml0"),
    };
    for outcome in [best, worst] {
        let wanted = parse_outcome(scale, outcome);
        if !choices.iter().any(|choice| Some(choice.outcome) == wanted) {
            faults.push(Fault::MissingOutcome {
                question: question(),
                outcome,
            });
        }
    }
    if !choices.is_sorted_by_key(|choice| std::cmp::Reverse(rank(choice.outcome))) {
        faults.push(Fault::ChoiceOrder {
            question: question(),
        });
    }
    faults
}

/// What a word of `leads_to` means. Compensated and not applicable need a reason and open is no answer: none of
/// them can be chosen.
fn parse_outcome(scale: PackScale, word: &str) -> Option<Outcome> {
    match scale {
        PackScale::Technical | PackScale::Component => match word {
            "met" => Some(Outcome::Rating(Rating::Met)),
            "partly_met" => Some(Outcome::Rating(Rating::PartlyMet)),
            "not_met" => Some(Outcome::Rating(Rating::NotMet)),
            _ => None,
        },
        PackScale::Programme => Maturity::parse(word).map(Outcome::Maturity),
    }
}

const fn known_outcomes(scale: PackScale) -> &'static str {
    match scale {
        PackScale::Technical | PackScale::Component => "\"met\", \"partly_met\", \"not_met\"",
        PackScale::Programme => "\"ml4\", \"ml3\", \"ml2\", \"ml1\", \"ml0\"",
    }
}

/// Higher is better; compared only within one scale.
const fn rank(outcome: Outcome) -> u8 {
    match outcome {
        Outcome::Rating(Rating::Met) => 2,
        Outcome::Rating(Rating::PartlyMet) => 1,
        Outcome::Rating(_) => 0,
        Outcome::Maturity(maturity) => maturity.number(),
    }
}
