//! What is pasted from other programs, as lines of an answer.
//!
//! Word, Outlook, Teams, web pages and PDF readers each put something else on
//! the clipboard. Plain text becomes lines of a [`super::Writing`] here
//! ([`Pasted::of_text`]); what was read of HTML comes as [`Line`]s
//! ([`Pasted::of_lines`]). [`super::Writing::insert_pasted`] puts either into a
//! text. What was changed on the way is counted ([`Note`]), so that somebody
//! can be told and have the plain original instead ([`Pasted::literal`]).
//!
//! No character that shows something is lost, but bullets and numbers before
//! items, which become the marks of lists, and what [`Noted::NotTaken`] counts.
//! Quotation marks, dashes and no-break spaces stay as they are.
//!
//! Left out on purpose: tables, whose cells are lines, and numbers of several
//! parts such as "1.2", which stay text.

mod lists;
mod marks;
mod same;
mod wrapping;

use std::borrow::Cow;

use super::clean::{ChangeKind, characters, clean_literal};
use super::document::is_blank;
use super::writing::{Kind, Mark, Writing, drop_needless_starts};

/// How many characters are taken at once: more than a hundred pages.
pub const MAX_CHARACTERS: usize = 400_000;

/// What stands before a line of something that is pasted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum After {
    /// A blank line.
    Blank,
    /// The end of a line, which may be that of a paragraph or not.
    Line,
    /// The end of a paragraph.
    Paragraph,
    /// A line break within a paragraph.
    Break,
}

/// A line of something that is pasted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// What it says, without indentation.
    pub text: String,
    /// How far it is indented, in characters.
    pub column: usize,
    /// What stands before it.
    pub after: After,
    /// What it is, where that is known; nothing where its text has to tell.
    pub given: Option<Kind>,
}

/// What was changed, and how often.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Note {
    /// What was done.
    pub what: Noted,
    /// To how many items, lines or characters.
    pub count: usize,
}

/// What pasting changes that somebody should know of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Noted {
    /// An item of a list was made; letters and Roman numerals became numbers.
    Items,
    /// A line was joined to the one before it.
    Joined,
    /// A hyphen at the end of a line that was joined: it was kept, and may
    /// be none of the word's.
    Hyphens,
    /// A character that shows nothing was removed.
    Invisible,
    /// A picture was left out.
    Pictures,
    /// A character beyond [`MAX_CHARACTERS`] was left out.
    NotTaken,
}

/// Where lines come from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Origin {
    /// Somewhere where it is known what every line is.
    #[default]
    Known,
    /// A plain text, of which every line may be a paragraph: in a list each
    /// becomes an item.
    PlainText,
    /// An answer: the first item goes on with the list in which it is put,
    /// whatever its number was.
    Answer,
}

/// Something to be put into a text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pasted {
    pub(super) lines: Vec<(Kind, String)>,
    /// Whether the first line cannot go on where the caret is.
    pub(super) starts_line: bool,
    /// Whether the last line is ended: what stood after the caret is another one.
    pub(super) ends_line: bool,
    origin: Origin,
    /// One line as it is, for the middle of another one.
    pub(super) inline: Option<String>,
    /// Whether white space stands before its first line, and behind its last one.
    pub(super) spaces: (bool, bool),
    notes: Vec<Note>,
}

impl Pasted {
    /// Reads plain text.
    ///
    /// Bullets and numbers of all kinds, with tabs or spaces, become lists,
    /// nested by indentation or by their kind. Lines that were clearly broken
    /// at a width are joined; a hyphen at such a line's end is kept, since
    /// nobody can know whether it is one of the word's. Soft hyphens and other
    /// characters that show nothing are removed ([`super::clean()`]).
    ///
    /// ```
    /// use probitas::text::pasting::{Note, Noted, Pasted};
    /// use probitas::text::Writing;
    /// let pasted = Pasted::of_text("Results:\r\n\u{2022}\tsurveys\r\no\tpulse\r\n\u{2022}\tsessions");
    /// assert_eq!(pasted.notes(), [Note { what: Noted::Items, count: 3 }]);
    /// let mut writing = Writing::default();
    /// writing.insert_pasted(0, &pasted);
    /// assert_eq!(writing.to_stored(), "Results:\n\n- surveys\n  - pulse\n- sessions");
    /// ```
    #[must_use]
    pub fn of_text(plain: &str) -> Pasted {
        let (taken, left) = bounded(plain);
        let (lines, invisible) = plain_lines(taken);
        let mut pasted = Pasted::of_lines(&lines);
        pasted.inline = one_line(taken);
        pasted.spaces = spaces_around(taken);
        pasted.starts_line = taken.starts_with(is_line_end);
        pasted.ends_line = taken.ends_with(is_line_end);
        pasted.origin = Origin::PlainText;
        pasted.note(Noted::Invisible, invisible);
        pasted.note(Noted::NotTaken, left);
        pasted
    }

