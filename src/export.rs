//! Report to PDF and text.

pub mod name;
