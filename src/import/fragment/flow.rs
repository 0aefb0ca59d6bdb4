//! Elements and texts as they come, to lines.
//!
//! No tree is built: what matters of the elements that are open is a short
//! list, in which each entry knows what it has from those around it.

use html5gum::StartTag;

use super::style::{Form, Spaces, Style};
use crate::text::clean::characters;
use crate::text::document::{MAX_DEPTH, MAX_START, is_blank};
use crate::text::pasting::{After, Line, invisible_in, numbers_of};
use crate::text::writing::Kind;

/// How many elements may be open at once.
const MAX_OPEN: usize = 256;

/// What was read.
pub(super) struct Read {
    pub(super) lines: Vec<Line>,
    pub(super) invisible: usize,
    pub(super) pictures: usize,
}

/// The HTML as far as it was read.
#[derive(Default)]
pub(super) struct Flow {
    open: Vec<Open>,
    lists: Vec<List>,
    lines: Vec<Line>,
    line: String,
    /// What the next line follows.
    after: Option<After>,
    /// An item that was opened and has no text yet.
    item: Option<Kind>,
    /// An item of Word's whose mark is being read, and that mark.
    word: Option<(usize, String)>,
    /// The last number of Word's lists at each level.
    counted: Vec<Option<u32>>,
    /// How many lines there were when the row of a table began.
    row: usize,
    /// Whether the next line is in another cell of that row.
    is_next_cell: bool,
    invisible: usize,
    pictures: usize,
    /// Whether what was selected ended.
    is_over: bool,
}

/// An element that is open.
struct Open {
    name: String,
    form: Form,
    /// Whether it or one around it is not seen.
    is_hidden: bool,
    /// Whether it or one around it is a sub-heading.
    is_heading: bool,
    is_mark: bool,
    spaces: Spaces,
}

/// A list that is open.
struct List {
    /// Where it stands among the elements that are open.
    at: usize,
    form: Form,
    /// The next number; nothing where the list goes on by itself.
    next: Option<u32>,
    /// Whether an item of it is open.
    has_item: bool,
}

impl Flow {
    pub(super) fn open(&mut self, tag: &StartTag<()>) {
        let name = String::from_utf8_lossy(&tag.name).into_owned();
        let style = Style::of(&name, tag);
        let is_hidden = self.is_hidden();
        match style.form {
            Form::Break => return self.end_line(After::Break),
            Form::Picture => {
                self.pictures += usize::from(!is_hidden && !self.is_over);
                return;
            }
            Form::Void => return,
            Form::Inline | Form::WordMark | Form::Hidden => {}
            Form::Block | Form::Heading | Form::WordItem(_) | Form::Row | Form::Cell => {
                self.end_line(After::Paragraph);
                self.close_if_last("p");
            }
            Form::Bullets | Form::Numbers(_) | Form::Unmarked => {
                self.end_line(After::Paragraph);
                self.close_if_last("p");
                self.item = None;
            }
            Form::Item(_) => {
                self.end_line(After::Paragraph);
                self.end_item();
            }
        }
        if self.open.len() >= MAX_OPEN {
            return;
        }
        if !is_hidden {
            self.begin(style.form);
        }
        let around = self.open.last();
        let inherited = around.map_or(Spaces::Collapsed, |open| open.spaces);
        let open = Open {
            is_hidden: is_hidden || style.form == Form::Hidden,
            is_heading: style.form == Form::Heading || around.is_some_and(|open| open.is_heading),
            is_mark: style.form == Form::WordMark || around.is_some_and(|open| open.is_mark),
            spaces: match style.spaces {
                Spaces::Inherited => inherited,
                other => other,
            },
            form: style.form,
            name,
        };
        self.open.push(open);
    }

