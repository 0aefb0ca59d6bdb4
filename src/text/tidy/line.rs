//! A line while it is tidied.

use std::ops::Range;

use super::Reason;
use crate::text::mentions::{e_mail_addresses, telephone_numbers};

/// U+00A0: a space at which no line breaks.
pub(super) const NO_BREAK: char = '\u{A0}';

/// The spaces that stand between words and marks.
pub(super) fn is_gap(c: char) -> bool {
    matches!(c, ' ' | NO_BREAK | '\u{202F}' | '\u{2009}')
}

/// A line, and which of its characters nothing is done to.
pub(super) struct Line {
    chars: Vec<char>,
    /// Parts of addresses and of what else looks like code.
    shut: Vec<bool>,
}

/// What a rule would have.
pub(super) struct Found {
    pub(super) range: Range<usize>,
    pub(super) after: String,
    pub(super) reason: Reason,
    /// Where the other one of two stands, which belong together.
    pub(super) pair: Option<usize>,
}

impl Found {
    pub(super) fn new(range: Range<usize>, after: impl Into<String>, reason: Reason) -> Self {
        Found {
            range,
            after: after.into(),
            reason,
            pair: None,
        }
    }
}

/// What was made, by the number of letters and figures before it.
pub(super) struct Made {
    pub(super) between: usize,
    pub(super) reason: Reason,
    pub(super) pair: Option<usize>,
}

impl Line {
    pub(super) fn new(text: &str) -> Self {
        let chars: Vec<char> = text.chars().collect();
        let shut = shut(&chars);
        Line { chars, shut }
    }

    pub(super) fn chars(&self) -> &[char] {
        &self.chars
    }

    pub(super) fn len(&self) -> usize {
        self.chars.len()
    }

    /// Whether the whole line is left alone.
    pub(super) fn is_code(&self) -> bool {
        self.chars.contains(&'`')
    }

    pub(super) fn at(&self, index: usize) -> Option<char> {
        self.chars.get(index).copied()
    }

    pub(super) fn before(&self, index: usize) -> Option<char> {
        index.checked_sub(1).and_then(|index| self.at(index))
    }

    pub(super) fn is_shut(&self, index: usize) -> bool {
        self.shut.get(index).copied().unwrap_or(false)
    }

    /// The spaces before a position.
    pub(super) fn gap_before(&self, index: usize) -> Range<usize> {
        let mut start = index;
        while self.before(start).is_some_and(is_gap) {
            start -= 1;
        }
        start..index
    }

    /// The spaces from a position on.
    pub(super) fn gap_from(&self, index: usize) -> Range<usize> {
        let mut end = index;
        while self.at(end).is_some_and(is_gap) {
            end += 1;
        }
        index..end
    }

    /// The figures before a position.
    pub(super) fn digits_before(&self, index: usize) -> Range<usize> {
        let mut start = index;
        while self.before(start).is_some_and(|c| c.is_ascii_digit()) {
            start -= 1;
        }
        start..index
    }

    /// The figures from a position on.
    pub(super) fn digits_from(&self, index: usize) -> Range<usize> {
        let mut end = index;
        while self.at(end).is_some_and(|c| c.is_ascii_digit()) {
            end += 1;
        }
        index..end
    }

    pub(super) fn text(&self, range: Range<usize>) -> String {
        self.chars.get(range).unwrap_or_default().iter().collect()
    }

    /// The word before a position, and the spaces between them.
    pub(super) fn word_before(&self, index: usize) -> String {
        let end = self.gap_before(index).start;
        let mut start = end;
        while self.before(start).is_some_and(|c| !is_gap(c)) {
            start -= 1;
        }
        self.text(start..end)
    }

    /// Whether exactly this stands in a place.
    pub(super) fn is(&self, range: &Range<usize>, text: &str) -> bool {
        let chars = self.chars.get(range.clone()).unwrap_or_default();
        text.chars().eq(chars.iter().copied())
    }

    /// Makes what was found, where it does not lie in something else, and
    /// touches neither a letter nor a figure nor what looks like code.
    pub(super) fn make(&mut self, mut found: Vec<Found>) -> Vec<Made> {
        found.sort_by_key(|one| (one.range.start, one.range.end));
        let mut past = 0;
        found.retain(|one| {
            let inside = self.chars.get(one.range.clone()).unwrap_or_default();
            let is_free = !one.range.clone().any(|at| self.is_shut(at));
            let is_good = one.range.start >= past
                && is_free
                && !inside.iter().any(|c| c.is_alphanumeric())
                && !self.is(&one.range, &one.after);
            if is_good {
                // What is put in a place stands apart from the next.
                past = one.range.end.max(one.range.start + 1);
            }
            is_good
        });
        let counts = counts(&self.chars);
        let count = |at: usize| counts.get(at).copied().unwrap_or_default();
        let made = found
            .iter()
            .map(|one| Made {
                between: count(one.range.start),
                reason: one.reason,
                pair: one.pair.map(count),
            })
            .collect();
        for one in found.into_iter().rev() {
            self.chars.splice(one.range, one.after.chars());
        }
        self.shut = shut(&self.chars);
        made
    }
}

/// How many letters and figures stand before each position, the end included.
fn counts(chars: &[char]) -> Vec<usize> {
    let mut count = 0;
    let mut counts = Vec::with_capacity(chars.len() + 1);
    for c in chars {
        counts.push(count);
        count += usize::from(c.is_alphanumeric());
    }
    counts.push(count);
    counts
}

/// What stands between letters and figures, before the first and after the last.
pub(super) fn between(chars: &[char]) -> Vec<Range<usize>> {
    let mut start = 0;
    let mut found = Vec::new();
    for (at, c) in chars.iter().enumerate() {
        if c.is_alphanumeric() {
            found.push(start..at);
            start = at + 1;
        }
    }
    found.push(start..chars.len());
    found
}

fn shut(chars: &[char]) -> Vec<bool> {
    let mut shut = vec![false; chars.len()];
    let mut close = |range: Range<usize>| {
        for one in shut.get_mut(range).unwrap_or_default() {
            *one = true;
        }
    };
    let mut start = 0;
    for token in chars.split(|c| c.is_whitespace()) {
        let end = start + token.len();
        if is_code(token) {
            close(start..end);
        }
        start = end + 1;
    }
    if chars.iter().any(|c| c.is_ascii_digit() || *c == '@') {
        let text: String = chars.iter().collect();
        let column = |byte: usize| text.get(..byte).map_or(0, |text| text.chars().count());
        for span in e_mail_addresses(&text)
            .into_iter()
            .chain(telephone_numbers(&text))
        {
            close(column(span.start)..column(span.end));
        }
    }
    shut
}

/// Whether what stands between two spaces looks like an address, a file or code.
fn is_code(token: &[char]) -> bool {
    let signs = ['@', '\\', '_', '=', '{', '}', '|', '<', '>', '#', '^', '~'];
    if token.iter().any(|c| signs.contains(c)) {
        return true;
    }
    let text: String = token.iter().collect();
    if text.contains("://") || text.contains("www.") || text.contains("::") || text.contains("()") {
        return true;
    }
    // `canada.ca`, `report.docx`, but neither `p.ex.` nor `s.o.`.
    let labels: Vec<&str> = text.split('.').collect();
    labels.windows(2).any(|pair| match pair {
        [one, other] => {
            let is_letter = |c: &char| c.is_alphabetic();
            let ends = one.chars().rev().take_while(is_letter).count();
            let starts = other.chars().take_while(is_letter).count();
            ends >= 2 && starts >= 2
        }
        _ => false,
    })
}
