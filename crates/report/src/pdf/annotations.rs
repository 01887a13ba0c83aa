//! Links and the three empty signature fields (ISO 32000-1, 12.5 and 12.7).

use lopdf::{Dictionary, Document, Object, ObjectId, Stream, dictionary};
use zonewright_domain::role::SignRole;

use super::outline::destination;
use super::values::{name, number, text_string};
use crate::layout::Laid;
use crate::layout::page::{Annotation, AnnotationKind, Area};

/// Prints with the page.
const PRINT: i64 = 4;

/// Writes the annotations of every page (by page number of making) and returns them with the signature fields.
pub(crate) fn annotations(
    document: &mut Document,
    laid: &Laid,
    pages: &[ObjectId],
    keys: &[Vec<i64>],
) -> (Vec<Vec<ObjectId>>, Vec<ObjectId>) {
    let mut fields = Vec::new();
    let mut all = Vec::new();
    for (index, page) in laid.pages.iter().enumerate() {
        let mut ids = Vec::new();
        for (annotation, key) in page.annotations.iter().zip(&keys[index]) {
            let rect = rect(&annotation.area, page.height);
            let mut dict = match &annotation.kind {
                AnnotationKind::Link { page, y, label } => dictionary! {
                    "Subtype" => "Link",
                    "Border" => vec![0.into(), 0.into(), 0.into()],
                    "Contents" => text_string(label),
                    "Dest" => destination(&laid.pages[page.0], pages[page.0], *y),
                },
                AnnotationKind::Signature(role) => signature(document, *role, annotation),
            };
            dict.set("Type", "Annot");
            dict.set("Rect", rect);
            dict.set("F", PRINT);
            dict.set("P", pages[index]);
            dict.set("StructParent", *key);
            let id = document.add_object(dict);
            if matches!(annotation.kind, AnnotationKind::Signature(_)) {
                fields.push(id);
            }
            ids.push(id);
        }
        all.push(ids);
    }
    (all, fields)
}

fn rect(area: &Area, height: f32) -> Vec<Object> {
    let bottom = height - area.y - area.height;
    [area.x, bottom, area.x + area.width, bottom + area.height]
        .map(|value| number((value * 100.0).round() / 100.0))
        .to_vec()
}

fn signature(document: &mut Document, role: SignRole, annotation: &Annotation) -> Dictionary {
    let (width, height) = (annotation.area.width, annotation.area.height);
    let empty = Stream::new(
        dictionary! {
            "Type" => "XObject",
            "Subtype" => "Form",
            "BBox" => vec![0.into(), 0.into(), number(width), number(height)],
            "Resources" => Dictionary::new(),
        },
        Vec::new(),
    );
    let appearance = document.add_object(empty);
    let mut field = dictionary! {
        "Subtype" => "Widget",
        "FT" => "Sig",
        "T" => text_string(role.field_name()),
        "TU" => text_string(&format!("Signature of the {}", role.title().to_lowercase())),
        "AP" => dictionary! { "N" => appearance },
    };
    if role == SignRole::AssetOwner {
        // Part of the field before the first signature: adding it later would invalidate the earlier ones.
        field.set(
            "Lock",
            dictionary! { "Type" => "SigFieldLock", "Action" => name("All") },
        );
    }
    field
}
