//! Figures as drawings: a list of shapes with two ways out, pages (`layout::figure`) and SVG (`svg`).

pub(crate) mod plan;
mod route;
pub(crate) mod svg;

use crate::face::Face;
use crate::palette::Color;

/// A figure; places in points from its upper left corner, `y` downwards.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Drawing {
    pub(crate) width: f32,
    pub(crate) height: f32,
    pub(crate) shapes: Vec<Shape>,
}

/// One shape.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Shape {
    Box {
        x: f32,
        y: f32,
        width: f32,
        height: f32,
        fill: Option<Color>,
        edge: Option<Edge>,
    },
    Line {
        points: Vec<(f32, f32)>,
        edge: Edge,
    },
    /// One line of text; `x` is its left end, or its middle when `centred`; `y` is the top of its line box.
    Text {
        x: f32,
        y: f32,
        width: f32,
        text: String,
        face: Face,
        size: f32,
        color: Color,
        centred: bool,
    },
}

/// An outline.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Edge {
    pub(crate) color: Color,
    pub(crate) width: f32,
    /// Lengths of dash and gap; empty for a full line.
    pub(crate) dash: Vec<f32>,
}

/// Height of a line box for a font size.
pub(crate) const LINE_FACTOR: f32 = 1.3;

/// How wide a text is about, without shaping it: on the safe side for Noto Sans.
pub(crate) fn text_width(text: &str, size: f32) -> f32 {
    let wide = |c: char| match c {
        ' ' | 'i' | 'j' | 'l' | '.' | ',' | '·' | '\'' | '(' | ')' => 0.32,
        'm' | 'w' | 'M' | 'W' | '%' | '@' => 0.95,
        'f' | 't' | 'r' | 's' | 'I' | '-' => 0.48,
        _ if c.is_uppercase() || !c.is_ascii() => 0.72,
        _ => 0.62,
    };
    text.chars().map(wide).sum::<f32>() * size
}

/// The text, or as much of it as fits with an ellipsis; `None` when not even three letters fit.
pub(crate) fn fitted(text: &str, size: f32, width: f32) -> Option<String> {
    if text_width(text, size) <= width {
        return Some(text.to_owned());
    }
    let mut short: Vec<char> = text.chars().take(200).collect();
    while short.len() > 3 {
        short.pop();
        let candidate: String = short.iter().collect::<String>().trim_end().to_owned() + "…";
        if text_width(&candidate, size) <= width {
            return Some(candidate);
        }
    }
    None
}
