//! Questions and answers: what is asked of a unit or the site, and what was answered where.

pub(crate) mod evidence;
mod nearest;
mod view;

use zonewright_catalog::{PROGRAMME_PACK, TECHNICAL_PACK};
use zonewright_domain::answer::{Answer, AnswerKey, Evidence, Overrule, Rating, Scope};
use zonewright_domain::pack::{Outcome, Pack, PackScale, Question, Requirement};
use zonewright_domain::plan::Unit;
use zonewright_domain::posture::{AnswerIndex, programme_posture};
use zonewright_store::Tx;

use self::nearest::{holding_at, nearest_at};
use self::view::answer_view;
use crate::app::App;
use crate::pack::{find_pack, find_used_pack, not_in_catalog};
use crate::posture::read_unit;
use crate::problem::Problem;
use crate::site::trimmed;
use crate::wire::question::*;
use crate::wire::words::Words as _;

pub(crate) use self::view::{group_views, pack_view, requirement_view};

/// All requirements of a unit (technical pack) or of the site (programme pack) with how they stand.
pub(crate) fn list(app: &App, input: QuestionsList) -> Result<QuestionsView, Problem> {
    let evidence = app.file()?.evidence()?;
    if input.unit == "site" {
        return programme_questions(app, &evidence);
    }
    let unit = crate::plan::unit_of(&input.unit)?;
    let pack = find_pack(TECHNICAL_PACK)?;
    let (posture, answers) = read_unit(app, &unit, pack)?;
    let own_scope = Scope::Unit(unit.clone());
    let find = |requirement: &str, scope: &Scope| {
        answers
            .iter()
            .find(|a| a.key.requirement == requirement && a.key.scope == *scope)
    };
    let views = posture.requirements.iter().filter_map(|state| {
        let requirement = pack.find_requirement(&state.requirement)?;
        let effective = state
            .answered_at
            .as_ref()
            .and_then(|scope| find(&state.requirement, scope));
        let own = find(&state.requirement, &own_scope);
        Some(RequirementView {
            due: state.due,
            outcome: state.rating.into(),
            answered_at: state.answered_at.as_ref().map(ToString::to_string),
            not_needed: state.void_by.map(Into::into),
            own: own.map(|answer| answer_view(answer, &evidence)),
            effective: effective.map(|answer| answer_view(answer, &evidence)),
            ..requirement_view(pack, requirement, Some(&unit))
        })
    });
    Ok(QuestionsView {
        pack: pack_view(pack),
        groups: group_views(pack),
        requirements: views.collect(),
    })
}

fn programme_questions(app: &App, evidence: &[Evidence]) -> Result<QuestionsView, Problem> {
    let pack = find_pack(PROGRAMME_PACK)?;
    let answers = app.file()?.answers_for(&pack.id, &[Scope::Site])?;
    let index: AnswerIndex<'_> = answers.iter().map(|answer| (&answer.key, answer)).collect();
    let posture = programme_posture(pack, &index);
    let views =
        pack.requirements
            .iter()
            .zip(&posture.requirements)
            .map(|(requirement, (_, rating))| {
                let own = answers
                    .iter()
                    .find(|answer| answer.key.requirement == requirement.id);
                let view = own.map(|answer| answer_view(answer, evidence));
                RequirementView {
                    due: true,
                    outcome: (*rating).into(),
                    answered_at: own
                        .filter(|answer| !answer.is_silent())
                        .map(|_| Scope::Site.to_string()),
                    own: view.clone(),
                    effective: view,
                    ..requirement_view(pack, requirement, None)
                }
            });
    Ok(QuestionsView {
        pack: pack_view(pack),
        groups: group_views(pack),
        requirements: views.collect(),
    })
}

