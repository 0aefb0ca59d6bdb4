//! The texts of answers.
//!
//! An answer is a small document: paragraphs, lists in lists, sub-headings.
//! It is stored as a strict subset of Markdown with a line grammar of our own
//! that gives every string exactly one reading ([`Document::parse`]), and any
//! Markdown program shows the same ([`Document::to_stored`]).
//!
//! The flow: whatever is pasted or imported passes [`clean()`] first, and whatever
//! is typed, replaced or loaded [`clean_literal()`]; plain text becomes stored text by [`typed`], stored text becomes its
//! normal form by [`normalize`]; an editor works on a [`Writing`], and what is
//! pasted into it was read by [`pasting`]; [`faces`]
//! tells which characters can be drawn and [`mentions`] finds what a reader of
//! the published answer could not follow; [`difference`] tells what changed
//! between two of them, and [`Document::skeleton`] what is left of one without
//! its words; [`search`] finds and replaces words, [`spelling`] tells which may be
//! misspelled, and [`tidy`] offers the typography of the Government of Canada.
//! `questionnaire` and everything after it build on this module.
//!
//! Left out on purpose: emphasis, links, tables, pictures and every other
//! inline mark. Inline text is literal.

pub mod clean;
pub mod difference;
pub mod document;
pub mod faces;
mod grammar;
pub mod mentions;
pub mod pasting;
pub mod search;
mod skeleton;
pub mod spelling;
pub mod splice;
mod stored;
pub mod tidy;
pub mod writing;

pub use clean::{Change, ChangeKind, Cleaned, allowed_char, clean, clean_literal};
pub use document::{Block, Document, List};
pub use pasting::Pasted;
pub use stored::{normalize, typed};
pub use writing::Writing;
