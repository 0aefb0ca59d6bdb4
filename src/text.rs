//! Texts of answers: cleaning, line grammar, faces that can draw them.

pub mod faces;
