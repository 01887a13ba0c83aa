//! The three signature fields that the report brings along (ISO 32000-1, 12.7.4.5), and nothing but these.

use lopdf::{Dictionary, Document, Object, ObjectId};
use zonewright_domain::role::SignRole;

use super::text::decode_text;
use crate::error::SignError;

/// Where the signature fields of a report are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Form {
    /// The catalog.
    pub(crate) catalog: ObjectId,
    /// The fields in the order of [`SignRole::ALL`].
    fields: [ObjectId; 3],
}

impl Form {
    /// Finds the fields; refuses a PDF that has other fields, one twice, or one missing.
    pub(crate) fn find(doc: &Document) -> Result<Self, SignError> {
        let catalog = doc.trailer.get(b"Root").and_then(Object::as_reference);
        let catalog = catalog.map_err(|_| not_ours("it has no catalog"))?;
        let root = doc
            .get_dictionary(catalog)
            .map_err(|_| not_ours("it has no catalog"))?;
        let form = root
            .get(b"AcroForm")
            .and_then(Object::as_reference)
            .and_then(|id| doc.get_dictionary(id));
        let form = form.map_err(|_| not_ours("it has no signature fields"))?;
        if form.get(b"SigFlags").and_then(Object::as_i64).ok() != Some(3) {
            return Err(not_ours("its form is not made for signatures"));
        }
        let listed = form
            .get(b"Fields")
            .and_then(Object::as_array)
            .map_err(|_| not_ours("it has no signature fields"))?;
        if listed.len() != SignRole::ALL.len() {
            return Err(not_ours(&format!(
                "it has {} form fields instead of the three signature fields",
                listed.len()
            )));
        }
        let mut fields = [(0, 0); 3];
        for (place, role) in SignRole::ALL.into_iter().enumerate() {
            fields[place] = find_one(doc, listed, role)?;
        }
        Ok(Self { catalog, fields })
    }

    /// The field of one role.
    pub(crate) fn field(&self, role: SignRole) -> ObjectId {
        self.fields[role as usize]
    }
}

fn find_one(doc: &Document, listed: &[Object], role: SignRole) -> Result<ObjectId, SignError> {
    let name = role.field_name();
    let ids = listed.iter().filter_map(|item| item.as_reference().ok());
    let mut named = ids.filter(|id| {
        doc.get_dictionary(*id)
            .is_ok_and(|field| is_named(field, name))
    });
    match (named.next(), named.next()) {
        (Some(id), None) => Ok(id),
        (None, _) => Err(not_ours(&format!(
            "its signature field “{name}” is missing"
        ))),
        _ => Err(not_ours(&format!(
            "it has the signature field “{name}” more than once"
        ))),
    }
}

fn is_named(field: &Dictionary, name: &str) -> bool {
    let signature = field
        .get(b"FT")
        .and_then(Object::as_name)
        .is_ok_and(|kind| kind == b"Sig");
    let text = field.get(b"T").and_then(Object::as_str).map(decode_text);
    signature && !field.has(b"Kids") && !field.has(b"Parent") && text.is_ok_and(|text| text == name)
}

fn not_ours(detail: &str) -> SignError {
    SignError::NotOurs {
        detail: detail.to_owned(),
    }
}
