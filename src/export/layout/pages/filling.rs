//! Pages filled one after the other, each as far as it goes.

use std::collections::BTreeMap;

use super::{Area, Bond, Flow, Row, Spot, above, height};

/// A page is left as empty as this, in parts of it, rather than that rows part
/// which prefer to keep together.
const MOST_EMPTY: f32 = 0.5;

/// A page that is filled.
#[derive(Debug)]
pub(super) struct Filled {
    pub(super) spots: Vec<Spot>,
    /// Where its lowest row ends.
    pub(super) end: f32,
    /// Whether it begins because it must, and not since the one before is full.
    pub(super) is_forced: bool,
    /// Whether it begins with a heading.
    pub(super) is_headed: bool,
}

/// Fills pages; those named end the text `earlier` than the area does.
pub(super) fn filled(flow: &[Flow], area: Area, earlier: &BTreeMap<usize, f32>) -> Vec<Filled> {
    let mut pages = Pages {
        area,
        earlier,
        y: area.top,
        done: Vec::new(),
        page: Vec::new(),
        bond: Bond::Loose,
        is_forced: true,
        is_headed: false,
    };
    let mut parts = flow.iter().enumerate().filter(|(_, part)| !part.is_empty());
    while let Some((index, part)) = parts.next() {
        let following = beginning(parts.clone().map(|(_, part)| part), area);
        let columns: Vec<&[Row]> = part.columns().iter().map(Vec::as_slice).collect();
        pages.fill(index, columns, following);
    }
    pages.turn(true);
    pages.done
}

/// How much room the beginning of what follows needs: all of a part that keeps
/// to the next one, and the beginning of that. What only prefers to keep
/// together counts as long as it is not much.
fn beginning<'a>(following: impl Iterator<Item = &'a Flow>, area: Area) -> f32 {
    let much = (area.bottom - area.top) * MOST_EMPTY;
    let mut room = 0.0;
    for part in following {
        let preferred = part.beginning(Bond::Loose);
        if room + preferred > much {
            return room + part.beginning(Bond::Preferred);
        }
        room += preferred;
        if !part.keeps_to_next() {
            break;
        }
    }
    room
}

/// Pages being filled.
struct Pages<'a> {
    area: Area,
    earlier: &'a BTreeMap<usize, f32>,
    /// Where the next row goes.
    y: f32,
    done: Vec<Filled>,
    page: Vec<Spot>,
    /// How what comes next keeps to what stands on this page.
    bond: Bond,
    /// Whether this page began because it had to.
    is_forced: bool,
    is_headed: bool,
}

