//! Typography that is offered for the texts of the answers.

use super::{Answer, Edit, QuestionnaireResponse, Translation};
use crate::i18n::Language;
use crate::questionnaire::{ItemId, Questionnaire};
use crate::text::tidy::{self, Change};
use crate::text::{Writing, clean_literal};

/// A change that is offered for a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offer {
    /// The text item.
    pub item: ItemId,
    /// The language of the text.
    pub language: Language,
    /// What would be written otherwise.
    pub change: Change,
}

/// What is offered for one text.
///
/// Nothing is where the answer would mean something else then, as where its
/// text became a form of "not applicable".
#[must_use]
pub fn offers_for(
    questionnaire: &Questionnaire,
    response: &QuestionnaireResponse,
    item: &ItemId,
    language: Language,
) -> Vec<Offer> {
    let Some(answer) = response.answer(item) else {
        return Vec::new();
    };
    let writing = Writing::from_stored(answer.text.get(language));
    let changes = tidy::changes(&writing, language);
    let mut after = answer.clone();
    write(&mut after, language, &writing, &changes);
    if after.state(questionnaire) != answer.state(questionnaire) {
        return Vec::new();
    }
    let offer = |change| Offer {
        item: item.clone(),
        language,
        change,
    };
    changes.into_iter().map(offer).collect()
}

/// What is offered for all texts: in the order of the form, and within an item
/// in the order of the languages in which the organization answers.
#[must_use]
pub fn offers(questionnaire: &Questionnaire, response: &QuestionnaireResponse) -> Vec<Offer> {
    let items = questionnaire.items().filter(|item| item.is_text());
    let texts = items.flat_map(|item| {
        let languages = response.languages().into_iter();
        languages.map(|language| (&item.id, language))
    });
    texts
        .flat_map(|(item, language)| offers_for(questionnaire, response, item, language))
        .collect()
}

/// One change that takes up these offers, which were made for this response;
/// nothing where no text changes by it.
///
/// A translation that was confirmed stays so: no word of its source changes.
#[must_use]
pub fn edit(
    questionnaire: &Questionnaire,
    response: &QuestionnaireResponse,
    offers: &[Offer],
) -> Option<Edit> {
    let mut edits: Vec<Edit> = Vec::new();
    let mut offers = offers.iter().collect::<Vec<_>>();
    offers.sort_by(|one, other| one.item.cmp(&other.item));
    for of_item in offers.chunk_by(|one, other| one.item == other.item) {
        let item = of_item.first().map(|offer| &offer.item)?;
        let Some(before) = response.answer(item) else {
            continue;
        };
        let mut answer = before.clone();
        for language in Language::ALL {
            let own = of_item.iter().filter(|offer| offer.language == language);
            let changes: Vec<Change> = own.map(|offer| offer.change.clone()).collect();
            let writing = Writing::from_stored(before.text.get(language));
            write(&mut answer, language, &writing, &changes);
        }
        if answer != *before && answer.state(questionnaire) == before.state(questionnaire) {
            edits.push(Edit::Restore {
                item: item.clone(),
                answer: Some(Box::new(answer)),
            });
        }
    }
    (!edits.is_empty()).then_some(Edit::Together(edits))
}

fn write(answer: &mut Answer, language: Language, writing: &Writing, changes: &[Change]) {
    if changes.is_empty() {
        return;
    }
    let stored = tidy::apply(writing, changes).to_stored();
    let stored = clean_literal(&stored).text;
    let is_source = answer.text.source == language;
    if let Translation::Confirmed { of } = &mut answer.text.translation
        && is_source
    {
        of.clone_from(&stored);
    }
    *answer.text.get_mut(language) = stored;
    answer.text.settle();
}

#[cfg(test)]
mod tests {
    use chrono::DateTime;

    use super::*;
    use crate::questionnaire::shipped;

