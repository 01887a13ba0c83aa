//! Dates as people type them. Precision is kept: `2019` stays a year. Day and month are only exchanged by a decision for the
//! whole column, never cell by cell.

use super::fold_width;

/// Which number comes first in dates such as `03/04/2024`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum DateOrder {
    /// 3 April 2024.
    DayFirst,
    /// 4 March 2024.
    MonthFirst,
}

impl DateOrder {
    /// Stable word: `day_first`, `month_first`.
    pub const fn word(self) -> &'static str {
        match self {
            Self::DayFirst => "day_first",
            Self::MonthFirst => "month_first",
        }
    }
}

/// What a text turned out to be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Parsed {
    /// ISO 8601 with the precision given: `2019`, `2019-05`, `2019-05-04`, `2019-05-04T13:00:00`.
    Date(String),
    /// Reads one way or the other.
    Ambiguous {
        /// With the day first.
        day_first: String,
        /// With the month first.
        month_first: String,
    },
    /// No date, or one that does not exist.
    Invalid,
}

/// Reads a date.
pub(crate) fn parse(text: &str) -> Parsed {
    let text = fold_width(text);
    let text = text.trim();
    let (date, time) = match text.split_once([' ', 'T']) {
        Some((date, time)) => (date, Some(time.trim())),
        None => (text, None),
    };
    let clock = match time.map(parse_time) {
        Some(None) => return Parsed::Invalid,
        Some(Some(clock)) => clock,
        None => String::new(),
    };
    let Some(numbers) = numbers(date.trim_end_matches('.')) else {
        return Parsed::Invalid;
    };
    let iso = |year: u32, month: u32, day: u32| {
        (exists(year, month, day)).then(|| format!("{year:04}-{month:02}-{day:02}{clock}"))
    };
    let given = |date: Option<String>| date.map_or(Parsed::Invalid, Parsed::Date);
    match (numbers.as_slice(), date.contains('.')) {
        (&[(year, 4)], _) if plausible(year) && clock.is_empty() => {
            Parsed::Date(format!("{year:04}"))
        }
        (&[(year, 4), (month, _)], _) if plausible(year) => year_month(year, month),
        (&[(month, 1 | 2), (year, 4)], _) if plausible(year) => year_month(year, month),
        (&[(year, 4), (month, _), (day, _)], _) => given(iso(year, month, day)),
        (&[(digits, 8)], _) => given(iso(digits / 10_000, digits / 100 % 100, digits % 100)),
        // Points are only written where the day comes first.
        (&[(day, 1 | 2), (month, 1 | 2), (year, length @ (2 | 4))], true) => {
            given(iso(full(year, length), month, day))
        }
        (&[(first, 1 | 2), (second, 1 | 2), (year, length @ (2 | 4))], false) => {
            let year = full(year, length);
            either(iso(year, second, first), iso(year, first, second))
        }
        _ => Parsed::Invalid,
    }
}

fn either(day_first: Option<String>, month_first: Option<String>) -> Parsed {
    match (day_first, month_first) {
        (Some(day_first), Some(month_first)) if day_first == month_first => Parsed::Date(day_first),
        (Some(day_first), Some(month_first)) => Parsed::Ambiguous {
            day_first,
            month_first,
        },
        (Some(date), None) | (None, Some(date)) => Parsed::Date(date),
        (None, None) => Parsed::Invalid,
    }
}

fn year_month(year: u32, month: u32) -> Parsed {
    if (1..=12).contains(&month) {
        Parsed::Date(format!("{year:04}-{month:02}"))
    } else {
        Parsed::Invalid
    }
}

/// Which order a text proves: `31/12/2024` has the day first, `12/31/2024` the month.
pub(crate) fn proves(text: &str) -> Option<DateOrder> {
    let date = text.split_once([' ', 'T']).map_or(text, |(date, _)| date);
    match numbers(date)?.as_slice() {
        &[(first, 1 | 2), (second, 1 | 2), (_, 2 | 4)] if first != second => {
            match (first > 12, second > 12) {
                (true, false) => Some(DateOrder::DayFirst),
                (false, true) => Some(DateOrder::MonthFirst),
                _ => None,
            }
        }
        _ => None,
    }
}

/// Numbers with their length in digits, separated by one kind of separator.
fn numbers(date: &str) -> Option<Vec<(u32, usize)>> {
    let separators: Vec<char> = date.chars().filter(|c| !c.is_ascii_digit()).collect();
    let one_kind = separators
        .iter()
        .all(|c| matches!(c, '-' | '/' | '.') && *c == separators[0]);
    if !one_kind || separators.len() > 2 {
        return None;
    }
    let piece = |piece: &str| Some((piece.parse().ok()?, piece.len()));
    date.split(['-', '/', '.']).map(piece).collect()
}

