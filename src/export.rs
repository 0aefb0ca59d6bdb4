//! Report to PDF and text.

pub mod layout;
pub mod name;
pub mod outputs;
pub mod pdf;
pub mod settings;
mod shape;
pub mod text;
