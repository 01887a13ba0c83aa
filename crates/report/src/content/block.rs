//! What chapters are made of: plain data, without places or fonts.

use zonewright_domain::role::SignRole;

use super::text::Text;
use crate::drawing::Drawing;
use crate::layout::Align;
use crate::palette::Color;

/// A part of the report with a numbered heading.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Chapter {
    pub(crate) title: String,
    pub(crate) paper: Paper,
    pub(crate) blocks: Vec<Block>,
}

/// Paper of a chapter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Paper {
    A4Portrait,
    A4Landscape,
    A3Landscape,
}

/// One piece of a chapter.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Block {
    /// A numbered heading below the chapter's own.
    Section(String),
    Paragraph(Text),
    /// A first sentence that says it all.
    Lead(Text),
    /// Small print.
    Remark(Text),
    Bullets(Vec<Text>),
    Tiles(Vec<Tile>),
    Table(Table),
    Figure(Figure),
    Signature(SignRole),
}

/// A large number and what it counts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Tile {
    pub(crate) number: String,
    pub(crate) label: String,
}

/// A drawing with its text for people who cannot see it.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Figure {
    pub(crate) drawing: Drawing,
    pub(crate) alt: String,
    pub(crate) caption: String,
}

/// A table. Every row has as many cells as there are columns.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Table {
    pub(crate) columns: Vec<Column>,
    pub(crate) rows: Vec<Vec<Cell>>,
    /// True when the first cell of a row names it.
    pub(crate) row_heads: bool,
    /// False for a list of names and values, which has no head row.
    pub(crate) column_heads: bool,
    /// True for tables with many columns.
    pub(crate) dense: bool,
}

/// A column: its share of the width, relative to the other columns.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Column {
    pub(crate) title: String,
    pub(crate) share: f32,
    pub(crate) align: Align,
}

/// A cell, perhaps on a colour that repeats what its text says.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Cell {
    pub(crate) text: Text,
    pub(crate) ground: Option<(Color, Color)>,
}

impl Table {
    /// A table with a head row; columns as title and share.
    pub(crate) fn new(columns: &[(&str, f32)]) -> Self {
        let columns = columns.iter().map(|(title, share)| Column {
            title: (*title).to_owned(),
            share: *share,
            align: Align::Start,
        });
        Self {
            columns: columns.collect(),
            rows: Vec::new(),
            row_heads: true,
            column_heads: true,
            dense: false,
        }
    }

    /// A list of names and values.
    pub(crate) fn facts(rows: Vec<(&str, Text)>) -> Self {
        let mut table = Self::new(&[("", 1.0), ("", 3.0)]);
        table.column_heads = false;
        table.rows = rows
            .into_iter()
            .map(|(name, value)| {
                let value = if value.is_empty() {
                    "–".into()
                } else {
                    value
                };
                vec![Cell::new(name), Cell::new(value)]
            })
            .collect();
        table
    }

    /// The same with small print.
    pub(crate) fn dense(mut self) -> Self {
        self.dense = true;
        self
    }

    /// Centres these columns.
    pub(crate) fn centred(mut self, which: std::ops::Range<usize>) -> Self {
        for column in &mut self.columns[which] {
            column.align = Align::Center;
        }
        self
    }

    /// Adds a row.
    pub(crate) fn row(&mut self, cells: Vec<Cell>) {
        debug_assert_eq!(cells.len(), self.columns.len());
        self.rows.push(cells);
    }
}

impl Cell {
    pub(crate) fn new(text: impl Into<Text>) -> Self {
        Self {
            text: text.into(),
            ground: None,
        }
    }

    /// A cell on a colour: ground and text.
    pub(crate) fn on(text: impl Into<Text>, ground: (Color, Color)) -> Self {
        Self {
            text: text.into(),
            ground: Some(ground),
        }
    }
}

impl<T: Into<Text>> From<T> for Cell {
    fn from(text: T) -> Self {
        Self::new(text)
    }
}
