//! The list of journaled tables. Triggers, upserts, undo and the final check are all generated from it, so a table
//! that is in this list cannot be forgotten by any of them; a test compares it with the schema.

use std::sync::LazyLock;

use zonewright_domain::word_list;

word_list! {
    /// What a row belongs to: the word by which screens ask for it.
    Noun {
        /// The site.
        Site = "site", "Site";
        /// A pack in use.
        Pack = "pack", "Pack";
        /// A person.
        Person = "person", "Person";
        /// A zone.
        Zone = "zone", "Zone";
        /// A conduit with its ends and protections.
        Conduit = "conduit", "Conduit";
        /// What was said to be present in a zone or conduit.
        Fact = "fact", "Scoping fact";
        /// An asset.
        Asset = "asset", "Asset";
        /// An answer.
        Answer = "answer", "Answer";
        /// A link between an answer and a file.
        Evidence = "evidence", "Evidence";
    }
}

/// A journaled table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Table {
    Site,
    Pack,
    Person,
    Zone,
    Conduit,
    ConduitEnd,
    ConduitProtection,
    UnitFact,
    Asset,
    Answer,
    Evidence,
}

/// Name, noun, key columns and all other columns of a table.
struct Spec {
    name: &'static str,
    noun: Noun,
    keys: &'static [&'static str],
    values: &'static [&'static str],
}

impl Table {
    pub(crate) const ALL: [Self; 11] = [
        Self::Site,
        Self::Pack,
        Self::Person,
        Self::Zone,
        Self::Conduit,
        Self::ConduitEnd,
        Self::ConduitProtection,
        Self::UnitFact,
        Self::Asset,
        Self::Answer,
        Self::Evidence,
    ];

    #[rustfmt::skip]
    const fn spec(self) -> Spec {
        match self {
            Self::Site => Spec { name: "site", noun: Noun::Site, keys: &["id"],
                values: &["name", "company", "location", "suc", "boundary", "assessor", "target_maturity"] },
            Self::Pack => Spec { name: "pack", noun: Noun::Pack, keys: &["id"], values: &["sha256"] },
            Self::Person => Spec { name: "person", noun: Noun::Person, keys: &["id"],
                values: &["name", "role", "company"] },
            Self::Zone => Spec { name: "zone", noun: Noun::Zone, keys: &["id"],
                values: &["name", "kind", "purpose", "boundary", "accountable", "parent_id", "purdue", "target_levels",
                    "target_source", "target_reason", "x", "y", "width", "height"] },
            Self::Conduit => Spec { name: "conduit", noun: Noun::Conduit, keys: &["id"],
                values: &["name", "purpose", "target_levels", "target_source", "target_reason"] },
            Self::ConduitEnd => Spec { name: "conduit_end", noun: Noun::Conduit, keys: &["conduit_id", "place"],
                values: &["zone_id"] },
            Self::ConduitProtection => Spec { name: "conduit_protection", noun: Noun::Conduit,
                keys: &["conduit_id", "protection"], values: &[] },
            Self::UnitFact => Spec { name: "unit_fact", noun: Noun::Fact, keys: &["unit", "fact"],
                values: &["present"] },
            Self::Asset => Spec { name: "asset", noun: Noun::Asset, keys: &["id"],
                values: &["name", "asset_type", "zone_id", "fields", "extra", "origin_sha256", "origin_file",
                    "origin_sheet", "origin_row"] },
            Self::Answer => Spec { name: "answer", noun: Noun::Answer, keys: &["pack", "requirement", "scope"],
                values: &["zone_id", "conduit_id", "choices", "overrule", "overrule_reason", "note", "said_by",
                    "said_on", "checked", "come_back"] },
            Self::Evidence => Spec { name: "evidence", noun: Noun::Evidence, keys: &["id"],
                values: &["pack", "requirement", "scope", "file_name", "size", "sha256", "added_at"] },
        }
    }

