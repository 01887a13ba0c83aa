//! Shaping: cleaned text in a style and width becomes lines of positioned glyphs (parley, bundled fonts only).

use std::collections::HashMap;
use std::ops::Range;
use std::rc::Rc;
use std::sync::Arc;

use parley::fontique::{Blob, Collection, CollectionOptions, SourceCache};
use parley::{
    Alignment, AlignmentOptions, FontContext, FontFamily, FontStyle, FontWeight, Layout,
    LayoutContext, LineHeight, OverflowWrap, StyleProperty,
};

use super::clean::{clean, spelled};
use crate::content::Text;
use crate::face::Face;
use crate::palette::Color;

/// How a text is set. Sizes in points.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Style {
    pub(crate) face: Face,
    pub(crate) size: f32,
    pub(crate) leading: f32,
    pub(crate) color: Color,
    pub(crate) align: Align,
}

/// Where lines stand in their column.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Align {
    Start,
    Center,
    End,
}

/// Some glyphs that stand for some text: usually one for one character.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Piece {
    pub(crate) glyphs: Vec<Glyph>,
    pub(crate) text: String,
}

/// A glyph and where it stands: `x` from the start of the line, `rise` above the baseline, both in points.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Glyph {
    pub(crate) gid: u16,
    pub(crate) x: f32,
    pub(crate) rise: f32,
}

/// Pieces of one face, size and colour.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Run {
    pub(crate) face: Face,
    pub(crate) size: f32,
    pub(crate) color: Color,
    pub(crate) pieces: Vec<Piece>,
}

/// One line; `baseline` in points below its top.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Line {
    pub(crate) runs: Vec<Run>,
    pub(crate) baseline: f32,
    /// Where the ink begins and ends.
    pub(crate) extent: Range<f32>,
}

/// Lines of equal height.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Lines {
    pub(crate) lines: Vec<Line>,
    pub(crate) leading: f32,
    /// Widest line, without trailing space.
    pub(crate) width: f32,
}

impl Lines {
    /// Height of all lines in points.
    pub(crate) fn height(&self) -> f32 {
        self.leading * self.lines.len() as f32
    }
}

type CacheKey = (Text, [u32; 4], Face, Color, Align);

/// Shapes texts and remembers what it has shaped: cells of tables repeat a lot.
pub(crate) struct Shaper {
    fonts: FontContext,
    layouts: LayoutContext<Color>,
    faces: HashMap<u64, Face>,
    cache: HashMap<CacheKey, Rc<Lines>>,
}

const FAMILY: &str = "Noto Sans";

impl Shaper {
    pub(crate) fn new() -> Self {
        let mut collection = Collection::new(CollectionOptions {
            shared: false,
            system_fonts: false,
        });
        let mut faces = HashMap::new();
        for face in Face::ALL {
            let blob = Blob::new(Arc::new(face.bytes()));
            faces.insert(blob.id(), face);
            collection.register_fonts(blob, None);
        }
        Self {
            fonts: FontContext {
                collection,
                source_cache: SourceCache::default(),
            },
            layouts: LayoutContext::new(),
            faces,
            cache: HashMap::new(),
        }
    }

    /// Sets `text` in lines of at most `width` points; words longer than a line are broken anywhere.
    pub(crate) fn shape(&mut self, text: &Text, style: &Style, width: f32) -> Rc<Lines> {
        let numbers = [style.size, style.leading, width, 0.0].map(f32::to_bits);
        let key = (text.clone(), numbers, style.face, style.color, style.align);
        if let Some(lines) = self.cache.get(&key) {
            return Rc::clone(lines);
        }
        let lines = Rc::new(self.shape_new(text, style, width));
        self.cache.insert(key, Rc::clone(&lines));
        lines
    }

    fn shape_new(&mut self, text: &Text, style: &Style, width: f32) -> Lines {
        let mut plain = String::new();
        let mut spans = Vec::new();
        for span in &text.0 {
            let start = plain.len();
            plain.push_str(&clean(&span.text));
            if let Some(face) = span.face {
                spans.push((start..plain.len(), face));
            }
        }
        if plain.is_empty() {
            return Lines {
                lines: Vec::new(),
                leading: style.leading,
                width: 0.0,
            };
        }
        match self.set(&plain, &spans, style, width) {
            Ok(lines) => lines,
            // A character the face has, but not in this company: spell out everything beyond ASCII.
            Err(MissingGlyph) => {
                let ascii: String = plain
                    .chars()
                    .map(|c| if c.is_ascii() { c.into() } else { spelled(c) })
                    .collect();
                self.set(&ascii, &[], style, width)
                    .expect("the bundled fonts hold every printable ASCII character")
            }
        }
    }

