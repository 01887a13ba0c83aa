//! Mappings: one file each, checked against the packs and frameworks that they join.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use toml::Spanned;
use zonewright_domain::mapping::{Link, Mapping, Strength};

use crate::format::{LinkEntry, MappingFile, Text};
use crate::load::{Texts, place};
use crate::problem::{CatalogProblem, Fault};
use crate::source::Source;

/// Identifiers of every entry by pack or framework.
pub type KnownEntries = BTreeMap<String, BTreeSet<String>>;

/// Reads mappings, given as (file name, text), and checks that both ends of each link are known, that no pair stands
/// twice, and that the mappings do not go round in a circle.
///
/// # Errors
/// Every problem of every file, in the order of file and line.
pub fn load_mappings(
    files: &[(&str, &str)],
    known: &KnownEntries,
) -> Result<Vec<Mapping>, Vec<CatalogProblem>> {
    let mut problems = Vec::new();
    let mut read = Vec::new();
    for source in &Source::all(files) {
        match read_mapping(source, Some(known), &mut problems) {
            Some(mapping) => read.push((source.name.clone(), mapping)),
            None => continue,
        }
    }
    problems.extend(cycle(&read));
    if problems.is_empty() {
        return Ok(read.into_iter().map(|(_, mapping)| mapping).collect());
    }
    problems.sort_by(|a, b| (&a.file, a.line).cmp(&(&b.file, b.line)));
    Err(problems)
}

/// Reads one mapping; without `known` its ends are taken on trust, which saves reading the packs that they name.
pub(crate) fn read_mapping(
    source: &Source,
    known: Option<&KnownEntries>,
    problems: &mut Vec<CatalogProblem>,
) -> Option<Mapping> {
    let file: MappingFile = match source.read() {
        Ok(file) => file,
        Err(problem) => {
            problems.push(problem);
            return None;
        }
    };
    let mut reader = Reader {
        source,
        problems,
        known,
    };
    let [id, from, to, title, note] = [
        (&file.id, "id"),
        (&file.from, "from"),
        (&file.to, "to"),
        (&file.title, "title"),
        (&file.note, "note"),
    ]
    .map(|(text, field)| reader.take("The mapping", 0..0, text, field));
    reader.check_standard(&file.from, &from);
    reader.check_standard(&file.to, &to);
    let expected = format!("{from}-to-{to}");
    if id != expected && ![&id, &from, &to].iter().any(|text| text.is_empty()) {
        let fault = Fault::MappingId {
            id: id.clone(),
            expected,
        };
        reader.note(&place(&file.id), fault);
    }
    let mut pairs = BTreeSet::new();
    let mut links = Vec::new();
    for entry in &file.links {
        if let Some(link) = reader.link(entry, [&from, &to]) {
            if !pairs.insert((link.from.clone(), link.to.clone())) {
                let (from, to) = (link.from.clone(), link.to.clone());
                reader.note(&place(&entry.get_ref().from), Fault::PairTwice { from, to });
            }
            links.push(link);
        }
    }
    if links.is_empty() && reader.problems.is_empty() {
        reader.note(&(0..0), Fault::Empty);
    }
    Some(Mapping {
        id,
        from,
        to,
        title,
        note,
        links,
    })
}

struct Reader<'a> {
    source: &'a Source,
    problems: &'a mut Vec<CatalogProblem>,
    known: Option<&'a KnownEntries>,
}

impl Reader<'_> {
    fn link(&mut self, entry: &Spanned<LinkEntry>, standards: [&str; 2]) -> Option<Link> {
        let (at, link) = (entry.span(), entry.get_ref());
        let from = self.take("The link", at.clone(), &link.from, "from");
        let to = self.take("The link", at.clone(), &link.to, "to");
        let owner = format!("The link {from} – {to}");
        let reason = self.take(&owner, at.clone(), &link.reason, "reason");
        let word = self.take(&owner, at, &link.strength, "strength");
        self.check_end(&link.from, standards[0], &from);
        self.check_end(&link.to, standards[1], &to);
        let strength = Strength::parse(&word);
        if strength.is_none() && !word.is_empty() {
            let known: Vec<_> = Strength::ALL.iter().map(|one| one.word()).collect();
            let fault = Fault::UnknownWord {
                owner,
                field: "strength",
                word: word.into(),
                known: known.join(", ").into(),
            };
            self.note(&place(&link.strength), fault);
        }
        Some(Link {
            from,
            to,
            strength: strength?,
            reason,
        })
    }

    fn check_standard(&mut self, text: &Text, id: &str) {
        if self.known.is_some_and(|known| !known.contains_key(id)) && !id.is_empty() {
            self.note(&place(text), Fault::UnknownStandard { id: id.to_owned() });
        }
    }

    /// Silent when the standard itself is unknown, which was noted already.
    fn check_end(&mut self, text: &Text, standard: &str, id: &str) {
        let entries = self.known.and_then(|known| known.get(standard));
        if entries.is_some_and(|entries| !entries.contains(id)) && !id.is_empty() {
            let (standard, id) = (standard.to_owned(), id.to_owned());
            self.note(&place(text), Fault::UnknownEnd { standard, id });
        }
    }

    fn take(&mut self, owner: &str, at: Range<usize>, text: &Text, field: &'static str) -> String {
        let mut texts = Texts {
            source: self.source,
            problems: self.problems,
            owner,
            at,
        };
        texts.take(text, field)
    }

    fn note(&mut self, at: &Range<usize>, fault: Fault) {
        self.problems.push(self.source.problem(at, fault));
    }
}

/// The first circle among the mappings, told once, at the mapping that closes it.
fn cycle(read: &[(String, Mapping)]) -> Option<CatalogProblem> {
    let mut reach: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for (file, mapping) in read {
        if let Some(path) = path(&reach, &mapping.to, &mapping.from) {
            let path = [vec![mapping.from.as_str()], path].concat().join(", ");
            return Some(CatalogProblem {
                file: file.clone(),
                line: None,
                fault: Fault::Cycle { path },
            });
        }
        reach.entry(&mapping.from).or_default().push(&mapping.to);
    }
    None
}

/// A way from one standard to another along the mappings so far, both ends included. These have no circle, so it ends.
fn path<'a>(
    reach: &BTreeMap<&'a str, Vec<&'a str>>,
    from: &'a str,
    to: &str,
) -> Option<Vec<&'a str>> {
    if from == to {
        return Some(vec![from]);
    }
    let mut next = reach.get(from)?.iter();
    next.find_map(|step| path(reach, step, to).map(|rest| [vec![from], rest].concat()))
}
