//! Rebuilds what a number format shows, because in a list of assets the format is part of the value: a firmware shown as
//! `2.10` is stored as 2.1, a serial shown as `00000123` as 123.
//!
//! Only formats with fixed digits are rebuilt. Where a format depends on language (names of months, separators of
//! thousands), nothing is rebuilt rather than something wrong.

use crate::sheet::CellValue;
use calamine::ExcelDateTime;

/// A number format as far as it can be rebuilt.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum NumberFormat {
    /// No fixed digits.
    General,
    /// Scientific notation, which Excel chooses by itself for an input such as `12E5`.
    Scientific,
    /// Digits, a point and literal characters.
    Digits(Vec<Token>),
    /// Day, month, year, hour, minute, second and literal characters.
    Date(Vec<Token>),
}

/// A piece of a number format.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Token {
    /// `0`: a digit, zero when there is none.
    Zero,
    /// `#`: a digit when there is one.
    Hash,
    /// The decimal point.
    Point,
    /// Any other character.
    Literal(char),
    /// `d`, `m`, `y`, `h`, `n` (minute) or `s`, and how often it stands there.
    Part(char, u8),
}

/// Reads a format code such as `0.00` or `d.m`.
pub(super) fn parse(code: &str) -> NumberFormat {
    let Some(tokens) = tokens(code) else {
        return NumberFormat::General;
    };
    let has = |wanted: fn(&Token) -> bool| tokens.iter().any(wanted);
    if has(|token| matches!(token, Token::Literal('E' | 'e'))) && has(|token| *token == Token::Zero)
    {
        return NumberFormat::Scientific;
    }
    match (
        has(|t| matches!(t, Token::Part(..))),
        has(|t| matches!(t, Token::Zero)),
    ) {
        (true, false) => NumberFormat::Date(tokens),
        (false, true) if is_plain(&tokens) => NumberFormat::Digits(tokens),
        _ => NumberFormat::General,
    }
}

/// Separators of thousands, percentages and fractions change the value or depend on language.
fn is_plain(tokens: &[Token]) -> bool {
    let points = tokens
        .iter()
        .filter(|token| **token == Token::Point)
        .count();
    points <= 1
        && !tokens
            .iter()
            .any(|token| matches!(token, Token::Literal(',' | '%' | '/' | '?')))
}

/// The tokens of the first section; `None` for what cannot be rebuilt.
fn tokens(code: &str) -> Option<Vec<Token>> {
    if code.eq_ignore_ascii_case("general") || code == "@" {
        return None;
    }
    let mut tokens: Vec<Token> = Vec::new();
    let mut rest = code.chars().peekable();
    while let Some(c) = rest.next() {
        match c {
            ';' => break,
            '"' => tokens.extend(rest.by_ref().take_while(|c| *c != '"').map(Token::Literal)),
            '\\' => tokens.push(Token::Literal(rest.next()?)),
            '_' => {
                rest.next()?;
            }
            '*' | '@' => return None,
            '[' => {
                // A language or colour mark says nothing about digits; elapsed time such as [h] cannot be rebuilt.
                let inside: String = rest.by_ref().take_while(|c| *c != ']').collect();
                if inside.len() <= 2 && !inside.starts_with('$') {
                    return None;
                }
            }
            '0' => tokens.push(Token::Zero),
            '#' => tokens.push(Token::Hash),
            '.' => tokens.push(Token::Point),
            'd' | 'D' | 'm' | 'M' | 'y' | 'Y' | 'h' | 'H' | 's' | 'S' => {
                push_part(&mut tokens, c.to_ascii_lowercase())?;
            }
            'A' | 'a' | 'b' | 'B' | 'g' | 'G' => return None,
            other => tokens.push(Token::Literal(other)),
        }
    }
    Some(with_minutes(tokens))
}

fn push_part(tokens: &mut Vec<Token>, part: char) -> Option<()> {
    match tokens.last_mut() {
        Some(Token::Part(last, count)) if *last == part => *count = count.checked_add(1)?,
        _ => tokens.push(Token::Part(part, 1)),
    }
    Some(())
}

