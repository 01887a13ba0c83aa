//! The cover.

use super::KIND;
use super::text::Text;
use crate::ReportInput;

/// What stands on the cover.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Cover {
    pub(crate) kind: String,
    pub(crate) site: String,
    pub(crate) place: String,
    /// Classification and state of the document.
    pub(crate) marks: String,
    pub(crate) facts: Vec<(String, Text)>,
}

pub(crate) fn cover(input: &ReportInput<'_>) -> Cover {
    let site = &input.snapshot.site;
    let place = [&site.company, &site.location];
    let place = place
        .into_iter()
        .map(|part| part.trim())
        .filter(|part| !part.is_empty());
    let state = if input.options.draft {
        "DRAFT: not for signature"
    } else {
        "Not binding until signed; see the sign-off page"
    };
    let class = input.options.classification.trim();
    let marks = [class, state].into_iter().filter(|mark| !mark.is_empty());
    let packs = input
        .packs
        .iter()
        .map(|pack| format!("{} (content {})", pack.standard, pack.version));
    let fact = |name: &str, text: &str| (name.to_owned(), Text::from(text.trim()));
    Cover {
        kind: KIND.to_owned(),
        site: site.name.clone(),
        place: place.collect::<Vec<_>>().join(" · "),
        marks: marks.collect::<Vec<_>>().join("  ·  "),
        facts: vec![
            fact("System under consideration", &site.suc),
            fact("Assessor", &site.assessor),
            fact(
                "Date of this report",
                &input.made_at.format("%-d %B %Y, %H:%M %:z").to_string(),
            ),
            fact("Assessed against", &packs.collect::<Vec<_>>().join("\n")),
            fact(
                "Written with",
                &format!("Zonewright {}", input.program_version),
            ),
        ],
    }
}
