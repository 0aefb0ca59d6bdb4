//! The answer to one item, and the state that follows from it.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::AnswerLanguages;
use crate::i18n::Language;
use crate::questionnaire::{ItemState, OptionId, Questionnaire};
use crate::text::Document;
use crate::text::difference::{Piece, words};
use crate::text::document::is_blank;

/// What was chosen, written and decided at one item.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Answer {
    /// The options chosen; at most one for a single choice.
    #[serde(skip_serializing_if = "BTreeSet::is_empty")]
    pub choices: BTreeSet<OptionId>,
    /// The text, in either language or both.
    #[serde(skip_serializing_if = "AnswerText::says_nothing")]
    pub text: AnswerText,
    /// What was decided by button. Choices and text stay beside a decision,
    /// and do not go out.
    #[serde(skip_serializing_if = "is_default")]
    pub decision: Decision,
    /// Whether the answer goes out although nothing is expected here.
    pub release: bool,
    /// Members of a newer minor version.
    #[serde(flatten)]
    pub unknown: Map<String, Value>,
}

/// A decision not to answer.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Decision {
    /// Nothing decided by button.
    #[default]
    Open,
    /// Not applicable.
    NotApplicable,
    /// No response is submitted.
    NoResponse,
}

/// A text in both languages, and how the two stand to each other.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct AnswerText {
    /// The English text in its stored form; empty where there is none.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub en: String,
    /// The French text in its stored form; empty where there is none.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub fr: String,
    /// The language in which the text was written first.
    pub source: Language,
    /// Whether somebody confirmed that the other language says the same.
    pub translation: Translation,
    /// Members of a newer minor version.
    #[serde(flatten)]
    pub unknown: Map<String, Value>,
}

/// How the translation stands to its source.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "state", rename_all = "camelCase")]
pub enum Translation {
    /// Nobody said anything about it.
    #[default]
    None,
    /// Confirmed against a source text.
    Confirmed {
        /// The source text that it was confirmed against.
        of: String,
    },
    /// The source changed after the confirmation.
    Stale {
        /// The source text that it was confirmed against.
        of: String,
        /// Whether the translation is another one than was confirmed: then it
        /// stays so, even where the source becomes again what it was.
        #[serde(default, skip_serializing_if = "is_default")]
        rewritten: bool,
    },
}

/// Whether a member says nothing, so that the file can leave it out.
fn is_default<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}

impl Default for Answer {
    fn default() -> Self {
        Answer {
            choices: BTreeSet::new(),
            text: AnswerText::default(),
            decision: Decision::Open,
            release: true,
            unknown: Map::new(),
        }
    }
}

impl Default for AnswerText {
    fn default() -> Self {
        AnswerText {
            en: String::new(),
            fr: String::new(),
            source: Language::English,
            translation: Translation::None,
            unknown: Map::new(),
        }
    }
}

impl AnswerText {
    /// The text in a language; empty where there is none.
    #[must_use]
    pub fn get(&self, language: Language) -> &str {
        match language {
            Language::English => &self.en,
            Language::French => &self.fr,
        }
    }

    pub(super) fn get_mut(&mut self, language: Language) -> &mut String {
        match language {
            Language::English => &mut self.en,
            Language::French => &mut self.fr,
        }
    }

    /// Whether there is a text in a language; white space is none, nor are
    /// joiners and other characters that show nothing.
    #[must_use]
    pub fn has(&self, language: Language) -> bool {
        !is_blank(self.get(language))
    }

