//! Whether two forms of one thing on the clipboard say the same.

use super::marks;
use crate::text::clean::characters;
use crate::text::document::is_blank_char;
use crate::text::writing::Kind;

/// How long a bullet or number at the start of a line may be, with what
/// stands around it: "1.2.10." or "(viii)".
const LONGEST_MARK: usize = 8;

/// Whether lines show the characters that a plain text shows, in the same
/// order; then the bullets and numbers that it has before items, each with the
/// line that is the item. White space, and how lines are broken, do not count.
pub(super) fn marks_beside<'a, 'p>(
    lines: impl Iterator<Item = (Kind, &'a str)>,
    plain: &'p str,
) -> Option<Vec<(usize, &'p str)>> {
    let mut shown: Vec<Seen> = Vec::new();
    // Where items begin, and which lines they are.
    let mut items = Vec::new();
    for (number, (kind, line)) in lines.enumerate() {
        if kind.level().is_some() {
            items.push((shown.len(), number));
        }
        shown.extend(visible(line));
    }
    let mut marks = Vec::new();
    let mut at = 0;
    for line in plain.split(super::is_line_end) {
        let rest = shown.get(at..).unwrap_or_default();
        let whole: Vec<Seen> = visible(line).collect();
        if says(rest, &whole) {
            at += whole.len();
            continue;
        }
        let item = items.binary_search_by_key(&at, |(at, _)| *at).ok()?;
        let (mark, text) = split_mark(line);
        let said: Vec<Seen> = visible(text).collect();
        if !says(rest, &said) {
            return None;
        }
        at += said.len();
        marks.extend(items.get(item).map(|(_, line)| (*line, mark)));
    }
    (at == shown.len()).then_some(marks)
}

/// A character that is seen, and whether white space or a line's start parts it from
/// the one before.
type Seen = (char, bool);

/// Whether a text begins with the characters of another one, and parts them wherever
/// that one does: no words may be joined.
fn says(text: &[Seen], said: &[Seen]) -> bool {
    let same = |((own, parted), (other, wanted)): (&Seen, &Seen)| own == other && parted >= wanted;
    text.len() >= said.len() && text.iter().zip(said).all(same)
}

/// What is seen of a line, with hyphens and spaces of all kinds alike.
fn visible(line: &str) -> impl Iterator<Item = Seen> {
    let cleaned = characters(line).text;
    let mut is_parted = true;
    let mut seen = Vec::new();
    for c in cleaned.chars() {
        if is_blank_char(c) {
            is_parted |= c.is_whitespace();
            continue;
        }
        let c = match c {
            '\u{2010}' | '\u{2011}' => '-',
            '\u{F0B7}' => '•',
            other => other,
        };
        seen.push((c, std::mem::take(&mut is_parted)));
    }
    seen.into_iter()
}

/// What another program may have written before an item, and the item.
fn split_mark(line: &str) -> (&str, &str) {
    let line = line.trim_start_matches(marks::is_space);
    let mark = line.split(marks::is_space).next().unwrap_or_default();
    let mut chars = mark.chars();
    // Letters that stand for bullets in the faces of word processors.
    let is_bullet = chars
        .next()
        .is_some_and(|c| !c.is_alphanumeric() || "ovqüØ".contains(c))
        && chars.next().is_none();
    // Anything else before an item is words, which must not be lost.
    let is_number = mark.chars().count() <= LONGEST_MARK
        && mark.ends_with(['.', ')'])
        && !super::numbers_of(mark).is_empty();
    if is_bullet || is_number {
        line.split_at_checked(mark.len()).unwrap_or(("", line))
    } else {
        ("", line)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Lines that begin with `-` are items.
    fn same(lines: &[&str], plain: &str) -> bool {
        let lines = lines.iter().map(|line| match line.strip_prefix('-') {
            Some(item) => (Kind::Bullet { level: 1 }, item),
            None => (Kind::PLAIN, *line),
        });
        marks_beside(lines, plain).is_some()
    }

    #[test]
    fn marks_spaces_and_line_ends_do_not_count() {
        assert!(same(&["-a b", "-c", "d"], "•\ta\u{A0}b\r\n1.1. c\td\r\n"));
        assert!(same(&["1. a"], "1. a"));
        assert!(same(&["cell one", "cell two"], "cell one\tcell two"));
    }

    #[test]
    fn more_or_less_of_it_is_not_the_same() {
        assert!(!same(&["a", "hidden"], "a"));
        assert!(!same(&["a"], "a\nb"));
        assert!(!same(&["b", "a"], "a\nb"));
        assert!(!same(&["plan"], "A plan"));
        assert!(!same(&["Smith"], "M. Smith"));
        assert!(!same(&["-How"], "Q1.\tHow"));
        assert!(!same(&["-How"], "Step1.\tHow"));
        assert!(!same(&["-How"], "A\tHow"));
    }

    #[test]
    fn words_that_are_parted_stay_parted() {
        assert!(!same(&["ValuesEthics"], "Values\nEthics"));
        assert!(!same(&["ValuesEthics"], "Values Ethics"));
        assert!(same(&["Values Ethics"], "Values\nEthics"));
        assert!(same(&["Values", "Ethics"], "Values Ethics"));
    }
}
