//! Rows to pages: what must stay together stays together.

mod filling;
mod tail;

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
    /// It may where the rows would fit on no page.
    Close,
    /// It may only where nothing of that is left.
    Firm,
    /// Not even then, unless these rows alone fill more than a page.
    Fast,
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
    pub(super) heading: Option<Heading>,
    /// The entry of the contents that stands here.
    pub(super) entry: Option<Entry>,
}

/// A heading, as contents and bookmarks have it.
#[derive(Clone, Debug)]
pub(super) struct Heading {
    pub(super) level: u8,
    pub(super) title: String,
    /// Whether it is the one before in the other language, and stands below it.
    pub(super) twin: bool,
}

/// An entry of the contents whose page is not known yet.
#[derive(Clone, Copy, Debug)]
pub(super) struct Entry {
    /// The number of the heading among those of the part that are listed.
    pub(super) index: usize,
    /// The level of the headings that are listed last.
    pub(super) level: u8,
    /// Whether it is for the twins of headings.
    pub(super) twin: bool,
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

    /// Whether no page should end within it or right after it.
    fn keeps_to_next(&self) -> bool {
        let mut rows = self.columns().iter().flatten();
        rows.all(|row| row.bond > Bond::Loose && !row.new_page)
    }

    /// How much room it needs below what it must keep to, up to the first row
    /// that keeps to the next no more than so.
    fn beginning(&self, end: Bond) -> f32 {
        let heights = self.columns().iter().map(|rows| {
            let last = rows.iter().position(|row| row.bond <= end);
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
/// keep together although they fill more than a page are broken where they keep
/// together least. Columns each fill the page by themselves and go on on the
/// next one. Before what begins a new page, and at the end, no page is left
/// with a few lines if the page before it can spare some.
pub(super) fn paginate(flow: &[Flow], top: f32, bottom: f32) -> Vec<Vec<Spot>> {
    tail::evened(flow, Area { top, bottom })
}

/// The text area of every page.
#[derive(Clone, Copy, Debug)]
struct Area {
    top: f32,
    bottom: f32,
}

impl Area {
    /// Where a page has to reach so that no more than a part of it stays empty.
    fn least(self, most_empty: f32) -> f32 {
        self.bottom - (self.bottom - self.top) * most_empty
    }
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

/// The space above a row, which is dropped at the top of a page.
fn above(row: &Row, begins_page: bool) -> f32 {
    if begins_page { 0.0 } else { row.before }
}

fn height(rows: &[Row], begins_page: bool) -> f32 {
    let rows = rows.iter().enumerate();
    rows.map(|(index, row)| above(row, index == 0 && begins_page) + row.height)
        .sum()
}
