//! Rows to pages: what must stay together stays together.

use super::{Item, NodeId};
use crate::i18n::Language;

/// How much two rows keep together on a page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Bond {
    /// A page may end between them.
    #[default]
    Loose,
    /// It may where much of a page would otherwise stay empty.
    Preferred,
    /// It may only where nothing else is left.
    Firm,
}

/// One line with everything that stands on it, its items placed from its own top.
#[derive(Debug)]
pub(super) struct Row {
    /// The space above, dropped at the top of a page.
    pub(super) before: f32,
    pub(super) height: f32,
    pub(super) items: Vec<Item>,
    /// How the next row keeps to it.
    pub(super) bond: Bond,
    /// Whether it begins a new page.
    pub(super) new_page: bool,
    pub(super) unofficial: bool,
    /// The heading that begins here.
    pub(super) heading: Option<(u8, String)>,
    /// The entry of the contents that stands here.
    pub(super) entry: Option<Entry>,
}

/// An entry of the contents whose page is not known yet.
#[derive(Clone, Copy, Debug)]
pub(super) struct Entry {
    /// The number of the heading among those of the part that are listed.
    pub(super) index: usize,
    /// The level of the headings that are listed last.
    pub(super) level: u8,
    /// The element that leads to the heading.
    pub(super) node: NodeId,
    /// Where its words on this line begin and end.
    pub(super) words: (f32, f32),
    /// Where its column ends, and the number of the page with it.
    pub(super) right: f32,
    /// Whether its last words stand on this line.
    pub(super) last: bool,
    pub(super) language: Language,
}

/// Rows below each other, or two columns of them beside each other.
#[derive(Debug)]
pub(super) enum Flow {
    Rows(Vec<Row>),
    Columns([Vec<Row>; 2]),
}

impl Flow {
    /// The columns, of which rows below each other are one.
    fn columns(&self) -> &[Vec<Row>] {
        match self {
            Flow::Rows(rows) => std::slice::from_ref(rows),
            Flow::Columns(columns) => columns,
        }
    }

    fn columns_mut(&mut self) -> &mut [Vec<Row>] {
        match self {
            Flow::Rows(rows) => std::slice::from_mut(rows),
            Flow::Columns(columns) => columns,
        }
    }

    /// Whether some of it is unofficial wording.
    pub(super) fn is_unofficial(&self) -> bool {
        self.columns().iter().flatten().any(|row| row.unofficial)
    }

    fn is_empty(&self) -> bool {
        self.columns().iter().all(Vec::is_empty)
    }

    /// Has it begin a new page.
    pub(super) fn begin_page(&mut self) {
        for row in self
            .columns_mut()
            .iter_mut()
            .filter_map(|rows| rows.first_mut())
        {
            row.new_page = true;
        }
    }

    /// Has it stand on one page if it is no higher than `room`.
    pub(super) fn keep_whole(&mut self, room: f32) {
        if self.columns().iter().any(|rows| height(rows, true) > room) {
            return;
        }
        for rows in self.columns_mut() {
            if let Some((_, others)) = rows.split_last_mut() {
                for row in others {
                    row.bond = Bond::Firm;
                }
            }
        }
    }

    /// How much room its beginning needs below what it must keep to.
    fn beginning(&self) -> f32 {
        let heights = self.columns().iter().map(|rows| {
            let last = rows.iter().position(|row| row.bond == Bond::Loose);
            let rows = rows.iter().take(last.map_or(rows.len(), |last| last + 1));
            let begun = rows.take_while(|row| !row.new_page);
            begun.map(|row| row.before + row.height).sum()
        });
        heights.fold(0.0, f32::max)
    }
}

/// A row at its place on a page.
#[derive(Debug)]
pub(super) struct PlacedRow {
    pub(super) y: f32,
    pub(super) row: Row,
}

/// The place of the next row of a column.
#[derive(Clone, Copy, Debug)]
pub(super) struct Spot {
    flow: usize,
    column: usize,
    y: f32,
}

