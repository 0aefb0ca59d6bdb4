//! The last page before one that must begin anew has more than a few lines of
//! what began before it.

use std::collections::BTreeMap;

use super::filling::{Filled, filled};
use super::{Area, Flow, Spot};

/// What stands alone on a page is at least as high: six lines of an answer.
const LEAST: f32 = 90.0;
/// For that the page before is left as empty as this, in parts of it.
const MOST_EMPTY: f32 = 0.6;

/// Fills pages, and where the last of them before a page that must begin anew
/// would have a few lines only, ends the page before it earlier.
pub(super) fn evened(flow: &[Flow], area: Area) -> Vec<Vec<Spot>> {
    let mut earlier = BTreeMap::new();
    let mut pages = filled(flow, area, &earlier);
    for last in 1..pages.len() {
        let Some(end) = earlier_end(&pages, last, area) else {
            continue;
        };
        earlier.insert(last - 1, end);
        let others = filled(flow, area, &earlier);
        if is_better(&pages, &others, last, area) {
            pages = others;
        } else {
            earlier.remove(&(last - 1));
        }
    }
    pages.into_iter().map(|page| page.spots).collect()
}

/// Where the page before a page should end so that this one has enough; none
/// where it has. What stands under a heading of its own may be short.
fn earlier_end(pages: &[Filled], last: usize, area: Area) -> Option<f32> {
    let page = pages.get(last)?;
    let is_last = pages.get(last + 1).is_none_or(|next| next.is_forced);
    let lack = LEAST - (page.end - area.top);
    let before = pages.get(last.checked_sub(1)?)?;
    (is_last && !page.is_forced && !page.is_headed && lack > 0.0).then_some(before.end - lack)
}

/// Whether the lines are shared out better: on as many pages, and without
/// leaving the page before too empty.
fn is_better(pages: &[Filled], others: &[Filled], last: usize, area: Area) -> bool {
    let end = |pages: &[Filled], index: usize| pages.get(index).map(|page| page.end);
    let before = last.checked_sub(1).and_then(|before| end(others, before));
    pages.len() == others.len()
        && end(others, last) > end(pages, last)
        && before.is_some_and(|before| before >= area.least(MOST_EMPTY))
}
