//! What may be the mark of an item at the start of a line.

use super::is_blank;
use crate::text::clean::{is_bullet, is_symbol_bullet};
use crate::text::document::MAX_START;

/// What kind of mark it is: items of one list have the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Class {
    /// A bullet of this form.
    Glyph(char),
    /// A number, in these figures, with this around it.
    Counted(Figures, Around),
}

/// How a number is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Figures {
    /// 1, 2, 3.
    Digits,
    /// a, b, c.
    Letters,
    /// A, B, C.
    Capitals,
    /// i, ii, iii.
    Roman,
    /// I, II, III.
    RomanCapitals,
}

/// What stands around a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Around {
    /// `1.`
    Dot,
    /// `1)`
    Parenthesis,
    /// `(1)`
    Parentheses,
}

/// What stands between a mark and its text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Gap {
    /// Nothing.
    None,
    /// One space.
    Space,
    /// Several spaces.
    Spaces,
    /// A tab, as word processors put it.
    Tab,
}

/// What may be a mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Candidate {
    pub(super) class: Class,
    /// Which number it is; 0 for a bullet.
    pub(super) number: u32,
    pub(super) gap: Gap,
    /// Where the text of the item begins, in bytes.
    pub(super) text_at: usize,
    /// Whether it is a mark even where nothing else speaks for it.
    pub(super) is_sure: bool,
}

/// White space that stands between a mark and its text.
pub(super) fn is_space(c: char) -> bool {
    c == '\t' || (c.is_whitespace() && !super::is_line_end(c))
}

/// What the start of a line may be read as, the likelier first.
pub(super) fn candidates(line: &str) -> Vec<Candidate> {
    glyph(line).map_or_else(|| counted(line), |candidate| vec![candidate])
}

/// Whether a line is a bullet and nothing else.
pub(super) fn is_lone_bullet(line: &str) -> Option<char> {
    let mut chars = line.chars().filter(|c| !is_space(*c));
    let bullet = chars.next()?;
    let is_one = (is_bullet(bullet) && bullet != '·') || is_symbol_bullet(bullet);
    (is_one && chars.next().is_none()).then(|| form(bullet))
}

/// Bullets that Word writes differently in different places.
fn form(bullet: char) -> char {
    match bullet {
        '\u{F0B7}' => '•',
        '\u{F0A7}' | '§' => '▪',
        other => other,
    }
}

fn gap(after: &str) -> (Gap, &str) {
    let text = after.trim_start_matches(is_space);
    let between = after.strip_suffix(text).unwrap_or_default();
    let gap = match between.chars().count() {
        0 => Gap::None,
        _ if between.contains('\t') => Gap::Tab,
        1 => Gap::Space,
        _ => Gap::Spaces,
    };
    (gap, text)
}

fn glyph(line: &str) -> Option<Candidate> {
    let bullet = line.chars().next()?;
    let (gap, text) = gap(line.get(bullet.len_utf8()..)?);
    if is_blank(text) {
        return None;
    }
    let is_sure = match bullet {
        _ if is_symbol_bullet(bullet) => true,
        // Without a space it takes another one to be a bullet.
        _ if is_bullet(bullet) => gap > Gap::None,
        '–' | '—' | '−' | '‐' | '‑' | '*' | 'o' if gap > Gap::None => gap > Gap::Space,
        '-' | '➢' | '➤' | '►' | '▶' | '❖' | '◆' | '◇' if gap > Gap::None => true,
        // What Word's other bullets become in plain text.
        '§' if gap > Gap::Space => false,
        'Ø' | 'ü' | '✓' | '✔' | '→' if gap == Gap::Tab => true,
        'v' | 'q' if gap == Gap::Tab => false,
        _ => return None,
    };
    Some(Candidate {
        class: Class::Glyph(form(bullet)),
        number: 0,
        gap,
        text_at: line.len() - text.len(),
        is_sure,
    })
}

