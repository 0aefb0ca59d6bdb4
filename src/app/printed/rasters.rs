//! Pictures of the pages that are in sight, made away from the screen.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::sync::Arc;

use super::{Printed, PrintedPages};
use crate::app::job::Job;
use crate::app::{Request, Session};
use crate::export::raster::{self, Raster};

/// So many are made at a time: there are other things to do.
const AT_A_TIME: usize = 2;
/// So many bytes of pictures are kept, beside those of pages in sight.
const MOST_BYTES: usize = 48 * 1024 * 1024;

/// The pages somebody looks at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sight {
    /// Their indices.
    pub pages: Range<usize>,
    /// The one whose number is told.
    pub current: usize,
    /// How many pixels wide each is.
    pub width: u16,
}

/// The pictures that there are.
#[derive(Debug, Default)]
pub(super) struct Rasters {
    sight: Option<Sight>,
    /// By page, the newest of each.
    kept: BTreeMap<usize, Kept>,
    making: BTreeSet<Wanted>,
}

/// A picture, and what it is one of.
#[derive(Debug)]
struct Kept {
    number: u64,
    width: u16,
    raster: Arc<Raster>,
}

/// Which picture: of which document, which page, how many pixels wide.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Wanted {
    number: u64,
    page: usize,
    width: u16,
}

/// What is needed to make a picture of a page.
#[derive(Debug)]
pub struct RasterJob {
    pages: Arc<PrintedPages>,
    wanted: Wanted,
}

/// A picture of a page.
#[derive(Debug)]
pub struct RasterizedPage {
    wanted: Wanted,
    raster: Option<Raster>,
}

impl RasterJob {
    /// Does the work.
    #[must_use]
    pub fn run(self) -> RasterizedPage {
        let Wanted { page, width, .. } = self.wanted;
        RasterizedPage {
            wanted: self.wanted,
            raster: raster::page(&self.pages.layout, page, width),
        }
    }
}

impl Printed {
    /// The pages somebody looks at; none before they were drawn.
    #[must_use]
    pub fn sight(&self) -> Option<&Sight> {
        self.rasters.sight.as_ref()
    }

    /// A picture of a page, perhaps of another size or of the same page of the
    /// document before, while the right one is being made.
    #[must_use]
    pub fn raster(&self, page: usize) -> Option<&Arc<Raster>> {
        self.rasters.kept.get(&page).map(|kept| &kept.raster)
    }

    /// Whether everything that is in sight is as it will be printed.
    #[must_use]
    pub fn is_settled(&self) -> bool {
        self.is_laid_out()
            && self
                .rasters
                .missing(self.number, self.page_count())
                .is_empty()
    }

    fn page_count(&self) -> usize {
        let pages = self.pages.as_ref();
        pages.map_or(0, |pages| pages.layout.pages.len())
    }

    pub(in crate::app) fn look(&mut self, sight: Sight) {
        self.rasters.sight = Some(sight);
    }

    /// A picture was made. One of an earlier document is of no use, and one of
    /// another size only where there is no better.
    pub(in crate::app) fn rasterized(&mut self, made: RasterizedPage) {
        let RasterizedPage { wanted, raster } = made;
        self.rasters.making.remove(&wanted);
        let shown = self.pages.as_ref().map(|pages| pages.number);
        let Some(raster) = raster.filter(|_| shown == Some(wanted.number)) else {
            return;
        };
        self.rasters.keep(wanted, raster);
    }
}

impl Rasters {
    fn keep(&mut self, wanted: Wanted, raster: Raster) {
        let fits = self
            .sight
            .as_ref()
            .is_some_and(|sight| sight.width == wanted.width);
        let known = self.kept.get(&wanted.page);
        if !fits && known.is_some_and(|kept| kept.number == wanted.number) {
            return;
        }
        let kept = Kept {
            number: wanted.number,
            width: wanted.width,
            raster: Arc::new(raster),
        };
        self.kept.insert(wanted.page, kept);
        self.shrink();
    }

    /// Drops the pictures that are furthest from what is in sight, until they
    /// take no more room than they may.
    fn shrink(&mut self) {
        let Some(sight) = self.sight.clone() else {
            return;
        };
        let distance = |page: usize| {
            let before = sight.pages.start.saturating_sub(page);
            let after = (page + 1).saturating_sub(sight.pages.end);
            before.max(after)
        };
        let far = |kept: &BTreeMap<usize, Kept>| {
            let outside = kept.keys().filter(|page| distance(**page) > 0);
            outside.copied().max_by_key(|page| distance(*page))
        };
        while self.bytes() > MOST_BYTES {
            let Some(page) = far(&self.kept) else {
                return;
            };
            self.kept.remove(&page);
        }
    }

    fn bytes(&self) -> usize {
        let sizes = self.kept.values().map(|kept| kept.raster.pixels.len());
        sizes.sum()
    }

    /// The pictures that are missing of the pages in sight.
    fn missing(&self, number: u64, count: usize) -> Vec<Wanted> {
        let pages = self.sight.as_ref().map(|sight| sight.pages.clone());
        self.missing_of(pages.into_iter().flatten(), number, count)
    }

    fn missing_of(
        &self,
        pages: impl Iterator<Item = usize>,
        number: u64,
        count: usize,
    ) -> Vec<Wanted> {
        let Some(width) = self.sight.as_ref().map(|sight| sight.width) else {
            return Vec::new();
        };
        let wanted = pages.filter(|page| *page < count).map(|page| Wanted {
            number,
            page,
            width,
        });
        let is_missing = |wanted: &Wanted| {
            let kept = self.kept.get(&wanted.page);
            kept.is_none_or(|kept| (kept.number, kept.width) != (number, width))
        };
        wanted.filter(is_missing).collect()
    }

    /// The next pictures to make: of what is in sight, then of its neighbours
    /// while there is room for them.
    fn next(&self, number: u64, count: usize) -> Vec<Wanted> {
        let Some(sight) = &self.sight else {
            return Vec::new();
        };
        let mut wanted = self.missing(number, count);
        if self.bytes() < MOST_BYTES / 2 {
            let beside = [Some(sight.pages.end), sight.pages.start.checked_sub(1)];
            wanted.extend(self.missing_of(beside.into_iter().flatten(), number, count));
        }
        wanted.retain(|wanted| !self.making.contains(wanted));
        wanted.truncate(AT_A_TIME.saturating_sub(self.making.len()));
        wanted
    }
}

impl Session {
    /// Asks for the pictures that are missing.
    pub(super) fn draw_pages(&mut self) {
        let Some(pages) = self.printed.pages.clone() else {
            return;
        };
        let count = pages.layout.pages.len();
        for wanted in self.printed.rasters.next(pages.number, count) {
            self.printed.rasters.making.insert(wanted);
            let pages = Arc::clone(&pages);
            self.request(Request::Work(Job::Rasterize(RasterJob { pages, wanted })));
        }
    }
}
