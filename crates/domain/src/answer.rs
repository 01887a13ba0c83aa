//! Answers, the ratings that follow from them, and where an answer holds.

use std::collections::BTreeMap;
use std::fmt;

use crate::id::{ConduitId, EvidenceId, ZoneId};
use crate::maturity::Maturity;
use crate::pack::{Outcome, Requirement};
use crate::plan::Unit;
use crate::word_list;

word_list! {
    /// Rating of a technical requirement in a unit.
    Rating {
        /// Fulfilled.
        Met = "met", "Met";
        /// Fulfilled in part; does not count as met.
        PartlyMet = "partly_met", "Partly met";
        /// Not fulfilled.
        NotMet = "not_met", "Not met";
        /// Not fulfilled, but a named countermeasure does the same; needs a reason.
        Compensated = "compensated", "Compensated";
        /// Nothing here that it could apply to; needs a reason.
        NotApplicable = "not_applicable", "Not applicable";
        /// Not yet answered; does not count as met.
        Open = "open", "Open";
    }
}

impl Rating {
    /// True when the requirement no longer stands in the way of a level.
    pub const fn satisfies(self) -> bool {
        matches!(self, Self::Met | Self::Compensated | Self::NotApplicable)
    }

    /// True when the requirement does not stand in the way for certain: satisfied, or not yet answered.
    pub const fn may_satisfy(self) -> bool {
        self.satisfies() || matches!(self, Self::Open)
    }

    /// True when a person must give a reason for it.
    pub const fn needs_reason(self) -> bool {
        matches!(self, Self::Compensated | Self::NotApplicable)
    }
}

word_list! {
    /// How an answer was checked.
    CheckMethod {
        /// Somebody said so.
        Interview = "interview", "Interview";
        /// A document was read.
        Document = "document", "Document";
        /// It was seen.
        Observation = "observation", "Observation";
        /// It was tried out.
        Test = "test", "Test";
    }
}

/// Where an answer holds. The nearest to a unit wins.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Scope {
    /// Everywhere; also the scope of programme answers.
    Site,
    /// In a zone and everything inside it.
    Inside(ZoneId),
    /// In one zone or conduit alone.
    Unit(Unit),
}

impl Scope {
    /// Reads `site`, `inside:<zone>`, `zone:<zone>` or `conduit:<conduit>`; `None` for any other text.
    pub fn parse(text: &str) -> Option<Self> {
        if text == "site" {
            return Some(Self::Site);
        }
        match text.split_once(':')? {
            ("inside", id) => ZoneId::parse(id).ok().map(Self::Inside),
            ("zone", id) => ZoneId::parse(id).ok().map(|id| Self::Unit(Unit::Zone(id))),
            ("conduit", id) => ConduitId::parse(id)
                .ok()
                .map(|id| Self::Unit(Unit::Conduit(id))),
            _ => None,
        }
    }
}

impl fmt::Display for Scope {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Site => f.write_str("site"),
            Self::Inside(zone) => write!(f, "inside:{zone}"),
            Self::Unit(unit) => write!(f, "{unit}"),
        }
    }
}

/// What an answer is about and where it holds; one answer per key.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct AnswerKey {
    /// [`crate::pack::Pack::id`].
    pub pack: String,
    /// [`Requirement::id`].
    pub requirement: String,
    /// Where it holds.
    pub scope: Scope,
}

/// What the assessor decided against what the choices say, or in their place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Overrule {
    /// The decision.
    pub outcome: Outcome,
    /// Why; never empty.
    pub reason: String,
}

/// An answer to the questions of one requirement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// What it is about and where it holds.
    pub key: AnswerKey,
    /// Choice by question id.
    pub choices: BTreeMap<String, String>,
    /// The assessor's own decision.
    pub overrule: Option<Overrule>,
    /// What was found.
    pub note: String,
    /// Who said so.
    pub said_by: String,
    /// When, `YYYY-MM-DD`; empty when not recorded.
    pub said_on: String,
    /// How it was checked.
    pub checked: Option<CheckMethod>,
    /// True when somebody wants to return to it.
    pub come_back: bool,
}

