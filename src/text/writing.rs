//! A text as somebody writes it: what is seen, and one kind for each line.
//!
//! An editor works on a [`Writing`]; no mark of the stored form is in it, so
//! none can get under the caret. It is made of a [`Document`] when a text is
//! loaded and becomes one when it is kept; a document in normal form comes
//! back exactly. Positions are counted in characters (Unicode scalar values)
//! of [`Writing::text`], line ends included.
//!
//! What a document does not hold is there while somebody writes, and only
//! then: empty lines and items, and spaces at the ends of lines.

mod blocks;
mod clip;
mod edit;
mod numbers;
mod outline;
mod quotes;
mod style;
mod typed;

use self::blocks::{Builder, Lines};
use super::document::{Document, MAX_DEPTH};

pub(in crate::text) use numbers::drop_needless_starts;
pub use style::{Shift, Style};
pub use typed::Typed;

/// What a line of a [`Writing`] is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// The first line of a paragraph that stands in so many items.
    Paragraph {
        /// How many items hold it; 0 at the margin.
        depth: usize,
    },
    /// Another line of the paragraph or item before it.
    Continued,
    /// A sub-heading that stands in so many items.
    Heading {
        /// How many items hold it; 0 at the margin.
        depth: usize,
    },
    /// The first line of an item of a bulleted list.
    Bullet {
        /// How deep the list is nested, from 1.
        level: usize,
    },
    /// The first line of an item of a numbered list.
    Number {
        /// How deep the list is nested, from 1.
        level: usize,
        /// The number with which a list starts here; else the item is the
        /// next one of the list before it, or number 1.
        start: Option<u32>,
    },
}

/// What stands before a line, in the margin.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Mark {
    /// A bullet.
    Bullet {
        /// How deep its list is nested, from 1.
        level: usize,
    },
    /// A number.
    Number {
        /// How deep its list is nested, from 1.
        level: usize,
        /// The number itself.
        number: u32,
    },
}

/// A text that is being written.
///
/// There is always one line at least; every level fits what stands above it.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Writing {
    text: String,
    kinds: Vec<Kind>,
}

impl Kind {
    /// A paragraph at the margin.
    pub const PLAIN: Kind = Kind::Paragraph { depth: 0 };

    /// How deep the list of an item is nested; nothing where it is none.
    #[must_use]
    pub fn level(self) -> Option<usize> {
        match self {
            Kind::Bullet { level } | Kind::Number { level, .. } => Some(level),
            _ => None,
        }
    }

    fn at_level(self, level: usize) -> Kind {
        match self {
            Kind::Bullet { .. } => Kind::Bullet { level },
            Kind::Number { start, .. } => Kind::Number { level, start },
            other => other,
        }
    }

    /// How many items hold the line; nothing where that follows from the line before.
    fn own_depth(self) -> Option<usize> {
        match self {
            Kind::Continued => None,
            Kind::Paragraph { depth } | Kind::Heading { depth } => Some(depth),
            Kind::Bullet { level } | Kind::Number { level, .. } => Some(level),
        }
    }
}

impl Default for Writing {
    fn default() -> Self {
        Writing {
            text: String::new(),
            kinds: vec![Kind::PLAIN],
        }
    }
}

impl Writing {
    /// The lines of a document, which is brought to its normal form first.
    ///
    /// An item that begins with a list or a sub-heading has an empty line.
    ///
    /// ```
    /// use probitas::text::{Document, writing::{Kind, Writing}};
    /// let writing = Writing::of(&Document::parse("Plans:\n\n1. surveys\n   - pulse"));
    /// assert_eq!(writing.text(), "Plans:\nsurveys\npulse");
    /// assert_eq!(writing.kind(2), Kind::Bullet { level: 2 });
    /// ```
    #[must_use]
    pub fn of(document: &Document) -> Writing {
        let normal = document.normalized();
        let mut lines = Lines::default();
        lines.add(&normal.blocks, 0, None);
        if lines.kinds.is_empty() {
            return Writing::default();
        }
        Writing {
            text: lines.texts.join("\n"),
            kinds: lines.kinds,
        }
    }

    /// The lines of a text in its stored form.
    #[must_use]
    pub fn from_stored(stored: &str) -> Writing {
        Writing::of(&Document::parse(stored))
    }

