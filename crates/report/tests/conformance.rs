//! The rules of PDF/A-3a and PDF/UA-1 that a program can check, over the object model of real reports.
#![allow(clippy::unwrap_used)]

mod support;

use std::collections::{BTreeMap, BTreeSet};

use lopdf::content::Content;
use lopdf::{Dictionary, Object, ObjectId};
use support::pdf::{Pdf, name, text};
use support::{Case, crowded_plant, dosing_plant, empty_site, wordy_plant};

fn reports() -> Vec<(&'static str, Pdf)> {
    vec![
        ("plant", Pdf::of(&Case::new(dosing_plant()))),
        ("empty", Pdf::of(&Case::new(empty_site()))),
        ("crowded", Pdf::of(&Case::new(crowded_plant()))),
        ("wordy", Pdf::of(&Case::new(wordy_plant()))),
    ]
}

#[test]
fn reports_follow_the_rules_of_archives_and_accessibility() {
    for (which, pdf) in reports() {
        the_catalog_says_what_the_file_is(which, &pdf);
        fonts_are_embedded_subsets_with_text(which, &pdf);
        no_text_shows_a_missing_glyph(which, &pdf);
        properties_agree(which, &pdf);
        annotations_are_complete(which, &pdf);
        content_belongs_to_the_structure(which, &pdf);
        the_structure_is_sound(which, &pdf);
        the_object_list_has_no_gaps(which, &pdf);
    }
}

fn the_catalog_says_what_the_file_is(which: &str, pdf: &Pdf) {
    assert!(pdf.bytes.starts_with(b"%PDF-1.7"), "{which}");
    let catalog = pdf.catalog();
    assert_eq!(text(catalog.get(b"Lang").unwrap()), "en", "{which}");
    assert!(
        pdf.dict(catalog.get(b"MarkInfo").unwrap())
            .get(b"Marked")
            .unwrap()
            .as_bool()
            .unwrap()
    );
    let preferences = pdf.dict(catalog.get(b"ViewerPreferences").unwrap());
    assert!(
        preferences
            .get(b"DisplayDocTitle")
            .unwrap()
            .as_bool()
            .unwrap()
    );
    let intents = pdf.list(catalog.get(b"OutputIntents").unwrap());
    assert_eq!(intents.len(), 1, "{which}");
    let intent = pdf.dict(&intents[0]);
    assert_eq!(name(intent, b"S"), "GTS_PDFA1");
    let profile = intent.get(b"DestOutputProfile").unwrap();
    assert_eq!(pdf.dict(profile).get(b"N").unwrap().as_i64().unwrap(), 3);
    let profile = pdf.stream(profile);
    assert_eq!(
        profile[..4],
        u32::try_from(profile.len()).unwrap().to_be_bytes(),
        "{which}: the profile knows its size"
    );
    assert!(!pdf.document.is_encrypted());
    let file = pdf.dict(&pdf.list(catalog.get(b"AF").unwrap())[0]);
    assert_eq!(name(file, b"AFRelationship"), "Source");
}

fn fonts_are_embedded_subsets_with_text(which: &str, pdf: &Pdf) {
    let fonts = pdf.fonts();
    assert!(!fonts.is_empty());
    for font in fonts {
        assert!(font.has(b"ToUnicode"), "{which}");
        assert_eq!(name(font, b"BaseFont").find('+'), Some(6), "{which}");
        let descendant = pdf.dict(&pdf.list(font.get(b"DescendantFonts").unwrap())[0]);
        let descriptor = pdf.dict(descendant.get(b"FontDescriptor").unwrap());
        assert!(descriptor.has(b"FontFile2"), "{which}");
        let program = pdf.stream(descriptor.get(b"FontFile2").unwrap());
        assert!(
            program.len() < 150_000,
            "{which}: a subset, not the whole font"
        );
        let map = String::from_utf8(pdf.stream(font.get(b"ToUnicode").unwrap())).unwrap();
        assert!(!map.contains("<0000> <0000>"), "{which}");
    }
}

fn no_text_shows_a_missing_glyph(which: &str, pdf: &Pdf) {
    for page in pdf.document.get_pages().into_values() {
        for operation in operations(pdf, page) {
            if operation.operator != "TJ" {
                continue;
            }
            for part in operation.operands[0].as_array().unwrap() {
                if let Object::String(codes, _) = part {
                    assert!(codes.chunks(2).all(|code| code != [0, 0]), "{which}");
                }
            }
        }
    }
}

