//! Rows to pages: what must stay together stays together.

use super::{Item, NodeId};
use crate::i18n::Language;

/// One line with everything that stands on it, its items placed from its own top.
#[derive(Debug)]
pub(super) struct Row {
    /// The space above, dropped at the top of a page.
    pub(super) before: f32,
    pub(super) height: f32,
    pub(super) items: Vec<Item>,
    /// Whether the next row must stand on the same page.
    pub(super) keep_with_next: bool,
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
    /// Whether some of it is unofficial wording.
    pub(super) fn is_unofficial(&self) -> bool {
        match self {
            Flow::Rows(rows) => rows.iter().any(|row| row.unofficial),
            Flow::Columns(columns) => columns.iter().flatten().any(|row| row.unofficial),
        }
    }
}

/// A row at its place on a page.
#[derive(Debug)]
pub(super) struct PlacedRow {
    pub(super) y: f32,
    pub(super) row: Row,
}

/// Distributes a flow over pages whose text area reaches from `top` to `bottom`.
///
/// A page ends where the last row that may end one stands. Rows that must all
/// keep together although they fill more than a page are broken where the page
/// is full. Columns each fill the page by themselves and go on on the next one.
pub(super) fn paginate(flow: Vec<Flow>, top: f32, bottom: f32) -> Vec<Vec<PlacedRow>> {
    let mut pages = Pages {
        top,
        bottom,
        y: top,
        done: Vec::new(),
        page: Vec::new(),
    };
    for part in flow {
        match part {
            Flow::Rows(rows) => pages.rows(rows),
            Flow::Columns(columns) => pages.columns(columns),
        }
    }
    pages.done.push(pages.page);
    pages.done
}

/// Pages being filled.
struct Pages {
    top: f32,
    bottom: f32,
    /// Where the next row goes.
    y: f32,
    done: Vec<Vec<PlacedRow>>,
    page: Vec<PlacedRow>,
}

impl Pages {
    fn turn(&mut self) {
        self.done.push(std::mem::take(&mut self.page));
        self.y = self.top;
    }

    fn place(&mut self, row: Row, y: f32) -> f32 {
        let y = if self.page.is_empty() || y <= self.top {
            self.top
        } else {
            y + row.before
        };
        let below = y + row.height;
        self.page.push(PlacedRow { y, row });
        below
    }

    fn rows(&mut self, mut rows: Vec<Row>) {
        while !rows.is_empty() {
            if rows.first().is_some_and(|row| row.new_page) && !self.page.is_empty() {
                self.turn();
            }
            let fitting = self.fitting(&rows);
            let rest = rows.split_off(fitting);
            for row in rows {
                self.y = self.place(row, self.y);
            }
            rows = rest;
            if !rows.is_empty() {
                self.turn();
            }
        }
    }

    fn columns(&mut self, mut columns: [Vec<Row>; 2]) {
        let begins_page = |rows: &Vec<Row>| rows.first().is_some_and(|row| row.new_page);
        if columns.iter().any(begins_page) && !self.page.is_empty() {
            self.turn();
        }
        loop {
            let counts = columns.each_ref().map(|rows| self.fitting(rows));
            let stuck = counts
                .iter()
                .zip(&columns)
                .any(|(count, rows)| *count == 0 && !rows.is_empty());
            if stuck {
                self.turn();
                continue;
            }
            let start = self.y;
            let at_top = self.page.is_empty();
            let mut lowest = start;
            for (rows, count) in columns.iter_mut().zip(counts) {
                let rest = rows.split_off(count);
                let mut y = start;
                for (index, row) in std::mem::replace(rows, rest).into_iter().enumerate() {
                    let before = if at_top && index == 0 {
                        0.0
                    } else {
                        row.before
                    };
                    let below = y + before + row.height;
                    self.page.push(PlacedRow { y: y + before, row });
                    y = below;
                }
                lowest = lowest.max(y);
            }
            self.y = lowest;
            if columns.iter().all(Vec::is_empty) {
                return;
            }
            self.turn();
        }
    }

    /// How many rows go on this page; none only where it has some already.
    fn fitting(&self, rows: &[Row]) -> usize {
        let empty = self.page.is_empty();
        let mut y = self.y;
        for (index, row) in rows.iter().enumerate() {
            let begins_page = index == 0 && empty;
            y += row.height + if begins_page { 0.0 } else { row.before };
            let full = y > self.bottom && !begins_page;
            if full || (row.new_page && index > 0) {
                if row.new_page {
                    return index;
                }
                return break_before(rows, index).unwrap_or(if empty { index } else { 0 });
            }
        }
        rows.len()
    }
}

/// The last row up to `full` that may begin a page; none where there is none.
fn break_before(rows: &[Row], full: usize) -> Option<usize> {
    let allowed = |index: &usize| {
        let above = index.checked_sub(1).and_then(|above| rows.get(above));
        above.is_some_and(|row| !row.keep_with_next)
    };
    (1..=full).rev().find(allowed)
}
