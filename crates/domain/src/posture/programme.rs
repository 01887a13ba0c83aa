//! Maturity of the programme: per requirement, element and SPE, the lowest decides (62443-2-1:2024).

use super::{AnswerIndex, GroupMaturity, ProgrammePosture};
use crate::answer::{AnswerKey, ProgrammeRating, Scope};
use crate::maturity::Maturity;
use crate::pack::{Group, Pack};

/// Posture of the programme of a site; only answers of scope site count.
pub fn programme_posture(pack: &Pack, answers: &AnswerIndex<'_>) -> ProgrammePosture {
    let requirements: Vec<(String, ProgrammeRating)> = pack
        .requirements
        .iter()
        .map(|requirement| {
            let key = AnswerKey {
                pack: pack.id.clone(),
                requirement: requirement.id.clone(),
                scope: Scope::Site,
            };
            let rating = answers
                .get(&key)
                .map_or(ProgrammeRating::Open, |answer| answer.maturity(requirement));
            (requirement.id.clone(), rating)
        })
        .collect();
    let rated =
        |belongs: &dyn Fn(&Group) -> bool| {
            let ratings = pack.requirements.iter().zip(&requirements).filter_map(
                |(requirement, (_, rating))| {
                    let group = pack
                        .groups
                        .iter()
                        .find(|group| group.id == requirement.group)?;
                    belongs(group).then_some(*rating)
                },
            );
            ratings.collect::<Vec<_>>()
        };
    let groups = pack
        .groups
        .iter()
        .map(|g| summary(&g.id, &g.title, &rated(&|other| other.id == g.id)))
        .collect();
    let mut sections: Vec<GroupMaturity> = Vec::new();
    for group in pack.groups.iter().filter(|group| !group.section.is_empty()) {
        if sections.iter().all(|section| section.id != group.section) {
            let ratings = rated(&|other| other.section == group.section);
            sections.push(summary(&group.section, &group.section_title, &ratings));
        }
    }
    ProgrammePosture {
        pack: pack.id.clone(),
        sections,
        groups,
        requirements,
    }
}

fn summary(id: &str, title: &str, ratings: &[ProgrammeRating]) -> GroupMaturity {
    let lowest = |open_as: Maturity| {
        let levels = ratings.iter().filter_map(|rating| match rating {
            ProgrammeRating::Rated(maturity) => Some(*maturity),
            ProgrammeRating::Open => Some(open_as),
            ProgrammeRating::NotApplicable => None,
        });
        levels.min()
    };
    let mut group = GroupMaturity {
        id: id.to_owned(),
        title: title.to_owned(),
        reached: lowest(Maturity::ZERO),
        possible: lowest(Maturity::MAX),
        profile: [0; 5],
        open: 0,
        not_applicable: 0,
    };
    for rating in ratings {
        match rating {
            ProgrammeRating::Rated(maturity) => group.profile[usize::from(maturity.number())] += 1,
            ProgrammeRating::Open => group.open += 1,
            ProgrammeRating::NotApplicable => group.not_applicable += 1,
        }
    }
    group
}
