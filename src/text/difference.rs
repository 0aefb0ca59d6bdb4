//! What changed between two plain texts, word by word.
//!
//! A word is what stands between white space, as in [`super::document`]; marks
//! of items are words here, so that a list that became a paragraph is seen.
//! White space by itself is no difference.

/// More changes than these are one: two texts that have little in common are
/// easier to read one after the other, and no text may keep the window waiting.
const MAX_CHANGES: usize = 1_500;

/// A part of the difference between two texts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    /// Words of both texts, with the white space of the second one.
    Same(String),
    /// Words of the first text only.
    Removed(String),
    /// Words of the second text only.
    Added(String),
    /// Words of both texts that [`excerpt`] left out.
    LeftOut,
}

/// A word with the white space behind it, and before it where it is the first.
#[derive(Clone, Copy)]
struct Word<'a> {
    word: &'a str,
    whole: &'a str,
}

/// What changed from one text to another, from the beginning to the end.
///
/// The pieces that are the same or were added are the second text; words that
/// are the same or were removed are those of the first one, in order. What was
/// removed stands before what was added in its place. A text of white space
/// alone is none.
///
/// ```
/// use probitas::text::difference::{Piece, words};
/// let same = |text: &str| Piece::Same(text.to_owned());
/// assert_eq!(
///     words("By fall 2024, at the latest.", "By winter 2024, at the latest."),
///     [
///         same("By "),
///         Piece::Removed("fall ".to_owned()),
///         Piece::Added("winter ".to_owned()),
///         same("2024, at the latest."),
///     ]
/// );
/// ```
#[must_use]
pub fn words(before: &str, after: &str) -> Vec<Piece> {
    let (one, two) = (split(before), split(after));
    let start = same(one.iter(), two.iter());
    let left = one.len().min(two.len()).saturating_sub(start);
    let end = same(one.iter().rev(), two.iter().rev()).min(left);
    let mut pieces = Pieces::default();
    let middle = |words: &[Word<'_>]| start..words.len().saturating_sub(end);
    let old = one.get(middle(&one)).unwrap_or_default();
    let new = two.get(middle(&two)).unwrap_or_default();
    for word in two.iter().take(start) {
        pieces.same(*word);
    }
    for step in steps(old, new) {
        match step {
            Step::Same(word) => pieces.same(word),
            Step::Removed(word) => pieces.removed(word),
            Step::Added(word) => pieces.added(word),
        }
    }
    for word in two.iter().skip(two.len().saturating_sub(end)) {
        pieces.same(*word);
    }
    pieces.finish()
}

/// Whether pieces tell of any word that changed.
#[must_use]
pub fn is_change(piece: &Piece) -> bool {
    matches!(piece, Piece::Removed(_) | Piece::Added(_))
}

/// The changes, with at most so many of the words before and after each that
/// stayed the same.
///
/// ```
/// use probitas::text::difference::{Piece, excerpt, words};
/// let pieces = excerpt(words("one two three four", "one two three five"), 1);
/// assert_eq!(pieces[..2], [Piece::LeftOut, Piece::Same("three ".to_owned())]);
/// ```
#[must_use]
pub fn excerpt(pieces: Vec<Piece>, context_words: usize) -> Vec<Piece> {
    let last = pieces.len().saturating_sub(1);
    let mut short = Vec::new();
    for (index, piece) in pieces.into_iter().enumerate() {
        let Piece::Same(text) = &piece else {
            short.push(piece);
            continue;
        };
        let words = split(text);
        let before = if index == 0 { 0 } else { context_words };
        let after = if index == last { 0 } else { context_words };
        if words.len() <= before + after {
            short.push(piece);
            continue;
        }
        let join = |words: &[Word<'_>]| words.iter().map(|word| word.whole).collect::<String>();
        let kept = |text: String| (!text.is_empty()).then_some(Piece::Same(text));
        short.extend(kept(join(words.get(..before).unwrap_or_default())));
        short.push(Piece::LeftOut);
        let rest = words.len().saturating_sub(after);
        short.extend(kept(join(words.get(rest..).unwrap_or_default())));
    }
    short
}

fn split(text: &str) -> Vec<Word<'_>> {
    let mut words = Vec::new();
    let mut rest = text;
    while let Some(start) = rest.find(|c: char| !c.is_whitespace()) {
        let word = rest.get(start..).unwrap_or_default();
        let length = word.find(char::is_whitespace).unwrap_or(word.len());
        let end = start + length;
        let space = rest.get(end..).unwrap_or_default();
        let more = space.find(|c: char| !c.is_whitespace());
        let whole = end + more.unwrap_or(space.len());
        let (head, tail) = rest.split_at_checked(whole).unwrap_or((rest, ""));
        words.push(Word {
            word: head.get(start..end).unwrap_or_default(),
            whole: head,
        });
        rest = tail;
    }
    words
}

/// How many words are the same before the first that is not.
fn same<'a>(
    one: impl Iterator<Item = &'a Word<'a>>,
    two: impl Iterator<Item = &'a Word<'a>>,
) -> usize {
    one.zip(two)
        .take_while(|(one, two)| one.word == two.word)
        .count()
}

