//! The signed submission.
