//! The string literals of a source file, with the calls around them.

/// A string literal outside of comments, attributes and tests.
#[derive(Debug)]
pub(crate) struct Literal {
    pub(crate) line: usize,
    pub(crate) text: String,
    /// The calls that it is an argument of, from the outermost in its block to
    /// the innermost, such as `ui.label` as `label` and `Label::new` as it is.
    pub(crate) calls: Vec<String>,
}

/// Every literal of a file. Tests stand last in it, and end the reading.
pub(crate) fn literals(source: &str) -> Vec<Literal> {
    let mut reader = Reader {
        rest: source,
        source,
        open: Vec::new(),
        name: String::new(),
        found: Vec::new(),
    };
    while reader.step() {}
    reader.found
}

struct Reader<'a> {
    rest: &'a str,
    source: &'a str,
    /// The brackets that are open, each with the name before it.
    open: Vec<(char, String)>,
    /// The path that was read last, such as `Label::new`.
    name: String,
    found: Vec<Literal>,
}

impl<'a> Reader<'a> {
    fn take(&mut self, bytes: usize) -> &'a str {
        let (taken, rest) = self.rest.split_at(bytes);
        self.rest = rest;
        taken
    }

    fn take_until(&mut self, end: &str) -> &'a str {
        let bytes = self
            .rest
            .find(end)
            .map_or(self.rest.len(), |at| at + end.len());
        self.take(bytes)
    }

    /// Reads one thing; says whether there is more.
    fn step(&mut self) -> bool {
        let Some(character) = self.rest.chars().next() else {
            return false;
        };
        if self.rest.starts_with("#[cfg(test)]") {
            return false;
        }
        if self.rest.starts_with("//") {
            self.take_until("\n");
        } else if self.rest.starts_with("/*") {
            self.block_comment();
        } else if self.rest.starts_with("#[") || self.rest.starts_with("#![") {
            self.attribute();
        } else if character == '"' {
            self.plain();
        } else if let Some(hashes) = raw(self.rest) {
            self.raw(hashes);
        } else if character == '\'' {
            self.quote();
        } else if character.is_alphanumeric() || character == '_' {
            self.path();
        } else {
            self.punctuation(character);
        }
        true
    }

    fn block_comment(&mut self) {
        let mut depth = 0;
        loop {
            if self.rest.starts_with("/*") {
                depth += 1;
                self.take(2);
            } else if self.rest.starts_with("*/") {
                depth -= 1;
                self.take(2);
            } else if let Some(character) = self.rest.chars().next() {
                self.take(character.len_utf8());
            }
            if depth == 0 || self.rest.is_empty() {
                return;
            }
        }
    }

    /// An attribute is read like code, and what it holds is dropped.
    fn attribute(&mut self) {
        let before = self.found.len();
        let depth = self.open.len();
        self.take_until("[");
        self.open.push(('[', String::new()));
        while self.open.len() > depth && self.step() {}
        self.found.truncate(before);
    }

    fn plain(&mut self) {
        let mut escaped = false;
        let inside = self.rest.get(1..).unwrap_or_default();
        let end = inside.find(|character| {
            let ends = character == '"' && !escaped;
            escaped = character == '\\' && !escaped;
            ends
        });
        let text = inside
            .get(..end.unwrap_or(inside.len()))
            .unwrap_or_default();
        self.keep(&unfolded(text));
        self.take(text.len() + 2);
    }

    fn raw(&mut self, hashes: usize) {
        self.take_until("\"");
        let end = format!("\"{}", "#".repeat(hashes));
        let line = self.line();
        let text = self.take_until(&end).trim_end_matches(&end);
        self.keep_at(line, text);
    }

    /// A character, or a lifetime.
    fn quote(&mut self) {
        let mut characters = self.rest.chars().skip(1);
        let first = characters.next();
        let second = characters.next();
        if first == Some('\\') {
            self.take(3);
            self.take_until("'");
        } else if second == Some('\'') {
            self.take(2 + first.map_or(0, char::len_utf8));
        } else {
            self.take(1);
        }
    }

    fn path(&mut self) {
        let end = self.rest.find(|character: char| {
            !(character.is_alphanumeric() || character == '_' || character == ':')
        });
        self.name = self.take(end.unwrap_or(self.rest.len())).to_owned();
    }

    fn punctuation(&mut self, character: char) {
        match character {
            '(' | '[' | '{' => self.open.push((character, std::mem::take(&mut self.name))),
            ')' | ']' | '}' => {
                self.open.pop();
            }
            // A macro is a call like another.
            '!' => {}
            _ => self.name.clear(),
        }
        self.take(character.len_utf8());
    }

    fn line(&self) -> usize {
        let read = self.source.len() - self.rest.len();
        self.source
            .get(..read)
            .unwrap_or_default()
            .matches('\n')
            .count()
            + 1
    }

    fn keep(&mut self, text: &str) {
        self.keep_at(self.line(), text);
    }

    fn keep_at(&mut self, line: usize, text: &str) {
        let block = self.open.iter().rposition(|(bracket, _)| *bracket == '{');
        let around = self.open.iter().skip(block.map_or(0, |index| index + 1));
        let calls = around
            .map(|(_, name)| name.clone())
            .filter(|name| !name.is_empty());
        self.found.push(Literal {
            line,
            text: text.to_owned(),
            calls: calls.collect(),
        });
    }
}

/// How many `#` stand before a raw string that begins here.
fn raw(rest: &str) -> Option<usize> {
    let after = rest.strip_prefix("br").or_else(|| rest.strip_prefix('r'))?;
    let hashes = after.len() - after.trim_start_matches('#').len();
    after.get(hashes..)?.starts_with('"').then_some(hashes)
}

/// A backslash at the end of a line joins it to the next word; one before an
/// `n` is a line of its own.
fn unfolded(text: &str) -> String {
    let text = text.replace("\\n", "\n");
    let mut lines = text.split("\\\n");
    let first = lines.next().unwrap_or_default().to_owned();
    lines.fold(first, |joined, line| joined + line.trim_start())
}
