//! MAC addresses (EUI-48) in every usual spelling; canonical form `AA:BB:CC:DD:EE:FF`.

use super::{fold_width, pieces};

/// What one piece of a cell turned out to be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Mac {
    /// An address in canonical form.
    Address(String),
    /// An address in canonical form that no single device has.
    Unusual(String, &'static str),
    /// No address.
    Invalid,
}

/// All addresses of a cell, each with the piece of text it came from.
pub(crate) fn parse_list(text: &str) -> Vec<(String, Mac)> {
    let text = fold_width(text);
    pieces(&text)
        .flat_map(by_space)
        .map(|piece| {
            let mac = parse(&piece);
            (piece, mac)
        })
        .collect()
}

/// `aa:… bb:…` are two; `00 11 22 33 44 55` is one.
fn by_space(piece: &str) -> Vec<String> {
    if !piece.contains(char::is_whitespace) {
        return vec![piece.to_owned()];
    }
    let words: Vec<&str> = piece.split_whitespace().collect();
    let all_whole = words.len() > 1 && words.iter().all(|word| parse(word) != Mac::Invalid);
    if all_whole {
        words.into_iter().map(str::to_owned).collect()
    } else {
        vec![words.join(" ")]
    }
}

/// One address.
pub(crate) fn parse(piece: &str) -> Mac {
    let piece = piece.trim();
    let piece = piece
        .strip_prefix("0x")
        .or_else(|| piece.strip_prefix("0X"))
        .unwrap_or(piece);
    let mut separators = piece.chars().filter(|c| !c.is_ascii_hexdigit());
    let is_separated = match separators.next() {
        None => true,
        Some(first) => {
            matches!(first, ':' | '-' | '.' | ' ') && separators.all(|next| next == first)
        }
    };
    let digits = || piece.bytes().filter(u8::is_ascii_hexdigit);
    if !is_separated
        || digits().count() != 12
        || !matches!(piece.len() - 12, 0 | 1 | 2 | 3 | 5)
        || !groups_are_even(piece)
    {
        return Mac::Invalid;
    }
    let mut shown = String::with_capacity(17);
    for (place, digit) in digits().enumerate() {
        if place > 0 && place % 2 == 0 {
            shown.push(':');
        }
        shown.push(char::from(digit.to_ascii_uppercase()));
    }
    let is_group = u8::from_str_radix(&shown[..2], 16).is_ok_and(|first| first & 1 == 1);
    match shown.as_str() {
        "00:00:00:00:00:00" => Mac::Unusual(shown, "all zeros"),
        "FF:FF:FF:FF:FF:FF" => Mac::Unusual(shown, "the broadcast address"),
        _ if is_group => Mac::Unusual(shown, "the address of a group"),
        _ => Mac::Address(shown),
    }
}

/// Groups between separators have one length: 2, 4, 3 or 6 digits.
fn groups_are_even(piece: &str) -> bool {
    let mut lengths = piece.split([':', '-', '.', ' ']).map(str::len);
    let first = lengths.next().unwrap_or(0);
    lengths.all(|length| length == first)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_usual_spelling_gives_one_form() {
        let ok = |text: &str| vec![Mac::Address(text.to_owned())];
        for (cell, expected) in [
            ("AA-BB-CC-DD-EE-FF", ok("AA:BB:CC:DD:EE:FF")),
            ("aabb.ccdd.eeff", ok("AA:BB:CC:DD:EE:FF")),
            ("00:11:22:33:44:55", ok("00:11:22:33:44:55")),
            ("001122334455", ok("00:11:22:33:44:55")),
            ("0x001122334455", ok("00:11:22:33:44:55")),
            ("00 11 22 33 44 55", ok("00:11:22:33:44:55")),
            ("001122-334455", ok("00:11:22:33:44:55")),
            ("00:11:22:33:44", vec![Mac::Invalid]),
            ("00:11-22:33-44:55", vec![Mac::Invalid]),
            ("00:1122:33:44:55", vec![Mac::Invalid]),
            ("Modbus TCP", vec![Mac::Invalid]),
            ("00:10:20", vec![Mac::Invalid]),
            (
                "00:00:00:00:00:00",
                vec![Mac::Unusual("00:00:00:00:00:00".into(), "all zeros")],
            ),
            (
                "01:00:5e:00:00:01",
                vec![Mac::Unusual(
                    "01:00:5E:00:00:01".into(),
                    "the address of a group",
                )],
            ),
        ] {
            let found: Vec<Mac> = parse_list(cell).into_iter().map(|(_, mac)| mac).collect();
            assert_eq!(found, expected, "{cell}");
        }
        for two in [
            "00:11:22:33:44:55, 00:11:22:33:44:56",
            "00:11:22:33:44:55 00:11:22:33:44:56",
            "001122334455\n001122334456",
        ] {
            assert_eq!(parse_list(two).len(), 2, "{two:?}");
            assert!(
                parse_list(two)
                    .iter()
                    .all(|(_, mac)| matches!(mac, Mac::Address(_))),
                "{two:?}"
            );
        }
    }
}