    /// Plain text as it is: nothing becomes a list, no lines are joined.
    ///
    /// It is still cleaned, as every text is; a blank line ends a paragraph.
    ///
    /// ```
    /// use probitas::text::pasting::Pasted;
    /// use probitas::text::Writing;
    /// let mut writing = Writing::default();
    /// writing.insert_pasted(0, &Pasted::literal("1. surveys\n2. sessions"));
    /// assert_eq!(writing.text(), "1. surveys\n2. sessions");
    /// assert_eq!(writing.to_stored(), "1\\. surveys\n2\\. sessions");
    /// ```
    #[must_use]
    pub fn literal(plain: &str) -> Pasted {
        let (taken, left) = bounded(plain);
        let text = clean_literal(taken).text;
        let mut lines = Vec::new();
        let mut kind = Kind::PLAIN;
        for line in text.split('\n') {
            if is_blank(line) {
                kind = Kind::PLAIN;
            } else {
                lines.push((kind, line.trim_matches([' ', '\t']).to_owned()));
                kind = Kind::Continued;
            }
        }
        let inline = one_line(&text);
        let mut pasted = Pasted {
            lines,
            starts_line: text.starts_with('\n'),
            ends_line: text.ends_with('\n'),
            origin: Origin::PlainText,
            inline,
            spaces: spaces_around(&text),
            notes: Vec::new(),
        };
        pasted.note(Noted::NotTaken, left);
        pasted
    }

    /// Lines of which somebody else knows more than their text tells, cleaned.
    /// What the last one is followed by is not known: see [`Self::ended`].
    #[must_use]
    pub fn of_lines(lines: &[Line]) -> Pasted {
        let read = lists::read(lines);
        let mut pasted = Pasted {
            lines: read.lines,
            ..Pasted::default()
        };
        pasted.note(Noted::Items, read.items);
        pasted.note(Noted::Joined, read.joined);
        pasted.note(Noted::Hyphens, read.hyphens);
        pasted
    }

    /// Lines of an answer.
    pub(super) fn of_kinds(lines: Vec<(Kind, String)>) -> Pasted {
        Pasted {
            lines,
            ..Pasted::default()
        }
    }

    /// Lines of an answer, to be put into one again.
    pub(super) fn of_answer(lines: Vec<(Kind, String)>) -> Pasted {
        Pasted {
            origin: Origin::Answer,
            ..Pasted::of_kinds(lines)
        }
    }

    /// The same, and whether its last line is ended.
    #[must_use]
    pub fn ended(mut self, ends_line: bool) -> Pasted {
        self.ends_line = ends_line;
        self
    }

    /// Adds to what was changed.
    pub fn note(&mut self, what: Noted, count: usize) {
        if count == 0 {
            return;
        }
        if let Some(note) = self.notes.iter_mut().find(|note| note.what == what) {
            note.count += count;
        } else {
            self.notes.push(Note { what, count });
            self.notes.sort_by_key(|note| note.what);
        }
    }

    /// What was changed, one entry per kind, in the order of [`Noted`].
    #[must_use]
    pub fn notes(&self) -> &[Note] {
        &self.notes
    }

