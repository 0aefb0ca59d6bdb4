//! What egui's text box edits: the lines of an answer.
//!
//! egui asks for characters to be inserted and deleted; which key that was is
//! known by what is inserted: a line end alone is Enter.

use std::any::TypeId;
use std::cell::RefCell;
use std::collections::VecDeque;
use std::ops::Range;

use egui::TextBuffer;
use egui::text::{CCursor, CCursorRange, CharIndex};

use super::clusters;
use super::pasting::{Prepared, Was};
use crate::i18n::Language;
use crate::text::writing::Kind;
use crate::text::{Writing, clean_literal};

/// What Shift+Enter types: a new line in the same paragraph.
pub(super) const LINE_BREAK: &str = "\u{2028}";

/// What was typed and became a mark, until something else is done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct BecameMark {
    /// Where the caret was then.
    pub(super) at: usize,
    /// What was typed, such as `- `.
    pub(super) literal: String,
}

/// The lines of a box while it is drawn.
pub(super) struct Buffer<'a> {
    pub(super) writing: Writing,
    pub(super) became_mark: Option<BecameMark>,
    /// Whether more than a key's worth was changed, which is undone by itself.
    pub(super) is_step: bool,
    /// The language whose quotation marks are typed for straight ones.
    pub(super) quotes: Option<Language>,
    /// The text with a straight mark that became another one in this frame.
    pub(super) straight: Option<Writing>,
    /// What is pasted in this frame.
    pub(super) prepared: VecDeque<Prepared>,
    /// What was pasted last in this frame.
    pub(super) was: Option<Was>,
    /// Whether the plain original was put in the place of something pasted.
    pub(super) is_original: bool,
    /// The kinds of the lines, for who lays the text out.
    kinds: &'a RefCell<Vec<Kind>>,
    /// Whether assistive technology gives the box a whole new text in this
    /// frame; then what it had before it was cleared.
    replaced: Replaced,
}

enum Replaced {
    No,
    Announced,
    Cleared(Box<Writing>),
}

impl<'a> Buffer<'a> {
    pub(super) fn new(
        writing: Writing,
        became_mark: Option<BecameMark>,
        kinds: &'a RefCell<Vec<Kind>>,
        is_set_whole: bool,
    ) -> Self {
        let buffer = Buffer {
            writing,
            became_mark,
            is_step: false,
            quotes: None,
            straight: None,
            prepared: VecDeque::new(),
            was: None,
            is_original: false,
            kinds,
            replaced: if is_set_whole {
                Replaced::Announced
            } else {
                Replaced::No
            },
        };
        buffer.note();
        buffer
    }

    /// Lets who lays the text out know of the lines as they are now.
    pub(super) fn note(&self) {
        self.kinds.replace(self.writing.kinds().to_vec());
    }

    /// What a key at the start of a line does to its mark.
    fn back(&mut self, at: usize) -> usize {
        let became = self.became_mark.take().filter(|became| became.at == at);
        if let Some(became) = became {
            return self.writing.take_back(at, &became.literal);
        }
        let emoji = clusters::emoji_before(self.writing.text(), at);
        if emoji > 1 {
            self.writing.delete(at - emoji..at);
            return at - emoji;
        }
        self.writing.backspace(at)
    }

    /// Whether the caret is at the start of a line that has a mark to lose.
    fn is_at_mark(&self, at: usize) -> bool {
        let line = self.writing.line_at(at);
        let starts = at == 0 || self.writing.line_at(at - 1) < line;
        starts && !matches!(self.writing.kind(line), Kind::PLAIN | Kind::Continued)
    }

    fn write(&mut self, at: usize, text: &str) -> usize {
        self.became_mark = None;
        if let Replaced::Cleared(before) = std::mem::replace(&mut self.replaced, Replaced::No) {
            self.writing = *before;
            return self.writing.replace_all(text);
        }
        if let Some(prepared) = self.prepared.pop_front_if(|prepared| prepared.is(text)) {
            let (caret, was) = prepared.put(&mut self.writing, at);
            self.was = Some(was);
            self.is_step = true;
            return caret;
        }
        match text {
            "\n" | "\r\n" => self.writing.enter(at),
            LINE_BREAK => self.writing.break_line(at),
            _ if text.contains(['\n', '\r', '\u{2028}', '\u{2029}']) => {
                self.is_step = true;
                self.writing.write_lines(at, text)
            }
            _ => {
                let typed = self.writing.type_in(at, &clean_literal(text).text);
                self.is_step |= typed.became_mark.is_some();
                self.became_mark = typed.became_mark.map(|literal| BecameMark {
                    at: typed.caret,
                    literal,
                });
                match text {
                    "\"" | "'" => self.typographic(typed.caret),
                    _ => typed.caret,
                }
            }
        }
    }

    /// Puts the mark of the language in the place of the straight one that was
    /// typed; says where the caret is then.
    fn typographic(&mut self, at: usize) -> usize {
        let mark = |language| self.writing.typographic(at, language);
        let Some((range, mark)) = self.quotes.and_then(mark) else {
            return at;
        };
        self.straight = Some(self.writing.clone());
        let start = range.start;
        self.writing.delete(range);
        self.writing.insert(start, mark)
    }
}

fn caret(at: usize) -> CCursor {
    CCursor {
        index: CharIndex(at),
        prefer_next_row: true,
    }
}

impl TextBuffer for Buffer<'_> {
    fn is_mutable(&self) -> bool {
        true
    }

    fn as_str(&self) -> &str {
        self.writing.text()
    }

    fn insert_text(&mut self, text: &str, char_index: CharIndex) -> usize {
        let after = self.write(char_index.0, text);
        self.note();
        after.saturating_sub(char_index.0)
    }

    fn insert_text_at(&mut self, ccursor: &mut CCursor, text: &str, _char_limit: usize) {
        // What was typed may become a mark: then the caret is further back.
        *ccursor = caret(self.write(ccursor.index.0, text));
        self.note();
    }

    fn delete_char_range(&mut self, char_range: Range<CharIndex>) {
        let range = char_range.start.0..char_range.end.0;
        let all = range.start == 0 && range.end >= self.writing.text().chars().count();
        if all && matches!(self.replaced, Replaced::Announced) {
            self.replaced = Replaced::Cleared(Box::new(self.writing.clone()));
        }
        if !range.is_empty() {
            self.became_mark = None;
            self.writing.delete(range);
            self.note();
        }
    }

    fn delete_previous_char(&mut self, ccursor: CCursor) -> CCursor {
        let at = self.back(ccursor.index.0);
        self.note();
        caret(at)
    }

    fn delete_next_char(&mut self, ccursor: CCursor) -> CCursor {
        let length = clusters::next_length(self.as_str(), ccursor.index.0);
        self.delete_selected(&CCursorRange::two(ccursor, ccursor + length))
    }

    fn delete_previous_word(&mut self, max_ccursor: CCursor) -> CCursor {
        if self.is_at_mark(max_ccursor.index.0) {
            return self.delete_previous_char(max_ccursor);
        }
        let word = egui::text_selection::text_cursor_state::ccursor_previous_word;
        let start = word(self.as_str(), max_ccursor);
        self.delete_selected(&CCursorRange::two(start, max_ccursor))
    }

    fn type_id(&self) -> TypeId {
        TypeId::of::<Buffer<'static>>()
    }
}
