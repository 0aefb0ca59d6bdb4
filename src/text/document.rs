//! A text as blocks, and the one shape in which equal texts are equal.

use super::stored;

/// How deep lists may be nested. Deeper ones are kept as text of the item that
/// holds them, so that no input can exhaust the stack.
pub const MAX_DEPTH: usize = 8;

/// The largest number that may start a list: "2024. The plan" is a sentence.
pub const MAX_START: u32 = 999;

/// The text of an answer as blocks.
///
/// [`Document::parse`] always yields the normal form that
/// [`Document::normalized`] describes. A document put together by hand need
/// not be in it; [`Document::to_stored`] brings it there first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Document {
    /// The blocks, from top to bottom.
    pub blocks: Vec<Block>,
}

/// A part of a text that stands on lines of its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// A sub-heading: one line of literal text.
    Heading(String),
    /// A paragraph: its lines of literal text.
    Paragraph(Vec<String>),
    /// A bulleted or numbered list.
    List(List),
}

/// A bulleted or numbered list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct List {
    /// Numbered rather than bulleted.
    pub ordered: bool,
    /// The number of the first item; 1 where the list is bulleted.
    pub start: u32,
    /// The items, each made of blocks.
    pub items: Vec<Vec<Block>>,
}

impl List {
    /// The number that an item after the last would bear.
    #[must_use]
    pub fn next_number(&self) -> u32 {
        let count = u32::try_from(self.items.len()).unwrap_or(u32::MAX);
        self.start.saturating_add(count)
    }
}

impl Document {
    /// The same text in normal form.
    ///
    /// No blank lines, paragraphs, headings, items or lists; spaces and tabs
    /// at the ends of lines removed (no-break spaces stay); lists that follow
    /// each other without anything between are joined if they are bulleted, or
    /// if the second goes on counting where the first ends; the first number
    /// is at most [`MAX_START`]; lists nested deeper than [`MAX_DEPTH`] are
    /// lines of text.
    ///
    /// ```
    /// use probitas::text::{Block, Document};
    /// let typed = Document { blocks: vec![Block::Paragraph(vec!["  One. ".into(), " ".into()])] };
    /// let normal = Document { blocks: vec![Block::Paragraph(vec!["One.".into()])] };
    /// assert_eq!(typed.normalized(), normal);
    /// ```
    #[must_use]
    pub fn normalized(&self) -> Document {
        Document {
            blocks: normal_blocks(&self.blocks, 0),
        }
    }

    /// Whether nothing is there that a reader could see.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.lines().all(is_blank)
    }

    /// The literal text of every line from top to bottom, without marks.
    pub fn lines(&self) -> impl Iterator<Item = &str> {
        let mut lines = Vec::new();
        collect_lines(&self.blocks, &mut lines);
        lines.into_iter()
    }

    /// The text for reading, counting and searching: "• " and "1. " before
    /// items, indentation for nesting, a blank line between paragraphs, no
    /// escapes and no mark before headings.
    ///
    /// ```
    /// use probitas::text::Document;
    /// let document = Document::parse("### Plans\n\n1. Results\\*\n   - surveys");
    /// assert_eq!(document.plain(), "Plans\n\n1. Results*\n   • surveys");
    /// ```
    #[must_use]
    pub fn plain(&self) -> String {
        stored::plain_of(&self.normalized())
    }

    /// How many words the lines have. A word is what stands between white
    /// space and has a letter or a digit; marks of items are none.
    #[must_use]
    pub fn word_count(&self) -> usize {
        self.lines().map(word_count).sum()
    }

    /// How many characters the lines have, spaces included and marks and line
    /// ends left out. A character is a Unicode scalar value.
    #[must_use]
    pub fn character_count(&self) -> usize {
        self.lines().map(|line| line.chars().count()).sum()
    }
}

/// How many words a plain text has.
///
/// ```
/// assert_eq!(probitas::text::document::word_count("V&E training – Fall 2024"), 4);
/// ```
#[must_use]
pub fn word_count(text: &str) -> usize {
    text.split_whitespace()
        .filter(|word| word.chars().any(char::is_alphanumeric))
        .count()
}

/// Whether a line shows nothing: white space of any kind, joiners, selectors.
#[must_use]
pub fn is_blank(line: &str) -> bool {
    line.chars().all(is_blank_char)
}

/// Whether a character by itself shows nothing.
#[must_use]
pub fn is_blank_char(c: char) -> bool {
    c.is_whitespace()
        || matches!(c, '\u{034F}' | '\u{200B}'..='\u{200D}' | '\u{2060}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}')
}

/// The line without spaces and tabs at its ends. No-break spaces stay.
pub(super) fn trim(line: &str) -> &str {
    line.trim_matches([' ', '\t'])
}

