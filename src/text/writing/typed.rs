//! Marks that are typed: `- ` and the like at the start of a paragraph.

use super::{Kind, Mark, Writing};
use crate::text::document::MAX_START;

/// What came of something that was typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Typed {
    /// Where the caret is now.
    pub caret: usize,
    /// What was typed at the start of the line and made it an item or a
    /// sub-heading, such as `- `; [`Writing::take_back`] brings it back.
    pub became_mark: Option<String>,
}

impl Writing {
    /// Inserts what a key typed. `- `, `1. ` and `### ` at the start of a
    /// paragraph make an item or a sub-heading of it.
    ///
    /// ```
    /// use probitas::text::writing::Writing;
    /// let mut writing = Writing::default();
    /// assert_eq!(writing.type_in(0, "-").became_mark, None);
    /// let typed = writing.type_in(1, " ");
    /// assert_eq!((typed.caret, typed.became_mark.as_deref()), (0, Some("- ")));
    /// writing.type_in(0, "surveys");
    /// assert_eq!(writing.to_stored(), "- surveys");
    /// ```
    pub fn type_in(&mut self, at: usize, text: &str) -> Typed {
        let caret = self.insert(at, text);
        let became_mark = if text.ends_with(' ') {
            self.convert(caret)
        } else {
            None
        };
        let length = became_mark.as_ref().map_or(0, |mark| mark.chars().count());
        Typed {
            caret: caret - length,
            became_mark,
        }
    }

    /// Makes a mark of what stands between the start of a paragraph and here.
    fn convert(&mut self, at: usize) -> Option<String> {
        let spot = self.spot(at);
        let Kind::Paragraph { depth } = self.kind(spot.line) else {
            return None;
        };
        let line = self.line(spot.line);
        let literal: String = line.chars().take(spot.column).collect();
        let level = depth + 1;
        let kind = match literal.as_str() {
            "- " | "* " | "• " => Kind::Bullet { level },
            "### " => Kind::Heading { depth },
            other => Kind::Number {
                level,
                start: Some(number_of(other)?),
            },
        };
        let start = at - spot.column;
        self.erase(start..at);
        self.set_kind(spot.line, kind);
        self.drop_needless_start(spot.line);
        self.settle();
        Some(literal)
    }

    /// Makes a paragraph again of the line at this position that became an
    /// item or a sub-heading by what was typed; says where the caret is then.
    pub fn take_back(&mut self, at: usize, literal: &str) -> usize {
        let line = self.spot(at).line;
        let depth = self.depth(line);
        let depth = match self.kind(line) {
            Kind::Heading { .. } => depth,
            _ => depth.saturating_sub(1),
        };
        self.set_kind(line, Kind::Paragraph { depth });
        self.settle();
        self.insert(self.start_of(line), literal)
    }

    /// A list that starts with the number it would have anyway needs none of its own.
    fn drop_needless_start(&mut self, line: usize) {
        let Kind::Number { level, start } = self.kind(line) else {
            return;
        };
        let bare = Kind::Number { level, start: None };
        let mut kinds: Vec<Kind> = self.kinds.iter().take(line).copied().collect();
        kinds.push(bare);
        let counted = Writing::marks(&kinds).pop().flatten();
        if let Some(Mark::Number { number, .. }) = counted
            && Some(number) == start
            && let Some(kind) = self.kinds.get_mut(line)
        {
            *kind = bare;
        }
    }
}

/// The number that a typed mark such as `12. ` or `1) ` names.
fn number_of(literal: &str) -> Option<u32> {
    let digits = literal.strip_suffix(' ')?.strip_suffix(['.', ')'])?;
    let zero = digits.starts_with('0');
    let digit = |c: char| c.is_ascii_digit();
    if zero || digits.is_empty() || digits.len() > 3 || !digits.chars().all(digit) {
        return None;
    }
    digits.parse().ok().filter(|number| *number <= MAX_START)
}
