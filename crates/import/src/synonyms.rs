//! The table of header names: which words five languages and thirty tools use for which field.

use std::collections::HashMap;
use std::sync::LazyLock;
use unicode_normalization::UnicodeNormalization;
use zonewright_domain::asset::AssetField;

/// What a header names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Meaning {
    /// A field.
    Field(AssetField),
    /// Something that must not be imported unasked: passwords, community strings.
    Secret,
}

const TABLE: &str = include_str!("synonyms.tsv");
const SECRET: &str = "SECRET";

/// Key → meaning. Of two meanings of one key (`tag`) the first in the table counts.
static KEYS: LazyLock<HashMap<&'static str, Meaning>> = LazyLock::new(|| {
    let mut keys = HashMap::new();
    for (field, _, key) in lines() {
        let meaning = if field == SECRET {
            Some(Meaning::Secret)
        } else {
            AssetField::parse(field).map(Meaning::Field)
        };
        if let Some(meaning) = meaning {
            keys.entry(key).or_insert(meaning);
        }
    }
    keys
});

/// Field word, header and key of every line.
fn lines() -> impl Iterator<Item = (&'static str, &'static str, &'static str)> {
    TABLE.lines().skip(1).filter_map(|line| {
        let mut cells = line.split('\t');
        let (field, _language, header, key) =
            (cells.next()?, cells.next()?, cells.next()?, cells.next()?);
        Some((field, header, key))
    })
}

/// Key of a header: compatibility forms without marks, `ß` as `ss`, lower case, only `a–z 0–9 # @`.
pub(crate) fn normalise(header: &str) -> String {
    let is_kept = |c: &char| c.is_ascii_lowercase() || c.is_ascii_digit() || matches!(c, '#' | '@');
    if header.is_ascii() {
        return header
            .chars()
            .map(|c| c.to_ascii_lowercase())
            .filter(is_kept)
            .collect();
    }
    header
        .nfkd()
        .flat_map(char::to_lowercase)
        .flat_map(|c| match c {
            'ß' => ['s', 's'],
            other => [other, '\0'],
        })
        .filter(is_kept)
        .collect()
}

/// Meaning of a key.
pub(crate) fn find(key: &str) -> Option<Meaning> {
    KEYS.get(key).copied()
}

/// The key of the table that is one of the words of a header, or several in a row. The longest wins, the first among equals;
/// words for the device itself yield to what is said of it: `Tipo Device` is a type, `Device IP` an address.
pub(crate) fn find_inside(header: &str) -> Option<(Meaning, String)> {
    let words: Vec<String> = header
        .split(|c: char| !(c.is_alphanumeric() || matches!(c, '#' | '@')))
        .map(normalise)
        .filter(|word| !word.is_empty())
        .collect();
    let mut best: Option<(Meaning, String)> = None;
    for first in 0..words.len() {
        for last in first + 1..=words.len() {
            let key = words[first..last].concat();
            let Some(meaning) = find(&key).filter(|_| key.len() > 1) else {
                continue;
            };
            let weight = |meaning: Meaning, key: &str| {
                (meaning != Meaning::Field(AssetField::Name), key.len())
            };
            if best
                .as_ref()
                .is_none_or(|(known, other)| weight(meaning, &key) > weight(*known, other))
            {
                best = Some((meaning, key));
            }
        }
    }
    best
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_of_the_table_is_used_and_its_key_is_what_normalising_gives() {
        assert_eq!(lines().count(), TABLE.lines().count() - 1);
        for (field, header, key) in lines() {
            assert!(
                field == SECRET || AssetField::parse(field).is_some(),
                "{field}"
            );
            assert_eq!(normalise(header), key, "{header}");
        }
    }

    #[test]
    fn only_one_key_means_two_things() {
        let mut meanings: HashMap<&str, Vec<&str>> = HashMap::new();
        for (field, _, key) in lines() {
            let known = meanings.entry(key).or_default();
            if !known.contains(&field) {
                known.push(field);
            }
        }
        let double: Vec<_> = meanings
            .into_iter()
            .filter(|(_, fields)| fields.len() > 1)
            .collect();
        assert_eq!(double, [("tag", vec!["asset_tag", "tags"])]);
    }

    #[test]
    fn spellings_of_one_header_have_one_key() {
        for (header, key) in [
            ("Asset No.", "assetno"),
            ("asset_no", "assetno"),
            ("ASSET-NO", "assetno"),
            ("N° série", "nserie"),
            ("Größe", "grosse"),
            ("Straße", "strasse"),
            ("ＩＰ", "ip"),
            ("", ""),
            ("Wert \u{200b}#", "wert#"),
        ] {
            assert_eq!(normalise(header), key, "{header}");
        }
    }
}
