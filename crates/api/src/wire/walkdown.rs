//! Questions taken along on a walk-down, and the sheet that comes back.

use zonewright_domain::guidance::{Contact, Place};

use super::import::ImportProblemView;
use super::words::Word;
use super::{input, output};

input! {
    /// Writes the questions of a unit (`site` for the programme) as a sheet to fill in. Without filters: all of them.
    ExportWalkdown {
        #[ts(type = "Unit | 'site'")] unit: String, #[ts(type = "FileHandle")] file: String,
        #[serde(default)] #[ts(optional)] open_only: Option<bool>,
        #[serde(default)] #[ts(optional)] due_only: Option<bool>,
        #[serde(default)] #[ts(optional)] come_back: Option<bool>,
        #[serde(default)] #[ts(optional)] fr: Option<u8>,
        #[serde(default)] #[ts(optional)] contact: Option<Word<Contact>>,
        #[serde(default)] #[ts(optional)] place: Option<Word<Place>>,
    }
}
output! {
    /// A sheet that was written.
    WalkdownFile { #[ts(type = "FileHandle")] file: String, name: String, questions: usize, }
}
input! {
    /// Takes over a filled-in sheet. With the SHA-256 of the dry run, a file that changed since is refused.
    ImportWalkdown {
        #[ts(type = "FileHandle")] file: String,
        #[serde(default)] #[ts(optional)] sha256: Option<String>,
    }
}
output! {
    /// An answer that a sheet sets: what it was and what it becomes, in words.
    WalkdownAnswer { requirement: String, title: String, before: String, after: String, }
}
output! {
    /// What reading a sheet back does, or did. `unchanged` counts requirements that already stand as the sheet says.
    WalkdownPlan {
        file_name: String, sha256: String, #[ts(type = "Unit | 'site'")] unit: String, unit_name: String, day: String,
        answers: Vec<WalkdownAnswer>, unchanged: usize, problems: Vec<ImportProblemView>,
    }
}
