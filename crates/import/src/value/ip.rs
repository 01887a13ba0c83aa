//! IP addresses as people type them: with prefix or mask, several in a cell, with port or zone id, with leading zeros.

use super::{fold_width, pieces};
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

/// What one piece of a cell turned out to be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Ip {
    /// An address in canonical form, with `/prefix` or `%zone` where given.
    Address(String),
    /// As above, but worth a look: network, broadcast, loopback, link-local or public.
    Unusual(String, &'static str),
    /// Octets with leading zeros, read as decimal.
    LeadingZeros(String),
    /// A range, which stays as it is.
    Range,
    /// No address.
    Invalid,
}

/// All addresses of a cell, each with the piece of text it came from.
pub(crate) fn parse_list(text: &str) -> Vec<(String, Ip)> {
    let text = fold_width(text);
    let mut found: Vec<(String, Ip)> = Vec::new();
    for piece in pieces(&text).flat_map(by_space) {
        match (bare_octet(&piece), found.last().map(|(_, ip)| ip)) {
            // `172.16.0.21, 22, 23`: the later numbers are a short form of a range, which is not expanded.
            (true, Some(Ip::Address(_) | Ip::Unusual(..) | Ip::Range)) => {
                found.push((piece, Ip::Range))
            }
            _ => {
                let ip = parse(&piece);
                found.push((piece, ip));
            }
        }
    }
    found
}

/// `10.0.0.1 255.255.255.0` is one address with its mask; `10.0.0.1 10.0.0.2` are two; anything else stays whole.
fn by_space(piece: &str) -> Vec<String> {
    let words: Vec<&str> = piece.split_whitespace().collect();
    let are_addresses = words.len() > 1
        && words.iter().all(|word| {
            word.split('/')
                .next()
                .is_some_and(|a| a.parse::<IpAddr>().is_ok())
        });
    if !are_addresses || (words.len() == 2 && prefix_of_mask(words[1]).is_some()) {
        return vec![words.join(" ")];
    }
    words.into_iter().map(str::to_owned).collect()
}

fn bare_octet(piece: &str) -> bool {
    piece.len() <= 3 && piece.parse::<u8>().is_ok()
}

/// One address.
pub(crate) fn parse(piece: &str) -> Ip {
    let piece = piece.trim();
    if is_range(piece) {
        return Ip::Range;
    }
    let (address, prefix) = match piece.split_once(['/', ' ']) {
        Some((address, rest)) => match prefix_of(rest.trim_start_matches('/').trim()) {
            Some(prefix) => (address.trim(), Some(prefix)),
            None => return Ip::Invalid,
        },
        None => (piece, None),
    };
    if let Some(address) = parse_v4(address) {
        return v4(address, prefix);
    }
    if let Some(address) = parse_leading_zeros(address) {
        return Ip::LeadingZeros(with_prefix(&address.to_string(), prefix));
    }
    parse_v6(address, prefix)
}

/// An IPv4 address, also with a port behind it, which is not part of the address.
fn parse_v4(text: &str) -> Option<Ipv4Addr> {
    let address = match text.split_once(':') {
        Some((address, port)) if port.parse::<u16>().is_ok() => address,
        Some(_) => return None,
        None => text,
    };
    address.parse().ok()
}

fn parse_v6(text: &str, prefix: Option<u8>) -> Ip {
    let bare = text
        .trim_start_matches('[')
        .split(']')
        .next()
        .unwrap_or(text);
    let (address, zone) = match bare.split_once('%') {
        Some((address, zone)) if !zone.is_empty() => (address, Some(zone)),
        Some(_) => return Ip::Invalid,
        None => (bare, None),
    };
    let Ok(address) = address.parse::<Ipv6Addr>() else {
        return Ip::Invalid;
    };
    let mut shown = address.to_string();
    if let Some(zone) = zone {
        shown.push('%');
        shown.push_str(zone);
    }
    let shown = with_prefix(&shown, prefix);
    if address.is_loopback() || address.is_multicast() || address.is_unspecified() {
        Ip::Unusual(shown, "the address of no single device")
    } else {
        Ip::Address(shown)
    }
}

fn with_prefix(address: &str, prefix: Option<u8>) -> String {
    prefix.map_or_else(
        || address.to_owned(),
        |prefix| format!("{address}/{prefix}"),
    )
}

fn v4(address: Ipv4Addr, prefix: Option<u8>) -> Ip {
    if prefix.is_some_and(|prefix| prefix > 32) {
        return Ip::Invalid;
    }
    let shown = with_prefix(&address.to_string(), prefix);
    match oddity(address, prefix) {
        Some(what) => Ip::Unusual(shown, what),
        None => Ip::Address(shown),
    }
}

fn oddity(address: Ipv4Addr, prefix: Option<u8>) -> Option<&'static str> {
    let host_bits = u32::MAX
        .checked_shr(u32::from(prefix.unwrap_or(32)))
        .unwrap_or(0);
    let host = u32::from(address) & host_bits;
    let has_ends = prefix.is_some_and(|prefix| (1..=30).contains(&prefix));
    if address.is_unspecified() || address.is_multicast() || address.is_broadcast() {
        Some("the address of no single device")
    } else if has_ends && host == 0 {
        Some("the address of a network")
    } else if has_ends && host == host_bits {
        Some("the broadcast address of a network")
    } else if address.is_loopback() {
        Some("a loopback address")
    } else if address.is_link_local() {
        Some("a link-local address, which devices give themselves when nobody gave them one")
    } else if !address.is_private() && !is_shared(address) && !address.is_documentation() {
        Some("a public address")
    } else {
        None
    }
}

/// RFC 6598 carrier-grade addresses, used inside mobile networks.
const fn is_shared(address: Ipv4Addr) -> bool {
    let [a, b, ..] = address.octets();
    a == 100 && b & 0xC0 == 64
}

