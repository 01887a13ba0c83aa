//! The assessment packs of Zonewright: content under `assessments/`, read, cross-checked and embedded.
//!
//! The content is TOML that people who know plants write and review without reading Rust; `assessments/README.md`
//! explains it. [`load`] reads the files of one pack and tells every problem at once; [`packs`] gives the embedded
//! ones.

mod embedded;
mod format;
mod identifier;
mod load;
mod problem;
mod source;

use std::sync::OnceLock;

use zonewright_domain::pack::Pack;

pub use embedded::{EMBEDDED, EmbeddedPack};
pub use load::load;
pub use problem::{CatalogProblem, Fault};

/// Id of the pack of IEC 62443-3-3:2013, asked of each zone and conduit.
pub const TECHNICAL_PACK: &str = "iec62443-3-3-2013";

/// Id of the pack of IEC 62443-2-1:2024, asked of the site.
pub const PROGRAMME_PACK: &str = "iec62443-2-1-2024";

struct Catalog {
    packs: Vec<Pack>,
    edition_notes: Vec<String>,
}

/// The embedded packs, technical first; read on the first call and kept.
pub fn packs() -> &'static [Pack] {
    &catalog().packs
}

/// The embedded pack with this id.
pub fn find_pack(id: &str) -> Option<&'static Pack> {
    packs().iter().find(|pack| pack.id == id)
}

/// What a reader must know about the edition behind a pack, above all that the standard itself must be bought;
/// `None` for a pack that is not embedded.
pub fn edition_note(id: &str) -> Option<&'static str> {
    let position = packs().iter().position(|pack| pack.id == id)?;
    catalog().edition_notes.get(position).map(String::as_str)
}

fn catalog() -> &'static Catalog {
    static CATALOG: OnceLock<Catalog> = OnceLock::new();
    CATALOG.get_or_init(|| {
        let read = EMBEDDED
            .iter()
            .map(|pack| load::load_with_note(pack.files))
            .collect::<Result<Vec<_>, _>>()
            .expect("the tests of this crate load every embedded pack");
        let (packs, edition_notes) = read.into_iter().unzip();
        Catalog {
            packs,
            edition_notes,
        }
    })
}
