//! Which words of a text may be misspelled, and what may be meant.
//!
//! A [`Dictionary`] has the words of one language: those of a Hunspell
//! dictionary and the terms of this form, which are part of the program
//! (`assets/spelling`). A [`WordList`] has those that a person added. Nothing
//! here says that a word is wrong; it says that it is not known.
//!
//! Left out on purpose: grammar, and words of the other language in a text.

#[cfg(not(feature = "gui"))]
mod absent;
#[cfg(feature = "gui")]
mod dictionary;
mod kept;
mod known;
mod words;

#[cfg(not(feature = "gui"))]
pub use absent::Dictionary;
#[cfg(feature = "gui")]
pub use dictionary::Dictionary;
pub use kept::{Mark, kept_marks};
pub use known::WordList;
pub use words::words;

/// How many other spellings are offered.
pub const MAX_SUGGESTIONS: usize = 5;
/// Longer words are in no dictionary and on no list, in characters.
pub const MAX_WORD: usize = 60;

/// A word in the form in which words are compared: composed characters, one
/// kind of apostrophe and of hyphen, nothing that is not seen.
///
/// ```
/// use probitas::text::spelling::normal;
/// assert_eq!(normal("l'e\u{301}te\u{301}"), "l’été");
/// ```
#[must_use]
pub fn normal(word: &str) -> String {
    use unicode_normalization::UnicodeNormalization as _;
    let seen = word.chars().filter(|c| !words::is_invisible(*c));
    let alike = seen.map(|c| match c {
        c if words::is_apostrophe(c) => '’',
        c if words::is_hyphen(c) => '-',
        c => c,
    });
    alike.nfc().collect()
}

/// Whether a word is written as one in small letters is at the start of a
/// sentence or in a heading: capital letter first, or capital letters only.
fn dictionary_case(word: &str) -> bool {
    let mut letters = word.chars();
    let first = letters.next().is_some_and(char::is_uppercase);
    let rest = letters.as_str();
    first && (!rest.contains(char::is_uppercase) || !word.contains(char::is_lowercase))
}
