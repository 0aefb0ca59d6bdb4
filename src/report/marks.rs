//! The names by which a page in HTML says what it holds: written by
//! [`crate::export`], read again by [`crate::import`].

/// The class of the element that holds a page.
pub const PAGE_CLASS: &str = "probitas-page";

/// The attribute of that element which names the questionnaire.
pub const QUESTIONNAIRE: &str = "data-questionnaire";

/// The attribute that names the item of an answer.
pub const ITEM: &str = "data-item";

/// The attribute that tells what stands outside of the form.
pub const PART: &str = "data-part";

/// [`PART`] of the organization's name.
pub const ORGANIZATION: &str = "organization";

/// [`PART`] of a remark of ours.
pub const NOTE: &str = "note";

/// The class of an element that stands for a character which HTML cannot hold;
/// its `value` is the number of the character in hexadecimal digits.
pub const CODE_POINT_CLASS: &str = "code-point";
