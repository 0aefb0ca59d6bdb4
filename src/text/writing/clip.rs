//! Whole passages: what is copied, and what is pasted.

use std::ops::Range;

use super::{Kind, Writing};
use crate::text::document::is_blank;
use crate::text::grammar::{Backslash, read};
use crate::text::{Pasted, clean_literal};

/// How many blank lines are written where there is nothing else.
const MOST_BLANK_LINES: usize = 3;

impl Writing {
    /// A range as plain text for other programs: of one line as it is, of
    /// several lines with "• " and "1. " before items, indentation for nesting
    /// and a blank line between paragraphs.
    #[must_use]
    pub fn copied(&self, range: &Range<usize>) -> String {
        let (from, to) = (self.spot(range.start), self.spot(range.end));
        let text = self.text.get(from.byte..to.byte).unwrap_or_default();
        if from.line == to.line {
            return text.to_owned();
        }
        let lines = self.kinds.get(from.line..=to.line).unwrap_or_default();
        let mut kinds = lines.to_vec();
        if let Some(first) = kinds.first_mut()
            && from.column > 0
        {
            *first = Kind::PLAIN;
        }
        self.keep_numbers(from.line, &mut kinds);
        let mut part = Writing {
            text: text.to_owned(),
            kinds,
        };
        part.settle();
        part.drop_needless_starts();
        part.to_document().plain()
    }

    /// The lines of a range as they are, to be put into an answer again.
    #[must_use]
    pub fn part(&self, range: &Range<usize>) -> Pasted {
        let (from, to) = (self.spot(range.start), self.spot(range.end));
        let text = self.text.get(from.byte..to.byte).unwrap_or_default();
        let lines = self.kinds.get(from.line..=to.line).unwrap_or_default();
        let mut kinds = lines.to_vec();
        if let Some(first) = kinds.first_mut()
            && (from.column > 0 || from.line == to.line)
        {
            *first = Kind::PLAIN;
        }
        let mut part = Writing {
            text: text.to_owned(),
            kinds,
        };
        part.settle();
        let lines = part.lines().map(|(kind, line)| (kind, line.to_owned()));
        let mut part = Pasted::of_answer(lines.collect());
        // Of the line that is only reached there is nothing.
        if to.column == 0 && !is_blank(text) {
            part.ends_line = true;
            part.lines.truncate(to.line - from.line);
        }
        part
    }

    /// Puts the lines of a range in another place too, as they are; says where they
    /// stand there. A place within the range changes nothing.
    pub fn copy_part(&mut self, range: &Range<usize>, to: usize) -> Range<usize> {
        if (range.start..=range.end).contains(&to) {
            return range.clone();
        }
        self.insert_part(to, &self.part(range), range.len())
    }

    /// Moves the lines of a range to another place; says where they stand then.
    /// A place within the range changes nothing.
    ///
    /// ```
    /// use probitas::text::writing::Writing;
    /// let mut writing = Writing::from_stored("values and ethics");
    /// assert_eq!(writing.move_part(&(0..7), 17), 10..17);
    /// assert_eq!(writing.text(), "and ethicsvalues ");
    /// ```
    pub fn move_part(&mut self, range: &Range<usize>, to: usize) -> Range<usize> {
        if (range.start..=range.end).contains(&to) {
            return range.clone();
        }
        let part = self.part(range);
        self.delete(range.clone());
        let to = if to > range.end { to - range.len() } else { to };
        self.insert_part(to, &part, range.len())
    }

    /// Inserts a part of this many characters; says where it stands then, which is
    /// behind a line end where it begins a line.
    fn insert_part(&mut self, to: usize, part: &Pasted, length: usize) -> Range<usize> {
        let caret = self.insert_pasted(to, part);
        // At the end of a line there is no other one to be begun.
        let is_short = part.ends_line && self.spot(caret).column > 0;
        let length = length - usize::from(is_short);
        to.max(caret.saturating_sub(length))..caret
    }

    /// Inserts plain text that another program gave; says where the caret is
    /// then. It is [`Pasted::of_text`] that reads it.
    ///
    /// ```
    /// use probitas::text::writing::Writing;
    /// let mut writing = Writing::from_stored("Results from:");
    /// let caret = writing.paste(13, "\n\u{2022} surveys\n\u{2022} sessions");
    /// assert_eq!(caret, 30);
    /// assert_eq!(writing.to_stored(), "Results from:\n\n- surveys\n- sessions");
    /// ```
    pub fn paste(&mut self, at: usize, plain: &str) -> usize {
        self.insert_pasted(at, &Pasted::of_text(plain))
    }

