//! Posture as views. Every number comes from `domain::posture`; nothing is computed here.

use zonewright_catalog::TECHNICAL_PACK;
use zonewright_domain::answer::{Answer, ProgrammeRating};
use zonewright_domain::level::LevelVector;
use zonewright_domain::maturity::Maturity;
use zonewright_domain::pack::Pack;
use zonewright_domain::plan::{Nesting, Unit};
use zonewright_domain::posture::{
    AnswerIndex, Counts, FrPosture, GroupMaturity, Posture, ProgrammePosture, UnitPosture,
    scopes_for, unit_posture,
};

use crate::app::App;
use crate::pack::find_pack;
use crate::problem::Problem;
use crate::wire::Nothing;
use crate::wire::posture::*;
use crate::wire::words::UnitKind;

pub(crate) fn site(app: &App, _input: Nothing) -> Result<PostureView, Problem> {
    posture_view(&app.posture()?)
}

pub(crate) fn unit(app: &App, input: ByUnit) -> Result<UnitPostureView, Problem> {
    of_unit(app, &crate::plan::unit_of(&input.unit)?)
}

/// Posture of one unit, read from the answers that reach it alone.
pub(crate) fn of_unit(app: &App, unit: &Unit) -> Result<UnitPostureView, Problem> {
    let pack = find_pack(TECHNICAL_PACK)?;
    Ok(unit_view(&read_unit(app, unit, pack)?.0))
}

/// Posture of one unit with the answers it was computed from, nearest scope first in no particular order.
pub(crate) fn read_unit(
    app: &App,
    unit: &Unit,
    pack: &Pack,
) -> Result<(UnitPosture, Vec<Answer>), Problem> {
    let file = app.file()?;
    let (name, target, facts, ends) = match unit {
        Unit::Zone(id) => {
            let zone = file
                .find_zone(id)?
                .ok_or_else(|| Problem::missing("zone", id.as_str()))?;
            (zone.name, zone.target, zone.facts, Vec::new())
        }
        Unit::Conduit(id) => {
            let conduit = file
                .find_conduit(id)?
                .ok_or_else(|| Problem::missing("conduit", id.as_str()))?;
            (conduit.name, conduit.target, conduit.facts, conduit.ends)
        }
    };
    let inner = match unit {
        Unit::Zone(id) => std::slice::from_ref(id),
        Unit::Conduit(_) => &ends,
    };
    let nesting = Nesting::of(&file.zones_around(inner)?);
    let scopes = scopes_for(unit, &ends, &nesting);
    let answers = file.answers_for(&pack.id, &scopes)?;
    let index: AnswerIndex<'_> = answers.iter().map(|answer| (&answer.key, answer)).collect();
    let target = target.map(|target| target.levels);
    let unit = unit.clone();
    let posture = unit_posture(unit, &name, target, &facts, &scopes, pack, &index);
    Ok((posture, answers))
}

fn posture_view(posture: &Posture) -> Result<PostureView, Problem> {
    let due = posture
        .units
        .iter()
        .fold(Counts::default(), |sum, unit| sum.plus(&unit.due()));
    let programme = posture.programme.as_ref().map(programme_view).transpose()?;
    Ok(PostureView {
        progress: ProgressView {
            due_answered: due.answered(),
            due_total: due.total(),
            programme_answered: programme.as_ref().map_or(0, |p| p.answered),
            programme_total: programme.as_ref().map_or(0, |p| p.total),
        },
        units: posture.units.iter().map(unit_view).collect(),
        worst: posture.worst().map(|unit| unit.unit.to_string()),
        programme,
    })
}

pub(crate) fn unit_view(posture: &UnitPosture) -> UnitPostureView {
    UnitPostureView {
        unit: posture.unit.to_string(),
        name: posture.name.clone(),
        kind: UnitKind::from(&posture.unit).into(),
        target: posture.target.map(|target| target.numbers()),
        achieved: posture.achieved().numbers(),
        possible: posture.possible().numbers(),
        gap: posture.gap().map(|gap: LevelVector| gap.numbers()),
        meets_target: posture.meets_target(),
        frs: posture.frs.iter().map(fr_view).collect(),
        due: counts_view(&posture.due()),
    }
}

fn fr_view(fr: &FrPosture) -> FrView {
    FrView {
        fr: fr.fr.number(),
        abbreviation: fr.fr.abbreviation().to_owned(),
        title: fr.fr.title().to_owned(),
        target: fr.target.map(|level| level.number()),
        achieved: fr.achieved.number(),
        possible: fr.possible.number(),
        gap: fr.target.map(|target| target.above(fr.achieved)),
        open_to_possible: fr.open_to_possible,
        due: counts_view(&fr.due),
    }
}

pub(crate) fn counts_view(counts: &Counts) -> CountsView {
    CountsView {
        met: counts.met,
        partly_met: counts.partly_met,
        not_met: counts.not_met,
        compensated: counts.compensated,
        not_applicable: counts.not_applicable,
        open: counts.open,
    }
}

fn programme_view(programme: &ProgrammePosture) -> Result<ProgrammeView, Problem> {
    let chapters = &find_pack(&programme.pack)?.groups;
    let section_of = |group: &GroupMaturity| {
        let chapter = chapters.iter().find(|chapter| chapter.id == group.id);
        chapter.map_or("", |chapter| chapter.section.as_str())
    };
    let open = programme
        .requirements
        .iter()
        .filter(|(_, rating)| *rating == ProgrammeRating::Open)
        .count();
    Ok(ProgrammeView {
        pack: programme.pack.clone(),
        sections: programme
            .sections
            .iter()
            .map(|section| maturity_view(section, ""))
            .collect(),
        groups: programme
            .groups
            .iter()
            .map(|group| maturity_view(group, section_of(group)))
            .collect(),
        answered: programme.requirements.len() - open,
        total: programme.requirements.len(),
    })
}

fn maturity_view(group: &GroupMaturity, section: &str) -> MaturityView {
    MaturityView {
        id: group.id.clone(),
        section: section.to_owned(),
        title: group.title.clone(),
        reached: group.reached.map(Maturity::number),
        possible: group.possible.map(Maturity::number),
        profile: group.profile,
        open: group.open,
        not_applicable: group.not_applicable,
    }
}

#[cfg(test)]
mod tests;
