//! Drawings as SVG, for the window and for documents that people write themselves.

use std::fmt::Write as _;

use super::{Drawing, Edge, LINE_FACTOR, Shape};
use crate::face::Face;
use crate::palette::Color;

/// A complete SVG document; text stays text and asks for the family of the report.
pub(crate) fn document(drawing: &Drawing) -> String {
    let (width, height) = (drawing.width, drawing.height);
    let mut svg = format!(
        r#"<svg xmlns="http://www.w3.org/2000/svg" role="img" width="{width:.1}" height="{height:.1}" viewBox="0 0 {width:.1} {height:.1}" font-family="'Noto Sans', sans-serif"><title>Zones and conduits</title>"#
    );
    for shape in &drawing.shapes {
        write(&mut svg, shape).expect("writing to a string cannot fail");
    }
    svg.push_str("</svg>\n");
    svg
}

fn write(svg: &mut String, shape: &Shape) -> std::fmt::Result {
    match shape {
        Shape::Box {
            x,
            y,
            width,
            height,
            fill,
            edge,
        } => {
            let fill = fill.map_or_else(|| "none".to_owned(), hex);
            let edge = edge.as_ref().map(stroke).unwrap_or_default();
            write!(
                svg,
                r#"<rect x="{x:.2}" y="{y:.2}" width="{width:.2}" height="{height:.2}" fill="{fill}"{edge}/>"#
            )
        }
        Shape::Line { points, edge } => {
            let points: Vec<String> = points
                .iter()
                .map(|(x, y)| format!("{x:.2},{y:.2}"))
                .collect();
            write!(
                svg,
                r#"<polyline points="{}" fill="none"{}/>"#,
                points.join(" "),
                stroke(edge)
            )
        }
        Shape::Text {
            x,
            y,
            text,
            face,
            size,
            color,
            centred,
            ..
        } => {
            let anchor = if *centred {
                r#" text-anchor="middle""#
            } else {
                ""
            };
            let weight = match face {
                Face::Bold => r#" font-weight="700""#,
                Face::Italic => r#" font-style="italic""#,
                Face::Regular => "",
            };
            let base = y + size * LINE_FACTOR * 0.76;
            let (fill, text) = (hex(*color), escaped(text));
            write!(
                svg,
                r#"<text x="{x:.2}" y="{base:.2}" font-size="{size:.2}" fill="{fill}"{anchor}{weight}>{text}</text>"#
            )
        }
    }
}

fn stroke(edge: &Edge) -> String {
    let dash: Vec<String> = edge
        .dash
        .iter()
        .map(|length| format!("{length:.1}"))
        .collect();
    let dash = if dash.is_empty() {
        String::new()
    } else {
        format!(r#" stroke-dasharray="{}""#, dash.join(" "))
    };
    format!(
        r#" stroke="{}" stroke-width="{:.2}"{dash}"#,
        hex(edge.color),
        edge.width
    )
}

fn hex(color: Color) -> String {
    format!("#{:02x}{:02x}{:02x}", color.0, color.1, color.2)
}

fn escaped(text: &str) -> String {
    let visible = text
        .chars()
        .filter(|c| !c.is_control() && !matches!(c, '\u{FFFE}' | '\u{FFFF}'));
    let mut out = String::new();
    for character in visible {
        match character {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            _ => out.push(character),
        }
    }
    out
}
