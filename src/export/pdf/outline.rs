//! The list of contents (ISO 32000-1, 12.3.3).

use std::collections::BTreeMap;

use lopdf::{Document, Object, ObjectId, dictionary};

use super::finish::text_object;
use crate::export::layout::{Layout, OutlineEntry};

/// A heading may be as long as an answer; an entry may not.
const MAX_TITLE_CHARACTERS: usize = 200;

/// An entry with its place in the tree.
struct Placed<'a> {
    entry: &'a OutlineEntry,
    id: ObjectId,
    parent: ObjectId,
}

/// Writes the entries, nested by their levels. Returns the root; none where
/// there are no entries.
pub(super) fn write(
    document: &mut Document,
    pages: &[ObjectId],
    layout: &Layout,
) -> Option<ObjectId> {
    let entries = &layout.outline;
    if entries.is_empty() {
        return None;
    }
    let root = document.new_object_id();
    let mut above: Vec<(u8, ObjectId)> = Vec::new();
    let mut placed: Vec<Placed<'_>> = Vec::new();
    for entry in entries {
        let id = document.new_object_id();
        above.retain(|(level, _)| *level < entry.level);
        let parent = above.last().map_or(root, |(_, id)| *id);
        above.push((entry.level, id));
        placed.push(Placed { entry, id, parent });
    }
    let mut children: BTreeMap<ObjectId, Vec<ObjectId>> = BTreeMap::new();
    for one in &placed {
        children.entry(one.parent).or_default().push(one.id);
    }
    let children = |id| children.get(&id).map(Vec::as_slice).unwrap_or_default();
    for one in &placed {
        let siblings = children(one.parent);
        // They were numbered in their order.
        let place = siblings.binary_search(&one.id).unwrap_or_default();
        let mut item = dictionary! {
            "Title" => text_object(&title(&one.entry.title)),
            "Parent" => one.parent,
            "Dest" => destination(one.entry, pages, layout),
        };
        if let Some(previous) = place.checked_sub(1).and_then(|before| siblings.get(before)) {
            item.set("Prev", *previous);
        }
        if let Some(next) = siblings.get(place + 1) {
            item.set("Next", *next);
        }
        let below = children(one.id);
        if let (Some(first), Some(last)) = (below.first(), below.last()) {
            item.set("First", *first);
            item.set("Last", *last);
            // Negative: shown closed.
            item.set("Count", -i64::try_from(below.len()).unwrap_or(i64::MAX));
        }
        document.objects.insert(one.id, item.into());
    }
    let top = children(root);
    let mut outlines = dictionary! { "Type" => "Outlines", "Count" => i64::try_from(top.len()).unwrap_or(i64::MAX) };
    if let (Some(first), Some(last)) = (top.first(), top.last()) {
        outlines.set("First", *first);
        outlines.set("Last", *last);
    }
    document.objects.insert(root, outlines.into());
    Some(root)
}

/// The place of a heading (ISO 32000-1, 12.3.2).
pub(super) fn destination(
    entry: &OutlineEntry,
    pages: &[ObjectId],
    layout: &Layout,
) -> Vec<Object> {
    let page = pages
        .get(entry.page)
        .map_or(Object::Null, |id| Object::Reference(*id));
    // A little room above the heading.
    let y = (layout.height - entry.y + 8.0).min(layout.height);
    vec![
        page,
        "XYZ".into(),
        Object::Real(0.0),
        Object::Real(y),
        Object::Null,
    ]
}

/// A heading on one line, cut where nobody would read on.
fn title(heading: &str) -> String {
    let line = heading.replace('\n', " ");
    match line.char_indices().nth(MAX_TITLE_CHARACTERS) {
        Some((end, _)) => format!("{}…", line.get(..end).unwrap_or_default()),
        None => line,
    }
}
