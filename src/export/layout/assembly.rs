//! Placed rows and what stands on every page, put together.

use super::pages::PlacedRow;
use super::{Drawing, Item, OutlineEntry, Page};

/// Pages being put together.
#[derive(Default)]
pub(super) struct Assembly {
    pub(super) pages: Vec<Page>,
    pub(super) outline: Vec<OutlineEntry>,
}

impl Assembly {
    /// Adds a page, which has what stands on every page, with these rows.
    pub(super) fn page(&mut self, page: Page, rows: Vec<PlacedRow>) {
        let mut items = Vec::new();
        for placed in rows {
            if let Some((level, title)) = placed.row.heading {
                let page = self.pages.len();
                self.outline.push(OutlineEntry {
                    level,
                    title,
                    page,
                    y: placed.y,
                });
            }
            items.extend(
                placed
                    .row
                    .items
                    .into_iter()
                    .map(|item| item.lowered(placed.y)),
            );
        }
        items.extend(page.items);
        self.pages.push(Page { items, ..page });
    }
}

impl Item {
    /// The item, further down by `by`.
    fn lowered(mut self, by: f32) -> Self {
        match &mut self.drawing {
            Drawing::Text(run) => run.y += by,
            Drawing::Rectangle { y, .. } | Drawing::Frame { y, .. } => *y += by,
            Drawing::Mark(mark) => mark.y += by,
            Drawing::Code(code) => code.y += by,
        }
        self
    }
}
