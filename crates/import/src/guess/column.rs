//! The meaning of one column, and the order among columns that claim the same field.

use super::profile::{self, Profile};
use super::{ColumnGuess, Confidence};
use crate::problem::{ImportProblem, ProblemCode, Severity};
use crate::sheet::{CellValue, Row, column_letters};
use crate::synonyms::{self, Meaning, normalise};
use crate::value::holds_secret;
use zonewright_domain::asset::AssetField;

/// Keys that may only count the rows.
const COUNTER_KEYS: [&str; 6] = ["no", "nr", "id", "#", "lfdnr", "pos"];
/// Parts of a header that mean a secret wherever they stand.
const SECRET_PARTS: [&str; 7] = [
    "password",
    "passwort",
    "kennwort",
    "passwd",
    "motdepasse",
    "contrasena",
    "snmpcommunity",
];
/// Known names of secrets that also stand in harmless headers, and then only count as the whole header.
const WHOLE_SECRETS: [&str; 2] = ["telnet", "enable"];

/// Meaning of a header: what, how sure, and why.
pub(super) fn by_header(header: &str) -> Option<(Meaning, Confidence, &'static str)> {
    let key = normalise(header);
    if SECRET_PARTS.iter().any(|part| key.contains(part)) {
        return Some((
            Meaning::Secret,
            Confidence::Certain,
            "The header names a secret",
        ));
    }
    if let Some(meaning) = synonyms::find(&key) {
        return Some((
            meaning,
            Confidence::Certain,
            "The header is a known name of",
        ));
    }
    let without_number = key.trim_end_matches(|c: char| c.is_ascii_digit());
    if let Some(meaning) = synonyms::find(without_number).filter(|_| without_number.len() > 1) {
        return Some((
            meaning,
            Confidence::Certain,
            "The header without its number is a known name of",
        ));
    }
    let (meaning, inner) = synonyms::find_inside(header)?;
    // Two and three letters stand in headers of every kind (“Risk ID”); these few mean what they say.
    let tells = inner.len() > 3
        || matches!(
            inner.as_str(),
            "ip" | "mac" | "os" | "fw" | "hw" | "eol" | "pin" | "pwd"
        );
    let is_secret_part = meaning == Meaning::Secret && WHOLE_SECRETS.contains(&inner.as_str());
    (tells && !is_secret_part).then_some((
        meaning,
        Confidence::Likely,
        "The header holds a known name of",
    ))
}

/// Guess for the column with this index.
pub(super) fn guess_column(column: u32, header: Option<&Row>, below: &[&Row]) -> ColumnGuess {
    let header = header
        .and_then(|row| row.find_value(column))
        .map(CellValue::shown)
        .unwrap_or_default();
    let header = header.split_whitespace().collect::<Vec<_>>().join(" ");
    let values: Vec<&CellValue> = below
        .iter()
        .filter_map(|row| row.find_value(column))
        .collect();
    let mut guess = ColumnGuess {
        column,
        letters: column_letters(column),
        field: None,
        confidence: Confidence::None,
        reason: "The header is not in the table of known names; the values are kept as an extra property.".to_owned(),
        secret: false,
        samples: Vec::new(),
        date_order: None,
        header,
    };
    match by_header(&guess.header) {
        Some((Meaning::Secret, ..)) => {
            guess.secret = true;
            guess.reason = "The header names a secret; the column is left out.".to_owned();
            return guess;
        }
        Some((Meaning::Field(field), confidence, why)) => {
            guess.field = Some(field);
            guess.confidence = confidence;
            guess.reason = format!("{why} “{}”.", field.title());
            judge(&mut guess, field, &values);
        }
        None => point_out(&mut guess, &values),
    }
    guess.samples = samples(&values);
    guess
}

fn samples(values: &[&CellValue]) -> Vec<String> {
    let mut samples: Vec<String> = Vec::new();
    for shown in values.iter().map(|value| value.shown()) {
        let short: String = shown.chars().take(80).collect();
        if samples.len() < 3
            && !short.is_empty()
            && !holds_secret(&shown)
            && !samples.contains(&short)
        {
            samples.push(short);
        }
    }
    samples
}

