//! How documents are printed: one value for the terminal and the window.

use super::layout::Sheet;
use crate::report::Presentation;

/// How documents are printed. None of it changes the record.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Settings {
    /// The paper, and the size of the type.
    pub sheet: Sheet,
    /// What is shown, and in which arrangement.
    pub presentation: Presentation,
}
