//! What keys do to a text.

use std::ops::Range;

use super::style::Style;
use super::{Kind, Writing};
use crate::text::document::is_blank;

/// A position in a text.
#[derive(Clone, Copy, Debug)]
pub(super) struct Spot {
    pub(super) line: usize,
    /// In characters.
    pub(super) column: usize,
    /// In the whole text.
    pub(super) byte: usize,
}

impl Writing {
    pub(super) fn spot(&self, at: usize) -> Spot {
        let byte = self.text.char_indices().nth(at);
        let byte = byte.map_or(self.text.len(), |(byte, _)| byte);
        let before = self.text.get(..byte).unwrap_or_default();
        let line_start = before.rfind('\n').map_or(0, |end| end + 1);
        let in_line = before.get(line_start..).unwrap_or_default();
        Spot {
            line: before.matches('\n').count(),
            column: in_line.chars().count(),
            byte,
        }
    }

    /// The text of a line.
    pub(super) fn line(&self, line: usize) -> &str {
        self.text.split('\n').nth(line).unwrap_or_default()
    }

    /// Where a line starts, in characters.
    pub(super) fn start_of(&self, line: usize) -> usize {
        let before = self.text.split('\n').take(line);
        before.map(|line| line.chars().count() + 1).sum()
    }

    /// Inserts characters of one line as they are; says where the caret is
    /// then. A line end among them starts another line of the paragraph.
    pub fn insert(&mut self, at: usize, text: &str) -> usize {
        let spot = self.spot(at);
        let text = text.replace("\r\n", "\n").replace('\r', "\n");
        self.text.insert_str(spot.byte, &text);
        let more = text.matches('\n').count();
        let after = spot.line + 1;
        let kinds = std::iter::repeat_n(Kind::Continued, more);
        self.kinds.splice(after..after, kinds);
        self.settle();
        at + text.chars().count()
    }

    /// Starts a new paragraph or item. An empty item ends its list instead: it
    /// goes out by a level, at last to the margin. Says where the caret is then.
    pub fn enter(&mut self, at: usize) -> usize {
        let spot = self.spot(at);
        let first = self.kind(self.first_line(spot.line));
        let line = self.line(spot.line);
        let empty = is_blank(line) && self.kind(spot.line) != Kind::Continued;
        let at_end = spot.column == line.chars().count();
        match first {
            Kind::Bullet { .. } | Kind::Number { .. } if empty => {
                self.outdent(spot.line);
                self.settle();
                return at;
            }
            // A paragraph in an item has ended: the list goes on.
            Kind::Paragraph { depth } if empty && depth > 0 => {
                self.set_kind(spot.line, self.sibling(spot.line, depth));
                self.settle();
                return at;
            }
            _ => {}
        }
        let next = match first {
            Kind::Number { level, .. } => Kind::Number { level, start: None },
            Kind::Heading { depth } if at_end => Kind::Paragraph { depth },
            other => other,
        };
        self.split(spot, next);
        if let Kind::Heading { depth } = first
            && spot.column == 0
        {
            self.set_kind(spot.line, Kind::Paragraph { depth });
        }
        self.settle();
        at + 1
    }

    /// Starts another line of the same paragraph or item; says where the caret
    /// is then. A sub-heading has one line: there it is [`Self::enter`].
    pub fn break_line(&mut self, at: usize) -> usize {
        let spot = self.spot(at);
        if matches!(self.kind(spot.line), Kind::Heading { .. }) {
            return self.enter(at);
        }
        self.split(spot, Kind::Continued);
        self.settle();
        at + 1
    }

    /// Deletes the character before the caret; at the start of a line first
    /// its mark, then its indentation, then the line end. Says where the caret
    /// is then.
    pub fn backspace(&mut self, at: usize) -> usize {
        let spot = self.spot(at);
        let kind = self.kind(spot.line);
        let less = match kind {
            // What lost its mark is a paragraph of the item before, if there is one.
            Kind::Bullet { level } | Kind::Number { level, .. } => {
                Some(Kind::Paragraph { depth: level })
            }
            Kind::Heading { depth } => Some(Kind::Paragraph { depth }),
            Kind::Paragraph { depth } if depth > 0 => Some(Kind::Paragraph { depth: depth - 1 }),
            Kind::Paragraph { .. } | Kind::Continued => None,
        };
        match less.filter(|_| spot.column == 0) {
            Some(less) => {
                self.set_kind(spot.line, less);
                self.settle();
                at
            }
            None if at > 0 => {
                self.delete(at - 1..at);
                at - 1
            }
            None => 0,
        }
    }

