//! A session of the window as a list of actions, without a toolkit.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test stops at the first surprise"
)]

mod approving;
#[cfg(feature = "certificates")]
mod certificates;
mod comparing;
mod editing;
mod files;
mod find;
mod findings;
mod follow_up;
mod given;
mod keys;
#[path = "../support/office.rs"]
mod office;
mod played;
mod others;
mod preferences;
mod printing;
#[path = "../support/release.rs"]
mod release;
mod review;
mod saving;
mod sign_off;
#[cfg(feature = "gui")]
mod spelling;
mod start;
mod translating;
mod verifying;
