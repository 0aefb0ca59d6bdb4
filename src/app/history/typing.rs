//! When keys that follow each other are one change for the person who types.
//!
//! As in word processors: as long as somebody goes on where they were, in the
//! same direction. A paragraph, a caret that went elsewhere, a turn from typing
//! to deleting, and what comes in at once begin another one, and so does a word
//! after many: one key takes no page back.

use std::ops::RangeInclusive;

use crate::text::splice::Splice;

/// So many words are one change at most.
const MAX_WORDS: usize = 10;
/// Where letters repeat, a change may have been made at any of them; no more
/// than these are looked at.
const MAX_REPEATED: usize = 64;

/// A run of typing in a text.
#[derive(Clone, Debug)]
pub(super) struct Typing {
    way: Way,
    /// Where it began.
    start: usize,
    /// Where the caret is, as far as the texts tell.
    caret: RangeInclusive<usize>,
    words: usize,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Way {
    Inserting,
    Deleting,
}

impl Typing {
    /// What begins with a change. Nothing where it is one by itself.
    pub(super) fn begun(before: &str, after: &str) -> Option<Typing> {
        let change = Change::between(before, after);
        if change.several {
            return None;
        }
        let inserts = !change.splice.put().is_empty();
        Some(Typing {
            way: if inserts {
                Way::Inserting
            } else {
                Way::Deleting
            },
            start: *change.places.start(),
            caret: change.caret(),
            words: change.words.max(1),
        })
    }

    /// The run with one more change; nothing where that begins another run.
    pub(super) fn continued(&self, before: &str, after: &str) -> Option<Typing> {
        let change = Change::between(before, after);
        let words = self.words + change.words;
        if change.several || words > MAX_WORDS {
            return None;
        }
        let length = change.splice.removed();
        let meets = |by: usize| {
            let (from, to) = (change.places.start() + by, change.places.end() + by);
            from <= *self.caret.end() && to >= *self.caret.start()
        };
        let goes_on = match (self.way, length, change.splice.put()) {
            (Way::Inserting, 0, put) => meets(0) && !put.starts_with('\n'),
            (Way::Inserting, _, "") => false,
            // What is composed of several keys replaces itself.
            (Way::Inserting, ..) => *change.places.start() >= self.start && meets(length),
            (Way::Deleting, _, "") => meets(0) || meets(length),
            (Way::Deleting, ..) => false,
        };
        goes_on.then(|| Typing {
            way: self.way,
            start: self.start.min(*change.places.start()),
            caret: change.caret(),
            words,
        })
    }
}

/// A change as the texts before and after it tell it.
struct Change {
    splice: Splice,
    /// Where it may have been made.
    places: RangeInclusive<usize>,
    /// How many words begin in what was put in, or end with what was removed.
    words: usize,
    /// Whether several words came or went at once, as what is pasted.
    several: bool,
}

impl Change {
    fn between(before: &str, after: &str) -> Change {
        let splice = Splice::between(before, after);
        let at = splice.at();
        let (text, length) = if splice.removed() == 0 {
            (after, splice.put().len())
        } else {
            (before, splice.removed())
        };
        let bytes = text.as_bytes();
        let repeats = |back: &usize| {
            let one = at.checked_sub(*back).map(|at| bytes.get(at));
            let other = (at + length).checked_sub(*back).map(|at| bytes.get(at));
            one.is_some() && one == other
        };
        let slack = if splice.put().is_empty() || splice.removed() == 0 {
            (1..=MAX_REPEATED).take_while(repeats).count()
        } else {
            0
        };
        let changed = text.get(at..at + length).unwrap_or_default();
        let behind_space = text
            .get(..at)
            .is_none_or(|head| head.is_empty() || head.ends_with(char::is_whitespace));
        Change {
            places: at - slack..=at,
            words: words_begun(changed, behind_space),
            several: without_mark(changed).split_whitespace().nth(1).is_some(),
            splice,
        }
    }

    fn caret(&self) -> RangeInclusive<usize> {
        let put = self.splice.put().len();
        self.places.start() + put..=self.places.end() + put
    }
}

/// What was changed without the mark of an item or sub-heading that came with it.
fn without_mark(changed: &str) -> &str {
    if changed.starts_with('\n') {
        changed.trim_start_matches(|c: char| c.is_whitespace() || "-.#0123456789".contains(c))
    } else {
        changed
    }
}

fn words_begun(text: &str, mut behind_space: bool) -> usize {
    let mut words = 0;
    for c in text.chars() {
        let space = c.is_whitespace();
        words += usize::from(behind_space && !space);
        behind_space = space;
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    /// How many of these texts, each made of the one before by keys, are one change.
    fn runs(texts: &[&str]) -> Vec<usize> {
        let mut runs: Vec<usize> = Vec::new();
        let mut typing: Option<Typing> = None;
        for pair in texts.windows(2) {
            let next = typing.and_then(|typing| typing.continued(pair[0], pair[1]));
            match next {
                Some(_) => *runs.last_mut().unwrap() += 1,
                None => runs.push(1),
            }
            typing = next.or_else(|| Typing::begun(pair[0], pair[1]));
        }
        runs
    }

    #[test]
    fn letters_behind_each_other_are_one_change_also_where_they_repeat() {
        assert_eq!(runs(&["", "a", "ab", "ab c", "ab cc", "ab ccd"]), [5]);
        // In front of letters that are the same.
        assert_eq!(runs(&["b", "bb", "bbb", "bbxb"]), [3]);
    }

    #[test]
    fn caret_that_went_elsewhere_begins_another_change() {
        assert_eq!(
            runs(&["one", "one two", "x one two", "xy one two"]),
            [1, 1, 1]
        );
        assert_eq!(runs(&["one", "onet", "xonet", "xyonet"]), [1, 2]);
    }

    #[test]
    fn deleting_is_another_change_than_typing() {
        assert_eq!(runs(&["", "a", "ab", "a", "", "x"]), [2, 2, 1]);
        // Backwards and forwards are both deleting.
        assert_eq!(runs(&["abcd", "abd", "ad"]), [2]);
        assert_eq!(runs(&["abcd", "acd", "ad"]), [2]);
        assert_eq!(runs(&["abcd", "bcd", "bc"]), [1, 1]);
    }

    #[test]
    fn paragraph_and_what_comes_in_at_once_begin_another_change() {
        assert_eq!(runs(&["", "a", "a\n\nb", "a\n\nbc"]), [1, 2]);
        assert_eq!(runs(&["- a", "- ab", "- ab\n- c", "- ab\n- cd"]), [1, 2]);
        assert_eq!(runs(&["", "a", "a two three", "a two threex"]), [1, 1, 1]);
        assert_eq!(runs(&["a two three b", "a b", "a "]), [1, 1]);
    }

    #[test]
    fn typing_over_a_word_begins_a_change_and_goes_on() {
        assert_eq!(runs(&["one", "onex", "two", "twos"]), [1, 2]);
        // A dead key shows itself before the letter with its accent.
        assert_eq!(runs(&["l", "l´", "lé", "lét"]), [3]);
    }

    #[test]
    fn eleventh_word_begins_another_change() {
        let texts: Vec<String> = (1..=25).map(|count| vec!["w"; count].join(" ")).collect();
        let mut texts: Vec<&str> = texts.iter().map(String::as_str).collect();
        texts.insert(0, "");
        assert_eq!(runs(&texts), [10, 10, 5]);
    }
}