fn operations(pdf: &Pdf, page: ObjectId) -> Vec<lopdf::content::Operation> {
    Content::decode(&pdf.document.get_page_content(page))
        .unwrap()
        .operations
}

fn properties_agree(which: &str, pdf: &Pdf) {
    let info = pdf.dict(pdf.document.trailer.get(b"Info").unwrap());
    let packet = String::from_utf8(pdf.stream(pdf.catalog().get(b"Metadata").unwrap())).unwrap();
    for (key, open, close) in [
        (
            "Title",
            "<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">",
            "</rdf:li>",
        ),
        ("Author", "<dc:creator><rdf:Seq><rdf:li>", "</rdf:li>"),
        (
            "Subject",
            "<dc:description><rdf:Alt><rdf:li xml:lang=\"x-default\">",
            "</rdf:li>",
        ),
        ("Producer", "<pdf:Producer>", "</pdf:Producer>"),
        ("Creator", "<xmp:CreatorTool>", "</xmp:CreatorTool>"),
    ] {
        let value = text(info.get(key.as_bytes()).unwrap());
        let said = packet
            .split(open)
            .nth(1)
            .unwrap()
            .split(close)
            .next()
            .unwrap();
        assert_eq!(said.replace("&amp;", "&"), value, "{which}: {key}");
    }
    assert_eq!(
        text(info.get(b"CreationDate").unwrap()),
        "D:20261123140500+01'00'"
    );
    assert!(packet.contains("<xmp:CreateDate>2026-11-23T14:05:00+01:00<"));
    for claim in [
        "<pdfaid:part>3<",
        "<pdfaid:conformance>A<",
        "<pdfuaid:part>1<",
        "pdfaExtension:schemas",
    ] {
        assert!(packet.contains(claim), "{which}: {claim}");
    }
}

fn annotations_are_complete(which: &str, pdf: &Pdf) {
    let mut fields = Vec::new();
    for annotation in pdf.annotations() {
        assert_eq!(
            annotation.get(b"F").unwrap().as_i64().unwrap(),
            4,
            "{which}"
        );
        assert!(annotation.has(b"StructParent"), "{which}");
        match name(annotation, b"Subtype").as_str() {
            "Link" => assert!(!text(annotation.get(b"Contents").unwrap()).is_empty()),
            "Widget" => {
                assert_eq!(name(annotation, b"FT"), "Sig");
                assert!(pdf.dict(annotation.get(b"AP").unwrap()).has(b"N"));
                assert!(!text(annotation.get(b"TU").unwrap()).is_empty());
                let rect = annotation.get(b"Rect").unwrap().as_array().unwrap();
                let size = [2, 3].map(|edge| {
                    rect[edge].as_float().unwrap() - rect[edge - 2].as_float().unwrap()
                });
                assert_eq!(
                    size,
                    [
                        zonewright_report::SIGN_FIELD_WIDTH_PT,
                        zonewright_report::SIGN_FIELD_HEIGHT_PT
                    ]
                );
                let field = text(annotation.get(b"T").unwrap());
                assert_eq!(annotation.has(b"Lock"), field == "AssetOwner", "{which}");
                fields.push(field);
            }
            other => panic!("{which}: unexpected annotation {other}"),
        }
    }
    assert_eq!(fields, ["Assessor", "Reviewer", "AssetOwner"], "{which}");
    let form = pdf.catalog().get(b"AcroForm").unwrap();
    assert!(
        form.as_reference().is_ok(),
        "{which}: the form is an object of its own"
    );
    assert_eq!(
        pdf.dict(form).get(b"SigFlags").unwrap().as_i64().unwrap(),
        3
    );
}

