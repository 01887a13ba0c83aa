//! Figures: a drawing scaled into the column, with its caption.

use super::flow::Flow;
use super::page::{Area, Item, Pen};
use super::shape::{Align, Style};
use super::style;
use super::tree::{NodeId, Tag};
use crate::content::{Figure, Text};
use crate::drawing::{Edge, LINE_FACTOR, Shape};

impl Flow {
    /// Height of a figure with its caption.
    pub(super) fn figure_height(&mut self, figure: &Figure) -> f32 {
        let caption = Text::from(figure.caption.as_str());
        let caption = self
            .shaper
            .shape(&caption, &style::CAPTION, self.frame.width());
        figure.drawing.height * self.figure_scale(figure) + caption.height() + 6.0
    }

    /// Never enlarges; the caption keeps its room.
    fn figure_scale(&self, figure: &Figure) -> f32 {
        let room = self.frame.height() - 60.0;
        (self.frame.width() / figure.drawing.width)
            .min(room / figure.drawing.height)
            .min(1.0)
    }

    /// Sets a figure.
    pub(super) fn figure(&mut self, section: NodeId, figure: &Figure) {
        let scale = self.figure_scale(figure);
        let (width, height) = (figure.drawing.width * scale, figure.drawing.height * scale);
        let (x, y) = (self.frame.left + (self.frame.width() - width) / 2.0, self.y);
        let node = self.tree.add(section, Tag::Figure);
        let bottom = self.frame.page_height - y - height;
        let element = self.tree.node(node);
        element.alt = Some(figure.alt.clone());
        element.bbox = Some([x, bottom, x + width, bottom + height]);
        self.begin(node);
        for shape in &figure.drawing.shapes {
            self.shape(shape, x, y, scale);
        }
        self.page().end();
        self.y += height + 6.0;
        let caption = Text::from(figure.caption.as_str());
        self.paragraph(
            section,
            Tag::Caption,
            &caption,
            &style::CAPTION,
            0.0,
            style::BLOCK_GAP,
        );
    }

    fn shape(&mut self, shape: &Shape, x0: f32, y0: f32, scale: f32) {
        match shape {
            Shape::Box {
                x,
                y,
                width,
                height,
                fill,
                edge,
            } => {
                let area = Area {
                    x: x0 + x * scale,
                    y: y0 + y * scale,
                    width: width * scale,
                    height: height * scale,
                };
                let pen = edge.as_ref().map(|edge| pen(edge, scale));
                self.page().rect(area, *fill, pen);
            }
            Shape::Line { points, edge } => {
                let points = points
                    .iter()
                    .map(|(x, y)| (x0 + x * scale, y0 + y * scale))
                    .collect();
                let pen = Some(pen(edge, scale));
                self.page().items.push(Item::Path {
                    points,
                    closed: false,
                    fill: None,
                    pen,
                });
            }
            Shape::Text {
                x,
                y,
                width,
                text,
                face,
                size,
                color,
                centred,
            } => {
                let size = size * scale;
                let style = Style {
                    face: *face,
                    size,
                    leading: size * LINE_FACTOR,
                    color: *color,
                    align: Align::Start,
                };
                let lines = self.one_line(text, &style, width * scale);
                let shift = if *centred { -lines.width / 2.0 } else { 0.0 };
                let count = lines.lines.len().min(1);
                self.page()
                    .text(&lines, 0..count, x0 + x * scale + shift, y0 + y * scale);
            }
        }
    }
}

fn pen(edge: &Edge, scale: f32) -> Pen {
    Pen {
        color: edge.color,
        width: edge.width * scale,
        dash: edge.dash.iter().map(|length| length * scale).collect(),
    }
}
