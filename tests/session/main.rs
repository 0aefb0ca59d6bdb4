//! A session of the window as a list of actions, without a toolkit.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test stops at the first surprise"
)]

mod approving;
mod comparing;
mod editing;
mod files;
mod findings;
mod follow_up;
mod keys;
#[path = "../support/office.rs"]
mod office;
mod played;
mod preferences;
mod printing;
mod review;
mod saving;
mod sign_off;
mod start;
mod verifying;
