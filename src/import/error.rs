//! Why nothing could be imported.

use crate::i18n::{Language, MessagePair, import as messages};
use crate::response::EditError;

/// Why pages cannot be imported. A page that can be read in part is no error.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ImportError {
    /// Neither one nor two pages were given.
    #[error("{count} pages were given")]
    NumberOfPages {
        /// How many were given.
        count: usize,
    },
    /// A page is larger than [`super::MAX_PAGE_BYTES`].
    #[error("a page of {size_bytes} bytes")]
    TooLarge {
        /// The name of the page.
        page: String,
        /// Its size.
        size_bytes: usize,
    },
    /// A page is not UTF-8.
    #[error("not UTF-8 in line {line}, at byte {offset}")]
    NotUtf8 {
        /// The name of the page.
        page: String,
        /// The line of the first byte that is wrong, from 1.
        line: usize,
        /// Its offset from the start of the file.
        offset: usize,
    },
    /// A text has no question of the form in either language.
    #[error("not a page of the questionnaire")]
    NotAPage {
        /// The name of the page.
        page: String,
    },
    /// One text holds a page in both languages.
    #[error("both languages in one text")]
    BothLanguages {
        /// The name of the page.
        page: String,
    },
    /// Both pages are in the same language.
    #[error("two pages in {}", .language.code())]
    SameLanguageTwice {
        /// The language.
        language: Language,
    },
    /// An answer does not fit the definition.
    #[error("an answer does not fit the definition")]
    Refused(#[from] EditError),
}

impl ImportError {
    /// What happened and what to do, for people.
    #[must_use]
    pub fn message(&self) -> MessagePair {
        let (problem, hint) = match self {
            ImportError::NumberOfPages { count } => (
                messages::err_number_of_pages(*count),
                messages::hint_number_of_pages(),
            ),
            ImportError::TooLarge { page, size_bytes } => (
                messages::err_too_large(page.as_str(), size_bytes.div_ceil(1024 * 1024)),
                messages::hint_too_large(super::MAX_PAGE_BYTES / (1024 * 1024)),
            ),
            ImportError::NotUtf8 { page, line, offset } => (
                messages::err_not_utf8(page.as_str(), *line, *offset),
                messages::hint_not_utf8(),
            ),
            ImportError::NotAPage { page } => (
                messages::err_not_a_page(page.as_str()),
                messages::hint_not_a_page(),
            ),
            ImportError::BothLanguages { page } => (
                messages::err_both_languages(page.as_str()),
                messages::hint_both_languages(),
            ),
            ImportError::SameLanguageTwice { language } => (
                messages::err_same_language(super::report::language_name(*language)),
                messages::hint_same_language(),
            ),
            ImportError::Refused(_) => (messages::err_refused(), messages::hint_refused()),
        };
        MessagePair::new(problem, hint)
    }
}
