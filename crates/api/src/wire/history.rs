//! The journal as people see it.

use serde::Serialize;
use ts_rs::TS;

use super::{input, output};

/// Where the journal stands; part of every reply while a site is open.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub(crate) struct HistoryHead {
    pub(crate) undo: Option<String>,
    pub(crate) redo: Option<String>,
    pub(crate) head: String,
    pub(crate) operations: u64,
}
output! {
    /// What was undone or redone.
    Replayed { label: String, }
}
input! {
    /// How many operations to list, newest first.
    HistoryList { #[serde(default)] #[ts(optional)] limit: Option<u32>, }
}
output! {
    /// One operation.
    OperationView { sequence: u64, kind: String, label: String, who: String, at: String, target: Option<u64>, hash: String, }
}
output! {
    /// One finding of the check.
    FindingView { code: String, message: String, }
}
output! {
    /// The check of the whole file.
    SiteCheck { ok: bool, findings: Vec<FindingView>, operations: u64, head: String, }
}