    /// The document that was written, in normal form.
    #[must_use]
    pub fn to_document(&self) -> Document {
        self.blocks().normalized()
    }

    fn blocks(&self) -> Document {
        let mut builder = Builder::default();
        for (kind, line) in self.lines() {
            builder.line(kind, line);
        }
        builder.close_to(0);
        Document {
            blocks: builder.blocks,
        }
    }

    /// What was written, in its stored form.
    #[must_use]
    pub fn to_stored(&self) -> String {
        self.blocks().to_stored()
    }

    /// What is seen: the literal text of all lines, without any mark.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The kinds of the lines, one for each.
    #[must_use]
    pub fn kinds(&self) -> &[Kind] {
        &self.kinds
    }

    /// The kind of a line; a paragraph where there is no such line.
    #[must_use]
    pub fn kind(&self, line: usize) -> Kind {
        self.kinds.get(line).copied().unwrap_or(Kind::PLAIN)
    }

    /// The lines from top to bottom.
    pub fn lines(&self) -> impl Iterator<Item = (Kind, &str)> {
        self.kinds.iter().copied().zip(self.text.split('\n'))
    }

    /// The same kinds of lines with other texts, one for each line.
    pub(in crate::text) fn with_lines(&self, lines: &[String]) -> Writing {
        debug_assert_eq!(lines.len(), self.kinds.len());
        Writing {
            text: lines.join("\n"),
            kinds: self.kinds.clone(),
        }
    }

    /// In which line a position is.
    #[must_use]
    pub fn line_at(&self, at: usize) -> usize {
        self.spot(at).line
    }

    /// The line in which the paragraph or item of a line begins.
    #[must_use]
    pub fn first_line(&self, line: usize) -> usize {
        (0..=line)
            .rev()
            .find(|line| self.kind(*line) != Kind::Continued)
            .unwrap_or(0)
    }

    /// How many items hold a line.
    #[must_use]
    pub fn depth(&self, line: usize) -> usize {
        self.kind(self.first_line(line)).own_depth().unwrap_or(0)
    }

    /// How many items hold each of these lines.
    #[must_use]
    pub fn depths(kinds: &[Kind]) -> Vec<usize> {
        let mut depth = 0;
        let depths = kinds.iter().map(|kind| {
            depth = kind.own_depth().unwrap_or(depth);
            depth
        });
        depths.collect()
    }

    /// What stands in the margin before each of these lines; numbers count themselves.
    #[must_use]
    pub fn marks(kinds: &[Kind]) -> Vec<Option<Mark>> {
        // The last number of every list that is open; none where it is bulleted.
        let mut open: Vec<Option<u32>> = Vec::new();
        let mut marks = Vec::with_capacity(kinds.len());
        for kind in kinds {
            if let Some(depth) = kind.own_depth() {
                open.truncate(depth);
            }
            let Some(level) = kind.level() else {
                marks.push(None);
                continue;
            };
            let last = open.get(level.saturating_sub(1)).copied().flatten();
            open.resize(level, None);
            if let Kind::Number { start, .. } = *kind {
                let next = last.map_or(1, |last| last.saturating_add(1));
                let number = start.unwrap_or(next);
                open.pop();
                open.push(Some(number));
                marks.push(Some(Mark::Number { level, number }));
            } else {
                open.pop();
                open.push(None);
                marks.push(Some(Mark::Bullet { level }));
            }
        }
        marks
    }

    /// Makes every level fit what stands above it.
    fn settle(&mut self) {
        let mut open = 0;
        let mut may_continue = false;
        for kind in &mut self.kinds {
            *kind = match *kind {
                Kind::Continued if !may_continue => Kind::Paragraph { depth: open },
                Kind::Continued => Kind::Continued,
                Kind::Paragraph { depth } => Kind::Paragraph {
                    depth: depth.min(open),
                },
                Kind::Heading { depth } => Kind::Heading {
                    depth: depth.min(open),
                },
                item => {
                    let deepest = MAX_DEPTH.min(open + 1);
                    item.at_level(item.level().unwrap_or(1).clamp(1, deepest))
                }
            };
            open = kind.own_depth().unwrap_or(open);
            may_continue = !matches!(kind, Kind::Heading { .. });
        }
    }
}
