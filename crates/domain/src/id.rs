//! Identifiers of things in a site: short readable text, unique within the site, never reused.
//!
//! The host makes them from random numbers; scripts may give their own, so that a site built twice is the same twice.

use std::fmt;

/// Why a text is no identifier.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BadId {
    /// The text as given.
    pub text: String,
}

impl fmt::Display for BadId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "“{}” is not an identifier: use 1 to 40 small letters, digits and hyphens, beginning with a letter or digit",
            self.text
        )
    }
}

impl std::error::Error for BadId {}

fn is_valid(text: &str) -> bool {
    (1..=40).contains(&text.len())
        && !text.starts_with('-')
        && text
            .bytes()
            .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
}

/// Writes 128 random bits as 26 letters and digits without the ones that people confuse (Crockford's alphabet).
pub fn text_of_bits(bits: u128) -> String {
    const ALPHABET: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";
    (0..26)
        .rev()
        .map(|place| char::from(ALPHABET[((bits >> (place * 5)) & 31) as usize]))
        .collect()
}

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(String);

        impl $name {
            /// Checks a text; 1 to 40 characters of `a–z`, `0–9` and `-`, not beginning with `-`.
            ///
            /// # Errors
            /// [`BadId`] for any other text.
            pub fn parse(text: &str) -> Result<Self, BadId> {
                if is_valid(text) { Ok(Self(text.to_owned())) } else { Err(BadId { text: text.to_owned() }) }
            }

            /// A new identifier from 128 random bits.
            pub fn from_bits(bits: u128) -> Self {
                Self(text_of_bits(bits))
            }

            /// The text.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
    )+};
}

ids! {
    /// A site.
    SiteId,
    /// A person.
    PersonId,
    /// A zone.
    ZoneId,
    /// A conduit.
    ConduitId,
    /// An asset.
    AssetId,
    /// An answer.
    AnswerId,
    /// A link between an answer and a file of evidence.
    EvidenceId,
}
