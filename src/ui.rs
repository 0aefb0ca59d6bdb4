//! The window, in egui.
//!
//! It draws a [`crate::app::Session`] and turns what a person does into
//! [`crate::app::Action`]s; it decides nothing itself. Drawing functions end
//! in `_ui`, take the `Ui` first and a `View`, which holds the
//! session, the language, and the actions of this frame.

mod alone;
mod anchor;
mod answer_text;
mod approve;
mod area;
mod bar;
mod blank_dialogs;
mod button;
mod choice;
mod clipboard;
mod compare_dialogs;
mod decision;
mod dialogs;
mod drop;
mod field;
mod file_dialog;
mod find;
mod finding;
mod follow_up;
mod form;
mod guidance;
mod guide;
mod hold_dialogs;
mod icon;
mod join;
mod key_dialogs;
mod key_order;
pub mod launch;
mod long_text;
mod longer;
mod navigation;
mod organization;
mod others;
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
mod source_change;
mod source_dialogs;
mod split;
mod start;
mod tabs;
pub mod theme;
mod tidy_dialog;
mod translation_dialogs;
mod unofficial;
mod unplaced;
mod update_dialogs;
mod verify_dialogs;
mod view;
mod window;

pub use clipboard::Clipboard;
pub use longer::Length;
pub use window::ProbitasWindow;
