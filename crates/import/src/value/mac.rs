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
    let separators: Vec<char> = piece.chars().filter(|c| !c.is_ascii_hexdigit()).collect();
    let is_separated = match separators.as_slice() {
        [] => true,
        [first, rest @ ..] => {
            matches!(first, ':' | '-' | '.' | ' ') && rest.iter().all(|c| c == first)
        }
    };
    let digits: String = piece.chars().filter(char::is_ascii_hexdigit).collect();
    if !is_separated
        || digits.len() != 12
        || !matches!(separators.len(), 0 | 1 | 2 | 3 | 5)
        || !groups_are_even(piece)
    {
        return Mac::Invalid;
    }
    let upper = digits.to_ascii_uppercase();
    let pairs: Vec<&str> = (0..6)
        .map(|place| &upper[place * 2..place * 2 + 2])
        .collect();
    let shown = pairs.join(":");
    let first = u8::from_str_radix(pairs[0], 16).unwrap_or(0);
    match upper.as_str() {
        "000000000000" => Mac::Unusual(shown, "all zeros"),
        "FFFFFFFFFFFF" => Mac::Unusual(shown, "the broadcast address"),
        _ if first & 1 == 1 => Mac::Unusual(shown, "the address of a group"),
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
