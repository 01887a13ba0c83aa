//! The flow: blocks one below the other, on as many pages as they need.

use std::rc::Rc;

use super::page::{Area, ArtifactKind, Page};
use super::shape::{Lines, Shaper, Style};
use super::style::{self, Frame};
use super::tree::{NodeId, PageId, Tag, Tree};
use crate::content::{Block, Chapter, Text};
use crate::palette;

/// A heading, for the contents and the outline.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Entry {
    /// 1 for chapters, 2 for sections.
    pub(crate) level: u8,
    /// `3` or `3.2`.
    pub(crate) number: String,
    pub(crate) title: String,
    pub(crate) page: PageId,
    pub(crate) y: f32,
}

/// Pages in the making.
pub(crate) struct Flow {
    pub(crate) shaper: Shaper,
    pub(crate) tree: Tree,
    pub(crate) pages: Vec<Page>,
    pub(crate) frame: Frame,
    pub(crate) y: f32,
    pub(crate) entries: Vec<Entry>,
    chapter: usize,
    section: usize,
}

impl Flow {
    pub(crate) fn new() -> Self {
        Self {
            shaper: Shaper::new(),
            tree: Tree::new(),
            pages: Vec::new(),
            frame: Frame::A4,
            y: 0.0,
            entries: Vec::new(),
            chapter: 0,
            section: 0,
        }
    }

    pub(crate) fn new_page(&mut self) {
        self.pages
            .push(Page::new(self.frame.page_width, self.frame.page_height));
        self.y = self.frame.top;
    }

    pub(crate) fn page(&mut self) -> &mut Page {
        self.pages
            .last_mut()
            .expect("a chapter begins with a page before anything is drawn")
    }

    pub(crate) fn page_id(&self) -> PageId {
        PageId(self.pages.len() - 1)
    }

    /// Points left on this page.
    pub(crate) fn space(&self) -> f32 {
        self.frame.bottom - self.y
    }

    /// True when nothing stands on this page yet.
    pub(crate) fn is_at_top(&self) -> bool {
        self.y <= self.frame.top
    }

    /// Begins content of `node` on the current page.
    pub(crate) fn begin(&mut self, node: NodeId) {
        let id = self.page_id();
        let page = self
            .pages
            .last_mut()
            .expect("a chapter begins with a page before anything is drawn");
        page.begin(id, &mut self.tree, node);
    }

    /// Sets a whole chapter. It begins a page of its own, unless the paper stays and half of the page is free.
    pub(crate) fn chapter(&mut self, chapter: &Chapter) {
        let frame = Frame::of(chapter.paper);
        let roomy =
            !self.pages.is_empty() && frame == self.frame && self.space() > frame.height() * 0.55;
        self.frame = frame;
        if roomy {
            self.y += style::CHAPTER_GAP;
        } else {
            self.new_page();
        }
        self.chapter += 1;
        self.section = 0;
        let section = self.tree.add(Tree::ROOT, Tag::Sect);
        let number = self.chapter.to_string();
        self.heading(section, 1, &number, &chapter.title);
        for (index, block) in chapter.blocks.iter().enumerate() {
            self.keep_together(&chapter.blocks[index..]);
            self.block(section, block);
        }
    }

    fn block(&mut self, section: NodeId, block: &Block) {
        match block {
            Block::Section(title) => {
                self.section += 1;
                let number = format!("{}.{}", self.chapter, self.section);
                self.heading(section, 2, &number, title);
            }
            Block::Paragraph(text) => self.paragraph(
                section,
                Tag::P,
                text,
                &style::BODY,
                0.0,
                style::PARAGRAPH_GAP,
            ),
            Block::Lead(text) => {
                self.paragraph(section, Tag::P, text, &style::LEAD, 0.0, style::BLOCK_GAP)
            }
            Block::Remark(text) => {
                self.paragraph(section, Tag::P, text, &style::REMARK, 0.0, style::BLOCK_GAP)
            }
            Block::Bullets(items) => self.bullets(section, items),
            Block::Tiles(tiles) => self.tiles(section, tiles),
            Block::Table(table) => self.table(section, table),
            Block::Figure(figure) => self.figure(section, figure),
            Block::Signature(role) => self.signature(section, *role),
        }
    }