/// Distributes a flow over pages whose text area reaches from `top` to `bottom`.
///
/// A page ends where the last row that may end one stands. Rows that must all
/// keep together although they fill more than a page are broken where the page
/// is full. Columns each fill the page by themselves and go on on the next one.
pub(super) fn paginate(flow: &[Flow], top: f32, bottom: f32) -> Vec<Vec<Spot>> {
    let mut pages = Pages {
        top,
        bottom,
        y: top,
        done: Vec::new(),
        page: Vec::new(),
    };
    let mut parts = flow.iter().enumerate().filter(|(_, part)| !part.is_empty());
    let mut next = parts.next();
    while let Some((index, part)) = next {
        next = parts.next();
        let following = next.map_or(0.0, |(_, part)| part.beginning());
        let columns: Vec<&[Row]> = part.columns().iter().map(Vec::as_slice).collect();
        pages.fill(index, columns, following);
    }
    pages.done.push(pages.page);
    pages.done
}

/// The rows of a flow at the places that [`paginate`] found for them.
pub(super) fn placed(flow: Vec<Flow>, pages: Vec<Vec<Spot>>) -> Vec<Vec<PlacedRow>> {
    let columns = flow.into_iter().map(|part| match part {
        Flow::Rows(rows) => [rows.into_iter(), Vec::new().into_iter()],
        Flow::Columns(columns) => columns.map(Vec::into_iter),
    });
    let mut columns: Vec<_> = columns.collect();
    let mut row_at = |spot: Spot| {
        let rows = columns.get_mut(spot.flow)?.get_mut(spot.column)?;
        let row = rows.next()?;
        Some(PlacedRow { y: spot.y, row })
    };
    pages
        .into_iter()
        .map(|page| page.into_iter().filter_map(&mut row_at).collect())
        .collect()
}

/// Pages being filled.
struct Pages {
    top: f32,
    bottom: f32,
    /// Where the next row goes.
    y: f32,
    done: Vec<Vec<Spot>>,
    page: Vec<Spot>,
}

impl Pages {
    /// A page is left as empty as this, in parts of it, rather than that rows
    /// part which prefer to keep together.
    const MOST_EMPTY: f32 = 0.6;

    fn turn(&mut self) {
        self.done.push(std::mem::take(&mut self.page));
        self.y = self.top;
    }

    /// Places columns; `following` is how much room the beginning of what
    /// follows them needs.
    fn fill(&mut self, flow: usize, mut columns: Vec<&[Row]>, following: f32) {
        let begins_page = |rows: &&[Row]| rows.first().is_some_and(|row| row.new_page);
        if columns.iter().any(begins_page) && !self.page.is_empty() {
            self.turn();
        }
        loop {
            let counts = self.counts(&columns, following);
            let stuck = counts
                .iter()
                .zip(&columns)
                .any(|(count, rows)| *count == 0 && !rows.is_empty());
            if stuck {
                self.turn();
                continue;
            }
            let (start, empty) = (self.y, self.page.is_empty());
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
                return;
            }
            self.turn();
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
        if lowest + following <= self.bottom {
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
        let mut y = self.y;
        let mut loose = None;
        let mut preferred = None;
        for (index, row) in rows.iter().enumerate() {
            let first = index == 0;
            let previous = index.checked_sub(1).and_then(|above| rows.get(above));
            match previous.map(|row| row.bond) {
                Some(Bond::Loose) => loose = Some((index, y)),
                Some(Bond::Preferred) => preferred = Some(index),
                Some(Bond::Firm) | None => {}
            }
            if row.new_page && !first {
                return index;
            }
            y += above(row, first && empty) + row.height;
            if y > self.bottom && !(first && empty) {
                // The page may also end above all of these rows.
                let above = (!empty).then_some((0, self.y));
                return self.best(loose.or(above), preferred).unwrap_or(index);
            }
        }
        rows.len()
    }

    /// Where a page ends that is full: before a loose row unless that leaves
    /// too much of it empty, else before one that prefers to keep to others.
    fn best(&self, loose: Option<(usize, f32)>, preferred: Option<usize>) -> Option<usize> {
        let Some((index, y)) = loose else {
            return preferred;
        };
        let least = self.bottom - (self.bottom - self.top) * Self::MOST_EMPTY;
        let later = preferred.filter(|preferred| y < least && *preferred > index);
        Some(later.unwrap_or(index))
    }
}

/// The space above a row, which is dropped at the top of a page.
fn above(row: &Row, begins_page: bool) -> f32 {
    if begins_page { 0.0 } else { row.before }
}

fn height(rows: &[Row], begins_page: bool) -> f32 {
    let rows = rows.iter().enumerate();
    rows.map(|(index, row)| above(row, index == 0 && begins_page) + row.height)
        .sum()
}
