//! The types of `assessment.json`, schema 1. Levels are numbers 0–4, vectors have seven numbers (FR 1 to FR 7), words are
//! the stable words of the domain, dates are RFC 3339.

use std::collections::BTreeMap;

use serde::Serialize;
use zonewright_domain::answer::{Answer, Evidence, ProgrammeRating};
use zonewright_domain::asset::Asset;
use zonewright_domain::fact::Facts;
use zonewright_domain::plan::{Conduit, Target, Zone};
use zonewright_domain::posture::{GroupMaturity, ProgrammePosture, UnitPosture};
use zonewright_domain::snapshot::SiteSnapshot;

use crate::ReportInput;

/// The whole file.
#[derive(Debug, Serialize)]
pub(super) struct Assessment<'a> {
    /// [`crate::EMBEDDED_SCHEMA`].
    schema: u32,
    program: String,
    made_at: String,
    site: Site<'a>,
    people: Vec<Person<'a>>,
    zones: Vec<ZoneEntry<'a>>,
    conduits: Vec<ConduitEntry<'a>>,
    assets: Vec<AssetEntry<'a>>,
    answers: Vec<AnswerEntry<'a>>,
    evidence: Vec<EvidenceEntry<'a>>,
    /// Results per zone and conduit.
    units: Vec<UnitEntry<'a>>,
    /// Results of the programme; absent without a programme pack.
    programme: Option<ProgrammeEntry<'a>>,
    provenance: Provenance<'a>,
}

#[derive(Debug, Serialize)]
struct Site<'a> {
    id: &'a str,
    name: &'a str,
    company: &'a str,
    location: &'a str,
    suc: &'a str,
    boundary: &'a str,
    assessor: &'a str,
    target_maturity: Option<u8>,
}

#[derive(Debug, Serialize)]
struct Person<'a> {
    id: &'a str,
    name: &'a str,
    role: &'a str,
    company: &'a str,
}

#[derive(Debug, Serialize)]
struct TargetEntry<'a> {
    levels: [u8; 7],
    source: &'a str,
    reason: &'a str,
}

#[derive(Debug, Serialize)]
struct ZoneEntry<'a> {
    id: &'a str,
    name: &'a str,
    kind: &'a str,
    purpose: &'a str,
    boundary: &'a str,
    accountable: &'a str,
    parent: Option<&'a str>,
    purdue: Option<&'a str>,
    target: Option<TargetEntry<'a>>,
    /// Scoping facts by word: true for present, false for absent; what nobody said is left out.
    facts: BTreeMap<&'static str, bool>,
    /// x, y, width, height on the drawing.
    rect: [i32; 4],
}

#[derive(Debug, Serialize)]
struct ConduitEntry<'a> {
    id: &'a str,
    name: &'a str,
    purpose: &'a str,
    ends: Vec<&'a str>,
    protections: Vec<&'a str>,
    target: Option<TargetEntry<'a>>,
    /// As of a zone.
    facts: BTreeMap<&'static str, bool>,
}

#[derive(Debug, Serialize)]
struct AssetEntry<'a> {
    id: &'a str,
    name: &'a str,
    asset_type: &'a str,
    zone: Option<&'a str>,
    fields: BTreeMap<&'a str, &'a str>,
    extra: &'a BTreeMap<String, String>,
}

#[derive(Debug, Serialize)]
struct AnswerEntry<'a> {
    pack: &'a str,
    requirement: &'a str,
    /// `site`, `inside:<zone>`, `zone:<zone>` or `conduit:<conduit>`.
    scope: String,
    choices: &'a BTreeMap<String, String>,
    /// A rating word or `ml0` to `ml4`; absent when the choices decide.
    overruled_to: Option<&'static str>,
    reason: Option<&'a str>,
    note: &'a str,
    said_by: &'a str,
    said_on: &'a str,
    checked: Option<&'a str>,
    come_back: bool,
}

#[derive(Debug, Serialize)]
struct EvidenceEntry<'a> {
    id: &'a str,
    pack: &'a str,
    requirement: &'a str,
    scope: String,
    file_name: &'a str,
    size: u64,
    sha256: &'a str,
    added_at: &'a str,
}

