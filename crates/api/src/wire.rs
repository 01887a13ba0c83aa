//! Wire types: the JSON between hosts and core. Inputs refuse unknown fields; outputs are views, never domain types.

pub(crate) mod asset;
pub(crate) mod catalog;
pub(crate) mod files;
pub(crate) mod history;
pub(crate) mod import;
pub(crate) mod plan;
pub(crate) mod posture;
pub(crate) mod question;
pub(crate) mod report;
pub(crate) mod site;
pub(crate) mod walkdown;
pub(crate) mod words;

use serde::{Deserialize, Deserializer, Serialize};
use ts_rs::TS;

use self::history::HistoryHead;
use self::words::{Change, Word};

/// Tells "absent" (`None`) from "null" (`Some(None)`), for fields that can be cleared.
pub(crate) fn cleared<'de, T, D>(deserializer: D) -> Result<Option<Option<T>>, D::Error>
where
    T: Deserialize<'de>,
    D: Deserializer<'de>,
{
    Option::<T>::deserialize(deserializer).map(Some)
}

/// Declares an input: refuses unknown fields, generates TypeScript.
macro_rules! input {
    ($(#[$doc:meta])* $name:ident { $($(#[$f:meta])* $field:ident : $ty:ty,)* }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, serde::Deserialize, ts_rs::TS)]
        #[serde(deny_unknown_fields)]
        pub(crate) struct $name { $($(#[$f])* pub(crate) $field: $ty,)* }
    };
}

/// Declares an output: a view that TypeScript sees.
macro_rules! output {
    ($(#[$doc:meta])* $name:ident { $($(#[$f:meta])* $field:ident : $ty:ty,)* }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, serde::Serialize, ts_rs::TS)]
        pub(crate) struct $name { $($(#[$f])* pub(crate) $field: $ty,)* }
    };
}

pub(crate) use {input, output};

input! {
    /// No input.
    Nothing {}
}

output! {
    /// No output.
    Done {}
}

/// The reply to every command: its output, the kinds of things that a screen must ask for again, and where the
/// journal stands while a site is open.
#[derive(Debug, Serialize, TS)]
pub(crate) struct Reply<T> {
    pub(crate) output: T,
    pub(crate) changes: Vec<Word<Change>>,
    pub(crate) history: Option<HistoryHead>,
}
