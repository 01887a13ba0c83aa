//! The cover: what this is, of which plant, by whom, and how far it may travel.

use super::flow::Flow;
use super::page::{Area, ArtifactKind, Pen};
use super::shape::{Align, Style};
use super::style::{self, Frame};
use super::tree::{NodeId, Tag, Tree};
use crate::content::{Cover, Text};
use crate::face::Face;
use crate::palette;

const BAND: f32 = 236.0;

impl Flow {
    /// Sets the cover on a page of its own, or on more when somebody wrote a novel into the scope.
    pub(super) fn cover(&mut self, cover: &Cover) {
        self.frame = Frame::A4;
        self.new_page();
        self.page().furniture = false;
        let section = self.tree.add(Tree::ROOT, Tag::Sect);
        let band = Area {
            x: 0.0,
            y: 0.0,
            width: self.frame.page_width,
            height: BAND,
        };
        self.page().begin_artifact(ArtifactKind::Layout);
        self.page().rect(band, Some(palette::ACCENT), None);
        self.page().end();
        self.band_text(section, cover);
        self.y = BAND + 26.0;
        if !cover.marks.is_empty() {
            let style = Style {
                face: Face::Bold,
                color: palette::ALERT,
                ..style::BODY
            };
            self.paragraph(
                section,
                Tag::P,
                &Text::from(cover.marks.as_str()),
                &style,
                0.0,
                10.0,
            );
        }
        self.facts(section, cover);
    }

    fn band_text(&mut self, section: NodeId, cover: &Cover) {
        let white = |face, size: f32, leading| Style {
            face,
            size,
            leading,
            color: palette::WHITE,
            align: Align::Start,
        };
        let width = self.frame.width();
        let left = self.frame.left;
        let over = self.one_line(&cover.kind, &white(Face::Regular, 11.0, 15.0), width);
        let name = Text::from(cover.site.as_str());
        let mut size = 30.0_f32;
        let title = loop {
            let lines = self
                .shaper
                .shape(&name, &white(Face::Bold, size, size * 1.2), width);
            if lines.height() <= 115.0 || size < 7.0 {
                break lines;
            }
            size *= 0.88;
        };
        let place = self.one_line(&cover.place, &white(Face::Regular, 11.0, 15.0), width);
        let mut y = 62.0;
        for lines in [over, title, place] {
            let node = self.tree.add(section, Tag::P);
            if !lines.lines.is_empty() {
                self.begin(node);
                self.page().text(&lines, 0..lines.lines.len(), left, y);
                self.page().end();
            }
            y += lines.height() + 9.0;
        }
    }

    fn facts(&mut self, section: NodeId, cover: &Cover) {
        let label = Style {
            face: Face::Bold,
            size: 8.0,
            leading: 12.0,
            color: palette::ACCENT,
            align: Align::Start,
        };
        for (name, value) in &cover.facts {
            let value = if value.is_empty() {
                Text::from("–")
            } else {
                value.clone()
            };
            if self.space() < 50.0 {
                self.new_page();
            }
            let (from, to) = ((self.frame.left, self.y), (self.frame.right, self.y));
            self.page().begin_artifact(ArtifactKind::Layout);
            self.page()
                .rule(from, to, Pen::solid(palette::HAIRLINE, 0.5));
            self.page().end();
            self.y += 7.0;
            let top = self.y;
            let name = self.shaper.shape(&Text::from(name.as_str()), &label, 118.0);
            let node = self.tree.add(section, Tag::P);
            self.begin(node);
            let left = self.frame.left;
            self.page()
                .text(&name, 0..name.lines.len(), left, top + 1.0);
            self.page().end();
            self.paragraph(section, Tag::P, &value, &style::BODY, 130.0, 7.0);
        }
    }
}
