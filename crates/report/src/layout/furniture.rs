//! Running heads and feet, drawn last because they know the number of pages; artifacts for assistive technology.

use super::flow::Flow;
use super::page::{ArtifactKind, Pen};
use super::shape::{Align, Style};
use super::style::FURNITURE;
use super::tree::PageId;
use crate::content::{Furniture, Text};
use crate::face::Face;
use crate::palette;

impl Flow {
    /// Draws the running head and foot of every page but the cover.
    pub(super) fn furniture(&mut self, furniture: &Furniture, order: &[PageId]) {
        let total = order.len();
        for (index, id) in order.iter().enumerate() {
            if self.pages[id.0].furniture {
                self.furnish(furniture, *id, index + 1, total);
            }
        }
    }

    fn furnish(&mut self, furniture: &Furniture, id: PageId, number: usize, total: usize) {
        let (width, height) = (self.pages[id.0].width, self.pages[id.0].height);
        let (left, right) = (56.0, width - 56.0);
        let half = (right - left) / 2.0 - 10.0;
        let end = Style {
            align: Align::End,
            ..FURNITURE
        };
        let mark = Style {
            face: Face::Bold,
            color: palette::ALERT,
            align: Align::Center,
            ..FURNITURE
        };
        let site = self.one_line(&furniture.site, &FURNITURE, half);
        let kind = self
            .shaper
            .shape(&Text::from(furniture.kind.as_str()), &end, half);
        let class = self.one_line(&furniture.classification, &FURNITURE, half);
        let count = self
            .shaper
            .shape(&Text::from(format!("Page {number} of {total}")), &end, half);
        let draft = furniture
            .draft
            .then(|| self.shaper.shape(&Text::from("DRAFT"), &mark, right - left));
        let page = &mut self.pages[id.0];
        page.begin_artifact(ArtifactKind::Pagination);
        page.text(&site, 0..site.lines.len().min(1), left, 38.0);
        page.text(&kind, 0..1, right - half, 38.0);
        page.rule(
            (left, 52.0),
            (right, 52.0),
            Pen::solid(palette::HAIRLINE, 0.5),
        );
        page.text(&class, 0..class.lines.len().min(1), left, height - 42.0);
        page.text(&count, 0..1, right - half, height - 42.0);
        if let Some(draft) = draft {
            page.text(&draft, 0..1, left, height - 42.0);
        }
        page.end();
    }

    /// Height of the running head above the column, for tests of the grid.
    #[cfg(test)]
    pub(super) const fn head_bottom() -> f32 {
        52.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_running_head_ends_above_the_column() {
        assert!(Flow::head_bottom() < super::super::style::Frame::A4.top - 8.0);
    }
}
