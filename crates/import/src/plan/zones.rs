//! Zone names of the sheet against those of the site: equal but for case and spaces means the same zone, and each unknown
//! name is asked about once, not once per row.

use super::UnknownZone;
use super::tell::{Problems, brief};
use crate::problem::{ProblemCode, Severity};
use crate::sheet::CellPlace;
use std::collections::BTreeMap;

/// The names met so far.
pub(super) struct Zones {
    known: BTreeMap<String, String>,
    unknown: BTreeMap<String, usize>,
    list: Vec<UnknownZone>,
    respelled: Vec<String>,
}

/// Names that differ only by case and spaces have one key.
fn key(name: &str) -> String {
    name.to_lowercase()
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
}

impl Zones {
    pub(super) fn new(existing: &[String]) -> Self {
        Self {
            // Of two zones that differ only by case the first wins, unless the sheet spells one of them exactly.
            known: existing
                .iter()
                .rev()
                .flat_map(|name| [(key(name), name.clone())])
                .collect(),
            unknown: BTreeMap::new(),
            list: Vec::new(),
            respelled: Vec::new(),
        }
    }

    /// The name as the site spells it, or as the sheet spelled it first.
    pub(super) fn name(
        &mut self,
        text: &str,
        address: CellPlace,
        problems: &mut Problems,
    ) -> String {
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        let key = key(&text);
        if let Some(known) = self.known.get(&key) {
            if *known != text && !self.respelled.contains(&text) {
                self.respelled.push(text.clone());
                problems.add(
                    ProblemCode::ZoneSpelling,
                    Severity::Notice,
                    Some(address),
                    format!(
                        "The zone “{}” in {address} was taken for the zone “{known}” of the site.",
                        brief(&text)
                    ),
                    "Change the name in the file if another zone is meant.",
                );
            }
            return known.clone();
        }
        let place = *self.unknown.entry(key).or_insert_with(|| {
            problems.add(
                ProblemCode::ZoneUnknown,
                Severity::Question,
                Some(address),
                format!("The site has no zone “{}”, which stands in {address} first.", brief(&text)),
                "Let the import create the zone, or choose a zone of the site, or leave the assets without one.",
            );
            self.list.push(UnknownZone { name: text, rows: 0 });
            self.list.len() - 1
        });
        self.list[place].rows += 1;
        self.list[place].name.clone()
    }

    pub(super) fn into_unknown(self) -> Vec<UnknownZone> {
        self.list
    }
}
