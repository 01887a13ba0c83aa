//! Reading a PDF within limits, and finding the raw bytes of one object in it.

use std::panic::{AssertUnwindSafe, catch_unwind};

use lopdf::xref::XrefEntry;
use lopdf::{Document, LoadOptions, Object, ObjectId};

use super::raw::{RawDict, integer, object_head, skip_space};
use crate::error::SignError;

/// Largest PDF that is read, in bytes.
pub(crate) const LARGEST: usize = 256 * 1024 * 1024;

/// Most bytes one compressed stream of the file's own structure may grow to.
const LARGEST_STREAM: usize = 64 * 1024 * 1024;

/// Refuses what is too large, or does not start like a PDF at its first byte.
pub(crate) fn check_bytes(pdf: &[u8]) -> Result<(), SignError> {
    if pdf.len() > LARGEST {
        return Err(SignError::TooLarge {
            size: pdf.len(),
            limit: LARGEST,
        });
    }
    if !pdf.starts_with(b"%PDF-") {
        return Err(unreadable("it does not start like a PDF"));
    }
    Ok(())
}

/// Reads a whole PDF, or a prefix of one that ends with a revision.
pub(crate) fn load(pdf: &[u8]) -> Result<Document, SignError> {
    check_bytes(pdf)?;
    let options = LoadOptions::with_max_decompressed_size(LARGEST_STREAM);
    // The parser is not ours and the bytes may be hostile: its panic is a broken file, not a broken program.
    let loaded = catch_unwind(AssertUnwindSafe(|| {
        Document::load_mem_with_options(pdf, options)
    }));
    let doc = match loaded {
        Ok(Ok(doc)) => doc,
        Ok(Err(error)) => return Err(unreadable(&error.to_string())),
        Err(_) => return Err(unreadable("its structure is broken")),
    };
    if doc.is_encrypted() || doc.was_encrypted() || doc.trailer.has(b"Encrypt") {
        return Err(unreadable("it is encrypted"));
    }
    Ok(doc)
}

/// The bytes of a dictionary object, and where it starts in `pdf` (`None` inside an object stream).
pub(crate) fn raw_dict(
    doc: &Document,
    pdf: &[u8],
    id: ObjectId,
) -> Option<(Vec<u8>, Option<usize>)> {
    match doc.reference_table.get(id.0)? {
        XrefEntry::Normal { offset, .. } => {
            let start = *offset as usize;
            let bytes = pdf.get(start..)?;
            let (number, value) = object_head(bytes)?;
            let dict = RawDict::read(&bytes[value..])?;
            (number == id.0).then(|| (dict.bytes.to_vec(), Some(start)))
        }
        XrefEntry::Compressed { container, .. } => {
            let stream = doc
                .get_object((*container, 0))
                .and_then(Object::as_stream)
                .ok()?;
            let content = match stream.is_compressed() {
                true => stream
                    .decompressed_content_with_limit(LARGEST_STREAM)
                    .ok()?,
                false => stream.content.clone(),
            };
            let first =
                usize::try_from(stream.dict.get(b"First").and_then(Object::as_i64).ok()?).ok()?;
            let offset = offset_in_stream(content.get(..first)?, id.0)?;
            let dict = RawDict::read(content.get(first.checked_add(offset)?..)?)?;
            Some((dict.bytes.to_vec(), None))
        }
        XrefEntry::Free | XrefEntry::UnusableFree => None,
    }
}

/// Pairs of object number and offset stand at the start of an object stream (ISO 32000-1, 7.5.7).
fn offset_in_stream(index: &[u8], wanted: u32) -> Option<usize> {
    let mut at = skip_space(index, 0);
    while at < index.len() {
        let (number, after) = integer(index, at)?;
        let (offset, after) = integer(index, skip_space(index, after))?;
        if number == wanted as usize {
            return Some(offset);
        }
        at = skip_space(index, after);
    }
    None
}

fn unreadable(detail: &str) -> SignError {
    SignError::Unreadable {
        detail: detail.to_owned(),
    }
}
