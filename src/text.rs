//! The texts of answers.
//!
//! An answer is a small document: paragraphs, lists in lists, sub-headings.
//! It is stored as a strict subset of Markdown with a line grammar of our own
//! that gives every string exactly one reading ([`Document::parse`]), and any
//! Markdown program shows the same ([`Document::to_stored`]).
//!
//! The flow: whatever is typed, pasted, imported or loaded passes [`clean()`]
//! first; plain text becomes stored text by [`typed`], stored text becomes its
//! normal form by [`normalize`]; [`faces`] tells which characters can be drawn
//! and [`mentions`] finds what a reader of the published answer could not
//! follow. `questionnaire` and everything after it build on this module.
//!
//! Left out on purpose: emphasis, links, tables, pictures and every other
//! inline mark. Inline text is literal.

pub mod clean;
pub mod document;
pub mod faces;
mod grammar;
pub mod mentions;
mod stored;

pub use clean::{Change, ChangeKind, Cleaned, allowed_char, clean};
pub use document::{Block, Document, List};
pub use stored::{normalize, typed};
