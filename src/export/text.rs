//! A document as plain text: the page that a central agency publishes.
//!
//! One line per paragraph and list item, as in the text of the published
//! pages: options and bulleted items with "- ", numbered ones with their
//! number, nested ones indented. Only the options that were selected are
//! shown, as on those pages. [`crate::import`] reads such a page again.

use crate::report::document::{AnswerOption, Block, Document, Fact, Numbering, SignLine, Text};

/// Spaces before the items of a nested list, for each level.
const INDENT: &str = "  ";

/// The text of a document, LF between lines and at the end. That a wording is
/// no official one stands once, in the last line.
#[must_use]
pub fn write(document: &Document) -> String {
    let mut lines = Lines::default();
    for part in &document.parts {
        if let Some(banner) = &part.running.banner {
            lines.line(banner);
        }
        for block in &part.blocks {
            lines.block(block, 0);
        }
        if let Some(note) = &part.running.unofficial_note {
            lines.line(note);
        }
    }
    lines.text
}

#[derive(Default)]
struct Lines {
    text: String,
}

impl Lines {
    fn line(&mut self, line: &str) {
        self.text.push_str(line);
        self.text.push('\n');
    }

    fn lines(&mut self, text: &Text, depth: usize) {
        for line in text.content.split('\n') {
            self.line(&format!("{}{line}", INDENT.repeat(depth)));
        }
    }

    fn block(&mut self, block: &Block, depth: usize) {
        match block {
            Block::Heading { text, .. } | Block::Paragraph { text, .. } => self.lines(text, depth),
            Block::List(list) => {
                for (index, item) in list.items.iter().enumerate() {
                    let mark = match list.numbering {
                        Numbering::Bullets => "-".to_owned(),
                        Numbering::Numbers { first } => {
                            format!("{}.", first.saturating_add(index as u64))
                        }
                    };
                    self.item(&mark, item, depth);
                }
            }
            Block::Options(options) => self.options(&options.options, depth),
            Block::Facts(facts) => facts.iter().for_each(|fact| self.fact(fact)),
            Block::SignOff(sign_lines) => sign_lines.iter().for_each(|line| self.sign_line(line)),
            // A page has none of these: they are for paper.
            Block::Code(_) | Block::Room(_) | Block::Contents { .. } => {}
            Block::Facing(columns) => {
                for block in columns.iter().flatten() {
                    self.block(block, depth);
                }
            }
            Block::PageBreak => self.line(""),
        }
    }

    /// The mark stands before the first line of the item; what follows is
    /// indented below it.
    fn item(&mut self, mark: &str, item: &[Block], depth: usize) {
        let indent = INDENT.repeat(depth);
        let mut rest = item;
        if let Some((Block::Paragraph { text, .. }, after)) = item.split_first() {
            let mut lines = text.content.split('\n');
            let first = lines.next().unwrap_or_default();
            self.line(&format!("{indent}{mark} {first}"));
            for line in lines {
                self.line(&format!("{indent}{INDENT}{line}"));
            }
            rest = after;
        } else {
            self.line(&format!("{indent}{mark}"));
        }
        for block in rest {
            self.block(block, depth + 1);
        }
    }

    /// A selected option; also one that groups a selected option.
    fn options(&mut self, options: &[AnswerOption], depth: usize) {
        fn shown(option: &AnswerOption) -> bool {
            option.selected || option.options.iter().any(shown)
        }
        for option in options.iter().filter(|option| shown(option)) {
            self.line(&format!(
                "{}- {}",
                INDENT.repeat(depth),
                option.label.content
            ));
            self.options(&option.options, depth + 1);
        }
    }

    fn fact(&mut self, fact: &Fact) {
        self.line(&format!("{} – {}", fact.name.content, fact.value.content));
    }

    fn sign_line(&mut self, line: &SignLine) {
        let value = line.value.as_ref().map(|value| value.content.as_str());
        self.line(&format!(
            "{} – {}",
            line.label.content,
            value.unwrap_or_default()
        ));
    }
}
