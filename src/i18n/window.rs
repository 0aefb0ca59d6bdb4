//! The window.

super::messages! {}
