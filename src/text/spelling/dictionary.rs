//! A Hunspell dictionary with the terms of this form.

mod fallback;

use std::collections::HashSet;
use std::io::Read;
use std::ops::Range;
use std::sync::LazyLock;

use flate2::read::GzDecoder;

use self::fallback::{
    differ_once, elided, without_accents, without_circumflex, without_possessive,
};
use super::words::{is_apostrophe, is_hyphen};
use super::{MAX_SUGGESTIONS, MAX_WORD, dictionary_case, normal, words};
use crate::i18n::{Language, Localized};

/// Looking for other spellings of longer words takes seconds.
const MAX_SUGGESTED: usize = 40;

/// What the program holds of a language.
struct Packed {
    affixes: &'static [u8],
    words: &'static [u8],
    terms: &'static str,
}

const PACKED: Localized<Packed> = Localized {
    en: Packed {
        affixes: include_bytes!("../../../assets/spelling/en.aff.gz"),
        words: include_bytes!("../../../assets/spelling/en.dic.gz"),
        terms: include_str!("../../../assets/spelling/terms-en.txt"),
    },
    fr: Packed {
        affixes: include_bytes!("../../../assets/spelling/fr.aff.gz"),
        words: include_bytes!("../../../assets/spelling/fr.dic.gz"),
        terms: include_str!("../../../assets/spelling/terms-fr.txt"),
    },
};

// Read once for the whole program, as the catalogues of sentences are.
static DICTIONARIES: Localized<LazyLock<Option<Dictionary>>> = Localized {
    en: LazyLock::new(|| Dictionary::read(Language::English)),
    fr: LazyLock::new(|| Dictionary::read(Language::French)),
};

/// The words of a language.
pub struct Dictionary {
    language: Language,
    hunspell: spellbook::Dictionary,
    terms: HashSet<&'static str>,
}

