//! The content files as they are written, before any check.
//!
//! Texts are optional here so that a missing one is told with all other problems instead of stopping the reader;
//! every value carries its place in the file for the same reason.

use serde::Deserialize;
use toml::Spanned;

/// A text with its place in the file; `None` when the line is missing.
pub(crate) type Text = Option<Spanned<String>>;

/// `pack.toml`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct PackFile {
    pub(crate) id: Text,
    pub(crate) standard: Text,
    pub(crate) title: Text,
    pub(crate) version: Text,
    pub(crate) scale: Text,
    pub(crate) edition_note: Text,
}

/// Any other file of a pack: an FR of 62443-3-3, or an SPE of 62443-2-1.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct ChapterFile {
    pub(crate) section: Option<Spanned<SectionEntry>>,
    #[serde(default, rename = "group")]
    pub(crate) groups: Vec<Spanned<GroupEntry>>,
    #[serde(default, rename = "requirement")]
    pub(crate) requirements: Vec<Spanned<RequirementEntry>>,
}

/// `[section]`: the SPE that the elements of a file belong to.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct SectionEntry {
    pub(crate) id: Text,
    pub(crate) title: Text,
}

/// `[[group]]`: an FR or an element.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct GroupEntry {
    pub(crate) id: Text,
    pub(crate) title: Text,
}

/// `[[requirement]]`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct RequirementEntry {
    pub(crate) id: Text,
    pub(crate) group: Text,
    pub(crate) title: Text,
    pub(crate) first_level: Option<Spanned<i64>>,
    pub(crate) intent: Text,
    pub(crate) check: Text,
    pub(crate) wrong: Text,
    #[serde(default)]
    pub(crate) measures: Vec<Spanned<String>>,
    #[serde(default)]
    pub(crate) compensating: Vec<Spanned<String>>,
    #[serde(default)]
    pub(crate) topics: Vec<Spanned<String>>,
    pub(crate) needs: Text,
    #[serde(default, rename = "question")]
    pub(crate) questions: Vec<Spanned<QuestionEntry>>,
}

/// `[[requirement.question]]`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct QuestionEntry {
    pub(crate) id: Text,
    pub(crate) text: Text,
    pub(crate) why: Text,
    pub(crate) good: Text,
    pub(crate) look: Text,
    pub(crate) evidence: Text,
    #[serde(default)]
    pub(crate) ask: Vec<Spanned<String>>,
    #[serde(default)]
    pub(crate) at: Vec<Spanned<String>>,
    #[serde(default)]
    pub(crate) steps: Vec<Spanned<StepEntry>>,
    #[serde(default)]
    pub(crate) choices: Vec<Spanned<ChoiceEntry>>,
    pub(crate) conduit: Option<Spanned<ConduitEntry>>,
}

/// One line of `steps`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct StepEntry {
    pub(crate) method: Text,
    pub(crate) text: Text,
}

/// `[requirement.question.conduit]`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct ConduitEntry {
    pub(crate) text: Text,
    pub(crate) good: Text,
    pub(crate) look: Text,
}

/// One line of `choices`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct ChoiceEntry {
    pub(crate) id: Text,
    pub(crate) text: Text,
    pub(crate) leads_to: Text,
}
