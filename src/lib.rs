//! Probitas: the values-and-ethics self-assessment as a desktop form.
//!
//! Data passes the modules from left to right; each may use those to its
//! left, never to its right:
//! `i18n → text → questionnaire → response → rules → submission → report →
//! export, import, release → storage → app → ui, cli`.

pub mod i18n;
pub mod text;
pub mod questionnaire;
pub mod response;
pub mod rules;
pub mod submission;
pub mod report;
pub mod export;
pub mod import;
pub mod release;
pub mod storage;
pub mod app;
pub mod cli;
#[cfg(feature = "gui")]
pub mod ui;