    /// Whether nothing would be put into a text.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.lines.is_empty() && self.inline.as_ref().is_none_or(String::is_empty)
    }

    /// The lines and what they are.
    pub fn lines(&self) -> impl Iterator<Item = (Kind, &str)> {
        self.lines.iter().map(|(kind, text)| (*kind, text.as_str()))
    }

    /// The same, if it shows the characters that a plain text shows, in the same
    /// order, apart from the bullets and numbers of items there.
    ///
    /// Where the plain text has another number before an item, that is the one
    /// which somebody saw: some programs begin a list that goes on after a
    /// paragraph with its first number again.
    #[must_use]
    pub fn agreeing_with(mut self, plain: &str) -> Option<Pasted> {
        let marks = same::marks_beside(self.lines(), plain)?;
        let kinds: Vec<Kind> = self.lines.iter().map(|(kind, _)| *kind).collect();
        let shown = Writing::marks(&kinds);
        for (line, mark) in marks {
            let Some(Some(Mark::Number { number: shown, .. })) = shown.get(line) else {
                continue;
            };
            let numbers = numbers_of(mark.trim());
            if let Some((Kind::Number { start, .. }, _)) = self.lines.get_mut(line)
                && let Some(number) = numbers.first()
                && !numbers.contains(shown)
            {
                *start = Some(*number);
            }
        }
        drop_needless_starts(self.lines.iter_mut().map(|(kind, _)| kind));
        // HTML does not keep the spaces at the ends of what was selected.
        self.spaces = spaces_around(plain);
        if self.is_text() {
            let space = |is_there| if is_there { " " } else { "" };
            self.inline = match self.lines.as_slice() {
                [] => one_line(plain),
                [(_, text)] => {
                    let (before, behind) = self.spaces;
                    Some(format!("{}{text}{}", space(before), space(behind)))
                }
                _ => None,
            };
        }
        Some(self)
    }

    /// What goes into the middle of a line, if it is one line alone.
    pub(super) fn inline(&self) -> Option<Cow<'_, str>> {
        match (&self.inline, self.lines.as_slice()) {
            (Some(inline), _) => Some(Cow::Borrowed(inline)),
            (None, [(_, text)]) => Some(Cow::Borrowed(text)),
            _ => None,
        }
    }

    /// Whether every line may be a paragraph.
    pub(super) fn is_loose(&self) -> bool {
        self.origin == Origin::PlainText
    }

    /// Whether its first item goes on with the list in which it is put.
    pub(super) fn joins_list(&self) -> bool {
        self.origin == Origin::Answer
    }

    /// Whether it is text alone, without lists and sub-headings.
    pub(super) fn is_text(&self) -> bool {
        let is_text = |kind: &Kind| matches!(kind, Kind::Paragraph { .. } | Kind::Continued);
        self.lines.iter().all(|(kind, _)| is_text(kind))
    }
}

/// As much as is taken, and how many characters are not.
pub(super) fn bounded(plain: &str) -> (&str, usize) {
    match plain.char_indices().nth(MAX_CHARACTERS) {
        Some((end, _)) => {
            let (taken, left) = plain.split_at(end);
            (taken, left.chars().count())
        }
        None => (plain, 0),
    }
}

/// A plain text that is one line, cleaned, with the spaces at its ends.
fn one_line(plain: &str) -> Option<String> {
    let line = plain.trim_end_matches(is_line_end);
    (!line.contains(is_line_end)).then(|| clean_literal(line).text)
}

/// Whether a plain text begins and ends with white space within a line.
fn spaces_around(plain: &str) -> (bool, bool) {
    (
        plain.starts_with(marks::is_space),
        plain.ends_with(marks::is_space),
    )
}

fn is_line_end(c: char) -> bool {
    matches!(c, '\n' | '\r' | '\u{B}' | '\u{C}' | '\u{2028}' | '\u{2029}')
}

/// The lines of a plain text, cleaned but for their bullets, and how many
/// characters that show nothing were removed.
fn plain_lines(plain: &str) -> (Vec<Line>, usize) {
    let mut lines = Vec::new();
    let mut invisible = 0;
    let mut after = After::Paragraph;
    let mut rest = plain;
    loop {
        let end = rest.find(is_line_end).unwrap_or(rest.len());
        let (line, from_end) = rest.split_at(end);
        let cleaned = characters(line);
        invisible += invisible_in(&cleaned.changes);
        let (column, text) = indentation(&cleaned.text);
        if is_blank(text) {
            after = if lines.is_empty() {
                After::Paragraph
            } else {
                After::Blank
            };
        } else {
            lines.push(Line {
                text: text.trim_end_matches([' ', '\t']).to_owned(),
                column,
                after,
                given: None,
            });
            after = After::Line;
        }
        let Some(line_end) = from_end.chars().next() else {
            return (lines, invisible);
        };
        match line_end {
            // What Word writes for Shift+Enter.
            '\u{B}' | '\u{2028}' if after == After::Line => after = After::Break,
            '\u{2029}' if after == After::Line => after = After::Blank,
            _ => {}
        }
        rest = from_end
            .strip_prefix("\r\n")
            .or_else(|| from_end.strip_prefix(line_end))
            .unwrap_or_default();
    }
}