    /// What the start of an element means for lists.
    fn begin(&mut self, form: Form) {
        match form {
            Form::Bullets | Form::Numbers(_) | Form::Unmarked => self.lists.push(List {
                at: self.open.len(),
                form,
                next: match form {
                    Form::Numbers(start) => Some(start),
                    _ => None,
                },
                has_item: false,
            }),
            Form::Item(number) => self.item = self.item_of(number),
            Form::WordItem(level) => self.word = Some((level, String::new())),
            Form::Row => {
                self.row = self.lines.len();
                self.is_next_cell = false;
            }
            Form::Cell => self.is_next_cell = self.lines.len() > self.row,
            _ => {}
        }
    }

    /// What the first line of an item is.
    fn item_of(&mut self, number: Option<u32>) -> Option<Kind> {
        let level = self.depth().min(MAX_DEPTH);
        let Some(list) = self.lists.last_mut() else {
            // An item without its list: the selection began within it.
            return Some(Kind::Bullet { level: 1 });
        };
        list.has_item = true;
        match list.form {
            Form::Numbers(_) => {
                let start = number.or(list.next).filter(|start| *start <= MAX_START);
                list.next = start.map(|start| start.saturating_add(1));
                Some(Kind::Number { level, start })
            }
            Form::Bullets => Some(Kind::Bullet { level }),
            _ => None,
        }
    }

    /// How many lists with marks are open.
    fn depth(&self) -> usize {
        let is_marked = |list: &&List| list.form != Form::Unmarked;
        self.lists.iter().filter(is_marked).count()
    }

    pub(super) fn close(&mut self, name: &str) {
        let found = self.open.iter().rposition(|open| open.name == name);
        let Some(at) = found else {
            // What browsers make of these.
            match name {
                "p" => self.end_line(After::Paragraph),
                "br" => self.end_line(After::Break),
                _ => {}
            }
            return;
        };
        self.close_from(at);
    }

    fn close_from(&mut self, at: usize) {
        let closed = self.open.get(at..).unwrap_or_default();
        let inline = |form| matches!(form, Form::Inline | Form::WordMark | Form::Hidden);
        if !closed.iter().all(|open| inline(open.form)) {
            self.end_line(After::Paragraph);
            let ends = |form| matches!(form, Form::WordItem(_));
            let closed = self.open.get(at..).unwrap_or_default();
            if closed.iter().any(|open| ends(open.form)) {
                self.word = None;
            }
            let is_item = |open: &Open| matches!(open.form, Form::Item(_));
            if closed.iter().any(is_item) {
                self.item = None;
                if let Some(list) = self.lists.last_mut() {
                    list.has_item = false;
                }
            }
        }
        self.open.truncate(at);
        self.lists.retain(|list| list.at < at);
    }

    pub(super) fn comment(&mut self, comment: &str) {
        match comment.trim() {
            // What stands before is around the selection.
            "StartFragment" => {
                self.line.clear();
                self.lines.clear();
                self.pictures = 0;
                self.invisible = 0;
                self.after = None;
            }
            "EndFragment" => {
                self.end_line(After::Paragraph);
                self.is_over = true;
            }
            _ => {}
        }
    }

    pub(super) fn text(&mut self, text: &str) {
        if self.is_hidden() || self.is_over {
            return;
        }
        let around = self.open.last();
        let spaces = around.map_or(Spaces::Collapsed, |open| open.spaces);
        if around.is_some_and(|open| open.is_mark)
            && let Some((_, mark)) = &mut self.word
        {
            mark.push_str(text);
            return;
        }
        match spaces {
            Spaces::Kept => {
                let mut lines = text.split('\n');
                self.line.push_str(lines.next().unwrap_or_default());
                for line in lines {
                    self.end_line(After::Break);
                    self.line.push_str(line);
                }
            }
            Spaces::Converted => self.push_collapsed(&text.replace('\u{A0}', " ")),
            Spaces::Collapsed | Spaces::Inherited => self.push_collapsed(text),
        }
    }

