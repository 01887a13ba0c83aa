//! The rules of an IEC 62443 assessment, free of files, clocks, chance and serialisation.
pub mod role;
