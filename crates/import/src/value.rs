//! Texts of cells → canonical values, one kind per file. Nothing here knows rows or sheets; places are added by the plan.

pub(crate) mod date;
pub(crate) mod ip;
pub(crate) mod mac;
pub(crate) mod words;

/// Texts that say "no value" in lists of assets; never a name, a key or an address.
pub(crate) fn is_no_value(text: &str) -> bool {
    const NONE: [&str; 22] = [
        "-",
        "--",
        "---",
        "–",
        "—",
        "n/a",
        "na",
        "n.a.",
        "#n/a",
        "none",
        "null",
        "nil",
        "?",
        "tbd",
        "unknown",
        "unbekannt",
        "k.a.",
        "inconnu",
        "desconocido",
        "sconosciuto",
        "keine",
        "(blank)",
    ];
    // The longest of them has 11 bytes; most cells are told by their length alone.
    let text = text.trim();
    text.is_empty() || text.len() <= 11 && NONE.iter().any(|none| none.eq_ignore_ascii_case(text))
}

/// Pieces of a cell that lists several values: separated by `;`, `,`, `|` or a line break.
pub(crate) fn pieces(text: &str) -> impl Iterator<Item = &str> {
    text.split([';', ',', '|', '\n', '\r'])
        .map(str::trim)
        .filter(|piece| !piece.is_empty())
}

/// Digits as ASCII, with full-width forms folded, as keyboards in East Asia write them.
pub(crate) fn fold_width(text: &str) -> String {
    text.chars()
        .map(|c| match c {
            '\u{ff01}'..='\u{ff5e}' => char::from_u32(c as u32 - 0xfee0).unwrap_or(c),
            '\u{a0}' | '\u{2007}' | '\u{202f}' | '\u{3000}' => ' ',
            other => other,
        })
        .filter(|c| !matches!(c, '\u{200b}'..='\u{200f}' | '\u{feff}' | '\u{2060}'))
        .collect()
}

/// `password: …`, `PW=…` and the like, in five languages.
pub(crate) fn holds_secret(text: &str) -> bool {
    const MARKS: [&str; 9] = [
        "password",
        "passwort",
        "kennwort",
        "passwd",
        "pwd",
        "pw",
        "mot de passe",
        "contraseña",
        "parola d'ordine",
    ];
    // Every such text has one of these signs, and few other texts do.
    if !text.contains([':', '=']) {
        return false;
    }
    let lower = text.to_lowercase();
    MARKS.iter().any(|mark| {
        lower.match_indices(mark).any(|(at, _)| {
            let begins_word = !lower[..at].ends_with(char::is_alphanumeric);
            let rest = lower[at + mark.len()..].trim_start();
            begins_word && rest.starts_with([':', '=']) && rest[1..].trim().len() > 2
        })
    })
}
