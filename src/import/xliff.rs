//! Translations that come back from a translation bureau, as XLIFF 1.2.
//!
//! [`read`] takes the file apart, [`take_in`] makes one [`crate::response::Edit`]
//! of it, and tells of everything that was not taken as it came. Nothing is
//! trusted: entities that a file defines itself, deep nesting and other versions
//! are refused, and no text comes in but through [`crate::text::clean_literal()`].
//!
//! A translation is taken answer by answer, and only whole. That the two
//! languages say the same is confirmed only where the bureau calls every unit
//! final, and the source is still what was translated.
//!
//! [`crate::export::xliff`] writes such files. Left out on purpose: XLIFF 2 and
//! codes for formatting inside of a line, of which our texts have none.

mod error;
mod reading;
mod taking;

use crate::i18n::Language;

pub use error::XliffError;
pub use reading::read;
pub use taking::{Taken, take_in};

/// The largest file that is read.
pub const MAX_XLIFF_BYTES: usize = 16 * 1024 * 1024;

/// What stands in a file that came back.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Translations {
    files: Vec<File>,
}

/// One direction of a draft.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct File {
    /// The draft that it was made from, as the file names it.
    original: String,
    /// From which language; nothing for one that we do not know.
    from: Option<Language>,
    to: Option<Language>,
    /// The structures of answers, by the id of the item.
    skeletons: Vec<(String, String)>,
    units: Vec<Unit>,
}

/// A line of text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Unit {
    id: String,
    source: String,
    target: String,
    /// Whether the bureau calls the translation final.
    is_final: bool,
}
