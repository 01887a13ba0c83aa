//! A small report made by hand: four pages, three signature fields, tags, and an attached file, in both kinds of
//! cross-reference. The real report comes from another crate; this one has exactly what signing relies on.
#![allow(
    dead_code,
    reason = "each test program uses its own part of this module"
)]
#![allow(clippy::unwrap_used)]

use chrono::{DateTime, FixedOffset, Utc};
use lopdf::{Dictionary, Document, Object, ObjectId, SaveOptions, Stream, dictionary};
use zonewright_domain::role::SignRole;
use zonewright_sign::{Identity, Passphrase, SignError, SignRequest, sign};

/// Passphrase of all keys in `fixtures/keys`.
pub(crate) const PASSPHRASE: &str = "zonewright-test";

/// Cross-reference table, or cross-reference stream with object streams.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    Table,
    Streams,
}

impl Kind {
    pub(crate) const ALL: [Self; 2] = [Self::Table, Self::Streams];
}

pub(crate) fn at(text: &str) -> DateTime<FixedOffset> {
    DateTime::parse_from_rfc3339(text).unwrap()
}

pub(crate) fn passphrase() -> Passphrase {
    Passphrase::new(PASSPHRASE.to_owned())
}

/// The bytes of a file in `fixtures/keys`.
pub(crate) fn key_file(name: &str) -> Vec<u8> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../fixtures/keys/");
    std::fs::read(format!("{folder}{name}")).unwrap()
}

/// A test identity by the name of its file.
pub(crate) fn identity(name: &str) -> Identity {
    Identity::load(&key_file(&format!("{name}.p12")), &passphrase(), now()).unwrap()
}

pub(crate) fn now() -> DateTime<Utc> {
    at("2026-11-23T10:00:00+01:00").with_timezone(&Utc)
}

/// Signs with a fixed reason, place, time and picture.
pub(crate) fn sign_as(
    pdf: &[u8],
    role: SignRole,
    identity: &Identity,
) -> Result<Vec<u8>, SignError> {
    let picture = appearance(role.title());
    let request = SignRequest {
        role,
        identity,
        signed_at: at("2026-11-23T10:00:00+01:00"),
        reason: "I stand by this report (ZCR 7)",
        place: "Łódź",
        appearance: Some(&picture),
    };
    sign(pdf, &request)
}

/// A report signed by the first `count` roles.
pub(crate) fn signed(kind: Kind, count: usize) -> Vec<u8> {
    let names = ["p256", "rsa2048", "p384"];
    let mut pdf = report(kind);
    for (role, name) in SignRole::ALL.into_iter().zip(names).take(count) {
        pdf = sign_as(&pdf, role, &identity(name)).unwrap();
    }
    pdf
}

/// An unsigned report.
pub(crate) fn report(kind: Kind) -> Vec<u8> {
    save(report_document(), kind)
}

/// Serialises a document that was made here.
pub(crate) fn save(mut doc: Document, kind: Kind) -> Vec<u8> {
    let mut out = Vec::new();
    match kind {
        Kind::Table => doc.save_to(&mut out).unwrap(),
        Kind::Streams => {
            let options = SaveOptions::builder()
                .use_object_streams(true)
                .use_xref_streams(true)
                .build();
            doc.save_with_options(&mut out, options).unwrap();
        }
    }
    out
}

/// The report as objects, so that a test can change them before saving.
pub(crate) fn report_document() -> Document {
    let mut doc = Document::with_version("1.7");
    let pages = doc.new_object_id();
    let font = doc.add_object(
        dictionary! { "Type" => "Font", "Subtype" => "Type1", "BaseFont" => "Helvetica" },
    );
    let ids: Vec<ObjectId> = (1..=4)
        .map(|number| page(&mut doc, pages, font, number))
        .collect();
    let (root, elements) = structure(&mut doc);
    let fields: Vec<ObjectId> = SignRole::ALL
        .into_iter()
        .zip(&elements)
        .map(|(role, element)| field(&mut doc, ids[3], *element, role))
        .collect();
    let list: Vec<Object> = fields.iter().map(|id| Object::Reference(*id)).collect();
    doc.get_dictionary_mut(ids[3])
        .unwrap()
        .set("Annots", list.clone());
    let kids: Vec<Object> = ids.iter().map(|id| Object::Reference(*id)).collect();
    doc.set_object(
        pages,
        dictionary! { "Type" => "Pages", "Count" => 4, "Kids" => kids },
    );
    let form = doc.add_object(dictionary! { "SigFlags" => 3, "Fields" => list });
    let (names, file) = attachment(&mut doc);
    let catalog = doc.add_object(dictionary! {
        "Type" => "Catalog", "Pages" => pages, "AcroForm" => form, "StructTreeRoot" => root, "Names" => names,
        "AF" => vec![Object::Reference(file)], "MarkInfo" => dictionary! { "Marked" => true },
        "Lang" => Object::string_literal("en"),
    });
    let info = doc.add_object(dictionary! { "Title" => Object::string_literal("Assessment") });
    doc.trailer.set("Root", catalog);
    doc.trailer.set("Info", info);
    let half = Object::string_literal(b"0123456789abcdef".to_vec());
    doc.trailer.set("ID", vec![half.clone(), half]);
    doc
}