/// Every piece of content is either an artifact or known to the parent tree; nothing lies outside.
fn content_belongs_to_the_structure(which: &str, pdf: &Pdf) {
    let root = pdf.dict(pdf.catalog().get(b"StructTreeRoot").unwrap());
    let numbers = pdf.list(
        pdf.dict(root.get(b"ParentTree").unwrap())
            .get(b"Nums")
            .unwrap(),
    );
    let parents: BTreeMap<i64, &Object> = numbers
        .chunks(2)
        .map(|pair| (pair[0].as_i64().unwrap(), &pair[1]))
        .collect();
    for page in pdf.document.get_pages().into_values() {
        let dict = pdf.document.get_dictionary(page).unwrap();
        assert_eq!(name(dict, b"Tabs"), "S", "{which}");
        let key = dict.get(b"StructParents").unwrap().as_i64().unwrap();
        let owners = pdf.list(parents[&key]);
        let mut depth = 0;
        let mut seen = 0;
        for operation in operations(pdf, page) {
            match operation.operator.as_str() {
                "BDC" => {
                    depth += 1;
                    if let Ok(mcid) = operation.operands[1]
                        .as_dict()
                        .and_then(|dict| dict.get(b"MCID"))
                    {
                        assert_eq!(depth, 1, "{which}: structure content does not nest");
                        assert_eq!(mcid.as_i64().unwrap(), seen, "{which}");
                        let tag = operation.operands[0].as_name().unwrap();
                        let owner = pdf.dict(&owners[usize::try_from(seen).unwrap()]);
                        assert_eq!(owner.get(b"S").unwrap().as_name().unwrap(), tag, "{which}");
                        seen += 1;
                    }
                }
                "EMC" => depth -= 1,
                "TJ" | "Tj" | "f" | "S" | "B" | "re" => {
                    assert!(depth > 0, "{which}: content outside the structure")
                }
                _ => {}
            }
        }
        assert_eq!(
            (depth, usize::try_from(seen).unwrap()),
            (0, owners.len()),
            "{which}"
        );
    }
    for annotation in pdf.annotations() {
        let owner = pdf.dict(parents[&annotation.get(b"StructParent").unwrap().as_i64().unwrap()]);
        let expected = if name(annotation, b"Subtype") == "Link" {
            "Link"
        } else {
            "Form"
        };
        assert_eq!(name(owner, b"S"), expected, "{which}");
    }
}

fn the_structure_is_sound(which: &str, pdf: &Pdf) {
    let mut last_heading = 0;
    let mut tags = BTreeSet::new();
    for element in pdf.elements() {
        let tag = name(element, b"S");
        match tag.as_str() {
            "Figure" => assert!(!text(element.get(b"Alt").unwrap()).is_empty(), "{which}"),
            "TH" => assert!(
                pdf.dict(element.get(b"A").unwrap()).has(b"Scope"),
                "{which}"
            ),
            "Form" => assert!(
                element.get(b"K").unwrap().as_dict().is_ok(),
                "{which}: one object, not a list"
            ),
            "Table" => rows_are_of_one_length(which, pdf, element),
            "H1" | "H2" | "H3" => {
                let level = i32::from(tag.as_bytes()[1] - b'0');
                assert!(
                    level <= last_heading + 1,
                    "{which}: a heading skips a level"
                );
                last_heading = level;
            }
            _ => {}
        }
        tags.insert(tag);
    }
    for tag in [
        "Document", "H1", "P", "Table", "TH", "TD", "TOC", "TOCI", "Link", "Form",
    ] {
        assert!(tags.contains(tag), "{which}: {tag}");
    }
}

fn rows_are_of_one_length(which: &str, pdf: &Pdf, table: &Dictionary) {
    let mut elements = Vec::new();
    pdf.walk(table.get(b"K").unwrap(), &mut elements);
    let rows = elements
        .iter()
        .filter(|element| name(element, b"S") == "TR");
    let lengths: BTreeSet<usize> = rows
        .map(|row| pdf.list(row.get(b"K").unwrap()).len())
        .collect();
    assert_eq!(lengths.len(), 1, "{which}: {lengths:?}");
}

fn the_object_list_has_no_gaps(which: &str, pdf: &Pdf) {
    let numbers: Vec<u32> = pdf
        .document
        .objects
        .keys()
        .map(|(number, _)| *number)
        .collect();
    let known: BTreeSet<u32> = pdf
        .document
        .reference_table
        .entries
        .keys()
        .copied()
        .chain(numbers)
        .filter(|number| *number > 0)
        .collect();
    let size = pdf.document.trailer.get(b"Size").unwrap().as_i64().unwrap();
    assert_eq!(
        known.len() as i64 + 1,
        size,
        "{which}: every number below the size is in use"
    );
}