/// `13:45`, `13:45:10`, `13:45:10.123Z`, `2:49:00 PM` → `T13:45:00`.
fn parse_time(text: &str) -> Option<String> {
    let lower = text.to_ascii_lowercase();
    let (clock, add) = match (lower.strip_suffix("pm"), lower.strip_suffix("am")) {
        (Some(clock), _) => (clock, Some(12)),
        (_, Some(clock)) => (clock, Some(0)),
        _ => (lower.as_str(), None),
    };
    let clock = clock.trim().trim_end_matches('z');
    let clock = clock.split(['+', '.', ' ']).next()?;
    let mut parts = clock.split(':').map(|part| part.parse::<u32>().ok());
    let (hour, minute, second) = (
        parts.next()??,
        parts.next()??,
        parts.next().unwrap_or(Some(0))?,
    );
    let hour = match add {
        Some(add) if (1..=12).contains(&hour) => hour % 12 + add,
        Some(_) => return None,
        None => hour,
    };
    (hour < 24 && minute < 60 && second < 60).then(|| format!("T{hour:02}:{minute:02}:{second:02}"))
}

const fn full(year: u32, length: usize) -> u32 {
    match (length, year) {
        (2, 0..=69) => year + 2000,
        (2, _) => year + 1900,
        _ => year,
    }
}

const fn plausible(year: u32) -> bool {
    year >= 1950 && year <= 2100
}

fn exists(year: u32, month: u32, day: u32) -> bool {
    let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    let days = match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 if leap => 29,
        2 => 28,
        _ => return false,
    };
    (1900..=2200).contains(&year) && (1..=days).contains(&day)
}

/// The date that a plain number may be (days since 1899-12-30), for 1982 to 2064; anything else is more likely a number.
pub(crate) fn from_serial(number: f64) -> Option<String> {
    if !(30_000.0..60_000.0).contains(&number) {
        return None;
    }
    // Days since 0000-03-01, after Hinnant: 1899-12-30 is day 693,899.
    let day = number.floor() as u64 + 693_899;
    let era = day / 146_097;
    let day_of_era = day % 146_097;
    let year_of_era =
        (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let shifted = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * shifted + 2) / 5 + 1;
    let month = if shifted < 10 {
        shifted + 3
    } else {
        shifted - 9
    };
    let year = year_of_era + era * 400 + u64::from(month <= 2);
    Some(format!("{year:04}-{month:02}-{day:02}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_read_with_their_precision() {
        let ok = |text: &str| Parsed::Date(text.to_owned());
        for (text, expected) in [
            ("2024-01-02", ok("2024-01-02")),
            ("02.01.2024", ok("2024-01-02")),
            ("2.1.24", ok("2024-01-02")),
            ("2024/01/02", ok("2024-01-02")),
            ("20240102", ok("2024-01-02")),
            ("2026-04-12 15:17:36", ok("2026-04-12T15:17:36")),
            ("2026-04-12T15:17:36Z", ok("2026-04-12T15:17:36")),
            ("31/12/2024", ok("2024-12-31")),
            ("12/31/2024 02:05:06 PM", ok("2024-12-31T14:05:06")),
            ("05/05/2024", ok("2024-05-05")),
            ("2019", ok("2019")),
            ("05/2019", ok("2019-05")),
            ("2019-05", ok("2019-05")),
            ("30.02.2024", Parsed::Invalid),
            ("29.02.2023", Parsed::Invalid),
            ("29.02.2024", ok("2024-02-29")),
            ("soon", Parsed::Invalid),
            ("13/13/2024", Parsed::Invalid),
            ("1.2-2024", Parsed::Invalid),
            ("12:30", Parsed::Invalid),
            ("", Parsed::Invalid),
        ] {
            assert_eq!(parse(text), expected, "{text}");
        }
        let both = Parsed::Ambiguous {
            day_first: "2024-04-03".into(),
            month_first: "2024-03-04".into(),
        };
        assert_eq!(parse("03/04/2024"), both);
    }

    #[test]
    fn a_text_proves_an_order_only_when_one_number_is_above_twelve() {
        for (text, order) in [
            ("31/12/2024", Some(DateOrder::DayFirst)),
            ("12/31/2024 10:00", Some(DateOrder::MonthFirst)),
            ("03/04/2024", None),
            ("2024-12-31", None),
            ("x", None),
        ] {
            assert_eq!(proves(text), order, "{text}");
        }
    }

    #[test]
    fn serial_numbers_of_days_become_dates() {
        for (number, date) in [
            (45_000.0, Some("2023-03-15")),
            (46_054.0, Some("2026-02-01")),
            (36_585.0, Some("2000-02-29")),
            (44_927.0, Some("2023-01-01")),
            (2_019.0, None),
            (f64::NAN, None),
        ] {
            assert_eq!(from_serial(number).as_deref(), date, "{number}");
        }
    }
}
