//! The plant with texts that break layouts, wherever a text can stand: long, unbroken, of other scripts, with emoji and
//! with signs that no one sees.

use zonewright_domain::snapshot::SiteSnapshot;

use super::dosing_plant;

/// Texts that a person may paste, each awkward in its own way.
fn awkward() -> [String; 5] {
    [
        "The pump stands idle. ".repeat(300),
        "👩‍🏭🏭⚠️ seen by 👷🏽, family 👨‍👩‍👧‍👦, flag 🇩🇪".to_owned(),
        "مضخة الجرعات 漢字 ไทย नमस्ते e\u{301}\u{302}\u{303}".to_owned(),
        "unbroken".repeat(700),
        "line one\nline two\ttabbed\u{7}\u{200b}\u{fffe}\u{202e}end".to_owned(),
    ]
}

/// The plant in other people's words.
pub fn wordy_plant() -> SiteSnapshot {
    let mut plant = dosing_plant();
    let texts = awkward();
    let mut next = texts.iter().cycle().cloned();
    let mut text = || next.next().unwrap();
    let name = |text: String| text.chars().take(300).collect::<String>();
    plant.site.name = name(text());
    plant.site.suc = text();
    plant.site.boundary = text();
    plant.site.assessor = text();
    for zone in &mut plant.zones {
        zone.name = name(text());
        zone.purpose = text();
        zone.accountable = text();
    }
    for conduit in &mut plant.conduits {
        conduit.name = name(text());
        conduit.purpose = text();
    }
    for asset in &mut plant.assets {
        asset.name = name(text());
        for value in asset.fields.values_mut() {
            *value = name(text());
        }
    }
    for answer in &mut plant.answers {
        answer.note = text();
        answer.said_by = name(text());
        if let Some(overrule) = &mut answer.overrule {
            overrule.reason = text();
        }
    }
    for evidence in &mut plant.evidence {
        evidence.file_name = name(text());
    }
    plant
}
