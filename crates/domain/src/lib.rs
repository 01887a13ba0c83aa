//! The rules of an IEC 62443 assessment, free of files, clocks, chance and serialisation.
//!
//! Every number that a screen or a report shows comes from [`posture`]; every other crate speaks in these types.

pub mod answer;
pub mod asset;
pub mod component;
pub mod fact;
pub mod framework;
pub mod guidance;
pub mod id;
pub mod level;
pub mod mapping;
pub mod maturity;
pub mod pack;
pub mod plan;
pub mod posture;
pub mod role;
pub mod snapshot;
mod word;
