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

/// Any other file of a pack: an FR of 62443-3-3 or 4-2, or an SPE or category of 62443-2-1.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct ChapterFile {
    pub(crate) section: Option<Spanned<SectionEntry>>,
    #[serde(default, rename = "group")]
    pub(crate) groups: Vec<Spanned<GroupEntry>>,
    #[serde(default, rename = "requirement")]
    pub(crate) requirements: Vec<Spanned<RequirementEntry>>,
}

/// `[section]`: the SPE or category that the elements of a file belong to.
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
    #[serde(default)]
    pub(crate) components: Vec<Spanned<String>>,
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

/// A framework beside IEC 62443, in one file.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct FrameworkFile {
    pub(crate) id: Text,
    pub(crate) standard: Text,
    pub(crate) title: Text,
    pub(crate) note: Text,
    #[serde(default, rename = "group")]
    pub(crate) groups: Vec<Spanned<ControlGroupEntry>>,
    #[serde(default, rename = "control")]
    pub(crate) controls: Vec<Spanned<ControlEntry>>,
}

/// `[[group]]` of a framework; `section` only where a framework has one.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct ControlGroupEntry {
    pub(crate) id: Text,
    pub(crate) title: Text,
    pub(crate) section: Text,
}

/// `[[control]]` of a framework.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct ControlEntry {
    pub(crate) id: Text,
    pub(crate) group: Text,
    pub(crate) title: Text,
}

/// A mapping, in one file.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct MappingFile {
    pub(crate) id: Text,
    pub(crate) from: Text,
    pub(crate) to: Text,
    pub(crate) title: Text,
    pub(crate) note: Text,
    #[serde(default, rename = "link")]
    pub(crate) links: Vec<Spanned<LinkEntry>>,
}

/// `[[link]]` of a mapping.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct LinkEntry {
    pub(crate) from: Text,
    pub(crate) to: Text,
    pub(crate) strength: Text,
    pub(crate) reason: Text,
}
