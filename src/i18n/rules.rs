//! What the rules say of a response.

super::messages! {}
