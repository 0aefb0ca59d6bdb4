//! What lines are, changed by command. No character of the text changes.

use std::ops::Range;

use super::{Kind, Writing};
use crate::text::document::is_blank;

/// How deep a list can be nested by command; deeper ones stay as they are.
const DEEPEST: usize = 3;

/// What lines can be made, and made paragraphs again.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Style {
    /// Items of a bulleted list.
    Bullets,
    /// Items of a numbered list.
    Numbers,
    /// Sub-headings.
    Heading,
}

/// Which way items go.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Shift {
    /// To the right: an item of the item before.
    In,
    /// To the left; from the first level to the margin.
    Out,
}

impl Style {
    pub(super) fn is(self, kind: Kind) -> bool {
        matches!(
            (self, kind),
            (Style::Bullets, Kind::Bullet { .. })
                | (Style::Numbers, Kind::Number { .. })
                | (Style::Heading, Kind::Heading { .. })
        )
    }

    fn made_of(self, kind: Kind, depth: usize) -> Kind {
        let level = kind.level().unwrap_or(depth + 1);
        match self {
            Style::Bullets => Kind::Bullet { level },
            Style::Numbers => Kind::Number { level, start: None },
            Style::Heading => Kind::Heading {
                depth: kind.level().map_or(depth, |level| level - 1),
            },
        }
    }
}

impl Writing {
    /// Makes the lines in a range items or sub-headings, or paragraphs again
    /// where all of them are such already.
    ///
    /// In one line the whole paragraph is meant; of several lines each becomes
    /// an item of its own, and empty ones stay what they are.
    ///
    /// ```
    /// use probitas::text::writing::{Style, Writing};
    /// let mut writing = Writing::from_stored("surveys\nsessions");
    /// writing.toggle(&(0..16), Style::Numbers);
    /// assert_eq!(writing.to_stored(), "1. surveys\n2. sessions");
    /// ```
    pub fn toggle(&mut self, range: &Range<usize>, style: Style) {
        let lines = self.lines_in(range);
        let undo = self.has_style(range, style);
        let several = lines.start() < lines.end();
        let all_empty = lines.clone().all(|line| is_blank(self.line(line)));
        for line in lines {
            let line = if several && !undo {
                line
            } else {
                self.first_line(line)
            };
            let kind = self.kind(line);
            if several && !all_empty && is_blank(self.line(line)) {
                continue;
            }
            if undo {
                let depth = match kind.level() {
                    Some(level) => level - 1,
                    None => self.depth(line),
                };
                self.set_kind(line, Kind::Paragraph { depth });
            } else if !style.is(kind) {
                let depth = match (kind, self.kind(self.first_line(line)).level()) {
                    // The second line of an item becomes an item beside it.
                    (Kind::Continued, Some(level)) => level - 1,
                    _ => self.depth(line),
                };
                self.set_kind(line, style.made_of(kind, depth));
            }
            self.settle();
        }
    }

    /// Moves the items in a range, and paragraphs in items, by a level. Says
    /// whether there is any; outside of lists there is none.
    pub fn shift(&mut self, range: &Range<usize>, shift: Shift) -> bool {
        let lines = self.lines_in(range).map(|line| self.first_line(line));
        let mut lines: Vec<usize> = lines.collect();
        lines.dedup();
        let moves = lines.into_iter().filter_map(|line| {
            let kind = moved(self.kind(line), shift)?;
            Some((line, kind))
        });
        // What becomes of each line follows from what it was before any was moved.
        let moves: Vec<(usize, Kind)> = moves.collect();
        let any = !moves.is_empty();
        for (line, kind) in moves {
            let stays = kind.own_depth() == self.kind(line).own_depth();
            if !stays && self.fits(line, kind) {
                self.set_kind(line, kind);
            }
        }
        self.settle();
        any
    }

    /// Whether a line can be this below what stands above it.
    fn fits(&self, line: usize, kind: Kind) -> bool {
        let open = line.checked_sub(1).map_or(0, |line| self.depth(line));
        match kind.level() {
            Some(level) => level <= open + 1,
            None => kind.own_depth().is_none_or(|depth| depth <= open),
        }
    }
}

/// What a line becomes; nothing where it stands in no item.
fn moved(kind: Kind, shift: Shift) -> Option<Kind> {
    let by_one = |depth: usize| match shift {
        Shift::In => depth + 1,
        Shift::Out => depth - 1,
    };
    Some(match (kind, kind.level()) {
        (_, Some(1)) if shift == Shift::Out => Kind::PLAIN,
        (_, Some(level)) if shift == Shift::In => {
            at_level_alone(kind, level.max(DEEPEST.min(level + 1)))
        }
        (_, Some(level)) => at_level_alone(kind, level - 1),
        (Kind::Paragraph { depth: 1.. }, _) => Kind::Paragraph {
            depth: by_one(kind.own_depth()?),
        },
        (Kind::Heading { depth: 1.. }, _) => Kind::Heading {
            depth: by_one(kind.own_depth()?),
        },
        _ => return None,
    })
}

/// The kind at another level, where it starts no list with a number of its own.
fn at_level_alone(kind: Kind, level: usize) -> Kind {
    match kind {
        Kind::Number { level: was, .. } if was != level => Kind::Number { level, start: None },
        other => other.at_level(level),
    }
}
