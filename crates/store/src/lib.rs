//! The site file: one SQLite file per plant, with a journal of everything that was done to it.
//!
//! This is the only crate that knows SQL. [`SiteFile`] creates, opens and locks a file and is the one door for writes
//! ([`SiteFile::transact`]); [`Rows`] holds the typed reads that an open file and a running operation share; [`Tx`]
//! holds the writes. Nothing here reads the clock or makes an identifier: who, when and ids are passed in.

mod answer;
mod asset;
mod check;
mod conduit;
mod copy;
mod error;
mod evidence;
mod fact;
mod file;
mod gate;
mod history;
mod journal;
mod lock;
mod migration;
mod person;
mod reason;
mod rows;
mod site;
mod snapshot;
mod table;
#[cfg(test)]
mod tests;
mod transact;
mod undo;
mod zone;

pub use asset::{AssetPage, AssetQuery, AssetSort, Order, ZoneFilter};
pub use check::Finding;
pub use copy::Existing;
pub use error::StoreError;
pub use evidence::EVIDENCE_LIMIT_BYTES;
pub use file::{NewSite, OpenMode, ReadOnlyCause, SiteFile};
pub use history::{Change, Head, Operation, Step};
pub use reason::io_reason;
pub use rows::Rows;
pub use table::Noun;
pub use transact::{Committed, OperationHead, Touched, Tx};