impl Answer {
    /// An answer that says nothing yet.
    pub fn empty(key: AnswerKey) -> Self {
        Self {
            key,
            choices: BTreeMap::new(),
            overrule: None,
            note: String::new(),
            said_by: String::new(),
            said_on: String::new(),
            checked: None,
            come_back: false,
        }
    }

    /// True when it decides nothing: a note alone does not hide the answer of a wider scope.
    pub fn is_silent(&self) -> bool {
        self.choices.is_empty() && self.overrule.is_none()
    }

    /// The rating this answer gives a technical requirement. The assessor's decision stands; otherwise one
    /// choice that is not met decides at once, and the rest waits until every question is answered, when the
    /// weakest decides. Without any choice, or with choices the pack no longer has, the requirement is open.
    pub fn rating(&self, requirement: &Requirement) -> Rating {
        if let Some(Overrule {
            outcome: Outcome::Rating(rating),
            ..
        }) = self.overrule
        {
            return rating;
        }
        let ratings = self.outcomes(requirement).map(|outcome| match outcome {
            Some(Outcome::Rating(rating)) => rating,
            _ => Rating::Open,
        });
        weakest(ratings)
    }

    /// The maturity this answer gives a programme requirement: the lowest of all questions, `None` while one
    /// is open. ML 0 on any question decides at once.
    pub fn maturity(&self, requirement: &Requirement) -> ProgrammeRating {
        match &self.overrule {
            Some(Overrule {
                outcome: Outcome::Maturity(maturity),
                ..
            }) => return ProgrammeRating::Rated(*maturity),
            Some(Overrule {
                outcome: Outcome::Rating(Rating::NotApplicable),
                ..
            }) => {
                return ProgrammeRating::NotApplicable;
            }
            _ => {}
        }
        let levels: Vec<Option<Maturity>> = self
            .outcomes(requirement)
            .map(|outcome| match outcome {
                Some(Outcome::Maturity(maturity)) => Some(maturity),
                _ => None,
            })
            .collect();
        if levels.contains(&Some(Maturity::ZERO)) {
            return ProgrammeRating::Rated(Maturity::ZERO);
        }
        match levels
            .into_iter()
            .collect::<Option<Vec<_>>>()
            .and_then(|all| all.into_iter().min())
        {
            Some(lowest) => ProgrammeRating::Rated(lowest),
            None => ProgrammeRating::Open,
        }
    }

    fn outcomes<'a>(
        &'a self,
        requirement: &'a Requirement,
    ) -> impl Iterator<Item = Option<Outcome>> + 'a {
        requirement.questions.iter().map(|question| {
            let chosen = self.choices.get(&question.id)?;
            question
                .choices
                .iter()
                .find(|choice| choice.id == *chosen)
                .map(|choice| choice.outcome)
        })
    }
}

/// How a programme requirement stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ProgrammeRating {
    /// All questions answered, or decided by the assessor.
    Rated(Maturity),
    /// With a reason.
    NotApplicable,
    /// Not yet answered.
    Open,
}

/// The rating that decides among several: an open one is weaker than a partial one, because it may turn out not met.
pub(crate) fn weakest(ratings: impl Iterator<Item = Rating>) -> Rating {
    let rank = |rating: Rating| match rating {
        Rating::NotMet => 0,
        Rating::Open => 1,
        Rating::PartlyMet => 2,
        Rating::Compensated => 3,
        Rating::Met => 4,
        Rating::NotApplicable => 5,
    };
    ratings
        .min_by_key(|rating| rank(*rating))
        .unwrap_or(Rating::Open)
}

/// A file that backs an answer; its bytes are stored once under their hash.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Evidence {
    /// Its identifier.
    pub id: EvidenceId,
    /// The answer that it backs.
    pub answer: AnswerKey,
    /// File name as given, without folders.
    pub file_name: String,
    /// Size in bytes.
    pub size: u64,
    /// SHA-256 of the bytes, hexadecimal.
    pub sha256: String,
    /// When it was added, RFC 3339.
    pub added_at: String,
}
