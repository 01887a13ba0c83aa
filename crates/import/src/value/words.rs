//! Word lists of five languages: kinds of asset, criticality, status, Purdue level. Unknown words keep their raw text.

use crate::synonyms::normalise;
use std::sync::LazyLock;
use zonewright_domain::asset::AssetType;

/// Canonical criticality: `low`, `medium`, `high` or `critical`.
pub(crate) fn criticality(text: &str) -> Option<&'static str> {
    let key = normalise(text);
    Some(match key.as_str() {
        "l" | "low" | "1" | "niedrig" | "gering" | "normal" | "faible" | "bas" | "basse"
        | "bajo" | "baja" | "basso" | "bassa" | "n" | "verylow" | "sehrgering" | "minor"
        | "mineur" => "low",
        "m" | "medium" | "med" | "2" | "mittel" | "moderate" | "modere" | "moyen" | "moyenne"
        | "medio" | "media" | "moderado" => "medium",
        "h" | "high" | "3" | "hoch" | "eleve" | "elevee" | "haut" | "haute" | "fort" | "alto"
        | "alta" | "elevato" | "elevata" | "major" | "majeur" => "high",
        "c" | "critical" | "crit" | "4" | "kritisch" | "sehrhoch" | "veryhigh" | "vh"
        | "critique" | "treseleve" | "critico" | "critica" | "muyalto" | "moltoalto"
        | "missioncritical" | "mostcritical" => "critical",
        _ => return None,
    })
}

/// Canonical status: `planned`, `in_service`, `spare`, `out_of_service` or `retired`.
pub(crate) fn status(text: &str) -> Option<&'static str> {
    Some(match normalise(text).as_str() {
        "planned" | "geplant" | "prevu" | "planifie" | "planificado" | "pianificato"
        | "ordered" | "bestellt" => "planned",
        "inservice" | "active" | "aktiv" | "inuse" | "operational" | "inbetrieb" | "online"
        | "running" | "installed" | "live" | "enservice" | "actif" | "enservicio" | "activo"
        | "operativo" | "inservizio" | "attivo" | "production" | "yes" | "true" | "ok"
        | "alive" | "authorized" => "in_service",
        "spare" | "ersatz" | "reserve" | "instock" | "inventory" | "lager" | "ersatzteil"
        | "stock" | "rechange" | "repuesto" | "ricambio" => "spare",
        "outofservice" | "offline" | "inactive" | "inaktiv" | "ausserbetrieb" | "defekt"
        | "defective" | "failed" | "horsservice" | "inactif" | "fueradeservicio" | "inactivo"
        | "fuoriservizio" | "inattivo" | "maintenance" | "wartung" => "out_of_service",
        "retired" | "decommissioned" | "disposed" | "stillgelegt" | "ausgemustert"
        | "demontiert" | "retire" | "retirado" | "dismesso" | "declasse" => "retired",
        _ => return None,
    })
}

/// Purdue level: `0`, `1`, `2`, `3`, `3.5`, `4` or `5`.
pub(crate) fn purdue(text: &str) -> Option<&'static str> {
    let lower = text.trim().to_lowercase().replace(',', ".");
    let bare = [
        "purdue", "level", "ebene", "niveau", "nivel", "livello", "layer", "lvl", "l", "zone",
    ]
    .iter()
    .fold(lower, |rest, word| {
        match rest.trim_start().strip_prefix(word) {
            Some(after) => after.trim_start_matches([' ', '-', '_', ':']).to_owned(),
            None => rest,
        }
    });
    Some(match bare.trim().trim_end_matches(".0") {
        "0" => "0",
        "1" => "1",
        "2" => "2",
        "3" => "3",
        "3.5" | "dmz" | "idmz" => "3.5",
        "4" => "4",
        "5" => "5",
        _ => return None,
    })
}

/// Words for kinds of assets in five languages, one kind a line; earlier lines win.
const TABLE: &str = include_str!("asset_types.tsv");

/// Kind and words of every line of the table.
static TYPES: LazyLock<Vec<(AssetType, Vec<&str>)>> = LazyLock::new(|| {
    let line = |line: &'static str| {
        let (kind, words) = line.split_once('\t')?;
        Some((AssetType::parse(kind)?, words.split(' ').collect()))
    };
    TABLE.lines().skip(1).filter_map(line).collect()
});

