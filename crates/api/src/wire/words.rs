//! Closed word lists on the wire: the one place where the words stand that only messages know, and the tie between
//! every list and the TypeScript union of the same name.

use std::borrow::Cow;
use std::marker::PhantomData;

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use zonewright_domain::answer::{CheckMethod, ProgrammeRating, Rating};
use zonewright_domain::asset::{AssetField, AssetType};
use zonewright_domain::fact::ScopingFact;
use zonewright_domain::guidance::{Contact, Place, Topic};
use zonewright_domain::mapping::Strength;
use zonewright_domain::maturity::Maturity;
use zonewright_domain::pack::{Outcome, PackScale};
use zonewright_domain::plan::{Protection, Purdue, TargetSource, Unit, ZoneKind};
use zonewright_domain::posture::ControlState;
use zonewright_domain::role::SignRole;
use zonewright_import::{Confidence, FileFormat, Severity};
use zonewright_sign::{Trust, Verdict};

use crate::host::PickPurpose;
use crate::problem::Problem;

/// A closed list whose values each have one stable word.
pub(crate) trait Words: Copy + Sized + 'static {
    /// Name of the union in TypeScript.
    const NAME: &'static str;

    /// Every value, in the order in which lists show them.
    fn every() -> Vec<Self>;

    /// The stable word of a value.
    fn spelled(self) -> &'static str;
}

/// A word of a message: always a known one in replies; in a request whatever was sent, until [`Word::read`].
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Word<T>(Cow<'static, str>, PhantomData<T>);

impl<T: Words> Word<T> {
    /// The value, or the problem that names the field of the message.
    pub(crate) fn read(&self, field: &str) -> Result<T, Problem> {
        let found = T::every()
            .into_iter()
            .find(|value| value.spelled() == self.0);
        found.ok_or_else(|| {
            Problem::field(
                field,
                format!("“{}” is not a value that {field} can have.", self.0),
            )
        })
    }
}

impl<T: Words> From<T> for Word<T> {
    fn from(value: T) -> Self {
        Self(Cow::Borrowed(value.spelled()), PhantomData)
    }
}

impl<T> Serialize for Word<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
    }
}

impl<'de, T> Deserialize<'de> for Word<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer).map(|text| Self(Cow::Owned(text), PhantomData))
    }
}

impl<T: Words> ts_rs::TS for Word<T> {
    type WithoutGenerics = Self;
    type OptionInnerType = Self;

    fn name(_: &ts_rs::Config) -> String {
        T::NAME.to_owned()
    }

    fn inline(_: &ts_rs::Config) -> String {
        T::NAME.to_owned()
    }
}

/// Puts lists that have their words already on the wire, under their own names.
macro_rules! known {
    ($($name:ident),+ $(,)?) => { $(
        impl Words for $name {
            const NAME: &'static str = stringify!($name);
            fn every() -> Vec<Self> { Self::ALL.to_vec() }
            fn spelled(self) -> &'static str { self.word() }
        }
    )+ };
}

/// Gives the values of a list from elsewhere their words on the wire.
macro_rules! spelled {
    ($name:ident { $($value:ident = $word:literal,)+ }) => {
        impl Words for $name {
            const NAME: &'static str = stringify!($name);
            fn every() -> Vec<Self> { vec![$(Self::$value,)+] }
            fn spelled(self) -> &'static str { match self { $(Self::$value => $word,)+ } }
        }
    };
}

/// Declares a list that only messages know.
macro_rules! words {
    ($(#[$doc:meta])* $name:ident { $($value:ident = $word:literal,)+ }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
        pub(crate) enum $name { $($value,)+ }
        spelled! { $name { $($value = $word,)+ } }
    };
}

known! {
    AssetField, AssetType, CheckMethod, Contact, ControlState, FileFormat, PackScale, PickPurpose, Place, Protection, Purdue,
    ScopingFact, SignRole, Strength, TargetSource, Topic, ZoneKind,
}
spelled! { Trust { Listed = "listed", SelfMade = "self_made", Unlisted = "unlisted", Unknown = "unknown", } }
spelled! { Verdict { Valid = "valid", NotSigned = "not_signed", Refused = "refused", } }
spelled! { Confidence { Certain = "sure", Likely = "likely", Unsure = "unsure", None = "none", } }

words! {
    /// A kind of thing that a screen must ask for again.
    Change {
        Answers = "answers", Assets = "assets", Conduits = "conduits", Evidence = "evidence", History = "history",
        Identities = "identities", People = "people", Recents = "recents", Site = "site", Zones = "zones",
    }
}
words! {
    /// A step of the work, in the order of the standards.
    StepId {
        Site = "site", Assets = "assets", Plan = "plan", Targets = "targets", Technical = "technical",
        Programme = "programme", Gap = "gap", Report = "report",
    }
}
words! {
    /// How far a step is.
    StepState { Empty = "empty", Started = "started", Done = "done", }
}
words! {
    /// What a unit is.
    UnitKind { Zone = "zone", Conduit = "conduit", }
}
words! {
    /// How a signature field stands.
    SignatureMark { Valid = "valid", Refused = "refused", Empty = "empty", }
}
words! {
    /// How much something odd about a spreadsheet matters to a person.
    ImportSeverity { Error = "error", Warning = "warning", Note = "note", }
}

words! {
    /// What a file of evidence is, by its content; only the pictures among them are shown.
    EvidenceKind { Png = "png", Jpeg = "jpeg", Webp = "webp", Pdf = "pdf", Other = "other", }
}

impl From<&Unit> for UnitKind {
    fn from(unit: &Unit) -> Self {
        match unit {
            Unit::Zone(_) => Self::Zone,
            Unit::Conduit(_) => Self::Conduit,
        }
    }
}

impl From<Severity> for ImportSeverity {
    fn from(severity: Severity) -> Self {
        match severity {
            Severity::Error => Self::Error,
            Severity::Warning | Severity::Question => Self::Warning,
            Severity::Notice => Self::Note,
        }
    }
}

/// What a person takes a column of a spreadsheet for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum ColumnField {
    /// A property of assets.
    Field(AssetField),
    /// Nothing: the column is left out.
    Skip,
}

impl Words for ColumnField {
    const NAME: &'static str = "ColumnField";

    fn every() -> Vec<Self> {
        let fields = AssetField::ALL.iter().copied().map(Self::Field);
        fields.chain([Self::Skip]).collect()
    }

    fn spelled(self) -> &'static str {
        match self {
            Self::Field(field) => field.word(),
            Self::Skip => "skip",
        }
    }
}

/// A rating of either scale: the words of [`Rating`], and `ml0` … `ml4`.
impl Words for Outcome {
    const NAME: &'static str = "Outcome";

    fn every() -> Vec<Self> {
        let ratings = Rating::ALL.iter().copied().map(Self::Rating);
        let levels = (0..).map_while(Maturity::new).map(Self::Maturity);
        ratings.chain(levels).collect()
    }

    fn spelled(self) -> &'static str {
        self.word()
    }
}

impl From<Rating> for Word<Outcome> {
    fn from(rating: Rating) -> Self {
        Outcome::Rating(rating).into()
    }
}

impl From<ProgrammeRating> for Word<Outcome> {
    fn from(rating: ProgrammeRating) -> Self {
        match rating {
            ProgrammeRating::Rated(maturity) => Outcome::Maturity(maturity),
            ProgrammeRating::NotApplicable => Outcome::Rating(Rating::NotApplicable),
            ProgrammeRating::Open => Outcome::Rating(Rating::Open),
        }
        .into()
    }
}

#[cfg(test)]
mod tests;
