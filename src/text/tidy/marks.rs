//! Quotation marks and apostrophes in the place of straight ones.

use super::Reason;
use super::line::{Found, Line, is_gap};
use crate::i18n::Language;

/// A quotation mark that was opened in a line.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Open {
    /// A straight one, in so many others.
    Straight(usize, usize),
    /// « or “.
    Curved(char),
}

/// Quotation marks of the language. Where it is not certain which straight
/// ones belong together, the line is left alone.
pub(super) fn quotes(line: &Line, language: Language) -> Vec<Found> {
    if !line.chars().contains(&'"') {
        return Vec::new();
    }
    paired(line, language).unwrap_or_default()
}

fn paired(line: &Line, language: Language) -> Option<Vec<Found>> {
    let mut open: Vec<Open> = Vec::new();
    let mut found = Vec::new();
    for at in 0..line.len() {
        match line.at(at)? {
            '"' if line.is_shut(at) => return None,
            '"' if opens(line, at) => {
                if open.contains(&Open::Curved('“')) {
                    return None;
                }
                open.push(Open::Straight(at, open.len()));
            }
            '"' => {
                let Some(Open::Straight(start, depth)) = open.pop() else {
                    return None;
                };
                let (first, last) = pair_of(language, depth)?;
                found.push(Found {
                    pair: Some(at),
                    ..Found::new(start..start + 1, first, Reason::Quotes)
                });
                found.push(Found {
                    pair: Some(start),
                    ..Found::new(at..at + 1, last, Reason::Quotes)
                });
            }
            c @ ('«' | '“') => open.push(Open::Curved(c)),
            c @ ('»' | '”') => {
                let partner = if c == '»' { '«' } else { '“' };
                if open.pop() != Some(Open::Curved(partner)) {
                    return None;
                }
            }
            _ => {}
        }
        // One that neither opens nor closes is something else: inches, seconds.
        if line.at(at) == Some('"') && !opens(line, at) && !closes(line, at) {
            return None;
        }
    }
    open.is_empty().then_some(found)
}

/// The marks of a language, by how many quotations it stands in.
fn pair_of(language: Language, depth: usize) -> Option<(&'static str, &'static str)> {
    match (language, depth) {
        (Language::English, 0) | (Language::French, 1) => Some(("“", "”")),
        (Language::French, 0) => Some(("«\u{A0}", "\u{A0}»")),
        _ => None,
    }
}

fn opens(line: &Line, at: usize) -> bool {
    let before = line.before(at);
    let starts =
        before.is_none_or(|c| is_gap(c) || "([{«“—–/\"".contains(c) || is_elided(line, at));
    starts
        && line
            .at(at + 1)
            .is_some_and(|c| !is_gap(c) && !".,;:?!)]}\"".contains(c))
}

fn closes(line: &Line, at: usize) -> bool {
    let next = line.at(at + 1);
    let ends = next.is_none_or(|c| is_gap(c) || ".,;:?!)]}»”—–/…\"’'".contains(c));
    ends && line.before(at).is_some_and(|c| !is_gap(c))
}

/// `l'` and `d’` before a quotation mark.
fn is_elided(line: &Line, at: usize) -> bool {
    let apostrophe = line.before(at).is_some_and(|c| matches!(c, '\'' | '’'));
    apostrophe && at > 1 && line.before(at - 1).is_some_and(char::is_alphabetic)
}

/// ’ in the place of straight apostrophes: within words, where a vowel fell
/// out before a quotation, and behind a plural.
pub(super) fn apostrophes(line: &Line, language: Language) -> Vec<Found> {
    let mut found = Vec::new();
    let straight = |at: &usize| line.at(*at) == Some('\'') && !line.is_shut(*at);
    // A single quotation that began makes what stands behind a plural its end.
    let may_quote = (0..line.len()).filter(straight).any(|at| {
        let starts = line.before(at).is_none_or(|c| !c.is_alphanumeric());
        starts && !is_decade(line, at)
    });
    for at in (0..line.len()).filter(straight) {
        let (before, next) = (line.before(at), line.at(at + 1));
        let after_letter = before.is_some_and(char::is_alphabetic);
        let within = after_letter && next.is_some_and(char::is_alphabetic);
        let elided = language == Language::French
            && before.is_some_and(|c| "ljdnmtscuLJDNMTSCU".contains(c))
            && next.is_some_and(|c| "«“".contains(c));
        let plural = language == Language::English
            && !may_quote
            && before.is_some_and(|c| matches!(c, 's' | 'S'))
            && next.is_none_or(|c| is_gap(c) || ".,;:?!)".contains(c));
        let decade = language == Language::English && is_decade(line, at);
        if within || elided || plural || decade {
            found.push(Found::new(at..at + 1, "’", Reason::Apostrophe));
        }
    }
    found
}

/// `'90s`.
fn is_decade(line: &Line, at: usize) -> bool {
    let starts = line.before(at).is_none_or(is_gap);
    let digits = line.digits_from(at + 1);
    let ends = line.at(digits.end + 1).is_none_or(|c| !c.is_alphanumeric());
    starts && digits.len() == 2 && line.at(digits.end) == Some('s') && ends
}
