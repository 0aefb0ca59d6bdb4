//! The line grammar: from stored or typed text to blocks, line by line.
//!
//! * A blank line ends a paragraph. A line is blank if it shows nothing.
//! * `- ` and `1. ` before some text start an item. An item belongs to the
//!   innermost open item whose mark stands at least two columns to the left;
//!   if that one has a list open, it is the next item of it.
//! * A number has at most three digits and no leading zero, or is the next
//!   one of its list. If it is not the next one, a new list starts with it, so
//!   that no number changes. Within a paragraph only `1.` starts a list.
//! * `1) ` is an item only after an ordered list: Markdown needs it to tell
//!   two ordered lists from each other (see `stored`).
//! * `### ` before some text is a sub-heading.
//! * Any other line is text: of the open paragraph, if it is indented like it,
//!   else of a new one. Text that is indented less ends the list.
//! * A tab goes to the next column divisible by four.

use super::document::{Block, Document, List, MAX_DEPTH, MAX_START, is_blank, split_lines, trim};

/// What a backslash before punctuation means.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Backslash {
    /// It makes the punctuation literal: stored text.
    Escapes,
    /// It is a character like others: typed text.
    IsLiteral,
}

impl Document {
    /// Reads a stored text. Every string has exactly one reading.
    ///
    /// The document is in normal form. No character that shows something is
    /// lost but the marks of blocks and the backslashes of escapes.
    ///
    /// ```
    /// use probitas::text::{Block, Document, List};
    /// let document = Document::parse("Results from:\n- surveys;\n- sessions.\n\n2024\\. The plan");
    /// let line = |text: &str| Block::Paragraph(vec![text.to_owned()]);
    /// assert_eq!(document.blocks, [
    ///     line("Results from:"),
    ///     Block::List(List {
    ///         ordered: false,
    ///         start: 1,
    ///         items: vec![vec![line("surveys;")], vec![line("sessions.")]],
    ///     }),
    ///     line("2024. The plan"),
    /// ]);
    /// ```
    #[must_use]
    pub fn parse(stored: &str) -> Document {
        read(stored, Backslash::Escapes)
    }
}

/// Reads a text in the line grammar.
pub(super) fn read(text: &str, backslash: Backslash) -> Document {
    let mut reader = Reader {
        backslash,
        blocks: Vec::new(),
        levels: Vec::new(),
        paragraph: Vec::new(),
    };
    for line in split_lines(text) {
        reader.line(line);
    }
    reader.close_to(0);
    Document {
        blocks: reader.blocks,
    }
    .normalized()
}

/// A list that is still open, with the item that is being read.
struct Level {
    list: List,
    item: Vec<Block>,
    /// Column of the mark of the item.
    column: usize,
    /// Whether the numbers are followed by `)`.
    parenthesis: bool,
}

struct Reader {
    backslash: Backslash,
    blocks: Vec<Block>,
    levels: Vec<Level>,
    paragraph: Vec<String>,
}

/// The mark of an item, and what follows it on the line.
struct Mark<'a> {
    number: Option<u32>,
    parenthesis: bool,
    /// Columns from the mark to the text.
    width: usize,
    text: &'a str,
}

impl Reader {
    fn line(&mut self, line: &str) {
        let (mut column, mut text) = indentation(line);
        text = trim(text);
        if is_blank(text) {
            self.end_paragraph();
            return;
        }
        let mut first = true;
        while let Some(mark) = item_mark(text) {
            if !self.start_item(&mark, column, first) {
                break;
            }
            first = false;
            column += mark.width;
            text = mark.text;
        }
        if let Some(heading) = heading_mark(text) {
            self.close_to(self.depth_of(column));
            let heading = self.literal(heading);
            self.push(Block::Heading(heading));
        } else {
            self.text(text, column);
        }
    }

