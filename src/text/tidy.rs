//! Typography as the Government of Canada has it, as an offer.
//!
//! Nothing here changes a text by itself: [`changes`] lists what could be
//! written otherwise, and [`apply`] makes those that a person consents to.
//!
//! What is certain: letters and figures stay what they are, in their order;
//! addresses, file names and what else looks like code are left alone; a text
//! that was tidied has nothing to tidy any more. What could be meant
//! otherwise is not offered: figures with a hyphen between them in French,
//! where government style has the hyphen; years such as `2004-05`, which may
//! be a month; quotation marks without a partner in their line.

mod figures;
mod gaps;
mod line;
mod marks;

use std::collections::BTreeMap;
use std::ops::Range;

use self::line::Line;
use super::Writing;
use crate::i18n::Language;

/// Why something is written otherwise.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Reason {
    /// Two spaces or more stand where one does.
    DoubleSpace,
    /// No space stands before this mark in this language.
    SpaceBefore,
    /// A no-break space stands before the colon in French.
    Colon,
    /// Before the percent sign: a no-break space in French, none in English.
    Percent,
    /// A no-break space stands inside of « and ».
    Guillemets,
    /// Quotation marks of the language in the place of straight ones.
    Quotes,
    /// The apostrophe.
    Apostrophe,
    /// An en dash between figures in English.
    Range,
    /// A figure and its unit stay in one line.
    Unit,
    /// Thousands are grouped, and stay in one line.
    Thousands,
    /// The dollar sign touches its figure in English.
    Dollar,
    /// An abbreviation as French style has it.
    Abbreviation,
}

/// One thing that could be written otherwise, in one line of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// In which line.
    pub line: usize,
    /// What is put where; several places where only all of them make sense,
    /// as with a pair of quotation marks. In order, and apart.
    pub edits: Vec<Replaced>,
    /// Why.
    pub reason: Reason,
}

/// Characters in the place of others.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Replaced {
    /// Where they stand, in characters of the line.
    pub range: Range<usize>,
    /// What stands there then. No letter, figure or line end is in it.
    pub after: String,
}

/// A part of what is shown of a change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// The text.
    pub text: String,
    /// Whether it is what differs.
    pub differs: bool,
}

/// How a change reads with some words around it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Excerpt {
    /// As it stands.
    pub before: Vec<Piece>,
    /// As it would stand.
    pub after: Vec<Piece>,
}

/// What could be written otherwise in a text of this language, in the order of
/// the text.
///
/// Not checked: whether the whole text means something else then, such as a
/// form of "not applicable"; see [`crate::response::tidy`].
///
/// ```
/// use probitas::i18n::Language;
/// use probitas::text::{Writing, tidy};
/// let mut writing = Writing::from_stored("Voici: 85% des \"gens\", p.ex. 14 000 $");
/// let changes = tidy::changes(&writing, Language::French);
/// writing = tidy::apply(&writing, &changes);
/// let plain = writing.text().replace('\u{A0}', "~");
/// assert_eq!(plain, "Voici~: 85~% des «~gens~», p.~ex. 14~000~$");
/// assert_eq!(tidy::changes(&writing, Language::French), []);
/// ```
#[must_use]
pub fn changes(writing: &Writing, language: Language) -> Vec<Change> {
    let mut found = Vec::new();
    for (index, (_, text)) in writing.lines().enumerate() {
        found.extend(of_line(index, text, language));
    }
    found
}

/// The text with these changes, which were found in it.
///
/// A change whose place is not there is passed over.
#[must_use]
pub fn apply(writing: &Writing, changes: &[Change]) -> Writing {
    let mut by_line: BTreeMap<usize, Vec<&Replaced>> = BTreeMap::new();
    for change in changes {
        by_line
            .entry(change.line)
            .or_default()
            .extend(&change.edits);
    }
    let lines = writing.lines().enumerate().map(|(index, (_, text))| {
        let Some(edits) = by_line.get_mut(&index) else {
            return text.to_owned();
        };
        edits.sort_by_key(|edit| (edit.range.start, edit.range.end));
        let chars: Vec<char> = text.chars().collect();
        let pieces = pieces(&chars, edits, 0..chars.len());
        pieces.into_iter().map(|piece| piece.1.text).collect()
    });
    let lines: Vec<String> = lines.collect();
    writing.with_lines(&lines)
}

