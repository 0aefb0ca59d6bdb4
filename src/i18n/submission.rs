//! What verifying and signing say.

super::messages! {}
