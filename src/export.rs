//! Report to PDF and text.

pub mod layout;
pub mod pdf;
mod shape;
