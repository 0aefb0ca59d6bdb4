//! The two official languages, and values that exist in both.

use serde::{Deserialize, Serialize};

/// One of the two official languages of Canada.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Language {
    /// English.
    #[serde(rename = "en")]
    English,
    /// French.
    #[serde(rename = "fr")]
    French,
}

impl Language {
    /// Both languages, in the order in which a value of both is written to files.
    pub const ALL: [Language; 2] = [Language::English, Language::French];

    /// The two-letter code of ISO 639-1: `en` or `fr`.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Language::English => "en",
            Language::French => "fr",
        }
    }

    /// The tag of BCP 47 with the region: `en-CA` or `fr-CA`.
    #[must_use]
    pub fn bcp47(self) -> &'static str {
        match self {
            Language::English => "en-CA",
            Language::French => "fr-CA",
        }
    }

    /// The other official language.
    #[must_use]
    pub fn other(self) -> Language {
        match self {
            Language::English => Language::French,
            Language::French => Language::English,
        }
    }

    /// The language of a locale name such as `fr_CA.UTF-8`, `fr-FR` or `en`;
    /// nothing for any other.
    #[must_use]
    pub fn from_locale(locale: &str) -> Option<Language> {
        let tag = locale
            .split(['_', '-', '.', '@'])
            .next()
            .unwrap_or_default();
        match tag.to_ascii_lowercase().as_str() {
            "en" => Some(Language::English),
            "fr" => Some(Language::French),
            _ => None,
        }
    }
}

/// A value in both languages; neither can be missing.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Localized<T = String> {
    /// The English value.
    pub en: T,
    /// The French value.
    pub fr: T,
}

impl<T> Localized<T> {
    /// The value in a language.
    pub fn get(&self, language: Language) -> &T {
        match language {
            Language::English => &self.en,
            Language::French => &self.fr,
        }
    }

    /// The value in a language, to change it.
    pub fn get_mut(&mut self, language: Language) -> &mut T {
        match language {
            Language::English => &mut self.en,
            Language::French => &mut self.fr,
        }
    }

    /// Makes a value of both languages from a function of one.
    pub fn from_fn(mut value: impl FnMut(Language) -> T) -> Self {
        Localized {
            en: value(Language::English),
            fr: value(Language::French),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn locale_names_of_all_systems_are_understood() {
        for (name, expected) in [
            ("fr_CA.UTF-8", Some(Language::French)),
            ("fr-CA", Some(Language::French)),
            ("FR", Some(Language::French)),
            ("en_GB", Some(Language::English)),
            ("C.UTF-8", None),
            ("", None),
            ("frisian", None),
        ] {
            assert_eq!(Language::from_locale(name), expected, "{name}");
        }
    }
}