/// Answers one question, or changes what is noted with the answer; the answer is made when there is none.
pub(crate) fn answer(app: &mut App, input: AnswerQuestion) -> Result<Answered, Problem> {
    let (pack, requirement) = asked(&input.pack, &input.requirement)?;
    let key = key_of(app, pack, requirement, &input.scope)?;
    let label = format!("Answer {}", requirement.id);
    // The first choice at a narrower scope hides the wider answer as a whole: what that says to the other questions is
    // taken over, so that one changed choice does not open the rest.
    let wider = match input.choice {
        Some(Some(_)) => holding_at(app, pack, requirement, &key.scope)?,
        _ => None,
    };
    app.transact("answer_question", &label, |tx| {
        let mut answer = tx
            .find_answer(&key)?
            .unwrap_or_else(|| Answer::empty(key.clone()));
        if answer.is_silent()
            && let Some(wider) = &wider
        {
            answer.choices.clone_from(&wider.choices);
        }
        apply(&mut answer, pack, requirement, &input)?;
        tx.put_answer(&answer)?;
        Ok(())
    })?;
    answered(app, pack, requirement, &key.scope)
}

/// Takes an answer away, with its links to evidence; an answer of a wider scope shows again.
pub(crate) fn clear(app: &mut App, input: ByAnswer) -> Result<Answered, Problem> {
    let (pack, requirement) = asked(&input.pack, &input.requirement)?;
    let key = key_of(app, pack, requirement, &input.scope)?;
    app.transact(
        "clear_answer",
        &format!("Clear answer {}", requirement.id),
        |tx| remove(tx, &key),
    )?;
    answered(app, pack, requirement, &key.scope)
}

/// Deletes an answer and the links to its evidence.
pub(crate) fn remove(tx: &mut Tx<'_>, key: &AnswerKey) -> Result<(), Problem> {
    for link in tx
        .evidence()?
        .into_iter()
        .filter(|link| link.answer == *key)
    {
        tx.delete_evidence(&link.id)?;
    }
    tx.delete_answer(key)?;
    Ok(())
}

fn apply(
    answer: &mut Answer,
    pack: &Pack,
    requirement: &Requirement,
    input: &AnswerQuestion,
) -> Result<(), Problem> {
    if let Some(choice) = &input.choice {
        let question = question_of(requirement, input.question.as_deref())?;
        match choice {
            Some(choice) if question.choices.iter().any(|known| known.id == *choice) => {
                answer.choices.insert(question.id.clone(), choice.clone());
                answer.overrule = None;
            }
            Some(choice) => {
                return Err(Problem::field(
                    "choice",
                    format!("“{choice}” is no choice of question {}.", question.id),
                ));
            }
            None => {
                answer.choices.remove(&question.id);
            }
        }
    }
    if let Some(overrule) = &input.overrule {
        answer.overrule = overrule
            .as_ref()
            .map(|view| overrule_of(pack, view))
            .transpose()?;
    }
    for (text, field) in [
        (&input.note, &mut answer.note),
        (&input.said_by, &mut answer.said_by),
    ] {
        if let Some(text) = text {
            *field = trimmed(text)?;
        }
    }
    if let Some(date) = &input.said_on {
        answer.said_on = date_of(date)?;
    }
    if let Some(checked) = &input.checked {
        answer.checked = checked
            .as_ref()
            .map(|method| method.read("checked"))
            .transpose()?;
    }
    if let Some(come_back) = input.come_back {
        answer.come_back = come_back;
    }
    Ok(())
}

fn question_of<'a>(
    requirement: &'a Requirement,
    id: Option<&str>,
) -> Result<&'a Question, Problem> {
    let found = match id {
        Some(id) => requirement
            .questions
            .iter()
            .find(|question| question.id == id),
        None if requirement.questions.len() == 1 => requirement.questions.first(),
        None => None,
    };
    found.ok_or_else(|| {
        let id = id.unwrap_or("(none named)");
        Problem::field(
            "question",
            format!("{id} is no question of {}.", requirement.id),
        )
    })
}