/// `m` means minutes after hours and before seconds.
fn with_minutes(mut tokens: Vec<Token>) -> Vec<Token> {
    let parts: Vec<usize> = (0..tokens.len())
        .filter(|i| matches!(tokens[*i], Token::Part(..)))
        .collect();
    for (place, &index) in parts.iter().enumerate() {
        let kind = |place: usize| match parts.get(place).map(|i| tokens[*i]) {
            Some(Token::Part(kind, _)) => kind,
            _ => ' ',
        };
        let before = place.checked_sub(1).map_or(' ', kind);
        if let Token::Part('m', count) = tokens[index]
            && (before == 'h' || kind(place + 1) == 's')
        {
            tokens[index] = Token::Part('n', count);
        }
    }
    // In a date the point is a separator, not a decimal point.
    if !parts.is_empty() {
        for token in &mut tokens {
            if *token == Token::Point {
                *token = Token::Literal('.');
            }
        }
    }
    tokens
}

/// A number with what its format shows.
pub(super) fn number(value: f64, format: &NumberFormat) -> CellValue {
    let shown = match format {
        NumberFormat::Digits(tokens) if value.is_finite() && value.abs() < 1e15 => {
            Some(digits(value, tokens).into())
        }
        _ => None,
    };
    CellValue::Number {
        value,
        shown,
        scientific: *format == NumberFormat::Scientific,
    }
}

fn digits(value: f64, tokens: &[Token]) -> String {
    let point = tokens.iter().position(|token| *token == Token::Point);
    let (whole, fraction) = tokens.split_at(point.unwrap_or(tokens.len()));
    let is_digit = |token: &&Token| matches!(token, Token::Zero | Token::Hash);
    let decimals = fraction.iter().filter(is_digit).count();
    let text = format!("{:.*}", decimals, value.abs());
    let (whole_digits, fraction_digits) = text.split_once('.').unwrap_or((&text, ""));
    let mut shown = whole_part(whole_digits, whole);
    let mut left = fraction_digits.chars();
    for token in fraction {
        match token {
            Token::Point => shown.push('.'),
            Token::Zero | Token::Hash => shown.extend(left.next()),
            Token::Literal(c) => shown.push(*c),
            Token::Part(..) => {}
        }
    }
    let has_value = text.bytes().any(|digit| (b'1'..=b'9').contains(&digit));
    if value < 0.0 && has_value {
        format!("-{shown}")
    } else {
        shown
    }
}

/// Fills the digits before the point from the right; what does not fit goes before the first placeholder.
fn whole_part(digits: &str, tokens: &[Token]) -> String {
    let digits = digits.trim_start_matches('0');
    let mut left: Vec<char> = digits.chars().collect();
    let mut shown: Vec<char> = Vec::new();
    let first = tokens
        .iter()
        .position(|t| matches!(t, Token::Zero | Token::Hash));
    for (index, token) in tokens.iter().enumerate().rev() {
        match token {
            Token::Zero => shown.push(left.pop().unwrap_or('0')),
            Token::Hash => shown.extend(left.pop()),
            Token::Literal(c) => shown.push(*c),
            Token::Point | Token::Part(..) => {}
        }
        if Some(index) == first {
            shown.extend(left.drain(..).rev());
        }
    }
    shown.iter().rev().collect()
}

/// A date or time in ISO 8601, with what its format shows.
pub(super) fn date(stamp: &ExcelDateTime, format: &NumberFormat) -> CellValue {
    let serial = stamp.as_f64();
    if !(0.0..2_958_466.0).contains(&serial) {
        return CellValue::Number {
            value: serial,
            shown: None,
            scientific: false,
        };
    }
    if stamp.is_duration() {
        return CellValue::Text(duration(serial).into());
    }
    let (year, month, day, hour, minute, second, _) = stamp.to_ymd_hms_milli();
    let time = format!("{hour:02}:{minute:02}:{second:02}");
    let iso = match (serial < 1.0, time == "00:00:00") {
        (true, _) => time,
        (false, true) => format!("{year:04}-{month:02}-{day:02}"),
        (false, false) => format!("{year:04}-{month:02}-{day:02}T{time}"),
    };
    let shown = match format {
        NumberFormat::Date(tokens) => date_parts(
            tokens,
            [
                year,
                month.into(),
                day.into(),
                hour.into(),
                minute.into(),
                second.into(),
            ],
        ),
        _ => None,
    };
    CellValue::Date {
        iso: iso.into(),
        shown: shown.map(Into::into),
    }
}