    /// Adds text in which any run of white space is one space.
    fn push_collapsed(&mut self, text: &str) {
        for c in text.chars() {
            if !matches!(c, ' ' | '\t' | '\n' | '\r' | '\u{C}') {
                self.line.push(c);
            } else if !self.line.is_empty() && !self.line.ends_with(' ') {
                self.line.push(' ');
            }
        }
    }

    pub(super) fn finish(mut self) -> Read {
        self.end_line(After::Paragraph);
        Read {
            lines: self.lines,
            invisible: self.invisible,
            pictures: self.pictures,
        }
    }

    /// Ends a line, after which the next one comes in this way.
    fn end_line(&mut self, next: After) {
        let is_heading = self.open.last().is_some_and(|open| open.is_heading);
        if is_heading && next == After::Break {
            // A sub-heading is one line.
            self.push_collapsed(" ");
            return;
        }
        let line = std::mem::take(&mut self.line);
        let cleaned = characters(line.trim_matches([' ', '\t', '\n', '\r']));
        let is_empty = is_blank(&cleaned.text);
        if !is_empty && !self.is_over {
            self.invisible += invisible_in(&cleaned.changes);
            self.push(cleaned.text, is_heading);
        }
        self.after = Some(match self.after {
            // Several line breaks leave a blank line.
            Some(After::Paragraph | After::Break) if is_empty => After::Paragraph,
            _ => next,
        });
    }

    fn push(&mut self, text: String, is_heading: bool) {
        let after = if std::mem::take(&mut self.is_next_cell) {
            After::Break
        } else {
            self.after.unwrap_or(After::Paragraph)
        };
        let depth = self.depth();
        let in_item = self.lists.last().is_some_and(|list| list.has_item);
        let given = if let Some((level, mark)) = self.word.take() {
            self.item = None;
            Some(self.word_item(level, &mark))
        } else if let Some(item) = self.item.take() {
            Some(item)
        } else if is_heading {
            let depth = if in_item { depth } else { 0 };
            Some(Kind::Heading { depth })
        } else if after == After::Break && self.follows_given() {
            Some(Kind::Continued)
        } else if in_item && depth > 0 {
            Some(Kind::Paragraph { depth })
        } else {
            None
        };
        self.lines.push(Line {
            text,
            column: 0,
            after,
            given,
        });
    }

    /// What an item of Word's is, by its mark.
    fn word_item(&mut self, level: usize, mark: &str) -> Kind {
        let mark: String = mark.chars().filter(|c| !c.is_whitespace()).collect();
        let level = level.min(MAX_DEPTH);
        let numbers = numbers_of(&mark);
        self.counted.resize(level, None);
        let before = self.counted.pop().flatten();
        let next = before.map_or(1, |before| before.saturating_add(1));
        let number = numbers.iter().find(|number| **number == next);
        let number = number.or(numbers.first()).copied();
        self.counted.push(number);
        match number {
            Some(start) => Kind::Number {
                level,
                start: Some(start),
            },
            None => Kind::Bullet { level },
        }
    }

    /// Whether it is known what the line before is.
    fn follows_given(&self) -> bool {
        self.lines.last().is_some_and(|line| line.given.is_some())
    }

    fn is_hidden(&self) -> bool {
        self.open.last().is_some_and(|open| open.is_hidden)
    }

    /// A paragraph ends where a block begins.
    fn close_if_last(&mut self, name: &str) {
        let inline = |open: &Open| open.form == Form::Inline;
        let last = self.open.iter().rposition(|open| !inline(open));
        if let Some(at) = last
            && self.open.get(at).is_some_and(|open| open.name == name)
        {
            self.close_from(at);
        }
    }

    /// A new item of the innermost list closes the one that is open.
    fn end_item(&mut self) {
        let list = self.lists.last().map_or(0, |list| list.at + 1);
        let below = self.open.get(list..).unwrap_or_default();
        let is_item = |open: &Open| matches!(open.form, Form::Item(_));
        if let Some(item) = below.iter().position(is_item) {
            self.close_from(list + item);
        }
    }
}
