//! The walk-down: questions of a unit go out as a sheet and come back filled in. Reading back is a dry run first and then
//! one operation; what was answered in the program in the meantime is never overwritten.

mod fill;
mod stand;

use std::ops::ControlFlow;
use std::path::Path;

use zonewright_domain::answer::{Answer, Rating};
use zonewright_domain::guidance::{Contact, Place};
use zonewright_domain::pack::{Outcome, Pack, PackScale, Question, Requirement};
use zonewright_import::{
    About, FilledForm, Form, FormRow, Limits, ReadRequest, ReaderProgram, WriteError, read_form,
    read_in_child, write_form,
};

use self::fill::{Filled, fill};
use self::stand::{Standing, Stands};
use crate::app::App;
use crate::export::Export;
use crate::files::name_of_path;
use crate::import::problem as reading_problem;
use crate::problem::Problem;
use crate::wire::files::ByFile;
use crate::wire::walkdown::*;

/// What the sheet offers besides the choices of the question, where the unit allows it.
const SPECIALS: [(Rating, &str); 2] = [
    (Rating::Compensated, "Something else does the job"),
    (Rating::NotApplicable, "Does not apply here"),
];

/// Writes the sheet.
pub(crate) fn export(app: &mut App, input: ExportWalkdown) -> Result<WalkdownFile, Problem> {
    let path = app.path(&input.file)?;
    let wanted = Wanted::of(&input)?;
    let stands = Stands::of(app, &input.unit)?;
    let mut rows = Vec::new();
    for standing in &stands.all {
        let questions = standing.requirement.questions.iter();
        let chosen = questions.filter(|question| wanted.takes(standing, question));
        for (place, question) in chosen.enumerate() {
            rows.push(row(&stands, standing, question, place == 0));
        }
    }
    if rows.is_empty() {
        return Err(Problem::refused(
            "walkdown.no_question",
            "No question passes these filters, so no sheet was written.",
            "Take a filter away.",
        ));
    }
    let questions = rows.len();
    let site = app.file()?.site()?;
    let about = About {
        site_name: site.name,
        unit_name: stands.name.clone(),
        standard: stands.pack.standard.clone(),
        choice: wanted.in_words(questions),
        day: app.now().format("%Y-%m-%d").to_string(),
        site: site.id.to_string(),
        unit: input.unit,
        pack: stands.pack.id.clone(),
        pack_sha256: stands.pack.sha256.clone(),
    };
    Export::Walkdown.write(&path, &write_form(&Form { about, rows })?)?;
    Ok(WalkdownFile {
        name: name_of_path(&path),
        file: input.file,
        questions,
    })
}

/// The dry run.
pub(crate) fn preview(app: &mut App, input: ByFile) -> Result<WalkdownPlan, Problem> {
    let path = app.path(&input.file)?;
    Ok(read(app, &path)?.plan)
}

/// Takes the answers over, all in one operation.
pub(crate) fn import(app: &mut App, input: ImportWalkdown) -> Result<WalkdownPlan, Problem> {
    let path = app.path(&input.file)?;
    let ReadBack { plan, answers } = read(app, &path)?;
    if input.sha256.is_some_and(|seen| seen != plan.sha256) {
        return Err(Problem::refused(
            "walkdown.file_changed",
            format!(
                "“{}” was changed after you looked at it. Nothing was taken over.",
                plan.file_name
            ),
            "Read the sheet back again and look at what would change now.",
        ));
    }
    if answers.is_empty() {
        return Err(Problem::refused(
            "walkdown.nothing",
            format!(
                "“{}” holds no answer that differs from what is known. Nothing was changed.",
                plan.file_name
            ),
            "Look at the dry run: it names each cell that could not be used.",
        ));
    }
    let label = format!(
        "Read {} answers for {} from “{}”",
        answers.len(),
        plan.unit_name,
        plan.file_name
    );
    app.transact("import_walkdown", &label, |tx| {
        for answer in &answers {
            tx.put_answer(answer)?;
        }
        Ok(())
    })?;
    Ok(plan)
}

