//! What a reader of a published answer could not follow, or should not find
//! there: addresses, telephone numbers, links into the government's own
//! network, "see above", attachments that the form has no place for.
//!
//! Pure scanners over plain text ([`Document::plain`](super::Document::plain)).
//! They look for whole words, in both languages, whatever the case, and would
//! rather miss something than accuse a sentence of something it does not say:
//! what they find is a note or a warning to a person, never an error.
//!
//! Every function returns byte ranges of its text, in order, which do not
//! overlap.

mod addresses;
mod phrases;

pub use addresses::{e_mail_addresses, internal_links, telephone_numbers};
pub use phrases::{attachments, references};

/// A place in a text, in bytes.
pub type Span = std::ops::Range<usize>;
