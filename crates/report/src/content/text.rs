//! Text with emphasis, as chapters hand it to the layout.

use crate::face::Face;

/// A stretch of text; `face` where it differs from the style around it.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(crate) struct Span {
    pub(crate) text: String,
    pub(crate) face: Option<Face>,
}

/// Text with emphasis. Line ends are kept.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub(crate) struct Text(pub(crate) Vec<Span>);

impl Text {
    /// Adds plain text.
    pub(crate) fn plain(mut self, text: impl Into<String>) -> Self {
        self.0.push(Span {
            text: text.into(),
            face: None,
        });
        self
    }

    /// Adds bold text.
    pub(crate) fn bold(mut self, text: impl Into<String>) -> Self {
        self.0.push(Span {
            text: text.into(),
            face: Some(Face::Bold),
        });
        self
    }

    /// Adds text that stays upright and light where the style around it is bold.
    pub(crate) fn light(mut self, text: impl Into<String>) -> Self {
        self.0.push(Span {
            text: text.into(),
            face: Some(Face::Regular),
        });
        self
    }

    /// Adds slanted text.
    pub(crate) fn italic(mut self, text: impl Into<String>) -> Self {
        self.0.push(Span {
            text: text.into(),
            face: Some(Face::Italic),
        });
        self
    }

    /// True when there is nothing to read.
    pub(crate) fn is_empty(&self) -> bool {
        self.0.iter().all(|span| span.text.trim().is_empty())
    }
}

impl From<&str> for Text {
    fn from(text: &str) -> Self {
        Self::default().plain(text)
    }
}

impl From<String> for Text {
    fn from(text: String) -> Self {
        Self::default().plain(text)
    }
}
