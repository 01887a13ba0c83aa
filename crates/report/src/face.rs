//! The three bundled faces. Reports never use a font of the machine, so that equal input gives equal bytes everywhere.

use std::collections::BTreeSet;
use std::sync::OnceLock;

use printpdf::ParsedFont;
use sha2::{Digest, Sha256};

/// A bundled face of Noto Sans (SIL Open Font License, see `fonts/OFL.txt`).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub(crate) enum Face {
    /// Upright, weight 400.
    #[default]
    Regular,
    /// Upright, weight 700.
    Bold,
    /// Slanted, weight 400.
    Italic,
}

impl Face {
    pub(crate) const ALL: [Self; 3] = [Self::Regular, Self::Bold, Self::Italic];

    /// Name inside the font.
    pub(crate) const fn postscript_name(self) -> &'static str {
        match self {
            Self::Regular => "NotoSans-Regular",
            Self::Bold => "NotoSans-Bold",
            Self::Italic => "NotoSans-Italic",
        }
    }

    /// The font file.
    pub(crate) const fn bytes(self) -> &'static [u8] {
        match self {
            Self::Regular => include_bytes!("../fonts/NotoSans-Regular.ttf"),
            Self::Bold => include_bytes!("../fonts/NotoSans-Bold.ttf"),
            Self::Italic => include_bytes!("../fonts/NotoSans-Italic.ttf"),
        }
    }

    /// SHA-256 of the font file, hexadecimal.
    pub(crate) fn sha256(self) -> String {
        hex(&Sha256::digest(self.bytes()))
    }
}

/// Lower-case hexadecimal.
pub(crate) fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// True when every bundled face has a glyph for this character.
pub(crate) fn covers(character: char) -> bool {
    static COVERED: OnceLock<BTreeSet<u32>> = OnceLock::new();
    COVERED.get_or_init(covered).contains(&u32::from(character))
}

fn covered() -> BTreeSet<u32> {
    let of = |face: Face| -> BTreeSet<u32> {
        let font = ParsedFont::from_bytes(face.bytes(), 0, &mut Vec::new());
        let map = font
            .expect("the bundled fonts are tested to parse")
            .codepoint_to_glyph;
        map.into_iter()
            .filter(|(_, gid)| *gid != 0)
            .map(|(code, _)| code)
            .collect()
    };
    let [first, second, third] = Face::ALL.map(of);
    first
        .into_iter()
        .filter(|code| second.contains(code) && third.contains(code))
        .collect()
}
