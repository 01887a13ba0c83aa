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

impl fmt::Display for Maturity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "ML {}", self.0)
    }
}