/// A sheet that was read against the site as it is now.
struct ReadBack {
    plan: WalkdownPlan,
    answers: Vec<Answer>,
}

fn read(app: &App, path: &Path) -> Result<ReadBack, Problem> {
    let file_name = name_of_path(path);
    let site = app.file()?.site()?;
    let mut go_on = |_| ControlFlow::Continue(());
    let book = read_in_child(
        &ReaderProgram::at(app.host().reader()),
        path,
        &ReadRequest::walkdown(),
        &Limits::default(),
        &mut go_on,
    )
    .map_err(reading_problem)?;
    let form = read_form(&book).map_err(|error| {
        Problem::refused(
            "walkdown.other_file",
            format!("{error} Nothing was changed."),
            "Choose a sheet that was written with “Take questions along”.",
        )
    })?;
    if form.site != site.id.to_string() {
        return Err(other_site(&form, &site.name));
    }
    let stands = Stands::of(app, &form.unit).map_err(|problem| gone(problem, &form))?;
    if form.pack != stands.pack.id {
        return Err(Problem::refused(
            "walkdown.other_pack",
            format!(
                "The sheet asks the questions of “{}”, which this program does not ask of {}. Nothing was changed.",
                form.pack, stands.name
            ),
            "Write a new sheet and carry the answers over by hand.",
        ));
    }
    let Filled {
        answers,
        changes,
        unchanged,
        problems,
    } = fill(&form, &stands);
    let plan = WalkdownPlan {
        file_name,
        sha256: book.sha256,
        unit: form.unit,
        unit_name: stands.name,
        day: form.day,
        answers: changes,
        unchanged,
        problems,
    };
    Ok(ReadBack { plan, answers })
}

fn other_site(form: &FilledForm, here: &str) -> Problem {
    Problem::refused(
        "walkdown.other_site",
        format!(
            "The sheet belongs to the site “{}”, and “{here}” is open. Nothing was changed.",
            form.site_name
        ),
        "Open the site that the sheet belongs to, then read it back.",
    )
}

/// A unit that is no longer there is said with the name that the sheet knows; other problems stay as they are.
fn gone(problem: Problem, form: &FilledForm) -> Problem {
    if !matches!(problem.code.as_str(), "zone.missing" | "conduit.missing") {
        return problem;
    }
    Problem::refused(
        "walkdown.unit_gone",
        format!(
            "The sheet is for “{}”, which is no longer in this site. Nothing was changed.",
            form.unit_name
        ),
        "Undo the deletion, or enter the answers by hand at the unit that took its place.",
    )
}

impl From<WriteError> for Problem {
    fn from(error: WriteError) -> Self {
        Self::broken(format!("{error} No file was written."))
    }
}

/// Which questions go along; never those of requirements that a fact makes void.
struct Wanted {
    open_only: bool,
    due_only: bool,
    come_back: bool,
    fr: Option<u8>,
    contact: Option<Contact>,
    place: Option<Place>,
}

impl Wanted {
    fn of(input: &ExportWalkdown) -> Result<Self, Problem> {
        let contact = input.contact.as_ref().map(|word| word.read("contact"));
        let place = input.place.as_ref().map(|word| word.read("place"));
        Ok(Self {
            open_only: input.open_only.unwrap_or(false),
            due_only: input.due_only.unwrap_or(false),
            come_back: input.come_back.unwrap_or(false),
            fr: input.fr,
            contact: contact.transpose()?,
            place: place.transpose()?,
        })
    }

    fn takes(&self, standing: &Standing, question: &Question) -> bool {
        let fr = standing.requirement.demand.map(|demand| demand.fr.number());
        let open =
            standing.base.overrule.is_none() && !standing.base.choices.contains_key(&question.id);
        standing.void_by.is_none()
            && (!self.open_only || open)
            && (!self.due_only || standing.due)
            && (!self.come_back || standing.base.come_back)
            && (self.fr.is_none() || self.fr == fr)
            && self
                .contact
                .is_none_or(|contact| question.ask.contains(&contact))
            && self.place.is_none_or(|place| question.at.contains(&place))
    }

