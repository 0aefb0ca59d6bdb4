//! Why nothing of a translation file can be taken in.

use crate::i18n::{MessagePair, translation as say};

/// Why nothing of a file can be taken in. The response is unchanged then.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum XliffError {
    /// It is no XML, or ends in the middle.
    #[error("not well-formed in line {line}")]
    NotXml {
        /// The line that is wrong, from 1.
        line: usize,
    },
    /// It defines entities of its own, or names some that it does not define.
    #[error("document type or unknown entity in line {line}")]
    Entities {
        /// The line, from 1.
        line: usize,
    },
    /// Its elements are nested too deep, or there are too many.
    #[error("too large a structure")]
    TooMuch,
    /// It is XML of another kind.
    #[error("not XLIFF")]
    NotXliff,
    /// It is another version of XLIFF.
    #[error("XLIFF {version}")]
    OtherVersion {
        /// The version that it names.
        version: String,
    },
    /// It was made from another draft.
    #[error("of another draft")]
    OtherDraft,
    /// Its languages are not English and French.
    #[error("other languages")]
    OtherLanguages,
    /// The organization answers in one language.
    #[error("one language is answered in")]
    OneLanguage,
}

impl XliffError {
    /// What happened and what to do, for people.
    #[must_use]
    pub fn message(&self) -> MessagePair {
        let (problem, hint) = match self {
            XliffError::NotXml { line } => (say::err_not_xml(*line), say::hint_not_xml()),
            XliffError::Entities { line } => (say::err_entities(*line), say::hint_entities()),
            XliffError::TooMuch => (say::err_too_much(), say::hint_entities()),
            XliffError::NotXliff => (say::err_not_xliff(), say::hint_not_xliff()),
            XliffError::OtherVersion { version } => (
                say::err_other_version(version.as_str()),
                say::hint_other_version(),
            ),
            XliffError::OtherDraft => (say::err_other_draft(), say::hint_other_draft()),
            XliffError::OtherLanguages => (say::err_other_languages(), say::hint_other_languages()),
            XliffError::OneLanguage => (say::err_one_language(), say::hint_one_language()),
        };
        MessagePair::new(problem, hint)
    }
}
