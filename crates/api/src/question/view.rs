//! Packs, requirements and answers as views.

use std::collections::BTreeMap;

use zonewright_domain::answer::{Answer, Evidence, Rating};
use zonewright_domain::level::Level;
use zonewright_domain::pack::{Choice, Pack, Question, Requirement};

use super::evidence;
use crate::wire::question::*;

pub(super) fn pack_view(pack: &Pack) -> PackView {
    PackView {
        id: pack.id.clone(),
        standard: pack.standard.clone(),
        title: pack.title.clone(),
        version: pack.version.clone(),
        sha256: pack.sha256.clone(),
        scale: pack.scale.into(),
        requirements: pack.requirements.len(),
        questions: pack
            .requirements
            .iter()
            .map(|requirement| requirement.questions.len())
            .sum(),
    }
}

pub(super) fn group_views(pack: &Pack) -> Vec<GroupView> {
    let view = |group: &zonewright_domain::pack::Group| GroupView {
        id: group.id.clone(),
        title: group.title.clone(),
        section: group.section.clone(),
        section_title: group.section_title.clone(),
    };
    pack.groups.iter().map(view).collect()
}

pub(super) fn requirement_view(pack: &Pack, requirement: &Requirement) -> RequirementView {
    RequirementView {
        pack: pack.id.clone(),
        id: requirement.id.clone(),
        title: requirement.title.clone(),
        group: requirement.group.clone(),
        intent: requirement.intent.clone(),
        from: requirement.demand.map(|demand| Level::number(demand.from)),
        fr: requirement.demand.map(|demand| demand.fr.number()),
        due: false,
        outcome: Rating::Open.into(),
        answered_at: None,
        own: None,
        effective: None,
        questions: requirement.questions.iter().map(question_view).collect(),
        check: requirement.check.clone(),
    }
}

fn question_view(question: &Question) -> QuestionView {
    QuestionView {
        id: question.id.clone(),
        text: question.text.clone(),
        why: question.why.clone(),
        good: question.good.clone(),
        look: question.look.clone(),
        evidence: question.evidence.clone(),
        choices: question.choices.iter().map(choice_view).collect(),
    }
}

fn choice_view(choice: &Choice) -> ChoiceView {
    ChoiceView {
        id: choice.id.clone(),
        text: choice.text.clone(),
        outcome: choice.outcome.into(),
    }
}

pub(super) fn answer_view(answer: &Answer, evidence: &[Evidence]) -> AnswerView {
    AnswerView {
        scope: answer.key.scope.to_string(),
        choices: answer
            .choices
            .iter()
            .map(|(k, v)| (k.clone(), v.clone()))
            .collect::<BTreeMap<_, _>>(),
        overrule: answer.overrule.as_ref().map(|overrule| OverruleView {
            outcome: overrule.outcome.into(),
            reason: overrule.reason.clone(),
        }),
        note: answer.note.clone(),
        said_by: answer.said_by.clone(),
        said_on: answer.said_on.clone(),
        checked: answer.checked.map(Into::into),
        come_back: answer.come_back,
        evidence: evidence
            .iter()
            .filter(|e| e.answer == answer.key)
            .map(evidence::view)
            .collect(),
    }
}
