//! The examples that come with the program.

/// A submission that an organization published, as a draft.
#[derive(Clone, Copy, Debug)]
pub struct Example {
    /// The organization, as it names itself in both languages.
    pub name: (&'static str, &'static str),
    /// The draft.
    pub json: &'static str,
}

/// The examples, in the order of the menu.
pub const EXAMPLES: &[Example] = &[];
