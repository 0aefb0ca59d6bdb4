//! The fixed words of printed and exported documents.

super::messages! {}
