//! The structure tree of a tagged PDF (ISO 32000-1, 14.7 and 14.8): what each piece of a page is, in reading order.

/// Standard structure types in use.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Tag {
    Document,
    Sect,
    H1,
    H2,
    P,
    List,
    ListItem,
    ListBody,
    Toc,
    TocItem,
    Reference,
    Link,
    Figure,
    Caption,
    Table,
    TableHead,
    TableBody,
    Row,
    Head,
    Cell,
    Form,
}

impl Tag {
    /// Name in the file.
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Document => "Document",
            Self::Sect => "Sect",
            Self::H1 => "H1",
            Self::H2 => "H2",
            Self::P => "P",
            Self::List => "L",
            Self::ListItem => "LI",
            Self::ListBody => "LBody",
            Self::Toc => "TOC",
            Self::TocItem => "TOCI",
            Self::Reference => "Reference",
            Self::Link => "Link",
            Self::Figure => "Figure",
            Self::Caption => "Caption",
            Self::Table => "Table",
            Self::TableHead => "THead",
            Self::TableBody => "TBody",
            Self::Row => "TR",
            Self::Head => "TH",
            Self::Cell => "TD",
            Self::Form => "Form",
        }
    }
}

/// Place of a node in the tree.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct NodeId(pub(crate) usize);

/// Place of a page in the order of its making, which is not the order of reading: the contents come last.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) struct PageId(pub(crate) usize);

/// What hangs below a node.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Kid {
    Node(NodeId),
    /// Marked content of a page.
    Content(PageId, u32),
    /// The annotation with this number on this page.
    Annotation(PageId, usize),
}

/// One element.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Node {
    pub(crate) tag: Tag,
    pub(crate) parent: Option<NodeId>,
    pub(crate) kids: Vec<Kid>,
    /// Alternative text; figures and form fields must have it.
    pub(crate) alt: Option<String>,
    /// Scope of a head cell.
    pub(crate) scope: Option<Scope>,
    /// Bounding box of a figure on its page: left, bottom, right, top in points.
    pub(crate) bbox: Option<[f32; 4]>,
}

/// What a head cell is the head of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Scope {
    Column,
    Row,
}

/// The tree; the first node is the document.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Tree {
    pub(crate) nodes: Vec<Node>,
}

impl Tree {
    pub(crate) const ROOT: NodeId = NodeId(0);

    pub(crate) fn new() -> Self {
        let mut tree = Self { nodes: Vec::new() };
        tree.push(Tag::Document, None);
        tree
    }

    fn push(&mut self, tag: Tag, parent: Option<NodeId>) -> NodeId {
        self.nodes.push(Node {
            tag,
            parent,
            kids: Vec::new(),
            alt: None,
            scope: None,
            bbox: None,
        });
        NodeId(self.nodes.len() - 1)
    }

    /// Hangs a new element below `parent`, after what hangs there already.
    pub(crate) fn add(&mut self, parent: NodeId, tag: Tag) -> NodeId {
        let id = self.push(tag, Some(parent));
        self.nodes[parent.0].kids.push(Kid::Node(id));
        id
    }

    /// The element.
    pub(crate) fn node(&mut self, id: NodeId) -> &mut Node {
        &mut self.nodes[id.0]
    }
}
