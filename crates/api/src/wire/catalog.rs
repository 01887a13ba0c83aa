//! Frameworks that stand beside IEC 62443, and the check of a company's own pack.

use zonewright_domain::mapping::Strength;
use zonewright_domain::pack::Outcome;
use zonewright_domain::posture::ControlState;

use super::posture::CountsView;
use super::question::PackView;
use super::words::Word;
use super::{input, output};

output! {
    /// A framework beside IEC 62443.
    FrameworkView { id: String, standard: String, title: String, note: String, controls: usize, }
}
input! {
    /// Names a framework.
    ByFramework { framework: String, }
}
output! {
    /// A theme, clause or category. `section` is what groups it; empty when nothing does.
    ControlGroupView { id: String, title: String, section: String, }
}
output! {
    /// What the site has said about a control. `asked` and `answered` count linked requirements of strength same or
    /// part; `weakest` and `lowest` are what decides among them.
    ControlView {
        id: String, group: String, title: String, state: Word<ControlState>, asked: usize, answered: usize,
        weakest: Option<Word<Outcome>>, lowest: Option<Word<Outcome>>, links: Vec<LinkView>,
    }
}
output! {
    /// A requirement that meets a control.
    LinkView { pack: String, requirement: String, control: String, strength: Word<Strength>, reason: String, }
}
output! {
    /// A unit whose SL-T demands a requirement, and the rating there.
    StandingUnitView { #[ts(type = "Unit")] unit: String, name: String, outcome: Word<Outcome>, }
}
output! {
    /// How a requirement stands over the site. Technical: the weakest outcome (null where no SL-T demands it), counts and
    /// units. Programme: the maturity, without units.
    StandingView {
        pack: String, id: String, title: String, outcome: Option<Word<Outcome>>, counts: CountsView, units: Vec<StandingUnitView>,
    }
}
output! {
    /// A requirement to which no control is an answer: with no link at all, or with related ones only.
    OnlyHereView { pack: String, id: String, links: Vec<LinkView>, }
}
output! {
    /// How a mapping was judged.
    MappingView { pack: String, standard: String, note: String, links: usize, }
}
output! {
    /// A framework beside what the site has answered.
    CoverageView {
        framework: FrameworkView, mappings: Vec<MappingView>, groups: Vec<ControlGroupView>, controls: Vec<ControlView>,
        standings: Vec<StandingView>, only_here: Vec<OnlyHereView>,
    }
}
output! {
    /// One problem in a file of a pack.
    PackProblemView { file: String, line: Option<usize>, message: String, remedy: String, }
}
output! {
    /// What the check of a folder found; the pack when it is sound.
    PackCheck { ok: bool, problems: Vec<PackProblemView>, pack: Option<PackView>, }
}