fn counted(line: &str) -> Vec<Candidate> {
    let Some((figures, around, rest)) = figures(line) else {
        return Vec::new();
    };
    let (gap, text) = gap(rest);
    if gap == Gap::None || is_blank(text) {
        return Vec::new();
    }
    let numbers = numbers(figures).into_iter();
    numbers
        .map(|(figures, number)| Candidate {
            class: Class::Counted(figures, around),
            number,
            gap,
            text_at: line.len() - text.len(),
            is_sure: false,
        })
        .collect()
}

/// The figures of a number at the start of a line, what stands around them,
/// and the rest of the line.
fn figures(line: &str) -> Option<(&str, Around, &str)> {
    let (inner, is_open) = match line.strip_prefix('(') {
        Some(inner) => (inner, true),
        None => (line, false),
    };
    let end = inner.find(|c: char| !c.is_ascii_alphanumeric())?;
    let (figures, rest) = inner.split_at_checked(end)?;
    let (around, rest) = match (rest.strip_prefix('.'), rest.strip_prefix(')')) {
        (_, Some(rest)) if is_open => (Around::Parentheses, rest),
        (_, Some(rest)) => (Around::Parenthesis, rest),
        (Some(rest), _) if !is_open => (Around::Dot, rest),
        _ => return None,
    };
    (1..=6)
        .contains(&figures.len())
        .then_some((figures, around, rest))
}

/// The numbers that figures may stand for.
pub(super) fn numbers(figures: &str) -> Vec<(Figures, u32)> {
    if figures.bytes().all(|byte| byte.is_ascii_digit()) {
        let number = figures.parse().ok().filter(|number| *number <= MAX_START);
        let number = number.filter(|_| !figures.starts_with('0'));
        return number
            .map(|number| (Figures::Digits, number))
            .into_iter()
            .collect();
    }
    let is_upper = figures.bytes().all(|byte| byte.is_ascii_uppercase());
    let is_lower = figures.bytes().all(|byte| byte.is_ascii_lowercase());
    if !is_upper && !is_lower {
        return Vec::new();
    }
    let (letters, roman) = if is_upper {
        (Figures::Capitals, Figures::RomanCapitals)
    } else {
        (Figures::Letters, Figures::Roman)
    };
    let figures = figures.to_ascii_lowercase();
    let mut numbers = Vec::new();
    if let &[letter] = figures.as_bytes() {
        numbers.push((letters, u32::from(letter - b'a') + 1));
    }
    numbers.extend(roman_number(&figures).map(|number| (roman, number)));
    if figures == "i" {
        numbers.reverse();
    }
    numbers
}

/// The number that lower-case Roman numerals up to 39 stand for.
fn roman_number(figures: &str) -> Option<u32> {
    const ONES: [&str; 10] = ["", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"];
    let tens = figures.bytes().take_while(|byte| *byte == b'x').count();
    let ones = figures.get(tens..)?;
    if tens > 3 {
        return None;
    }
    let ones = ONES.iter().position(|one| *one == ones)?;
    let number = u32::try_from(tens * 10 + ones).ok()?;
    (number > 0).then_some(number)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_stand_for_numbers() {
        let of = |figures| {
            let numbers = numbers(figures).into_iter();
            numbers.map(|(_, number)| number).collect::<Vec<_>>()
        };
        assert_eq!(of("12"), [12]);
        assert_eq!(of("i"), [1, 9]);
        assert_eq!(of("x"), [24, 10]);
        assert_eq!(of("XXIV"), [24]);
        for none in ["1000", "07", "iix", "ab", "iV", "xxxx", "plan"] {
            assert!(of(none).is_empty(), "{none}");
        }
    }

    #[test]
    fn mark_without_text_is_none() {
        for line in ["•", "1. ", "(a)", "- ", "o\t", ""] {
            assert_eq!(candidates(line), [], "{line}");
        }
    }
}
