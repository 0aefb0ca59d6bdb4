//! Words that somebody said are right.

use std::collections::BTreeSet;

use super::{MAX_WORD, normal};

/// A list never has more words than this.
const MAX_WORDS: usize = 20_000;

/// Words that a person added, in one language.
///
/// A word in small letters is also known with capital ones, and no other way
/// round: who adds "Ottawa" did not mean "ottawa".
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct WordList(BTreeSet<String>);

impl WordList {
    /// Reads a file's content: a word on each line. Lines with several words,
    /// and those that begin with `#`, are passed over.
    ///
    /// ```
    /// use probitas::text::spelling::WordList;
    /// let list = WordList::from_text("# mine\nprobitas\n");
    /// assert!(list.knows("Probitas") && !list.knows("mine"));
    /// ```
    #[must_use]
    pub fn from_text(text: &str) -> Self {
        let mut list = WordList::default();
        let lines = text.trim_start_matches('\u{FEFF}').lines();
        for line in lines.filter(|line| !line.starts_with('#')) {
            list.add(line);
        }
        list
    }

    /// Adds a word; says whether it is new and can be one.
    pub fn add(&mut self, word: &str) -> bool {
        let word = normal(word.trim());
        let is_word = !word.is_empty()
            && word.chars().count() <= MAX_WORD
            && !word.contains(|c: char| c.is_whitespace() || c.is_control());
        is_word && self.0.len() < MAX_WORDS && self.0.insert(word)
    }

    /// Whether a word is known by this list.
    #[must_use]
    pub fn knows(&self, word: &str) -> bool {
        if self.0.is_empty() {
            return false;
        }
        let word = normal(word);
        self.0.contains(&word) || {
            let lower = word.to_lowercase();
            let capital = super::dictionary_case(&word);
            capital && self.0.contains(&lower)
        }
    }

    /// The words, in order.
    pub fn iter(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(String::as_str)
    }

    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn word_is_known_with_more_capitals_and_not_with_fewer() {
        let list = WordList::from_text("\u{FEFF}probitas\r\nOttawa\nl'été\n");
        for word in [
            "probitas",
            "Probitas",
            "PROBITAS",
            "Ottawa",
            "l’été",
            "L’ÉTÉ",
        ] {
            assert!(list.knows(word), "{word}");
        }
        for word in ["ottawa", "OTTAWA", "probita", "proBitas"] {
            assert!(!list.knows(word), "{word}");
        }
        assert_eq!(
            list.iter().collect::<Vec<_>>(),
            ["Ottawa", "l’été", "probitas"]
        );
    }

    #[test]
    fn what_is_no_word_is_not_added() {
        let mut list = WordList::default();
        for line in ["", "  ", "two words", "a\tb", &"x".repeat(MAX_WORD + 1)] {
            assert!(!list.add(line), "{line}");
        }
        assert!(list.add(" one ") && !list.add("one"));
        assert_eq!((list.len(), list.is_empty()), (1, false));
    }
}
