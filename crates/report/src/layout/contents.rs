//! The table of contents, set after the chapters because only then their pages are known.

use super::flow::{Entry, Flow};
use super::page::{Annotation, AnnotationKind, Area, ArtifactKind, Pen};
use super::shape::{Align, Style};
use super::style::{self, Frame};
use super::tree::{Kid, NodeId, Tag};
use crate::content::Text;
use crate::palette;

impl Flow {
    /// Sets the contents on pages of their own below `section`; in reading order they follow the cover.
    pub(super) fn contents(&mut self, section: NodeId) {
        self.frame = Frame::A4;
        let entries = self.entries.clone();
        // The page count of the contents must be known before page numbers can be written: every entry is one line.
        let toc_pages = count_pages(&entries, &self.frame);
        self.new_page();
        let (heading, _, after) = style::heading(1);
        let title = self
            .shaper
            .shape(&Text::from("Contents"), &heading, self.frame.width());
        let node = self.tree.add(section, Tag::H1);
        let (left, y) = (self.frame.left, self.y);
        self.begin(node);
        self.page().text(&title, 0..1, left, y);
        self.page().end();
        self.y += heading.leading + after;
        let list = self.tree.add(section, Tag::Toc);
        for entry in &entries {
            if self.space() < height(entry) {
                self.new_page();
            }
            let number = entry.page.0 + toc_pages + 1;
            self.entry(list, entry, number);
        }
    }

    fn entry(&mut self, list: NodeId, entry: &Entry, number: usize) {
        let chapter = entry.level == 1;
        let style = if chapter {
            style::CONTENTS_CHAPTER
        } else {
            style::CONTENTS_SECTION
        };
        let end = Style {
            align: Align::End,
            ..style
        };
        if chapter {
            self.y += CHAPTER_SPACE;
        }
        let indent = if chapter { 0.0 } else { 24.0 };
        let number_width = if chapter { 24.0 } else { 30.0 };
        let (left, right, y) = (self.frame.left, self.frame.right, self.y);
        let title_x = left + indent + number_width;
        let count = self.one_line(&entry.number, &style, number_width);
        let title = self.one_line(&entry.title, &style, right - title_x - 50.0);
        let page_number = self
            .shaper
            .shape(&Text::from(number.to_string()), &end, 40.0);
        let item = self.tree.add(list, Tag::TocItem);
        let reference = self.tree.add(item, Tag::Reference);
        let link = self.tree.add(reference, Tag::Link);
        self.begin(link);
        let page = self.page();
        page.text(&count, 0..count.lines.len().min(1), left + indent, y);
        page.text(&title, 0..title.lines.len().min(1), title_x, y);
        page.text(&page_number, 0..1, right - 40.0, y);
        page.end();
        let from = title_x + title.width + 6.0;
        let to = right - page_number.width - 6.0;
        if to > from + 8.0 {
            let pen = Pen {
                color: palette::HAIRLINE,
                width: 0.7,
                dash: vec![0.7, 2.8],
            };
            let base = y + style.leading * 0.76;
            page.begin_artifact(ArtifactKind::Layout);
            page.rule((from, base), (to, base), pen);
            page.end();
        }
        let id = self.page_id();
        let page = self.page();
        let place = page.annotations.len();
        page.annotations.push(Annotation {
            area: Area {
                x: left,
                y,
                width: right - left,
                height: style.leading,
            },
            node: link,
            kind: AnnotationKind::Link {
                page: entry.page,
                y: entry.y,
                label: format!("{} {}, page {number}", entry.number, entry.title),
            },
        });
        self.tree.node(link).kids.push(Kid::Annotation(id, place));
        self.y += style.leading;
    }
}

const CHAPTER_SPACE: f32 = 5.0;

const fn height(entry: &Entry) -> f32 {
    if entry.level == 1 {
        CHAPTER_SPACE + style::CONTENTS_CHAPTER.leading
    } else {
        style::CONTENTS_SECTION.leading
    }
}

fn count_pages(entries: &[Entry], frame: &Frame) -> usize {
    let (heading, _, after) = style::heading(1);
    let (mut pages, mut y) = (1, frame.top + heading.leading + after);
    for entry in entries {
        if frame.bottom - y < height(entry) {
            pages += 1;
            y = frame.top;
        }
        y += height(entry);
    }
    pages
}
