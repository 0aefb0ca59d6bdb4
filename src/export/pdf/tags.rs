//! The structure tree (ISO 32000-1, 14.7) of a layout.

use std::collections::BTreeMap;

use lopdf::{Dictionary, Document, Object, ObjectId, dictionary};

use super::finish::text_object;
use super::links::LinkAnnotation;
use crate::export::layout::{Drawing, Layout, ListTag, Node, NodeId, Tag};

/// The role of an element.
pub(super) fn role(tag: Tag) -> String {
    match tag {
        Tag::Document => "Document".to_owned(),
        Tag::Part => "Part".to_owned(),
        Tag::Heading(level) => format!("H{level}"),
        Tag::Paragraph => "P".to_owned(),
        Tag::List(_) => "L".to_owned(),
        Tag::ListItem => "LI".to_owned(),
        Tag::Label => "Lbl".to_owned(),
        Tag::ItemBody => "LBody".to_owned(),
        Tag::Figure => "Figure".to_owned(),
        Tag::Contents => "TOC".to_owned(),
        Tag::ContentsItem => "TOCI".to_owned(),
        Tag::Reference => "Reference".to_owned(),
        Tag::Link => "Link".to_owned(),
    }
}

/// What an element contains.
#[derive(Clone, Copy)]
enum Kid {
    Element(NodeId),
    /// A marked sequence by page and number.
    Sequence(usize, i64),
    /// What reacts to a click, on a page.
    Annotation(usize, ObjectId),
}

/// Writes the tree; `marked` has the elements of each page's marked sequences,
/// and the links know their keys in the parent tree. Returns its root.
pub(super) fn write(
    document: &mut Document,
    pages: &[ObjectId],
    layout: &Layout,
    marked: &[Vec<NodeId>],
    links: &[LinkAnnotation],
) -> ObjectId {
    let root = document.new_object_id();
    let nodes = layout.structure.nodes();
    let ids: Vec<ObjectId> = nodes.iter().map(|_| document.new_object_id()).collect();
    let kids = kids(nodes, marked, links);
    let figures = figures(layout);
    for (((index, node), id), kids) in nodes.iter().enumerate().zip(&ids).zip(&kids) {
        let parent = node.parent.map(NodeId::index);
        let above = parent.and_then(|index| nodes.get(index));
        let mut element = element(node, above, kids, &ids, pages);
        element.set(
            "P",
            parent
                .and_then(|index| ids.get(index))
                .copied()
                .unwrap_or(root),
        );
        if let Some(bounds) = figures.get(&NodeId::new(index)) {
            let bounds: Vec<Object> = bounds.iter().map(|bound| Object::Real(*bound)).collect();
            element.set("A", dictionary! { "O" => "Layout", "BBox" => bounds });
        }
        document.objects.insert(*id, element.into());
    }
    let mut numbers = Vec::new();
    for (index, (page, marked)) in (0_i64..).zip(pages.iter().zip(marked)) {
        let elements = marked.iter().filter_map(|node| ids.get(node.index()));
        let elements: Vec<Object> = elements.map(|id| Object::Reference(*id)).collect();
        numbers.push(Object::Integer(index));
        numbers.push(document.add_object(elements).into());
        if let Ok(page) = document.get_object_mut(*page).and_then(Object::as_dict_mut) {
            page.set("StructParents", index);
            page.set("Tabs", "S");
        }
    }
    for link in links {
        if let Some(id) = ids.get(link.node.index()) {
            numbers.push(Object::Integer(link.key));
            numbers.push(Object::Reference(*id));
        }
    }
    let next = i64::try_from(pages.len() + links.len()).unwrap_or(i64::MAX);
    let parents = document.add_object(dictionary! { "Nums" => numbers });
    let top: Vec<Object> = ids
        .first()
        .map(|id| Object::Reference(*id))
        .into_iter()
        .collect();
    let tree = dictionary! {
        "Type" => "StructTreeRoot",
        "K" => top,
        "ParentTree" => parents,
        "ParentTreeNextKey" => next,
    };
    document.objects.insert(root, tree.into());
    root
}

/// The corners of every figure, from the foot of the page.
fn figures(layout: &Layout) -> BTreeMap<NodeId, [f32; 4]> {
    let items = layout.pages.iter().flat_map(|page| &page.items);
    let figures = items.filter_map(|item| match (&item.drawing, item.node()) {
        (Drawing::Code(code), Some(node)) => {
            let side = code.extent();
            let top = layout.height - code.y;
            Some((node, [code.x, top - side, code.x + side, top]))
        }
        _ => None,
    });
    figures.collect()
}

/// What each element contains, in reading order: elements have either
/// sequences or elements, but for a body that has both, whose own come first.
fn kids(nodes: &[Node], marked: &[Vec<NodeId>], links: &[LinkAnnotation]) -> Vec<Vec<Kid>> {
    let mut kids: Vec<Vec<Kid>> = vec![Vec::new(); nodes.len()];
    for (page, sequences) in marked.iter().enumerate() {
        for (number, node) in (0..).zip(sequences) {
            if let Some(kids) = kids.get_mut(node.index()) {
                kids.push(Kid::Sequence(page, number));
            }
        }
    }
    for link in links {
        if let Some(kids) = kids.get_mut(link.node.index()) {
            kids.push(Kid::Annotation(link.page, link.id));
        }
    }
    for (node, kids) in nodes.iter().zip(&mut kids) {
        kids.extend(node.children.iter().copied().map(Kid::Element));
    }
    kids
}

fn element(
    node: &Node,
    above: Option<&Node>,
    kids: &[Kid],
    ids: &[ObjectId],
    pages: &[ObjectId],
) -> Dictionary {
    let page = kids.iter().find_map(|kid| match kid {
        Kid::Sequence(page, _) => Some(*page),
        Kid::Element(_) | Kid::Annotation(..) => None,
    });
    let mut element =
        dictionary! { "Type" => "StructElem", "S" => Object::Name(role(node.tag).into_bytes()) };
    if let Some(id) = page.and_then(|page| pages.get(page)) {
        element.set("Pg", *id);
    }
    let kids = kids.iter().filter_map(|kid| match *kid {
        Kid::Element(id) => ids.get(id.index()).map(|id| Object::Reference(*id)),
        Kid::Sequence(on, number) if Some(on) == page => Some(Object::Integer(number)),
        Kid::Sequence(on, number) => pages
            .get(on)
            .map(|id| dictionary! { "Type" => "MCR", "Pg" => *id, "MCID" => number }.into()),
        Kid::Annotation(on, annotation) => pages
            .get(on)
            .map(|id| dictionary! { "Type" => "OBJR", "Pg" => *id, "Obj" => annotation }.into()),
    });
    element.set("K", kids.collect::<Vec<Object>>());
    if above.is_none_or(|above| above.language != node.language) {
        element.set("Lang", text_object(node.language.bcp47()));
    }
    // The words of a link are read; its annotation says where it leads.
    if let Some(alternative) = node.alternative.as_ref().filter(|_| node.tag != Tag::Link) {
        element.set("Alt", text_object(alternative));
        if node.tag == Tag::Label {
            // The state of an option: readers heed the one or the other.
            element.set("ActualText", text_object(alternative));
        }
    }
    if let Tag::List(kind) = node.tag {
        let numbering = match kind {
            ListTag::Bullets => "Disc",
            ListTag::Numbers => "Decimal",
            ListTag::Unnumbered => "None",
        };
        element.set(
            "A",
            dictionary! { "O" => "List", "ListNumbering" => numbering },
        );
    }
    element
}
