//! The one layout of an appended revision (ISO 32000-1, 7.5.6). Everything in it follows from the file before and the
//! new objects, so the verifier can write it again and compare: what differs was not written here.

use lopdf::{Document, Object};
use sha2::{Digest, Sha256};

use super::raw::{RawDict, end_of_value, integer, object_head};
use super::value::write_string;
use crate::error::SignError;

/// What a revision must know about the one before it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Tail {
    /// Cross-reference stream (true) or table (false); a revision must repeat the kind of its predecessor.
    stream: bool,
    /// Place of the newest cross-reference section.
    start: usize,
    /// First object number that is free.
    pub(crate) size: u32,
    /// `/Root`, `/Info` and the first half of `/ID`, as bytes.
    fixed: Vec<u8>,
}

/// New and replaced objects, in file order: number and body.
pub(crate) type Objects = Vec<(u32, Vec<u8>)>;

impl Tail {
    /// The tail of a file that was just read.
    pub(crate) fn of(doc: &Document, pdf: &[u8]) -> Result<Self, SignError> {
        let unreadable = |detail: &str| SignError::Unreadable {
            detail: detail.to_owned(),
        };
        let start = doc.xref_start;
        let at_start = pdf
            .get(start..)
            .ok_or_else(|| unreadable("its table of objects is missing"))?;
        let root = doc.trailer.get(b"Root").and_then(Object::as_reference);
        let root = root.map_err(|_| unreadable("it has no catalog"))?;
        let mut fixed = format!("/Root {} {} R", root.0, root.1).into_bytes();
        if let Ok(info) = doc.trailer.get(b"Info").and_then(Object::as_reference) {
            fixed.extend_from_slice(format!("/Info {} {} R", info.0, info.1).as_bytes());
        }
        let first = doc
            .trailer
            .get(b"ID")
            .and_then(Object::as_array)
            .ok()
            .and_then(|halves| halves.first());
        let first = first
            .and_then(|half| half.as_str().ok())
            .ok_or_else(|| unreadable("it has no identifier"))?;
        fixed.extend_from_slice(b"/ID[");
        write_string(first, &mut fixed);
        let size = doc
            .max_id
            .checked_add(1)
            .ok_or_else(|| unreadable("its object numbers are used up"))?;
        Ok(Self {
            stream: !at_start.starts_with(b"xref"),
            start,
            size,
            fixed,
        })
    }

    /// The bytes to append to `before`, and the tail of the file that results.
    pub(crate) fn append(&self, before: &[u8], objects: &Objects) -> (Vec<u8>, Self) {
        let mut out = Vec::new();
        if before.last() != Some(&b'\n') {
            out.push(b'\n');
        }
        let mut places = Vec::with_capacity(objects.len() + 1);
        for (number, body) in objects {
            places.push((*number, before.len() + out.len()));
            out.extend_from_slice(format!("{number} 0 obj\n").as_bytes());
            out.extend_from_slice(body);
            out.extend_from_slice(b"\nendobj\n");
        }
        let start = before.len() + out.len();
        let highest = objects
            .iter()
            .map(|(number, _)| number.saturating_add(1))
            .max()
            .unwrap_or(0);
        let mut size = self.size.max(highest);
        let mut fixed = self.fixed.clone();
        write_string(&Sha256::digest(before)[..16], &mut fixed);
        fixed.extend_from_slice(format!("]/Prev {}", self.start).as_bytes());
        if self.stream {
            places.push((size, start));
            size = size.saturating_add(1);
            write_stream(&mut places, size, &fixed, &mut out);
        } else {
            write_table(&mut places, size, &fixed, &mut out);
        }
        out.extend_from_slice(format!("startxref\n{start}\n%%EOF\n").as_bytes());
        (
            out,
            Self {
                start,
                size,
                ..self.clone()
            },
        )
    }

    /// The objects of a revision appended to `before`, if [`Tail::append`] would write exactly these bytes.
    pub(crate) fn read_back(&self, before: &[u8], appended: &[u8]) -> Option<(Objects, Self)> {
        let objects = scan(appended, self.stream)?;
        let (expected, next) = self.append(before, &objects);
        (expected == appended).then_some((objects, next))
    }
}