impl Pages<'_> {
    fn turn(&mut self, is_forced: bool) {
        self.done.push(Filled {
            spots: std::mem::take(&mut self.page),
            end: self.y,
            is_forced: std::mem::replace(&mut self.is_forced, is_forced),
            is_headed: std::mem::take(&mut self.is_headed),
        });
        self.y = self.area.top;
    }

    /// Where the text of this page has to end.
    fn bottom(&self) -> f32 {
        let earlier = self.earlier.get(&self.done.len());
        earlier.copied().unwrap_or(self.area.bottom)
    }

    /// Places columns; `following` is how much room the beginning of what
    /// follows them needs.
    fn fill(&mut self, flow: usize, mut columns: Vec<&[Row]>, following: f32) {
        let begins_page = |rows: &&[Row]| rows.first().is_some_and(|row| row.new_page);
        let ends = columns.iter().filter_map(|rows| rows.last());
        let bond = ends.map(|row| row.bond).max().unwrap_or_default();
        if columns.iter().any(begins_page) && !self.page.is_empty() {
            self.turn(true);
        }
        loop {
            let counts = self.counts(&columns, following);
            let stuck = counts
                .iter()
                .zip(&columns)
                .any(|(count, rows)| *count == 0 && !rows.is_empty());
            if stuck {
                self.turn(false);
                continue;
            }
            let (start, empty) = (self.y, self.page.is_empty());
            if empty {
                let first = columns.first().and_then(|rows| rows.first());
                self.is_headed = first.is_some_and(|row| row.heading.is_some());
            }
            for (column, (rows, count)) in columns.iter_mut().zip(counts).enumerate() {
                let (here, rest) = rows.split_at(count.min(rows.len()));
                let mut y = start;
                for (index, row) in here.iter().enumerate() {
                    y += above(row, index == 0 && empty);
                    self.page.push(Spot { flow, column, y });
                    y += row.height;
                }
                self.y = self.y.max(y);
                *rows = rest;
            }
            if columns.iter().all(|rows| rows.is_empty()) {
                self.bond = bond;
                return;
            }
            self.turn(columns.iter().any(begins_page));
        }
    }

    /// How many rows of each column go on this page. Where all do, but not
    /// what the last of them keep to, those stay for the next page, too.
    fn counts(&self, columns: &[&[Row]], following: f32) -> Vec<usize> {
        let counts: Vec<usize> = columns.iter().map(|rows| self.fitting(rows)).collect();
        let all = counts
            .iter()
            .zip(columns)
            .all(|(count, rows)| *count == rows.len());
        let bound = |rows: &&[Row]| rows.last().is_some_and(|row| row.bond > Bond::Loose);
        if !all || !columns.iter().any(bound) {
            return counts;
        }
        let empty = self.page.is_empty();
        let heights = columns.iter().map(|rows| height(rows, empty));
        let lowest = self.y + heights.fold(0.0, f32::max);
        if lowest + following <= self.bottom() {
            return counts;
        }
        // On the next page they would part, too.
        let heights = columns.iter().map(|rows| height(rows, true));
        if self.area.top + heights.fold(0.0, f32::max) + following > self.area.bottom {
            return counts;
        }
        let before = columns.iter().map(|rows| {
            let kept = rows.iter().rev().take_while(|row| row.bond > Bond::Loose);
            rows.len() - kept.count()
        });
        let before: Vec<usize> = before.collect();
        if empty && before.contains(&0) {
            return counts;
        }
        before
    }

    /// How many rows go on this page; none only where it has some already.
    fn fitting(&self, rows: &[Row]) -> usize {
        let empty = self.page.is_empty();
        let bottom = self.bottom();
        let mut y = self.y;
        let mut ends = Ends::default();
        if !empty {
            // The page may also end above all of these rows, rather than after a
            // heading of theirs.
            ends.note(self.bond.min(Bond::Close), 0, self.y);
        }
        for (index, row) in rows.iter().enumerate() {
            let first = index == 0;
            if let Some(previous) = index.checked_sub(1).and_then(|above| rows.get(above)) {
                ends.note(previous.bond, index, y);
            }
            if row.new_page && !first {
                return index;
            }
            y += above(row, first && empty) + row.height;
            if y > bottom && !(first && empty) {
                let best = ends.in_too_much(rows, self.area);
                return best.or_else(|| ends.best(self.area)).unwrap_or(index);
            }
        }
        rows.len()
    }
}

/// Where a page that is full may end: the last of each kind, before the row of
/// this index.
#[derive(Default)]
struct Ends {
    /// Also how far down the page that is.
    loose: Option<(usize, f32)>,
    preferred: Option<usize>,
    /// Between rows that keep together more, the least of these bonds.
    weakest: Option<(Bond, usize)>,
}

impl Ends {
    /// Takes note of what is above a row at `y`.
    fn note(&mut self, bond: Bond, index: usize, y: f32) {
        match bond {
            Bond::Loose => self.loose = Some((index, y)),
            Bond::Preferred => self.preferred = Some(index),
            Bond::Close | Bond::Firm | Bond::Fast => {
                if self.weakest.is_none_or(|(least, _)| bond <= least) {
                    self.weakest = Some((bond, index));
                }
            }
        }
    }

    /// Within rows that would fit on no page either; none where those that
    /// follow the last loose one would.
    fn in_too_much(&self, rows: &[Row], area: Area) -> Option<usize> {
        let (start, _) = self.loose?;
        let rows = rows.get(start..)?;
        let last = rows.iter().position(|row| row.bond < Bond::Close);
        let bound = rows.get(..last.map_or(rows.len(), |last| last + 1))?;
        let (_, index) = self
            .weakest
            .filter(|(bond, index)| *bond == Bond::Close && *index > start)?;
        (height(bound, true) > area.bottom - area.top).then_some(index)
    }

    /// Before a loose row unless that leaves too much of the page empty, else
    /// before one that prefers to keep to others, else where rows keep
    /// together least.
    fn best(&self, area: Area) -> Option<usize> {
        let Some((index, y)) = self.loose else {
            return self.preferred.or(self.weakest.map(|(_, index)| index));
        };
        let later = self
            .preferred
            .filter(|preferred| y < area.least(MOST_EMPTY) && *preferred > index);
        Some(later.unwrap_or(index))
    }
}
