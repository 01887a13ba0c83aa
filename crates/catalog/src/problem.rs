//! What can be wrong with a content file, where, and how to mend it.

use std::fmt;

use thiserror::Error;

/// One problem in one content file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CatalogProblem {
    /// File name, without folders.
    pub file: String,
    /// Line counted from 1; `None` when the problem has no line of its own.
    pub line: Option<usize>,
    /// What is wrong.
    pub fault: Fault,
}

impl fmt::Display for CatalogProblem {
    /// Place, what is wrong, how to mend it.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.file)?;
        if let Some(line) = self.line {
            write!(f, ", line {line}")?;
        }
        write!(f, ": {} {}", self.fault, self.fault.remedy())
    }
}

/// What is wrong; the text of each says it in one sentence.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum Fault {
    /// The files hold no `pack.toml`.
    #[error("The pack has no file pack.toml.")]
    NoPackFile,
    /// Two files carry the same name.
    #[error("The file is given twice.")]
    FileTwice,
    /// The file is not TOML, has a line that the format does not know, or a value of the wrong kind.
    #[error("The file cannot be read: {detail}.")]
    Unreadable {
        /// What the TOML reader says.
        detail: String,
    },
    /// A text is missing or blank.
    #[error("{owner} has no text for \"{field}\".")]
    MissingText {
        /// Whose text it is.
        owner: String,
        /// Name of the line.
        field: &'static str,
    },
    /// `scale` is not a word that the program knows.
    #[error("The scale \"{word}\" is unknown.")]
    UnknownScale {
        /// What stands there.
        word: String,
    },
    /// An identifier does not follow its pattern.
    #[error("\"{id}\" is not an identifier of this kind.")]
    BadId {
        /// What stands there.
        id: String,
        /// The pattern by example.
        pattern: &'static str,
    },
    /// An identifier is used twice.
    #[error("\"{id}\" stands here a second time.")]
    DuplicateId {
        /// The identifier.
        id: String,
    },
    /// The chapter has elements but no `[section]`.
    #[error("The file has no [section].")]
    NoSection,
    /// A technical or component chapter has a `[section]`.
    #[error("The file has a [section], which only programme packs have.")]
    NeedlessSection,
    /// Two files give one section different titles.
    #[error("The section {id} has another title in an earlier file.")]
    OtherTitle {
        /// The section.
        id: String,
    },
    /// The group that a requirement names does not exist, or is not the one its identifier belongs to.
    #[error("{requirement} names the group \"{group}\", which is not its group in this pack.")]
    UnknownGroup {
        /// The requirement.
        requirement: String,
        /// What it names.
        group: String,
    },
    /// A technical requirement does not say from which level on it is demanded.
    #[error("{requirement} does not say from which level on it is demanded.")]
    MissingLevel {
        /// The requirement.
        requirement: String,
    },
    /// The level is not 1 to 4.
    #[error("{requirement} has the first level {level}.")]
    BadLevel {
        /// The requirement.
        requirement: String,
        /// What stands there.
        level: i64,
    },
    /// A programme requirement, or a constraint that holds at every level, has a level.
    #[error("{requirement} has a first level, although no level decides whether it is asked.")]
    NeedlessLevel {
        /// The requirement.
        requirement: String,
    },
    /// A component requirement does not say which types of component it is asked of.
    #[error("{requirement} does not say which components it is asked of.")]
    NoComponents {
        /// The requirement.
        requirement: String,
    },
    /// A requirement of one type of component names others.
    #[error("{requirement} is asked of other components than its identifier says.")]
    OtherComponents {
        /// The requirement.
        requirement: String,
        /// The one word that may stand there.
        expected: &'static str,
    },
    /// An enhancement stands without, or before, its requirement.
    #[error("{requirement} stands before or without {base}, which it enhances.")]
    NoBase {
        /// The enhancement.
        requirement: String,
        /// What it enhances.
        base: String,
    },
    /// An enhancement is demanded from a lower level on than its requirement.
    #[error("{requirement} is demanded from a lower level on than {base}, which it enhances.")]
    BelowBase {
        /// The enhancement.
        requirement: String,
        /// What it enhances.
        base: String,
    },
    /// A requirement has no question, or more than four.
    #[error("{requirement} has {count} questions.")]
    QuestionCount {
        /// The requirement.
        requirement: String,
        /// How many it has.
        count: usize,
    },
    /// A question id is not the one that its requirement and position give.
    #[error("The question has the id \"{id}\".")]
    QuestionId {
        /// What stands there.
        id: String,
        /// What must stand there.
        expected: String,
    },
    /// A question has fewer than two choices.
    #[error("{question} has fewer than two choices.")]
    TooFewChoices {
        /// The question.
        question: String,
    },
    /// A choice leads to nothing that the scale of the pack knows.
    #[error("A choice of {question} leads to \"{outcome}\", which this pack does not know.")]
    UnknownOutcome {
        /// The question.
        question: String,
        /// What stands there.
        outcome: String,
        /// The words that may stand there.
        known: &'static str,
    },
    /// The best or the worst outcome of the scale cannot be chosen.
    #[error("No choice of {question} leads to \"{outcome}\".")]
    MissingOutcome {
        /// The question.
        question: String,
        /// The outcome that is missing.
        outcome: &'static str,
    },
    /// A choice is better than the one before it.
    #[error("The choices of {question} do not stand best first.")]
    ChoiceOrder {
        /// The question.
        question: String,
    },
    /// A word that is not in the closed list of its line.
    #[error("{owner} has the word \"{word}\" in \"{field}\", which is not in the list.")]
    UnknownWord {
        /// Requirement or question.
        owner: String,
        /// Name of the line.
        field: &'static str,
        /// What stands there.
        word: Box<str>,
        /// The words that may stand there.
        known: Box<str>,
    },
    /// A line that only packs of another scale have.
    #[error("{owner} has a line \"{field}\", which only {scales} packs have.")]
    OtherScale {
        /// Requirement or question.
        owner: String,
        /// Name of the line.
        field: &'static str,
        /// The scales that know it.
        scales: String,
    },
    /// A file is larger than a content file may be.
    #[error("The file is larger than {limit_kb} kB.")]
    TooLarge {
        /// The limit.
        limit_kb: u64,
    },
    /// The folder holds more than a pack may.
    #[error("The folder holds more than {limit} files.")]
    TooManyFiles {
        /// The limit.
        limit: usize,
    },
    /// Something in the folder is no content file.
    #[error("This is no content file and is not read.")]
    NotContent,
    /// The file cannot be read from the disk.
    #[error("The file cannot be read: {reason}.")]
    NotReadable {
        /// What the system says.
        reason: String,
    },
    /// The file is not written in UTF-8.
    #[error("The file is not written in UTF-8.")]
    NotUtf8,
    /// A mapping starts from or leads to something that the program does not have.
    #[error("\"{id}\" is no pack or framework of this program.")]
    UnknownStandard {
        /// What stands there.
        id: String,
    },
    /// A link starts from or leads to an entry that its standard does not have.
    #[error("{standard} has no \"{id}\".")]
    UnknownEnd {
        /// Pack or framework.
        standard: String,
        /// What stands there.
        id: String,
    },
    /// The id of a mapping does not name its ends.
    #[error("The mapping has the id \"{id}\".")]
    MappingId {
        /// What stands there.
        id: String,
        /// What must stand there.
        expected: String,
    },
    /// Two links join the same pair.
    #[error("The pair {from} and {to} stands here a second time.")]
    PairTwice {
        /// Start.
        from: String,
        /// End.
        to: String,
    },
    /// Mappings between packs lead back to where they started.
    #[error("The mappings go round in a circle: {path}.")]
    Cycle {
        /// The packs on the way.
        path: String,
    },
    /// The pack has no requirement at all.
    #[error("The pack has no requirements.")]
    Empty,
}

