//! The three people who sign a report (62443-3-2 ZCR 7), and the names of the fields they sign in.

/// Who signs, in the order in which they sign.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SignRole {
    /// Made the assessment; certifies the document.
    Assessor,
    /// Read it with other eyes; approves.
    Reviewer,
    /// Answers for the plant; approves and closes the document.
    AssetOwner,
}

impl SignRole {
    /// All roles in signing order.
    pub const ALL: [Self; 3] = [Self::Assessor, Self::Reviewer, Self::AssetOwner];

    /// Name of the signature field in the PDF, stable for ever.
    pub const fn field_name(self) -> &'static str {
        match self {
            Self::Assessor => "Assessor",
            Self::Reviewer => "Reviewer",
            Self::AssetOwner => "AssetOwner",
        }
    }

    /// Word of the command line and the wire: `assessor`, `reviewer`, `asset_owner`.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Assessor => "assessor",
            Self::Reviewer => "reviewer",
            Self::AssetOwner => "asset_owner",
        }
    }

    /// What a person reads.
    pub const fn title(self) -> &'static str {
        match self {
            Self::Assessor => "Assessor",
            Self::Reviewer => "Reviewer",
            Self::AssetOwner => "Asset owner",
        }
    }

    /// Reads [`SignRole::word`] back; `None` for any other word.
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.word() == word)
    }
}