#[derive(Clone, Copy)]
enum Step<'a> {
    Same(Word<'a>),
    Removed(Word<'a>),
    Added(Word<'a>),
}

/// The shortest way from one row of words to another.
fn steps<'a>(old: &[Word<'a>], new: &[Word<'a>]) -> Vec<Step<'a>> {
    let Some(rounds) = rounds(old, new) else {
        let removed = old.iter().map(|word| Step::Removed(*word));
        let added = new.iter().map(|word| Step::Added(*word));
        return removed.chain(added).collect();
    };
    // The way back, from the ends of both.
    let (mut at_old, mut at_new) = (old.len(), new.len());
    let mut steps = Vec::new();
    for changes in (0..rounds.len()).rev() {
        let diagonal = (at_old + changes).saturating_sub(at_new) / 2;
        let row = changes.checked_sub(1).and_then(|index| rounds.get(index));
        let edit = row.map(|row| best(row, diagonal));
        let start = edit.map_or(0, Edit::reached);
        while at_old > start {
            at_old -= 1;
            at_new = at_new.saturating_sub(1);
            steps.extend(new.get(at_new).map(|word| Step::Same(*word)));
        }
        match edit {
            None => {}
            Some(Edit::Add(_)) => {
                at_new = at_new.saturating_sub(1);
                steps.extend(new.get(at_new).map(|word| Step::Added(*word)));
            }
            Some(Edit::Remove(_)) => {
                at_old = at_old.saturating_sub(1);
                steps.extend(old.get(at_old).map(|word| Step::Removed(*word)));
            }
        }
    }
    steps.reverse();
    steps
}

/// How far into the old words each diagonal comes, for each number of changes,
/// by the greedy algorithm of E. W. Myers ("An O(ND) difference algorithm and
/// its variations", 1986). Nothing where there are too many changes.
///
/// The diagonals of a round with `changes` are those with `2 * index - changes`
/// more old words than new ones behind them.
fn rounds(old: &[Word<'_>], new: &[Word<'_>]) -> Option<Vec<Vec<usize>>> {
    let mut rounds: Vec<Vec<usize>> = Vec::new();
    for changes in 0..=MAX_CHANGES.min(old.len() + new.len()) {
        let mut row = Vec::with_capacity(changes + 1);
        for diagonal in 0..=changes {
            let mut at_old = rounds.last().map_or(0, |row| best(row, diagonal).reached());
            let new_of = |at_old: usize| (at_old + changes).saturating_sub(2 * diagonal);
            while let (Some(one), Some(two)) = (old.get(at_old), new.get(new_of(at_old)))
                && one.word == two.word
            {
                at_old += 1;
            }
            row.push(at_old);
            if at_old == old.len() && new_of(at_old) == new.len() {
                rounds.push(row);
                return Some(rounds);
            }
        }
        rounds.push(row);
    }
    None
}

/// The last change on the way to a diagonal, with the old words behind it.
#[derive(Clone, Copy)]
enum Edit {
    Add(usize),
    Remove(usize),
}

impl Edit {
    fn reached(self) -> usize {
        match self {
            Edit::Add(at_old) | Edit::Remove(at_old) => at_old,
        }
    }
}

/// How a diagonal is best reached from the round before it.
fn best(row: &[usize], diagonal: usize) -> Edit {
    let removing = diagonal.checked_sub(1).and_then(|index| row.get(index));
    match (removing, row.get(diagonal)) {
        (Some(below), Some(above)) if below < above => Edit::Add(*above),
        (Some(below), _) => Edit::Remove(below + 1),
        (None, above) => Edit::Add(above.copied().unwrap_or_default()),
    }
}

/// Pieces as they are put together.
#[derive(Default)]
struct Pieces {
    done: Vec<Piece>,
    same: String,
    removed: String,
    added: String,
}

impl Pieces {
    fn same(&mut self, word: Word<'_>) {
        self.end_change();
        self.same.push_str(word.whole);
    }

    fn removed(&mut self, word: Word<'_>) {
        self.end_same();
        self.removed.push_str(word.whole);
    }

    fn added(&mut self, word: Word<'_>) {
        self.end_same();
        self.added.push_str(word.whole);
    }

    fn end_same(&mut self) {
        let text = std::mem::take(&mut self.same);
        self.push(Piece::Same, text);
    }

    fn end_change(&mut self) {
        let text = std::mem::take(&mut self.removed);
        self.push(Piece::Removed, text);
        let text = std::mem::take(&mut self.added);
        self.push(Piece::Added, text);
    }

    fn push(&mut self, kind: fn(String) -> Piece, text: String) {
        if !text.is_empty() {
            self.done.push(kind(text));
        }
    }

    fn finish(mut self) -> Vec<Piece> {
        self.end_same();
        self.end_change();
        self.done
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn without_space(text: &str) -> Vec<&str> {
        text.split_whitespace().collect()
    }

    fn joined(pieces: &[Piece], wanted: fn(&Piece) -> bool) -> String {
        let texts = pieces.iter().filter(|piece| wanted(piece));
        let texts = texts.map(|piece| match piece {
            Piece::Same(text) | Piece::Removed(text) | Piece::Added(text) => text.as_str(),
            Piece::LeftOut => "",
        });
        texts.collect()
    }

    #[test]
    fn equal_texts_have_no_change() {
        assert_eq!(words("", ""), []);
        assert_eq!(
            words("one\ntwo", "one two"),
            [Piece::Same("one two".to_owned())]
        );
    }

    #[test]
    fn word_that_was_put_in_or_taken_out_is_the_only_change() {
        let same = |text: &str| Piece::Same(text.to_owned());
        assert_eq!(
            words("a b c", "a x b c"),
            [same("a "), Piece::Added("x ".into()), same("b c")]
        );
        assert_eq!(
            words("a b c", "a c"),
            [same("a "), Piece::Removed("b ".into()), same("c")]
        );
        assert_eq!(words("", "a"), [Piece::Added("a".into())]);
    }

    #[test]
    fn texts_with_little_in_common_are_told_one_after_the_other() {
        let text = |letter: &str| -> String {
            let words: Vec<String> = (0..2_000)
                .map(|number| format!("{letter}{number}"))
                .collect();
            words.join(" ")
        };
        let (one, two) = (text("a"), text("b"));
        assert_eq!(
            words(&one, &two),
            [Piece::Removed(one.clone()), Piece::Added(two.clone())]
        );
    }

    #[test]
    fn excerpt_keeps_every_change_and_its_surroundings() {
        let pieces = words("1 2 3 4 5 6 7 8 9", "1 2 3 x 5 6 7 8 y");
        let same = |text: &str| Piece::Same(text.to_owned());
        assert_eq!(
            excerpt(pieces, 1),
            [
                Piece::LeftOut,
                same("3 "),
                Piece::Removed("4 ".into()),
                Piece::Added("x ".into()),
                same("5 "),
                Piece::LeftOut,
                same("8 "),
                Piece::Removed("9".into()),
                Piece::Added("y".into()),
            ]
        );
    }

    proptest! {
        #[test]
        fn pieces_make_both_texts(one in "[ab\\n ]{0,40}", two in "[ab\\n ]{0,40}") {
            let pieces = words(&one, &two);
            let new = joined(&pieces, |piece| !matches!(piece, Piece::Removed(_)));
            let shown = if two.trim().is_empty() { "" } else { &two };
            prop_assert_eq!(&new, shown);
            let old = pieces.iter().flat_map(|piece| match piece {
                Piece::Same(text) | Piece::Removed(text) => without_space(text),
                _ => Vec::new(),
            });
            prop_assert_eq!(old.collect::<Vec<_>>(), without_space(&one));
            let changed = pieces.iter().any(is_change);
            prop_assert_eq!(changed, without_space(&one) != without_space(&two));
        }

        #[test]
        fn no_shorter_difference_exists(one in "[abc]( [abc]){0,7}", two in "[abc]( [abc]){0,7}") {
            let pieces = words(&one, &two);
            let kept = joined(&pieces, |piece| matches!(piece, Piece::Same(_)));
            let (one, two) = (without_space(&one), without_space(&two));
            // The longest row of words that stands in both, by the table.
            let mut table = vec![vec![0; two.len() + 1]; one.len() + 1];
            for (i, old) in one.iter().enumerate() {
                for (j, new) in two.iter().enumerate() {
                    table[i + 1][j + 1] = if old == new {
                        table[i][j] + 1
                    } else {
                        table[i][j + 1].max(table[i + 1][j])
                    };
                }
            }
            prop_assert_eq!(without_space(&kept).len(), table[one.len()][two.len()]);
        }
    }
}