#[derive(Debug, Serialize)]
struct UnitEntry<'a> {
    /// `zone:<zone>` or `conduit:<conduit>`.
    unit: String,
    name: &'a str,
    sl_t: Option<[u8; 7]>,
    sl_a: [u8; 7],
    possible_sl_a: [u8; 7],
    gap: Option<[u8; 7]>,
    meets_target: bool,
    requirements: Vec<RequirementEntry<'a>>,
}

#[derive(Debug, Serialize)]
struct RequirementEntry<'a> {
    id: &'a str,
    due: bool,
    rating: &'a str,
    answered_at: Option<String>,
    /// The scoping fact whose absence in the unit makes the requirement not applicable; then no answer counts.
    void_by: Option<&'static str>,
}

#[derive(Debug, Serialize)]
struct ProgrammeEntry<'a> {
    pack: &'a str,
    sections: Vec<GroupEntry<'a>>,
    groups: Vec<GroupEntry<'a>>,
    /// Requirement id to `ml0` … `ml4`, `not_applicable` or `open`.
    requirements: BTreeMap<&'a str, String>,
}

#[derive(Debug, Serialize)]
struct GroupEntry<'a> {
    id: &'a str,
    reached: Option<u8>,
    possible: Option<u8>,
    /// How many requirements stand at ML 0 to ML 4.
    profile: [usize; 5],
    open: usize,
    not_applicable: usize,
}

#[derive(Debug, Serialize)]
struct Provenance<'a> {
    journal_head: &'a str,
    operations: u64,
    last_change: &'a str,
    packs: BTreeMap<&'a str, &'a str>,
}

/// Everything about a site that the report is made from, and what follows from it.
pub(super) fn assessment<'a>(input: &ReportInput<'a>) -> Assessment<'a> {
    let snapshot = input.snapshot;
    Assessment {
        schema: super::EMBEDDED_SCHEMA,
        program: format!("Zonewright {}", input.program_version),
        made_at: input.made_at.to_rfc3339(),
        site: site(snapshot),
        people: snapshot
            .people
            .iter()
            .map(|person| Person {
                id: person.id.as_str(),
                name: &person.name,
                role: &person.role,
                company: &person.company,
            })
            .collect(),
        zones: snapshot.zones.iter().map(zone).collect(),
        conduits: snapshot.conduits.iter().map(conduit).collect(),
        assets: snapshot.assets.iter().map(asset).collect(),
        answers: snapshot.answers.iter().map(answer).collect(),
        evidence: snapshot.evidence.iter().map(evidence).collect(),
        units: input.posture.units.iter().map(unit).collect(),
        programme: input.posture.programme.as_ref().map(programme),
        provenance: Provenance {
            journal_head: &snapshot.provenance.journal_head,
            operations: snapshot.provenance.operations,
            last_change: &snapshot.provenance.last_change,
            packs: snapshot
                .provenance
                .packs
                .iter()
                .map(|pack| (pack.id.as_str(), pack.sha256.as_str()))
                .collect(),
        },
    }
}

fn site(snapshot: &SiteSnapshot) -> Site<'_> {
    let site = &snapshot.site;
    Site {
        id: site.id.as_str(),
        name: &site.name,
        company: &site.company,
        location: &site.location,
        suc: &site.suc,
        boundary: &site.boundary,
        assessor: &site.assessor,
        target_maturity: site.target_maturity.map(|level| level.number()),
    }
}

fn target(target: Option<&Target>) -> Option<TargetEntry<'_>> {
    target.map(|target| TargetEntry {
        levels: target.levels.numbers(),
        source: target.source.word(),
        reason: &target.reason,
    })
}

fn facts(facts: &Facts) -> BTreeMap<&'static str, bool> {
    facts
        .iter()
        .map(|(fact, present)| (fact.word(), present))
        .collect()
}

