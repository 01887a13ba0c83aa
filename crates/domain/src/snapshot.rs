//! A whole site at one moment: what reports and checks are made from.

use crate::answer::{Answer, Evidence};
use crate::asset::Asset;
use crate::id::{PersonId, SiteId};
use crate::maturity::Maturity;
use crate::plan::{Conduit, Zone};

/// The site: its identity and the system under consideration (62443-3-2 ZCR 1).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Site {
    /// Its identifier.
    pub id: SiteId,
    /// Name; never empty.
    pub name: String,
    /// Company.
    pub company: String,
    /// Where it is.
    pub location: String,
    /// What belongs to the system under consideration.
    pub suc: String,
    /// Its boundary and access points.
    pub boundary: String,
    /// Who made the assessment.
    pub assessor: String,
    /// The maturity the programme aims at.
    pub target_maturity: Option<Maturity>,
}

/// Somebody with a part in the assessment or the plant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person {
    /// Its identifier.
    pub id: PersonId,
    /// Name; never empty.
    pub name: String,
    /// What they do.
    pub role: String,
    /// Company or department.
    pub company: String,
}

/// A pack that a site uses, fixed by its hash.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PackPin {
    /// [`crate::pack::Pack::id`].
    pub id: String,
    /// [`crate::pack::Pack::sha256`].
    pub sha256: String,
}

/// Where a snapshot comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Provenance {
    /// Hash of the newest operation of the journal, hexadecimal.
    pub journal_head: String,
    /// How many operations the journal holds.
    pub operations: u64,
    /// When the newest operation was made, RFC 3339.
    pub last_change: String,
    /// The packs in use.
    pub packs: Vec<PackPin>,
}

/// Everything in a site; lists are sorted by name (answers and evidence by key), so that equal sites are equal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SiteSnapshot {
    /// The site.
    pub site: Site,
    /// People.
    pub people: Vec<Person>,
    /// Zones.
    pub zones: Vec<Zone>,
    /// Conduits.
    pub conduits: Vec<Conduit>,
    /// Assets.
    pub assets: Vec<Asset>,
    /// Answers.
    pub answers: Vec<Answer>,
    /// Evidence without its bytes.
    pub evidence: Vec<Evidence>,
    /// Where it comes from.
    pub provenance: Provenance,
}
