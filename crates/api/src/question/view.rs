//! Packs, requirements and answers as views.

use std::collections::BTreeMap;

use zonewright_domain::answer::{Answer, Evidence, Rating};
use zonewright_domain::level::Level;
use zonewright_domain::pack::{Choice, Pack, Question, Requirement};
use zonewright_domain::plan::Unit;

use super::evidence;
use crate::wire::question::*;
use crate::wire::words::Word;

pub(crate) fn pack_view(pack: &Pack) -> PackView {
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

pub(crate) fn group_views(pack: &Pack) -> Vec<GroupView> {
    let view = |group: &zonewright_domain::pack::Group| GroupView {
        id: group.id.clone(),
        title: group.title.clone(),
        section: group.section.clone(),
        section_title: group.section_title.clone(),
    };
    pack.groups.iter().map(view).collect()
}

/// A requirement before anybody answered, in the words for the unit that is asked.
pub(crate) fn requirement_view(
    pack: &Pack,
    requirement: &Requirement,
    unit: Option<&Unit>,
) -> RequirementView {
    let questions = requirement.questions.iter();
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
        not_needed: None,
        own: None,
        effective: None,
        wrong: requirement.guidance.wrong.clone(),
        measures: requirement.guidance.measures.clone(),
        compensating: requirement.guidance.compensating.clone(),
        topics: words(&requirement.guidance.topics),
        needs: requirement.needs.map(Into::into),
        questions: questions
            .map(|question| question_view(question, unit))
            .collect(),
        check: requirement.check.clone(),
    }
}

fn question_view(question: &Question, unit: Option<&Unit>) -> QuestionView {
    let wording = question.wording(unit);
    QuestionView {
        id: question.id.clone(),
        text: wording.text.to_owned(),
        why: question.why.clone(),
        good: wording.good.to_owned(),
        look: wording.look.to_owned(),
        evidence: question.evidence.clone(),
        ask: words(&question.ask),
        at: words(&question.at),
        steps: question
            .steps
            .iter()
            .map(|step| CheckStepView {
                method: step.method.into(),
                text: step.text.clone(),
            })
            .collect(),
        choices: question.choices.iter().map(choice_view).collect(),
    }
}

fn words<T: Copy + Into<Word<T>>>(values: &[T]) -> Vec<Word<T>> {
    values.iter().map(|value| (*value).into()).collect()
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