/// Walks over whole objects until the cross-reference section.
fn scan(appended: &[u8], stream: bool) -> Option<Objects> {
    let mut at = usize::from(appended.first() == Some(&b'\n'));
    let mut objects = Objects::new();
    loop {
        let rest = appended.get(at..)?;
        if !stream && rest.starts_with(b"xref\n") {
            return Some(objects);
        }
        let (number, value) = object_head(rest)?;
        let length = body_length(rest.get(value..)?)?;
        let body = &rest[value..value + length];
        if stream && RawDict::read(body).is_some_and(|dict| dict.get(b"Type") == Some(b"/XRef")) {
            return Some(objects);
        }
        if objects.iter().any(|(known, _)| *known == number) {
            return None;
        }
        objects.push((number, body.to_vec()));
        at += value + length + b"\nendobj\n".len();
    }
}

/// Length of an object's value, with its stream if it has one.
fn body_length(bytes: &[u8]) -> Option<usize> {
    let end = end_of_value(bytes, 0)?;
    let rest = bytes.get(end..)?;
    if !rest.starts_with(b"\nstream\n") {
        return Some(end);
    }
    let declared = RawDict::read(&bytes[..end])?.get(b"Length")?;
    let (length, digits) = integer(declared, 0)?;
    let finish = end.checked_add(b"\nstream\n".len())?.checked_add(length)?;
    let whole = digits == declared.len() && bytes.get(finish..)?.starts_with(b"\nendstream");
    whole.then_some(finish + b"\nendstream".len())
}

/// Runs of neighbouring numbers, each with its places.
fn runs(places: &mut [(u32, usize)]) -> Vec<(u32, Vec<usize>)> {
    places.sort_unstable();
    let mut runs: Vec<(u32, Vec<usize>)> = Vec::new();
    for (number, place) in places.iter() {
        match runs.last_mut() {
            Some((first, row)) if u64::from(*first) + row.len() as u64 == u64::from(*number) => {
                row.push(*place)
            }
            _ => runs.push((*number, vec![*place])),
        }
    }
    runs
}

/// Entries are exactly 20 bytes long (ISO 32000-1, 7.5.4).
fn write_table(places: &mut [(u32, usize)], size: u32, fixed: &[u8], out: &mut Vec<u8>) {
    out.extend_from_slice(b"xref\n0 1\n0000000000 65535 f \n");
    for (first, row) in runs(places) {
        out.extend_from_slice(format!("{first} {}\n", row.len()).as_bytes());
        row.iter()
            .for_each(|place| out.extend_from_slice(format!("{place:010} 00000 n \n").as_bytes()));
    }
    out.extend_from_slice(format!("trailer\n<</Size {size}").as_bytes());
    out.extend_from_slice(fixed);
    out.extend_from_slice(b">>\n");
}

/// Entries are type 1, four bytes of place, two of generation; uncompressed, so that the bytes never depend on a
/// compression library (ISO 32000-1, 7.5.8).
fn write_stream(places: &mut [(u32, usize)], size: u32, fixed: &[u8], out: &mut Vec<u8>) {
    let own = size - 1;
    let runs = runs(places);
    let index: Vec<String> = runs
        .iter()
        .map(|(first, row)| format!("{first} {}", row.len()))
        .collect();
    let rows = runs.iter().flat_map(|(_, row)| row);
    let content: Vec<u8> = rows
        .flat_map(|place| [&[1], &(*place as u32).to_be_bytes()[..], &[0, 0]].concat())
        .collect();
    out.extend_from_slice(format!("{own} 0 obj\n<</Type /XRef/Size {size}").as_bytes());
    out.extend_from_slice(fixed);
    let end = format!(
        "/Index [{}]/W [1 4 2]/Length {}>>\nstream\n",
        index.join(" "),
        content.len()
    );
    out.extend_from_slice(end.as_bytes());
    out.extend_from_slice(&content);
    out.extend_from_slice(b"\nendstream\nendobj\n");
}