/// A prefix length, or a mask such as `255.255.255.0`.
pub(crate) fn prefix_of(text: &str) -> Option<u8> {
    text.parse::<u8>()
        .ok()
        .filter(|prefix| *prefix <= 128)
        .or_else(|| prefix_of_mask(text))
}

fn prefix_of_mask(text: &str) -> Option<u8> {
    let mask = u32::from(text.parse::<Ipv4Addr>().ok()?);
    let ones = mask.leading_ones();
    let is_mask = mask.checked_shl(ones).unwrap_or(0) == 0 && ones >= 8;
    is_mask.then(|| u8::try_from(ones).ok()).flatten()
}

/// `10.0.0.1-5`, `10.0.0.1 - 10.0.0.5`, `10.0.0.1..5`, `10.0.0.*`.
fn is_range(piece: &str) -> bool {
    let starts_v4 = |text: &str| text.trim().parse::<Ipv4Addr>().is_ok();
    ["-", "–", "..", " to ", " bis "].iter().any(|mark| {
        piece.split_once(mark).is_some_and(|(first, last)| {
            starts_v4(first)
                && last.trim().chars().all(|c| c.is_ascii_digit() || c == '.')
                && !last.trim().is_empty()
        })
    }) || (piece.contains('*') && starts_v4(&piece.replace('*', "0")))
}

fn parse_leading_zeros(text: &str) -> Option<Ipv4Addr> {
    let octets: Vec<u8> = text
        .split('.')
        .filter(|octet| (1..=3).contains(&octet.len()) && octet.bytes().all(|b| b.is_ascii_digit()))
        .map_while(|octet| octet.parse().ok())
        .collect();
    let four: [u8; 4] = octets.try_into().ok()?;
    (text.split('.').count() == 4).then(|| Ipv4Addr::from(four))
}

/// The address that a number of twelve digits was before a spreadsheet program took its points for separators of thousands.
pub(crate) fn from_number(number: f64) -> Option<Ipv4Addr> {
    let digits = format!("{number:.0}");
    if digits.len() != 12 || number.fract() != 0.0 {
        return None;
    }
    let octet = |place: usize| digits.get(place * 3..place * 3 + 3)?.parse::<u8>().ok();
    Some(Ipv4Addr::new(octet(0)?, octet(1)?, octet(2)?, octet(3)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ok(text: &str) -> Ip {
        Ip::Address(text.to_owned())
    }

    #[test]
    fn cells_become_addresses_as_people_mean_them() {
        for (cell, expected) in [
            ("10.0.0.1/24", vec![ok("10.0.0.1/24")]),
            ("10.0.0.1 255.255.255.0", vec![ok("10.0.0.1/24")]),
            ("10.0.0.1/255.255.255.0", vec![ok("10.0.0.1/24")]),
            ("10.0.0.1; 10.0.0.2", vec![ok("10.0.0.1"), ok("10.0.0.2")]),
            ("10.0.0.1\n10.0.0.2", vec![ok("10.0.0.1"), ok("10.0.0.2")]),
            (
                "10.0.0.1 10.0.0.2 10.0.0.3",
                vec![ok("10.0.0.1"), ok("10.0.0.2"), ok("10.0.0.3")],
            ),
            (" 10.10.10.10\u{a0}", vec![ok("10.10.10.10")]),
            ("１０.0.0.1", vec![ok("10.0.0.1")]),
            ("fe80::1%eth0", vec![ok("fe80::1%eth0")]),
            ("2001:DB8::0001/64", vec![ok("2001:db8::1/64")]),
            ("10.0.0.1:502", vec![ok("10.0.0.1")]),
            ("10.0.1.300", vec![Ip::Invalid]),
            ("10.0.1", vec![Ip::Invalid]),
            ("10.0.0.1/33", vec![Ip::Invalid]),
            ("PLC-1", vec![Ip::Invalid]),
            (
                "010.010.010.010",
                vec![Ip::LeadingZeros("10.10.10.10".into())],
            ),
            ("10.0.0.1-5", vec![Ip::Range]),
            ("10.0.0.1 - 10.0.0.5", vec![Ip::Range]),
            ("10.0.0.*", vec![Ip::Range]),
            (
                "172.16.0.21, 22, 23",
                vec![ok("172.16.0.21"), Ip::Range, Ip::Range],
            ),
            (
                "10.0.0.0/24",
                vec![Ip::Unusual(
                    "10.0.0.0/24".into(),
                    "the address of a network",
                )],
            ),
            (
                "10.0.0.255/24",
                vec![Ip::Unusual(
                    "10.0.0.255/24".into(),
                    "the broadcast address of a network",
                )],
            ),
            (
                "8.8.8.8",
                vec![Ip::Unusual("8.8.8.8".into(), "a public address")],
            ),
            (
                "127.0.0.1",
                vec![Ip::Unusual("127.0.0.1".into(), "a loopback address")],
            ),
            ("", vec![]),
        ] {
            let found: Vec<Ip> = parse_list(cell).into_iter().map(|(_, ip)| ip).collect();
            assert_eq!(found, expected, "{cell:?}");
        }
    }

    #[test]
    fn only_twelve_digits_that_split_into_octets_are_proposed() {
        let octets = |text: &str| text.parse().ok();
        for (number, expected) in [
            (192_168_100_100.0, octets("192.168.100.100")),
            (192_168_100_300.0, None),
            (19_216_810_010.0, None),
            (192_168_100_100.5, None),
            (f64::NAN, None),
            (f64::INFINITY, None),
            (-92_168_100_100.0, None),
        ] {
            assert_eq!(from_number(number), expected, "{number}");
        }
    }
}
