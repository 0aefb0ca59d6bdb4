//! The one way in for texts.
//!
//! Typed, pasted, imported or loaded: a text passes here before anything else
//! sees it, so that a record can hold it and a reader sees all that is signed.
//! Bullets are read where a text comes from another program ([`clean()`]), and
//! never again ([`clean_literal()`]).

use super::document::is_blank;
use unicode_normalization::{UnicodeNormalization, is_nfc};

/// A text that a record may hold, and what had to be changed for that.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cleaned {
    /// The text: NFC, lines ended by LF, [`allowed_char`]s only.
    pub text: String,
    /// What was changed, one entry per kind, in the order of [`ChangeKind`].
    pub changes: Vec<Change>,
}

/// One kind of change, and how often it was made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Change {
    /// What was done.
    pub kind: ChangeKind,
    /// To how many characters or line ends.
    pub count: usize,
}

/// What [`clean`] changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ChangeKind {
    /// A line end of another kind (CR, CR LF, vertical tab, form feed, U+2028,
    /// U+2029) became LF.
    LineEnding,
    /// A control character was removed.
    RemovedControl,
    /// A mark that reverses the direction of the text was removed.
    RemovedBidi,
    /// A soft hyphen was removed.
    RemovedSoftHyphen,
    /// A code point that is no character was removed.
    RemovedNoncharacter,
    /// A zero-width space or byte-order mark was removed.
    RemovedZeroWidth,
    /// Letter and accents became one character (NFC).
    ComposedToNfc,
    /// A bullet of another program became `- ` or "•".
    BulletReplaced,
}

/// All kinds, in the order in which they are reported.
const KINDS: [ChangeKind; 8] = [
    ChangeKind::LineEnding,
    ChangeKind::RemovedControl,
    ChangeKind::RemovedBidi,
    ChangeKind::RemovedSoftHyphen,
    ChangeKind::RemovedNoncharacter,
    ChangeKind::RemovedZeroWidth,
    ChangeKind::ComposedToNfc,
    ChangeKind::BulletReplaced,
];

/// Whether a record may hold the character.
///
/// Not checked: NFC, which is a property of the text.
///
/// ```
/// use probitas::text::allowed_char;
/// assert!(allowed_char('\n') && allowed_char('\u{A0}') && allowed_char('\u{200D}'));
/// assert!(!allowed_char('\0') && !allowed_char('\u{202E}') && !allowed_char('\u{FEFF}'));
/// ```
#[must_use]
pub fn allowed_char(c: char) -> bool {
    forbidden(c).is_none()
}

/// How the removal of a forbidden character is reported.
fn forbidden(c: char) -> Option<ChangeKind> {
    match c {
        '\n' | '\t' => None,
        '\0'..='\u{1F}' | '\u{7F}' => Some(ChangeKind::RemovedControl),
        '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' => Some(ChangeKind::RemovedBidi),
        '\u{200B}' | '\u{FEFF}' => Some(ChangeKind::RemovedZeroWidth),
        '\u{FDD0}'..='\u{FDEF}' => Some(ChangeKind::RemovedNoncharacter),
        _ if u32::from(c) & 0xFFFE == 0xFFFE => Some(ChangeKind::RemovedNoncharacter),
        _ => None,
    }
}

/// Makes a text one that a record may hold.
///
/// Line ends become LF; what [`allowed_char`] forbids and soft hyphens are
/// removed; letters and accents are composed (NFC); bullets of word processors
/// at the start of a line become `- ` with their indentation. No-break spaces,
/// the no-break hyphen and joiners stay. Cleaning a second time changes
/// nothing.
///
/// ```
/// use probitas::text::{ChangeKind, clean};
/// let cleaned = clean("E\u{301}thique\r\n\u{F0B7}\tco\u{AD}de");
/// assert_eq!(cleaned.text, "Éthique\n- code");
/// let kinds: Vec<ChangeKind> = cleaned.changes.iter().map(|change| change.kind).collect();
/// assert_eq!(kinds, [
///     ChangeKind::LineEnding,
///     ChangeKind::RemovedSoftHyphen,
///     ChangeKind::ComposedToNfc,
///     ChangeKind::BulletReplaced,
/// ]);
/// ```
#[must_use]
pub fn clean(input: &str) -> Cleaned {
    let mut made = Vec::new();
    let text = cleaned_characters(input, &mut made);
    let text = with_own_bullets(&text, &mut made);
    let changes = counted(&made);
    Cleaned { text, changes }
}

