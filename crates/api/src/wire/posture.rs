//! Posture of the site and its units.

use super::words::{UnitKind, Word};
use super::{input, output};

input! {
    /// Names a unit: `zone:<id>` or `conduit:<id>`.
    ByUnit { #[ts(type = "Unit")] unit: String, }
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
        #[ts(type = "Unit")] unit: String, name: String, kind: Word<UnitKind>, #[ts(type = "Levels | null")] target: Option<[u8; 7]>,
        #[ts(type = "Levels")] achieved: [u8; 7], #[ts(type = "Levels")] possible: [u8; 7], #[ts(type = "Levels | null")] gap: Option<[u8; 7]>,
        meets_target: bool, frs: Vec<FrView>, due: CountsView,
    }
}
output! {
    /// Maturity of an element or SPE. `section` is the id of the SPE that an element belongs to; empty for an SPE.
    MaturityView { id: String, section: String, title: String, reached: Option<u8>, possible: Option<u8>, profile: [usize; 5], open: usize, not_applicable: usize, }
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
    PostureView { units: Vec<UnitPostureView>, #[ts(type = "Unit | null")] worst: Option<String>, programme: Option<ProgrammeView>, progress: ProgressView, }
}
