//! The examples that come with the program.

use crate::i18n::{Message, window};

/// A submission that an organization published, as a draft.
#[derive(Clone, Copy, Debug)]
pub struct Example {
    /// The organization.
    pub name: fn() -> Message,
    /// The draft.
    pub json: &'static str,
}

macro_rules! example {
    ($name:path, $file:literal) => {
        Example {
            name: $name,
            json: include_str!(concat!("../../assets/examples/", $file, ".probitas")),
        }
    };
}

/// The examples, in the order of the menu.
pub const EXAMPLES: &[Example] = &[
    example!(window::example_elections, "elections-canada"),
    example!(
        window::example_immigration,
        "immigration-refugees-citizenship"
    ),
    example!(
        window::example_innovation,
        "innovation-science-economic-development"
    ),
    example!(window::example_treasury, "treasury-board-secretariat"),
];