    fn in_words(&self, count: usize) -> String {
        let mut words = vec![format!("{count} questions")];
        for (on, text) in [
            (self.due_only, "due here"),
            (self.open_only, "still open"),
            (self.come_back, "to come back to"),
        ] {
            if on {
                words.push(text.to_owned());
            }
        }
        words.extend(self.fr.map(|fr| format!("FR {fr}")));
        words.extend(
            self.contact
                .map(|contact| format!("for: {}", contact.title())),
        );
        words.extend(self.place.map(|place| format!("at: {}", place.title())));
        words.join(", ")
    }
}

/// A question as a row. What is noted with the answer of a requirement stands in its first row alone.
fn row(stands: &Stands, standing: &Standing, question: &Question, first: bool) -> FormRow {
    let base = &standing.base;
    let noted = |text: &str| {
        if first {
            text.to_owned()
        } else {
            String::new()
        }
    };
    FormRow {
        requirement: standing.requirement.id.clone(),
        question: question.id.clone(),
        stand: standing.seal(),
        text: question.wording(stands.unit.as_ref()).text.to_owned(),
        ask: titles(&question.ask, Contact::title),
        place: titles(&question.at, Place::title),
        answers: answers_to(stands.pack, question),
        answer: answer_in_words(stands.pack, question, base),
        reason: noted(
            base.overrule
                .as_ref()
                .map_or("", |overrule| &overrule.reason),
        ),
        note: noted(&base.note),
        said_by: noted(&base.said_by),
        said_on: noted(&base.said_on),
        checked: base.checked.filter(|_| first),
    }
}

fn titles<T: Copy>(values: &[T], title: impl Fn(T) -> &'static str) -> String {
    let titles: Vec<&str> = values.iter().map(|value| title(*value)).collect();
    titles.join(", ")
}

/// The special outcomes that a pack knows.
fn specials(pack: &Pack) -> impl Iterator<Item = (Rating, &'static str)> + use<> {
    let technical = pack.scale == PackScale::Technical;
    SPECIALS
        .into_iter()
        .filter(move |(rating, _)| technical || *rating == Rating::NotApplicable)
}

/// What may be answered, numbered from 1 on the sheet as on the screen.
fn answers_to(pack: &Pack, question: &Question) -> Vec<String> {
    let choices = question.choices.iter().map(|choice| choice.text.clone());
    let specials = specials(pack).map(|(_, text)| text.to_owned());
    choices.chain(specials).collect()
}

/// How a question is answered, in the words of the sheet; empty while it is open.
fn answer_in_words(pack: &Pack, question: &Question, answer: &Answer) -> String {
    if let Some(overrule) = &answer.overrule {
        let special = specials(pack)
            .find(|(rating, _)| Outcome::Rating(*rating) == overrule.outcome)
            .map(|(_, text)| text.to_owned());
        return special.unwrap_or_else(|| format!("Decided: {}", outcome_title(overrule.outcome)));
    }
    let chosen = answer.choices.get(&question.id);
    let choice = chosen.and_then(|id| question.choices.iter().find(|choice| choice.id == *id));
    choice.map(|choice| choice.text.clone()).unwrap_or_default()
}

fn outcome_title(outcome: Outcome) -> String {
    match outcome {
        Outcome::Rating(rating) => rating.title().to_owned(),
        Outcome::Maturity(maturity) => format!("ML {}", maturity.number()),
    }
}

/// How a whole requirement is answered, for the list of what would change.
fn summary(pack: &Pack, requirement: &Requirement, answer: &Answer) -> String {
    let questions = requirement.questions.iter();
    let mut parts: Vec<String> = questions
        .map(|question| answer_in_words(pack, question, answer))
        .filter(|text| !text.is_empty())
        .collect();
    parts.dedup();
    parts.join(" · ")
}
