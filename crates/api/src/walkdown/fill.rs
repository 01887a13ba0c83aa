//! What the cells of a filled-in sheet mean for the answers of the site. A cell that cannot be used is named and left out;
//! the rest of its row counts. An empty cell changes nothing.

mod cell;

use std::collections::BTreeSet;

use zonewright_domain::answer::{Answer, CheckMethod, Overrule, Rating};
use zonewright_domain::pack::{Outcome, Pack, Question};
use zonewright_import::{Day, Entry, FilledForm, FilledRow};

use self::cell::{Problems, kept, method, numbered, one_of, same, short};
use super::stand::{Standing, Stands};
use super::{answer_in_words, answers_to, specials, summary};
use crate::wire::import::ImportProblemView;
use crate::wire::walkdown::WalkdownAnswer;

/// The answers to set, and all there is to say about the sheet.
pub(super) struct Filled {
    pub(super) answers: Vec<Answer>,
    pub(super) changes: Vec<WalkdownAnswer>,
    pub(super) unchanged: usize,
    pub(super) problems: Vec<ImportProblemView>,
}

/// What one row answers.
enum Said {
    Nothing,
    Choice(String),
    Special(Rating),
}

/// Reads every row against how the requirements stand now.
pub(super) fn fill(form: &FilledForm, stands: &Stands) -> Filled {
    let mut problems = Problems::default();
    for cell in &form.strays {
        problems.error(
            cell,
            "This row lost its hidden key, so its answer belongs to no question and was left out.",
            "Enter the answer by hand.",
        );
    }
    let rows = known_rows(form, stands, &mut problems);
    let mut filled = Filled {
        answers: Vec::new(),
        changes: Vec::new(),
        unchanged: 0,
        problems: Vec::new(),
    };
    for standing in &stands.all {
        let own: Vec<&FilledRow> = rows
            .iter()
            .filter(|row| row.requirement == standing.requirement.id)
            .copied()
            .collect();
        let Some(first) = own.first() else { continue };
        let reader = Reader {
            pack: stands.pack,
            standing,
            numbers_hold: form.pack_sha256 == stands.pack.sha256,
        };
        let answer = reader.answer(&own, &mut problems);
        if answer == standing.base {
            filled.unchanged += 1;
        } else if own.iter().any(|row| row.stand != standing.seal()) {
            problems.error(
                &first.answer.cell,
                &format!(
                    "{} was changed in the program after this sheet was written, so what the sheet says was left out.",
                    standing.requirement.id
                ),
                "Compare the two and enter by hand what is right.",
            );
        } else {
            filled.changes.push(change(stands.pack, standing, &answer));
            filled.answers.push(answer);
        }
    }
    filled.problems = problems.0;
    filled
}

/// Rows whose question exists, each question once.
fn known_rows<'a>(
    form: &'a FilledForm,
    stands: &Stands,
    problems: &mut Problems,
) -> Vec<&'a FilledRow> {
    let mut seen = BTreeSet::new();
    let mut known = Vec::new();
    for row in &form.rows {
        let asked = stands
            .all
            .iter()
            .find(|standing| standing.requirement.id == row.requirement)
            .is_some_and(|standing| {
                let questions = &standing.requirement.questions;
                questions.iter().any(|question| question.id == row.question)
            });
        if !asked {
            problems.error(
                &row.cell,
                &format!(
                    "This program knows no question “{}/{}”, so this row was left out.",
                    row.requirement, row.question
                ),
                "Write a new sheet, or enter the answer by hand.",
            );
        } else if seen.insert((&row.requirement, &row.question)) {
            known.push(row);
        } else {
            problems.error(
                &row.cell,
                "This question stands in the sheet twice; the first row counts and this one was left out.",
                "Delete one of the two rows and read the sheet again if this one is right.",
            );
        }
    }
    known
}

fn change(pack: &Pack, standing: &Standing, answer: &Answer) -> WalkdownAnswer {
    let requirement = standing.requirement;
    let after = summary(pack, requirement, answer);
    WalkdownAnswer {
        requirement: requirement.id.clone(),
        title: requirement.title.clone(),
        before: summary(pack, requirement, &standing.base),
        after,
    }
}

/// Reads the rows of one requirement.
struct Reader<'a> {
    pack: &'a Pack,
    standing: &'a Standing,
    /// False when the questions were reworded since: then a number may mean another answer.
    numbers_hold: bool,
}

