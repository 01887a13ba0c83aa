//! Small PDF values: text strings, dates, references.

use chrono::{DateTime, FixedOffset};
use lopdf::{Object, StringFormat};

/// A text string: as it is when ASCII, otherwise UTF-16BE with its mark (ISO 32000-1, 7.9.2.2).
pub(crate) fn text_string(text: &str) -> Object {
    if text.bytes().all(|byte| (0x20..0x7F).contains(&byte)) {
        return Object::String(text.as_bytes().to_vec(), StringFormat::Literal);
    }
    let units = std::iter::once(0xFEFF).chain(text.encode_utf16());
    let bytes = units.flat_map(u16::to_be_bytes).collect();
    Object::String(bytes, StringFormat::Hexadecimal)
}

/// `D:20261123110121+01'00'` (ISO 32000-1, 7.9.4).
pub(crate) fn date(moment: &DateTime<FixedOffset>) -> Object {
    let zone = moment.format("%:z").to_string().replace(':', "'");
    text_string(&format!("D:{}{zone}'", moment.format("%Y%m%d%H%M%S")))
}

/// A name.
pub(crate) fn name(text: &str) -> Object {
    Object::Name(text.as_bytes().to_vec())
}

/// A real number, or an integer where the value is one.
pub(crate) fn number(value: f32) -> Object {
    if value.fract() == 0.0 && value.abs() < 1.0e6 {
        Object::Integer(value as i64)
    } else {
        Object::Real(value)
    }
}
