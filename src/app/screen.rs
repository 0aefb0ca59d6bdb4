//! The screens of the window.

use super::Target;
use crate::i18n::{Message, approval, window};
use crate::response::Place;

/// What fills the window beside the list of screens.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Screen {
    /// Where a response begins or goes on.
    #[default]
    Start,
    /// Who answers, in which languages, under which marking.
    Organization,
    /// The parts and their questions.
    Form,
    /// The submission as it will be printed, and what is to be checked.
    Review,
    /// Who signs, with which key, and what is written where.
    SignOff,
    /// A submission that another person prepared, and its next signature.
    Approve,
    /// How the window looks, and what is in the program.
    Settings,
    /// The user guide.
    Guide,
}

impl Screen {
    /// Every screen that is always there, in the order in which a person goes
    /// through them.
    pub const ALL: [Screen; 7] = [
        Screen::Start,
        Screen::Organization,
        Screen::Form,
        Screen::Review,
        Screen::SignOff,
        Screen::Settings,
        Screen::Guide,
    ];

    /// The screen that holds what the focus goes to.
    #[must_use]
    pub fn of(target: &Target) -> Screen {
        match target {
            Target::Place(Place::Organization) | Target::Organization(_) => Screen::Organization,
            Target::Place(Place::Person(_)) => Screen::SignOff,
            Target::Place(Place::Item(_) | Place::Unplaced)
            | Target::Text(..)
            | Target::Section(_) => Screen::Form,
        }
    }

    /// Its name.
    #[must_use]
    pub fn message(self) -> Message {
        match self {
            Screen::Start => window::screen_start(),
            Screen::Organization => window::organization_title(),
            Screen::Form => window::screen_form(),
            Screen::Review => window::screen_review(),
            Screen::SignOff => window::screen_sign_off(),
            Screen::Approve => approval::screen(),
            Screen::Settings => window::screen_settings(),
            Screen::Guide => window::screen_guide(),
        }
    }
}
