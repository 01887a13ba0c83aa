//! Packs: the requirements of one edition of a standard with guided questions in our own words.

use crate::answer::Rating;
use crate::component::ComponentType;
use crate::fact::ScopingFact;
use crate::guidance::{CheckStep, ConduitWording, Contact, Guidance, Place};
use crate::level::{Fr, Level};
use crate::maturity::Maturity;
use crate::plan::Unit;
use crate::word_list;

word_list! {
    /// What the requirements of a pack are asked of, and so how they are rated.
    PackScale {
        /// Each zone and conduit; rated met … not met; gives SL-A (62443-3-3).
        Technical = "technical", "Technical, per zone and conduit";
        /// The site as a whole; rated by maturity level (62443-2-1).
        Programme = "programme", "Programme, for the site";
        /// One component; rated met … not met, with levels per FR (62443-4-2).
        Component = "component", "Technical, for one component";
    }
}

/// One pack.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pack {
    /// Stable id, such as `iec62443-3-3-2013`.
    pub id: String,
    /// Short name, such as `IEC 62443-3-3:2013`.
    pub standard: String,
    /// What it is, in our words.
    pub title: String,
    /// Version of our content.
    pub version: String,
    /// SHA-256 over the content files, hexadecimal.
    pub sha256: String,
    /// How its requirements are rated.
    pub scale: PackScale,
    /// The chapters in order: FRs or elements.
    pub groups: Vec<Group>,
    /// The requirements in the order of the standard.
    pub requirements: Vec<Requirement>,
}

/// A chapter of a pack: an FR of 62443-3-3, or an element of 62443-2-1.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    /// Stable id: `FR 1`, `ORG 1`, `4.3.2.2`.
    pub id: String,
    /// Short title.
    pub title: String,
    /// What groups it: the SPE of an element (`SPE 1`), the category of the edition of 2010 (`4.3`); empty for FRs.
    pub section: String,
    /// Short title of the section; empty for FRs.
    pub section_title: String,
}

/// A requirement, or an enhancement of one.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Requirement {
    /// Identifier of the standard: `SR 1.1`, `SR 1.1 RE 1`, `ORG 1.1`, `EDR 2.4`.
    pub id: String,
    /// Short title.
    pub title: String,
    /// The [`Group::id`] it stands in.
    pub group: String,
    /// FR and first level that demands it; technical and component packs only. `None` in a component pack means that
    /// every level demands it (the CCSCs of 62443-4-2).
    pub demand: Option<Demand>,
    /// What it is for, in our words.
    pub intent: String,
    /// What goes wrong, what helps, and what it is about.
    pub guidance: Guidance,
    /// What must be present in a unit for this to apply there; technical packs only.
    pub needs: Option<ScopingFact>,
    /// The types of component that it is asked of; component packs only.
    pub components: Vec<ComponentType>,
    /// One to four questions.
    pub questions: Vec<Question>,
    /// What is less than sure about this entry; empty when nothing is.
    pub check: String,
}

/// Which FR a technical requirement belongs to and from which level on it is demanded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Demand {
    /// The FR.
    pub fr: Fr,
    /// First level that demands it, 1 to 4; every higher level does too.
    pub from: Level,
}

/// A question that a plant engineer can answer.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Question {
    /// Stable id, unique in the pack: `sr-1-1.a`.
    pub id: String,
    /// The question.
    pub text: String,
    /// Why it matters here.
    pub why: String,
    /// What good looks like.
    pub good: String,
    /// Where to look and whom to ask.
    pub look: String,
    /// What to ask for as evidence.
    pub evidence: String,
    /// Whom to ask.
    pub ask: Vec<Contact>,
    /// Where it is seen on a walk-down.
    pub at: Vec<Place>,
    /// How to check the answer.
    pub steps: Vec<CheckStep>,
    /// Other words for conduits, where they are needed.
    pub conduit: Option<ConduitWording>,
    /// The choices, best first.
    pub choices: Vec<Choice>,
}

/// One possible answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// Stable id, unique in the question: `yes`, `partly`, `no`, `ml0` …
    pub id: String,
    /// What the person reads.
    pub text: String,
    /// What it leads to.
    pub outcome: Outcome,
}

/// What a choice leads to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// In technical and component packs.
    Rating(Rating),
    /// In programme packs.
    Maturity(Maturity),
}

impl Outcome {
    /// The stable word in files, on the wire and in scripts: that of the rating or of the maturity level.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Rating(rating) => rating.word(),
            Self::Maturity(maturity) => maturity.word(),
        }
    }

    /// Reads the stable word back; `None` for any other text.
    pub fn parse(word: &str) -> Option<Self> {
        Rating::parse(word)
            .map(Self::Rating)
            .or_else(|| Maturity::parse(word).map(Self::Maturity))
    }
}

/// The texts of a question that differ by what is asked about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Wording<'a> {
    /// The question.
    pub text: &'a str,
    /// What good looks like.
    pub good: &'a str,
    /// Where to look.
    pub look: &'a str,
}

/// A text of its own where there is one, else the usual one.
const fn either<'a>(other: &'a str, usual: &'a str) -> &'a str {
    if other.is_empty() { usual } else { other }
}

impl Question {
    /// The words for a unit, or for none in particular: those for conduits where the unit is one and the pack has them.
    pub fn wording(&self, unit: Option<&Unit>) -> Wording<'_> {
        let (text, good, look) = match (unit, &self.conduit) {
            (Some(Unit::Conduit(_)), Some(other)) => (
                other.text.as_str(),
                other.good.as_str(),
                other.look.as_str(),
            ),
            _ => ("", "", ""),
        };
        Wording {
            text: either(text, &self.text),
            good: either(good, &self.good),
            look: either(look, &self.look),
        }
    }
}

impl Pack {
    /// The requirement with this id, if the pack has it.
    pub fn find_requirement(&self, id: &str) -> Option<&Requirement> {
        self.requirements
            .iter()
            .find(|requirement| requirement.id == id)
    }
}