/// The same, but a bullet at the start of a line stays what it is: in a text
/// that was typed, or is stored, nobody looks for lists any more. Bullets of the
/// Symbol and Wingdings faces become "•", since they show nothing elsewhere.
///
/// ```
/// use probitas::text::clean_literal;
/// assert_eq!(clean_literal("· one\r\n\u{F0B7}\ttwo").text, "· one\n•\ttwo");
/// ```
#[must_use]
pub fn clean_literal(input: &str) -> Cleaned {
    let mut made = Vec::new();
    let text = cleaned_characters(input, &mut made);
    let text = with_shown_bullets(&text, &mut made);
    let changes = counted(&made);
    Cleaned { text, changes }
}

/// The same but for bullets, of which a reader of pasted text needs the form.
pub(crate) fn characters(input: &str) -> Cleaned {
    let mut made = Vec::new();
    let text = cleaned_characters(input, &mut made);
    let changes = counted(&made);
    Cleaned { text, changes }
}

fn cleaned_characters(input: &str, made: &mut Vec<ChangeKind>) -> String {
    let text = without_forbidden(input, made);
    composed(text, made)
}

fn counted(made: &[ChangeKind]) -> Vec<Change> {
    KINDS
        .into_iter()
        .map(|kind| Change {
            kind,
            count: made.iter().filter(|&&one| one == kind).count(),
        })
        .filter(|change| change.count > 0)
        .collect()
}

fn without_forbidden(input: &str, made: &mut Vec<ChangeKind>) -> String {
    let mut text = String::with_capacity(input.len());
    let mut chars = input.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '\r' => {
                // CR LF is one line end.
                chars.next_if_eq(&'\n');
                made.push(ChangeKind::LineEnding);
                text.push('\n');
            }
            '\u{B}' | '\u{C}' | '\u{2028}' => {
                made.push(ChangeKind::LineEnding);
                text.push('\n');
            }
            '\u{2029}' => {
                made.push(ChangeKind::LineEnding);
                text.push_str("\n\n");
            }
            '\u{AD}' => made.push(ChangeKind::RemovedSoftHyphen),
            _ => match forbidden(c) {
                Some(kind) => made.push(kind),
                None => text.push(c),
            },
        }
    }
    text
}

fn composed(text: String, made: &mut Vec<ChangeKind>) -> String {
    if is_nfc(&text) {
        return text;
    }
    let nfc: String = text.nfc().collect();
    let fewer = text.chars().count().abs_diff(nfc.chars().count());
    made.extend(std::iter::repeat_n(ChangeKind::ComposedToNfc, fewer.max(1)));
    nfc
}

fn with_own_bullets(text: &str, made: &mut Vec<ChangeKind>) -> String {
    let mut own = String::with_capacity(text.len());
    for (index, line) in text.split('\n').enumerate() {
        if index > 0 {
            own.push('\n');
        }
        let rest = if let Some((indentation, rest)) = bullet_line(line) {
            made.push(ChangeKind::BulletReplaced);
            own.push_str(&indentation.replace(['\u{A0}', '\u{202F}'], " "));
            own.push_str("- ");
            rest
        } else {
            line
        };
        own.push_str(&with_shown_bullets(rest, made));
    }
    own
}

fn with_shown_bullets(text: &str, made: &mut Vec<ChangeKind>) -> String {
    let mut shown = |c| {
        if is_symbol_bullet(c) {
            made.push(ChangeKind::BulletReplaced);
            '•'
        } else {
            c
        }
    };
    text.chars().map(&mut shown).collect()
}

