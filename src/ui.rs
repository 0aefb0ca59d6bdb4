//! The window, in egui.
//!
//! It draws a [`crate::app::Session`] and turns what a person does into
//! [`crate::app::Action`]s; it decides nothing itself. Drawing functions end
//! in `_ui`, take the `Ui` first and a `View`, which holds the
//! session, the language, and the actions of this frame.
//!
//! Left out on purpose: an editor that hides the marks of lists.

mod anchor;
mod answer_text;
mod approve;
mod area;
mod bar;
mod blank_dialogs;
mod button;
mod choice;
mod compare_dialogs;
mod decision;
mod dialogs;
mod drop;
mod field;
mod file_dialog;
mod finding;
mod follow_up;
mod form;
mod guidance;
mod guide;
mod hold_dialogs;
mod icon;
mod join;
mod key_dialogs;
pub mod launch;
mod long_text;
mod longer;
mod navigation;
mod organization;
mod page;
mod people;
mod printing;
mod prose;
mod question;
mod region;
mod review;
mod row;
mod setting;
mod settings;
mod several_dialogs;
mod shortcuts;
mod sign_off;
mod source_dialogs;
mod split;
mod start;
mod tabs;
pub mod theme;
mod unofficial;
mod unplaced;
mod verify_dialogs;
mod view;
mod window;

pub use longer::Length;
pub use window::ProbitasWindow;
