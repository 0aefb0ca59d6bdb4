//! In place of dictionaries, in a program that is built without a window.

use std::ops::Range;

use crate::i18n::Language;

/// The words of a language. This program is built without a window, so that
/// there are none.
#[derive(Debug)]
pub enum Dictionary {}

impl Dictionary {
    /// There is none.
    #[must_use]
    pub fn of(_language: Language) -> Option<&'static Dictionary> {
        None
    }

    /// See the module `dictionary`.
    #[must_use]
    pub fn unknown_in(&self, _line: &str) -> Vec<Range<usize>> {
        match *self {}
    }

    /// See the module `dictionary`.
    #[must_use]
    pub fn suggestions(&self, _word: &str) -> Vec<String> {
        match *self {}
    }
}
