//! The faces that window and PDF draw with, and what they can draw.
//!
//! No face of the computer is ever used: the same text looks the same
//! everywhere, and what no embedded face can draw is said beforehand.

use skrifa::charmap::Charmap;
use skrifa::{FontRef, GlyphId, MetadataProvider};
use std::collections::BTreeSet;
use std::sync::LazyLock;

/// Inter, upright.
pub static REGULAR: &[u8] = include_bytes!("../../fonts/Inter-Regular.ttf");
/// Inter, bold.
pub static BOLD: &[u8] = include_bytes!("../../fonts/Inter-Bold.ttf");
/// Inter, italic.
pub static ITALIC: &[u8] = include_bytes!("../../fonts/Inter-Italic.ttf");
/// Noto Sans Canadian Aboriginal: syllabics.
pub static SYLLABICS: &[u8] = include_bytes!("../../fonts/NotoSansCanadianAboriginal-Regular.ttf");

/// Noto Sans: Latin letters and the marks that combine with them, for the
/// marks that Inter lacks (W̱SÁNEĆ). A letter with such a mark is drawn from
/// this face as a whole.
pub static FALLBACK: &[u8] = include_bytes!("../../fonts/NotoSans-Regular.ttf");

static CHARMAPS: LazyLock<Vec<Charmap<'static>>> = LazyLock::new(|| {
    [REGULAR, SYLLABICS, FALLBACK]
        .into_iter()
        .filter_map(|face| FontRef::new(face).ok())
        .map(|face| face.charmap())
        .collect()
});

/// Whether [`REGULAR`], [`SYLLABICS`] or [`FALLBACK`] has a glyph for the character.
///
/// Line ends, tabs, joiners and variation selectors need none. Whether the
/// glyphs of a sequence are joined well is not checked.
///
/// ```
/// use probitas::text::faces::covers;
/// assert!(covers('œ') && covers('ᓄ') && !covers('漢'));
/// ```
#[must_use]
pub fn covers(c: char) -> bool {
    needs_no_glyph(c)
        || CHARMAPS
            .iter()
            .any(|charmap| charmap.map(c).is_some_and(|glyph| glyph != GlyphId::NOTDEF))
}

/// The characters of a text that no face can draw, each once, in the order of
/// their first appearance.
///
/// ```
/// use probitas::text::faces::uncovered;
/// assert_eq!(uncovered("Équité 漢字 漢"), ['漢', '字']);
/// ```
#[must_use]
pub fn uncovered(text: &str) -> Vec<char> {
    let mut missing = Vec::new();
    let mut looked_at = BTreeSet::new();
    for c in text.chars() {
        let is_plain = c.is_ascii_graphic() || c == ' ';
        if !is_plain && looked_at.insert(c) && !covers(c) {
            missing.push(c);
        }
    }
    missing
}

fn needs_no_glyph(c: char) -> bool {
    matches!(c, '\n' | '\t' | '\u{200C}' | '\u{200D}' | '\u{2060}' | '\u{FE00}'..='\u{FE0F}' | '\u{E0100}'..='\u{E01EF}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn french_and_english_typography_is_covered() {
        let text = "ÀÂÄÇÉÈÊËÎÏÔÖŒÙÛÜŸàâäçéèêëîïôöœùûüÿÆæ’‘“”«»–—…•\u{A0}\u{202F}\u{2011}€$%½°¹²³ᵉ→";
        assert_eq!(uncovered(text), Vec::<char>::new());
    }

    #[test]
    fn indigenous_names_are_covered() {
        assert_eq!(
            uncovered("W̱SÁNEĆ Sḵwx̱wú7mesh ᓄᓇᕗᑦ ᐃᓄᒃᑎᑐᑦ xʷməθkʷəy̓əm"),
            Vec::<char>::new()
        );
    }

    #[test]
    fn mark_that_no_face_has_is_named_once() {
        assert_eq!(uncovered("1\u{20E3} and 2\u{20E3}"), ['\u{20E3}']);
    }

    #[test]
    fn every_ascii_character_is_covered() {
        assert!((' '..='~').all(covers));
    }
}
