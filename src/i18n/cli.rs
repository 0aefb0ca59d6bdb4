//! The terminal program: help, progress, results.

super::messages! {}
