//! From blocks to stored text, and to plain text.
//!
//! Neighbouring ordered lists would be one list to Markdown; there the second
//! one is written with `1)`, the third with `1.` again.

use super::document::{Block, Document, List};
use super::grammar::{Backslash, read};

impl Document {
    /// The text in its stored form: Markdown that any program reads as the
    /// same blocks with the same literal text.
    ///
    /// Equal normal forms give equal texts, [`Document::parse`] gives the
    /// normal form back, and storing what was read changes nothing.
    ///
    /// ```
    /// use probitas::text::{Block, Document};
    /// let document = Document { blocks: vec![Block::Paragraph(vec!["2024. The *plan*".into()])] };
    /// assert_eq!(document.to_stored(), r"2024\. The \*plan\*");
    /// ```
    #[must_use]
    pub fn to_stored(&self) -> String {
        lines_of(&self.normalized().blocks, Form::Stored, Place::Text).join("\n")
    }
}

/// A stored text in its normal form.
///
/// ```
/// use probitas::text::normalize;
/// assert_eq!(normalize("  Plans:\n\n\n  1. surveys\n    - pulse  "), "Plans:\n\n1. surveys\n   - pulse");
/// ```
#[must_use]
pub fn normalize(stored: &str) -> String {
    Document::parse(stored).to_stored()
}

/// The stored form of plain text, as somebody types or pastes it or as a page
/// holds it: `- `, `1. ` and `### ` at the start of a line are marks, all other
/// characters are literal, backslashes too.
///
/// Not for text that is stored already: its escapes would be escaped again.
///
/// ```
/// use probitas::text::{Document, typed};
/// let stored = typed(r"- \\server\plans");
/// assert_eq!(stored, r"- \\\\server\\plans");
/// assert_eq!(Document::parse(&stored).plain(), r"• \\server\plans");
/// ```
#[must_use]
pub fn typed(plain: &str) -> String {
    read(plain, Backslash::IsLiteral).to_stored()
}

/// What the text is written for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Form {
    Stored,
    Plain,
}

/// What the blocks are part of. In an item, a list follows its introduction
/// without a blank line.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    Text,
    Item,
}

/// Plain text of a document in normal form.
pub(super) fn plain_of(normal: &Document) -> String {
    lines_of(&normal.blocks, Form::Plain, Place::Text).join("\n")
}

/// A list as lines of plain text, for lists that are nested too deeply.
pub(super) fn list_as_lines(list: &List) -> Vec<String> {
    list_lines(list, false, Form::Plain)
}

fn lines_of(blocks: &[Block], form: Form, place: Place) -> Vec<String> {
    let mut lines = Vec::new();
    let mut before: Option<&Block> = None;
    let mut parenthesis = false;
    for (index, block) in blocks.iter().enumerate() {
        let tight = place == Place::Item && index == 1;
        if before.is_some_and(|before| !(tight && may_follow_tightly(before, block))) {
            lines.push(String::new());
        }
        parenthesis = !parenthesis && is_ordered(before) && is_ordered(Some(block));
        match block {
            Block::Heading(text) => lines.push(heading_line(text, form)),
            Block::Paragraph(texts) => lines.extend(texts.iter().map(|text| text_line(text, form))),
            Block::List(list) => lines.extend(list_lines(list, parenthesis, form)),
        }
        before = Some(block);
    }
    lines
}

fn is_ordered(block: Option<&Block>) -> bool {
    matches!(block, Some(Block::List(list)) if list.ordered)
}

/// A list may follow the paragraph that introduces it without a blank line,
/// unless it starts with another number: Markdown takes that for text.
fn may_follow_tightly(before: &Block, block: &Block) -> bool {
    matches!((before, block), (Block::Paragraph(_), Block::List(list)) if list.start == 1)
}

fn list_lines(list: &List, parenthesis: bool, form: Form) -> Vec<String> {
    let items: Vec<Vec<String>> = list
        .items
        .iter()
        .map(|item| lines_of(item, form, Place::Item))
        .collect();
    let loose = items.iter().flatten().any(String::is_empty);
    let mut lines = Vec::new();
    for (index, item) in (0..).zip(items) {
        let number = list.start.saturating_add(index);
        if loose && !lines.is_empty() {
            lines.push(String::new());
        }
        let mark = match form {
            _ if list.ordered && parenthesis && form == Form::Stored => format!("{number}) "),
            _ if list.ordered => format!("{number}. "),
            Form::Stored => "- ".to_owned(),
            Form::Plain => "• ".to_owned(),
        };
        let indent = " ".repeat(mark.chars().count());
        for (index, line) in item.into_iter().enumerate() {
            lines.push(match index {
                0 => format!("{mark}{line}"),
                _ if line.is_empty() => line,
                _ => format!("{indent}{line}"),
            });
        }
    }
    lines
}

fn heading_line(text: &str, form: Form) -> String {
    match form {
        Form::Plain => text.to_owned(),
        Form::Stored => {
            // Markdown would drop number signs at the end.
            let body = text.trim_end_matches('#');
            let closing = text.get(body.len()..).unwrap_or_default();
            format!("### {}{}", escape(body), "\\#".repeat(closing.len()))
        }
    }
}

fn text_line(text: &str, form: Form) -> String {
    match form {
        Form::Plain => text.to_owned(),
        Form::Stored => escape(text),
    }
}

/// A line of literal text with a backslash before whatever Markdown would take
/// for a mark, at its start or within.
fn escape(line: &str) -> String {
    let mark = mark_at_start(line);
    let mut escaped = String::with_capacity(line.len() + 8);
    let mut before = None;
    for (at, c) in line.char_indices() {
        let after = line.get(at + c.len_utf8()..).unwrap_or_default();
        if mark == Some(at) || is_inline_mark(before, c, after) {
            escaped.push('\\');
        }
        escaped.push(c);
        before = Some(c);
    }
    escaped
}

/// Where the backslash has to stand if the line starts like a block.
fn mark_at_start(line: &str) -> Option<usize> {
    let first = line.chars().next()?;
    let rest = line.get(first.len_utf8()..).unwrap_or_default();
    match first {
        '#' | '>' => Some(0),
        '-' if rest.is_empty() || rest.starts_with([' ', '\t', '-']) => Some(0),
        '+' if rest.is_empty() || rest.starts_with([' ', '\t']) => Some(0),
        '=' if rest.bytes().all(|byte| byte == b'=') => Some(0),
        '0'..='9' => {
            let end = line.find(|c: char| !c.is_ascii_digit())?;
            let rest = line.get(end..)?.strip_prefix(['.', ')'])?;
            (rest.is_empty() || rest.starts_with([' ', '\t'])).then_some(end)
        }
        _ => None,
    }
}

/// Whether Markdown, or one of its common extensions, would read the character
/// as something else than itself.
fn is_inline_mark(before: Option<char>, c: char, after: &str) -> bool {
    match c {
        '\\' | '*' | '`' | '[' | '~' | '|' => true,
        '_' => {
            let inner = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
            !(inner(before) && inner(after.chars().next()))
        }
        '<' => after.starts_with(|c: char| c.is_ascii_alphabetic() || "/!?".contains(c)),
        '&' => {
            let name = after.trim_start_matches(|c: char| c.is_ascii_alphanumeric() || c == '#');
            name.len() < after.len() && name.starts_with(';')
        }
        _ => false,
    }
}
