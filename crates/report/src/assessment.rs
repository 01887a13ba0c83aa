//! `assessment.json`: the same assessment for machines, embedded in the report. These types are its schema; a change
//! that a reader could stumble over raises [`EMBEDDED_SCHEMA`].

mod schema;

use lopdf::{Dictionary, Document, Object};

use crate::ReportInput;
use crate::error::ReportError;

/// Name of the embedded file.
pub const EMBEDDED_NAME: &str = "assessment.json";
/// Version of its schema.
pub const EMBEDDED_SCHEMA: u32 = 1;

/// The bytes of the embedded file: keys in a fixed order, lists in the order of the snapshot.
pub(crate) fn json(input: &ReportInput<'_>) -> Result<Vec<u8>, ReportError> {
    Ok(serde_json::to_vec_pretty(&schema::assessment(input))?)
}

/// Reads `assessment.json` out of a report, signed or not. Verify the signatures first: this only reads.
///
/// # Errors
/// [`ReportError::Unreadable`] for what is no PDF, [`ReportError::NoAssessment`] for another PDF,
/// [`ReportError::BadAssessment`] when the embedded file is no JSON.
pub fn read_embedded(pdf: &[u8]) -> Result<serde_json::Value, ReportError> {
    let document = Document::load_mem(pdf).map_err(|error| ReportError::Unreadable {
        detail: error.to_string(),
    })?;
    let bytes = find(&document).ok_or(ReportError::NoAssessment)?;
    serde_json::from_slice(&bytes).map_err(|error| ReportError::BadAssessment {
        detail: error.to_string(),
    })
}

fn find(document: &Document) -> Option<Vec<u8>> {
    let files = document.catalog().ok()?.get(b"AF").ok()?;
    let files = document.dereference(files).ok()?.1.as_array().ok()?;
    let file = files
        .iter()
        .filter_map(|file| dictionary(document, file))
        .find(|file| {
            let name = file.get(b"F").and_then(Object::as_str);
            name.is_ok_and(|name| name == EMBEDDED_NAME.as_bytes())
        })?;
    let embedded = dictionary(document, file.get(b"EF").ok()?)?;
    let stream = document
        .dereference(embedded.get(b"F").ok()?)
        .ok()?
        .1
        .as_stream()
        .ok()?;
    if stream.dict.has(b"Filter") {
        stream.decompressed_content().ok()
    } else {
        Some(stream.content.clone())
    }
}

fn dictionary<'a>(document: &'a Document, object: &'a Object) -> Option<&'a Dictionary> {
    document.dereference(object).ok()?.1.as_dict().ok()
}
