//! Frameworks that stand beside IEC 62443 (ISO/IEC 27001, NIST CSF): identifiers and short titles that mappings lead to.

/// One edition of a framework.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Framework {
    /// Stable id, such as `iso27001-2022`.
    pub id: String,
    /// Short name, such as `ISO/IEC 27001:2022`.
    pub standard: String,
    /// What it is, in our words.
    pub title: String,
    /// What a reader must know about the texts here.
    pub note: String,
    /// Themes or categories, in the order of the framework.
    pub groups: Vec<ControlGroup>,
    /// Controls or outcomes, in the order of the framework.
    pub controls: Vec<Control>,
}

/// A theme, clause or category.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ControlGroup {
    /// Stable id: `A.5`, `GV.OC`.
    pub id: String,
    /// Short title.
    pub title: String,
    /// What groups it, such as the function `Govern`; empty when nothing does.
    pub section: String,
}

/// A control of Annex A, a clause, or an outcome of the CSF.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Control {
    /// Identifier of the framework: `A.5.16`, `GV.OC-01`.
    pub id: String,
    /// The [`ControlGroup::id`] it stands in.
    pub group: String,
    /// Short title.
    pub title: String,
}