    /// The table's name in the file.
    pub(crate) const fn name(self) -> &'static str {
        self.spec().name
    }

    /// What its rows belong to.
    pub(crate) const fn noun(self) -> Noun {
        self.spec().noun
    }

    /// The table with this name.
    pub(crate) fn find(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|table| table.name() == name)
    }

    /// All columns, keys first: the order of the parameters of [`Statements::put`].
    pub(crate) fn columns(self) -> impl Iterator<Item = &'static str> {
        let spec = self.spec();
        spec.keys.iter().chain(spec.values).copied()
    }

    /// Its generated statements.
    pub(crate) fn statements(self) -> &'static Statements {
        static ALL: LazyLock<Vec<Statements>> =
            LazyLock::new(|| Table::ALL.into_iter().map(Statements::of).collect());
        &ALL[self as usize]
    }

    /// The touched thing's key, from the journal's JSON key: its parts joined by `/`; of conduit tables the conduit.
    pub(crate) fn noun_key(self, key: &serde_json::Value) -> String {
        let parts = key.as_array().map(Vec::as_slice).unwrap_or_default();
        let kept = if self.noun() == Noun::Conduit {
            1
        } else {
            parts.len()
        };
        let texts: Vec<&str> = parts
            .iter()
            .take(kept)
            .filter_map(serde_json::Value::as_str)
            .collect();
        texts.join("/")
    }

    fn row_json(self, prefix: &str) -> String {
        let pairs: Vec<String> = self
            .columns()
            .map(|column| format!("'{column}', {prefix}{column}"))
            .collect();
        format!("json_object({})", pairs.join(", "))
    }

    fn key_json(self, prefix: &str) -> String {
        let keys: Vec<String> = self
            .spec()
            .keys
            .iter()
            .map(|key| format!("{prefix}{key}"))
            .collect();
        format!("json_array({})", keys.join(", "))
    }

    fn upsert(self, value_of: impl Fn(usize, &str) -> String) -> String {
        let Spec {
            name, keys, values, ..
        } = self.spec();
        let columns: Vec<&str> = self.columns().collect();
        let bound: Vec<String> = columns
            .iter()
            .enumerate()
            .map(|(n, column)| value_of(n, column))
            .collect();
        let sets: Vec<String> = values
            .iter()
            .map(|column| format!("{column} = excluded.{column}"))
            .collect();
        let update = if sets.is_empty() {
            "NOTHING".into()
        } else {
            format!("UPDATE SET {}", sets.join(", "))
        };
        let (columns, bound, keys) = (columns.join(", "), bound.join(", "), keys.join(", "));
        format!("INSERT INTO {name} ({columns}) VALUES ({bound}) ON CONFLICT ({keys}) DO {update}")
    }

    /// Temporary triggers that write the journal. They live in the connection, not in the file: a trigger found in a
    /// file is therefore never ours. An update that changes no value writes nothing.
    fn triggers(self) -> String {
        let name = self.name();
        let record = |key: &str, before: &str, after: &str| {
            format!(
                "BEGIN INSERT INTO change (operation, table_name, row_key, before, after) VALUES \
                 ((SELECT coalesce(max(sequence), 0) + 1 FROM operation), '{name}', {key}, {before}, {after}); END;"
            )
        };
        let (old_key, new_key) = (self.key_json("old."), self.key_json("new."));
        let (old, new) = (self.row_json("old."), self.row_json("new."));
        let differs: Vec<String> = self
            .columns()
            .map(|c| format!("old.{c} IS NOT new.{c}"))
            .collect();
        format!(
            "CREATE TEMP TRIGGER {name}_inserted AFTER INSERT ON main.{name} {};\n\
             CREATE TEMP TRIGGER {name}_updated AFTER UPDATE ON main.{name} WHEN {} {};\n\
             CREATE TEMP TRIGGER {name}_deleted AFTER DELETE ON main.{name} {};\n",
            record(&new_key, "NULL", &new).trim_end_matches(';'),
            differs.join(" OR "),
            record(&new_key, &old, &new).trim_end_matches(';'),
            record(&old_key, &old, "NULL").trim_end_matches(';'),
        )
    }
}

/// SQL generated for one table.
pub(crate) struct Statements {
    /// Upsert with one parameter per column in the order of [`Table::columns`].
    pub(crate) put: String,
    /// Upsert of the row in the JSON object `?1`.
    pub(crate) restore: String,
    /// Removes the row whose key is the JSON array `?1`.
    pub(crate) remove: String,
    /// `SELECT` of all columns, without `WHERE`.
    pub(crate) select: String,
    /// Key and row of every row as the journal writes them.
    pub(crate) journal_rows: String,
}

impl Statements {
    fn of(table: Table) -> Self {
        let Spec { name, keys, .. } = table.spec();
        let matches: Vec<String> = keys
            .iter()
            .enumerate()
            .map(|(n, key)| format!("{key} = json_extract(?1, '$[{n}]')"))
            .collect();
        let columns: Vec<String> = table
            .columns()
            .map(|column| format!("{name}.{column}"))
            .collect();
        Self {
            put: table.upsert(|n, _| format!("?{}", n + 1)),
            restore: table.upsert(|_, column| format!("json_extract(?1, '$.{column}')")),
            remove: format!("DELETE FROM {name} WHERE {}", matches.join(" AND ")),
            select: format!("SELECT {} FROM {name}", columns.join(", ")),
            journal_rows: format!(
                "SELECT {}, {} FROM {name}",
                table.key_json(""),
                table.row_json("")
            ),
        }
    }
}

/// Empty stand-ins for the tables that a file of an older format does not have yet, for a connection that only reads
/// and so may not bring the file to the newest format.
pub(crate) fn stand_ins(found: impl Fn(&str) -> bool) -> String {
    let lacking = Table::ALL.into_iter().filter(|table| !found(table.name()));
    lacking
        .map(|table| {
            let columns: Vec<&str> = table.columns().collect();
            format!(
                "CREATE TEMP TABLE {} ({});\n",
                table.name(),
                columns.join(", ")
            )
        })
        .collect()
}

/// What a writing connection sets up: the journal's triggers, and guards that keep journal and evidence append-only.
pub(crate) fn write_guards() -> String {
    let mut sql: String = Table::ALL.into_iter().map(Table::triggers).collect();
    for table in ["operation", "change", "evidence_blob"] {
        for event in ["UPDATE", "DELETE"] {
            sql.push_str(&format!(
                "CREATE TEMP TRIGGER {table}_{event}_refused BEFORE {event} ON main.{table} \
                 BEGIN SELECT RAISE(ABORT, '{table} is never changed'); END;\n"
            ));
        }
    }
    sql
}