    /// Inserts a plain text of any length; says where the caret is then.
    ///
    /// It is cleaned first ([`clean_literal()`]). One line is inserted as it is; in
    /// several lines `- `, `1. ` and blank lines are read as lists and
    /// paragraphs, and nothing else is. Blank lines alone are a few at most, and
    /// what is beyond [`MAX_CHARACTERS`](crate::text::pasting::MAX_CHARACTERS) is
    /// not taken.
    pub fn write_lines(&mut self, at: usize, plain: &str) -> usize {
        let plain = clean_literal(plain).text;
        if !plain.contains('\n') {
            return self.insert(at, taken(&plain));
        }
        let written = Writing::of(&read(taken(&plain), Backslash::IsLiteral));
        if written.text.is_empty() {
            let ends = plain.matches('\n').take(MOST_BLANK_LINES);
            return ends.fold(at, |at, _| self.enter(at));
        }
        let lines = written.lines().map(|(kind, line)| (kind, line.to_owned()));
        let mut pasted = Pasted::of_kinds(lines.collect());
        pasted.starts_line = plain.starts_with('\n');
        pasted.ends_line = plain.ends_with('\n');
        self.insert_pasted(at, &pasted)
    }

    /// Inserts lines as word processors do; says where the caret is then.
    ///
    /// The first goes on where the caret is if it is text; an item or a
    /// sub-heading begins a line. What stood after the caret follows the last
    /// line, or is a line of its own where that one was ended. In an item, lines
    /// of text become items beside it, and items do too.
    pub fn insert_pasted(&mut self, at: usize, pasted: &Pasted) -> usize {
        let spot = self.spot(at);
        let line = self.line(spot.line);
        let Some((first, _)) = pasted.lines().next() else {
            let inline = pasted.inline().unwrap_or_default();
            return self.insert(at, &inline);
        };
        let is_text = |kind| matches!(kind, Kind::Paragraph { .. } | Kind::Continued);
        if !pasted.starts_line
            && !pasted.ends_line
            && (is_text(first) || !is_blank(line))
            && let Some(inline) = pasted.inline()
        {
            return self.insert(at, &inline);
        }
        let start = spot.byte
            - line
                .chars()
                .take(spot.column)
                .map(char::len_utf8)
                .sum::<usize>();
        let (head, tail) = line
            .split_at_checked(spot.byte - start)
            .unwrap_or((line, ""));
        let (head, tail) = (head.to_owned(), tail.to_owned());
        let end = start + line.len();
        let mut lines = self.fitted(spot.line, pasted);
        let goes_on = is_text(first) && (!pasted.starts_line || head.is_empty());
        let between = |one: &str, other: &str, is_parted: bool| {
            let touch = !one.is_empty() && !one.ends_with(char::is_whitespace);
            let needed = touch && !other.is_empty() && !other.starts_with(char::is_whitespace);
            if is_parted && needed { " " } else { "" }
        };
        if goes_on && let Some((_, text)) = lines.first_mut() {
            text.insert_str(0, between(&head, text, pasted.spaces.0));
        }
        self.begin(spot.line, &head, goes_on, pasted.joins_list(), &mut lines);
        let mut length: usize = lines.iter().map(|(_, text)| text.chars().count() + 1).sum();
        length -= 1;
        let ends_in_text = pasted.lines.last().is_none_or(|(kind, _)| is_text(*kind));
        if tail.is_empty() {
            // Nothing stood after the caret.
        } else if pasted.ends_line || !ends_in_text {
            length += usize::from(pasted.ends_line);
            lines.push((self.after(spot.line), tail));
        } else if let Some((_, text)) = lines.last_mut() {
            let space = between(text, &tail, pasted.spaces.1);
            length += space.len();
            text.push_str(space);
            text.push_str(&tail);
        }
        self.put(spot.line, start..end, &lines);
        self.drop_needless_starts();
        at - spot.column + length
    }

    /// What pasted lines are in the place of a line.
    fn fitted(&self, line: usize, pasted: &Pasted) -> Vec<(Kind, String)> {
        let here = self.kind(self.first_line(line));
        let depth = self.depth(line);
        let first = pasted.lines.first().map(|(kind, _)| *kind);
        let first_is_item = first.is_some_and(|kind| kind.level().is_some());
        let base = if first_is_item && here.level().is_some() {
            depth.saturating_sub(1)
        } else {
            depth
        };
        let becomes_items = here.level().is_some() && pasted.is_text();
        let fit = |kind: Kind| match kind {
            Kind::Paragraph { .. } if becomes_items => beside(here),
            Kind::Continued if becomes_items && pasted.is_loose() => beside(here),
            other => deeper(other, base),
        };
        let lines = pasted.lines.iter();
        lines
            .map(|(kind, text)| (fit(*kind), text.clone()))
            .collect()
    }

