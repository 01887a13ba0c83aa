//! Pages and their display list. All places in points from the upper left corner; `y` grows downwards.

use std::rc::Rc;

use super::shape::Lines;
use super::tree::{Kid, NodeId, PageId, Tree};
use crate::palette::Color;
use zonewright_domain::role::SignRole;

/// A line of pen.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Pen {
    pub(crate) color: Color,
    pub(crate) width: f32,
    /// Lengths of dash and gap; empty for a full line.
    pub(crate) dash: Vec<f32>,
}

impl Pen {
    pub(crate) const fn solid(color: Color, width: f32) -> Self {
        Self {
            color,
            width,
            dash: Vec::new(),
        }
    }
}

/// A rectangle on a page.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Area {
    pub(crate) x: f32,
    pub(crate) y: f32,
    pub(crate) width: f32,
    pub(crate) height: f32,
}

/// What is drawn, in order.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Item {
    /// Begins content of a structure element; the number counts per page.
    Begin { tag: &'static str, mcid: u32 },
    /// Begins content outside the structure: rules, repeated heads, running heads.
    Artifact(ArtifactKind),
    /// Ends either.
    End,
    /// One line of shaped text; the upper left corner of the line box.
    Text {
        lines: Rc<Lines>,
        line: usize,
        x: f32,
        y: f32,
    },
    Rect {
        area: Area,
        fill: Option<Color>,
        pen: Option<Pen>,
    },
    Path {
        points: Vec<(f32, f32)>,
        closed: bool,
        fill: Option<Color>,
        pen: Option<Pen>,
    },
}

/// Kind of artifact (ISO 32000-1, 14.8.2.2).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum ArtifactKind {
    Pagination,
    Layout,
}

/// Something to click or to fill in.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Annotation {
    pub(crate) area: Area,
    pub(crate) node: NodeId,
    pub(crate) kind: AnnotationKind,
}

/// Kind of annotation.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum AnnotationKind {
    /// Leads to a place in the document; the text says where.
    Link { page: PageId, y: f32, label: String },
    /// An empty signature field.
    Signature(SignRole),
}

/// One page.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Page {
    pub(crate) width: f32,
    pub(crate) height: f32,
    pub(crate) items: Vec<Item>,
    pub(crate) annotations: Vec<Annotation>,
    /// The element each marked content belongs to.
    pub(crate) owners: Vec<NodeId>,
    /// False on the cover.
    pub(crate) furniture: bool,
}

impl Page {
    pub(crate) const fn new(width: f32, height: f32) -> Self {
        Self {
            width,
            height,
            items: Vec::new(),
            annotations: Vec::new(),
            owners: Vec::new(),
            furniture: true,
        }
    }

    /// Begins content that belongs to `node`; end it with [`Self::end`].
    pub(crate) fn begin(&mut self, id: PageId, tree: &mut Tree, node: NodeId) {
        let mcid = u32::try_from(self.owners.len()).expect("a page holds fewer than 2³² pieces");
        self.owners.push(node);
        let element = tree.node(node);
        element.kids.push(Kid::Content(id, mcid));
        self.items.push(Item::Begin {
            tag: element.tag.name(),
            mcid,
        });
    }

    pub(crate) fn begin_artifact(&mut self, kind: ArtifactKind) {
        self.items.push(Item::Artifact(kind));
    }

    pub(crate) fn end(&mut self) {
        self.items.push(Item::End);
    }

    /// Draws a filled or outlined rectangle.
    pub(crate) fn rect(&mut self, area: Area, fill: Option<Color>, pen: Option<Pen>) {
        self.items.push(Item::Rect { area, fill, pen });
    }

    /// Draws a straight line.
    pub(crate) fn rule(&mut self, from: (f32, f32), to: (f32, f32), pen: Pen) {
        self.items.push(Item::Path {
            points: vec![from, to],
            closed: false,
            fill: None,
            pen: Some(pen),
        });
    }

    /// Draws some lines of a text from `(x, y)` downwards.
    pub(crate) fn text(
        &mut self,
        lines: &Rc<Lines>,
        which: std::ops::Range<usize>,
        x: f32,
        y: f32,
    ) {
        for (row, line) in which.enumerate() {
            self.items.push(Item::Text {
                lines: Rc::clone(lines),
                line,
                x,
                y: y + lines.leading * row as f32,
            });
        }
    }
}
