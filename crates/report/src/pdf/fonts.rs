//! Fonts reduced to the glyphs in use, with the text that each glyph stands for.

use std::collections::BTreeMap;

use printpdf::{FontId, ParsedFont, PdfDocument, PdfFont};
use sha2::{Digest, Sha256};
use subsetter::GlyphRemapper;

use crate::error::ReportError;
use crate::face::Face;
use crate::layout::Laid;
use crate::layout::page::Item;
use crate::layout::shape::Piece;

/// The reduced form of one face.
pub(crate) struct Subset {
    pub(crate) id: FontId,
    font: ParsedFont,
    /// New glyph number and the text it stands for, by number in the full font.
    glyphs: BTreeMap<u16, (u16, String)>,
}

impl Subset {
    /// New number of a glyph.
    pub(crate) fn gid(&self, full: u16) -> u16 {
        self.glyphs.get(&full).map_or(0, |(gid, _)| *gid)
    }

    /// Text that a reader gets for a glyph.
    pub(crate) fn text(&self, full: u16) -> &str {
        self.glyphs.get(&full).map_or("", |(_, text)| text)
    }

    /// Advance of a glyph in thousandths of the size, as the width list of the file has it.
    pub(crate) fn width(&self, full: u16) -> f32 {
        let width = self.font.get_glyph_width(self.gid(full)).unwrap_or(0);
        (f32::from(width) * 1000.0 / f32::from(self.font.units_per_em)).trunc()
    }
}

/// Subsets by face, only of faces in use.
pub(crate) type Subsets = BTreeMap<Face, Subset>;

/// Reduces every face that the pages use.
pub(crate) fn subsets(laid: &Laid) -> Result<Subsets, ReportError> {
    let mut used: BTreeMap<Face, BTreeMap<u16, String>> = BTreeMap::new();
    for page in laid.order.iter().map(|id| &laid.pages[id.0]) {
        for item in &page.items {
            let Item::Text { lines, line, .. } = item else {
                continue;
            };
            for run in &lines.lines[*line].runs {
                let glyphs = used.entry(run.face).or_default();
                run.pieces.iter().for_each(|piece| note(glyphs, piece));
            }
        }
    }
    let subsets = used
        .into_iter()
        .map(|(face, glyphs)| Ok((face, subset(face, glyphs)?)));
    subsets.collect()
}

/// The first text that a glyph stands for alone is the one it is listed with; other uses say theirs on the spot.
fn note(glyphs: &mut BTreeMap<u16, String>, piece: &Piece) {
    let alone = piece.glyphs.len() == 1;
    for glyph in &piece.glyphs {
        let text = glyphs.entry(glyph.gid).or_default();
        if alone && text.is_empty() {
            text.clone_from(&piece.text);
        }
    }
}

fn subset(face: Face, used: BTreeMap<u16, String>) -> Result<Subset, ReportError> {
    let failed = |detail: String| ReportError::Font {
        face: face.postscript_name(),
        detail,
    };
    let mut remapper = GlyphRemapper::new();
    let glyphs: BTreeMap<u16, (u16, String)> = used
        .into_iter()
        .map(|(gid, text)| {
            // A glyph that never stands alone still needs a text; U+FFFD is what readers show for “unknown”.
            let text = if text.is_empty() {
                "\u{FFFD}".to_owned()
            } else {
                text
            };
            (gid, (remapper.remap(gid), text))
        })
        .collect();
    let bytes =
        subsetter::subset(face.bytes(), 0, &remapper).map_err(|error| failed(error.to_string()))?;
    let mut font = ParsedFont::from_bytes(&bytes, 0, &mut Vec::new())
        .ok_or_else(|| failed("the subset does not parse".to_owned()))?;
    font.font_name = Some(format!("{}+{}", tag(&bytes), face.postscript_name()));
    font.pdf_font_metrics.us_weight_class = if face == Face::Bold { 700 } else { 400 };
    let id = match face {
        Face::Regular => "ZR",
        Face::Bold => "ZB",
        Face::Italic => "ZI",
    };
    Ok(Subset {
        id: FontId(id.to_owned()),
        font,
        glyphs,
    })
}

/// Six capital letters that tell subsets of one face apart, from the bytes.
fn tag(bytes: &[u8]) -> String {
    Sha256::digest(bytes)
        .iter()
        .take(6)
        .map(|byte| char::from(b'A' + byte % 26))
        .collect()
}

/// Hands the subsets to printpdf under fixed names.
pub(crate) fn register(subsets: &Subsets, document: &mut PdfDocument) {
    for subset in subsets.values() {
        document
            .resources
            .fonts
            .map
            .insert(subset.id.clone(), PdfFont::new(subset.font.clone()));
    }
}
