//! Packs, questions, answers and evidence.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use zonewright_domain::answer::CheckMethod;
use zonewright_domain::fact::ScopingFact;
use zonewright_domain::guidance::{Contact, Place, Topic};
use zonewright_domain::pack::{Outcome, PackScale};

use super::posture::UnitPostureView;
use super::words::{EvidenceKind, Word};
use super::{cleared, input, output};

input! {
    /// Whose questions: `site`, `zone:<id>` or `conduit:<id>`.
    QuestionsList { #[ts(type = "Unit | 'site'")] unit: String, }
}
output! {
    /// A pack.
    PackView { id: String, standard: String, title: String, version: String, sha256: String, scale: Word<PackScale>, requirements: usize, questions: usize, }
}
output! {
    /// A chapter of a pack.
    GroupView { id: String, title: String, section: String, section_title: String, }
}
output! {
    /// One possible answer.
    ChoiceView { id: String, text: String, outcome: Word<Outcome>, }
}
output! {
    /// One concrete way to check an answer.
    CheckStepView { method: Word<CheckMethod>, text: String, }
}
output! {
    /// A question, in the words for the unit that is asked.
    QuestionView {
        id: String, text: String, why: String, good: String, look: String, evidence: String, ask: Vec<Word<Contact>>, at: Vec<Word<Place>>,
        steps: Vec<CheckStepView>, choices: Vec<ChoiceView>,
    }
}
/// The assessor's own decision, with the reason.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub(crate) struct OverruleView {
    pub(crate) outcome: Word<Outcome>,
    pub(crate) reason: String,
}
output! {
    /// A file that backs an answer.
    EvidenceView { id: String, file_name: String, size: u64, sha256: String, added_at: String, }
}
output! {
    /// An answer.
    AnswerView {
        #[ts(type = "Scope")] scope: String, choices: BTreeMap<String, String>, overrule: Option<OverruleView>, note: String, said_by: String,
        said_on: String, checked: Option<Word<CheckMethod>>, come_back: bool, evidence: Vec<EvidenceView>,
    }
}
output! {
    /// A requirement with how it stands here. `not_needed` is the fact whose absence makes it not applicable in the unit.
    RequirementView {
        pack: String, id: String, title: String, group: String, intent: String, from: Option<u8>, fr: Option<u8>, due: bool,
        outcome: Word<Outcome>, #[ts(type = "Scope | null")] answered_at: Option<String>, own: Option<AnswerView>, effective: Option<AnswerView>,
        wrong: String, measures: Vec<String>, compensating: Vec<String>, topics: Vec<Word<Topic>>, needs: Option<Word<ScopingFact>>,
        not_needed: Option<Word<ScopingFact>>,
        questions: Vec<QuestionView>, check: String,
    }
}
output! {
    /// All requirements of a unit or the site.
    QuestionsView { pack: PackView, groups: Vec<GroupView>, requirements: Vec<RequirementView>, }
}
input! {
    /// Answers a question, or changes what is noted with the answer; absent fields stay.
    AnswerQuestion {
        pack: String, requirement: String, #[ts(type = "Scope")] scope: String,
        #[serde(default)] #[ts(optional)] question: Option<String>,
        #[serde(default, deserialize_with = "cleared")] #[ts(optional, type = "string | null")] choice: Option<Option<String>>,
        #[serde(default, deserialize_with = "cleared")] #[ts(optional, type = "OverruleView | null")] overrule: Option<Option<OverruleView>>,
        #[serde(default)] #[ts(optional)] note: Option<String>,
        #[serde(default)] #[ts(optional)] said_by: Option<String>,
        #[serde(default)] #[ts(optional)] said_on: Option<String>,
        #[serde(default, deserialize_with = "cleared")] #[ts(optional, type = "CheckMethod | null")] checked: Option<Option<Word<CheckMethod>>>,
        #[serde(default)] #[ts(optional)] come_back: Option<bool>,
    }
}
output! {
    /// What an answer led to.
    Answered { outcome: Word<Outcome>, unit_posture: Option<UnitPostureView>, }
}
input! {
    /// Names an answer.
    ByAnswer { pack: String, requirement: String, #[ts(type = "Scope")] scope: String, }
}
input! {
    /// Adds a file to an answer.
    AddEvidence { pack: String, requirement: String, #[ts(type = "Scope")] scope: String, #[ts(type = "FileHandle")] file: String, }
}
input! {
    /// Adds what was dropped or pasted to an answer: the bytes in Base64, and the name they came with or were given.
    AddEvidenceBytes { pack: String, requirement: String, #[ts(type = "Scope")] scope: String, file_name: String, base64: String, }
}
output! {
    /// What a file of evidence is. `picture` is a data URL of a PNG, JPEG or WebP that is small enough to be shown.
    EvidencePreview { kind: Word<EvidenceKind>, picture: Option<String>, }
}
