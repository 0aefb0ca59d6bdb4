//! What an import has to report.

super::messages! {}