    /// Whether there is no text in either language.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        Language::ALL.iter().all(|language| !self.has(*language))
    }

    /// Whether the file can leave it out.
    fn says_nothing(&self) -> bool {
        self.is_blank() && self.unknown.is_empty()
    }

    /// The languages in which the text goes out: those in which the
    /// organization answers; where it has no text in any of them, the other
    /// one, so that nothing is lost.
    #[must_use]
    pub fn outgoing(&self, languages: AnswerLanguages) -> Vec<Language> {
        let all: Vec<Language> = Language::ALL
            .into_iter()
            .filter(|language| self.has(*language))
            .collect();
        let asked = |language: &Language| languages.includes(*language);
        if all.iter().any(asked) {
            all.into_iter().filter(asked).collect()
        } else {
            all
        }
    }

    /// What changed in the source text since its translation was confirmed, in
    /// the words that a reader sees; nothing where it is the text that it was.
    #[must_use]
    pub fn source_change(&self) -> Option<Vec<Piece>> {
        let Translation::Stale { of, .. } = &self.translation else {
            return None;
        };
        let now = self.get(self.source);
        let plain = |stored: &str| Document::parse(stored).plain();
        (of != now).then(|| words(&plain(of), &plain(now)))
    }

    /// The same as [`Self::settle`] after a change of texts.
    pub(super) fn settle_after(&mut self, before: &AnswerText) {
        let to = self.source.other();
        if self.get(to) == before.get(to) {
            self.settle();
        } else {
            self.settle_rewritten();
        }
    }

    /// The same as [`Self::settle`] for a new translation: where the source changed
    /// since somebody confirmed, nobody confirmed this one.
    pub(super) fn settle_rewritten(&mut self) {
        let note = |translation: &mut Translation| {
            if let Translation::Stale { rewritten, .. } = translation {
                *rewritten = true;
            }
        };
        note(&mut self.translation);
        self.settle();
        note(&mut self.translation);
    }

    /// Brings the translation's standing into line with the source text. What
    /// was confirmed of a text that is gone says nothing of the next one.
    pub(super) fn settle(&mut self) {
        if !self.has(self.source.other()) {
            self.translation = Translation::None;
        }
        let source = self.get(self.source).to_owned();
        self.translation = match std::mem::take(&mut self.translation) {
            Translation::Confirmed { of } if of != source => Translation::Stale {
                of,
                rewritten: false,
            },
            Translation::Stale {
                of,
                rewritten: false,
            } if of == source => Translation::Confirmed { of },
            other => other,
        };
    }
}

impl Answer {
    /// The state that follows from decision, choices and text. A text that
    /// consists of a listed form in every language that has one is a decision
    /// too (`RESPONSE_MODEL`, "Items").
    #[must_use]
    pub fn state(&self, questionnaire: &Questionnaire) -> ItemState {
        match self.decision {
            Decision::NotApplicable => return ItemState::NotApplicable,
            Decision::NoResponse => return ItemState::NoResponse,
            Decision::Open => {}
        }
        if !self.choices.is_empty() {
            return ItemState::Answered;
        }
        let texts: Vec<&str> = Language::ALL
            .into_iter()
            .filter(|language| self.text.has(*language))
            .map(|language| self.text.get(language))
            .collect();
        let all = |is_form: &dyn Fn(&str) -> bool| texts.iter().all(|text| is_form(text));
        if texts.is_empty() {
            ItemState::Unanswered
        } else if all(&|text| questionnaire.not_applicable.is_form(text)) {
            ItemState::NotApplicable
        } else if all(&|text| questionnaire.no_response.is_form(text)) {
            ItemState::NoResponse
        } else {
            ItemState::Answered
        }
    }

    /// Whether nothing was ever chosen, written or decided here.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Answer::default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::questionnaire::shipped;
    use crate::text::normalize;

    #[test]
    fn text_that_shows_nothing_is_none_and_any_other_has_a_stored_form() {
        for (text, has) in [
            (" \n", false),
            ("\u{A0}\u{202F}", false),
            ("\u{200D}\u{2060}\u{FE0F}", false),
            ("-", true),
            ("### ", true),
            ("1. ", true),
            ("\\", true),
            ("- \u{200D}", true),
        ] {
            let mut answer = Answer::default();
            answer.text.fr = text.to_owned();
            assert_eq!(answer.text.has(Language::French), has, "{text:?}");
            assert_eq!(!normalize(text).is_empty(), has, "{text:?}");
            let state = answer.state(&shipped()[0].questionnaire);
            assert_eq!(state == ItemState::Answered, has, "{text:?}");
        }
    }
}