/// The kind that a word or phrase names: the whole text first, then its words, then its longest part.
pub(crate) fn asset_type(text: &str) -> Option<AssetType> {
    let key = normalise(text);
    if let Some(kind) = AssetType::parse(&text.trim().to_ascii_lowercase()) {
        return Some(kind);
    }
    let exact = |key: &str| {
        TYPES
            .iter()
            .find(|(_, words)| words.contains(&key))
            .map(|(kind, _)| *kind)
    };
    exact(&key).or_else(|| containing(&key)).or_else(|| {
        let words: Vec<String> = text
            .split(|c: char| !c.is_alphanumeric())
            .map(normalise)
            .collect();
        words.iter().find_map(|word| exact(word))
    })
}

/// The longest known word inside the key; short ones such as `io` or `ap` would be found in anything.
fn containing(key: &str) -> Option<AssetType> {
    const WORD_LENGTH_MIN: usize = 5;
    let words = TYPES
        .iter()
        .flat_map(|(kind, words)| words.iter().map(move |word| (*word, *kind)));
    words
        .filter(|(word, _)| word.len() >= WORD_LENGTH_MIN && key.contains(word))
        .max_by_key(|(word, _)| word.len())
        .map(|(_, kind)| kind)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kinds_are_recognised_in_five_languages() {
        for (text, kind) in [
            ("PLC", Some(AssetType::Plc)),
            ("SPS", Some(AssetType::Plc)),
            ("Safety PLC", Some(AssetType::SafetyController)),
            ("SIS / Safety PLC", Some(AssetType::SafetyController)),
            ("Bediengerät", Some(AssetType::Hmi)),
            ("IHM", Some(AssetType::Hmi)),
            ("Managed Switch", Some(AssetType::Switch)),
            (
                "Industrial Firewall (Hirschmann)",
                Some(AssetType::Firewall),
            ),
            ("Pare-feu", Some(AssetType::Firewall)),
            (
                "Engineering Workstation",
                Some(AssetType::EngineeringWorkstation),
            ),
            ("Jump host", Some(AssetType::RemoteAccess)),
            ("Data diode", Some(AssetType::Diode)),
            ("Frequenzumrichter", Some(AssetType::Drive)),
            ("Servidor", Some(AssetType::Server)),
            ("Stampante", Some(AssetType::Printer)),
            ("USV", Some(AssetType::Ups)),
            ("virtual_machine", Some(AssetType::VirtualMachine)),
            ("Remote I/O", Some(AssetType::FieldDevice)),
            ("coffee maker", None),
            ("", None),
        ] {
            assert_eq!(asset_type(text), kind, "{text}");
        }
    }

    #[test]
    fn every_line_of_the_table_is_used_and_its_words_are_normalised() {
        assert_eq!(TYPES.len(), TABLE.lines().count() - 1);
        for word in TYPES.iter().flat_map(|(_, words)| words) {
            assert_eq!(normalise(word), *word);
        }
    }

    #[test]
    fn every_kind_has_a_word() {
        for kind in AssetType::ALL {
            assert!(
                TYPES
                    .iter()
                    .any(|(known, words)| known == kind && !words.is_empty()),
                "{kind:?}"
            );
            assert_eq!(asset_type(kind.word()), Some(*kind), "{kind:?}");
        }
    }

    #[test]
    fn words_for_levels_are_recognised() {
        for (text, level) in [
            ("H", Some("high")),
            ("M", Some("medium")),
            ("L", Some("low")),
            ("Hoch", Some("high")),
            ("3", Some("high")),
            ("sehr hoch", Some("critical")),
            ("Élevée", Some("high")),
            ("medio", Some("medium")),
            ("Bassa", Some("low")),
            ("?", None),
            ("5", None),
        ] {
            assert_eq!(criticality(text), level, "{text}");
        }
        for (text, level) in [
            ("L1", Some("1")),
            ("Level 3", Some("3")),
            ("3.5", Some("3.5")),
            ("3,5", Some("3.5")),
            ("1.0", Some("1")),
            ("9", None),
            ("Purdue Level 2", Some("2")),
            ("Ebene 0", Some("0")),
            ("DMZ", Some("3.5")),
            ("L3.5", Some("3.5")),
            ("", None),
            ("2nd", None),
        ] {
            assert_eq!(purdue(text), level, "{text}");
        }
        for (text, word) in [
            ("In Betrieb", Some("in_service")),
            ("Spare", Some("spare")),
            ("außer Betrieb", Some("out_of_service")),
            ("blue", None),
        ] {
            assert_eq!(status(text), word, "{text}");
        }
    }
}
