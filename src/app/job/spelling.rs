//! Words of lines looked up, and what a person said of words.

use std::ops::Range;
use std::path::PathBuf;

use super::JobResult;
use crate::i18n::{Language, MessagePair, spelling as say};
use crate::storage;
use crate::text::spelling::Dictionary;

/// Work about words.
#[derive(Debug)]
pub enum SpellingJob {
    /// Looks which words of some lines are known.
    Spell(SpellJob),
    /// Looks what may be meant by a word.
    Suggest(SuggestJob),
    /// Keeps what a person said of words.
    Keep(KeepWords),
}

impl SpellingJob {
    pub(super) fn run(self) -> JobResult {
        match self {
            SpellingJob::Spell(job) => JobResult::Spelled(job.run()),
            SpellingJob::Suggest(job) => JobResult::Suggested(job.run()),
            SpellingJob::Keep(words) => JobResult::WordsKept(words.run()),
        }
    }
}

/// Lines of which the words are looked up.
#[derive(Debug)]
pub struct SpellJob {
    /// The language in which they are written.
    pub language: Language,
    /// The literal text of each.
    pub lines: Vec<String>,
}

/// Lines of which the words were looked up.
#[derive(Debug)]
pub struct SpelledLines {
    /// The language in which they are written.
    pub language: Language,
    /// Each with the words that are not known, as bytes.
    pub lines: Vec<(String, Vec<Range<usize>>)>,
}

/// A word for which others are looked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SuggestJob {
    /// The language of its text.
    pub language: Language,
    /// The word.
    pub word: String,
}

/// What may be meant by a word.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suggestions {
    /// The word for which they were looked for.
    pub of: SuggestJob,
    /// The likeliest first.
    pub found: Vec<String>,
}

/// What a person said of words, to be kept in a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum KeepWords {
    /// This word is right.
    Add {
        /// The file.
        path: PathBuf,
        /// The word.
        word: String,
    },
    /// No word of theirs is right any more.
    Empty(PathBuf),
}

impl SpellJob {
    fn run(self) -> SpelledLines {
        let SpellJob { language, lines } = self;
        let dictionary = Dictionary::of(language);
        let looked_up = lines.into_iter().map(|line| {
            let unknown = dictionary.map(|dictionary| dictionary.unknown_in(&line));
            (line, unknown.unwrap_or_default())
        });
        SpelledLines {
            language,
            lines: looked_up.collect(),
        }
    }
}

impl SuggestJob {
    fn run(self) -> Suggestions {
        let dictionary = Dictionary::of(self.language);
        let found = dictionary.map(|dictionary| dictionary.suggestions(&self.word));
        Suggestions {
            of: self,
            found: found.unwrap_or_default(),
        }
    }
}

impl KeepWords {
    fn run(self) -> Result<(), MessagePair> {
        let kept = match &self {
            KeepWords::Add { path, word } => storage::add_word(path, word),
            KeepWords::Empty(path) => storage::empty_words(path),
        };
        kept.map_err(|error| MessagePair::new(error.message().problem, say::hint_not_kept()))
    }
}
