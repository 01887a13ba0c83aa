//! A believable plant for the tests: a dosing and packaging site with nested zones, gaps, notes and evidence.
// Each test program uses its own part of this.
#![allow(clippy::unwrap_used, unreachable_pub, dead_code, unused_imports)]

mod answers;
mod crowded;
mod packs;
pub mod pdf;
mod plant;
mod wordy;

use chrono::{DateTime, FixedOffset};
use zonewright_domain::pack::Pack;
use zonewright_domain::posture::{Posture, posture};
use zonewright_domain::snapshot::SiteSnapshot;
use zonewright_report::{ReportInput, ReportOptions};

pub use crowded::crowded_plant;
pub use packs::{programme_pack, technical_pack};
pub use plant::{asset, dosing_plant, empty_site, zone};
pub use wordy::wordy_plant;

/// A site with everything that a report of it needs.
pub struct Case {
    pub snapshot: SiteSnapshot,
    pub packs: Vec<Pack>,
    pub posture: Posture,
}

impl Case {
    /// The site assessed against both packs.
    pub fn new(snapshot: SiteSnapshot) -> Self {
        let packs = vec![technical_pack(), programme_pack()];
        let posture = posture(&snapshot, &packs.iter().collect::<Vec<_>>());
        Self {
            snapshot,
            packs,
            posture,
        }
    }

    /// The report with these options.
    pub fn render_with(&self, options: ReportOptions) -> Vec<u8> {
        let packs: Vec<&Pack> = self.packs.iter().collect();
        let input = ReportInput {
            snapshot: &self.snapshot,
            posture: &self.posture,
            packs: &packs,
            made_at: moment(),
            program_version: "0.1.0",
            options,
        };
        zonewright_report::render(&input).unwrap()
    }

    /// The report.
    pub fn render(&self) -> Vec<u8> {
        self.render_with(ReportOptions::default())
    }
}

/// A fixed moment.
pub fn moment() -> DateTime<FixedOffset> {
    DateTime::parse_from_rfc3339("2026-11-23T14:05:00+01:00").unwrap()
}