    fn set(
        &mut self,
        plain: &str,
        spans: &[(Range<usize>, Face)],
        style: &Style,
        width: f32,
    ) -> Result<Lines, MissingGlyph> {
        let mut builder = self
            .layouts
            .ranged_builder(&mut self.fonts, plain, 1.0, false);
        builder.push_default(FontFamily::named(FAMILY));
        builder.push_default(StyleProperty::FontSize(style.size));
        builder.push_default(StyleProperty::Brush(style.color));
        builder.push_default(LineHeight::Absolute(style.leading));
        builder.push_default(OverflowWrap::Anywhere);
        for property in properties(style.face) {
            builder.push_default(property);
        }
        for (range, face) in spans {
            for property in properties(*face) {
                builder.push(property, range.clone());
            }
        }
        let mut layout: Layout<Color> = builder.build(plain);
        layout.break_all_lines(Some(width));
        let alignment = match style.align {
            Align::Start => Alignment::Start,
            Align::Center => Alignment::Center,
            Align::End => Alignment::End,
        };
        layout.align(alignment, AlignmentOptions::default());
        let mut lines = Vec::with_capacity(layout.len());
        for (number, line) in layout.lines().enumerate() {
            let top = style.leading * number as f32;
            lines.push(self.line(&line, plain, style, top)?);
        }
        // A text that ends in a line end has an empty last line, which nobody wants to see.
        while lines.last().is_some_and(|line| line.runs.is_empty()) {
            lines.pop();
        }
        Ok(Lines {
            lines,
            leading: style.leading,
            width: layout.width(),
        })
    }

    fn line(
        &self,
        line: &parley::Line<'_, Color>,
        plain: &str,
        style: &Style,
        top: f32,
    ) -> Result<Line, MissingGlyph> {
        let metrics = line.metrics();
        let mut pen = metrics.offset;
        let mut runs: Vec<Run> = Vec::new();
        for run in line.runs() {
            let face = self
                .faces
                .get(&run.font().data.id())
                .copied()
                .unwrap_or_default();
            let mut pieces: Vec<Piece> = Vec::new();
            for cluster in run.visual_clusters() {
                let text = &plain[cluster.text_range()];
                let start = pen;
                pen += cluster.advance();
                if text == "\n" {
                    continue;
                }
                let mut x = start;
                let mut glyphs = Vec::new();
                for glyph in cluster.glyphs() {
                    let gid = u16::try_from(glyph.id).map_err(|_| MissingGlyph)?;
                    if gid == 0 {
                        return Err(MissingGlyph);
                    }
                    glyphs.push(Glyph {
                        gid,
                        x: x + glyph.x,
                        rise: -glyph.y,
                    });
                    x += glyph.advance;
                }
                match pieces.last_mut() {
                    // The rest of a ligature, or a mark without a glyph of its own.
                    Some(last) if glyphs.is_empty() => last.text.push_str(text),
                    _ if glyphs.is_empty() => {}
                    _ => pieces.push(Piece {
                        glyphs,
                        text: text.to_owned(),
                    }),
                }
            }
            if !pieces.is_empty() {
                runs.push(Run {
                    face,
                    size: style.size,
                    color: style.color,
                    pieces,
                });
            }
        }
        let ink = metrics.advance - metrics.hanging_advance;
        Ok(Line {
            runs,
            baseline: metrics.baseline - top,
            extent: metrics.offset..metrics.offset + ink,
        })
    }
}

/// The font library had no glyph although every character is covered.
#[derive(Debug)]
struct MissingGlyph;

fn properties(face: Face) -> [StyleProperty<'static, Color>; 2] {
    let (weight, slant) = match face {
        Face::Regular => (FontWeight::NORMAL, FontStyle::Normal),
        Face::Bold => (FontWeight::BOLD, FontStyle::Normal),
        Face::Italic => (FontWeight::NORMAL, FontStyle::Italic),
    };
    [
        StyleProperty::FontWeight(weight),
        StyleProperty::FontStyle(slant),
    ]
}
