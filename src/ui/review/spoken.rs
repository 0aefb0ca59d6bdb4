//! The pages for those who have them read: what they say, by the structure of
//! the layout, where it stands.
//!
//! What is repeated on every page is said once: the marking and the banner
//! before a part, its foot after it.

use std::collections::BTreeMap;

use egui::accesskit::Role;
use egui::emath::GuiRounding as _;
use egui::{Id, Rect, Sense, Ui, UiBuilder, WidgetInfo};

use super::pages::Sheets;
use crate::export::layout::{ListTag, Node, NodeId, Page, Passage, PassageKind, Tag};
use crate::i18n::Language;

/// Adds the pages to the accessibility tree, where somebody reads it.
pub(super) fn spoken_ui(ui: &mut Ui, window: Language, sheets: &Sheets<'_>) {
    let is_read = ui.ctx().accesskit_node_builder(ui.unique_id(), |_| ());
    if is_read.is_none() {
        return;
    }
    let tree = Tree::of(sheets, window);
    if let Some(whole) = sheets.rects.first() {
        // Apart from the pages, which have their place already.
        let builder = UiBuilder::new()
            .scope_id(Id::unique("words of the printed pages"))
            .max_rect(*whole);
        let mut ui = ui.new_child(builder);
        // The document as a whole is the first.
        tree.children_ui(&mut ui, 0);
    }
}

/// What there is to say.
struct Tree<'a> {
    sheets: &'a Sheets<'a>,
    window: Language,
    nodes: &'a [Node],
    passages: BTreeMap<usize, &'a Passage>,
}

impl<'a> Tree<'a> {
    fn of(sheets: &'a Sheets<'a>, window: Language) -> Self {
        let nodes = sheets.pages.layout.structure.nodes();
        let passages = sheets.pages.reading.passages().iter();
        Tree {
            sheets,
            window,
            nodes,
            passages: passages
                .map(|passage| (passage.node.index(), passage))
                .collect(),
        }
    }

    fn inside(&self, index: usize) -> &'a [NodeId] {
        let node = self.nodes.get(index);
        node.map(|node| node.children.as_slice())
            .unwrap_or_default()
    }

    fn children_ui(&self, ui: &mut Ui, index: usize) {
        for child in self.inside(index) {
            if let Some(node) = self.nodes.get(child.index()) {
                self.element_ui(ui, child.index(), node);
            }
        }
    }

    fn element_ui(&self, ui: &mut Ui, index: usize, node: &Node) {
        match node.tag {
            Tag::Document | Tag::Reference => self.children_ui(ui, index),
            Tag::Part => self.part_ui(ui, index),
            Tag::List(_) | Tag::Contents => self.group_ui(ui, index, Role::List),
            Tag::ListItem | Tag::ContentsItem => self.group_ui(ui, index, Role::ListItem),
            // That a list has bullets is told by its being a list.
            Tag::Label if self.is_bullet(node) => {}
            Tag::Heading(_)
            | Tag::Paragraph
            | Tag::Label
            | Tag::ItemBody
            | Tag::Figure
            | Tag::Link => {
                if let Some(passage) = self.passages.get(&index) {
                    self.passage_ui(ui, passage, node.tag);
                }
                self.children_ui(ui, index);
            }
        }
    }

    fn is_bullet(&self, label: &Node) -> bool {
        let node = |id: Option<NodeId>| id.and_then(|id| self.nodes.get(id.index()));
        let list = node(label.parent).and_then(|item| node(item.parent));
        list.is_some_and(|list| list.tag == Tag::List(ListTag::Bullets))
    }

    /// An element around others.
    fn group_ui(&self, ui: &mut Ui, index: usize, role: Role) {
        let rect = self.place(index).unwrap_or(ui.max_rect());
        let builder = UiBuilder::new()
            .scope_id(Id::unique(("printed element", index)))
            .max_rect(rect)
            .accessibility_role(role);
        ui.scope_builder(builder, |ui| {
            ui.expand_to_include_rect(rect);
            self.children_ui(ui, index);
        });
    }

    /// Where what is first said inside of an element stands.
    fn place(&self, index: usize) -> Option<Rect> {
        if let Some(passage) = self.passages.get(&index) {
            return self.place_of(passage);
        }
        let mut inside = self.inside(index).iter();
        inside.find_map(|child| self.place(child.index()))
    }

    fn place_of(&self, passage: &Passage) -> Option<Rect> {
        let bounds = passage.bounds()?;
        let rect = self.sheets.on_screen(passage.first_page(), bounds);
        Some(rect.round_ui())
    }

    fn passage_ui(&self, ui: &Ui, passage: &Passage, tag: Tag) {
        let Some(rect) = self.place_of(passage) else {
            return;
        };
        let text = passage.text.trim_end();
        if text.is_empty() && passage.kind == PassageKind::Words {
            return;
        }
        let id = Id::unique(("printed words", passage.node.index()));
        self.leaf_ui(ui, id, rect, text, passage.language);
        if let Tag::Heading(level) = tag {
            // The title of the screen is level 1.
            ui.ctx().accesskit_node_builder(id, |node| {
                node.set_role(Role::Heading);
                node.set_level(usize::from(level) + 1);
                node.set_label(text.to_owned());
            });
        }
    }

    /// A text; it is told where it is not in the language of the window.
    fn leaf_ui(&self, ui: &Ui, id: Id, rect: Rect, text: &str, language: Language) {
        let response = ui.interact(rect, id, Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, text));
        if language != self.window {
            ui.ctx().accesskit_node_builder(id, |node| {
                node.set_language(language.bcp47());
            });
        }
    }

    /// One language, with what stands on every page of it.
    fn part_ui(&self, ui: &mut Ui, index: usize) {
        let Some((first, last)) = self.pages_of(index) else {
            return;
        };
        let pages = &self.sheets.pages.layout.pages;
        let pages = pages.get(first..=last).unwrap_or_default();
        if let Some(page) = pages.first() {
            self.running_ui(ui, ("head", index), first, page, &page.head);
        }
        self.children_ui(ui, index);
        // The remark on wordings stands only where there are some.
        let fullest = pages.iter().rev().max_by_key(|page| page.foot.len());
        if let Some(page) = fullest {
            self.running_ui(ui, ("foot", index), last, page, &page.foot);
        }
    }

    /// The pages on which an element stands, with all that is inside of it:
    /// the first and the last.
    fn pages_of(&self, index: usize) -> Option<(usize, usize)> {
        let own = self.passages.get(&index);
        let own = own.map(|passage| (passage.first_page(), passage.last_page()));
        let inside = self.inside(index).iter();
        let inside = inside.filter_map(|child| self.pages_of(child.index()));
        let both = own.into_iter().chain(inside);
        both.reduce(|one, other| (one.0.min(other.0), one.1.max(other.1)))
    }

    fn running_ui(&self, ui: &Ui, of: (&str, usize), number: usize, page: &Page, words: &[String]) {
        let Some(sheet) = self.sheets.rects.get(number) else {
            return;
        };
        let margin = sheet.height() / 16.0;
        let rect = if of.0 == "head" {
            sheet.with_max_y(sheet.top() + margin)
        } else {
            sheet.with_min_y(sheet.bottom() - margin)
        };
        for (line, text) in words.iter().enumerate() {
            let id = Id::unique(("printed on every page", of, line));
            self.leaf_ui(ui, id, rect, text, page.language);
        }
    }
}
