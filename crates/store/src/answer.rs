//! Answers.

use std::collections::BTreeMap;

use rusqlite::{Row, params};
use zonewright_domain::answer::{Answer, AnswerKey, CheckMethod, Overrule, Scope};
use zonewright_domain::pack::Outcome;
use zonewright_domain::plan::Unit;

use crate::error::StoreError;
use crate::rows::{Rows, optional_word, word};
use crate::table::Table;
use crate::transact::Tx;

const READ: &str = "read the answers";

impl Rows {
    /// All answers, by key.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn answers(&self) -> Result<Vec<Answer>, StoreError> {
        let mut answers = self.all(READ, &Table::Answer.statements().select, [], answer)?;
        answers.sort_by(|a, b| a.key.cmp(&b.key));
        Ok(answers)
    }

    /// The answers of one pack in these scopes, by key.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn answers_for(&self, pack: &str, scopes: &[Scope]) -> Result<Vec<Answer>, StoreError> {
        let sql = format!(
            "{} WHERE pack = ?1 AND scope = ?2",
            Table::Answer.statements().select
        );
        let mut answers = Vec::new();
        for scope in scopes {
            answers.extend(self.all(READ, &sql, params![pack, scope.to_string()], answer)?);
        }
        answers.sort_by(|a, b| a.key.cmp(&b.key));
        Ok(answers)
    }

    /// One answer.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn find_answer(&self, key: &AnswerKey) -> Result<Option<Answer>, StoreError> {
        let sql = format!(
            "{} WHERE pack = ?1 AND requirement = ?2 AND scope = ?3",
            Table::Answer.statements().select
        );
        self.one(
            READ,
            &sql,
            params![key.pack, key.requirement, key.scope.to_string()],
            answer,
        )
    }
}

impl Tx<'_> {
    /// Adds or replaces the answer with this key.
    ///
    /// # Errors
    /// [`StoreError::Value`] for a decision without a reason or a day that is none, and what keeps the file from being
    /// written. A zone or conduit that does not exist is found when the operation ends.
    pub fn put_answer(&mut self, answer: &Answer) -> Result<(), StoreError> {
        let (zone, conduit) = match &answer.key.scope {
            Scope::Site => (None, None),
            Scope::Inside(zone) | Scope::Unit(Unit::Zone(zone)) => (Some(zone.as_str()), None),
            Scope::Unit(Unit::Conduit(conduit)) => (None, Some(conduit.as_str())),
        };
        self.put(
            "save the answer",
            Table::Answer,
            params![
                answer.key.pack,
                answer.key.requirement,
                answer.key.scope.to_string(),
                zone,
                conduit,
                map_text(
                    answer
                        .choices
                        .iter()
                        .map(|(question, choice)| (question.as_str(), choice.as_str()))
                ),
                answer
                    .overrule
                    .as_ref()
                    .map(|overrule| Outcome::word(overrule.outcome)),
                answer
                    .overrule
                    .as_ref()
                    .map(|overrule| overrule.reason.as_str()),
                answer.note,
                answer.said_by,
                answer.said_on,
                answer.checked.map(CheckMethod::word),
                answer.come_back
            ],
        )
    }

    /// Removes an answer with the links to its evidence, if there; the files' bytes stay for undo.
    ///
    /// # Errors
    /// What keeps the file from being written.
    pub fn delete_answer(&mut self, key: &AnswerKey) -> Result<(), StoreError> {
        const ACTION: &str = "remove the answer";
        const LINKS: &str =
            "DELETE FROM evidence WHERE pack = ?1 AND requirement = ?2 AND scope = ?3";
        let scope = key.scope.to_string();
        self.run(ACTION, LINKS, params![key.pack, key.requirement, scope])?;
        self.remove(
            ACTION,
            Table::Answer,
            &[&key.pack, &key.requirement, &scope],
        )
    }
}

/// The key in columns `pack`, `requirement` and `scope`.
pub(crate) fn key(row: &Row<'_>) -> rusqlite::Result<AnswerKey> {
    Ok(AnswerKey {
        pack: row.get("pack")?,
        requirement: row.get("requirement")?,
        scope: word(row, "scope", Scope::parse)?,
    })
}

fn answer(row: &Row<'_>) -> rusqlite::Result<Answer> {
    let outcome = optional_word(row, "overrule", Outcome::parse)?;
    let reason: Option<String> = row.get("overrule_reason")?;
    Ok(Answer {
        key: key(row)?,
        choices: word(row, "choices", |text| {
            serde_json::from_str::<BTreeMap<String, String>>(text).ok()
        })?,
        overrule: outcome.map(|outcome| Overrule {
            outcome,
            reason: reason.unwrap_or_default(),
        }),
        note: row.get("note")?,
        said_by: row.get("said_by")?,
        said_on: row.get("said_on")?,
        checked: optional_word(row, "checked", CheckMethod::parse)?,
        come_back: row.get("come_back")?,
    })
}

/// A JSON object of texts, sorted by name: equal maps give equal text, whatever features serde_json is built with.
pub(crate) fn map_text<'a>(pairs: impl Iterator<Item = (&'a str, &'a str)>) -> String {
    let map: BTreeMap<&str, &str> = pairs.collect();
    serde_json::to_string(&map).expect("a map of texts always has a JSON form")
}