    /// Lets the first of these lines go on where the caret is, or begins a new
    /// one for it.
    fn begin(
        &self,
        line: usize,
        head: &str,
        goes_on: bool,
        joins_list: bool,
        lines: &mut Vec<(Kind, String)>,
    ) {
        let here = self.kind(line);
        let Some((kind, text)) = lines.first_mut() else {
            return;
        };
        if goes_on {
            *kind = here;
            text.insert_str(0, head);
            return;
        }
        if let Kind::Number { level, start } = kind {
            let given = match here {
                Kind::Number { start, .. } if head.is_empty() => start,
                _ => None,
            };
            let above = line + usize::from(!head.is_empty());
            let above = self.kinds.get(..above).unwrap_or_default();
            *start = if joins_list && (given.is_some() || Writing::goes_on_below(above, *level)) {
                given
            } else {
                start.or(given)
            };
        }
        if !head.is_empty() {
            lines.insert(0, (here, head.to_owned()));
        }
    }

    /// What the rest of a line is once something stands before it.
    fn after(&self, line: usize) -> Kind {
        beside(self.kind(self.first_line(line)))
    }

    /// Puts lines in the place of one, which is in this range of bytes.
    fn put(&mut self, line: usize, range: Range<usize>, lines: &[(Kind, String)]) {
        let texts: Vec<&str> = lines.iter().map(|(_, text)| text.as_str()).collect();
        self.text.replace_range(range, &texts.join("\n"));
        let kinds: Vec<Kind> = lines.iter().map(|(kind, _)| *kind).collect();
        let was = self.kind(line);
        self.kinds.splice(line..=line, kinds);
        if let Kind::Number {
            level,
            start: Some(start),
        } = was
            && self.kind(line).level() != Some(level)
        {
            self.hand_on(line + 1, level, start);
        }
        self.settle();
    }

    /// Makes the text another one, and changes no line that stays as it is;
    /// says where what changed ends.
    pub fn replace_all(&mut self, text: &str) -> usize {
        let text = clean_literal(text).text;
        let pairs = self.text.chars().zip(text.chars());
        let same = pairs.take_while(|(one, other)| one == other).count();
        let (old, new) = (self.text.chars().count(), text.chars().count());
        let most = old.min(new) - same;
        let pairs = self.text.chars().rev().zip(text.chars().rev());
        let pairs = pairs.take(most);
        let same_at_end = pairs.take_while(|(one, other)| one == other).count();
        self.delete(same..old - same_at_end);
        let middle: String = text.chars().take(new - same_at_end).skip(same).collect();
        if middle.is_empty() {
            same
        } else {
            self.write_lines(same, &middle)
        }
    }
}

/// As much of a text as is taken at once.
fn taken(text: &str) -> &str {
    crate::text::pasting::bounded(text).0
}

/// What another line beside one is: the next item of its list, for instance.
fn beside(kind: Kind) -> Kind {
    match kind {
        Kind::Number { level, .. } => Kind::Number { level, start: None },
        other => other,
    }
}