/// The indentation before a foreign bullet and the text after it.
fn bullet_line(line: &str) -> Option<(&str, &str)> {
    let space = [' ', '\t', '\u{A0}', '\u{202F}'];
    let start = line.trim_start_matches(space);
    let indentation = line.get(..line.len() - start.len())?;
    let bullet = start.chars().next()?;
    let after = start.get(bullet.len_utf8()..)?;
    let text = after.trim_start_matches(space);
    let foreign = is_symbol_bullet(bullet)
        || (is_bullet(bullet) && after.starts_with(space))
        // What Word's bullets become in plain text. Its square one becomes "§",
        // which one line alone cannot tell from a section of an act.
        || (matches!(bullet, 'o' | 'Ø' | 'ü') && after.starts_with('\t'));
    (foreign && !is_blank(text)).then_some((indentation, text))
}

pub(super) fn is_bullet(c: char) -> bool {
    matches!(
        c,
        '•' | '◦' | '▪' | '▫' | '■' | '□' | '‣' | '⁃' | '○' | '●' | '·'
    )
}

/// Bullets of the Symbol and Wingdings faces, as Word stores them.
pub(super) fn is_symbol_bullet(c: char) -> bool {
    matches!(
        c,
        '\u{F0B7}'
            | '\u{F0A7}'
            | '\u{F0A8}'
            | '\u{F0D8}'
            | '\u{F076}'
            | '\u{F0FC}'
            | '\u{F06C}'
            | '\u{F06E}'
            | '\u{F06F}'
            | '\u{F071}'
            | '\u{F02D}'
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bullets_of_word_processors_become_items_with_their_indentation() {
        for (foreign, own) in [
            ("  • Manager consultations", "  - Manager consultations"),
            ("\u{F0B7}\u{A0}\u{A0}code", "- code"),
            ("\u{F0FC}code", "- code"),
            ("\u{A0}\u{A0}◦\tcode", "  - code"),
            ("o\tcode", "- code"),
            ("·\tcode", "- code"),
        ] {
            let cleaned = clean(foreign);
            assert_eq!(cleaned.text, own);
            let kind = ChangeKind::BulletReplaced;
            assert_eq!(cleaned.changes, [Change { kind, count: 1 }]);
        }
    }

    #[test]
    fn bullet_within_a_line_stays_a_bullet() {
        assert_eq!(clean("a • b \u{F0B7} c").text, "a • b • c");
        assert_eq!(clean("•bold").text, "•bold");
        assert_eq!(clean("o code").text, "o code");
        assert_eq!(clean("• ").text, "• ");
    }

    #[test]
    fn bullets_that_were_typed_or_stored_stay() {
        for text in ["· Yes", "• xyz", "a\n  ◦\tb", "§\t12", "o\tcode", "- a"] {
            let unchanged = Cleaned {
                text: text.to_owned(),
                changes: Vec::new(),
            };
            assert_eq!(clean_literal(text), unchanged);
        }
        let cleaned = clean_literal("\u{F0A7}\ta\0\r\n\u{F0B7}b");
        assert_eq!(cleaned.text, "•\ta\n•b");
        assert_eq!(cleaned.changes.len(), 3);
    }

    #[test]
    fn section_of_an_act_is_no_bullet() {
        assert_eq!(clean("§\t12 of the Act").text, "§\t12 of the Act");
    }

    #[test]
    fn spaces_hyphens_and_joiners_of_french_and_other_scripts_stay() {
        let text = "«\u{A0}oui\u{A0}» 50\u{202F}% peut\u{2011}être a\u{200D}b\u{200C}c\td\n\u{85}";
        assert_eq!(
            clean(text),
            Cleaned {
                text: text.to_owned(),
                changes: Vec::new()
            }
        );
    }

    #[test]
    fn every_removal_is_counted() {
        let cleaned = clean("\0a\u{7F}\u{202E}b\u{AD}\u{FFFF}\u{FEFF}\u{200B}c\r\nd\re\u{B}f");
        assert_eq!(cleaned.text, "abc\nd\ne\nf");
        let counts: Vec<(ChangeKind, usize)> = cleaned
            .changes
            .iter()
            .map(|change| (change.kind, change.count))
            .collect();
        assert_eq!(
            counts,
            [
                (ChangeKind::LineEnding, 3),
                (ChangeKind::RemovedControl, 2),
                (ChangeKind::RemovedBidi, 1),
                (ChangeKind::RemovedSoftHyphen, 1),
                (ChangeKind::RemovedNoncharacter, 1),
                (ChangeKind::RemovedZeroWidth, 2),
            ]
        );
    }
}
