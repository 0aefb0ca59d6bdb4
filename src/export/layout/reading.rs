//! A layout as text in reading order: what stands where on the pages, for
//! those who select it and for those who have it read to them.
//!
//! What is repeated on every page is no part of it.

mod collect;
mod copy;
mod find;

use std::ops::Range;

use super::{Layout, NodeId};
use crate::i18n::Language;

/// The text of a layout.
#[derive(Clone, Debug, Default)]
pub struct Reading {
    passages: Vec<Passage>,
}

/// What one element says.
#[derive(Clone, Debug)]
pub struct Passage {
    /// The element.
    pub node: NodeId,
    /// What says it.
    pub kind: PassageKind,
    /// The words as one piece: lines are joined but where the text itself has
    /// a line break, and a character that no face has is itself again.
    pub text: String,
    /// The language of the words.
    pub language: Language,
    /// Whether what follows stands on the same line, as after a bullet.
    leads: bool,
    pieces: Vec<Piece>,
}

/// What says something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PassageKind {
    /// Words that are printed.
    Words,
    /// The mark of an answer option, whose state the text tells.
    Mark {
        /// Whether the option was chosen.
        selected: bool,
    },
    /// A drawing, in whose place the text is said.
    Figure,
}

/// A part of a passage that stands in one place.
#[derive(Clone, Debug)]
struct Piece {
    page: usize,
    bounds: Bounds,
    text: Range<usize>,
    /// Where clusters begin and the last one ends: places from the left with
    /// bytes of the passage's text, both growing.
    edges: Vec<(f32, usize)>,
}

/// A part of a page, in points from its top left corner.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bounds {
    /// From the left.
    pub left: f32,
    /// From the top.
    pub top: f32,
    /// Where it ends, from the left.
    pub right: f32,
    /// Where it ends, from the top.
    pub bottom: f32,
}

/// A place in the text: between two clusters of a passage.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position {
    passage: usize,
    offset: usize,
}

impl Reading {
    /// The text of a layout.
    ///
    /// ```
    /// use probitas::export::layout::{Layout, Reading};
    /// use probitas::i18n::Language;
    /// use probitas::report::document::{Block, Document, Part, Running, Style, Text};
    ///
    /// let text = Text::new(Language::English, "Values and ethics. ".repeat(30).trim());
    /// let words = text.content.clone();
    /// let part = Part {
    ///     language: Language::English,
    ///     title: String::new(),
    ///     running: Running::default(),
    ///     blocks: vec![Block::Paragraph { style: Style::Body, text, keep_with_next: false }],
    /// };
    /// let layout = Layout::of(&Document { title: String::new(), parts: vec![part] });
    /// let reading = Reading::of(&layout);
    /// let (first, last) = reading.whole().unwrap();
    /// assert_eq!(reading.copied(first, last), words);
    /// ```
    #[must_use]
    pub fn of(layout: &Layout) -> Self {
        collect::collect(layout)
    }

    /// What the elements say, in reading order.
    #[must_use]
    pub fn passages(&self) -> &[Passage] {
        &self.passages
    }

    /// The beginning and the end of the text; none where there is none.
    #[must_use]
    pub fn whole(&self) -> Option<(Position, Position)> {
        let last = self.passages.len().checked_sub(1)?;
        let end = self.passages.get(last)?.text.len();
        let first = Position {
            passage: 0,
            offset: 0,
        };
        Some((
            first,
            Position {
                passage: last,
                offset: end,
            },
        ))
    }
}

impl Passage {
    /// On which page it begins.
    #[must_use]
    pub fn first_page(&self) -> usize {
        self.pieces.first().map_or(0, |piece| piece.page)
    }

    /// On which page it ends.
    #[must_use]
    pub fn last_page(&self) -> usize {
        self.pieces.last().map_or(0, |piece| piece.page)
    }

    /// Where it stands on the page on which it begins.
    #[must_use]
    pub fn bounds(&self) -> Option<Bounds> {
        let page = self.first_page();
        let pieces = self.pieces.iter().filter(|piece| piece.page == page);
        pieces.map(|piece| piece.bounds).reduce(Bounds::union)
    }
}

impl Bounds {
    /// The smallest part of the page that holds both.
    #[must_use]
    pub fn union(self, other: Self) -> Self {
        Bounds {
            left: self.left.min(other.left),
            top: self.top.min(other.top),
            right: self.right.max(other.right),
            bottom: self.bottom.max(other.bottom),
        }
    }
}

#[cfg(test)]
mod tests;
