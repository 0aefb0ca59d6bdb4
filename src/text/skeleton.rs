//! The structure of a text without its words, in one line of ASCII.
//!
//! Where the lines of a text travel by themselves, as to a translator, the
//! structure travels beside them, and both together are the text again.

use super::document::{Block, Document, List, MAX_DEPTH, MAX_START};

impl Document {
    /// The structure: `h` for a sub-heading, `p2` for a paragraph of two lines,
    /// `b[…]` for a bulleted list and `o3[…]` for one that is numbered from
    /// three on, with its items between commas.
    ///
    /// ```
    /// use probitas::text::Document;
    /// let document = Document::parse("### Plans\n\n1. surveys:\n   - pulse\n2. sessions");
    /// assert_eq!(document.skeleton(), "h o1[p1 b[p1],p1]");
    /// ```
    #[must_use]
    pub fn skeleton(&self) -> String {
        let mut skeleton = String::new();
        write_blocks(&self.normalized().blocks, &mut skeleton);
        skeleton
    }

    /// The document of this structure with these lines of literal text, in
    /// normal form. Nothing where the structure cannot be read, or has not
    /// exactly as many lines.
    ///
    /// ```
    /// use probitas::text::Document;
    /// let document = Document::from_skeleton("h b[p1]", ["Plans", "2. *sondages*"]).unwrap();
    /// assert_eq!(document.to_stored(), "### Plans\n\n- 2\\. \\*sondages\\*");
    /// assert_eq!(Document::from_skeleton("h b[p1]", ["Plans"]), None);
    /// ```
    #[must_use]
    pub fn from_skeleton<'a>(
        skeleton: &str,
        lines: impl IntoIterator<Item = &'a str>,
    ) -> Option<Document> {
        let mut reader = Reader {
            rest: skeleton,
            lines: lines.into_iter(),
        };
        let blocks = if skeleton.is_empty() {
            Vec::new()
        } else {
            reader.blocks(0)?
        };
        let is_whole = reader.rest.is_empty() && reader.lines.next().is_none();
        is_whole.then(|| Document { blocks }.normalized())
    }
}

fn write_blocks(blocks: &[Block], skeleton: &mut String) {
    for (index, block) in blocks.iter().enumerate() {
        if index > 0 {
            skeleton.push(' ');
        }
        match block {
            Block::Heading(_) => skeleton.push('h'),
            Block::Paragraph(lines) => {
                skeleton.push('p');
                skeleton.push_str(&lines.len().to_string());
            }
            Block::List(list) => write_list(list, skeleton),
        }
    }
}

fn write_list(list: &List, skeleton: &mut String) {
    if list.ordered {
        skeleton.push('o');
        skeleton.push_str(&list.start.to_string());
    } else {
        skeleton.push('b');
    }
    for (index, item) in list.items.iter().enumerate() {
        skeleton.push(if index == 0 { '[' } else { ',' });
        write_blocks(item, skeleton);
    }
    skeleton.push(']');
}

struct Reader<'a, L> {
    rest: &'a str,
    lines: L,
}

impl<'a, 'b, L: Iterator<Item = &'b str>> Reader<'a, L> {
    fn blocks(&mut self, depth: usize) -> Option<Vec<Block>> {
        let mut blocks = vec![self.block(depth)?];
        while self.takes(' ') {
            blocks.push(self.block(depth)?);
        }
        Some(blocks)
    }

    fn block(&mut self, depth: usize) -> Option<Block> {
        if self.takes('h') {
            return Some(Block::Heading(self.lines.next()?.to_owned()));
        }
        if self.takes('p') {
            let count = usize::try_from(self.number()?).ok()?;
            let lines: Vec<String> = self.lines.by_ref().take(count).map(str::to_owned).collect();
            let is_whole = count > 0 && lines.len() == count;
            return is_whole.then_some(Block::Paragraph(lines));
        }
        let (ordered, start) = if self.takes('b') {
            (false, 1)
        } else if self.takes('o') {
            (true, self.number().filter(|start| *start <= MAX_START)?)
        } else {
            return None;
        };
        // No file may exhaust the stack.
        if depth >= MAX_DEPTH || !self.takes('[') {
            return None;
        }
        let mut items = vec![self.blocks(depth + 1)?];
        while self.takes(',') {
            items.push(self.blocks(depth + 1)?);
        }
        self.takes(']').then_some(Block::List(List {
            ordered,
            start,
            items,
        }))
    }

    fn takes(&mut self, mark: char) -> bool {
        let rest = self.rest.strip_prefix(mark);
        self.rest = rest.unwrap_or(self.rest);
        rest.is_some()
    }

    fn number(&mut self) -> Option<u32> {
        let rest: &'a str = self.rest.trim_start_matches(|c: char| c.is_ascii_digit());
        let digits = self.rest.len() - rest.len();
        let number = self.rest.get(..digits)?.parse().ok()?;
        self.rest = rest;
        Some(number)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn what_is_no_structure_is_refused() {
        let deep = format!("{}p1{}", "b[".repeat(100_000), "]".repeat(100_000));
        for skeleton in [
            "x",
            "p",
            "p0",
            "p2",
            "b",
            "b[]",
            "b[p1",
            "b[p1]]",
            "o[p1]",
            "o1000[p1]",
            "p1 ",
            "p99999999999",
            &deep,
        ] {
            assert_eq!(Document::from_skeleton(skeleton, ["a"]), None, "{skeleton}");
        }
        assert_eq!(Document::from_skeleton("", []), Some(Document::default()));
    }

    proptest! {
        #[test]
        fn structure_and_lines_are_the_text_again(stored in "([-#1. ab\\n]|- |1\\. |   |\n\n){0,40}") {
            let document = Document::parse(&stored);
            let again = Document::from_skeleton(&document.skeleton(), document.lines());
            prop_assert_eq!(again, Some(document));
        }

        #[test]
        fn no_structure_makes_it_fail(skeleton in "[hpbo1-9\\[\\], ]{0,24}", lines in prop::collection::vec("[a\\n -]{0,3}", 0..6)) {
            let lines = lines.iter().map(String::as_str);
            if let Some(document) = Document::from_skeleton(&skeleton, lines) {
                prop_assert_eq!(document.normalized(), document);
            }
        }
    }
}
