//! Report to PDF and text, and all of it in one archive.

pub mod archive;
pub mod layout;
pub mod name;
pub mod outputs;
pub mod pdf;
pub mod settings;
mod shape;
pub mod text;