    /// Turns the page when the first of these blocks would be torn from what it announces.
    fn keep_together(&mut self, blocks: &[Block]) {
        let mut need = 0.0;
        for block in blocks {
            let (height, announces) = self.least_height(block);
            need += height;
            if !announces {
                break;
            }
        }
        if need > self.space() && !self.is_at_top() {
            self.new_page();
        }
    }

    /// Least height with which a block makes sense, and whether the next one belongs to it.
    fn least_height(&mut self, block: &Block) -> (f32, bool) {
        let width = self.frame.width();
        match block {
            Block::Section(title) => (self.heading_height(2, title), true),
            Block::Paragraph(text) => (self.two_lines(text, &style::BODY, width), false),
            Block::Lead(text) => (self.two_lines(text, &style::LEAD, width), true),
            Block::Remark(text) => (self.two_lines(text, &style::REMARK, width), false),
            Block::Bullets(_) => (style::BODY.leading * 2.0, false),
            Block::Tiles(_) => (style::TILE_HEIGHT, false),
            Block::Table(table) => (self.table_start_height(table), false),
            Block::Figure(figure) => (self.figure_height(figure).min(self.frame.height()), false),
            Block::Signature(_) => (self.signature_height(), false),
        }
    }

    fn two_lines(&mut self, text: &Text, style: &Style, width: f32) -> f32 {
        let lines = self.shaper.shape(text, style, width).lines.len();
        style.leading * if lines <= 3 { lines as f32 } else { 2.0 }
    }

    fn heading_height(&mut self, level: u8, title: &str) -> f32 {
        let (style, before, after) = style::heading(level);
        let title = Text::from(title);
        let lines = self
            .shaper
            .shape(&title, &style, self.frame.width() - style::NUMBER_WIDTH);
        before + lines.height() + after
    }

    fn heading(&mut self, section: NodeId, level: u8, number: &str, title: &str) {
        let (style, before, after) = style::heading(level);
        if !self.is_at_top() {
            self.y += before;
        }
        let text = Text::from(format!("{number}   {title}"));
        let lines = self.shaper.shape(&text, &style, self.frame.width());
        let (x, y) = (self.frame.left, self.y);
        let page = self.page_id();
        self.entries.push(Entry {
            level,
            number: number.to_owned(),
            title: title.to_owned(),
            page,
            y,
        });
        let tag = if level == 1 { Tag::H1 } else { Tag::H2 };
        let node = self.tree.add(section, tag);
        if level == 1 {
            let bar = Area {
                x,
                y: y - 8.0,
                width: 42.0,
                height: 2.5,
            };
            let page = self.page();
            page.begin_artifact(ArtifactKind::Layout);
            page.rect(bar, Some(palette::ACCENT), None);
            page.end();
        }
        self.lines_on_page(node, &lines, 0..lines.lines.len(), x);
        self.y += after;
    }

    /// Sets text in the column, over pages if need be; never one line alone at the foot or the head of a page.
    pub(crate) fn paragraph(
        &mut self,
        parent: NodeId,
        tag: Tag,
        text: &Text,
        style: &Style,
        indent: f32,
        gap: f32,
    ) {
        let lines = self.shaper.shape(text, style, self.frame.width() - indent);
        if lines.lines.is_empty() {
            return;
        }
        let node = self.tree.add(parent, tag);
        let total = lines.lines.len();
        let mut done = 0;
        while done < total {
            let left = total - done;
            let mut fit = ((self.space() / style.leading) as usize).min(left);
            if left - fit == 1 && fit > 2 {
                fit -= 1;
            }
            if fit == 0 || (fit == 1 && left > 1) {
                self.new_page();
                continue;
            }
            let x = self.frame.left + indent;
            self.lines_on_page(node, &lines, done..done + fit, x);
            done += fit;
        }
        self.y += gap;
    }

    fn lines_on_page(
        &mut self,
        node: NodeId,
        lines: &Rc<Lines>,
        which: std::ops::Range<usize>,
        x: f32,
    ) {
        let y = self.y;
        self.begin(node);
        let height = lines.leading * which.len() as f32;
        let page = self.page();
        page.text(lines, which, x, y);
        page.end();
        self.y += height;
    }
}
