//! Published pages to responses.
