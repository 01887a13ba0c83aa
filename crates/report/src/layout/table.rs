//! Tables: heads repeat on every page, text wraps and is never cut, a row breaks only when it is taller than a page.

use std::rc::Rc;

use super::flow::Flow;
use super::page::{Area, ArtifactKind, Pen};
use super::shape::{Align, Lines, Style};
use super::style;
use super::tree::{NodeId, Scope, Tag};
use crate::content::{Cell, Table, Text};
use crate::face::Face;
use crate::palette::{self, Color};

const PAD_X: f32 = 4.5;

/// A table with its columns measured.
struct Grid {
    widths: Vec<f32>,
    aligns: Vec<Align>,
    style: Style,
    pad_y: f32,
    heads: Vec<Rc<Lines>>,
    row_heads: bool,
}

impl Grid {
    fn height(&self, cells: &[Rc<Lines>]) -> f32 {
        cells
            .iter()
            .map(|lines| lines.height())
            .fold(self.style.leading, f32::max)
            + 2.0 * self.pad_y
    }

    /// Height of the repeated head; 0 without one.
    fn head_height(&self) -> f32 {
        if self.heads.is_empty() {
            0.0
        } else {
            self.height(&self.heads)
        }
    }
}

impl Flow {
    /// Height of the head and the first three rows, at most a third of a page.
    pub(super) fn table_start_height(&mut self, table: &Table) -> f32 {
        let grid = self.grid(table);
        let mut first = 0.0;
        for row in table.rows.iter().take(3) {
            let cells = self.cells(&grid, row);
            first += grid.height(&cells);
        }
        grid.head_height() + first.min(self.frame.height() / 3.0)
    }

    /// Sets a table.
    pub(super) fn table(&mut self, section: NodeId, table: &Table) {
        let grid = self.grid(table);
        let node = self.tree.add(section, Tag::Table);
        if !grid.heads.is_empty() {
            let head = self.tree.add(node, Tag::TableHead);
            let row = self.tree.add(head, Tag::Row);
            let cells: Vec<NodeId> = grid
                .heads
                .iter()
                .map(|_| self.tree.add(row, Tag::Head))
                .collect();
            for cell in &cells {
                self.tree.node(*cell).scope = Some(Scope::Column);
            }
            self.head_row(&grid, Some(&cells));
        }
        let body = self.tree.add(node, Tag::TableBody);
        for row in &table.rows {
            self.row(&grid, body, row);
        }
        self.y += style::BLOCK_GAP;
    }

    fn grid(&mut self, table: &Table) -> Grid {
        let total: f32 = table.columns.iter().map(|column| column.share).sum();
        let width = self.frame.width();
        let (style, pad_y) = if table.dense {
            (style::CELL_DENSE, 2.8)
        } else {
            (style::CELL, 3.6)
        };
        let mut grid = Grid {
            widths: table
                .columns
                .iter()
                .map(|column| column.share / total * width)
                .collect(),
            aligns: table.columns.iter().map(|column| column.align).collect(),
            style,
            pad_y,
            heads: Vec::new(),
            row_heads: table.row_heads,
        };
        if table.column_heads {
            for (index, column) in table.columns.iter().enumerate() {
                let head = Style {
                    face: Face::Bold,
                    color: palette::ACCENT,
                    align: grid.aligns[index],
                    ..style
                };
                let text = Text::from(column.title.as_str());
                grid.heads.push(
                    self.shaper
                        .shape(&text, &head, grid.widths[index] - 2.0 * PAD_X),
                );
            }
        }
        grid
    }

    fn cells(&mut self, grid: &Grid, row: &[Cell]) -> Vec<Rc<Lines>> {
        let shaped = row.iter().enumerate().map(|(index, cell)| {
            let face = if index == 0 && grid.row_heads {
                Face::Bold
            } else {
                Face::Regular
            };
            let color = cell.ground.map_or(grid.style.color, |(_, ink)| ink);
            let style = Style {
                face,
                color,
                align: grid.aligns[index],
                ..grid.style
            };
            self.shaper
                .shape(&cell.text, &style, grid.widths[index] - 2.0 * PAD_X)
        });
        shaped.collect()
    }

