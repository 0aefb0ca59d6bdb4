//! Layout to PDF.
