//! Figures: ranges, thousands, amounts and units.

use std::ops::Range;

use super::Reason;
use super::line::{Found, Line, NO_BREAK, is_gap};
use crate::i18n::Language;

/// Words before figures that make them a number of something, no amount.
const NAMING: &[&str] = &[
    "section",
    "sections",
    "article",
    "articles",
    "no",
    "no.",
    "nos",
    "nos.",
    "n°",
    "nº",
    "number",
    "numbers",
    "numéro",
    "numéros",
    "room",
    "suite",
    "bureau",
    "local",
    "form",
    "formulaire",
    "part",
    "partie",
    "chapter",
    "chapitre",
    "appendix",
    "annex",
    "annexe",
    "bill",
    "unit",
    "unité",
    "file",
    "dossier",
    "policy",
    "politique",
    "course",
    "courses",
    "cours",
    "poste",
    "ext",
    "ext.",
    "extension",
    "version",
    "item",
    "paragraph",
    "paragraphe",
    "code",
    "codes",
    "box",
    "tél.",
    "tel.",
    "téléphone",
    "telephone",
    "phone",
    "fax",
    "télécopieur",
];

/// Whether figures here are counted or measured, as far as the word before
/// them tells: no course, section or file.
fn is_amount(line: &Line, start: usize) -> bool {
    let word = line.word_before(start);
    let word = word.trim_start_matches(['(', '[', '«', '“', NO_BREAK]);
    let letters: Vec<char> = word.chars().filter(|c| c.is_alphabetic()).collect();
    let is_code = letters.len() > 1 && letters.iter().all(|c| c.is_uppercase());
    let has_digit = word.chars().any(|c| c.is_ascii_digit());
    let ends_clause = word.ends_with([',', ';', ':', ')', '.']) && !word.ends_with("o.");
    let is_naming = NAMING.contains(&word.to_lowercase().as_str());
    !is_naming && (!is_code && !has_digit || ends_clause)
}

/// Whether nothing before a position belongs to the figures there.
fn starts_figures(line: &Line, start: usize) -> bool {
    line.before(start)
        .is_none_or(|c| is_gap(c) || "([“«".contains(c))
}

/// Whether nothing behind a position belongs to the figures before it.
fn ends_figures(line: &Line, end: usize) -> bool {
    match line.at(end) {
        None => true,
        Some('.' | ',' | ':') => line.at(end + 1).is_none_or(|c| !c.is_alphanumeric()),
        Some(c) => is_gap(c) || ";?!)%”]»…".contains(c),
    }
}

fn value(line: &Line, range: &Range<usize>) -> Option<u32> {
    line.text(range.clone()).parse().ok()
}

/// An en dash between the figures of a range, in English: `2023-2024`,
/// `2023-24`, `10-15`. French government style has the hyphen.
pub(super) fn ranges(line: &Line, language: Language) -> Vec<Found> {
    let mut found = Vec::new();
    if language == Language::French {
        return found;
    }
    for at in 0..line.len() {
        if line.at(at) != Some('-') || line.is_shut(at) {
            continue;
        }
        let (first, last) = (line.digits_before(at), line.digits_from(at + 1));
        let alone = starts_figures(line, first.start) && ends_figures(line, last.end);
        if alone && is_amount(line, first.start) && is_range(line, &first, &last) {
            found.push(Found::new(at..at + 1, "–", Reason::Range));
        }
    }
    found
}

fn is_range(line: &Line, first: &Range<usize>, last: &Range<usize>) -> bool {
    let (Some(one), Some(other)) = (value(line, first), value(line, last)) else {
        return false;
    };
    let is_year = |year: u32| (1900..2100).contains(&year);
    let padded = |range: &Range<usize>| range.len() > 1 && line.at(range.start) == Some('0');
    match (first.len(), last.len()) {
        (4, 4) => is_year(one) && is_year(other) && one < other,
        // Up to 12 it may be a month.
        (4, 2) => is_year(one) && other > 12 && (one + 1) % 100 == other,
        (1..=3, 1..=3) => one < other && !padded(first) && !padded(last),
        _ => false,
    }
}

/// Thousands: in French groups that stay in one line, in both languages
/// groups in long amounts of money.
pub(super) fn thousands(line: &Line, language: Language) -> Vec<Found> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < line.len() {
        let digits = line.digits_from(at);
        if digits.is_empty() {
            at += 1;
            continue;
        }
        at = digits.end;
        let long = is_long_amount(line, &digits, language);
        if long {
            let group = match language {
                Language::English => ",",
                Language::French => "\u{A0}",
            };
            let places = digits.clone().rev().skip(2).step_by(3);
            let places = places.filter(|place| *place > digits.start);
            found.extend(places.map(|at| Found::new(at..at, group, Reason::Thousands)));
        } else if language == Language::French
            && starts_figures(line, digits.start)
            && let Some(groups) = groups(line, &digits)
        {
            at = groups.last().map_or(at, |group| group.end + 3);
            let open = groups.into_iter().filter(|gap| line.is(gap, " "));
            found.extend(open.map(|gap| Found::new(gap, NO_BREAK, Reason::Thousands)));
        }
    }
    found
}

/// Five figures or more, with a dollar sign, and nothing that parts them.
fn is_long_amount(line: &Line, digits: &Range<usize>, language: Language) -> bool {
    let fits = (5..=12).contains(&digits.len()) && line.at(digits.start) != Some('0');
    if !fits || digits.clone().any(|at| line.is_shut(at)) {
        return false;
    }
    match language {
        Language::English => {
            let cents = match line.at(digits.end) {
                Some('.') => line.digits_from(digits.end + 1),
                _ => digits.end..digits.end,
            };
            let dollar = line.before(digits.start) == Some('$');
            let end = if cents.len() == 2 {
                cents.end
            } else {
                digits.end
            };
            dollar && ends_figures(line, end)
        }
        Language::French => {
            let cents = match line.at(digits.end) {
                Some(',') => line.digits_from(digits.end + 1),
                _ => digits.end..digits.end,
            };
            let end = if cents.len() == 2 {
                cents.end
            } else {
                digits.end
            };
            let dollar = line.at(line.gap_from(end).end) == Some('$');
            dollar && starts_figures(line, digits.start) && !is_after_digits(line, digits.start)
        }
    }
}

