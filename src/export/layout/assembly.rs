//! Placed rows and what stands on every page, put together.

use super::blocks::contents::with_twins;
use super::pages::{Entry, PlacedRow};
use super::{Drawing, Item, Link, OutlineEntry, Page};

/// Pages being put together.
#[derive(Default)]
pub(super) struct Assembly {
    pub(super) pages: Vec<Page>,
    pub(super) outline: Vec<OutlineEntry>,
    pub(super) links: Vec<Link>,
    /// The headings of the part, and whether each is a twin.
    headings: Vec<(bool, OutlineEntry)>,
    /// The entries of the part's contents, with the links they make.
    entries: Vec<(Entry, Link)>,
}

impl Assembly {
    /// What follows belongs to a further part.
    pub(super) fn begin_part(&mut self) {
        self.headings.clear();
    }

    /// Adds a page, which has what stands on every page, with these rows.
    pub(super) fn page(&mut self, page: Page, rows: Vec<PlacedRow>) {
        let mut items = Vec::new();
        let index = self.pages.len();
        for placed in rows {
            if let Some(entry) = placed.row.entry {
                self.entry(entry, &placed);
            }
            if let Some(heading) = placed.row.heading {
                let entry = OutlineEntry {
                    level: heading.level,
                    title: heading.title,
                    page: index,
                    y: placed.y,
                };
                self.headings.push((heading.twin, entry.clone()));
                if !heading.twin {
                    self.outline.push(entry);
                }
            }
            let drawn = placed.row.items.into_iter();
            items.extend(drawn.map(|item| item.lowered(placed.y)));
        }
        items.extend(page.items);
        self.pages.push(Page { items, ..page });
    }

    /// A line of an entry of the contents: the whole line leads to the
    /// heading, its number too; several lines on a page make one link.
    fn entry(&mut self, entry: Entry, placed: &PlacedRow) {
        let page = self.pages.len();
        let (x, bottom) = (entry.words.0, placed.y + placed.row.height);
        match self.entries.last_mut() {
            Some((last, link)) if last.node == entry.node && link.page == page => {
                link.height = bottom - link.y;
            }
            _ => {
                let link = Link {
                    page,
                    x,
                    y: placed.y,
                    width: entry.right - x,
                    height: placed.row.height,
                    node: entry.node,
                    target: OutlineEntry::default(),
                };
                self.entries.push((entry, link));
            }
        }
    }

    /// Now that the headings of the part are known, its contents lead there.
    pub(super) fn end_part(&mut self) {
        for (entry, link) in std::mem::take(&mut self.entries) {
            let headings = self.headings.iter();
            let listed = headings.filter(|(_, heading)| (2..=entry.level).contains(&heading.level));
            let [first, twins] = with_twins(listed.cloned());
            let targets = if entry.twin { twins } else { first };
            if let Some(target) = targets.into_iter().nth(entry.index) {
                self.links.push(Link { target, ..link });
            }
        }
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
