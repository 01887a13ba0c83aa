//! PDF syntax without interpretation (ISO 32000-1, 7.2 and 7.3): where a value ends, and which entries a dictionary
//! has. Signed objects are edited and compared as bytes, because a number written differently breaks a signature.

/// Deepest nesting of arrays and dictionaries that is followed.
const DEEPEST: usize = 64;

/// A dictionary whose values are still bytes of the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct RawDict<'a> {
    /// Keys without their slash, in file order, each once.
    entries: Vec<(&'a [u8], &'a [u8])>,
    /// The whole dictionary, from `<<` to `>>`.
    pub(crate) bytes: &'a [u8],
}

impl<'a> RawDict<'a> {
    /// Reads the dictionary at the start of `bytes` (after white space); refuses a key that stands there twice.
    pub(crate) fn read(bytes: &'a [u8]) -> Option<Self> {
        let start = skip_space(bytes, 0);
        if !bytes.get(start..)?.starts_with(b"<<") {
            return None;
        }
        let end = end_of_value(bytes, start)?;
        let mut entries: Vec<(&[u8], &[u8])> = Vec::new();
        let mut at = skip_space(bytes, start + 2);
        while at + 2 < end {
            if bytes[at] != b'/' {
                return None;
            }
            let key_end = end_of_value(bytes, at)?;
            let value_start = skip_space(bytes, key_end);
            let value_end = end_of_value(bytes, value_start)?;
            let key = &bytes[at + 1..key_end];
            if entries.iter().any(|(known, _)| *known == key) {
                return None;
            }
            entries.push((key, &bytes[value_start..value_end]));
            at = skip_space(bytes, value_end);
        }
        Some(Self {
            entries,
            bytes: &bytes[start..end],
        })
    }

    /// The bytes of one value.
    pub(crate) fn get(&self, key: &[u8]) -> Option<&'a [u8]> {
        self.entries
            .iter()
            .find(|(known, _)| *known == key)
            .map(|(_, value)| *value)
    }

    /// The keys in file order.
    pub(crate) fn keys(&self) -> impl Iterator<Item = &'a [u8]> + '_ {
        self.entries.iter().map(|(key, _)| *key)
    }

    /// The entries other than `keys`, byte for byte.
    pub(crate) fn without(&self, keys: &[&[u8]]) -> Vec<(&'a [u8], &'a [u8])> {
        self.entries
            .iter()
            .filter(|(key, _)| !keys.contains(key))
            .copied()
            .collect()
    }
}

/// Writes `entries` and then `added` as one dictionary.
pub(crate) fn write_dict(entries: &[(&[u8], &[u8])], added: &[(&[u8], &[u8])]) -> Vec<u8> {
    let mut out = b"<<".to_vec();
    for (key, value) in entries.iter().chain(added) {
        out.extend_from_slice(b"/");
        out.extend_from_slice(key);
        out.push(b' ');
        out.extend_from_slice(value);
    }
    out.extend_from_slice(b">>");
    out
}

/// An indirect reference `12 0 R`; `None` for anything else.
pub(crate) fn reference(value: &[u8]) -> Option<(u32, u16)> {
    let text = std::str::from_utf8(value).ok()?;
    let mut words = text.split_ascii_whitespace();
    let found = (words.next()?.parse().ok()?, words.next()?.parse().ok()?);
    (words.next() == Some("R") && words.next().is_none()).then_some(found)
}

/// The head `12 0 obj` of an indirect object at the start of `bytes`: its number, and where its value starts.
pub(crate) fn object_head(bytes: &[u8]) -> Option<(u32, usize)> {
    let (number, at) = integer(bytes, 0)?;
    let (generation, at) = integer(bytes, skip_space(bytes, at))?;
    let at = skip_space(bytes, at);
    let whole = generation == 0 && bytes.get(at..)?.starts_with(b"obj");
    whole.then(|| Some((u32::try_from(number).ok()?, skip_space(bytes, at + 3))))?
}

/// An unsigned integer at `at`, and the place after it.
pub(crate) fn integer(bytes: &[u8], at: usize) -> Option<(usize, usize)> {
    let length = bytes
        .get(at..)?
        .iter()
        .take_while(|byte| byte.is_ascii_digit())
        .take(12)
        .count();
    let text = std::str::from_utf8(&bytes[at..at + length]).ok()?;
    Some((text.parse().ok()?, at + length))
}

