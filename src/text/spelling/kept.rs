//! What is known of a line before it is looked at again.

use std::ops::Range;

/// A word of a line that may be misspelled.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    /// Where it stands in the line, in bytes.
    pub range: Range<usize>,
    /// Whether somebody said that it may stand here.
    pub is_ignored: bool,
}

/// The marks of a line that was changed: those before and behind the change.
///
/// So nothing flickers until the line is looked at again, and what may stand
/// stays. A word that was changed itself has no mark.
///
/// ```
/// use probitas::text::spelling::{Mark, kept_marks};
/// let mark = |range| Mark { range, is_ignored: false };
/// let before = [mark(0..3), mark(8..11)];
/// assert_eq!(kept_marks("teh and teh", &before, "teh, and teh"), [mark(0..3), mark(9..12)]);
/// assert_eq!(kept_marks("teh and teh", &before, "tehn and teh"), [mark(9..12)]);
/// ```
#[must_use]
pub fn kept_marks(before: &str, marks: &[Mark], now: &str) -> Vec<Mark> {
    if before == now {
        return marks.to_vec();
    }
    let same = common(before.chars(), now.chars());
    let shortest = before.len().min(now.len());
    let same_at_end = common(before.chars().rev(), now.chars().rev()).min(shortest - same);
    let (end_before, end_now) = (before.len() - same_at_end, now.len() - same_at_end);
    let stands_free = |word: &Range<usize>| {
        let is_letter = |c: char| c.is_alphanumeric();
        let left = now.get(..word.start);
        let right = now.get(word.end..);
        left.is_some_and(|left| !left.ends_with(is_letter))
            && right.is_some_and(|right| !right.starts_with(is_letter))
    };
    let moved = marks.iter().filter_map(|mark| {
        let Range { start, end } = mark.range;
        let range = if end <= same {
            start..end
        } else if start >= end_before {
            start - end_before + end_now..end - end_before + end_now
        } else {
            return None;
        };
        let is_ignored = mark.is_ignored;
        stands_free(&range).then_some(Mark { range, is_ignored })
    });
    moved.collect()
}

/// How many bytes are the same from the start on.
fn common(one: impl Iterator<Item = char>, other: impl Iterator<Item = char>) -> usize {
    let pairs = one.zip(other).take_while(|(one, other)| one == other);
    pairs.map(|(c, _)| c.len_utf8()).sum()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn kept_marks_hold_the_words_that_they_held(
            start in "[ab é]{0,6}", old in "[ab é]{0,4}", new in "[ab é]{0,4}", end in "[ab é]{0,6}",
        ) {
            let (before, now) = (format!("{start}{old}{end}"), format!("{start}{new}{end}"));
            let marks: Vec<Mark> = super::super::words(&before)
                .map(|range| Mark { range, is_ignored: false })
                .collect();
            let words: Vec<_> = super::super::words(&now).collect();
            let kept = kept_marks(&before, &marks, &now);
            let held = |line: &str, marks: &[Mark]| -> Vec<String> {
                marks.iter().map(|mark| line[mark.range.clone()].to_owned()).collect()
            };
            let all = held(&before, &marks);
            for (mark, word) in kept.iter().zip(held(&now, &kept)) {
                prop_assert!(all.contains(&word));
                prop_assert!(words.contains(&mark.range));
            }
            if old == new {
                prop_assert_eq!(kept, marks);
            }
        }
    }
}
