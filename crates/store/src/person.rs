//! People.

use rusqlite::{Row, params};
use zonewright_domain::id::PersonId;
use zonewright_domain::snapshot::Person;

use crate::error::StoreError;
use crate::rows::{Rows, id};
use crate::table::Table;
use crate::transact::Tx;

impl Rows {
    /// Everybody, by name.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn people(&self) -> Result<Vec<Person>, StoreError> {
        let sql = format!("{} ORDER BY name, id", Table::Person.statements().select);
        self.all("read the people", &sql, [], person)
    }

    /// One person.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn find_person(&self, id: &PersonId) -> Result<Option<Person>, StoreError> {
        let sql = format!("{} WHERE id = ?1", Table::Person.statements().select);
        self.one("read the people", &sql, [id.as_str()], person)
    }
}

impl Tx<'_> {
    /// Adds or replaces a person.
    ///
    /// # Errors
    /// [`StoreError::Value`] for an empty name, and what keeps the file from being written.
    pub fn put_person(&mut self, person: &Person) -> Result<(), StoreError> {
        let Person {
            id,
            name,
            role,
            company,
        } = person;
        self.put(
            "save the person",
            Table::Person,
            params![id.as_str(), name, role, company],
        )
    }

    /// Removes a person, if there.
    ///
    /// # Errors
    /// What keeps the file from being written.
    pub fn delete_person(&mut self, id: &PersonId) -> Result<(), StoreError> {
        self.remove("remove the person", Table::Person, &[id.as_str()])
    }
}

fn person(row: &Row<'_>) -> rusqlite::Result<Person> {
    Ok(Person {
        id: id(row, "id", PersonId::parse)?,
        name: row.get("name")?,
        role: row.get("role")?,
        company: row.get("company")?,
    })
}
