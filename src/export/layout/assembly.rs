//! Placed rows and what stands on every page, put together.

use super::pages::PlacedRow;
use super::{Drawing, Item, OutlineEntry, Page};
use crate::i18n::Language;

/// Pages being put together.
#[derive(Default)]
pub(super) struct Assembly {
    pub(super) pages: Vec<Page>,
    pub(super) outline: Vec<OutlineEntry>,
}

impl Assembly {
    /// Adds a page.
    pub(super) fn page(&mut self, language: Language, rows: Vec<PlacedRow>, running: Vec<Item>) {
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
        items.extend(running);
        self.pages.push(Page { language, items });
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
