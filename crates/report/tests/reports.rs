//! What a report of a site must do whatever the site holds: the same bytes again, every text, every size.
#![allow(clippy::unwrap_used)]

mod support;

use lopdf::Document;
use proptest::prelude::*;
use support::{Case, asset, dosing_plant, empty_site, zone};
use zonewright_domain::asset::{AssetField, AssetType};
use zonewright_domain::fact::ScopingFact;
use zonewright_domain::plan::ZoneKind;
use zonewright_report::{
    AppearanceText, ReportError, ReportOptions, SIGN_FIELD_HEIGHT_PT, SIGN_FIELD_WIDTH_PT,
    plan_svg, read_embedded, signature_appearance,
};

fn text_of(pdf: &[u8]) -> String {
    let document = Document::load_mem(pdf).unwrap();
    let pages: Vec<u32> = document.get_pages().into_keys().collect();
    document.extract_text(&pages).unwrap()
}

fn squeezed(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

#[test]
fn equal_input_gives_equal_bytes_and_other_input_other_bytes() {
    let one = Case::new(dosing_plant()).render();
    assert_eq!(one, Case::new(dosing_plant()).render());
    let mut other = dosing_plant();
    other.site.name.push('!');
    assert_ne!(one, Case::new(other).render());
}

#[test]
fn our_own_words_use_only_signs_that_the_fonts_have() {
    for snapshot in [dosing_plant(), empty_site()] {
        assert!(!text_of(&Case::new(snapshot).render()).contains("[U+"));
    }
}

#[test]
fn the_embedded_assessment_holds_the_site_and_its_levels() {
    let case = Case::new(dosing_plant());
    let json = read_embedded(&case.render()).unwrap();
    assert_eq!(json["schema"], 1);
    assert_eq!(json["site"]["name"], case.snapshot.site.name.as_str());
    assert_eq!(
        json["assets"].as_array().unwrap().len(),
        case.snapshot.assets.len()
    );
    assert_eq!(
        json["answers"].as_array().unwrap().len(),
        case.snapshot.answers.len()
    );
    for (entry, unit) in json["units"]
        .as_array()
        .unwrap()
        .iter()
        .zip(&case.posture.units)
    {
        assert_eq!(entry["name"], unit.name.as_str());
        assert_eq!(entry["sl_a"], serde_json::json!(unit.achieved().numbers()));
        assert_eq!(
            entry["gap"],
            serde_json::json!(unit.gap().map(|gap| gap.numbers()))
        );
    }
}

#[test]
fn a_scoping_fact_stands_in_the_register_with_its_reason_and_in_the_embedded_assessment() {
    let silent = text_of(&Case::new(dosing_plant()).render());
    assert!(squeezed(&silent).contains("Nobodysaidyetwhatispresent"));
    let mut snapshot = dosing_plant();
    let zone = snapshot
        .zones
        .iter_mut()
        .find(|zone| zone.id.as_str() == "basic")
        .unwrap();
    zone.facts.set(ScopingFact::Wireless, Some(false));
    zone.facts.set(ScopingFact::Passwords, Some(true));
    let pdf = Case::new(snapshot).render();
    let text = squeezed(&text_of(&pdf));
    assert_eq!(
        text.matches("Nowirelesslinksareusedhere(scopingfact).")
            .count(),
        3,
        "findings, exceptions and answers"
    );
    assert!(
        text.contains("Duebutnotapplicable(3):SR1.6,SR1.6RE1,SR2.2."),
        "what is due comes with its reason"
    );
    let json = read_embedded(&pdf).unwrap();
    let find = |list: &str, key: &str, value: &str| {
        let list = json[list].as_array().unwrap();
        list.iter()
            .find(|entry| entry[key] == value)
            .unwrap()
            .clone()
    };
    assert_eq!(
        find("zones", "id", "basic")["facts"],
        serde_json::json!({ "passwords": true, "wireless": false })
    );
    assert_eq!(find("zones", "id", "room")["facts"], serde_json::json!({}));
    let unit = find("units", "unit", "zone:basic");
    let requirements = unit["requirements"].as_array().unwrap();
    let void: Vec<_> = requirements
        .iter()
        .filter(|r| r["void_by"] == "wireless")
        .collect();
    assert_eq!(void.len(), 3);
    assert!(
        void.iter()
            .all(|r| r["rating"] == "not_applicable" && r["answered_at"].is_null())
    );
}

#[test]
fn what_is_no_report_is_refused_with_a_remedy() {
    let label = AppearanceText {
        name: "A",
        role: "Assessor",
        signed_at: "today",
        reason: "",
        fingerprint: "",
    };
    let other = signature_appearance(&label, 200.0, 60.0).unwrap();
    for (bytes, code) in [
        (b"hello".as_slice(), "report_unreadable"),
        (&other, "report_no_assessment"),
    ] {
        let error: ReportError = read_embedded(bytes).unwrap_err();
        assert_eq!(error.code(), code);
        assert!(error.to_string().contains("report"), "{error}");
    }
}

#[test]
fn a_draft_says_so_on_its_pages_and_a_final_report_does_not() {
    let case = Case::new(empty_site());
    let options = |draft| ReportOptions {
        draft,
        ..ReportOptions::default()
    };
    assert!(text_of(&case.render_with(options(true))).contains("DRAFT"));
    assert!(!text_of(&case.render_with(options(false))).contains("DRAFT"));
}

#[test]
fn long_notes_and_names_are_kept_to_the_last_word() {
    let mut snapshot = dosing_plant();
    snapshot.site.name = "Unbrokenname".repeat(25);
    let answer = snapshot
        .answers
        .iter_mut()
        .find(|answer| !answer.note.is_empty())
        .unwrap();
    answer.note = format!(
        "{}THE-LAST-WORD",
        "The pump 😀 stands 漢字 idle. ".repeat(200)
    );
    let text = squeezed(&text_of(&Case::new(snapshot).render()));
    for kept in ["THE-LAST-WORD", "[U+1F600]", "[U+6F22]", "Unbrokenname"] {
        assert!(text.contains(kept), "{kept}");
    }
    assert_eq!(
        text.matches("[U+1F600]").count() % 200,
        0,
        "no copy of the note is cut"
    );
}

#[test]
fn ten_thousand_assets_repeat_the_head_of_their_table_on_every_page() {
    let mut snapshot = empty_site();
    snapshot.assets = (0..10_000)
        .map(|n| {
            asset(
                n,
                &format!("Asset {n:05}"),
                AssetType::Plc,
                None,
                &[(AssetField::Model, "S7-1500")],
            )
        })
        .collect();
    let pdf = Case::new(snapshot).render();
    let document = Document::load_mem(&pdf).unwrap();
    let mut rows = 0;
    for page in document.get_pages().into_keys() {
        let text = squeezed(&document.extract_text(&[page]).unwrap());
        let here = text.matches("S7-1500").count();
        rows += here;
        assert!(here == 0 || text.contains("Manufacturer"), "page {page}");
    }
    assert_eq!(rows, 10_000);
}

#[test]
fn the_drawing_as_svg_names_every_zone_and_is_well_formed() {
    let mut snapshot = empty_site();
    snapshot.zones.push(zone(
        "a",
        "Mixing <A> & \"B\"",
        ZoneKind::Safety,
        None,
        [0, 0, 400, 200],
    ));
    let svg = plan_svg(&snapshot);
    assert!(
        svg.contains("Z1 Mixing &lt;A&gt; &amp; &quot;B&quot;"),
        "{svg}"
    );
    assert!(svg.starts_with("<svg ") && svg.ends_with("</svg>\n"));
}

#[test]
fn a_signature_fits_its_field_whatever_the_name() {
    for name in ["Ines Örtel", &"Very long name ".repeat(30), "😀 漢字", ""] {
        let text = AppearanceText {
            name,
            role: "Asset owner",
            signed_at: "23 November 2026, 14:20 +01:00",
            reason: "I accept what remains",
            fingerprint: "AB12 CD34",
        };
        let pdf = signature_appearance(&text, SIGN_FIELD_WIDTH_PT, SIGN_FIELD_HEIGHT_PT).unwrap();
        let document = Document::load_mem(&pdf).unwrap();
        let pages = document.get_pages();
        assert_eq!(pages.len(), 1);
        let media = document
            .get_dictionary(pages[&1])
            .unwrap()
            .get(b"MediaBox")
            .unwrap()
            .as_array()
            .unwrap();
        let size = [2, 3].map(|edge| media[edge].as_float().unwrap());
        assert_eq!(size, [SIGN_FIELD_WIDTH_PT, SIGN_FIELD_HEIGHT_PT]);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    #[test]
    fn any_text_survives_every_place_it_can_stand_in(name in ".{1,80}", note in any::<String>(), tag in "\\PC{0,60}") {
        let mut snapshot = empty_site();
        snapshot.site.name = name.clone();
        snapshot.site.suc = note.clone();
        snapshot.site.assessor = tag.clone();
        snapshot.zones.push(zone("z", &name, ZoneKind::Control, None, [0, 0, 300, 200]));
        snapshot.assets.push(asset(1, &tag, AssetType::Plc, Some("z"), &[(AssetField::Model, &note)]));
        let pdf = Case::new(snapshot).render();
        prop_assert!(Document::load_mem(&pdf).is_ok());
        let json = read_embedded(&pdf).unwrap();
        prop_assert_eq!(json["site"]["name"].as_str().unwrap(), name);
    }
}