    /// Draws the head; as structure the first time, as an artifact when it is repeated.
    fn head_row(&mut self, grid: &Grid, nodes: Option<&[NodeId]>) {
        let height = grid.head_height();
        let (left, y, width) = (self.frame.left, self.y, self.frame.width());
        let page = self.page();
        page.begin_artifact(ArtifactKind::Layout);
        page.rect(
            Area {
                x: left,
                y,
                width,
                height,
            },
            Some(palette::TINT),
            None,
        );
        page.rule(
            (left, y + height),
            (left + width, y + height),
            Pen::solid(palette::ACCENT, 0.9),
        );
        page.end();
        let mut x = left;
        for (index, lines) in grid.heads.iter().enumerate() {
            match nodes {
                Some(nodes) => self.begin(nodes[index]),
                None => self.page().begin_artifact(ArtifactKind::Pagination),
            }
            let top = y + height - grid.pad_y - lines.height();
            let page = self.page();
            page.text(lines, 0..lines.lines.len(), x + PAD_X, top);
            page.end();
            x += grid.widths[index];
        }
        self.y += height;
    }

    fn turn_page(&mut self, grid: &Grid) {
        self.new_page();
        if !grid.heads.is_empty() {
            self.head_row(grid, None);
        }
    }

    fn row(&mut self, grid: &Grid, body: NodeId, row: &[Cell]) {
        let cells = self.cells(grid, row);
        let height = grid.height(&cells);
        let fresh = self.frame.height() - grid.head_height();
        if height > self.space() && (height <= fresh || self.space() < fresh / 4.0) {
            self.turn_page(grid);
        }
        let row_node = self.tree.add(body, Tag::Row);
        let nodes: Vec<NodeId> = (0..cells.len())
            .map(|index| {
                let is_head = index == 0 && grid.row_heads;
                let node = self
                    .tree
                    .add(row_node, if is_head { Tag::Head } else { Tag::Cell });
                if is_head {
                    self.tree.node(node).scope = Some(Scope::Row);
                }
                node
            })
            .collect();
        let most = cells
            .iter()
            .map(|lines| lines.lines.len())
            .max()
            .unwrap_or(0)
            .max(1);
        let mut done = 0;
        while done < most {
            let room = ((self.space() - 2.0 * grid.pad_y) / grid.style.leading + 0.01) as usize;
            if room == 0 {
                self.turn_page(grid);
                continue;
            }
            let until = (done + room).min(most);
            self.row_part(grid, row, &cells, &nodes, done..until);
            done = until;
            if done < most {
                self.turn_page(grid);
            }
        }
    }

    fn row_part(
        &mut self,
        grid: &Grid,
        row: &[Cell],
        cells: &[Rc<Lines>],
        nodes: &[NodeId],
        which: std::ops::Range<usize>,
    ) {
        let height = which.len() as f32 * grid.style.leading + 2.0 * grid.pad_y;
        let (left, y, width) = (self.frame.left, self.y, self.frame.width());
        let grounds: Vec<Option<Color>> = row
            .iter()
            .map(|cell| cell.ground.map(|(ground, _)| ground))
            .collect();
        let page = self.page();
        page.begin_artifact(ArtifactKind::Layout);
        let mut x = left;
        for (index, ground) in grounds.iter().enumerate() {
            if let Some(ground) = ground {
                let area = Area {
                    x: x + 0.75,
                    y: y + 0.75,
                    width: grid.widths[index] - 1.5,
                    height: height - 1.5,
                };
                page.rect(area, Some(*ground), None);
            }
            x += grid.widths[index];
        }
        page.rule(
            (left, y + height),
            (left + width, y + height),
            Pen::solid(palette::HAIRLINE, 0.5),
        );
        page.end();
        let mut x = left;
        for (index, lines) in cells.iter().enumerate() {
            let shown = which.start.min(lines.lines.len())..which.end.min(lines.lines.len());
            if !shown.is_empty() {
                self.begin(nodes[index]);
                let page = self.page();
                page.text(lines, shown, x + PAD_X, y + grid.pad_y);
                page.end();
            }
            x += grid.widths[index];
        }
        self.y += height;
    }
}