impl Fault {
    /// How to mend it, as one sentence.
    pub fn remedy(&self) -> String {
        match self {
            Self::NoPackFile => "Add pack.toml with id, standard, title, version, scale and edition_note.".into(),
            Self::FileTwice => "Remove one of the two.".into(),
            Self::Unreadable { .. } => {
                "Compare the line with the example in assessments/README.md.".into()
            }
            Self::MissingText { field, .. } => format!("Add a line {field} = \"…\" with a text."),
            Self::UnknownScale { .. } => "Write \"technical\", \"programme\" or \"component\".".into(),
            Self::BadId { pattern, .. } => format!("Write it like {pattern}."),
            Self::DuplicateId { .. } => "Remove one of the two, or correct its identifier.".into(),
            Self::NoSection => "Add [section] with the id and title of the SPE at the top.".into(),
            Self::NeedlessSection => "Remove it.".into(),
            Self::OtherTitle { .. } => "Write the same title in both files.".into(),
            Self::UnknownGroup { .. } => {
                "Name the group that the identifier begins with, and add [[group]] if it is missing.".into()
            }
            Self::MissingLevel { .. } => "Add a line first_level = 1, 2, 3 or 4.".into(),
            Self::BadLevel { .. } => "Write 1, 2, 3 or 4.".into(),
            Self::NeedlessLevel { .. } => "Remove the line first_level.".into(),
            Self::NoComponents { .. } => {
                "Add a line components = [\"…\"] with the types of component.".into()
            }
            Self::OtherComponents { expected, .. } => {
                format!("Write components = [\"{expected}\"], or correct the identifier.")
            }
            Self::NoBase { base, .. } => format!("Put it after {base}, or correct its identifier."),
            Self::BelowBase { .. } => "Correct one of the two levels.".into(),
            Self::QuestionCount { .. } => "Write one to four questions.".into(),
            Self::QuestionId { expected, .. } => format!("Write \"{expected}\"."),
            Self::TooFewChoices { .. } => "Add choices from the best to the worst.".into(),
            Self::UnknownOutcome { known, .. } => format!("Write one of {known}."),
            Self::MissingOutcome { .. } => "Add a choice that leads to it.".into(),
            Self::ChoiceOrder { .. } => "Sort them from the best to the worst.".into(),
            Self::UnknownWord { known, .. } => format!("Write one of {known}."),
            Self::OtherScale { field, .. } => format!("Remove the line {field}."),
            Self::TooLarge { .. } => "Divide it into several files.".into(),
            Self::TooManyFiles { .. } => "Name the folder of one pack, and put several chapters into one file.".into(),
            Self::NotContent => {
                "Move it out of the folder, or let its name end in .toml; a .md file may stay as a note.".into()
            }
            Self::NotReadable { .. } => "Check that you may read it, then check again.".into(),
            Self::NotUtf8 => "Save it as UTF-8 in the text editor.".into(),
            Self::UnknownStandard { .. } => "Compare it with the list that zonewright-cli catalog prints.".into(),
            Self::UnknownEnd { .. } => "Correct the identifier, or remove the link.".into(),
            Self::MappingId { expected, .. } => format!("Write \"{expected}\"."),
            Self::PairTwice { .. } => "Keep the better of the two.".into(),
            Self::Cycle { .. } => "Remove one of these mappings; each is read from both ends already.".into(),
            Self::Empty => "Add at least one file with [[group]] and [[requirement]].".into(),
        }
    }
}