impl Reader<'_> {
    fn answer(&self, rows: &[&FilledRow], problems: &mut Problems) -> Answer {
        let mut answer = self.standing.base.clone();
        self.choices(rows, &mut answer, problems);
        self.note(rows, &mut answer, problems);
        let said_by = |row: &FilledRow| row.said_by.clone();
        if let Some(name) = one_of(rows, said_by, &answer.said_by, problems)
            && let Some(name) = kept(&name, problems)
        {
            answer.said_by = name;
        }
        let days = |row: &FilledRow| Entry {
            cell: row.said_on.0.clone(),
            text: match &row.said_on.1 {
                Day::On(day) => day.clone(),
                Day::Empty | Day::Unclear(_) => String::new(),
            },
        };
        for row in rows {
            if let (cell, Day::Unclear(text)) = &row.said_on {
                problems.error(
                    cell,
                    &format!(
                        "“{text}” is no day that can be read one way only, so it was left out."
                    ),
                    "Write it as 2026-11-23.",
                );
            }
        }
        if let Some(day) = one_of(rows, days, &answer.said_on, problems) {
            answer.said_on = day.text;
        }
        let before = answer.checked.map_or("", CheckMethod::title).to_owned();
        if let Some(how) = one_of(rows, |row| row.checked.clone(), &before, problems) {
            match method(&how.text) {
                Some(method) => answer.checked = Some(method),
                None => problems.error(
                    &how.cell,
                    &format!(
                        "“{}” is no way to check an answer, so it was left out.",
                        how.text
                    ),
                    "Write Interview, Document, Observation or Test.",
                ),
            }
        }
        answer
    }

    /// Choices, and the outcomes that hold for the whole requirement. Only cells that differ from what the sheet was
    /// given count: a prefilled neighbour does not contradict a changed one.
    fn choices(&self, rows: &[&FilledRow], answer: &mut Answer, problems: &mut Problems) {
        let mut special: Option<(Rating, &FilledRow)> = None;
        let mut chosen = Vec::new();
        for row in rows {
            let questions = &self.standing.requirement.questions;
            let Some(question) = questions.iter().find(|known| known.id == row.question) else {
                continue;
            };
            match self.said(question, &row.answer, problems) {
                Said::Nothing => {}
                Said::Choice(choice) => chosen.push((question.id.clone(), choice, row)),
                Said::Special(rating) => special = Some((rating, row)),
            }
        }
        if let (Some((_, row)), false) = (special, chosen.is_empty()) {
            problems.error(
                &row.answer.cell,
                &format!(
                    "For {} one row gives an answer and another says that the whole of it does not apply or is done otherwise, so both were left out.",
                    self.standing.requirement.id
                ),
                "Decide for one and read the sheet again.",
            );
            return;
        }
        let reason = rows
            .iter()
            .map(|row| &row.reason)
            .find(|reason| !reason.text.is_empty());
        if let Some((rating, row)) = special {
            let Some(reason) = reason.and_then(|reason| kept(reason, problems)) else {
                problems.error(
                    &row.reason.cell,
                    "This answer needs a reason that a reader can follow; without one it was left out.",
                    "Write in the column Reason what does the job instead, or why this does not apply.",
                );
                return;
            };
            let outcome = Outcome::Rating(rating);
            answer.overrule = Some(Overrule { outcome, reason });
        } else if !chosen.is_empty() {
            answer.overrule = None;
            answer.choices.extend(
                chosen
                    .into_iter()
                    .map(|(question, choice, _)| (question, choice)),
            );
        } else if let (Some(overrule), Some(reason)) = (&mut answer.overrule, reason)
            && let Some(reason) = kept(reason, problems)
        {
            overrule.reason = reason;
        }
        if let (None, Some(reason)) = (&answer.overrule, reason)
            && self.standing.base.overrule.is_none()
        {
            problems.note(
                &reason.cell,
                "A reason counts only when something else does the job or it does not apply, so it was left out.",
                "Write it into the column Note if it shall be kept.",
            );
        }
    }

    /// What the cell of a question says, where it says something new.
    fn said(&self, question: &Question, cell: &Entry, problems: &mut Problems) -> Said {
        let text = cell.text.as_str();
        let now = answer_in_words(self.pack, question, &self.standing.base);
        let (number, rest) = numbered(text);
        let said_again = same(text, &now) || (!rest.is_empty() && same(rest, &now));
        if text.is_empty() || said_again {
            return Said::Nothing;
        }
        let lines = answers_to(self.pack, question);
        let by_words = lines
            .iter()
            .position(|line| same(line, text) || (!rest.is_empty() && same(line, rest)));
        let by_number = number
            .filter(|_| rest.is_empty() && self.numbers_hold)
            .and_then(|number| number.checked_sub(1))
            .filter(|place| *place < lines.len());
        let Some(place) = by_words.or(by_number) else {
            let message = if number.is_some() && rest.is_empty() && !self.numbers_hold {
                format!(
                    "The questions were reworded since this sheet was written, so the number {text} alone was left out."
                )
            } else {
                format!(
                    "“{}” is none of the possible answers, so it was left out.",
                    short(text)
                )
            };
            problems.error(
                &cell.cell,
                &message,
                &format!(
                    "Write a number from 1 to {}, or the answer in its words.",
                    lines.len()
                ),
            );
            return Said::Nothing;
        };
        let chosen = match question.choices.get(place) {
            Some(choice) => Said::Choice(choice.id.clone()),
            None => specials(self.pack)
                .nth(place - question.choices.len())
                .map_or(Said::Nothing, |(rating, _)| Said::Special(rating)),
        };
        if same(&lines[place], &now) {
            Said::Nothing
        } else {
            chosen
        }
    }

    /// Notes of all rows of the requirement, each once, in their order.
    fn note(&self, rows: &[&FilledRow], answer: &mut Answer, problems: &mut Problems) {
        let mut notes: Vec<String> = Vec::new();
        let first_is_empty = rows.first().is_some_and(|row| row.note.text.is_empty());
        if first_is_empty && !answer.note.is_empty() {
            notes.push(answer.note.clone());
        }
        for row in rows {
            if let Some(note) = kept(&row.note, problems)
                && !note.is_empty()
                && !notes.contains(&note)
            {
                notes.push(note);
            }
        }
        if !notes.is_empty() && notes.join("\n") != answer.note.trim() {
            answer.note = notes.join("\n");
        }
    }
}
