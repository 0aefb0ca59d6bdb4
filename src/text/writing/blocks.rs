//! From blocks to lines, and from lines to blocks.

use super::Kind;
use crate::text::document::{Block, List};

/// The lines of a document.
#[derive(Default)]
pub(super) struct Lines<'a> {
    pub(super) texts: Vec<&'a str>,
    pub(super) kinds: Vec<Kind>,
}

impl<'a> Lines<'a> {
    /// Adds blocks that so many items hold, the first of them as an item.
    pub(super) fn add(&mut self, blocks: &'a [Block], depth: usize, mut item: Option<Kind>) {
        let mut after_numbers = false;
        for block in blocks {
            if !matches!(block, Block::Paragraph(_))
                && let Some(kind) = item.take()
            {
                self.push(kind, "");
            }
            match block {
                Block::Heading(text) => self.push(Kind::Heading { depth }, text),
                Block::Paragraph(lines) => {
                    let mut kind = item.take().unwrap_or(Kind::Paragraph { depth });
                    for line in lines {
                        self.push(kind, line);
                        kind = Kind::Continued;
                    }
                }
                Block::List(list) => self.add_list(list, depth + 1, after_numbers),
            }
            after_numbers = matches!(block, Block::List(list) if list.ordered);
        }
    }

    fn add_list(&mut self, list: &'a List, level: usize, after_numbers: bool) {
        let mut start = (list.start != 1 || after_numbers).then_some(list.start);
        for item in &list.items {
            let kind = if list.ordered {
                let start = start.take();
                Kind::Number { level, start }
            } else {
                Kind::Bullet { level }
            };
            self.add(item, level, Some(kind));
        }
    }

    fn push(&mut self, kind: Kind, text: &'a str) {
        self.kinds.push(kind);
        self.texts.push(text);
    }
}

/// Blocks out of lines.
#[derive(Default)]
pub(super) struct Builder {
    pub(super) blocks: Vec<Block>,
    levels: Vec<(List, Vec<Block>)>,
    paragraph: Vec<String>,
}

impl Builder {
    pub(super) fn line(&mut self, kind: Kind, text: &str) {
        match kind {
            Kind::Continued => {}
            Kind::Paragraph { depth } | Kind::Heading { depth } => self.close_to(depth),
            Kind::Bullet { level } => self.start_item(level, false, None),
            Kind::Number { level, start } => self.start_item(level, true, start),
        }
        if matches!(kind, Kind::Heading { .. }) {
            self.push(Block::Heading(text.to_owned()));
        } else {
            self.paragraph.push(text.to_owned());
        }
    }

    fn start_item(&mut self, level: usize, ordered: bool, start: Option<u32>) {
        self.close_to(level);
        let open = self.levels.len() == level;
        if let Some((list, item)) = self.levels.last_mut().filter(|_| open)
            && list.ordered == ordered
            && start.is_none()
        {
            list.items.push(std::mem::take(item));
            return;
        }
        self.close_to(level.saturating_sub(1));
        let list = List {
            ordered,
            start: start.unwrap_or(1),
            items: Vec::new(),
        };
        self.levels.push((list, Vec::new()));
    }

    pub(super) fn close_to(&mut self, depth: usize) {
        if !self.paragraph.is_empty() {
            let lines = std::mem::take(&mut self.paragraph);
            self.push(Block::Paragraph(lines));
        }
        while self.levels.len() > depth
            && let Some((mut list, item)) = self.levels.pop()
        {
            list.items.push(item);
            self.push(Block::List(list));
        }
    }

    fn push(&mut self, block: Block) {
        match self.levels.last_mut() {
            Some((_, item)) => item.push(block),
            None => self.blocks.push(block),
        }
    }
}
