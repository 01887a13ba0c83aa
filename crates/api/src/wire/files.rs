//! The program itself, files behind handles, and opening a site.

use super::words::Word;
use super::{input, output};
use crate::host::PickPurpose;

output! {
    /// What is open.
    AppState { program_version: String, site: Option<OpenSiteView>, recents: Vec<RecentView>, sample_available: bool, }
}
output! {
    /// The open site file.
    OpenSiteView { name: String, read_only: bool, file_name: String, }
}
output! {
    /// A site that was open before.
    RecentView { #[ts(type = "FileHandle")] file: String, name: String, opened_at: String, }
}
input! {
    /// Asks the person for a file.
    PickFile { purpose: Word<PickPurpose>, #[serde(default)] #[ts(optional)] suggested: Option<String>, }
}
output! {
    /// A file behind a handle.
    FileView { #[ts(type = "FileHandle")] file: String, name: String, }
}
input! {
    /// A new site.
    NewSiteInput {
        #[ts(type = "FileHandle")] file: String, name: String,
        #[serde(default)] #[ts(optional)] company: Option<String>,
        #[serde(default)] #[ts(optional)] assessor: Option<String>,
        #[serde(default)] #[ts(optional)] id: Option<String>,
    }
}
input! {
    /// Opens a site.
    OpenSite { #[ts(type = "FileHandle")] file: String, #[serde(default)] #[ts(optional)] read_only: Option<bool>, }
}
input! {
    /// A file alone.
    ByFile { #[ts(type = "FileHandle")] file: String, }
}