/// Whether other figures stand before these, with a space between them.
fn is_after_digits(line: &Line, start: usize) -> bool {
    let gap = line.gap_before(start);
    !gap.is_empty() && line.before(gap.start).is_some_and(|c| c.is_ascii_digit())
}

/// The spaces between groups of three figures, where these are thousands.
fn groups(line: &Line, first: &Range<usize>) -> Option<Vec<Range<usize>>> {
    let fits = (1..=3).contains(&first.len()) && line.at(first.start) != Some('0');
    if !fits || is_after_digits(line, first.start) || !is_amount(line, first.start) {
        return None;
    }
    let mut gaps = Vec::new();
    let mut end = first.end;
    loop {
        let gap = line.gap_from(end);
        let group = line.digits_from(gap.end);
        if gap.len() != 1 || group.is_empty() {
            break;
        }
        if group.len() != 3 || line.is_shut(gap.start) {
            return None;
        }
        gaps.push(gap);
        end = group.end;
    }
    let ends = match line.at(end) {
        Some(',') | None => true,
        Some('.') => line.at(end + 1).is_none_or(|c| !c.is_alphanumeric()),
        Some(c) => !c.is_alphanumeric() && !"-/–".contains(c),
    };
    (ends && !gaps.is_empty()).then_some(gaps)
}

/// `$ 5,000` in English.
pub(super) fn dollars(line: &Line, language: Language) -> Vec<Found> {
    let mut found = Vec::new();
    if language == Language::French {
        return found;
    }
    for at in (0..line.len()).filter(|at| line.at(*at) == Some('$')) {
        let gap = line.gap_from(at + 1);
        let starts = line
            .before(at)
            .is_none_or(|c| is_gap(c) || "([“".contains(c));
        // What stands before may be a French amount: `5 000 $ 20 times`.
        let after_amount = is_after_digits(line, at);
        let figures = line.at(gap.end).is_some_and(|c| c.is_ascii_digit());
        if starts && !after_amount && !gap.is_empty() && figures {
            found.push(Found::new(gap, "", Reason::Dollar));
        }
    }
    found
}

/// Units that are no words, so that a figure before them is measured.
const UNITS: &[&str] = &[
    "km", "cm", "mm", "kg", "ha", "kWh", "MWh", "km/h", "°C", "km²", "m²",
];
/// Those of French.
const FRENCH_UNITS: &[&str] = &["$", "k$", "M$", "G$", "¢", "€", "Mo", "Go", "To", "ko"];
/// Those of English.
const ENGLISH_UNITS: &[&str] = &["a.m.", "p.m.", "MB", "GB", "TB", "KB"];

/// Figures and their units stay in one line.
pub(super) fn units(line: &Line, language: Language) -> Vec<Found> {
    let own = match language {
        Language::English => ENGLISH_UNITS,
        Language::French => FRENCH_UNITS,
    };
    let mut found = Vec::new();
    for at in 0..line.len() {
        let ends = line.at(at).is_some_and(|c| c.is_ascii_digit())
            && line.at(at + 1).is_none_or(|c| !c.is_ascii_digit());
        if !ends || line.is_shut(at) {
            continue;
        }
        let gap = line.gap_from(at + 1);
        if line.is_shut(gap.end) {
            continue;
        }
        if language == Language::French {
            found.extend(hours(line, at + 1));
        }
        let is_unit = |unit: &&str| is_unit(line, gap.end, unit);
        if !UNITS.iter().chain(own).any(is_unit) {
            continue;
        }
        let touches = gap.is_empty() && !matches!(line.at(gap.end), Some('a' | 'p'));
        if line.is(&gap, " ") || touches {
            found.push(Found::new(gap, NO_BREAK, Reason::Unit));
        }
    }
    found
}

fn is_unit(line: &Line, start: usize, unit: &str) -> bool {
    let end = start + unit.chars().count();
    let ends = line.at(end).is_none_or(|c| {
        is_gap(c)
            || ".,;:?!)]»”…".contains(c) && line.at(end + 1).is_none_or(|c| !c.is_alphanumeric())
    });
    line.is(&(start..end), unit) && ends
}

/// The time of day in French: « 14 h 02 », « 9 h ».
fn hours(line: &Line, end: usize) -> Vec<Found> {
    let digits = line.digits_before(end);
    let gap = line.gap_from(end);
    let is_hour = value(line, &digits).is_some_and(|hour| hour <= 24) && digits.len() <= 2;
    if !is_hour || !starts_figures(line, digits.start) || line.at(gap.end) != Some('h') {
        return Vec::new();
    }
    let after = line.gap_from(gap.end + 1);
    let minutes = line.digits_from(after.end);
    let are_minutes =
        minutes.len() == 2 && value(line, &minutes).is_some_and(|minutes| minutes < 60);
    let mut found = Vec::new();
    let mut keep = |gap: Range<usize>| {
        if !line.is(&gap, "\u{A0}") && gap.len() <= 1 {
            found.push(Found::new(gap, NO_BREAK, Reason::Unit));
        }
    };
    if are_minutes && ends_figures(line, minutes.end) {
        keep(gap);
        keep(after);
    } else if ends_figures(line, gap.end + 1) {
        keep(gap);
    }
    found
}
