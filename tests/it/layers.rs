//! The invariants of the architecture that can be read off the sources and the dependency tree (`docs/architecture.md`).

#![allow(clippy::unwrap_used)]

mod layers {
    mod sources;
    mod tree;
}