/// First place at or after `at` that is neither white space nor in a comment.
pub(crate) fn skip_space(bytes: &[u8], mut at: usize) -> usize {
    while let Some(byte) = bytes.get(at) {
        match byte {
            0 | 9 | 10 | 12 | 13 | 32 => at += 1,
            b'%' => {
                at += bytes[at..]
                    .iter()
                    .take_while(|byte| !matches!(byte, 10 | 13))
                    .count()
            }
            _ => break,
        }
    }
    at
}

/// The place after the value that starts at `start`; `None` if it does not end.
pub(crate) fn end_of_value(bytes: &[u8], start: usize) -> Option<usize> {
    value(bytes, start, DEEPEST)
}

fn value(bytes: &[u8], at: usize, depth: usize) -> Option<usize> {
    let rest = bytes.get(at..)?;
    match (rest.first()?, rest.get(1)) {
        (b'<', Some(b'<')) => nested(bytes, at + 2, b">>", depth),
        (b'[', _) => nested(bytes, at + 1, b"]", depth),
        (b'<', _) => Some(at + rest.iter().position(|byte| *byte == b'>')? + 1),
        (b'(', _) => literal(bytes, at),
        (b'/', _) => Some(at + 1 + regular(&rest[1..])),
        _ => {
            let end = at + regular(rest);
            if end == at {
                None
            } else {
                Some(end_of_reference(bytes, at).unwrap_or(end))
            }
        }
    }
}

fn nested(bytes: &[u8], mut at: usize, close: &[u8], depth: usize) -> Option<usize> {
    let depth = depth.checked_sub(1)?;
    loop {
        at = skip_space(bytes, at);
        if bytes.get(at..)?.starts_with(close) {
            return Some(at + close.len());
        }
        at = value(bytes, at, depth)?;
    }
}

fn literal(bytes: &[u8], start: usize) -> Option<usize> {
    let mut open = 0usize;
    let mut at = start;
    loop {
        match bytes.get(at)? {
            b'\\' => at += 1,
            b'(' => open += 1,
            b')' => open -= 1,
            _ => {}
        }
        at += 1;
        if open == 0 {
            return Some(at);
        }
    }
}

fn end_of_reference(bytes: &[u8], at: usize) -> Option<usize> {
    let (_, first) = integer(bytes, at)?;
    let second = skip_space(bytes, first);
    let (_, end) = integer(bytes, second)?;
    let last = skip_space(bytes, end);
    let spaced = second > first && last > end && bytes.get(last) == Some(&b'R');
    (spaced && bytes.get(last + 1).is_none_or(|byte| !is_regular(*byte))).then_some(last + 1)
}

fn regular(bytes: &[u8]) -> usize {
    bytes.iter().take_while(|byte| is_regular(**byte)).count()
}

fn is_regular(byte: u8) -> bool {
    !matches!(
        byte,
        0 | 9
            | 10
            | 12
            | 13
            | 32
            | b'('
            | b')'
            | b'<'
            | b'>'
            | b'['
            | b']'
            | b'{'
            | b'}'
            | b'/'
            | b'%'
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_end_where_they_end() {
        for (text, end) in [
            ("12 0 R ", 6),
            ("12 0 ", 2),
            ("12 0 Rx", 2),
            ("/Name/Next", 5),
            ("(a(b)\\)c)d", 9),
            ("<ab>>", 4),
            ("[1 [2] <</A 1>>]x", 16),
            ("<</A(>>)/B[1]>>", 15),
            ("true]", 4),
            ("-.5 ", 3),
        ] {
            assert_eq!(end_of_value(text.as_bytes(), 0), Some(end), "{text}");
        }
    }

    #[test]
    fn unfinished_and_bottomless_values_are_refused() {
        let deep = "[".repeat(100_000);
        for text in ["", "(a", "<12", "[1 2", "<</A", "]", deep.as_str()] {
            assert_eq!(end_of_value(text.as_bytes(), 0), None);
        }
    }

    #[test]
    fn a_dictionary_keeps_its_bytes_and_refuses_a_key_twice() {
        let dict = RawDict::read(b" <</Rect[0 79.610050]/V 3 0 R /T(a)>> x").unwrap();
        assert_eq!(dict.get(b"Rect"), Some(&b"[0 79.610050]"[..]));
        assert_eq!(dict.get(b"V").and_then(reference), Some((3, 0)));
        assert_eq!(
            write_dict(&dict.without(&[b"V"]), &[]),
            b"<</Rect [0 79.610050]/T (a)>>"
        );
        assert_eq!(RawDict::read(b"<</A 1/A 2>>"), None);
    }
}
