//! Security levels, foundational requirements and level vectors (62443-3-3, 62443-3-2).

use std::fmt;

/// A security level, 0 (no protection asked or reached) to 4.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Level(u8);

impl Level {
    /// No level.
    pub const ZERO: Self = Self(0);
    /// The highest level.
    pub const MAX: Self = Self(4);
    /// The levels that demand something: 1 to 4.
    pub const DEMANDING: [Self; 4] = [Self(1), Self(2), Self(3), Self(4)];

    /// A level from its number; `None` above 4.
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

    /// How many levels `self` lies above `other`; 0 when it does not.
    pub const fn above(self, other: Self) -> u8 {
        self.0.saturating_sub(other.0)
    }
}

impl fmt::Display for Level {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0)
    }
}

/// A foundational requirement of 62443-1-1, FR 1 to FR 7.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Fr {
    /// FR 1, identification and authentication control.
    Iac,
    /// FR 2, use control.
    Uc,
    /// FR 3, system integrity.
    Si,
    /// FR 4, data confidentiality.
    Dc,
    /// FR 5, restricted data flow.
    Rdf,
    /// FR 6, timely response to events.
    Tre,
    /// FR 7, resource availability.
    Ra,
}

impl Fr {
    /// All seven in order.
    pub const ALL: [Self; 7] = [
        Self::Iac,
        Self::Uc,
        Self::Si,
        Self::Dc,
        Self::Rdf,
        Self::Tre,
        Self::Ra,
    ];

    /// Position 0 to 6 in a level vector.
    pub const fn index(self) -> usize {
        self as usize
    }

    /// Number 1 to 7 as the standard counts.
    pub const fn number(self) -> u8 {
        self as u8 + 1
    }

    /// The requirement with this number, 1 to 7.
    pub fn from_number(number: u8) -> Option<Self> {
        Self::ALL.into_iter().find(|fr| fr.number() == number)
    }

    /// Short form of the standard: `IAC`, `UC`, …
    pub const fn abbreviation(self) -> &'static str {
        match self {
            Self::Iac => "IAC",
            Self::Uc => "UC",
            Self::Si => "SI",
            Self::Dc => "DC",
            Self::Rdf => "RDF",
            Self::Tre => "TRE",
            Self::Ra => "RA",
        }
    }

    /// Title of the standard.
    pub const fn title(self) -> &'static str {
        match self {
            Self::Iac => "Identification and authentication control",
            Self::Uc => "Use control",
            Self::Si => "System integrity",
            Self::Dc => "Data confidentiality",
            Self::Rdf => "Restricted data flow",
            Self::Tre => "Timely response to events",
            Self::Ra => "Resource availability",
        }
    }
}

impl fmt::Display for Fr {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "FR {}", self.number())
    }
}

/// One level for each foundational requirement; used as SL-T, SL-C, SL-A and gap.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct LevelVector([Level; 7]);

impl LevelVector {
    /// A vector from seven levels in the order of [`Fr::ALL`].
    pub const fn new(levels: [Level; 7]) -> Self {
        Self(levels)
    }

    /// The same level for every FR.
    pub const fn uniform(level: Level) -> Self {
        Self([level; 7])
    }

    /// A vector from seven numbers; `None` when one is above 4.
    pub fn from_numbers(numbers: [u8; 7]) -> Option<Self> {
        let mut levels = [Level::ZERO; 7];
        for (level, number) in levels.iter_mut().zip(numbers) {
            *level = Level::new(number)?;
        }
        Some(Self(levels))
    }

    /// The seven numbers in the order of [`Fr::ALL`].
    pub fn numbers(&self) -> [u8; 7] {
        self.0.map(Level::number)
    }

    /// The level of one FR.
    pub const fn get(&self, fr: Fr) -> Level {
        self.0[fr.index()]
    }

    /// Replaces the level of one FR.
    pub const fn set(&mut self, fr: Fr, level: Level) {
        self.0[fr.index()] = level;
    }

    /// The highest of the seven.
    pub fn highest(&self) -> Level {
        self.0.into_iter().max().unwrap_or_default()
    }

    /// The lowest of the seven: the weakest decides, there is no average.
    pub fn lowest(&self) -> Level {
        self.0.into_iter().min().unwrap_or_default()
    }

    /// Per FR, by how many levels this target lies above what was `achieved`; 0 where it is reached.
    pub fn gap_to(&self, achieved: &Self) -> Self {
        let mut gap = Self::default();
        for fr in Fr::ALL {
            gap.set(fr, Level(self.get(fr).above(achieved.get(fr))));
        }
        gap
    }

    /// True when no FR is above level 0.
    pub fn is_zero(&self) -> bool {
        self.highest() == Level::ZERO
    }
}

impl fmt::Display for LevelVector {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let numbers = self.numbers().map(|n| n.to_string());
        write!(f, "{}", numbers.join(" "))
    }
}
