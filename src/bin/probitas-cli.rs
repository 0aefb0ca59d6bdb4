//! The same work in a terminal.

fn main() {}
