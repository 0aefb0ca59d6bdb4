//! Report to PDF, pages in HTML and Markdown, and text.

pub mod html;
pub mod layout;
pub mod markdown;
pub mod name;
pub mod outputs;
pub mod pdf;
mod shape;
pub mod text;
