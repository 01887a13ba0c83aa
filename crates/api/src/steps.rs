//! The steps of the work in the standards' order, how far each is, and what to do next.

use zonewright_domain::plan::ZoneKind;

use crate::app::App;
use crate::problem::Problem;
use crate::wire::Nothing;
use crate::wire::site::{NextStep, StepView, Steps};
use crate::wire::words::{StepId, StepState};

/// One step, before it becomes a view.
struct Step {
    id: StepId,
    state: StepState,
    done: usize,
    of: usize,
    summary: String,
}

pub(crate) fn list(app: &App, _input: Nothing) -> Result<Steps, Problem> {
    let file = app.file()?;
    let site = file.site()?;
    let zones = file.zones()?;
    let conduits = file.conduits()?;
    let counts = file.asset_counts()?;
    let unplaced = counts.get(&None).copied().unwrap_or(0);
    let assets: u64 = counts.values().sum();
    let texts = [
        &site.company,
        &site.location,
        &site.suc,
        &site.boundary,
        &site.assessor,
    ];
    let described = texts.iter().filter(|text| !text.is_empty()).count();
    let posture = app.posture()?;
    let units = posture.units.len();
    let targets = posture
        .units
        .iter()
        .filter(|unit| unit.target.is_some())
        .count();
    let due = posture
        .units
        .iter()
        .map(|unit| unit.due())
        .fold((0, 0), |(a, t), c| (a + c.answered(), t + c.total()));
    let programme = posture.programme.as_ref().map_or((0, 0), |programme| {
        let open = programme
            .groups
            .iter()
            .map(|group| group.open)
            .sum::<usize>();
        (
            programme.requirements.len() - open,
            programme.requirements.len(),
        )
    });
    let meets = posture
        .units
        .iter()
        .filter(|unit| unit.meets_target())
        .count();
    let inside = zones
        .iter()
        .filter(|zone| zone.kind != ZoneKind::Outside)
        .count();
    let planned = usize::from(inside > 0)
        + usize::from(!conduits.is_empty())
        + usize::from(assets > 0 && unplaced == 0);
    let steps = vec![
        step(
            StepId::Site,
            described,
            texts.len(),
            format!("{described} of {} described", texts.len()),
        ),
        step(
            StepId::Assets,
            usize::from(assets > 0),
            1,
            count(assets, "asset"),
        ),
        step(
            StepId::Plan,
            planned,
            3,
            format!(
                "{}, {}, {} in no zone",
                count(inside as u64, "zone"),
                count(conduits.len() as u64, "conduit"),
                count(unplaced, "asset")
            ),
        ),
        step(
            StepId::Targets,
            targets,
            units,
            format!("{targets} of {units} units have SL-T"),
        ),
        step(
            StepId::Technical,
            due.0,
            due.1,
            format!("{} of {} due requirements answered", due.0, due.1),
        ),
        step(
            StepId::Programme,
            programme.0,
            programme.1,
            format!("{} of {} answered", programme.0, programme.1),
        ),
        step(
            StepId::Gap,
            meets,
            units,
            format!("{meets} of {units} units meet their target"),
        ),
        step(StepId::Report, 0, 1, "Write and sign the report".to_owned()),
    ];
    let next = next(&steps, unplaced);
    let steps = steps.into_iter().map(view).collect();
    Ok(Steps { steps, next })
}

fn step(id: StepId, done: usize, of: usize, summary: String) -> Step {
    let state = match done {
        0 => StepState::Empty,
        _ if done >= of => StepState::Done,
        _ => StepState::Started,
    };
    Step {
        id,
        state,
        done,
        of,
        summary,
    }
}

/// A number with its word, one or many.
fn count(number: u64, word: &str) -> String {
    let many = if number == 1 { "" } else { "s" };
    format!("{number} {word}{many}")
}

fn view(step: Step) -> StepView {
    StepView {
        id: step.id.into(),
        state: step.state.into(),
        done: step.done,
        of: step.of,
        summary: step.summary,
    }
}

/// The first step that is not done. The gap is read, never done, so it is passed over.
fn next(steps: &[Step], unplaced: u64) -> NextStep {
    let open = steps
        .iter()
        .find(|step| step.state != StepState::Done && step.id != StepId::Gap);
    let id = open.map_or(StepId::Report, |step| step.id);
    let message = match id {
        StepId::Site => "Describe the site and the system under consideration.".to_owned(),
        StepId::Assets => "Import the list of assets, or add them one by one.".to_owned(),
        StepId::Plan if unplaced > 0 => {
            format!("Put the {unplaced} assets that are in no zone into their zones.")
        }
        StepId::Plan => "Draw the zones and the conduits between them.".to_owned(),
        StepId::Targets => "Set SL-T for every zone and conduit, with the reason.".to_owned(),
        StepId::Technical => {
            "Answer the questions that are due for each zone and conduit.".to_owned()
        }
        StepId::Programme => {
            "Answer the questions about the security programme of the site.".to_owned()
        }
        StepId::Gap | StepId::Report => {
            "Read the gap, then write the report and have it signed.".to_owned()
        }
    };
    NextStep {
        step: id.into(),
        message,
    }
}