/// `None` when the format names months or days in words.
fn date_parts(
    tokens: &[Token],
    [year, month, day, hour, minute, second]: [u16; 6],
) -> Option<String> {
    let mut shown = String::new();
    for token in tokens {
        let (part, count) = match token {
            Token::Part(part, count) => (*part, *count),
            Token::Literal(c) => {
                shown.push(*c);
                continue;
            }
            Token::Zero | Token::Hash | Token::Point => return None,
        };
        let value = match part {
            'd' => day,
            'm' => month,
            'h' => hour,
            'n' => minute,
            's' => second,
            _ => year,
        };
        match (part, count) {
            ('y', 1 | 2) => shown.push_str(&format!("{:02}", value % 100)),
            ('y', _) => shown.push_str(&format!("{value:04}")),
            (_, 1) => shown.push_str(&value.to_string()),
            (_, 2) => shown.push_str(&format!("{value:02}")),
            _ => return None,
        }
    }
    Some(shown)
}

fn duration(days: f64) -> String {
    let seconds = (days * 86_400.0).round();
    let (hours, rest) = ((seconds / 3600.0).floor(), seconds % 3600.0);
    format!(
        "{hours:02.0}:{:02.0}:{:02.0}",
        (rest / 60.0).floor(),
        rest % 60.0
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use calamine::ExcelDateTimeType;

    #[test]
    fn a_number_is_shown_as_its_format_shows_it() {
        for (value, code, shown) in [
            (2.1, "0.00", "2.10"),
            (123.0, "00000000", "00000123"),
            (1234567.0, "000", "1234567"),
            (4.0, "0", "4"),
            (1.0, "\"V\"0.0", "V1.0"),
            (12345.0, "00-000-00", "00-123-45"),
            (-1.5, "0.0", "-1.5"),
            (-0.01, "0.0", "0.0"),
            (0.5, "#0.0#", "0.50"),
            (7.0, "00;[Red]-00", "07"),
            (7.0, "[$-407]000", "007"),
            (5.0, "0\\.\\0", "5.0"),
        ] {
            let rebuilt = number(value, &parse(code)).shown();
            assert_eq!(rebuilt, shown, "{value} as {code}");
        }
    }

    #[test]
    fn a_format_that_depends_on_language_is_not_rebuilt() {
        for code in [
            "General",
            "@",
            "#,##0.00",
            "0%",
            "# ?/?",
            "GENERAL",
            "",
            "_(* #,##0_);_(@_)",
        ] {
            assert_eq!(parse(code), NumberFormat::General, "{code}");
        }
        assert_eq!(parse("0.00E+00"), NumberFormat::Scientific);
    }

    #[test]
    fn a_date_is_shown_as_its_format_shows_it() {
        // 46054 is 1 February 2026.
        for (serial, code, iso, shown) in [
            (46054.0, "d.m", "2026-02-01", Some("1.2")),
            (46054.0, "dd.mm.yyyy", "2026-02-01", Some("01.02.2026")),
            (46054.0, "mm-dd-yy", "2026-02-01", Some("02-01-26")),
            (46054.0, "d-mmm", "2026-02-01", None),
            (
                46054.5,
                "yyyy-mm-dd hh:mm:ss",
                "2026-02-01T12:00:00",
                Some("2026-02-01 12:00:00"),
            ),
            (0.25, "h:mm", "06:00:00", Some("6:00")),
        ] {
            let stamp = ExcelDateTime::new(serial, ExcelDateTimeType::DateTime, false);
            let expected = CellValue::Date {
                iso: iso.into(),
                shown: shown.map(Into::into),
            };
            assert_eq!(date(&stamp, &parse(code)), expected, "{serial} as {code}");
        }
    }

    #[test]
    fn both_epochs_give_the_same_date() {
        let of_1900 = ExcelDateTime::new(46054.0, ExcelDateTimeType::DateTime, false);
        let of_1904 = ExcelDateTime::new(46054.0 - 1462.0, ExcelDateTimeType::DateTime, true);
        assert_eq!(
            date(&of_1900, &NumberFormat::General),
            date(&of_1904, &NumberFormat::General)
        );
    }

    #[test]
    fn elapsed_time_is_text_and_absurd_serials_stay_numbers() {
        let elapsed = ExcelDateTime::new(1.5, ExcelDateTimeType::TimeDelta, false);
        assert_eq!(date(&elapsed, &NumberFormat::General).shown(), "36:00:00");
        let absurd = ExcelDateTime::new(1e12, ExcelDateTimeType::DateTime, false);
        assert!(matches!(
            date(&absurd, &NumberFormat::General),
            CellValue::Number { .. }
        ));
    }
}