/// Lets the values confirm or veto what the header says.
fn judge(guess: &mut ColumnGuess, field: AssetField, values: &[&CellValue]) {
    if field == AssetField::AssetTag
        && COUNTER_KEYS.contains(&normalise(&guess.header).as_str())
        && profile::counts_rows(values)
    {
        guess.field = None;
        guess.confidence = Confidence::None;
        guess.reason = "The values only count the rows.".to_owned();
        return;
    }
    let Some(profile) = profile::of_field(field) else {
        return;
    };
    guess.date_order = (profile == Profile::Date)
        .then(|| profile::date_order(values))
        .flatten();
    match profile.share(values) {
        None => {}
        Some(share) if share >= 0.8 => {
            guess.reason.pop();
            guess.reason.push_str(", and the values agree.");
        }
        Some(share) if share < 0.2 => {
            guess.reason = format!(
                "The header speaks of “{}”, but {} in five values fit; the values are kept as an extra property.",
                field.title(),
                if share == 0.0 {
                    "none"
                } else {
                    "fewer than one"
                }
            );
            guess.field = None;
            guess.confidence = Confidence::None;
        }
        Some(_) => {
            guess.confidence = Confidence::Unsure;
            guess.reason.push_str(" Some values do not fit.");
        }
    }
}

fn point_out(guess: &mut ColumnGuess, values: &[&CellValue]) {
    for (profile, field) in [
        (Profile::Ip, AssetField::Ip),
        (Profile::Mac, AssetField::Mac),
    ] {
        if profile.share(values).is_some_and(|share| share >= 0.8) {
            guess.reason = format!(
                "The values look like “{}”, but the header does not say so; map the column by hand if they are.",
                field.title()
            );
        }
    }
}

/// In exports of NetBox `role` is the kind of device and `device_type` its model.
pub(super) fn settle_device_type(columns: &mut [ColumnGuess]) {
    let has = |columns: &[ColumnGuess], key: &str| {
        columns
            .iter()
            .any(|column| normalise(&column.header) == key)
    };
    let has_model = columns
        .iter()
        .any(|column| column.field == Some(AssetField::Model));
    if has_model || !has(columns, "role") {
        return;
    }
    for column in columns
        .iter_mut()
        .filter(|column| normalise(&column.header) == "devicetype")
    {
        column.field = Some(AssetField::Model);
        column.confidence = Confidence::Likely;
        column.reason =
            "Beside a column “role” the device type is the model, as NetBox writes it.".to_owned();
    }
}

/// Fields that several columns may feed; their values are joined.
const fn takes_several(field: AssetField) -> bool {
    matches!(
        field,
        AssetField::Ip
            | AssetField::Mac
            | AssetField::Vlan
            | AssetField::Location
            | AssetField::Protocols
            | AssetField::Ports
            | AssetField::Function
            | AssetField::Description
            | AssetField::Notes
            | AssetField::Tags
            | AssetField::Accounts
    )
}

/// Of several columns for one field the surest stays, then the one that is headed like the field, then the leftmost; the
/// others are kept as extra properties. Two columns are never joined by accident.
pub(super) fn keep_one_each(
    columns: &mut [ColumnGuess],
    sheet: &str,
    problems: &mut Vec<ImportProblem>,
) {
    for field in AssetField::ALL
        .iter()
        .copied()
        .filter(|field| !takes_several(*field))
    {
        let is_headed_so = |column: &ColumnGuess| {
            let key = normalise(&column.header);
            key == normalise(field.word()) || key == normalise(field.title())
        };
        let claims: Vec<usize> = (0..columns.len())
            .filter(|index| columns[*index].field == Some(field))
            .collect();
        let best = claims
            .iter()
            .rev()
            .copied()
            .max_by_key(|index| (columns[*index].confidence, is_headed_so(&columns[*index])));
        let Some(best) = best else { continue };
        let kept = columns[best].letters.clone();
        for index in claims.into_iter().filter(|index| *index != best) {
            let column = &mut columns[index];
            column.field = None;
            column.confidence = Confidence::None;
            column.reason = format!(
                "Column {kept} already gives “{}”; the values are kept as an extra property.",
                field.title()
            );
            problems.push(ImportProblem {
                code: ProblemCode::SameField,
                severity: Severity::Notice,
                sheet: sheet.to_owned(),
                cell: None,
                message: format!(
                    "Columns {kept} and {} (“{}”) both seem to hold “{}”; {kept} was taken and {} is kept as an extra property.",
                    column.letters, column.header, field.title(), column.letters
                ),
                hint: "Exchange or join them in the mapping if that is wrong.".to_owned(),
            });
        }
    }
}
