//! Report to PDF, pages in HTML and Markdown, and text, and all of it in one archive.

pub mod archive;
pub mod html;
pub mod layout;
pub mod markdown;
pub mod name;
pub mod outputs;
pub mod pdf;
#[cfg(feature = "gui")]
pub mod raster;
pub mod settings;
mod shape;
pub mod text;
pub mod xliff;
