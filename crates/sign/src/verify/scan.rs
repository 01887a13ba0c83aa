//! Finding signatures in the bytes of a file, without trusting its tables: a later revision can unlink a signature
//! from the document, but it cannot take it out of the bytes.

use crate::pdf::raw::{RawDict, integer, object_head, skip_space};
use crate::pdf::text::read_hex;

/// Most signatures that are looked at.
const MOST: usize = 16;

/// Farthest a signature dictionary may reach around its byte range, in bytes.
const FARTHEST: usize = 1024 * 1024;

/// One signature dictionary whose byte range fits its own `/Contents` exactly.
pub(super) struct Found<'a> {
    /// Number of the object.
    pub(super) number: u32,
    /// Where the object starts in the file.
    pub(super) place: usize,
    /// The dictionary.
    pub(super) dict: RawDict<'a>,
    /// The bytes inside `/Contents`.
    pub(super) contents: Vec<u8>,
    /// End of the first covered range: the place of `<`.
    pub(super) gap: usize,
    /// Start of the second covered range: the place after `>`.
    pub(super) after: usize,
    /// End of the second covered range.
    pub(super) end: usize,
}

/// All signatures, in the order in which their ranges end.
pub(super) fn signatures(pdf: &[u8]) -> Vec<Found<'_>> {
    let key = b"/ByteRange";
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(next) = find(&pdf[at..], key) {
        found.extend(read(pdf, at + next));
        if found.len() == MOST {
            break;
        }
        at += next + key.len();
    }
    found.sort_by_key(|one| one.end);
    found
}

/// First place of `wanted`. The first byte is looked for alone, which is fast on large files.
fn find(bytes: &[u8], wanted: &[u8]) -> Option<usize> {
    let mut at = 0;
    loop {
        at += bytes[at..].iter().position(|byte| *byte == wanted[0])?;
        if bytes[at..].starts_with(wanted) {
            return Some(at);
        }
        at += 1;
    }
}

fn read(pdf: &[u8], key_at: usize) -> Option<Found<'_>> {
    let [first, gap, after, length] = range(&pdf[key_at + b"/ByteRange".len()..])?;
    let end = after.checked_add(length)?;
    if first != 0 || gap >= after || end > pdf.len() || pdf[gap] != b'<' || pdf[after - 1] != b'>' {
        return None;
    }
    let from = key_at.saturating_sub(FARTHEST);
    let place = from
        + pdf[from..key_at]
            .windows(5)
            .rposition(|window| window == b" obj\n")?;
    let place = start_of_head(pdf, place);
    let (number, value) = object_head(&pdf[place..])?;
    let dict = RawDict::read(&pdf[place + value..(place + value + 2 * FARTHEST).min(pdf.len())])?;
    // The dictionary must hold this very range and this very gap, not another one of the same look.
    let range_here = std::ptr::eq(
        dict.get(b"ByteRange")?.as_ptr(),
        pdf[skip_space(pdf, key_at + 10)..].as_ptr(),
    );
    let contents = dict.get(b"Contents")?;
    let gap_here =
        std::ptr::eq(contents.as_ptr(), pdf[gap..].as_ptr()) && contents.len() == after - gap;
    if !range_here || !gap_here {
        return None;
    }
    let contents = read_hex(&contents[1..contents.len() - 1])?;
    Some(Found {
        number,
        place,
        dict,
        contents,
        gap,
        after,
        end,
    })
}

/// Walks back over `12 0` in front of ` obj`.
fn start_of_head(pdf: &[u8], end: usize) -> usize {
    let part = |byte: &u8| byte.is_ascii_digit() || *byte == b' ';
    let back = pdf[..end]
        .iter()
        .rev()
        .take(24)
        .take_while(|byte| part(byte))
        .count();
    skip_space(pdf, end - back)
}

/// Four numbers in brackets.
fn range(bytes: &[u8]) -> Option<[usize; 4]> {
    let mut at = skip_space(bytes, 0);
    if bytes.get(at) != Some(&b'[') {
        return None;
    }
    let mut numbers = [0; 4];
    at += 1;
    for number in &mut numbers {
        (*number, at) = integer(bytes, skip_space(bytes, at))?;
    }
    (bytes.get(skip_space(bytes, at)) == Some(&b']')).then_some(numbers)
}
