//! What a reader's program calls each page (ISO 32000-1, 12.4.2): the number
//! that is printed on it. Pages that do not count have small Roman numbers.

use lopdf::{Dictionary, Object, dictionary};

use crate::export::layout::{Layout, Page};

/// The tree of the labels of all pages.
pub(super) fn tree(layout: &Layout) -> Dictionary {
    let mut numbers: Vec<Object> = Vec::new();
    let mut apart = 0;
    let mut index = 0;
    for pages in layout.pages.chunk_by(is_next) {
        let (style, first) = match pages.first().and_then(|page| page.counted) {
            Some(number) => ("D", number),
            None => ("r", apart + 1),
        };
        numbers.push(integer(index));
        numbers.push(dictionary! { "S" => style, "St" => integer(first) }.into());
        index += pages.len();
        if style == "r" {
            apart += pages.len();
        }
    }
    dictionary! { "Nums" => numbers }
}

/// Whether one page is numbered on from another.
fn is_next(one: &Page, next: &Page) -> bool {
    one.counted.map(|number| number + 1) == next.counted
}

fn integer(number: usize) -> Object {
    Object::Integer(i64::try_from(number).unwrap_or(i64::MAX))
}
