//! Spaces: too many, missing, or such that a line may break there.

use super::Reason;
use super::line::{Found, Line, NO_BREAK, is_gap};
use crate::i18n::Language;

/// Two spaces or more between words. Those that are all no-break stay:
/// somebody meant them.
pub(super) fn doubles(line: &Line, _: Language) -> Vec<Found> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < line.len() {
        let gap = line.gap_from(at);
        let is_inside = gap.start > 0 && gap.end < line.len();
        if gap.len() > 1 && is_inside && line.text(gap.clone()).contains(' ') {
            found.push(Found::new(gap.clone(), " ", Reason::DoubleSpace));
        }
        at = gap.end.max(at) + 1;
    }
    found
}

/// Whether a mark can follow this without a space.
fn ends_words(c: char) -> bool {
    c.is_alphanumeric() || ")]}»”\"’'…%$°".contains(c)
}

/// Spaces before marks, as the language has them.
pub(super) fn before_marks(line: &Line, language: Language) -> Vec<Found> {
    let mut found = Vec::new();
    for at in 0..line.len() {
        let mark = line.at(at).filter(|c| ",;?!:%".contains(*c));
        let Some(mark) = mark.filter(|_| !line.is_shut(at)) else {
            continue;
        };
        let gap = line.gap_before(at);
        let Some(before) = line.before(gap.start).filter(|c| ends_words(*c)) else {
            continue;
        };
        let next = line.at(at + 1);
        let ends = next.is_none_or(is_gap);
        let (space, reason) = match (mark, language) {
            (',' | ';', _) if ends => ("", Reason::SpaceBefore),
            ('?' | '!', _) if ends || next.is_some_and(|c| "?!»”)".contains(c)) => {
                ("", Reason::SpaceBefore)
            }
            (':', _) if !ends || is_ratio(line, at, language) => continue,
            (':', Language::English) => ("", Reason::SpaceBefore),
            (':', Language::French) => ("\u{A0}", Reason::Colon),
            ('%', _) if !before.is_ascii_digit() || next.is_some_and(char::is_alphanumeric) => {
                continue;
            }
            ('%', Language::English) => ("", Reason::Percent),
            ('%', Language::French) => ("\u{A0}", Reason::Percent),
            _ => continue,
        };
        if !line.is(&gap, space) {
            found.push(Found::new(gap, space, reason));
        }
    }
    found
}

/// `10 : 30` may be a time or a ratio. In English any figures may, where the space
/// would be lost; in French it is only made one that no line ends at, and a year
/// or the number of a question may stand there.
fn is_ratio(line: &Line, at: usize, language: Language) -> bool {
    let before = line.digits_before(line.gap_before(at).start).len();
    let after = line.digits_from(line.gap_from(at + 1).end).len();
    match language {
        Language::English => before > 0 && after > 0,
        Language::French => (1..=2).contains(&before) && after == 2,
    }
}

/// No-break spaces inside of « and », in French.
pub(super) fn guillemets(line: &Line, language: Language) -> Vec<Found> {
    let mut found = Vec::new();
    if language == Language::English {
        return found;
    }
    for at in (0..line.len()).filter(|at| !line.is_shut(*at)) {
        let gap = match line.at(at) {
            Some('«') => line.gap_from(at + 1),
            Some('»') => line.gap_before(at),
            _ => continue,
        };
        let (one, other) = (line.before(gap.start), line.at(gap.end));
        let is_full = one.is_some() && other.is_some() && (one, other) != (Some('«'), Some('»'));
        if is_full && !line.is(&gap, "\u{A0}") {
            found.push(Found::new(gap, NO_BREAK, Reason::Guillemets));
        }
    }
    found
}

/// « p. ex. » and « s.o. ».
pub(super) fn abbreviations(line: &Line, language: Language) -> Vec<Found> {
    let mut found = Vec::new();
    if language == Language::English {
        return found;
    }
    let letters = line.chars().iter().filter(|c| c.is_alphanumeric()).count();
    for at in 0..line.len() {
        let before = line.before(at);
        let starts = before.is_none_or(|c| is_gap(c) || "([«“".contains(c));
        let dot = line.at(at + 1) == Some('.');
        if !starts || !dot {
            continue;
        }
        let gap = line.gap_from(at + 2);
        let rest = |length: usize| line.text(gap.end..gap.end + length);
        match line.at(at) {
            Some('p' | 'P') if rest(3) == "ex." && !line.is(&gap, "\u{A0}") => {
                found.push(Found::new(gap, NO_BREAK, Reason::Abbreviation));
            }
            // A text that is nothing else may be meant as an answer of its own.
            Some('s') if rest(2) == "o." && !gap.is_empty() && letters > 2 => {
                found.push(Found::new(gap, "", Reason::Abbreviation));
            }
            _ => {}
        }
    }
    found
}
