//! The only place that opens a file.