/// How changes read, each with some words around it.
#[must_use]
pub fn excerpts<'a>(
    writing: &Writing,
    changes: impl IntoIterator<Item = &'a Change>,
) -> Vec<Excerpt> {
    let lines: Vec<&str> = writing.lines().map(|(_, text)| text).collect();
    let mut last = None;
    let mut chars: Vec<char> = Vec::new();
    let excerpt = |change: &Change| {
        if last.replace(change.line) != Some(change.line) {
            let line = lines.get(change.line).copied().unwrap_or_default();
            chars = line.chars().collect();
        }
        excerpt(&chars, change)
    };
    changes.into_iter().map(excerpt).collect()
}

fn excerpt(chars: &[char], change: &Change) -> Excerpt {
    let mut excerpt = Excerpt::default();
    let mut past = 0;
    for (index, part) in around(chars, &change.edits).into_iter().enumerate() {
        let elided = Piece {
            text: if index > 0 { " … " } else { "…" }.to_owned(),
            differs: false,
        };
        if index > 0 || part.start > past {
            excerpt.before.push(elided.clone());
            excerpt.after.push(elided);
        }
        past = part.end;
        let inside =
            |edit: &&Replaced| edit.range.start >= part.start && edit.range.end <= part.end;
        let edits: Vec<&Replaced> = change.edits.iter().filter(inside).collect();
        for (before, after) in pieces(chars, &edits, part) {
            excerpt.before.push(before);
            excerpt.after.push(after);
        }
    }
    if past < chars.len() {
        let elided = Piece {
            text: "…".to_owned(),
            differs: false,
        };
        excerpt.before.push(elided.clone());
        excerpt.after.push(elided);
    }
    excerpt.before.retain(|piece| !piece.text.is_empty());
    excerpt.after.retain(|piece| !piece.text.is_empty());
    excerpt
}

/// So many characters are shown at least around what differs.
const CONTEXT: usize = 16;

/// What is shown of a line: whole words around each edit, joined where they meet.
fn around(chars: &[char], edits: &[Replaced]) -> Vec<Range<usize>> {
    let is_space = |at: usize| chars.get(at).is_none_or(|c| c.is_whitespace());
    let mut parts: Vec<Range<usize>> = Vec::new();
    for edit in edits {
        let mut start = edit.range.start.saturating_sub(CONTEXT);
        while start > 0 && !is_space(start - 1) {
            start -= 1;
        }
        let mut end = (edit.range.end + CONTEXT).min(chars.len());
        while !is_space(end) {
            end += 1;
        }
        match parts.last_mut() {
            Some(last) if last.end + 3 >= start => last.end = last.end.max(end),
            _ => parts.push(start..end),
        }
    }
    parts
}

/// A part of a line cut at its edits, each piece as it stands and as it would.
fn pieces(chars: &[char], edits: &[&Replaced], part: Range<usize>) -> Vec<(Piece, Piece)> {
    let text =
        |range: Range<usize>| -> String { chars.get(range).unwrap_or_default().iter().collect() };
    let same = |range: Range<usize>| {
        let piece = Piece {
            text: text(range),
            differs: false,
        };
        (piece.clone(), piece)
    };
    let mut pieces = Vec::new();
    let mut at = part.start;
    for edit in edits {
        if edit.range.start < at || edit.range.end > part.end {
            continue;
        }
        pieces.push(same(at..edit.range.start));
        let differs = |text: String| Piece {
            text,
            differs: true,
        };
        pieces.push((
            differs(text(edit.range.clone())),
            differs(edit.after.clone()),
        ));
        at = edit.range.end;
    }
    pieces.push(same(at..part.end));
    pieces
}

/// The rules; each looks at the line as the ones before it leave it.
const RULES: [fn(&Line, Language) -> Vec<line::Found>; 10] = [
    gaps::doubles,
    marks::quotes,
    marks::apostrophes,
    gaps::before_marks,
    gaps::guillemets,
    figures::ranges,
    figures::thousands,
    figures::dollars,
    figures::units,
    gaps::abbreviations,
];

