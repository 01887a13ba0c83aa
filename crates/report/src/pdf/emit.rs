//! Display list to printpdf operators. PDF counts from the lower left corner, pages here from the upper left.

use std::collections::BTreeMap;

use printpdf::{
    Codepoint, DictItem, Line as PathLine, LineDashPattern, LinePoint, Op, PaintMode,
    PdfFontHandle, Point, Polygon, PolygonRing, Pt, Rgb, TextItem, TextMatrix, WindingOrder,
};

use super::fonts::{Subset, Subsets};
use crate::layout::page::{ArtifactKind, Item, Page, Pen};
use crate::layout::shape::{Piece, Run};
use crate::palette::Color;

/// Operators of one page.
pub(crate) fn operations(page: &Page, fonts: &Subsets) -> Vec<Op> {
    let mut writer = Writer {
        ops: Vec::new(),
        height: page.height,
        fonts,
    };
    page.items.iter().for_each(|item| writer.item(item));
    writer.ops
}

struct Writer<'a> {
    ops: Vec<Op>,
    height: f32,
    fonts: &'a Subsets,
}

impl Writer<'_> {
    fn item(&mut self, item: &Item) {
        match item {
            Item::Begin { tag, mcid } => {
                self.begin(tag, [("MCID", DictItem::Int(i64::from(*mcid)))].into())
            }
            Item::Artifact(kind) => {
                let kind = match kind {
                    ArtifactKind::Pagination => "Pagination",
                    ArtifactKind::Layout => "Layout",
                };
                self.begin("Artifact", [("Type", DictItem::Name(kind.into()))].into());
            }
            Item::End => self.ops.push(Op::EndMarkedContent),
            Item::Text { lines, line, x, y } => {
                let line = &lines.lines[*line];
                let base = self.height - y - line.baseline;
                self.ops.push(Op::StartTextSection);
                line.runs.iter().for_each(|run| self.run(run, *x, base));
                self.ops.push(Op::EndTextSection);
            }
            Item::Rect { area, fill, pen } => {
                let (right, bottom) = (area.x + area.width, area.y + area.height);
                let corners = [
                    (area.x, area.y),
                    (right, area.y),
                    (right, bottom),
                    (area.x, bottom),
                ];
                self.path(&corners, true, *fill, pen.as_ref());
            }
            Item::Path {
                points,
                closed,
                fill,
                pen,
            } => self.path(points, *closed, *fill, pen.as_ref()),
        }
    }

    fn begin(&mut self, tag: &str, entries: BTreeMap<&str, DictItem>) {
        let map = entries
            .into_iter()
            .map(|(key, value)| (key.to_owned(), value))
            .collect();
        self.ops.push(Op::BeginMarkedContentWithProperties {
            tag: tag.to_owned(),
            properties: DictItem::Dict { map },
        });
    }

    fn run(&mut self, run: &Run, x: f32, base: f32) {
        let Some(font) = self.fonts.get(&run.face) else {
            return;
        };
        self.ops.push(Op::SetFillColor {
            col: color(run.color),
        });
        self.ops.push(Op::SetFont {
            font: PdfFontHandle::External(font.id.clone()),
            size: Pt(run.size),
        });
        let mut simple: Vec<&Piece> = Vec::new();
        for piece in &run.pieces {
            if is_simple(piece, font) {
                simple.push(piece);
                continue;
            }
            self.show(&simple, run.size, x, base, font);
            simple.clear();
            self.spelled(piece, x, base, font);
        }
        self.show(&simple, run.size, x, base, font);
    }

    /// Shows glyphs that each stand for their own text on one baseline.
    fn show(&mut self, pieces: &[&Piece], size: f32, x: f32, base: f32, font: &Subset) {
        let Some(first) = pieces.first() else {
            return;
        };
        let mut pen = x + first.glyphs[0].x;
        self.move_to(pen, base);
        let mut codes = Vec::with_capacity(pieces.len());
        for (index, piece) in pieces.iter().enumerate() {
            let glyph = piece.glyphs[0];
            pen += font.width(glyph.gid) * size / 1000.0;
            // Rounding errors do not add up, because the pen is where the reader's pen is.
            let offset = pieces.get(index + 1).map_or(0.0, |next| {
                ((pen - x - next.glyphs[0].x) * 1000.0 / size).round()
            });
            pen -= offset * size / 1000.0;
            codes.push(Codepoint::with_cid(
                font.gid(glyph.gid),
                offset,
                font.text(glyph.gid).to_owned(),
            ));
        }
        self.ops.push(Op::ShowText {
            items: vec![TextItem::GlyphIds(codes)],
        });
    }

    /// Shows glyphs that together stand for a text, which is said beside them (ISO 32000-1, 14.9.4).
    fn spelled(&mut self, piece: &Piece, x: f32, base: f32, font: &Subset) {
        let units = std::iter::once(0xFEFF).chain(piece.text.encode_utf16());
        let data = units.flat_map(u16::to_be_bytes).collect();
        let text = DictItem::String {
            data,
            literal: false,
        };
        self.begin("Span", [("ActualText", text)].into());
        for glyph in &piece.glyphs {
            self.move_to(x + glyph.x, base + glyph.rise);
            let code =
                Codepoint::with_cid(font.gid(glyph.gid), 0.0, font.text(glyph.gid).to_owned());
            self.ops.push(Op::ShowText {
                items: vec![TextItem::GlyphIds(vec![code])],
            });
        }
        self.ops.push(Op::EndMarkedContent);
    }

    fn move_to(&mut self, x: f32, y: f32) {
        let matrix = TextMatrix::Raw([1.0, 0.0, 0.0, 1.0, rounded(x), rounded(y)]);
        self.ops.push(Op::SetTextMatrix { matrix });
    }

    fn path(
        &mut self,
        points: &[(f32, f32)],
        closed: bool,
        fill: Option<Color>,
        pen: Option<&Pen>,
    ) {
        let points: Vec<LinePoint> = points
            .iter()
            .map(|(x, y)| LinePoint {
                p: Point {
                    x: Pt(rounded(*x)),
                    y: Pt(rounded(self.height - y)),
                },
                bezier: false,
            })
            .collect();
        if let Some(fill) = fill {
            self.ops.push(Op::SetFillColor { col: color(fill) });
        }
        if let Some(pen) = pen {
            self.ops.push(Op::SetOutlineColor {
                col: color(pen.color),
            });
            self.ops.push(Op::SetOutlineThickness {
                pt: Pt(rounded(pen.width)),
            });
            // Said for every outline, or a full line would inherit the dashes of the one before.
            self.ops.push(Op::SetLineDashPattern {
                dash: LineDashPattern::new(0.0, &pen.dash),
            });
        }
        if !closed {
            self.ops.push(Op::DrawLine {
                line: PathLine {
                    points,
                    is_closed: false,
                },
            });
            return;
        }
        let mode = match (fill.is_some(), pen.is_some()) {
            (true, true) => PaintMode::FillStroke,
            (true, false) => PaintMode::Fill,
            _ => PaintMode::Stroke,
        };
        self.ops.push(Op::DrawPolygon {
            polygon: Polygon {
                rings: vec![PolygonRing { points }],
                mode,
                winding_order: WindingOrder::NonZero,
            },
        });
    }
}

fn is_simple(piece: &Piece, font: &Subset) -> bool {
    matches!(piece.glyphs.as_slice(), [glyph] if glyph.rise == 0.0 && font.text(glyph.gid) == piece.text)
}

/// Hundredths of a point are finer than any device.
fn rounded(value: f32) -> f32 {
    (value * 100.0).round() / 100.0
}

fn color(color: Color) -> printpdf::Color {
    let part = |value: u8| (f32::from(value) / 255.0 * 1000.0).round() / 1000.0;
    printpdf::Color::Rgb(Rgb {
        r: part(color.0),
        g: part(color.1),
        b: part(color.2),
        icc_profile: None,
    })
}
