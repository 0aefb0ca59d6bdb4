//! Elements and texts as they come, to lines.
//!
//! No tree is built: what matters of the elements that are open is a short
//! list. Elements nested too deeply are read as if they were not there, so
//! that no input can exhaust memory or time.

use super::element::{Element, Kind};
use super::spaces::{self, Spaces};
use super::{Origin, Step};
use crate::i18n::Language;
use crate::text::document::MAX_DEPTH;

/// How many elements may be open at once.
const MAX_OPEN: usize = 256;

/// A line of the page.
pub(super) struct Piece {
    pub(super) text: String,
    pub(super) origin: Origin,
    /// What its element says it is: attribute and value.
    pub(super) named: Option<(String, String)>,
    /// The questionnaire of the page that it stands on.
    pub(super) questionnaire: Option<String>,
    /// The language that the element of its own names.
    pub(super) language: Option<Language>,
    is_in_main: bool,
}

/// The page as far as it was read.
#[derive(Default)]
pub(super) struct Flow {
    open: Vec<Open>,
    pieces: Vec<Piece>,
    line: String,
    blocks: usize,
    lists: usize,
}

struct Open {
    element: Element,
    /// The list that it is, and its item that is open.
    step: Option<Step>,
}

impl Flow {
    pub(super) fn open(&mut self, element: Element) {
        if let Some(c) = element.code_point
            && !self.is_skipped()
        {
            self.line.push(c);
        }
        match element.kind {
            Kind::Break => return self.end_line(),
            Kind::Void => return,
            Kind::Inline | Kind::Skipped => {}
            Kind::Block | Kind::Heading | Kind::Bullets | Kind::Numbers => {
                self.end_block();
                self.close_if_last("p");
            }
            Kind::Item => {
                self.end_block();
                self.end_item();
            }
        }
        if self.open.len() >= MAX_OPEN {
            return;
        }
        let step = match element.kind {
            Kind::Bullets | Kind::Numbers => {
                self.lists += 1;
                let start = (element.kind == Kind::Numbers).then(|| element.start.unwrap_or(1));
                let list = self.lists;
                Some(Step {
                    list,
                    item: 0,
                    start,
                })
            }
            _ => None,
        };
        self.open.push(Open { element, step });
    }

    pub(super) fn close(&mut self, name: &str) {
        let found = self.open.iter().rposition(|open| open.element.name == name);
        let Some(at) = found else {
            return;
        };
        let closed = self.open.get(at..).unwrap_or_default();
        let inline = |kind| matches!(kind, Kind::Inline | Kind::Skipped);
        if !closed.iter().all(|open| inline(open.element.kind)) {
            self.end_block();
        }
        self.open.truncate(at);
    }

    pub(super) fn text(&mut self, text: &str) {
        if !self.is_skipped() {
            let spaces = match self.named() {
                Some(_) => Spaces::Kept,
                None => Spaces::Collapsed,
            };
            spaces::push(&mut self.line, text, spaces);
        }
    }

    /// The lines: those of `main`, where there is one.
    pub(super) fn pieces(mut self) -> Vec<Piece> {
        self.end_block();
        if self.pieces.iter().any(|piece| piece.is_in_main) {
            self.pieces.retain(|piece| piece.is_in_main);
        }
        self.pieces
    }

    fn end_block(&mut self) {
        self.end_line();
        self.blocks += 1;
    }

    fn end_line(&mut self) {
        let line = std::mem::take(&mut self.line);
        let text = line.trim_matches([' ', '\t']);
        if text.is_empty() {
            return;
        }
        let (named, language) = match self.named() {
            Some(at) => self.named_at(at),
            None => (None, None),
        };
        let mut path: Vec<Step> = self.open.iter().filter_map(|open| open.step).collect();
        path.retain(|step| step.item > 0);
        path.truncate(MAX_DEPTH);
        let kinds = self.open.iter().map(|open| open.element.kind);
        let mut questionnaires = self.open.iter().rev();
        let piece = Piece {
            text: text.to_owned(),
            origin: Origin {
                block: self.blocks,
                is_heading: kinds.into_iter().any(|kind| kind == Kind::Heading),
                path,
            },
            named,
            questionnaire: questionnaires.find_map(|open| open.element.questionnaire.clone()),
            language,
            is_in_main: self.open.iter().any(|open| open.element.name == "main"),
        };
        self.pieces.push(piece);
    }

    /// Which open element says what it holds.
    fn named(&self) -> Option<usize> {
        let is_named = |open: &Open| open.element.named.is_some();
        self.open.iter().rposition(is_named)
    }

    /// What that element says, and the language that it or one in it names.
    fn named_at(&self, at: usize) -> (Option<(String, String)>, Option<Language>) {
        let named = self
            .open
            .get(at)
            .and_then(|open| open.element.named.clone());
        let mut inside = self.open.get(at..).unwrap_or_default().iter().rev();
        let language = inside.find_map(|open| open.element.language);
        (named, language)
    }

    fn is_skipped(&self) -> bool {
        let kinds = self.open.iter().map(|open| open.element.kind);
        kinds.into_iter().any(|kind| kind == Kind::Skipped)
    }

    fn close_if_last(&mut self, name: &str) {
        let inline = |open: &Open| open.element.kind == Kind::Inline;
        let last = self.open.iter().rposition(|open| !inline(open));
        if let Some(at) = last
            && self
                .open
                .get(at)
                .is_some_and(|open| open.element.name == name)
        {
            self.open.truncate(at);
        }
    }

    /// A new item of the innermost list closes the one that is open.
    fn end_item(&mut self) {
        let is_list = |open: &Open| open.step.is_some();
        let Some(list) = self.open.iter().rposition(is_list) else {
            return;
        };
        let below = self.open.get(list + 1..).unwrap_or_default();
        let item = below
            .iter()
            .position(|open| open.element.kind == Kind::Item);
        if let Some(item) = item {
            self.open.truncate(list + 1 + item);
        }
        if let Some(step) = self.open.get_mut(list).and_then(|open| open.step.as_mut()) {
            step.item += 1;
        }
    }
}
