//! Places on pages to places in the text, and back.

use std::ops::Range;

use super::{Bounds, Passage, Piece, Position, Reading};

impl Reading {
    /// The place in the text that is next to a place on a page; none on a page
    /// without text. A line is nearer than what stands above or below it.
    #[must_use]
    pub fn at(&self, page: usize, x: f32, y: f32) -> Option<Position> {
        let pieces = self
            .passages
            .iter()
            .enumerate()
            .flat_map(|(index, passage)| passage.pieces.iter().map(move |piece| (index, piece)))
            .filter(|(_, piece)| piece.page == page);
        let (passage, piece) = pieces.min_by(|(_, one), (_, other)| {
            let (one, other) = (one.bounds.distance(x, y), other.bounds.distance(x, y));
            one.0.total_cmp(&other.0).then(one.1.total_cmp(&other.1))
        })?;
        Some(Position {
            passage,
            offset: piece.offset_at(x),
        })
    }

    /// Whether there is text at a place on a page.
    #[must_use]
    pub fn covers(&self, page: usize, x: f32, y: f32) -> bool {
        let mut pieces = self.passages.iter().flat_map(|passage| &passage.pieces);
        pieces.any(|piece| piece.page == page && piece.bounds.distance(x, y) == (0.0, 0.0))
    }

    /// The word around a place; one character where that is no letter.
    #[must_use]
    pub fn word(&self, at: Position) -> (Position, Position) {
        let text = self.passages.get(at.passage);
        let text = text
            .map(|passage| passage.text.as_str())
            .unwrap_or_default();
        let range = word_around(text, at.offset);
        at.with(range)
    }

    /// What the element around a place says.
    #[must_use]
    pub fn passage(&self, at: Position) -> (Position, Position) {
        let text = self.passages.get(at.passage);
        at.with(0..text.map_or(0, |passage| passage.text.len()))
    }

    /// The parts of a page that show what is between two places in the text.
    #[must_use]
    pub fn highlights(&self, from: Position, to: Position, page: usize) -> Vec<Bounds> {
        let mut parts = Vec::new();
        for (index, passage) in self.within(from, to) {
            let range = passage.part(index, from, to);
            for piece in passage.pieces.iter().filter(|piece| piece.page == page) {
                parts.extend(piece.shown(&range));
            }
        }
        parts
    }

    /// The passages between two places, with their indices.
    pub(super) fn within(
        &self,
        from: Position,
        to: Position,
    ) -> impl Iterator<Item = (usize, &Passage)> {
        let passages = self.passages.iter().enumerate().skip(from.passage);
        passages.take_while(move |(index, _)| *index <= to.passage)
    }
}

impl Position {
    fn with(self, range: Range<usize>) -> (Self, Self) {
        let place = |offset| Position { offset, ..self };
        (place(range.start), place(range.end))
    }
}

impl Passage {
    /// The part of the text of this passage, the one with `index`, that is
    /// between two places.
    pub(super) fn part(&self, index: usize, from: Position, to: Position) -> Range<usize> {
        let start = if index == from.passage {
            from.offset
        } else {
            0
        };
        let end = if index == to.passage {
            to.offset
        } else {
            self.text.len()
        };
        start..end.max(start)
    }
}

impl Piece {
    /// The edge of a cluster that is next to a place from the left.
    fn offset_at(&self, x: f32) -> usize {
        let nearest = self
            .edges
            .iter()
            .min_by(|(one, _), (other, _)| (one - x).abs().total_cmp(&(other - x).abs()));
        nearest.map_or(self.text.start, |(_, offset)| *offset)
    }

    /// Where a part of the passage's text stands in this piece.
    fn shown(&self, range: &Range<usize>) -> Option<Bounds> {
        let start = range.start.max(self.text.start);
        let end = range.end.min(self.text.end);
        if start >= end {
            return None;
        }
        let before = self.edges.iter().rev().find(|(_, offset)| *offset <= start);
        let after = self.edges.iter().find(|(_, offset)| *offset >= end);
        Some(Bounds {
            left: before.map_or(self.bounds.left, |(x, _)| *x),
            right: after.map_or(self.bounds.right, |(x, _)| *x),
            ..self.bounds
        })
    }
}

impl Bounds {
    /// How far a place is from it: up or down, and to the side.
    fn distance(&self, x: f32, y: f32) -> (f32, f32) {
        let beside = |low: f32, high: f32, at: f32| (low - at).max(at - high).max(0.0);
        (
            beside(self.top, self.bottom, y),
            beside(self.left, self.right, x),
        )
    }
}

/// The word around a byte of a text, in bytes.
fn word_around(text: &str, offset: usize) -> Range<usize> {
    let (before, after) = text.split_at_checked(offset).unwrap_or((text, ""));
    let of_word = |c: &char| c.is_alphanumeric() || matches!(c, '’' | '\'' | '-' | '\u{2011}');
    let length = |characters: &mut dyn Iterator<Item = char>| -> usize {
        characters.take_while(of_word).map(char::len_utf8).sum()
    };
    let back = length(&mut before.chars().rev());
    let on = length(&mut after.chars());
    if back + on == 0 {
        let one = after.chars().next().map_or(0, char::len_utf8);
        return offset..offset + one;
    }
    before.len() - back..before.len() + on
}
