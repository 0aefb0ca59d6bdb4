//! The text between two places, for the clipboard.

use super::{PassageKind, Position, Reading};

/// Chosen options, as text.
const CHOSEN: &str = "[x]";
/// Options that were not chosen.
const NOT_CHOSEN: &str = "[ ]";

impl Reading {
    /// The text between two places, in reading order: an element on a line of
    /// its own, behind its bullet, number, name or mark. A character that no
    /// face has is itself, and a drawing is left out.
    #[must_use]
    pub fn copied(&self, from: Position, to: Position) -> String {
        let mut copied = String::new();
        let mut separator = "";
        for (index, passage) in self.within(from, to) {
            let range = passage.part(index, from, to);
            let part = match passage.kind {
                PassageKind::Words => passage.text.get(range).unwrap_or_default(),
                PassageKind::Mark { .. } if range.is_empty() => "",
                PassageKind::Mark { selected: true } => CHOSEN,
                PassageKind::Mark { selected: false } => NOT_CHOSEN,
                PassageKind::Figure => "",
            };
            if part.is_empty() {
                continue;
            }
            copied.push_str(separator);
            copied.push_str(part);
            separator = if passage.leads { " " } else { "\n" };
        }
        copied
    }
}
