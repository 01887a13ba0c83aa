//! Posture of the site and its units.

use super::{input, output};

input! {
    /// Names a unit: `zone:<id>` or `conduit:<id>`.
    ByUnit { unit: String, }
}
output! {
    /// How many requirements have which rating.
    CountsView { met: usize, partly_met: usize, not_met: usize, compensated: usize, not_applicable: usize, open: usize, }
}
output! {
    /// One FR of a unit.
    FrView { fr: u8, abbreviation: String, title: String, target: Option<u8>, achieved: u8, possible: u8, gap: Option<u8>, open_to_possible: usize, due: CountsView, }
}
output! {
    /// One unit.
    UnitPostureView {
        unit: String, name: String, kind: String, target: Option<[u8; 7]>, achieved: [u8; 7], possible: [u8; 7],
        gap: Option<[u8; 7]>, meets_target: bool, frs: Vec<FrView>, due: CountsView,
    }
}
output! {
    /// Maturity of an element or SPE.
    MaturityView { id: String, title: String, reached: Option<u8>, possible: Option<u8>, profile: [usize; 5], open: usize, not_applicable: usize, }
}
output! {
    /// The programme.
    ProgrammeView { pack: String, sections: Vec<MaturityView>, groups: Vec<MaturityView>, answered: usize, total: usize, }
}
output! {
    /// How far the questions are.
    ProgressView { due_answered: usize, due_total: usize, programme_answered: usize, programme_total: usize, }
}
output! {
    /// The site.
    PostureView { units: Vec<UnitPostureView>, worst: Option<String>, programme: Option<ProgrammeView>, progress: ProgressView, }
}
