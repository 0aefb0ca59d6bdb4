//! Texts made ready to be shaped: what no face has is replaced by its code point.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::ops::Range;

use unicode_normalization::char::is_combining_mark;

use crate::text::faces::covers;

/// What is shaped in place of a text, and what its replaced ranges stand for.
pub(super) struct Prepared<'a> {
    pub(super) text: Cow<'a, str>,
    replaced: Vec<(Range<usize>, char)>,
    /// Where a space or a hyphen was made one that no line breaks at.
    joined: Vec<(usize, &'static str)>,
}

/// A word of so many characters does not make a last line.
const SHORT_WORD: usize = 6;
/// What is longer, in bytes, may have several lines.
const LONG_LINE: usize = 40;

/// No-break space.
const JOINT: char = '\u{a0}';
/// No-break hyphen.
const LINK: char = '\u{2011}';
/// What a hyphen joins to the word before it, in French: "êtes-vous", "a-t-il",
/// "rencontrez-la", "ceux-ci".
const ENCLITICS: [&str; 24] = [
    "je", "tu", "il", "elle", "on", "nous", "vous", "ils", "elles", "ce", "la", "le", "les", "lui",
    "leur", "moi", "toi", "y", "en", "t", "ci", "là", "même", "mêmes",
];
/// What a hyphen joins to the word after it: "ci-dessous".
const PROCLITIC: &str = "ci";

impl<'a> Prepared<'a> {
    /// Replaces what cannot be drawn: characters that no face has, and those
    /// in `strays`, by their code points; other line separators by line feeds.
    pub(super) fn of(text: &'a str, strays: &BTreeSet<char>) -> Self {
        let drawable =
            |c: char| c == '\n' || (!is_separator(c) && covers(c) && !strays.contains(&c));
        let joints = joints(text);
        if joints.is_empty() && text.chars().all(drawable) {
            return Self {
                text: Cow::Borrowed(text),
                replaced: Vec::new(),
                joined: Vec::new(),
            };
        }
        let mut out = String::with_capacity(text.len() + 16);
        let mut replaced = Vec::new();
        let mut previous = ' ';
        let mut after_replaced = false;
        let mut joined = Vec::new();
        for (offset, character) in text.char_indices() {
            // A mark would combine with what stands for the character before it.
            let stranded = after_replaced && is_combining_mark(character);
            after_replaced = false;
            match character {
                '\n' if previous == '\r' => {}
                ' ' if joints.binary_search(&offset).is_ok() => {
                    joined.push((out.len(), " "));
                    out.push(JOINT);
                }
                '-' if joints.binary_search(&offset).is_ok() => {
                    joined.push((out.len(), "-"));
                    out.push(LINK);
                }
                '\t' => out.push(' '),
                _ if is_separator(character) => out.push('\n'),
                _ if drawable(character) && !stranded => out.push(character),
                _ => {
                    let start = out.len();
                    // Writing to a string cannot fail.
                    write!(out, "[U+{:04X}]", u32::from(character)).ok();
                    replaced.push((start..out.len(), character));
                    after_replaced = true;
                }
            }
            previous = character;
        }
        Self {
            text: Cow::Owned(out),
            replaced,
            joined,
        }
    }

    /// The characters that are shown by what was shaped in this range.
    pub(super) fn shown(&self, range: Range<usize>) -> &str {
        let joint = self
            .joined
            .binary_search_by_key(&range.start, |(start, _)| *start);
        match joint.ok().and_then(|index| self.joined.get(index)) {
            Some((_, shown)) => shown,
            None => self.text.get(range).unwrap_or_default(),
        }
    }

    /// The characters that were replaced.
    pub(super) fn characters(&self) -> impl Iterator<Item = char> {
        self.replaced.iter().map(|(_, character)| *character)
    }

    /// Which replacement the byte at `offset` belongs to.
    pub(super) fn replacement_at(&self, offset: usize) -> Option<usize> {
        let next = self
            .replaced
            .partition_point(|(range, _)| range.end <= offset);
        let (range, _) = self.replaced.get(next)?;
        range.contains(&offset).then_some(next)
    }

    /// What the part of a replacement that begins at `offset` stands for: its
    /// first part for the character, any further part (on the next line, where
    /// a line is very narrow) for nothing.
    pub(super) fn stands_for(&self, index: usize, offset: usize) -> Option<String> {
        let (range, character) = self.replaced.get(index)?;
        Some(if range.start == offset {
            character.to_string()
        } else {
            String::new()
        })
    }
}

/// The spaces and hyphens at which no line may break: those inside "p. ex." and
/// "êtes-vous", and the space before a short word at the end, which would stand
/// alone on the last line.
fn joints(text: &str) -> Vec<usize> {
    let mut joints = inside_p_ex(text);
    joints.extend(before_enclitics(text));
    let mut end = 0;
    for line in text.split_inclusive('\n') {
        let words = line.trim_end();
        if let Some((before, last)) = words.rsplit_once(' ') {
            let short = !last.is_empty() && last.chars().count() <= SHORT_WORD;
            if short && before.len() > LONG_LINE && !before.ends_with(' ') {
                joints.push(end + before.len());
            }
        }
        end += line.len();
    }
    joints.sort_unstable();
    joints.dedup();
    joints
}

/// The spaces inside "p. ex.".
fn inside_p_ex(text: &str) -> Vec<usize> {
    text.match_indices(". ex.")
        .filter(|(dot, _)| {
            let mut before = text.get(..*dot).unwrap_or_default().chars().rev();
            let abbreviates = matches!(before.next(), Some('p' | 'P'));
            abbreviates && before.next().is_none_or(|c| !c.is_alphanumeric())
        })
        .map(|(dot, _)| dot + 1)
        .collect()
}

/// The hyphens that join a French pronoun to its verb, and the like.
fn before_enclitics(text: &str) -> impl Iterator<Item = usize> {
    let letters = |c: char| !c.is_alphabetic();
    let is_joint = move |hyphen: usize| {
        let (before, after) = text.split_at_checked(hyphen).unwrap_or_default();
        let before = before.rsplit(letters).next().unwrap_or_default();
        let after = after.get(1..).unwrap_or_default();
        let after = after.split(letters).next().unwrap_or_default();
        let joins = ENCLITICS.contains(&after) || before.eq_ignore_ascii_case(PROCLITIC);
        joins && !before.is_empty() && !after.is_empty()
    };
    let hyphens = text.match_indices('-').map(|(hyphen, _)| hyphen);
    hyphens.filter(move |hyphen| is_joint(*hyphen))
}

/// Tabs and what ends a line, but for the line feed.
fn is_separator(character: char) -> bool {
    matches!(
        character,
        '\t' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}'
    )
}
