//! The picture of a signature: page one of a small PDF, imported as a form XObject with everything it needs.

use std::collections::{BTreeMap, BTreeSet};

use lopdf::{Dictionary, Document, Object, ObjectId, Stream};

use super::load::load;
use super::update::Objects;
use super::value::write;
use crate::error::SignError;

/// Largest appearance, in bytes.
const LARGEST: usize = 8 * 1024 * 1024;

/// Most objects one appearance may bring along.
const MOST_OBJECTS: usize = 2_000;

/// Most levels of the page tree that are followed upwards for inherited entries.
const HIGHEST_TREE: usize = 16;

/// Writes the page of `appearance` as objects numbered from `first` on; the form XObject is the first of them.
pub(crate) fn import(appearance: &[u8], first: u32) -> Result<Objects, SignError> {
    if appearance.len() > LARGEST {
        return Err(bad("it is too large"));
    }
    let doc = load(appearance).map_err(|error| bad(&error.to_string()))?;
    let pages: Vec<ObjectId> = doc.page_iter().take(2).collect();
    let [page] = pages.as_slice() else {
        return Err(bad("it must have exactly one page"));
    };
    let form = form(&doc, *page)?;
    let needed = closure(&doc, &form)?;
    let numbers: BTreeMap<u32, u32> = needed
        .iter()
        .zip(first + 1..)
        .map(|(id, number)| (id.0, number))
        .collect();
    let body = |object: &Object| {
        let mut out = Vec::new();
        write(object, &numbers, &mut out);
        out
    };
    let mut objects = vec![(first, body(&Object::Stream(form)))];
    for id in &needed {
        let object = doc
            .get_object(*id)
            .map_err(|_| bad("a part of it is missing"))?;
        objects.push((numbers[&id.0], body(object)));
    }
    Ok(objects)
}

fn form(doc: &Document, page: ObjectId) -> Result<Stream, SignError> {
    let content = doc
        .get_page_content_with_limit(page, LARGEST)
        .map_err(|_| bad("its page is too large"))?;
    let resources = inherited(doc, page, b"Resources").unwrap_or_else(|| Dictionary::new().into());
    let size = inherited(doc, page, b"MediaBox").ok_or_else(|| bad("its page has no size"))?;
    let mut dict = Dictionary::new();
    dict.set("Type", Object::Name(b"XObject".to_vec()));
    dict.set("Subtype", Object::Name(b"Form".to_vec()));
    dict.set("FormType", 1);
    dict.set("BBox", size);
    dict.set("Resources", resources);
    let mut stream = Stream::new(dict, content);
    stream
        .compress()
        .map_err(|_| bad("its page cannot be compressed"))?;
    Ok(stream)
}

/// A page entry, looked up through its parents (ISO 32000-1, 7.7.3.4).
fn inherited(doc: &Document, page: ObjectId, key: &[u8]) -> Option<Object> {
    let mut node = doc.get_dictionary(page).ok()?;
    for _ in 0..HIGHEST_TREE {
        if let Ok(found) = node.get(key) {
            return doc
                .dereference(found)
                .ok()
                .map(|(_, object)| object.clone());
        }
        let parent = node.get(b"Parent").and_then(Object::as_reference).ok()?;
        node = doc.get_dictionary(parent).ok()?;
    }
    None
}

/// Everything the form refers to, directly or not; pages and the structure tree must not be among it.
fn closure(doc: &Document, form: &Stream) -> Result<Vec<ObjectId>, SignError> {
    let mut known = BTreeSet::new();
    let mut open = Vec::new();
    references_of_dict(&form.dict, &mut open);
    while let Some(id) = open.pop() {
        if !known.insert(id) {
            continue;
        }
        if known.len() > MOST_OBJECTS {
            return Err(bad("it consists of too many parts"));
        }
        let object = doc
            .get_object(id)
            .map_err(|_| bad("a part of it is missing"))?;
        if object
            .as_dict()
            .is_ok_and(|dict| dict.has_type(b"Page") || dict.has_type(b"Catalog"))
        {
            return Err(bad("its resources lead back to a page"));
        }
        references(object, &mut open);
    }
    Ok(known.into_iter().collect())
}

/// Collects the references of one object. Nesting is bounded by the parser that made it.
pub(crate) fn references(object: &Object, out: &mut Vec<ObjectId>) {
    match object {
        Object::Reference(id) => out.push(*id),
        Object::Array(items) => items.iter().for_each(|item| references(item, out)),
        Object::Dictionary(dict) => references_of_dict(dict, out),
        Object::Stream(stream) => references_of_dict(&stream.dict, out),
        _ => {}
    }
}

fn references_of_dict(dict: &Dictionary, out: &mut Vec<ObjectId>) {
    // The length of a stream is written anew.
    dict.iter()
        .filter(|(key, _)| key.as_slice() != b"Length")
        .for_each(|(_, value)| references(value, out));
}

fn bad(detail: &str) -> SignError {
    SignError::Appearance {
        detail: detail.to_owned(),
    }
}
