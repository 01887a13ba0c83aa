//! Writes reports of the test plants to a folder, to look at them and to time them:
//! `cargo run --release -p zonewright-report --example sample_report -- FOLDER`.
#![allow(clippy::unwrap_used, clippy::print_stdout, missing_docs)]

#[path = "../tests/support/mod.rs"]
mod support;

use std::time::Instant;

use support::{Case, asset, crowded_plant, dosing_plant, empty_site};
use zonewright_domain::asset::{AssetField, AssetType};

fn main() {
    let folder = std::env::args().nth(1).expect("a folder to write to");
    let mut many = dosing_plant();
    many.assets = (0..10_000)
        .map(|n| {
            let ip = format!("10.{}.{}.{}", n / 60_000, n / 250 % 250, n % 250);
            let fields = [
                (AssetField::Ip, ip.as_str()),
                (AssetField::Model, "S7-1500"),
            ];
            asset(
                n,
                &format!("Asset {n:05}"),
                AssetType::Plc,
                Some("basic"),
                &fields,
            )
        })
        .collect();
    for (name, snapshot) in [
        ("plant", dosing_plant()),
        ("empty", empty_site()),
        ("crowded", crowded_plant()),
        ("assets", many),
    ] {
        let case = Case::new(snapshot);
        let start = Instant::now();
        let pdf = case.render();
        println!(
            "{name}: {} ms, {} kB",
            start.elapsed().as_millis(),
            pdf.len() / 1000
        );
        std::fs::write(format!("{folder}/{name}.pdf"), pdf).unwrap();
        let svg = zonewright_report::plan_svg(&case.snapshot);
        std::fs::write(format!("{folder}/{name}.svg"), svg).unwrap();
    }
    let text = zonewright_report::AppearanceText {
        name: "Ines Örtel",
        role: "Assessor",
        signed_at: "23 November 2026, 14:20 +01:00",
        reason: "I made this assessment",
        fingerprint: "AB12 CD34 EF56 7890",
    };
    let (width, height) = (
        zonewright_report::SIGN_FIELD_WIDTH_PT,
        zonewright_report::SIGN_FIELD_HEIGHT_PT,
    );
    let start = Instant::now();
    let pdf = zonewright_report::signature_appearance(&text, width, height).unwrap();
    println!(
        "signature: {} ms, {} kB",
        start.elapsed().as_millis(),
        pdf.len() / 1000
    );
    std::fs::write(format!("{folder}/signature.pdf"), pdf).unwrap();
}
