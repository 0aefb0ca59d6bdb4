//! Rows to pages: what must stay together stays together.

use super::Item;

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
}

/// A row at its place on a page.
#[derive(Debug)]
pub(super) struct PlacedRow {
    pub(super) y: f32,
    pub(super) row: Row,
}

/// Distributes rows over pages whose text area reaches from `top` to `bottom`.
///
/// A page ends where the last row that may end one stands. Rows that must all
/// keep together although they fill more than a page are broken where the page
/// is full.
pub(super) fn paginate(rows: Vec<Row>, top: f32, bottom: f32) -> Vec<Vec<PlacedRow>> {
    let breaks = breaks(&rows, bottom - top);
    let mut pages: Vec<Vec<PlacedRow>> = Vec::new();
    let mut y = top;
    for (index, row) in rows.into_iter().enumerate() {
        match pages.last_mut() {
            Some(page) if !breaks.contains(&index) => {
                y += row.before;
                let height = row.height;
                page.push(PlacedRow { y, row });
                y += height;
            }
            _ => {
                y = top + row.height;
                pages.push(vec![PlacedRow { y: top, row }]);
            }
        }
    }
    if pages.is_empty() {
        pages.push(Vec::new());
    }
    pages
}

/// The rows that begin a page after the first.
fn breaks(rows: &[Row], available: f32) -> Vec<usize> {
    let mut breaks = Vec::new();
    let mut first = 0;
    let mut used = 0.0;
    let mut index = 0;
    while let Some(row) = rows.get(index) {
        let need = if index == first {
            row.height
        } else {
            row.before + row.height
        };
        if index > first && (row.new_page || used + need > available) {
            let start = if row.new_page {
                index
            } else {
                break_before(rows, first, index)
            };
            breaks.push(start);
            (first, index, used) = (start, start, 0.0);
        } else {
            used += need;
            index += 1;
        }
    }
    breaks
}

/// The last row up to `full` that may begin a page, when the page began with
/// `first`; `full` itself where there is none.
fn break_before(rows: &[Row], first: usize, full: usize) -> usize {
    let allowed = |index: &usize| {
        let above = index.checked_sub(1).and_then(|above| rows.get(above));
        above.is_some_and(|row| !row.keep_with_next)
    };
    (first + 1..=full).rev().find(allowed).unwrap_or(full)
}
