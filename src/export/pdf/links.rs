//! Places that lead to others (ISO 32000-1, 12.5.6.5).

use lopdf::{Document, Object, ObjectId, dictionary};

use super::PdfError;
use super::finish::text_object;
use super::outline::destination;
use crate::export::layout::{Layout, Link, NodeId};
use crate::i18n::{Language, report as words};

/// An annotation is printed, as PDF/A wants it; it draws nothing.
const PRINTED: i64 = 4;

/// A link that was written.
pub(super) struct LinkAnnotation {
    pub(super) id: ObjectId,
    /// Its element.
    pub(super) node: NodeId,
    /// The index of its page.
    pub(super) page: usize,
    /// Its key in the parent tree, above those of all pages.
    pub(super) key: i64,
}

/// Writes the links of a layout on their pages. Each says where it leads, in
/// the language of its words (ISO 14289-1, 7.18.5).
pub(super) fn write(
    document: &mut Document,
    pages: &[ObjectId],
    layout: &Layout,
) -> Result<Vec<LinkAnnotation>, PdfError> {
    let mut written = Vec::new();
    for link in &layout.links {
        let Some(page) = pages.get(link.page) else {
            continue;
        };
        let key = i64::try_from(pages.len() + written.len()).unwrap_or(i64::MAX);
        let top = layout.height - link.y;
        let corners = [link.x, top - link.height, link.x + link.width, top];
        let id = document.add_object(dictionary! {
            "Type" => "Annot",
            "Subtype" => "Link",
            "Rect" => corners.map(Object::Real).to_vec(),
            "Border" => vec![Object::Integer(0); 3],
            "F" => PRINTED,
            "Contents" => text_object(&description(link, layout)),
            "Dest" => destination(&link.target, pages, layout),
            "StructParent" => key,
        });
        let page = document.get_object_mut(*page)?.as_dict_mut()?;
        match page.get_mut(b"Annots").and_then(Object::as_array_mut) {
            Ok(annotations) => annotations.push(id.into()),
            Err(_) => page.set("Annots", vec![Object::Reference(id)]),
        }
        written.push(LinkAnnotation {
            id,
            node: link.node,
            page: link.page,
            key,
        });
    }
    Ok(written)
}

/// The heading and the number of its page.
fn description(link: &Link, layout: &Layout) -> String {
    let target = &link.target;
    let node = layout.structure.node(link.node);
    let language = node.map_or(Language::English, |node| node.language);
    let heading = node.and_then(|node| node.alternative.as_deref());
    let heading = heading.unwrap_or(&target.title);
    words::contents_link(heading, target.page + 1).text(language)
}
