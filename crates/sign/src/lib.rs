//! Signing a report and checking who signed it: identities, PAdES B-B signatures, and a verifier that also judges
//! what was appended after each signature.
//!
//! A signed report is one PDF that only ever grows: every signature appends one revision, written in one fixed layout
//! ([`sign`]). The verifier ([`verify`]) recreates that layout from the objects it finds and refuses every byte it
//! would not have written itself, because other viewers call a report "valid" although a page was painted over later.
#![cfg_attr(test, allow(clippy::unwrap_used))]

// The report that the tests sign is shared with the test programs, which know this crate by its name.
#[cfg(test)]
extern crate self as zonewright_sign;
#[cfg(test)]
#[path = "../tests/support/mod.rs"]
mod support;

mod asn1;
mod certificate;
mod cms;
mod error;
mod identity;
mod passphrase;
mod pdf;
mod sign;
mod verify;

pub use certificate::Certificate;
pub use error::{IdentityError, SignError};
pub use identity::{Identity, SelfMade, SignatureAlgorithm, Signer};
pub use passphrase::Passphrase;
pub use sign::{SignRequest, sign};
pub use verify::{Check, Coverage, SignatureState, Trust, Verdict, Verification, verify};