fn zone(zone: &Zone) -> ZoneEntry<'_> {
    ZoneEntry {
        id: zone.id.as_str(),
        name: &zone.name,
        kind: zone.kind.word(),
        purpose: &zone.purpose,
        boundary: &zone.boundary,
        accountable: &zone.accountable,
        parent: zone.parent.as_ref().map(|parent| parent.as_str()),
        purdue: zone.purdue.map(|level| level.word()),
        target: target(zone.target.as_ref()),
        facts: facts(&zone.facts),
        rect: [zone.rect.x, zone.rect.y, zone.rect.width, zone.rect.height],
    }
}

fn conduit(conduit: &Conduit) -> ConduitEntry<'_> {
    ConduitEntry {
        id: conduit.id.as_str(),
        name: &conduit.name,
        purpose: &conduit.purpose,
        ends: conduit.ends.iter().map(|end| end.as_str()).collect(),
        protections: conduit
            .protections
            .iter()
            .map(|protection| protection.word())
            .collect(),
        target: target(conduit.target.as_ref()),
        facts: facts(&conduit.facts),
    }
}

fn asset(asset: &Asset) -> AssetEntry<'_> {
    AssetEntry {
        id: asset.id.as_str(),
        name: &asset.name,
        asset_type: asset.asset_type.word(),
        zone: asset.zone.as_ref().map(|zone| zone.as_str()),
        fields: asset
            .fields
            .iter()
            .map(|(field, value)| (field.word(), value.as_str()))
            .collect(),
        extra: &asset.extra,
    }
}

fn answer(answer: &Answer) -> AnswerEntry<'_> {
    AnswerEntry {
        pack: &answer.key.pack,
        requirement: &answer.key.requirement,
        scope: answer.key.scope.to_string(),
        choices: &answer.choices,
        overruled_to: answer
            .overrule
            .as_ref()
            .map(|overrule| overrule.outcome.word()),
        reason: answer
            .overrule
            .as_ref()
            .map(|overrule| overrule.reason.as_str()),
        note: &answer.note,
        said_by: &answer.said_by,
        said_on: &answer.said_on,
        checked: answer.checked.map(|method| method.word()),
        come_back: answer.come_back,
    }
}

fn evidence(evidence: &Evidence) -> EvidenceEntry<'_> {
    EvidenceEntry {
        id: evidence.id.as_str(),
        pack: &evidence.answer.pack,
        requirement: &evidence.answer.requirement,
        scope: evidence.answer.scope.to_string(),
        file_name: &evidence.file_name,
        size: evidence.size,
        sha256: &evidence.sha256,
        added_at: &evidence.added_at,
    }
}

fn unit(unit: &UnitPosture) -> UnitEntry<'_> {
    let requirements = unit
        .requirements
        .iter()
        .map(|requirement| RequirementEntry {
            id: &requirement.requirement,
            due: requirement.due,
            rating: requirement.rating.word(),
            answered_at: requirement.answered_at.as_ref().map(ToString::to_string),
            void_by: requirement.void_by.map(|fact| fact.word()),
        });
    UnitEntry {
        unit: unit.unit.to_string(),
        name: &unit.name,
        sl_t: unit.target.map(|levels| levels.numbers()),
        sl_a: unit.achieved().numbers(),
        possible_sl_a: unit.possible().numbers(),
        gap: unit.gap().map(|levels| levels.numbers()),
        meets_target: unit.meets_target(),
        requirements: requirements.collect(),
    }
}

fn programme(programme: &ProgrammePosture) -> ProgrammeEntry<'_> {
    let requirements = programme.requirements.iter().map(|(id, rating)| {
        let word = match rating {
            ProgrammeRating::Rated(level) => level.word().to_owned(),
            ProgrammeRating::NotApplicable => "not_applicable".to_owned(),
            ProgrammeRating::Open => "open".to_owned(),
        };
        (id.as_str(), word)
    });
    ProgrammeEntry {
        pack: &programme.pack,
        sections: programme.sections.iter().map(group).collect(),
        groups: programme.groups.iter().map(group).collect(),
        requirements: requirements.collect(),
    }
}

fn group(group: &GroupMaturity) -> GroupEntry<'_> {
    GroupEntry {
        id: &group.id,
        reached: group.reached.map(|level| level.number()),
        possible: group.possible.map(|level| level.number()),
        profile: group.profile,
        open: group.open,
        not_applicable: group.not_applicable,
    }
}
