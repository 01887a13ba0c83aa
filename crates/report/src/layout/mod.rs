//! From content to pages: shaping, flow, tables, figures, the structure tree. Knows nothing of PDF.

mod clean;
mod contents;
mod cover;
mod figure;
mod flow;
mod furniture;
pub(crate) mod page;
mod pieces;
pub(crate) mod shape;
mod sign_off;
pub(crate) mod style;
mod table;
pub(crate) mod tree;

pub(crate) use flow::Entry;
pub(crate) use shape::Align;
pub use sign_off::{SIGN_FIELD_HEIGHT_PT, SIGN_FIELD_WIDTH_PT};

use crate::content::{Content, Text};
use flow::Flow;
use page::{ArtifactKind, Page};
use shape::Style;
use tree::{PageId, Tag, Tree};

/// A finished document.
pub(crate) struct Laid {
    /// Pages by [`PageId`].
    pub(crate) pages: Vec<Page>,
    /// Pages in reading order.
    pub(crate) order: Vec<PageId>,
    pub(crate) tree: Tree,
    /// Headings for the outline.
    pub(crate) entries: Vec<Entry>,
}

/// Sets a whole report: cover, contents, chapters, then the running heads that know the number of pages.
pub(crate) fn lay_out(content: &Content) -> Laid {
    let mut flow = Flow::new();
    flow.cover(&content.cover);
    let after_cover = flow.pages.len();
    let contents = flow.tree.add(Tree::ROOT, Tag::Sect);
    for chapter in &content.chapters {
        flow.chapter(chapter);
    }
    let after_chapters = flow.pages.len();
    flow.contents(contents);
    let order = (0..after_cover)
        .chain(after_chapters..flow.pages.len())
        .chain(after_cover..after_chapters)
        .map(PageId)
        .collect::<Vec<_>>();
    flow.furniture(&content.furniture, &order);
    Laid {
        pages: flow.pages,
        order,
        tree: flow.tree,
        entries: flow.entries,
    }
}

/// A single page of exactly this size with lines of text one below the other, made smaller until they fit.
pub(crate) fn lay_out_label(lines: &[(Text, Style)], width: f32, height: f32) -> Laid {
    let mut flow = Flow::new();
    let pad = 3.0_f32.min(width / 10.0);
    let mut factor = 1.0_f32;
    let shaped = loop {
        let shaped: Vec<_> = lines
            .iter()
            .map(|(text, style)| {
                let style = Style {
                    size: style.size * factor,
                    leading: style.leading * factor,
                    ..*style
                };
                flow.shaper
                    .shape(text, &style, (width - 2.0 * pad).max(1.0))
            })
            .collect();
        let total: f32 = shaped.iter().map(|lines| lines.height()).sum();
        if total <= height - 2.0 * pad || factor < 0.2 {
            break shaped;
        }
        factor *= 0.93;
    };
    flow.pages.push(Page::new(width, height));
    let mut y = pad;
    let page = flow.page();
    page.begin_artifact(ArtifactKind::Layout);
    for lines in &shaped {
        page.text(lines, 0..lines.lines.len(), pad, y);
        y += lines.height();
    }
    page.end();
    Laid {
        pages: flow.pages,
        order: vec![PageId(0)],
        tree: flow.tree,
        entries: Vec::new(),
    }
}
