//! What can go wrong with files.

super::messages! {}
