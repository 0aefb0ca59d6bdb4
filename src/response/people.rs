//! Who answers, who signs, in which languages, under which marking.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::i18n::{Language, Localized};

/// The longest identifier of an organization that is made from its name.
const MAX_SLUG_LENGTH: usize = 40;

/// The organization that answers.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Organization {
    /// A short identifier that the user may edit: lower-case letters, digits, hyphens.
    pub id: String,
    /// The name in both languages; either may be empty in a draft.
    pub name: Localized,
    /// The abbreviation in both languages; most organizations have none.
    pub abbreviation: Localized,
    /// Members of a newer minor version.
    #[serde(flatten)]
    pub unknown: Map<String, Value>,
}

impl Organization {
    /// An identifier made from a name: ASCII letters and digits in lower case
    /// with hyphens between words, at most 40 characters.
    ///
    /// ```
    /// use probitas::response::Organization;
    /// assert_eq!(Organization::slug("Élections Canada"), "elections-canada");
    /// ```
    #[must_use]
    pub fn slug(name: &str) -> String {
        use unicode_normalization::UnicodeNormalization;
        let mut slug = String::new();
        for character in name.replace(['œ', 'Œ'], "oe").nfd() {
            if character.is_ascii_alphanumeric() {
                slug.push(character.to_ascii_lowercase());
            } else if !unicode_normalization::char::is_combining_mark(character)
                && !slug.is_empty()
                && !slug.ends_with('-')
            {
                slug.push('-');
            }
        }
        if slug.len() > MAX_SLUG_LENGTH {
            // Whole words, as long as there is more than one.
            let kept = slug.get(..=MAX_SLUG_LENGTH).unwrap_or(&slug);
            let end = kept.rfind('-').unwrap_or(MAX_SLUG_LENGTH);
            slug.truncate(end);
        }
        slug.trim_matches('-').to_owned()
    }

    /// Whether a text can be the identifier: what [`Self::slug`] makes stays
    /// as it is.
    #[must_use]
    pub fn is_identifier(id: &str) -> bool {
        !id.is_empty() && Self::slug(id) == id
    }

    /// The identifier for records and file names: the organization's own where
    /// it can be used, else one made from it, from the English name or the
    /// French name, else `organization`.
    ///
    /// ```
    /// use probitas::response::Organization;
    /// let mut organization = Organization::default();
    /// assert_eq!(organization.identifier(), "organization");
    /// organization.name.fr = "Élections Canada".into();
    /// assert_eq!(organization.identifier(), "elections-canada");
    /// ```
    #[must_use]
    pub fn identifier(&self) -> String {
        if Self::is_identifier(&self.id) {
            return self.id.clone();
        }
        [&self.id, &self.name.en, &self.name.fr]
            .into_iter()
            .map(|text| Self::slug(text))
            .find(|slug| !slug.is_empty())
            .unwrap_or_else(|| "organization".to_owned())
    }
}

/// A person who prepares or approves.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Person {
    /// The printed name.
    pub name: String,
    /// The title as the person holds it.
    pub title: Localized,
    /// Whether the person acts in the position for somebody else.
    pub acting: bool,
    /// Members of a newer minor version.
    #[serde(flatten)]
    pub unknown: Map<String, Value>,
}

/// The security marking, printed at the top right of every page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Marking {
    /// No marking.
    #[default]
    None,
    /// Protected A.
    ProtectedA,
    /// Protected B.
    ProtectedB,
}

/// The languages in which an organization answers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum AnswerLanguages {
    /// English alone: nothing about French answers is ever said.
    English,
    /// French alone: nothing about English answers is ever said.
    French,
    /// Both official languages.
    #[default]
    Both,
}

impl AnswerLanguages {
    /// Whether the organization answers in a language.
    #[must_use]
    pub fn includes(self, language: Language) -> bool {
        match self {
            AnswerLanguages::English => language == Language::English,
            AnswerLanguages::French => language == Language::French,
            AnswerLanguages::Both => true,
        }
    }

    /// The one language, where it is one.
    #[must_use]
    pub fn only(language: Language) -> Self {
        match language {
            Language::English => AnswerLanguages::English,
            Language::French => AnswerLanguages::French,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slug_of_any_name_is_ascii_and_short() {
        for name in ["W̱SÁNEĆ Council", "ᓄᓇᕗᑦ", "A—B  c", "", "Bureau du cœur"] {
            let slug = Organization::slug(name);
            assert!(slug.is_ascii() && slug.len() <= 40, "{slug}");
            assert!(slug.is_empty() || Organization::is_identifier(&slug));
        }
        let long = "Immigration, Refugees and Citizenship Canada";
        assert_eq!(
            Organization::slug(long),
            "immigration-refugees-and-citizenship"
        );
        assert_eq!(Organization::slug(&"a".repeat(90)).len(), 40);
        assert_eq!(Organization::slug("Bureau du cœur"), "bureau-du-coeur");
    }
}
