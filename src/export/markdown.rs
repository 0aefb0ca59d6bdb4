//! A published page as Markdown (`CommonMark`).
//!
//! Answers are written in their stored form, which any Markdown program reads
//! as the same blocks ([`crate::text`]); their sub-headings go one level down,
//! below those of the questions. Line breaks within a paragraph stay line
//! breaks of the source. Only the options that were selected are shown.

use crate::report::PublishedPage;
use crate::report::document::{AnswerOption, Block, List, Numbering, Text};
use crate::text;

/// The page, LF between lines and at the end.
#[must_use]
pub fn write(page: &PublishedPage) -> String {
    let document = page.document();
    let mut writer = Writer::default();
    let blocks = document.parts.iter().flat_map(|part| &part.blocks);
    blocks.for_each(|block| writer.block(block));
    writer.end_answer();
    if let Some(note) = &page.unofficial_note {
        writer.paragraph("---");
        writer.paragraph(&literal(note));
    }
    writer.text
}

#[derive(Default)]
struct Writer {
    text: String,
    /// Blocks that are written together, so that neighbouring lists stay apart.
    answer: Vec<text::Block>,
    /// Whether a list was written last, which a further list would continue.
    after_list: bool,
}

impl Writer {
    fn block(&mut self, block: &Block) {
        match block {
            Block::Heading { level: 4.., .. } | Block::Paragraph { .. } | Block::List(_) => {
                self.answer.extend(answer_block(block));
            }
            Block::Heading { level, text } => {
                self.end_answer();
                if !text.content.is_empty() {
                    let marks = "#".repeat(usize::from(*level).max(1));
                    self.paragraph(&format!("{marks} {}", literal(&text.content)));
                }
            }
            Block::Options(options) => {
                self.end_answer();
                self.answer.extend(selected(&options.options));
                self.end_answer();
                self.after_list = true;
            }
            // Only what is printed has others.
            _ => {}
        }
    }

    fn end_answer(&mut self) {
        let blocks = std::mem::take(&mut self.answer);
        let starts_with_list = matches!(blocks.first(), Some(text::Block::List(_)));
        let stored = text::Document { blocks }.to_stored();
        if stored.is_empty() {
            return;
        }
        if self.after_list && starts_with_list {
            self.paragraph("<!-- -->");
        }
        let lines: Vec<String> = stored.lines().map(one_level_down).collect();
        self.paragraph(&lines.join("\n"));
    }

    fn paragraph(&mut self, paragraph: &str) {
        if !self.text.is_empty() {
            self.text.push('\n');
        }
        self.text.push_str(paragraph);
        self.text.push('\n');
        self.after_list = false;
    }
}

/// A text in one line, with whatever Markdown would read otherwise escaped.
fn literal(text: &str) -> String {
    let line = text.split('\n').collect::<Vec<_>>().join(" ");
    let blocks = vec![text::Block::Paragraph(vec![line])];
    text::Document { blocks }.to_stored()
}

fn answer_block(block: &Block) -> Option<text::Block> {
    let lines = |text: &Text| text.content.split('\n').map(str::to_owned).collect();
    match block {
        Block::Heading { text, .. } => Some(text::Block::Heading(text.content.clone())),
        Block::Paragraph { text, .. } => Some(text::Block::Paragraph(lines(text))),
        Block::List(list) => Some(text::Block::List(answer_list(list))),
        _ => None,
    }
}

fn answer_list(list: &List) -> text::List {
    let (ordered, start) = match list.numbering {
        Numbering::Bullets => (false, 1),
        Numbering::Numbers { first } => (true, u32::try_from(first).unwrap_or(u32::MAX)),
    };
    let items = list.items.iter();
    let blocks = items.map(|item| item.iter().filter_map(answer_block).collect());
    text::List {
        ordered,
        start,
        items: blocks.collect(),
    }
}

/// The selected options as a list, with those that group one.
fn selected(options: &[AnswerOption]) -> Option<text::Block> {
    let mut items = Vec::new();
    for option in options {
        let below = selected(&option.options);
        if option.selected || below.is_some() {
            let label = text::Block::Paragraph(vec![option.label.content.clone()]);
            items.push(std::iter::once(label).chain(below).collect());
        }
    }
    let list = text::List {
        ordered: false,
        start: 1,
        items,
    };
    (!list.items.is_empty()).then_some(text::Block::List(list))
}

/// A line of a stored text; a sub-heading in it goes one level down.
fn one_level_down(line: &str) -> String {
    let mut rest = line.trim_start_matches(' ');
    while let Some(after) = after_mark(rest) {
        rest = after;
    }
    if rest.starts_with("### ") {
        let before = line.get(..line.len() - rest.len()).unwrap_or_default();
        format!("{before}#{rest}")
    } else {
        line.to_owned()
    }
}

/// What follows the mark of an item.
fn after_mark(line: &str) -> Option<&str> {
    let digits = line.trim_start_matches(|c: char| c.is_ascii_digit());
    if digits.len() == line.len() {
        return line.strip_prefix("- ");
    }
    digits
        .strip_prefix(". ")
        .or_else(|| digits.strip_prefix(") "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sub_heading_goes_one_level_down_wherever_it_stands() {
        for (line, down) in [
            ("### Plans", "#### Plans"),
            ("  - 1. ### Plans", "  - 1. #### Plans"),
            ("\\### Plans", "\\### Plans"),
            ("- ###", "- ###"),
            ("12 ### Plans", "12 ### Plans"),
        ] {
            assert_eq!(one_level_down(line), down);
        }
    }
}