/// The lines of a text, ended by LF, CR or both.
pub(super) fn split_lines(text: &str) -> impl Iterator<Item = &str> {
    text.split('\n')
        .flat_map(|line| line.strip_suffix('\r').unwrap_or(line).split('\r'))
}

fn collect_lines<'a>(blocks: &'a [Block], lines: &mut Vec<&'a str>) {
    for block in blocks {
        match block {
            Block::Heading(text) => lines.push(text),
            Block::Paragraph(texts) => lines.extend(texts.iter().map(String::as_str)),
            Block::List(list) => {
                for item in &list.items {
                    collect_lines(item, lines);
                }
            }
        }
    }
}

fn normal_blocks(blocks: &[Block], depth: usize) -> Vec<Block> {
    let mut normal = Vec::new();
    for block in blocks {
        match block {
            Block::Heading(text) => normal.extend(normal_heading(text)),
            Block::Paragraph(lines) => push_paragraphs(lines, &mut normal),
            Block::List(list) if depth < MAX_DEPTH => {
                if let Some(list) = normal_list(list, depth) {
                    push_list(list, &mut normal);
                }
            }
            Block::List(list) => push_paragraphs(&stored::list_as_lines(list), &mut normal),
        }
    }
    normal
}

fn normal_heading(text: &str) -> Option<Block> {
    let parts: Vec<&str> = split_lines(text)
        .map(trim)
        .filter(|part| !is_blank(part))
        .collect();
    (!parts.is_empty()).then(|| Block::Heading(parts.join(" ")))
}

/// Adds the lines as paragraphs; a blank line ends one and starts the next.
fn push_paragraphs(lines: &[String], normal: &mut Vec<Block>) {
    let mut paragraph = Vec::new();
    for line in lines.iter().flat_map(|line| split_lines(line)).map(trim) {
        if !is_blank(line) {
            paragraph.push(line.to_owned());
        } else if !paragraph.is_empty() {
            normal.push(Block::Paragraph(std::mem::take(&mut paragraph)));
        }
    }
    if !paragraph.is_empty() {
        normal.push(Block::Paragraph(paragraph));
    }
}

fn normal_list(list: &List, depth: usize) -> Option<List> {
    let items: Vec<Vec<Block>> = list
        .items
        .iter()
        .map(|item| normal_blocks(item, depth + 1))
        .filter(|item| !item.is_empty())
        .collect();
    (!items.is_empty()).then(|| List {
        ordered: list.ordered,
        start: if list.ordered {
            list.start.min(MAX_START)
        } else {
            1
        },
        items,
    })
}

fn push_list(list: List, normal: &mut Vec<Block>) {
    if let Some(Block::List(last)) = normal.last_mut()
        && last.ordered == list.ordered
        && (!list.ordered || list.start == last.next_number())
    {
        last.items.extend(list.items);
    } else {
        normal.push(Block::List(list));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn paragraph(line: &str) -> Block {
        Block::Paragraph(vec![line.to_owned()])
    }

    #[test]
    fn white_space_alone_is_no_text() {
        for blank in ["", " \t", "\u{A0}\u{202F}\n\n\u{200D}"] {
            assert!(Document::parse(blank).is_empty(), "{blank:?}");
        }
        assert!(!Document::parse("-").is_empty());
    }

    #[test]
    fn marks_are_not_counted() {
        let document = Document::parse("1. one two\n   - three – four\n\n### Five");
        assert_eq!(document.word_count(), 5);
        assert_eq!(document.character_count(), 7 + 12 + 4);
    }

    #[test]
    fn neighbouring_lists_join_only_where_no_number_changes() {
        let list = |ordered, start| {
            Block::List(List {
                ordered,
                start,
                items: vec![vec![paragraph("item")]],
            })
        };
        let blocks = vec![
            list(false, 7),
            list(false, 1),
            list(true, 4),
            list(true, 5),
            list(true, 1),
        ];
        let normal = Document { blocks }.normalized();
        let starts: Vec<(u32, usize)> = normal
            .blocks
            .iter()
            .map(|block| match block {
                Block::List(list) => (list.start, list.items.len()),
                _ => panic!("only lists were put in"),
            })
            .collect();
        assert_eq!(starts, [(1, 2), (4, 2), (1, 1)]);
    }

    #[test]
    fn list_nested_too_deeply_becomes_text() {
        let mut block = paragraph("deepest");
        for _ in 0..MAX_DEPTH + 2 {
            block = Block::List(List {
                ordered: false,
                start: 1,
                items: vec![vec![block]],
            });
        }
        let document = Document {
            blocks: vec![block],
        };
        let normal = document.normalized();
        assert_eq!(normal.lines().collect::<Vec<_>>(), ["• • deepest"]);
        assert_eq!(normal.normalized(), normal);
    }
}