/// A rule may make room for another one: so often they are gone through. A
/// line in which they do not come to rest is left alone.
const ROUNDS: usize = 6;

fn of_line(index: usize, text: &str, language: Language) -> Vec<Change> {
    // Most lines have nothing of what any rule looks at.
    let mut line = Line::new(text);
    if line.is_code() {
        return Vec::new();
    }
    let mut log = Log::default();
    let mut rests = false;
    for _ in 0..ROUNDS {
        let mut any = false;
        for rule in RULES {
            let found = rule(&line, language);
            let made = line.make(found);
            any |= !made.is_empty();
            log.note(made);
        }
        if !any {
            rests = true;
            break;
        }
    }
    if rests {
        log.changes(index, text, &line)
    } else {
        Vec::new()
    }
}

/// What was changed, by the number of letters and figures before it, which no
/// rule changes.
#[derive(Default)]
struct Log {
    reasons: BTreeMap<usize, Reason>,
    pairs: Vec<(usize, usize)>,
}

impl Log {
    fn note(&mut self, made: Vec<line::Made>) {
        for made in made {
            self.reasons.entry(made.between).or_insert(made.reason);
            self.pairs
                .extend(made.pair.map(|other| (made.between, other)));
        }
    }

    fn changes(self, index: usize, text: &str, line: &Line) -> Vec<Change> {
        let before: Vec<char> = text.chars().collect();
        let (old, new) = (line::between(&before), line::between(line.chars()));
        // Letters and figures are what they were, or nothing is offered.
        let letters = |c: &&char| c.is_alphanumeric();
        if !before
            .iter()
            .filter(letters)
            .eq(line.chars().iter().filter(letters))
        {
            return Vec::new();
        }
        let mut together = Together::default();
        for (one, other) in self.pairs {
            together.join(one, other);
        }
        let mut by_first: BTreeMap<usize, Change> = BTreeMap::new();
        for (place, (was, now)) in old.into_iter().zip(new).enumerate() {
            let Some(edit) = minimal(&before, was, line.chars().get(now).unwrap_or_default())
            else {
                continue;
            };
            let key = together.first_of(place);
            let reason = self.reasons.get(&place).copied();
            let change = by_first.entry(key).or_insert_with(|| Change {
                line: index,
                edits: Vec::new(),
                reason: reason.unwrap_or(Reason::DoubleSpace),
            });
            change.edits.push(edit);
        }
        by_first.into_values().collect()
    }
}

/// Places that belong together: each leads to an earlier one, or is the first.
#[derive(Default)]
struct Together {
    earlier: BTreeMap<usize, usize>,
}

impl Together {
    fn first_of(&mut self, place: usize) -> usize {
        let mut first = place;
        while let Some(earlier) = self.earlier.get(&first) {
            first = *earlier;
        }
        // So that the way is short the next time.
        let mut at = place;
        while at != first
            && let Some(earlier) = self.earlier.insert(at, first)
        {
            at = earlier;
        }
        first
    }

    fn join(&mut self, one: usize, other: usize) {
        let (one, other) = (self.first_of(one), self.first_of(other));
        if one != other {
            self.earlier.insert(one.max(other), one.min(other));
        }
    }
}

/// What differs between two letters; nothing where nothing does.
fn minimal(before: &[char], was: Range<usize>, now: &[char]) -> Option<Replaced> {
    let old = before.get(was.clone()).unwrap_or_default();
    let same = old.iter().zip(now).take_while(|(a, b)| a == b).count();
    let most = old.len().min(now.len()) - same;
    let pairs = old.iter().rev().zip(now.iter().rev()).take(most);
    let at_end = pairs.take_while(|(a, b)| a == b).count();
    let after: String = now
        .get(same..now.len() - at_end)
        .unwrap_or_default()
        .iter()
        .collect();
    let range = was.start + same..was.end - at_end;
    (!range.is_empty() || !after.is_empty()).then_some(Replaced { range, after })
}

#[cfg(test)]
mod tests;
