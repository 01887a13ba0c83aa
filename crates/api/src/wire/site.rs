//! Site, people and the steps of the work.

use super::words::{StepId, StepState, Word};
use super::{cleared, input, output};

output! {
    /// The site.
    SiteView { id: String, name: String, company: String, location: String, suc: String, boundary: String, assessor: String, target_maturity: Option<u8>, }
}
input! {
    /// New texts of the site; absent ones stay.
    UpdateSite {
        #[serde(default)] #[ts(optional)] name: Option<String>,
        #[serde(default)] #[ts(optional)] company: Option<String>,
        #[serde(default)] #[ts(optional)] location: Option<String>,
        #[serde(default)] #[ts(optional)] suc: Option<String>,
        #[serde(default)] #[ts(optional)] boundary: Option<String>,
        #[serde(default)] #[ts(optional)] assessor: Option<String>,
        #[serde(default, deserialize_with = "cleared")] #[ts(optional, type = "number | null")] target_maturity: Option<Option<u8>>,
    }
}
output! {
    /// A person.
    PersonView { id: String, name: String, role: String, company: String, }
}
input! {
    /// A new person.
    CreatePerson {
        #[serde(default)] #[ts(optional)] id: Option<String>,
        name: String,
        #[serde(default)] #[ts(optional)] role: Option<String>,
        #[serde(default)] #[ts(optional)] company: Option<String>,
    }
}
input! {
    /// New texts of a person; absent ones stay.
    UpdatePerson {
        id: String,
        #[serde(default)] #[ts(optional)] name: Option<String>,
        #[serde(default)] #[ts(optional)] role: Option<String>,
        #[serde(default)] #[ts(optional)] company: Option<String>,
    }
}
input! {
    /// Names one thing.
    ById { id: String, }
}
output! {
    /// One step of the work.
    StepView { id: Word<StepId>, state: Word<StepState>, done: usize, of: usize, summary: String, }
}
output! {
    /// What to do next.
    NextStep { step: Word<StepId>, message: String, }
}
output! {
    /// The steps in order.
    Steps { steps: Vec<StepView>, next: NextStep, }
}
