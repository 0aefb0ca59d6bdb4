//! What somebody sees as one character: a letter with its marks, an emoji of
//! several parts.

use unicode_segmentation::{GraphemeCursor, UnicodeSegmentation};

/// How many characters Delete takes behind this place: a letter goes with the
/// marks on it, since they would stand on the letter before.
pub(super) fn next_length(text: &str, at: usize) -> usize {
    let start = byte_of(text, at);
    let mut cursor = GraphemeCursor::new(start, text.len(), true);
    let end = cursor.next_boundary(text, 0).ok().flatten();
    let end = end.unwrap_or(text.len());
    text.get(start..end).map_or(0, |part| part.chars().count())
}

/// How many characters the emoji before this place has; 0 where there is none.
/// Backspace takes all of it, but the marks of a letter one by one, as they
/// were typed.
pub(super) fn emoji_before(text: &str, at: usize) -> usize {
    let before = text.get(..byte_of(text, at)).unwrap_or_default();
    let line = before.rsplit('\n').next().unwrap_or_default();
    let last = line.graphemes(true).next_back().unwrap_or_default();
    let is_letter = last.chars().next().is_some_and(char::is_alphabetic);
    if !is_letter && last.chars().any(is_part_of_emoji) {
        last.chars().count()
    } else {
        0
    }
}

/// Whether a character joins others to an emoji, or changes one: joiner,
/// selector, keycap, letters of flags, tones of skin, tags of flags.
fn is_part_of_emoji(c: char) -> bool {
    matches!(
        c,
        '\u{200D}'
            | '\u{20E3}'
            | '\u{FE0F}'
            | '\u{1F1E6}'..='\u{1F1FF}'
            | '\u{1F3FB}'..='\u{1F3FF}'
            | '\u{E0020}'..='\u{E007F}'
    )
}

fn byte_of(text: &str, at: usize) -> usize {
    let byte = text.char_indices().nth(at);
    byte.map_or(text.len(), |(byte, _)| byte)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn delete_takes_a_letter_with_its_marks() {
        for (text, at, length) in [
            ("W\u{331}SÁ", 0, 2),
            ("W\u{331}SÁ", 1, 1),
            ("W\u{331}SÁ", 2, 1),
            ("ab", 1, 1),
            ("ab", 2, 0),
            ("a\n\nb", 1, 1),
            ("🇨🇦🇫🇷", 0, 2),
            ("🇨🇦🇫🇷", 2, 2),
            ("👩\u{200D}👩\u{200D}👧x", 0, 5),
        ] {
            assert_eq!(next_length(text, at), length, "{text:?} {at}");
        }
    }

    #[test]
    fn backspace_takes_an_emoji_whole() {
        for (text, length) in [
            ("a🇫🇷🇨🇦", 2),
            ("👩\u{200D}👩\u{200D}👧", 5),
            ("👍🏽", 2),
            ("❤\u{FE0F}", 2),
            ("1\u{FE0F}\u{20E3}", 3),
            ("W\u{331}", 0),
            ("क\u{94D}\u{200D}ष", 0),
            ("🙂\n", 0),
            ("", 0),
        ] {
            assert_eq!(emoji_before(text, text.chars().count()), length, "{text:?}");
        }
    }
}