fn page(doc: &mut Document, parent: ObjectId, font: ObjectId, number: usize) -> ObjectId {
    let text = format!("BT /F1 18 Tf 72 700 Td (Page {number} of the assessment) Tj ET");
    let content = doc.add_object(Stream::new(Dictionary::new(), text.into_bytes()));
    doc.add_object(dictionary! {
        "Type" => "Page", "Parent" => parent, "Contents" => content, "Tabs" => "S",
        "MediaBox" => vec![0.into(), 0.into(), 595.into(), 842.into()],
        "Resources" => dictionary! { "Font" => dictionary! { "F1" => font } },
    })
}

/// A structure tree with one Form element per field; `/K` is set with the field, as the object reference itself.
fn structure(doc: &mut Document) -> (ObjectId, Vec<ObjectId>) {
    let root = doc.new_object_id();
    let elements: Vec<ObjectId> = (0..3)
        .map(|_| doc.add_object(dictionary! { "Type" => "StructElem", "S" => "Form", "P" => root }))
        .collect();
    let kids: Vec<Object> = elements.iter().map(|id| Object::Reference(*id)).collect();
    let numbers: Vec<Object> = elements
        .iter()
        .enumerate()
        .flat_map(|(place, id)| [Object::Integer(place as i64), Object::Reference(*id)])
        .collect();
    let parents = doc.add_object(dictionary! { "Nums" => numbers });
    doc.set_object(root, dictionary! { "Type" => "StructTreeRoot", "K" => kids, "ParentTree" => parents, "ParentTreeNextKey" => 3 });
    (root, elements)
}

fn field(doc: &mut Document, page: ObjectId, element: ObjectId, role: SignRole) -> ObjectId {
    let empty = doc.add_object(Stream::new(
        dictionary! { "Type" => "XObject", "Subtype" => "Form", "BBox" => vec![0.into(), 0.into(), 200.into(), 60.into()] },
        Vec::new(),
    ));
    let top = 500.0 - 100.0 * (role as i32 as f32);
    let mut dict = dictionary! {
        "Type" => "Annot", "Subtype" => "Widget", "FT" => "Sig", "F" => 132, "P" => page,
        "T" => Object::string_literal(role.field_name()), "TU" => Object::string_literal(role.title()),
        "Rect" => vec![72.into(), Object::Real(top + 0.610_05), 272.into(), Object::Real(top + 60.25)],
        "AP" => dictionary! { "N" => empty }, "StructParent" => role as i64,
    };
    if role == SignRole::AssetOwner {
        dict.set(
            "Lock",
            dictionary! { "Type" => "SigFieldLock", "Action" => "All" },
        );
    }
    let id = doc.add_object(dict);
    let reference = dictionary! { "Type" => "OBJR", "Obj" => id, "Pg" => page };
    doc.get_dictionary_mut(element).unwrap().set("K", reference);
    id
}

fn attachment(doc: &mut Document) -> (ObjectId, ObjectId) {
    let data = b"{\"zones\": 3, \"note\": \"/ByteRange [0 1 2 3]\"}".to_vec();
    let stream = doc.add_object(Stream::new(
        dictionary! { "Type" => "EmbeddedFile", "Subtype" => Object::Name(b"application/json".to_vec()) },
        data,
    ));
    let name = Object::string_literal("assessment.json");
    let file = doc.add_object(dictionary! {
        "Type" => "Filespec", "F" => name.clone(), "UF" => name.clone(), "AFRelationship" => "Source",
        "EF" => dictionary! { "F" => stream },
    });
    let tree = dictionary! { "Names" => vec![name, Object::Reference(file)] };
    (
        doc.add_object(dictionary! { "EmbeddedFiles" => tree }),
        file,
    )
}

/// A one-page PDF to show in a field.
pub(crate) fn appearance(text: &str) -> Vec<u8> {
    let mut doc = Document::with_version("1.7");
    let pages = doc.new_object_id();
    let font = doc.add_object(
        dictionary! { "Type" => "Font", "Subtype" => "Type1", "BaseFont" => "Helvetica" },
    );
    let content = Stream::new(
        Dictionary::new(),
        format!("BT /F1 10 Tf 4 40 Td (Signed by the {text}) Tj ET").into_bytes(),
    );
    let content = doc.add_object(content);
    let page =
        doc.add_object(dictionary! { "Type" => "Page", "Parent" => pages, "Contents" => content });
    doc.set_object(
        pages,
        dictionary! {
            "Type" => "Pages", "Count" => 1, "Kids" => vec![page.into()],
            "MediaBox" => vec![0.into(), 0.into(), 200.into(), 60.into()],
            "Resources" => dictionary! { "Font" => dictionary! { "F1" => font } },
        },
    );
    let catalog = doc.add_object(dictionary! { "Type" => "Catalog", "Pages" => pages });
    doc.trailer.set("Root", catalog);
    save(doc, Kind::Table)
}