impl Dictionary {
    /// The dictionary of a language. It is part of the program, and a test reads
    /// it; nothing where that fails.
    ///
    /// The first call for a language reads it, which takes some tenths of a
    /// second and memory that is not given back: not for the thread that draws.
    #[must_use]
    pub fn of(language: Language) -> Option<&'static Dictionary> {
        DICTIONARIES.get(language).as_ref()
    }

    fn read(language: Language) -> Option<Dictionary> {
        let packed = PACKED.get(language);
        let (affixes, words) = (unpacked(packed.affixes)?, unpacked(packed.words)?);
        let terms = packed.terms.lines();
        let terms = terms.filter(|line| !line.is_empty() && !line.starts_with('#'));
        Some(Dictionary {
            language,
            hunspell: spellbook::Dictionary::new(&affixes, &words).ok()?,
            terms: terms.collect(),
        })
    }

    /// Where words stand in a line of literal text that are not known, as bytes.
    ///
    /// Of a word with hyphens only the parts that are not known; what stands
    /// before an apostrophe in French, and behind it in English, is left out.
    ///
    /// ```
    /// # #[cfg(feature = "gui")] {
    /// use probitas::{i18n::Language, text::spelling::Dictionary};
    /// let french = Dictionary::of(Language::French).unwrap();
    /// let line = "L’orgnisation est prête, peut-être.";
    /// let unknown = french.unknown_in(line);
    /// assert_eq!(unknown.len(), 1);
    /// assert_eq!(&line[unknown[0].clone()], "orgnisation");
    /// # }
    /// ```
    #[must_use]
    pub fn unknown_in(&self, line: &str) -> Vec<Range<usize>> {
        let mut unknown = Vec::new();
        for word in words(line) {
            if self.knows(line.get(word.clone()).unwrap_or_default()) {
                continue;
            }
            let inner = self.inner(line, word);
            unknown.extend(parts(line, &inner).filter_map(|part| {
                let part = self.inner(line, part);
                let text = line.get(part.clone()).unwrap_or_default();
                (!self.knows(text)).then_some(part)
            }));
        }
        unknown
    }

    /// A word without what an apostrophe joins to it.
    fn inner(&self, line: &str, word: Range<usize>) -> Range<usize> {
        let text = line.get(word.clone()).unwrap_or_default();
        match self.language {
            Language::English => word.start..word.start + without_possessive(text).len(),
            Language::French => word.end - elided(text).len()..word.end,
        }
    }

    /// Whether a word is known as it stands; a single letter always is.
    fn knows(&self, word: &str) -> bool {
        let word = normal(word);
        match word.chars().count() {
            0 | 1 => return true,
            2..=MAX_WORD => {}
            _ => return false,
        }
        self.has(&word)
            || match self.language {
                Language::English => {
                    let stem = without_possessive(&word);
                    let plain = without_accents(stem);
                    (stem.len() < word.len() && self.has(stem))
                        || plain.is_some_and(|plain| self.has(&plain))
                }
                Language::French => {
                    let mut older = without_circumflex(&word);
                    older.any(|older| self.hunspell.check(&older))
                }
            }
    }

    fn has(&self, word: &str) -> bool {
        let is_term = |word: &str| self.terms.contains(word);
        is_term(word)
            || (dictionary_case(word) && is_term(word.to_lowercase().as_str()))
            || self.is_plural_of_initials(word)
            || self.hunspell.check(word)
    }

    /// English makes plurals of initials: ADMs, FAQs.
    fn is_plural_of_initials(&self, word: &str) -> bool {
        let stem = word.strip_suffix('s').unwrap_or_default();
        self.language == Language::English
            && stem.chars().count() > 1
            && !stem.contains(char::is_lowercase)
            && self.terms.contains(stem)
    }

    /// Terms that differ from a word in capital letters alone; from initials, in
    /// one letter.
    fn terms_like(&self, word: &str) -> Vec<String> {
        let is_initials = !word.contains(char::is_lowercase);
        let lower = word.to_lowercase();
        let alike = |term: &&&str| {
            term.to_lowercase() == lower
                || (is_initials && !term.contains(char::is_lowercase) && differ_once(word, term))
        };
        let terms = self.terms.iter().filter(alike);
        let mut terms: Vec<String> = terms.map(|term| normal(term)).collect();
        terms.sort_by_key(|term| (term.to_lowercase() != lower, term.clone()));
        terms
    }

    /// What may be meant by a word, the likeliest first, at most
    /// [`MAX_SUGGESTIONS`].
    ///
    /// It takes up to a second: not for the thread that draws.
    ///
    /// ```
    /// # #[cfg(feature = "gui")] {
    /// use probitas::{i18n::Language, text::spelling::Dictionary};
    /// let french = Dictionary::of(Language::French).unwrap();
    /// assert_eq!(french.suggestions("orgnisation")[0], "organisation");
    /// # }
    /// ```
    #[must_use]
    pub fn suggestions(&self, word: &str) -> Vec<String> {
        let word = normal(word);
        if word.chars().count() > MAX_SUGGESTED {
            return Vec::new();
        }
        let mut all = self.terms_like(&word);
        let mut found = Vec::new();
        let quick = self.hunspell.suggester().with_ngram_suggestions(false);
        quick.suggest(&word, &mut found);
        if found.is_empty() && all.is_empty() {
            self.hunspell.suggest(&word, &mut found);
        }
        for suggestion in found {
            let suggestion = suggestion.replace(is_apostrophe, "’");
            if suggestion != word && !all.contains(&suggestion) {
                all.push(suggestion);
            }
        }
        all.truncate(MAX_SUGGESTIONS);
        all
    }
}

impl std::fmt::Debug for Dictionary {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let mut shown = formatter.debug_struct("Dictionary");
        shown
            .field("language", &self.language)
            .finish_non_exhaustive()
    }
}

fn unpacked(packed: &[u8]) -> Option<String> {
    let mut text = String::new();
    GzDecoder::new(packed).read_to_string(&mut text).ok()?;
    Some(text)
}

/// The parts of a range that are separated by hyphens.
fn parts<'a>(line: &'a str, word: &Range<usize>) -> impl Iterator<Item = Range<usize>> + 'a {
    let start = word.start;
    let text = line.get(word.clone()).unwrap_or_default();
    let mut from = start;
    text.split(is_hyphen).map(move |part| {
        let found = from..from + part.len();
        let after = line.get(found.end..).unwrap_or_default();
        from = found.end + after.chars().next().map_or(0, char::len_utf8);
        found
    })
}
