//! The content of Zonewright: assessment packs, frameworks and mappings under `assessments/`, read, cross-checked and
//! embedded.
//!
//! The content is TOML that people who know plants write and review without reading Rust; `assessments/README.md`
//! explains it. [`load`] reads the files of one pack and tells every problem at once, [`load_folder`] those of a
//! company's own pack. What is embedded is read when it is first asked for and kept, so that a site pays only for the
//! packs it uses.

mod embedded;
mod folder;
mod format;
mod framework;
mod identifier;
mod load;
mod mapping;
mod problem;
mod source;

use std::sync::OnceLock;

use zonewright_domain::framework::Framework;
use zonewright_domain::mapping::Mapping;
use zonewright_domain::pack::Pack;

pub use embedded::{EMBEDDED, EMBEDDED_FRAMEWORKS, EMBEDDED_MAPPINGS, EmbeddedPack};
pub use folder::load_folder;
pub use framework::load_framework;
pub use load::load;
pub use mapping::{KnownEntries, load_mappings};
pub use problem::{CatalogProblem, Fault};

/// Id of the pack of IEC 62443-3-3:2013, asked of each zone and conduit.
pub const TECHNICAL_PACK: &str = "iec62443-3-3-2013";

/// Id of the pack of IEC 62443-2-1:2024, asked of the site.
pub const PROGRAMME_PACK: &str = "iec62443-2-1-2024";

/// Id of the pack of IEC 62443-4-2:2019, for the assessment of one component.
pub const COMPONENT_PACK: &str = "iec62443-4-2-2019";

/// Id of the pack of IEC 62443-2-1:2010, for those who must still use it.
pub const OLD_PROGRAMME_PACK: &str = "iec62443-2-1-2010";

/// The packs that every site is assessed by: technical, then programme.
pub fn site_packs() -> [&'static Pack; 2] {
    static BOTH: OnceLock<[&'static Pack; 2]> = OnceLock::new();
    *BOTH.get_or_init(|| {
        let find = |id| position(id).expect("the packs of sites are embedded");
        read_together([find(TECHNICAL_PACK), find(PROGRAMME_PACK)])
    })
}

/// Every embedded pack, those of sites first.
pub fn packs() -> &'static [&'static Pack] {
    static ALL: OnceLock<[&'static Pack; EMBEDDED.len()]> = OnceLock::new();
    ALL.get_or_init(|| read_together(std::array::from_fn(|position| position)))
}

/// Reads packs at the same time, those that were not asked for before.
fn read_together<const N: usize>(positions: [usize; N]) -> [&'static Pack; N] {
    std::thread::scope(|scope| {
        let readers = positions.map(|position| scope.spawn(move || &read_pack(position).0));
        readers.map(|reader| {
            reader
                .join()
                .expect("the tests of this crate load every embedded pack")
        })
    })
}

/// The embedded pack with this id; no other is read.
pub fn find_pack(id: &str) -> Option<&'static Pack> {
    position(id).map(|position| &read_pack(position).0)
}

/// What a reader must know about the edition behind a pack, above all that the standard itself must be bought;
/// `None` for a pack that is not embedded.
pub fn edition_note(id: &str) -> Option<&'static str> {
    position(id).map(|position| read_pack(position).1.as_str())
}

fn position(id: &str) -> Option<usize> {
    EMBEDDED.iter().position(|pack| pack.folder == id)
}

/// The pack at a position of [`EMBEDDED`] with the note on its edition, read once.
fn read_pack(position: usize) -> &'static (Pack, String) {
    static READ: [OnceLock<(Pack, String)>; EMBEDDED.len()] =
        [const { OnceLock::new() }; EMBEDDED.len()];
    READ[position].get_or_init(|| {
        load::load_with_note(EMBEDDED[position].files)
            .expect("the tests of this crate load every embedded pack")
    })
}

/// Every framework that stands beside IEC 62443, read on the first call and kept.
pub fn frameworks() -> &'static [Framework] {
    static READ: OnceLock<Vec<Framework>> = OnceLock::new();
    READ.get_or_init(|| {
        let read = EMBEDDED_FRAMEWORKS.iter();
        read.map(|(name, text)| load_framework(name, text))
            .collect::<Result<_, _>>()
            .expect("the tests of this crate load every embedded framework")
    })
}

/// The framework with this id.
pub fn find_framework(id: &str) -> Option<&'static Framework> {
    frameworks().iter().find(|framework| framework.id == id)
}

/// Every mapping, read on the first call and kept. That their ends exist is a matter of the tests, so that the packs
/// of both ends need not be read.
pub fn mappings() -> &'static [Mapping] {
    static READ: OnceLock<Vec<Mapping>> = OnceLock::new();
    READ.get_or_init(|| {
        let read = EMBEDDED_MAPPINGS.iter().map(|(name, text)| {
            let mut problems = Vec::new();
            let source = source::Source::new(name, text);
            let mapping = mapping::read_mapping(&source, None, &mut problems);
            mapping.filter(|_| problems.is_empty())
        });
        read.collect::<Option<_>>()
            .expect("the tests of this crate load every embedded mapping")
    })
}
