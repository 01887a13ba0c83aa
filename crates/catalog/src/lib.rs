//! The assessment packs of Zonewright: content under `assessments/`, read, cross-checked and embedded.
//!
//! The content is TOML that people who know plants write and review without reading Rust; `assessments/README.md`
//! explains it. [`load`] reads the files of one pack and tells every problem at once.

mod format;
mod identifier;
mod load;
mod problem;
mod source;

pub use load::load;
pub use problem::{CatalogProblem, Fault};