    /// Deletes characters; lines whose line end is among them become one.
    ///
    /// It is what the first of them was; but where all of that is gone, what
    /// the last was.
    pub fn delete(&mut self, range: Range<usize>) {
        if range.is_empty() {
            return;
        }
        let (from, to) = (self.spot(range.start), self.spot(range.end));
        if from.line < to.line {
            let kind = self.kind_of_joined(from, to);
            // The first line starts its list as before where it stays what it was.
            let gone = from.line + usize::from(self.keeps_first(from, to));
            let starts: Vec<(usize, u32)> = (gone..=to.line)
                .filter_map(|line| match self.kind(line) {
                    Kind::Number { level, start } => start.map(|start| (level, start)),
                    _ => None,
                })
                .collect();
            self.kinds.drain(from.line + 1..=to.line);
            if let Some(first) = self.kinds.get_mut(from.line) {
                *first = kind;
            }
            for (level, start) in starts {
                self.hand_on(gone, level, start);
            }
        }
        self.erase(range);
        self.settle();
    }

    /// Whether lines that become one are what the first of them was.
    fn keeps_first(&self, from: Spot, to: Spot) -> bool {
        let to_the_end = to.column == self.line(to.line).chars().count();
        from.column > 0 || (to_the_end && to.column > 0)
    }

    fn kind_of_joined(&self, from: Spot, to: Spot) -> Kind {
        let all = from.byte == 0 && to.byte == self.text.len();
        let first = self.first_line(to.line);
        if all {
            Kind::PLAIN
        } else if self.keeps_first(from, to) {
            self.kind(from.line)
        } else if first >= from.line {
            self.kind(first)
        } else {
            Kind::Continued
        }
    }

    /// Removes characters and nothing else.
    pub(super) fn erase(&mut self, range: Range<usize>) {
        let (from, to) = (self.spot(range.start).byte, self.spot(range.end).byte);
        self.text.replace_range(from..to, "");
    }

    fn split(&mut self, spot: Spot, next: Kind) {
        self.text.insert(spot.byte, '\n');
        self.kinds.insert(spot.line + 1, next);
    }

    /// Ends an item: it goes to the list that holds it, or to the margin.
    fn outdent(&mut self, line: usize) {
        let level = self.kind(line).level().unwrap_or(1);
        let kind = match level {
            0 | 1 => Kind::PLAIN,
            _ => self.sibling(line, level - 1),
        };
        self.set_kind(line, kind);
    }

    /// The next item of the list of this level that a line stands in.
    fn sibling(&self, line: usize, level: usize) -> Kind {
        let mut before = (0..line).rev().map(|line| self.kind(line));
        let item = before.find(|kind| kind.level() == Some(level));
        match item {
            Some(Kind::Number { .. }) => Kind::Number { level, start: None },
            _ => Kind::Bullet { level },
        }
    }

    pub(super) fn set_kind(&mut self, line: usize, kind: Kind) {
        let Some(old) = self.kinds.get_mut(line) else {
            return;
        };
        let was = std::mem::replace(old, kind);
        if let Kind::Number {
            level,
            start: Some(start),
        } = was
            && kind.level() != Some(level)
        {
            self.hand_on(line + 1, level, start);
        }
    }

    /// The first number of a list whose first item is gone goes to the next one.
    pub(super) fn hand_on(&mut self, from: usize, level: usize, first: u32) {
        for kind in self.kinds.iter_mut().skip(from) {
            match kind {
                Kind::Number { level: own, start } if *own == level => {
                    *start = start.or(Some(first));
                    return;
                }
                other if other.own_depth().is_some_and(|depth| depth < level) => return,
                Kind::Bullet { level: own } if *own == level => return,
                _ => {}
            }
        }
    }

    /// Whether all paragraphs in a range are of a style.
    #[must_use]
    pub fn has_style(&self, range: &Range<usize>, style: Style) -> bool {
        let lines = self.lines_in(range);
        let mut firsts = lines.map(|line| self.kind(self.first_line(line)));
        firsts.all(|kind| style.is(kind))
    }

    /// The lines in which a range begins and ends, and those between. A range
    /// that ends at the start of a line does not reach it.
    pub(super) fn lines_in(&self, range: &Range<usize>) -> std::ops::RangeInclusive<usize> {
        let (from, to) = (self.spot(range.start), self.spot(range.end));
        let short = to.line > from.line && to.column == 0;
        from.line..=to.line - usize::from(short)
    }
}
