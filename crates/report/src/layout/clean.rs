//! Text as people type it becomes text that the bundled fonts can set: PDF/A and PDF/UA forbid the missing-glyph box,
//! and a character that quietly disappears would falsify a finding, so it is spelled out instead.

use std::borrow::Cow;

use crate::face;

/// Drops control and invisible formatting characters, turns tabs into spaces and every kind of line end into `\n`,
/// and writes characters without a glyph as `[U+1F600]`.
pub(crate) fn clean(text: &str) -> Cow<'_, str> {
    if text.bytes().all(|byte| (0x20..0x7F).contains(&byte)) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    let mut characters = text.chars().peekable();
    while let Some(character) = characters.next() {
        match character {
            '\r' => {
                if characters.peek() != Some(&'\n') {
                    out.push('\n');
                }
            }
            '\n' | '\u{2028}' | '\u{2029}' | '\u{0B}' | '\u{0C}' | '\u{85}' => out.push('\n'),
            '\t' => out.push(' '),
            _ if character.is_control() || is_invisible(character) => {}
            _ if face::covers(character) => out.push(character),
            _ => match plainer(character) {
                Some(text) => out.push_str(text),
                None => out.push_str(&spelled(character)),
            },
        }
    }
    Cow::Owned(out)
}

/// `[U+1F600]`.
pub(crate) fn spelled(character: char) -> String {
    format!("[U+{:04X}]", u32::from(character))
}

/// Another way to write the same sign, for signs that engineers type and the fonts lack.
const fn plainer(character: char) -> Option<&'static str> {
    Some(match character {
        '\u{2212}' => "–",
        '\u{2010}' | '\u{2011}' => "-",
        '→' => "->",
        '←' => "<-",
        '↔' => "<->",
        '≤' => "<=",
        '≥' => ">=",
        '≠' => "!=",
        '≈' => "~",
        '\u{2000}'..='\u{200A}' | '\u{202F}' | '\u{205F}' | '\u{3000}' => " ",
        _ => return None,
    })
}

/// Marks that only steer shaping or direction; the fonts here are set from left to right.
const fn is_invisible(character: char) -> bool {
    matches!(character,
        '\u{AD}' | '\u{34F}' | '\u{61C}' | '\u{180E}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}'
        | '\u{2060}'..='\u{206F}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}' | '\u{FFF9}'..='\u{FFFB}'
        | '\u{E0000}'..='\u{E0FFF}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_cannot_be_set_is_spelled_out_and_what_cannot_be_seen_is_dropped() {
        for (input, expected) in [
            ("PLC 1", "PLC 1"),
            ("a\tb", "a b"),
            ("one\r\ntwo\rthree\u{2028}four", "one\ntwo\nthree\nfour"),
            ("bell\u{7}\u{0}", "bell"),
            ("Łódź Ωμέγα Кран é", "Łódź Ωμέγα Кран é"),
            ("😀", "[U+1F600]"),
            ("漢", "[U+6F22]"),
            ("−5 → 7", "–5 -> 7"),
            ("א\u{202E}b", "[U+05D0]b"),
            ("private \u{E000}", "private [U+E000]"),
        ] {
            assert_eq!(clean(input), expected, "{input:?}");
        }
    }
}
