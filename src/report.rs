//! What is shown of a response, once for every output.

pub mod document;
