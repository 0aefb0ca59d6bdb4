//! The logical structure of a laid-out document: what headings, paragraphs
//! and lists its items belong to.

use crate::i18n::Language;

/// The number of an element in its [`Structure`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct NodeId(usize);

impl NodeId {
    pub(in crate::export) fn new(index: usize) -> Self {
        Self(index)
    }

    /// The place of the element in [`Structure::nodes`].
    #[must_use]
    pub fn index(self) -> usize {
        self.0
    }
}

/// What an element is, by the roles of tagged PDF (ISO 32000-1, 14.8.4).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Tag {
    /// The whole document.
    Document,
    /// The part in one language.
    Part,
    /// A heading of level 1 to 6.
    Heading(u8),
    /// A paragraph.
    Paragraph,
    /// A list.
    List(ListTag),
    /// An item of a list.
    ListItem,
    /// What stands before an item: its bullet, number, mark or name.
    Label,
    /// The content of an item.
    ItemBody,
    /// What is drawn and says something.
    Figure,
    /// The contents of the document.
    Contents,
    /// An entry of the contents.
    ContentsItem,
    /// What names another place of the document.
    Reference,
    /// What leads to another place.
    Link,
}

/// What stands before the items of a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ListTag {
    /// Bullets.
    Bullets,
    /// Numbers.
    Numbers,
    /// Marks of answer options, or names.
    Unnumbered,
}

/// One element.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Node {
    /// What it is.
    pub tag: Tag,
    /// The element around it; none for the document.
    pub parent: Option<NodeId>,
    /// The language of its text.
    pub language: Language,
    /// What is said in its place, where it is drawn and not written.
    pub alternative: Option<String>,
    /// The elements in it, in reading order.
    pub children: Vec<NodeId>,
}

/// All elements; each stands after the one around it.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Structure {
    nodes: Vec<Node>,
}

impl Structure {
    /// The elements, the document first.
    #[must_use]
    pub fn nodes(&self) -> &[Node] {
        &self.nodes
    }

    /// One element.
    #[must_use]
    pub fn node(&self, id: NodeId) -> Option<&Node> {
        self.nodes.get(id.0)
    }

    /// The elements around one, from the outermost to itself.
    #[must_use]
    pub fn path(&self, id: NodeId) -> Vec<&Node> {
        let mut path = Vec::new();
        let mut next = Some(id);
        while let Some(node) = next.and_then(|id| self.node(id)) {
            path.push(node);
            next = node.parent;
        }
        path.reverse();
        path
    }

    pub(super) fn add(&mut self, tag: Tag, parent: Option<NodeId>, language: Language) -> NodeId {
        let id = NodeId(self.nodes.len());
        self.nodes.push(Node {
            tag,
            parent,
            language,
            alternative: None,
            children: Vec::new(),
        });
        if let Some(around) = parent.and_then(|parent| self.nodes.get_mut(parent.0)) {
            around.children.push(id);
        }
        id
    }

    /// How many elements stand in one so far.
    pub(super) fn count_in(&self, id: NodeId) -> usize {
        self.node(id).map_or(0, |node| node.children.len())
    }

    /// Has the elements in one that came after the first `count` be read
    /// already before the one at `position`.
    pub(super) fn read_earlier(&mut self, id: NodeId, count: usize, position: usize) {
        let children = self.nodes.get_mut(id.0).map(|node| &mut node.children);
        if let Some(children) = children.and_then(|all| all.get_mut(position..)) {
            let added = (children.len() + position).saturating_sub(count);
            children.rotate_right(added.min(children.len()));
        }
    }

    pub(super) fn describe(&mut self, id: NodeId, alternative: &str) {
        if let Some(node) = self.nodes.get_mut(id.0) {
            node.alternative = Some(alternative.to_owned());
        }
    }
}