/// A kind that so many more items hold.
fn deeper(kind: Kind, by: usize) -> Kind {
    match kind {
        Kind::Paragraph { depth } => Kind::Paragraph { depth: depth + by },
        Kind::Heading { depth } => Kind::Heading { depth: depth + by },
        Kind::Bullet { level } => Kind::Bullet { level: level + by },
        Kind::Number { level, start } => Kind::Number {
            level: level + by,
            start,
        },
        Kind::Continued => Kind::Continued,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Pastes where `|` stands; says what comes of it, with the caret as `|`.
    fn pasted(stored: &str, plain: &str) -> (String, String) {
        let mut writing = Writing::from_stored(stored);
        let at = writing.text().find('|').unwrap();
        let at = writing.text()[..at].chars().count();
        writing.delete(at..at + 1);
        let caret = writing.paste(at, plain);
        let stored = writing.to_stored();
        let mut seen = writing.text().to_owned();
        let caret = seen
            .char_indices()
            .nth(caret)
            .map_or(seen.len(), |(at, _)| at);
        seen.insert(caret, '|');
        (stored, seen)
    }

    #[test]
    fn pasting_does_what_word_processors_do() {
        for (before, plain, after, seen) in [
            // Within a line.
            ("a|b", "x", "axb", "ax|b"),
            ("a|b", "- x", "a- xb", "a- x|b"),
            ("a|b", "x\ny", "ax\nyb", "ax\ny|b"),
            ("a|b", "x\n\ny\n", "ax\n\ny\n\nb", "ax\ny\n|b"),
            ("|b", "x\n", "x\n\nb", "x\n|b"),
            ("a\\|", "x\n", "ax", "ax|"),
            ("a|b", "- x\n- y", "a\n\n- x\n- y\n\nb", "a\nx\ny|\nb"),
            ("|b", "- x\n- y\n", "- x\n- y\n\nb", "x\ny\n|b"),
            // In an item.
            ("- a|b\n- c", "x\ny", "- ax\n- yb\n- c", "ax\ny|b\nc"),
            (
                "- a|b\n- c",
                "x\ny\n",
                "- ax\n- y\n- b\n- c",
                "ax\ny\n|b\nc",
            ),
            (
                "- a\\|",
                "- x\n  - y\n- z",
                "- a\n- x\n  - y\n- z",
                "a\nx\ny\nz|",
            ),
            ("5. a|b\n6. c", "x\ny", "5. ax\n6. yb\n7. c", "ax\ny|b\nc"),
            (
                "5. |b\n6. c",
                "1. x\n2. y\n",
                "5. x\n6. y\n7. b\n8. c",
                "x\ny\n|b\nc",
            ),
            (
                "- a|b",
                "intro\n- x",
                "- aintro\n  - x\n- b",
                "aintro\nx|\nb",
            ),
            // In a sub-heading.
            ("### a|b", "x\ny", "### ax\n\nyb", "ax\ny|b"),
        ] {
            let before = before.replace("\\|", "|");
            assert_eq!(
                pasted(&before, plain),
                (after.into(), seen.into()),
                "{before:?} {plain:?}"
            );
        }
    }

    #[test]
    fn words_at_the_ends_of_what_is_pasted_are_not_joined() {
        for (before, plain, seen) in [
            (
                "values|.",
                " and ethics.\nNext",
                "values and ethics.\nNext|.",
            ),
            ("a|b", "x\ny ", "ax\ny |b"),
            ("a |b", " x\ny", "a x\ny|b"),
            ("a|", "x\ny ", "ax\ny|"),
        ] {
            assert_eq!(pasted(before, plain).1, seen, "{before:?} {plain:?}");
            let mut writing = Writing::from_stored(&before.replace('|', ""));
            let at = before.find('|').unwrap();
            writing.insert_pasted(at, &Pasted::literal(plain));
            assert_eq!(
                writing.text(),
                seen.replace('|', ""),
                "{before:?} {plain:?}"
            );
        }
    }

    #[test]
    fn another_text_has_the_line_ends_that_were_asked_for() {
        for (before, after) in [("a\nc", "a\nb\nc"), ("ab", "a\nb"), ("ac", "a\nb\nc")] {
            let mut writing = Writing::from_stored(before);
            writing.replace_all(after);
            assert_eq!(writing.text(), after, "{before:?}");
        }
    }

    #[test]
    fn moved_part_keeps_every_letter_and_what_its_lines_are() {
        let sorted = |writing: &Writing| {
            let mut letters: Vec<char> = writing.text().chars().collect();
            letters.retain(|c| *c != '\n');
            letters.sort_unstable();
            letters
        };
        let stored = "Plan\n\n- one\n  - two\n\n### End\n\nlast words";
        let writing = Writing::from_stored(stored);
        let length = writing.text().chars().count();
        for start in 0..length {
            for end in start + 1..=length {
                for to in 0..=length {
                    let mut moved = writing.clone();
                    let range = moved.move_part(&(start..end), to);
                    assert_eq!(sorted(&moved), sorted(&writing), "{start}..{end} to {to}");
                    assert!(range.end <= moved.text().chars().count());
                }
            }
        }
        let mut copied = writing.clone();
        assert_eq!(copied.copy_part(&(0..4), 2), 0..4);
        assert_eq!(copied, writing);
        let mut moved = Writing::from_stored("a\n\n- b\n- c");
        moved.move_part(&(2..3), 5);
        assert_eq!(moved.to_stored(), "a\n\n- cb");
    }

    #[test]
    fn one_item_makes_an_empty_line_one() {
        let mut writing = Writing::default();
        writing.paste(0, "•\tx");
        assert_eq!(writing.to_stored(), "- x");
        let caret = writing.enter(1);
        writing.paste(caret, "•\ty\r\n");
        assert_eq!(writing.to_stored(), "- x\n- y");
    }

    #[test]
    fn part_of_a_text_comes_back_as_it_was() {
        let writing = Writing::from_stored("a\nb\n\n3. c\n   - d\n\n### e");
        let all = writing.text().chars().count();
        let mut again = Writing::default();
        let caret = again.insert_pasted(0, &writing.part(&(0..all)));
        assert_eq!((again, caret), (writing.clone(), all));
        let mut again = Writing::default();
        again.insert_pasted(0, &writing.part(&(4..5)));
        assert_eq!(again.to_stored(), "c");
    }
}
