//! Which texts have a translation, or are to have one, and how it stands.

use super::survey::Survey;
use crate::i18n::Language;
use crate::questionnaire::{ItemId, Questionnaire};
use crate::response::{AnswerLanguages, AnswerText, QuestionnaireResponse, Translation};

/// A text that goes out in both languages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Translatable<'a> {
    /// The text item.
    pub item: &'a ItemId,
    /// Its text.
    pub text: &'a AnswerText,
    /// The language that is translated from.
    pub from: Language,
    /// How the translation stands.
    pub standing: TranslationStanding,
}

/// How a translation stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TranslationStanding {
    /// There is none.
    Missing,
    /// Nobody confirmed that it says the same.
    Unconfirmed,
    /// The source changed after it was confirmed.
    Stale,
    /// Somebody confirmed that it says the same.
    Confirmed,
}

impl TranslationStanding {
    /// Whether somebody still has to do something about it.
    #[must_use]
    pub fn is_open(self) -> bool {
        self != TranslationStanding::Confirmed
    }
}

/// The language that a text is translated from: that in which it was written
/// first, or the other one where nothing stands there any more.
#[must_use]
pub fn source_of(text: &AnswerText) -> Language {
    if text.has(text.source) || !text.has(text.source.other()) {
        text.source
    } else {
        text.source.other()
    }
}

/// Every text that goes out, in the order of the form; none where the
/// organization answers in one language.
#[must_use]
pub fn translatable<'a>(
    questionnaire: &'a Questionnaire,
    response: &'a QuestionnaireResponse,
) -> Vec<Translatable<'a>> {
    if response.answer_languages() != AnswerLanguages::Both {
        return Vec::new();
    }
    let survey = Survey::new(questionnaire, response);
    let entries = survey.entries.iter().filter_map(|entry| {
        let text = entry.text().filter(|text| !text.is_blank())?;
        let from = source_of(text);
        let standing = match &text.translation {
            _ if !text.has(from.other()) => TranslationStanding::Missing,
            Translation::None => TranslationStanding::Unconfirmed,
            Translation::Stale { .. } => TranslationStanding::Stale,
            Translation::Confirmed { .. } => TranslationStanding::Confirmed,
        };
        Some(Translatable {
            item: &entry.item.id,
            text,
            from,
            standing,
        })
    });
    entries.collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::response::Edit;
    use crate::rules::trial::Trial;

    fn standings(trial: &Trial<'_>) -> Vec<(String, Language, TranslationStanding)> {
        let found = translatable(trial.questionnaire, &trial.response);
        let named = |one: Translatable<'_>| (one.item.to_string(), one.from, one.standing);
        found.into_iter().map(named).collect()
    }

    #[test]
    fn nothing_is_to_be_translated_where_one_language_is_answered_in() {
        assert_eq!(standings(&Trial::complete()), []);
    }

    #[test]
    fn every_text_that_goes_out_is_listed_with_how_its_translation_stands() {
        let mut trial = Trial::complete();
        trial.answer_in(AnswerLanguages::Both);
        trial.write("q9", "N/A");
        for item in ["q8", "q10", "q11"] {
            trial.write_in(item, Language::French, "Oui.");
        }
        for item in ["q10", "q11"] {
            trial.apply(Edit::ConfirmTranslation {
                item: item.into(),
                confirmed: true,
            });
        }
        trial.write("q11", "Something else.");
        trial.write("q13", "");
        trial.write_in("q13", Language::French, "Écrit en français.");
        let found = standings(&trial);
        let of = |item: &str| {
            let found = found.iter().find(|(id, ..)| id == item);
            found.map(|(_, from, standing)| (*from, *standing))
        };
        let english = Language::English;
        assert_eq!(of("q8"), Some((english, TranslationStanding::Unconfirmed)));
        assert_eq!(of("q9"), None);
        assert_eq!(of("q10"), Some((english, TranslationStanding::Confirmed)));
        assert_eq!(of("q11"), Some((english, TranslationStanding::Stale)));
        assert_eq!(
            of("q13"),
            Some((Language::French, TranslationStanding::Missing))
        );
        assert_eq!(of("q6.text"), Some((english, TranslationStanding::Missing)));
    }
}