fn overrule_of(pack: &Pack, view: &OverruleView) -> Result<Overrule, Problem> {
    let reason = trimmed(&view.reason)?;
    if reason.trim().is_empty() {
        return Err(Problem::field(
            "reason",
            "A decision of the assessor needs a reason that a reader can follow.",
        ));
    }
    let outcome = match (pack.scale, view.outcome.read("outcome")?) {
        (_, outcome @ Outcome::Rating(Rating::NotApplicable)) => outcome,
        (PackScale::Technical | PackScale::Component, outcome @ Outcome::Rating(rating))
            if rating != Rating::Open =>
        {
            outcome
        }
        (PackScale::Programme, outcome @ Outcome::Maturity(_)) => outcome,
        (_, outcome) => {
            return Err(Problem::field(
                "outcome",
                format!("“{}” is no rating of this pack.", outcome.spelled()),
            ));
        }
    };
    Ok(Overrule { outcome, reason })
}

fn date_of(text: &str) -> Result<String, Problem> {
    if text.is_empty()
        || chrono::NaiveDate::parse_from_str(text, "%Y-%m-%d")
            .is_ok_and(|date| date.to_string() == text)
    {
        return Ok(text.to_owned());
    }
    Err(Problem::field(
        "said_on",
        format!("“{text}” is no date: write it as 2026-11-23."),
    ))
}

fn answered(
    app: &App,
    pack: &Pack,
    requirement: &Requirement,
    scope: &Scope,
) -> Result<Answered, Problem> {
    if let (PackScale::Technical, Scope::Unit(unit)) = (pack.scale, scope) {
        let (posture, _) = read_unit(app, unit, pack)?;
        let state = posture
            .requirements
            .iter()
            .find(|state| state.requirement == requirement.id);
        return Ok(Answered {
            outcome: state.map_or(Rating::Open, |state| state.rating).into(),
            unit_posture: Some(crate::posture::unit_view(&posture)),
        });
    }
    let nearest = nearest_at(app, pack, requirement, scope)?;
    let outcome = match pack.scale {
        PackScale::Technical | PackScale::Component => nearest.rating(requirement).into(),
        PackScale::Programme => nearest.maturity(requirement).into(),
    };
    Ok(Answered {
        outcome,
        unit_posture: None,
    })
}

/// The pack and requirement that a message names; only what a site is assessed by can be answered.
pub(crate) fn asked(
    pack: &str,
    requirement: &str,
) -> Result<(&'static Pack, &'static Requirement), Problem> {
    let pack = find_used_pack(pack)?;
    let found = pack
        .find_requirement(requirement)
        .ok_or_else(|| not_in_catalog("requirement", requirement))?;
    Ok((pack, found))
}

/// The key of an answer, with a scope that exists in this site and fits the pack.
pub(crate) fn key_of(
    app: &App,
    pack: &Pack,
    requirement: &Requirement,
    scope: &str,
) -> Result<AnswerKey, Problem> {
    let wrong = || {
        Problem::field(
            "scope",
            format!("“{scope}” is no place where an answer can hold."),
        )
    };
    let scope = Scope::parse(scope).ok_or_else(wrong)?;
    if pack.scale == PackScale::Programme && scope != Scope::Site {
        return Err(Problem::field(
            "scope",
            "Questions about the programme are answered for the whole site.",
        ));
    }
    let file = app.file()?;
    match &scope {
        Scope::Site => {}
        Scope::Inside(zone) | Scope::Unit(Unit::Zone(zone)) => {
            file.find_zone(zone)?
                .ok_or_else(|| Problem::missing("zone", zone.as_str()))?;
        }
        Scope::Unit(Unit::Conduit(conduit)) => {
            file.find_conduit(conduit)?
                .ok_or_else(|| Problem::missing("conduit", conduit.as_str()))?;
        }
    }
    Ok(AnswerKey {
        pack: pack.id.clone(),
        requirement: requirement.id.clone(),
        scope,
    })
}
