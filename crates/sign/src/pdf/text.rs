//! Text strings and dates of PDF (ISO 32000-1, 7.9.2.2 and 7.9.4), both ways.

use chrono::{DateTime, Datelike, FixedOffset, NaiveDate, TimeZone, Timelike};

use super::raw::end_of_value;

/// A text string as hexadecimal UTF-16, or as a literal when it is plain ASCII.
pub(crate) fn write_text(text: &str) -> Vec<u8> {
    if text.bytes().all(|byte| (32..127).contains(&byte)) {
        let escaped = text
            .replace('\\', "\\\\")
            .replace('(', "\\(")
            .replace(')', "\\)");
        return format!("({escaped})").into_bytes();
    }
    let units: String = text
        .encode_utf16()
        .map(|unit| format!("{unit:04X}"))
        .collect();
    format!("<FEFF{units}>").into_bytes()
}

/// The text of a string value as it stands in a file.
pub(crate) fn read_text(value: &[u8]) -> Option<String> {
    Some(decode_text(&read_string(value)?))
}

/// The text of string bytes: UTF-16 with a mark, else taken as Latin-1.
pub(crate) fn decode_text(bytes: &[u8]) -> String {
    match bytes.strip_prefix(&[0xFE, 0xFF]) {
        Some(units) => {
            let units: Vec<u16> = units
                .chunks_exact(2)
                .map(|pair| u16::from_be_bytes([pair[0], pair[1]]))
                .collect();
            String::from_utf16_lossy(&units)
        }
        None => bytes.iter().map(|byte| char::from(*byte)).collect(),
    }
}

/// The bytes of a literal or hexadecimal string.
pub(crate) fn read_string(value: &[u8]) -> Option<Vec<u8>> {
    if end_of_value(value, 0) != Some(value.len()) {
        return None;
    }
    match value.first()? {
        b'<' => read_hex(&value[1..value.len() - 1]),
        b'(' => Some(read_literal(&value[1..value.len() - 1])),
        _ => None,
    }
}

/// Hexadecimal digits in pairs, without white space.
pub(crate) fn read_hex(digits: &[u8]) -> Option<Vec<u8>> {
    let digit = |byte: &u8| char::from(*byte).to_digit(16).map(|digit| digit as u8);
    if !digits.len().is_multiple_of(2) {
        return None;
    }
    digits
        .chunks_exact(2)
        .map(|pair| Some(digit(&pair[0])? << 4 | digit(&pair[1])?))
        .collect()
}

/// Only the escapes of brackets and backslash; others stand for themselves, which is enough for names and dates.
fn read_literal(bytes: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(bytes.len());
    let mut bytes = bytes.iter();
    while let Some(byte) = bytes.next() {
        out.extend(if *byte == b'\\' {
            bytes.next()
        } else {
            Some(byte)
        });
    }
    out
}

/// `(D:20260102030405+01'00')`.
pub(crate) fn write_date(moment: DateTime<FixedOffset>) -> Vec<u8> {
    let minutes = moment.offset().local_minus_utc() / 60;
    let sign = if minutes < 0 { '-' } else { '+' };
    let (hours, rest) = (minutes.abs() / 60, minutes.abs() % 60);
    let day = format!(
        "{:04}{:02}{:02}",
        moment.year(),
        moment.month(),
        moment.day()
    );
    let time = format!(
        "{:02}{:02}{:02}",
        moment.hour(),
        moment.minute(),
        moment.second()
    );
    format!("(D:{day}{time}{sign}{hours:02}'{rest:02}')").into_bytes()
}

/// A date with at least year to second; without an offset it counts as UTC.
pub(crate) fn read_date(value: &[u8]) -> Option<DateTime<FixedOffset>> {
    let text = read_text(value)?;
    let text = text.strip_prefix("D:")?;
    let part = |from: usize, to: usize| text.get(from..to)?.parse::<u32>().ok();
    let day = NaiveDate::from_ymd_opt(i32::try_from(part(0, 4)?).ok()?, part(4, 6)?, part(6, 8)?)?;
    let local = day.and_hms_opt(part(8, 10)?, part(10, 12)?, part(12, 14)?)?;
    let offset = match text.get(14..15) {
        None | Some("Z") => 0,
        Some(sign @ ("+" | "-")) => {
            let seconds = part(15, 17)? * 3600 + part(18, 20).unwrap_or(0) * 60;
            i32::try_from(seconds).ok()? * if sign == "-" { -1 } else { 1 }
        }
        Some(_) => return None,
    };
    FixedOffset::east_opt(offset)?
        .from_local_datetime(&local)
        .single()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_reads_back_as_written() {
        for text in [
            "Plain",
            "a (b) \\ c",
            "Łódź Ελληνικά 漢字 😀",
            "tab\there",
            "",
        ] {
            assert_eq!(read_text(&write_text(text)).as_deref(), Some(text));
        }
    }

    #[test]
    fn dates_read_back_as_written() {
        for text in [
            "2026-01-02T03:04:05+00:00",
            "2026-12-31T23:59:59+01:00",
            "2026-06-01T00:00:00-03:30",
        ] {
            let moment = DateTime::parse_from_rfc3339(text).unwrap();
            let read = read_date(&write_date(moment)).unwrap();
            assert_eq!((read, read.offset()), (moment, moment.offset()));
        }
        assert_eq!(
            write_date(DateTime::parse_from_rfc3339("2026-01-02T03:04:05+01:00").unwrap()),
            b"(D:20260102030405+01'00')"
        );
    }

    #[test]
    fn broken_dates_are_refused() {
        for text in [
            "(2026)",
            "(D:2026)",
            "(D:20261301000000Z)",
            "(D:20260101000000+99'00')",
            "(D:2026é101000000)",
            "12",
        ] {
            assert_eq!(read_date(text.as_bytes()), None, "{text}");
        }
    }
}
