//! Both languages: which there are, and every sentence the program says.
//!
//! A sentence is a [`Message`]: an id and its arguments. It becomes text only
//! where it is drawn or printed, by [`Message::text`]. The sentences are
//! Fluent files, one per area and language, in `assets/i18n/{en,fr}/`; each
//! area has a module of the same name here, in which its ids and arguments
//! are declared once with the `messages!` macro: every id becomes a function
//! that makes the message, so that a wrong id or a forgotten argument does
//! not compile. A test holds both catalogues to exactly what is declared.
//!
//! Left out on purpose: the wording of a questionnaire, which is data of the
//! questionnaire itself.

mod catalogue;
mod language;
mod message;

pub mod approval;
pub mod certificates;
pub mod cli;
pub mod common;
pub mod compare;
pub mod draft;
pub mod editing;
pub mod find;
pub mod form;
pub mod import;
pub mod keys;
pub mod launch;
pub mod lists;
pub mod page;
pub mod pasting;
pub mod policy;
pub mod printing;
pub mod register;
pub mod report;
pub mod review;
pub mod rules;
pub mod saving;
pub mod sign_off;
pub mod spelling;
pub mod storage;
pub mod settings;
pub mod start;
pub mod submission;
pub mod translation;
pub mod trust;
pub mod update;
pub mod window;

pub use language::{Language, Localized};
pub use message::{Argument, Message, MessagePair};

pub use catalogue::{AREAS, Area};

/// Declares the messages of one area.
///
/// Each line names a function, the id in the catalogue and the arguments:
///
/// ```text
/// messages! {
///     /// One key was forgotten.
///     key_missing = "err-key-missing" (count);
/// }
/// ```
macro_rules! messages {
    ($($(#[$meta:meta])* $name:ident = $id:literal ( $($arg:ident),* $(,)? );)*) => {
        $(
            $(#[$meta])*
            #[doc = concat!("The message `", $id, "`.")]
            #[must_use]
            pub fn $name($($arg: impl Into<$crate::i18n::Argument>),*) -> $crate::i18n::Message {
                $crate::i18n::Message::new($id, vec![$((stringify!($arg), $arg.into())),*])
            }
        )*
        /// Every id of this area with the names of its arguments.
        pub const DECLARED: &[(&str, &[&str])] = &[$(($id, &[$(stringify!($arg)),*])),*];
    };
}
pub(crate) use messages;
