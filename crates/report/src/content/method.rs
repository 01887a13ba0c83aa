//! How the numbers came about and how to read them, in our own words.

use super::block::{Block, Chapter, Paper, Table};
use super::text::Text;

pub(crate) fn chapter() -> Chapter {
    let term = |name: &str, meaning: &str| Text::default().bold(name).plain(format!(": {meaning}"));
    let mut ratings = Table::new(&[
        ("Rating", 1.0),
        ("Meaning", 2.6),
        ("Counts towards a level", 1.2),
    ]);
    for (rating, meaning, counts) in [
        ("Met", "What is asked for is in place and works.", "Yes"),
        (
            "Compensated",
            "Something else does the same; the report names it with its reason.",
            "Yes",
        ),
        (
            "Not applicable",
            "There is nothing here that it could apply to; the report gives the reason.",
            "Yes",
        ),
        (
            "Partly met",
            "In place for some of the unit, or not reliably.",
            "No",
        ),
        ("Not met", "Not in place.", "No"),
        ("Open", "Not answered yet.", "No; shown as possible"),
    ] {
        ratings.row(vec![rating.into(), meaning.into(), counts.into()]);
    }
    Chapter {
        title: "How to read this report".to_owned(),
        paper: Paper::A4Portrait,
        blocks: vec![
            Block::Paragraph("The plant is divided into zones, which hold equipment with the same need for protection, and conduits, which are the ways between them. Zones and conduits are assessed alike; this report calls both units. Every unit is judged on its own. There is no average anywhere, because one weak spot is enough for an attacker.".into()),
            Block::Section("Security levels".to_owned()),
            Block::Bullets(vec![
                term("FR", "one of the seven foundational requirements, from identification (FR 1) to availability (FR 7)."),
                term("SL-T", "the target level of an FR in a unit, 0 to 4, set from risk or by hand."),
                term("SL-A", "the level achieved: the highest one at which everything demanded up to that level is met, compensated or not applicable. One requirement that falls short holds the whole FR back."),
                term("Possible SL-A", "the same, if every question that is still open were answered well. It shows how much is not known yet."),
                term("Gap", "SL-T minus SL-A, where that is positive. A unit meets its target when no FR has a gap."),
                term("Due", "a requirement is due in a unit when the SL-T of its FR demands it."),
            ]),
            Block::Section("Ratings".to_owned()),
            Block::Table(ratings),
            Block::Section("Maturity of the programme".to_owned()),
            Block::Paragraph("The security programme of the site is rated by maturity: ML 0 not done, ML 1 done as the occasion arises, ML 2 written down and managed, ML 3 practised as written and proven, ML 4 measured and improved. An element is as mature as its weakest requirement, a programme area (SPE) as its weakest element.".into()),
            Block::Section("Where an answer comes from".to_owned()),
            Block::Paragraph("An answer may hold for the whole site, for a zone with everything inside it, or for one unit. The nearest one counts; the findings say where it was given, by whom and how it was checked.".into()),
        ],
    }
}
