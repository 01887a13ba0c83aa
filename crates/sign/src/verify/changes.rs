//! What an unwanted revision changed, in words a person can act on.

use std::collections::BTreeSet;

use lopdf::{Dictionary, Document, Object, ObjectId};
use zonewright_domain::role::SignRole;

use crate::pdf::appearance::references;
use crate::pdf::fields::Form;
use crate::pdf::load::load;

/// Most objects followed per page.
const MOST_OBJECTS: usize = 20_000;

/// Sentence for bytes after the last allowed signature.
pub(super) fn describe_tail(pdf: &[u8], from: usize, closed: bool) -> String {
    let seen = describe(pdf, from, pdf.len()).unwrap_or_else(|| {
        format!(
            "{} bytes were added that no signature covers.",
            pdf.len() - from
        )
    });
    let when = if closed {
        "After the asset owner closed the report"
    } else {
        "After the last signature"
    };
    format!("{when} the file was changed: {seen} Ask for an untouched copy.")
}

/// Compares the document that ends at `from` with the one that ends at `to`; `None` if one cannot be read or nothing
/// that can be named differs.
pub(super) fn describe(pdf: &[u8], from: usize, to: usize) -> Option<String> {
    let old = load(pdf.get(..from)?).ok()?;
    let new = load(pdf.get(..to)?).ok()?;
    let mut parts = Vec::new();
    parts.extend(form_changes(&old, &new));
    parts.extend(page_changes(&old, &new));
    parts.extend(attachment_changes(&old, &new));
    if catalog_without_form(&old) != catalog_without_form(&new) {
        parts.push("the catalog of the document was changed".to_owned());
    }
    if parts.is_empty() {
        parts.extend(object_changes(&old, &new));
    }
    (!parts.is_empty()).then(|| format!("{}.", parts.join("; ")))
}

fn catalog_without_form(doc: &Document) -> Option<Dictionary> {
    let mut catalog = doc.catalog().ok()?.clone();
    catalog.remove(b"AcroForm");
    Some(catalog)
}

fn form_changes(old: &Document, new: &Document) -> Vec<String> {
    let before = match Form::find(old) {
        Ok(form) => form,
        Err(_) => return Vec::new(),
    };
    let after = match Form::find(new) {
        Ok(form) => form,
        Err(error) => {
            return vec![format!(
                "the signature fields were changed ({})",
                detail(&error.to_string())
            )];
        }
    };
    let mut parts = Vec::new();
    for role in SignRole::ALL {
        let (id, now) = (before.field(role), after.field(role));
        if id != now {
            parts.push(format!(
                "the signature field “{}” was swapped for another one",
                role.field_name()
            ));
        } else if old.get_object(id).ok() != new.get_object(id).ok() {
            parts.push(format!(
                "the signature field “{}” was changed",
                role.field_name()
            ));
        }
    }
    parts
}

/// The part of an error that names the reason.
fn detail(text: &str) -> &str {
    let rest = text.split_once(": ").map_or(text, |(_, rest)| rest);
    rest.split_once(". ").map_or(rest, |(first, _)| first)
}

fn page_changes(old: &Document, new: &Document) -> Vec<String> {
    let (before, after): (Vec<ObjectId>, Vec<ObjectId>) =
        (old.page_iter().collect(), new.page_iter().collect());
    if before.len() != after.len() {
        return vec![format!(
            "the number of pages changed from {} to {}",
            before.len(),
            after.len()
        )];
    }
    let mut parts = Vec::new();
    for (place, (was, is)) in before.iter().zip(&after).enumerate() {
        let number = place + 1;
        let (Ok(was), Ok(is)) = (old.get_dictionary(*was), new.get_dictionary(*is)) else {
            continue;
        };
        if entry_differs(old, was, new, is, b"Contents")
            || entry_differs(old, was, new, is, b"Resources")
        {
            parts.push(format!("the contents of page {number} were changed"));
        }
        if was.get(b"Annots").ok() != is.get(b"Annots").ok() || list_differs(old, was, new, is) {
            parts.push(format!(
                "annotations on page {number} were added, removed or changed"
            ));
        }
        let other = |page: &Dictionary| {
            let mut page = page.clone();
            [&b"Contents"[..], b"Resources", b"Annots"]
                .iter()
                .for_each(|key| drop(page.remove(key)));
            page
        };
        if other(was) != other(is) {
            parts.push(format!("page {number} was changed"));
        }
    }
    parts
}

/// Annotations other than the signature fields, which have their own sentence.
fn list_differs(old: &Document, was: &Dictionary, new: &Document, is: &Dictionary) -> bool {
    let others = |doc: &Document, page: &Dictionary| -> Vec<Object> {
        let list = page
            .get(b"Annots")
            .and_then(|entry| doc.dereference(entry))
            .map(|(_, list)| list.clone());
        let items = list
            .and_then(|list| list.as_array().cloned())
            .unwrap_or_default();
        let items = items
            .iter()
            .filter_map(|item| doc.dereference(item).ok().map(|(_, item)| item.clone()));
        items
            .filter(|item| !item.as_dict().is_ok_and(|dict| dict.get(b"FT").is_ok()))
            .collect()
    };
    others(old, was) != others(new, is)
}

fn entry_differs(
    old: &Document,
    was: &Dictionary,
    new: &Document,
    is: &Dictionary,
    key: &[u8],
) -> bool {
    let (was, is) = (was.get(key).ok(), is.get(key).ok());
    was != is || was.is_some_and(|entry| tree_differs(old, new, entry))
}

/// True when anything reachable from `entry` differs between the documents; pages are not entered.
fn tree_differs(old: &Document, new: &Document, entry: &Object) -> bool {
    let mut known = BTreeSet::new();
    let mut open = Vec::new();
    references(entry, &mut open);
    while let Some(id) = open.pop() {
        if !known.insert(id) || known.len() > MOST_OBJECTS {
            continue;
        }
        let (was, is) = (old.get_object(id).ok(), new.get_object(id).ok());
        if was != is {
            return true;
        }
        let Some(object) = was else { continue };
        if !object
            .as_dict()
            .is_ok_and(|dict| dict.has_type(b"Page") || dict.has_type(b"Pages"))
        {
            references(object, &mut open);
        }
    }
    false
}

fn attachment_changes(old: &Document, new: &Document) -> Option<String> {
    let of_kind = |object: &Object| {
        let dict = object
            .as_dict()
            .or_else(|_| object.as_stream().map(|stream| &stream.dict));
        dict.is_ok_and(|dict| dict.has_type(b"EmbeddedFile") || dict.has_type(b"Filespec"))
    };
    let all = |doc: &Document| -> Vec<(ObjectId, Object)> {
        let objects = doc.objects.iter().filter(|(_, object)| of_kind(object));
        objects.map(|(id, object)| (*id, object.clone())).collect()
    };
    (all(old) != all(new)).then(|| "an attachment was added, removed or replaced".to_owned())
}

fn object_changes(old: &Document, new: &Document) -> Vec<String> {
    let changed = new
        .objects
        .iter()
        .filter(|(id, object)| old.objects.get(id) != Some(object));
    let numbers: Vec<String> = changed
        .take(5)
        .map(|((number, _), _)| number.to_string())
        .collect();
    if numbers.is_empty() {
        Vec::new()
    } else {
        vec![format!(
            "objects were added or changed (numbers {})",
            numbers.join(", ")
        )]
    }
}
