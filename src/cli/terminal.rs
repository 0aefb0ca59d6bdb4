//! The two streams of a terminal, and the language spoken on them.

use std::io::{self, Write};

use super::Surroundings;
use crate::i18n::{Language, Message, MessagePair};
use crate::text;

/// A terminal: results go to `out`, everything else to `err`.
pub struct Terminal<'a> {
    out: &'a mut dyn Write,
    err: &'a mut dyn Write,
    /// What the run reads of the world.
    pub surroundings: Surroundings,
}

impl<'a> Terminal<'a> {
    /// A terminal on these streams.
    pub fn new(out: &'a mut dyn Write, err: &'a mut dyn Write, surroundings: Surroundings) -> Self {
        Terminal {
            out,
            err,
            surroundings,
        }
    }

    /// The language that is spoken.
    #[must_use]
    pub fn language(&self) -> Language {
        self.surroundings.language
    }

    pub(super) fn set_language(&mut self, language: Language) {
        self.surroundings.language = language;
    }

    /// A message as a result.
    pub(super) fn say(&mut self, message: &Message) -> io::Result<()> {
        let text = message.text(self.language());
        self.line(&text)
    }

    /// A text as a result.
    pub(super) fn line(&mut self, text: &str) -> io::Result<()> {
        writeln!(self.out, "{}", harmless(text))
    }

    /// A JSON value as the whole result. JSON escapes controls by itself.
    pub(super) fn json(&mut self, value: &serde_json::Value) -> io::Result<()> {
        writeln!(self.out, "{value:#}")
    }

    /// A message beside the results, such as progress.
    pub(super) fn note(&mut self, message: &Message) -> io::Result<()> {
        let text = message.text(self.language());
        writeln!(self.err, "{}", harmless(&text))?;
        self.err.flush()
    }

    /// What happened and what to do, beside the results.
    pub(super) fn note_pair(&mut self, pair: &MessagePair) -> io::Result<()> {
        self.note(&pair.problem)?;
        self.note(&pair.hint)
    }

    pub(super) fn flush(&mut self) -> io::Result<()> {
        self.out.flush()?;
        self.err.flush()
    }
}

/// A text without the characters by which a file could command the terminal.
fn harmless(text: &str) -> String {
    let command = |character: char| !text::allowed_char(character) || character.is_control();
    text.chars()
        .map(|character| match character {
            '\n' => '\n',
            character if command(character) => char::REPLACEMENT_CHARACTER,
            character => character,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_cannot_command_the_terminal() {
        assert_eq!(
            harmless("a\u{1b}[2Jb\u{9b}c\u{202e}\nd"),
            "a\u{fffd}[2Jb\u{fffd}c\u{fffd}\nd"
        );
    }
}