/// The numbers that the mark of an item may stand for, the likelier first:
/// "iv." 4, "b)" 2, "1.3" 3. A bullet stands for none.
#[must_use]
pub fn numbers_of(mark: &str) -> Vec<u32> {
    let inner = mark.trim_matches(|c: char| !c.is_ascii_alphanumeric());
    // What these stand for in the faces of bullets is no letter.
    if matches!((mark, inner), ("o" | "v" | "q", _)) {
        return Vec::new();
    }
    let last = inner.rsplit('.').next().unwrap_or_default();
    let numbers = marks::numbers(last).into_iter();
    numbers.map(|(_, number)| number).collect()
}

/// How many characters that show nothing were removed.
#[must_use]
pub fn invisible_in(changes: &[super::Change]) -> usize {
    let removed = |kind| {
        matches!(
            kind,
            ChangeKind::RemovedControl
                | ChangeKind::RemovedBidi
                | ChangeKind::RemovedSoftHyphen
                | ChangeKind::RemovedNoncharacter
                | ChangeKind::RemovedZeroWidth
        )
    };
    let removals = changes.iter().filter(|change| removed(change.kind));
    removals.map(|change| change.count).sum()
}

/// How far a line is indented, and the line from there. No-break spaces count
/// as spaces before a bullet, and are part of the text elsewhere.
fn indentation(line: &str) -> (usize, &str) {
    let mut column = 0;
    for (at, c) in line.char_indices() {
        match c {
            '\t' => column = column / 4 * 4 + 4,
            _ if marks::is_space(c) => column += 1,
            _ => {
                let text = line.get(at..).unwrap_or_default();
                let is_marked = !marks::candidates(text).is_empty();
                let all = line.trim_start_matches([' ', '\t']);
                return (column, if is_marked { text } else { all });
            }
        }
    }
    (column, "")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stored(plain: &str) -> String {
        let mut writing = Writing::default();
        writing.insert_pasted(0, &Pasted::of_text(plain));
        writing.to_stored()
    }

    #[test]
    fn bullets_of_every_kind_become_items() {
        for bullet in [
            "•", "·", "▪", "‣", "◦", "–", "-", "*", "\u{F0B7}", "\u{F0A7}", "●", "➢", "o",
        ] {
            for gap in [" ", "\t", "\u{A0}\u{A0}\u{A0}", "   "] {
                let plain = format!("Plan:\n{bullet}{gap}one\n{bullet}{gap}two\n\nEnd");
                assert_eq!(stored(&plain), "Plan:\n\n- one\n- two\n\nEnd", "{plain:?}");
            }
        }
    }

    #[test]
    fn numbers_letters_and_roman_numerals_become_numbers() {
        for marks in [
            ["1.", "2.", "3."],
            ["1)", "2)", "3)"],
            ["(1)", "(2)", "(3)"],
            ["a.", "b.", "c."],
            ["a)", "b)", "c)"],
            ["(a)", "(b)", "(c)"],
            ["A.", "B.", "C."],
            ["i)", "ii)", "iii)"],
            ["(i)", "(ii)", "(iii)"],
            ["I.", "II.", "III."],
        ] {
            for gap in [" ", "\t"] {
                let items: Vec<String> = marks.map(|mark| format!("{mark}{gap}x")).into();
                let plain = format!("Plan\n{}", items.join("\r\n"));
                assert_eq!(stored(&plain), "Plan\n\n1. x\n2. x\n3. x", "{plain:?}");
            }
        }
        assert_eq!(stored("h) x\ni) y\nj) z"), "8. x\n9. y\n10. z");
    }

    #[test]
    fn lists_are_nested_by_indentation_or_by_kind() {
        for plain in [
            "• a\n  • b\n    • c\n• d",
            "•\ta\no\tb\n§\tc\n•\td",
            "\u{F0B7}\ta\r\no\tb\r\n\u{F0A7}\tc\r\n\u{F0B7}\td",
            "  *   a\n     *   b\n        *   c\n  *   d",
            "• a\n\t◦ b\n\t\t▪ c\n• d",
        ] {
            let nested = "- a\n  - b\n    - c\n- d";
            assert_eq!(stored(plain), nested, "{plain:?}");
        }
        let counted = "1. a\na) b\ni) c\nii) d\nb) e\n2. f";
        let nested = "1. a\n   1. b\n      1. c\n      2. d\n   2. e\n2. f";
        assert_eq!(stored(counted), nested);
    }

    #[test]
    fn what_only_looks_like_a_mark_stays_text() {
        for (plain, expected) in [
            ("2024. The plan\nis there", "2024\\. The plan\nis there"),
            ("A. Smith\nOttawa", "A. Smith\nOttawa"),
            ("see section\n12. There", "see section\n12\\. There"),
            ("values\n– and ethics", "values\n– and ethics"),
            ("* Note", "\\* Note"),
            ("o code", "o code"),
            ("§ 12 says\n§ 13 too", "§ 12 says\n§ 13 too"),
            ("§\t12 of the Act", "§\t12 of the Act"),
            ("See:\n§\tone", "See:\n§\tone"),
            ("§\t12 says\n§\t13 too", "§\t12 says\n§\t13 too"),
            ("1.2 Part\n1.3 Part", "1.2 Part\n1.3 Part"),
            ("-5 degrees\n-6 degrees", "-5 degrees\n-6 degrees"),
        ] {
            assert_eq!(stored(plain), expected, "{plain:?}");
        }
    }

    #[test]
    fn lists_may_begin_anywhere_and_go_on_after_a_paragraph() {
        assert_eq!(stored("c) x\nd) y"), "3. x\n4. y");
        assert_eq!(
            stored("1.\tx\r\nmore of it\r\n2.\ty\r\n"),
            "1. x\n\nmore of it\n\n2. y"
        );
        assert_eq!(stored("• a\n\n  more\n\n• b"), "- a\n\n  more\n\n- b");
        assert_eq!(stored("•\na\n•\nb"), "- a\n- b");
        assert_eq!(stored("### Part\n- a"), "### Part\n\n- a");
    }

    #[test]
    fn square_bullets_become_items_where_several_lines_or_a_list_have_them() {
        assert_eq!(stored("Plan\n§\ta\n§\tb"), "Plan\n\n- a\n- b");
        assert_eq!(stored("•\ta\n§\t12 b"), "- a\n  - 12 b");
    }

    #[test]
    fn plain_original_and_the_middle_of_a_line_keep_every_mark() {
        for plain in [
            "§\t12 of the Act",
            "o\tpulse",
            "Ø\tgo",
            "ü\tdone",
            "• surveys",
            "· Yes\n• no",
        ] {
            let mut writing = Writing::default();
            writing.insert_pasted(0, &Pasted::literal(plain));
            assert_eq!(writing.text(), plain);
            assert_eq!(Writing::from_stored(&writing.to_stored()), writing);
            if !plain.contains('\n') {
                let mut writing = Writing::default();
                writing.insert(0, "see ");
                writing.insert_pasted(4, &Pasted::of_text(plain));
                assert_eq!(writing.text(), format!("see {plain}"));
            }
        }
    }

    #[test]
    fn what_shows_nothing_is_removed_and_counted() {
        let pasted = Pasted::of_text("so\u{AD}cial\u{200B} me\u{7}dia\r\n«\u{A0}oui\u{A0}»");
        let lines: Vec<&str> = pasted.lines().map(|(_, text)| text).collect();
        assert_eq!(lines, ["social media", "«\u{A0}oui\u{A0}»"]);
        let what = Noted::Invisible;
        assert_eq!(pasted.notes(), [Note { what, count: 3 }]);
    }

    #[test]
    fn more_than_is_taken_is_counted() {
        let pasted = Pasted::of_text(&"x".repeat(MAX_CHARACTERS + 7));
        let what = Noted::NotTaken;
        assert_eq!(pasted.notes(), [Note { what, count: 7 }]);
    }

    #[test]
    fn paragraphs_of_a_word_processor_stay_apart() {
        let long = "word ".repeat(40);
        let plain = format!("{long}\r\nShort.\u{B}Beside it.\r\n{long}\r\n");
        let long = long.trim_end();
        assert_eq!(
            stored(&plain),
            format!("{long}\n\nShort.\nBeside it.\n\n{long}")
        );
    }
}
