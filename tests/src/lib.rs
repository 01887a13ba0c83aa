//! What the tests from outside share: where things lie, how other programs are asked, and a host without chance.

pub mod conversation;
pub mod place;
pub mod tool;
