//! Frameworks beside IEC 62443, with what the site has answered. Every number comes from `domain::posture`.

use zonewright_catalog::{find_framework, frameworks, mappings, site_packs};
use zonewright_domain::framework::{Control, Framework};
use zonewright_domain::mapping::{Link, Mapping};
use zonewright_domain::pack::Outcome;
use zonewright_domain::posture::{
    RequirementStanding, Standing, control_standing, requirement_standings,
};

use crate::app::App;
use crate::pack::not_in_catalog;
use crate::posture::counts_view;
use crate::problem::Problem;
use crate::wire::Nothing;
use crate::wire::catalog::*;

pub(crate) fn list(_app: &App, _input: Nothing) -> Result<Vec<FrameworkView>, Problem> {
    Ok(frameworks().iter().map(framework_view).collect())
}

/// What the site has answered, seen from the controls of one framework.
pub(crate) fn coverage(app: &App, input: ByFramework) -> Result<CoverageView, Problem> {
    let framework = find_framework(&input.framework)
        .ok_or_else(|| not_in_catalog("framework", &input.framework))?;
    let packs = site_packs();
    let used: Vec<&Mapping> = packs
        .iter()
        .flat_map(|pack| {
            let ends = |one: &&Mapping| one.from == pack.id && one.to == framework.id;
            mappings().iter().filter(ends)
        })
        .collect();
    let standings = requirement_standings(&app.posture()?, &packs);
    let controls = framework.controls.iter();
    Ok(CoverageView {
        framework: framework_view(framework),
        mappings: used.iter().map(|mapping| mapping_view(mapping)).collect(),
        groups: framework
            .groups
            .iter()
            .map(|group| ControlGroupView {
                id: group.id.clone(),
                title: group.title.clone(),
                section: group.section.clone(),
            })
            .collect(),
        controls: controls
            .map(|control| control_view(control, &used, &standings))
            .collect(),
        only_here: standings
            .iter()
            .filter_map(|standing| only_here(standing, &used))
            .collect(),
        standings: standings.iter().map(standing_view).collect(),
    })
}

fn framework_view(framework: &Framework) -> FrameworkView {
    FrameworkView {
        id: framework.id.clone(),
        standard: framework.standard.clone(),
        title: framework.title.clone(),
        note: framework.note.clone(),
        controls: framework.controls.len(),
    }
}

fn mapping_view(mapping: &Mapping) -> MappingView {
    let packs = site_packs();
    let pack = packs.iter().find(|pack| pack.id == mapping.from);
    MappingView {
        pack: mapping.from.clone(),
        standard: pack.map_or(String::new(), |pack| pack.standard.clone()),
        note: mapping.note.clone(),
        links: mapping.links.len(),
    }
}

fn control_view(
    control: &Control,
    used: &[&Mapping],
    standings: &[RequirementStanding],
) -> ControlView {
    let links: Vec<(&Mapping, &Link)> = used
        .iter()
        .flat_map(|mapping| {
            mapping
                .links_to(&control.id)
                .map(move |link| (*mapping, link))
        })
        .collect();
    let stands = |(mapping, link): &(&Mapping, &Link)| {
        let is =
            |one: &&RequirementStanding| one.pack == mapping.from && one.requirement == link.from;
        standings.iter().find(is)
    };
    let counting = links.iter().filter(|(_, link)| link.strength.counts());
    let counting: Vec<_> = counting.filter_map(stands).collect();
    let sum = control_standing(&counting, !links.is_empty());
    ControlView {
        id: control.id.clone(),
        group: control.group.clone(),
        title: control.title.clone(),
        state: sum.state.into(),
        asked: sum.asked,
        answered: sum.answered,
        weakest: sum.weakest.map(Into::into),
        lowest: sum.lowest.map(|level| Outcome::Maturity(level).into()),
        links: links
            .into_iter()
            .map(|(mapping, link)| link_view(mapping, link))
            .collect(),
    }
}

fn link_view(mapping: &Mapping, link: &Link) -> LinkView {
    LinkView {
        pack: mapping.from.clone(),
        requirement: link.from.clone(),
        control: link.to.clone(),
        strength: link.strength.into(),
        reason: link.reason.clone(),
    }
}

/// The requirement when no control of the framework is an answer to it.
fn only_here(standing: &RequirementStanding, used: &[&Mapping]) -> Option<OnlyHereView> {
    let own = used.iter().filter(|mapping| mapping.from == standing.pack);
    let links: Vec<(&Mapping, &Link)> = own
        .flat_map(|mapping| {
            mapping
                .links_from(&standing.requirement)
                .map(move |link| (*mapping, link))
        })
        .collect();
    let alone = !links.iter().any(|(_, link)| link.strength.counts());
    alone.then(|| OnlyHereView {
        pack: standing.pack.clone(),
        id: standing.requirement.clone(),
        links: links
            .into_iter()
            .map(|(mapping, link)| link_view(mapping, link))
            .collect(),
    })
}

fn standing_view(standing: &RequirementStanding) -> StandingView {
    let packs = site_packs();
    let pack = packs.iter().find(|pack| pack.id == standing.pack);
    let requirement = pack.and_then(|pack| pack.find_requirement(&standing.requirement));
    let (outcome, units) = match &standing.standing {
        Standing::Technical(units) => (standing.weakest().map(Into::into), units.as_slice()),
        Standing::Programme(rating) => (Some((*rating).into()), [].as_slice()),
    };
    StandingView {
        pack: standing.pack.clone(),
        id: standing.requirement.clone(),
        title: requirement.map_or(String::new(), |one| one.title.clone()),
        outcome,
        counts: counts_view(&standing.counts()),
        units: units
            .iter()
            .map(|unit| StandingUnitView {
                unit: unit.unit.to_string(),
                name: unit.name.clone(),
                outcome: unit.rating.into(),
            })
            .collect(),
    }
}

#[cfg(test)]
mod tests;
