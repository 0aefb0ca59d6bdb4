//! Report to PDF and text.