    fn written(texts: &[(&str, Language, &str)]) -> QuestionnaireResponse {
        let questionnaire = &shipped()[0].questionnaire;
        let now = DateTime::parse_from_rfc3339("2024-11-15T09:00:00-05:00").unwrap();
        let mut response = QuestionnaireResponse::new(questionnaire, uuid::Uuid::nil(), now);
        for (item, language, text) in texts {
            let edit = Edit::Write {
                item: (*item).into(),
                language: *language,
                text: (*text).to_owned(),
            };
            response.apply(questionnaire, edit, now).unwrap();
        }
        response
    }

    fn apply(response: &mut QuestionnaireResponse, edit: Edit) -> Edit {
        let now = response.modified_at();
        let questionnaire = &shipped()[0].questionnaire;
        response.apply(questionnaire, edit, now).unwrap()
    }

    #[test]
    fn all_texts_are_tidied_by_one_change_that_can_be_taken_back() {
        let questionnaire = &shipped()[0].questionnaire;
        let mut response = written(&[
            ("q8", Language::English, "- it's\n- say \"yes\""),
            ("q8", Language::French, "Voici: 10%"),
            ("q9", Language::English, "as it is"),
        ]);
        let before = response.clone();
        let all = offers(questionnaire, &response);
        assert_eq!(all.len(), 4);
        let edit = edit(questionnaire, &response, &all).unwrap();
        let inverse = apply(&mut response, edit);
        let text = |response: &QuestionnaireResponse, language| {
            let answer = response.answer(&"q8".into()).unwrap();
            answer.text.get(language).to_owned()
        };
        assert_eq!(text(&response, Language::English), "- it’s\n- say “yes”");
        assert_eq!(text(&response, Language::French), "Voici\u{A0}: 10\u{A0}%");
        assert_eq!(offers(questionnaire, &response), []);
        apply(&mut response, inverse);
        assert_eq!(response, before);
    }

    #[test]
    fn confirmed_translation_stays_confirmed() {
        let questionnaire = &shipped()[0].questionnaire;
        let mut response = written(&[
            ("q8", Language::English, "it's"),
            ("q8", Language::French, "c'est"),
        ]);
        let confirm = Edit::ConfirmTranslation {
            item: "q8".into(),
            confirmed: true,
        };
        apply(&mut response, confirm);
        let all = offers(questionnaire, &response);
        let edit = edit(questionnaire, &response, &all).unwrap();
        apply(&mut response, edit);
        let answer = response.answer(&"q8".into()).unwrap();
        let of = "it’s".to_owned();
        assert_eq!(answer.text.translation, Translation::Confirmed { of });
        assert_eq!(answer.text.fr, "c’est");
    }

    #[test]
    fn bullet_that_was_typed_makes_no_item() {
        let questionnaire = &shipped()[0].questionnaire;
        let mut response = written(&[("q8", Language::English, "· it's")]);
        let all = offers(questionnaire, &response);
        let edit = edit(questionnaire, &response, &all).unwrap();
        apply(&mut response, edit);
        let answer = response.answer(&"q8".into()).unwrap();
        assert_eq!(answer.text.en, "· it’s");
    }

    #[test]
    fn answer_never_becomes_another_decision() {
        let questionnaire = &shipped()[0].questionnaire;
        for text in [
            "s.o.",
            "S.O.",
            "N/A",
            "n/a",
            "Not  applicable",
            "sans  objet",
            "s. o.",
        ] {
            for language in Language::ALL {
                let mut response = written(&[("q8", language, text)]);
                let state = |response: &QuestionnaireResponse| {
                    let answer = response.answer(&"q8".into()).unwrap();
                    answer.state(questionnaire)
                };
                let before = state(&response);
                let all = offers(questionnaire, &response);
                if let Some(edit) = edit(questionnaire, &response, &all) {
                    apply(&mut response, edit);
                }
                assert_eq!(state(&response), before, "{text}");
            }
        }
    }
}
