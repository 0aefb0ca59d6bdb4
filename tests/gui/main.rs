//! The window, by accessible label and keyboard, in both languages.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test stops at the first surprise"
)]

mod alone;
#[cfg(feature = "certificates")]
mod certificates;
mod fill;
mod find;
mod form;
mod gallery;
mod join;
mod guide;
mod keyboard;
mod keys;
mod language;
mod lists;
mod menu;
#[path = "../support/office.rs"]
mod office;
mod organization;
mod others;
mod pasting;
mod picture;
mod policy;
mod printing;
#[path = "../support/release.rs"]
mod release;
mod review;
mod room;
mod screen;
mod settings;
mod sides;
mod sign_off;
mod tidy_dialog;
#[cfg(feature = "token")]
#[path = "../support/softhsm.rs"]
mod softhsm;
mod spelling;
mod start;
mod translation;
mod undo;
mod update;
#[cfg(feature = "token")]
mod token;
mod verifying;
