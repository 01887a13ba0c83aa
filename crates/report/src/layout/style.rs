//! The grid and the type of a report: A4 with a measure of about 90 characters, one family, few sizes.

use super::shape::{Align, Style};
use crate::content::Paper;
use crate::face::Face;
use crate::palette::{self, Color};

/// A page and the part of it that the flow fills; points from the upper left corner.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Frame {
    pub(crate) page_width: f32,
    pub(crate) page_height: f32,
    pub(crate) left: f32,
    pub(crate) right: f32,
    pub(crate) top: f32,
    pub(crate) bottom: f32,
}

impl Frame {
    /// A4 upright.
    pub(crate) const A4: Self = Self::sized(595.276, 841.89);

    const fn sized(page_width: f32, page_height: f32) -> Self {
        Self {
            page_width,
            page_height,
            left: 56.0,
            right: page_width - 56.0,
            top: 84.0,
            bottom: page_height - 68.0,
        }
    }

    pub(crate) const fn of(paper: Paper) -> Self {
        match paper {
            Paper::A4Portrait => Self::A4,
            Paper::A4Landscape => Self::sized(841.89, 595.276),
            Paper::A3Landscape => Self::sized(1190.551, 841.89),
        }
    }

    /// Width of the column.
    pub(crate) const fn width(&self) -> f32 {
        self.right - self.left
    }

    /// Height of the column.
    pub(crate) const fn height(&self) -> f32 {
        self.bottom - self.top
    }
}

const fn style(face: Face, size: f32, leading: f32, color: Color) -> Style {
    Style {
        face,
        size,
        leading,
        color,
        align: Align::Start,
    }
}

pub(crate) const BODY: Style = style(Face::Regular, 9.5, 14.0, palette::INK);
pub(crate) const LEAD: Style = style(Face::Regular, 11.5, 17.0, palette::INK);
pub(crate) const REMARK: Style = style(Face::Regular, 8.0, 11.5, palette::MUTED);
pub(crate) const CAPTION: Style = style(Face::Italic, 8.0, 11.5, palette::MUTED);
pub(crate) const CELL: Style = style(Face::Regular, 8.5, 11.8, palette::INK);
pub(crate) const CELL_DENSE: Style = style(Face::Regular, 7.2, 9.8, palette::INK);
pub(crate) const FURNITURE: Style = style(Face::Regular, 7.5, 10.0, palette::MUTED);
pub(crate) const TILE_NUMBER: Style = style(Face::Bold, 20.0, 27.0, palette::ACCENT);
pub(crate) const TILE_LABEL: Style = style(Face::Regular, 8.0, 10.5, palette::MUTED);
pub(crate) const CONTENTS_CHAPTER: Style = style(Face::Bold, 10.0, 15.0, palette::INK);
pub(crate) const CONTENTS_SECTION: Style = style(Face::Regular, 9.0, 13.5, palette::INK);

pub(crate) const PARAGRAPH_GAP: f32 = 7.0;
pub(crate) const BLOCK_GAP: f32 = 14.0;
pub(crate) const CHAPTER_GAP: f32 = 26.0;
pub(crate) const TILE_HEIGHT: f32 = 72.0;
/// Room that the number of a heading takes away from its title.
pub(crate) const NUMBER_WIDTH: f32 = 30.0;

/// Style of a heading with the space before and after it; level 1 for chapters, 2 for sections.
pub(crate) const fn heading(level: u8) -> (Style, f32, f32) {
    if level == 1 {
        (style(Face::Bold, 20.0, 26.0, palette::ACCENT), 18.0, 12.0)
    } else {
        (style(Face::Bold, 12.5, 17.0, palette::INK), 14.0, 6.0)
    }
}
