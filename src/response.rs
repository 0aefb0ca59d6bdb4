//! What a form holds, and the one way to change it.