    /// Starts an item if the mark is one here; says whether it did.
    fn start_item(&mut self, mark: &Mark<'_>, column: usize, first: bool) -> bool {
        let mut depth = self.depth_of(column);
        if depth >= MAX_DEPTH {
            if !first {
                return false;
            }
            depth = MAX_DEPTH - 1;
        }
        let open = self.levels.get(depth);
        let next = open.is_some_and(|level| level.continues_with(mark));
        let allowed = match mark.number {
            None => true,
            Some(number) if mark.parenthesis => {
                next || (number <= MAX_START
                    && open.is_some_and(|level| level.list.ordered && !level.parenthesis))
            }
            Some(number) => {
                let interrupts = open.is_none() && !self.paragraph.is_empty();
                next || (number <= MAX_START && (number == 1 || !interrupts))
            }
        };
        if !allowed {
            return false;
        }
        if next {
            self.close_to(depth + 1);
            if let Some(level) = self.levels.last_mut() {
                let item = std::mem::take(&mut level.item);
                level.list.items.push(item);
                level.column = column;
            }
        } else {
            self.close_to(depth);
            self.levels.push(Level {
                list: List {
                    ordered: mark.number.is_some(),
                    start: mark.number.unwrap_or(1),
                    items: Vec::new(),
                },
                item: Vec::new(),
                column,
                parenthesis: mark.parenthesis,
            });
        }
        true
    }

    fn text(&mut self, text: &str, column: usize) {
        let depth = self.depth_of(column);
        if depth < self.levels.len() {
            self.close_to(depth);
        }
        let text = self.literal(text);
        self.paragraph.push(text);
    }

    /// How many of the open items hold what stands at this column.
    fn depth_of(&self, column: usize) -> usize {
        self.levels
            .iter()
            .rposition(|level| column >= level.column + 2)
            .map_or(0, |index| index + 1)
    }

    fn end_paragraph(&mut self) {
        if !self.paragraph.is_empty() {
            let lines = std::mem::take(&mut self.paragraph);
            self.push(Block::Paragraph(lines));
        }
    }

    /// Ends the paragraph and every list beyond the first `depth`.
    fn close_to(&mut self, depth: usize) {
        self.end_paragraph();
        while self.levels.len() > depth {
            if let Some(mut level) = self.levels.pop() {
                level.list.items.push(level.item);
                self.push(Block::List(level.list));
            }
        }
    }

    fn push(&mut self, block: Block) {
        match self.levels.last_mut() {
            Some(level) => level.item.push(block),
            None => self.blocks.push(block),
        }
    }

    fn literal(&self, text: &str) -> String {
        match self.backslash {
            Backslash::Escapes => unescape(text),
            Backslash::IsLiteral => text.to_owned(),
        }
    }
}

impl Level {
    /// Whether the mark is that of the next item of this list.
    fn continues_with(&self, mark: &Mark<'_>) -> bool {
        match mark.number {
            None => !self.list.ordered,
            // The item that is being read is not among the items yet.
            Some(number) => {
                self.list.ordered
                    && self.parenthesis == mark.parenthesis
                    && number == self.list.next_number().saturating_add(1)
            }
        }
    }
}

/// The column of the first character that is neither space nor tab, and the
/// line from there.
fn indentation(line: &str) -> (usize, &str) {
    let mut column = 0;
    for (at, c) in line.char_indices() {
        match c {
            ' ' => column += 1,
            '\t' => column = column / 4 * 4 + 4,
            _ => return (column, line.get(at..).unwrap_or_default()),
        }
    }
    (column, "")
}

/// The mark at the start of a line, if some text follows it.
fn item_mark(line: &str) -> Option<Mark<'_>> {
    let (number, parenthesis, rest) = if let Some(rest) = line.strip_prefix('-') {
        (None, false, rest)
    } else {
        let (digits, rest) = line.split_at_checked(line.find(|c: char| !c.is_ascii_digit())?)?;
        let zero = digits.starts_with('0') && digits.len() > 1;
        let number: u32 = if zero || digits.len() > 9 {
            return None;
        } else {
            digits.parse().ok()?
        };
        match rest.strip_prefix('.') {
            Some(rest) => (Some(number), false, rest),
            None => (Some(number), true, rest.strip_prefix(')')?),
        }
    };
    let text = rest.trim_start_matches([' ', '\t']);
    let marked = text.len() < rest.len() && !is_blank(text);
    marked.then_some(Mark {
        number,
        parenthesis,
        width: (line.len() - text.len()).max(2),
        text,
    })
}

/// The text of a sub-heading.
fn heading_mark(line: &str) -> Option<&str> {
    let rest = line.strip_prefix("###")?;
    let text = rest.trim_start_matches([' ', '\t']);
    (text.len() < rest.len() && !is_blank(text)).then_some(text)
}

fn unescape(text: &str) -> String {
    let mut literal = String::with_capacity(text.len());
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        match chars.peek() {
            Some(&next) if c == '\\' && next.is_ascii_punctuation() => {
                literal.push(next);
                chars.next();
            }
            _ => literal.push(c),
        }
    }
    literal
}
