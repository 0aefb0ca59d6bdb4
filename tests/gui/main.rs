//! The window, by accessible label and keyboard, in both languages.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test stops at the first surprise"
)]

mod fill;
mod form;
mod gallery;
mod join;
mod guide;
mod keyboard;
mod keys;
mod language;
#[path = "../support/office.rs"]
mod office;
mod organization;
mod picture;
mod printing;
mod review;
mod room;
mod screen;
mod settings;
mod sign_off;
mod start;
mod verifying;
