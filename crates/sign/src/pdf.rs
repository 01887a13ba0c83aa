//! The PDF below the signatures: reading with limits, the three fields, and the one layout of an appended revision.

pub(crate) mod appearance;
pub(crate) mod fields;
pub(crate) mod load;
pub(crate) mod raw;
pub(crate) mod text;
pub(crate) mod update;
pub(crate) mod value;
