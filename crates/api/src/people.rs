//! People with a part in the assessment or the plant.

use zonewright_domain::id::PersonId;
use zonewright_domain::snapshot::Person;

use crate::app::App;
use crate::problem::Problem;
use crate::site::{name_of, trimmed};
use crate::wire::site::{ById, CreatePerson, PersonView, UpdatePerson};
use crate::wire::{Done, Nothing};

pub(crate) fn list(app: &App, _input: Nothing) -> Result<Vec<PersonView>, Problem> {
    Ok(app.file()?.people()?.iter().map(view).collect())
}

pub(crate) fn create(app: &mut App, input: CreatePerson) -> Result<PersonView, Problem> {
    let id = match &input.id {
        Some(text) => person_id(text)?,
        None => PersonId::from_bits(app.random_bits()),
    };
    let people = app.file()?.people()?;
    if people.iter().any(|known| known.id == id) {
        return Err(Problem::refused(
            "person.taken",
            format!("There is already a person with the identifier “{id}”. Nothing was changed."),
            "Leave the identifier out, or choose another.",
        ));
    }
    let person = Person {
        id,
        name: name_of("name", &input.name)?,
        role: trimmed(input.role.as_deref().unwrap_or_default())?,
        company: trimmed(input.company.as_deref().unwrap_or_default())?,
    };
    app.transact("create_person", &format!("Add {}", person.name), |tx| {
        Ok(tx.put_person(&person)?)
    })?;
    Ok(view(&person))
}

pub(crate) fn update(app: &mut App, input: UpdatePerson) -> Result<PersonView, Problem> {
    let mut person = find(app, &input.id)?;
    if let Some(name) = &input.name {
        person.name = name_of("name", name)?;
    }
    if let Some(role) = &input.role {
        person.role = trimmed(role)?;
    }
    if let Some(company) = &input.company {
        person.company = trimmed(company)?;
    }
    app.transact("update_person", &format!("Change {}", person.name), |tx| {
        Ok(tx.put_person(&person)?)
    })?;
    Ok(view(&person))
}

pub(crate) fn delete(app: &mut App, input: ById) -> Result<Done, Problem> {
    let person = find(app, &input.id)?;
    app.transact("delete_person", &format!("Remove {}", person.name), |tx| {
        Ok(tx.delete_person(&person.id)?)
    })?;
    Ok(Done {})
}

fn find(app: &App, text: &str) -> Result<Person, Problem> {
    let id = person_id(text)?;
    let people = app.file()?.people()?;
    people
        .into_iter()
        .find(|person| person.id == id)
        .ok_or_else(|| Problem::missing("person", id.as_str()))
}

fn person_id(text: &str) -> Result<PersonId, Problem> {
    PersonId::parse(text).map_err(|error| Problem::field("id", format!("{error}.")))
}

fn view(person: &Person) -> PersonView {
    PersonView {
        id: person.id.to_string(),
        name: person.name.clone(),
        role: person.role.clone(),
        company: person.company.clone(),
    }
}
