//! Quotation marks and apostrophes as they are typed.

use std::ops::Range;

use super::Writing;
use crate::i18n::Language;

impl Writing {
    /// What the straight mark before a position becomes in a text of this
    /// language: “ ” in English, « » with U+00A0 inside in French, “ ” within
    /// them, and ’ in words. Nothing where something else may be meant: feet and
    /// inches, a mark that would close what nobody opened, addresses and code.
    ///
    /// Positions are those of [`Writing::text`].
    ///
    /// ```
    /// use probitas::i18n::Language;
    /// use probitas::text::Writing;
    /// let mut writing = Writing::default();
    /// let caret = writing.insert(0, "dire \"");
    /// let mark = writing.typographic(caret, Language::French);
    /// assert_eq!(mark, Some((5..6, "«\u{A0}")));
    /// ```
    #[must_use]
    pub fn typographic(
        &self,
        at: usize,
        language: Language,
    ) -> Option<(Range<usize>, &'static str)> {
        let place = at.checked_sub(1)?;
        let spot = self.spot(place);
        let line = self.line(spot.line);
        let before: Vec<char> = line.chars().take(spot.column).collect();
        let mark = line.chars().nth(spot.column)?;
        let last = before.last().copied();
        let token = before
            .rsplit(|c| c.is_whitespace())
            .next()
            .unwrap_or_default();
        if token.iter().any(|c| "@\\=_`#<>{}|".contains(*c))
            || token.windows(3).any(|w| w == [':', '/', '/'])
        {
            return None;
        }
        let after = match mark {
            '\'' if last.is_some_and(char::is_alphabetic) => "’",
            '"' if opens(last, token) => open(&before, language),
            '"' => close(&before, language)?,
            _ => return None,
        };
        Some((place..at, after))
    }
}

/// Whether a mark after this begins a quotation.
fn opens(last: Option<char>, token: &[char]) -> bool {
    let elided = matches!(token, [.., letter, '’' | '\''] if letter.is_alphabetic());
    elided || last.is_none_or(|c| c.is_whitespace() || "([{«“—–/".contains(c))
}

fn open(before: &[char], language: Language) -> &'static str {
    match language {
        Language::French if !is_open(before, '«', '»') => "«\u{A0}",
        _ => "“",
    }
}

fn close(before: &[char], language: Language) -> Option<&'static str> {
    if is_open(before, '“', '”') {
        Some("”")
    } else if language == Language::French && is_open(before, '«', '»') {
        Some("\u{A0}»")
    } else {
        None
    }
}

/// Whether a quotation that begins in the line is still open.
fn is_open(before: &[char], first: char, last: char) -> bool {
    let opened = before.iter().rposition(|c| *c == first);
    let closed = before.iter().rposition(|c| *c == last);
    opened.is_some() && opened > closed
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What stands there when this is typed key by key; `~` is U+00A0.
    fn typed(keys: &str, language: Language) -> String {
        let mut writing = Writing::default();
        let mut caret = 0;
        for key in keys.chars() {
            caret = writing.type_in(caret, &key.to_string()).caret;
            if let Some((range, mark)) = writing.typographic(caret, language) {
                let start = range.start;
                writing.delete(range);
                caret = writing.insert(start, mark);
            }
        }
        writing.text().replace('\u{A0}', "~")
    }

    #[test]
    fn marks_are_those_of_the_language() {
        let english = |keys| typed(keys, Language::English);
        assert_eq!(english("say \"it's\" (\"so\")."), "say “it’s” (“so”).");
        assert_eq!(english("the employees' own"), "the employees’ own");
        let french = |keys| typed(keys, Language::French);
        assert_eq!(french("dire \"l'un\"."), "dire «~l’un~».");
        assert_eq!(french("\"un \"deux\" trois\""), "«~un “deux” trois~»");
        assert_eq!(french("d'\"ici\""), "d’«~ici~»");
    }

    #[test]
    fn what_may_be_something_else_stays_as_it_was_typed() {
        for language in Language::ALL {
            for keys in [
                "12\" wide",
                "6' tall",
                "a=\"b\"",
                "x@y'z",
                "`it's`",
                "'so'",
                "end\"",
            ] {
                let left = typed(keys, language);
                let quotes = |text: &str| text.matches(['"', '\'']).count();
                assert_eq!(
                    quotes(&left),
                    quotes(keys) - usize::from(keys == "'so'"),
                    "{left}"
                );
            }
        }
    }
}
