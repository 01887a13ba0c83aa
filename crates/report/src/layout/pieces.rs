//! Smaller pieces of the flow: lists, tiles, single lines.

use std::rc::Rc;

use super::flow::Flow;
use super::page::{Area, ArtifactKind};
use super::shape::{Align, Lines, Style};
use super::style;
use super::tree::{NodeId, Tag};
use crate::content::{Text, Tile};
use crate::palette;

impl Flow {
    /// Sets a list.
    pub(super) fn bullets(&mut self, section: NodeId, items: &[Text]) {
        let list = self.tree.add(section, Tag::List);
        for item in items {
            if self.space() < style::BODY.leading * 2.0 {
                self.new_page();
            }
            let node = self.tree.add(list, Tag::ListItem);
            let dot = Area {
                x: self.frame.left + 3.0,
                y: self.y + style::BODY.leading * 0.42,
                width: 3.0,
                height: 3.0,
            };
            let page = self.page();
            page.begin_artifact(ArtifactKind::Layout);
            page.rect(dot, Some(palette::ACCENT), None);
            page.end();
            self.paragraph(node, Tag::ListBody, item, &style::BODY, 14.0, 3.0);
        }
        self.y += style::PARAGRAPH_GAP;
    }

    /// Sets a row of tiles.
    pub(super) fn tiles(&mut self, section: NodeId, tiles: &[Tile]) {
        let gap = 10.0;
        let width = (self.frame.width() - gap * (tiles.len() as f32 - 1.0)) / tiles.len() as f32;
        let (mut x, y) = (self.frame.left, self.y);
        for tile in tiles {
            let page = self.page();
            page.begin_artifact(ArtifactKind::Layout);
            page.rect(
                Area {
                    x,
                    y,
                    width,
                    height: style::TILE_HEIGHT,
                },
                Some(palette::TINT),
                None,
            );
            page.rect(
                Area {
                    x,
                    y,
                    width: 2.5,
                    height: style::TILE_HEIGHT,
                },
                Some(palette::ACCENT),
                None,
            );
            page.end();
            let number = self.shaper.shape(
                &Text::from(tile.number.as_str()),
                &style::TILE_NUMBER,
                width - 20.0,
            );
            let label = self.shaper.shape(
                &Text::from(tile.label.as_str()),
                &style::TILE_LABEL,
                width - 20.0,
            );
            let node = self.tree.add(section, Tag::P);
            self.begin(node);
            let page = self.page();
            page.text(&number, 0..number.lines.len().min(1), x + 11.0, y + 6.0);
            page.text(&label, 0..label.lines.len().min(3), x + 11.0, y + 34.0);
            page.end();
            x += width + gap;
        }
        self.y += style::TILE_HEIGHT + style::BLOCK_GAP;
    }

    /// One line of text in a width, cut with an ellipsis when it is longer.
    pub(crate) fn one_line(&mut self, text: &str, style: &Style, width: f32) -> Rc<Lines> {
        let lines = self.shaper.shape(&Text::from(text), style, width);
        if lines.lines.len() <= 1 {
            return lines;
        }
        let start = Style {
            align: Align::Start,
            ..*style
        };
        let mut kept: String = lines.lines[0]
            .runs
            .iter()
            .flat_map(|run| &run.pieces)
            .map(|piece| piece.text.as_str())
            .collect();
        loop {
            let lines =
                self.shaper
                    .shape(&Text::from(format!("{}…", kept.trim_end())), &start, width);
            if lines.lines.len() <= 1 || kept.pop().is_none() {
                return lines;
            }
        }
    }
}
