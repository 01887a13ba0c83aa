//! Maturity levels of a programme (62443-2-1:2024).

use std::fmt;

/// A maturity level: 0 not done, 1 ad hoc, 2 written down and managed, 3 practised with proof, 4 measured and improved.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Maturity(u8);

impl Maturity {
    /// Not done.
    pub const ZERO: Self = Self(0);
    /// Measured and improved.
    pub const MAX: Self = Self(4);

    /// A maturity level from its number; `None` above 4.
    pub const fn new(number: u8) -> Option<Self> {
        if number <= 4 {
            Some(Self(number))
        } else {
            None
        }
    }

    /// The number, 0 to 4.
    pub const fn number(self) -> u8 {
        self.0
    }
}

impl Maturity {
    const WORDS: [&'static str; 5] = ["ml0", "ml1", "ml2", "ml3", "ml4"];

    /// The stable word in files, on the wire and in scripts: `ml0` to `ml4`.
    pub const fn word(self) -> &'static str {
        Self::WORDS[self.0 as usize]
    }

    /// Reads the stable word back; `None` for any other text.
    pub fn parse(word: &str) -> Option<Self> {
        (0..)
            .map_while(Self::new)
            .find(|maturity| maturity.word() == word)
    }
}

impl fmt::Display for Maturity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "ML {}", self.0)
    }
}
