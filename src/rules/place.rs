//! How places are named wherever findings are shown.

use crate::i18n::{Message, rules as say};
use crate::questionnaire::{Item, Question, Questionnaire, Role};
use crate::response::Place;

/// The name of a place for people, such as "Question 6 (text)".
///
/// An item is named after its question; what it is stands behind only where
/// the question alone would not tell. An item that the definition lacks is
/// named by its id.
#[must_use]
pub fn place_label(questionnaire: &Questionnaire, place: &Place) -> Message {
    match place {
        Place::Item(id) => {
            let found = questionnaire.questions().find_map(|question| {
                let item = question.items.iter().find(|item| &item.id == id)?;
                Some((question, item))
            });
            match found {
                Some((question, item)) => item_label(questionnaire, question, item),
                None => say::place_unknown_item(id.as_str()),
            }
        }
        Place::Organization => say::place_organization(),
        Place::Person(Role::Preparer) => say::place_preparer(),
        Place::Person(Role::DeputyHead) => say::place_deputy_head(),
        Place::Unplaced => say::place_unplaced(),
    }
}

fn item_label(questionnaire: &Questionnaire, question: &Question, item: &Item) -> Message {
    let label = questionnaire.label_of(question);
    let alike = |other: &&Item| other.is_text() == item.is_text();
    let count = question.items.iter().filter(alike).count();
    let number = question
        .items
        .iter()
        .filter(alike)
        .take_while(|other| other.id != item.id)
        .count()
        + 1;
    match (item.is_text(), count) {
        (true, 1) if question.items.len() > 1 => say::place_text(label),
        (_, 1) => say::place_question(label),
        (true, _) => say::place_text_numbered(label, number),
        (false, _) => say::place_choice_numbered(label, number),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Language;
    use crate::questionnaire::shipped;

    fn names(questionnaire: &Questionnaire, language: Language) -> Vec<String> {
        questionnaire
            .items()
            .map(|item| place_label(questionnaire, &Place::Item(item.id.clone())).text(language))
            .collect()
    }

    #[test]
    fn text_beside_a_choice_is_told_from_the_choice() {
        let questionnaire = &shipped()[0].questionnaire;
        let english = names(questionnaire, Language::English);
        assert_eq!(english[..2], ["Question 1", "Question 1 (text)"]);
        assert!(english.contains(&"Question 4".to_owned()));
        let french = names(questionnaire, Language::French);
        assert_eq!(french[1], "Question 1 (texte)");
    }

    #[test]
    fn several_texts_of_one_question_are_numbered() {
        let json = include_str!("../../tests/fixtures/sister-questionnaire.json");
        let questionnaire = Questionnaire::load(json).unwrap();
        let english = names(&questionnaire, Language::English);
        assert!(english[1].ends_with("(text 1)"), "{english:?}");
        assert!(english[2].ends_with("(text 2)"), "{english:?}");
    }

    #[test]
    fn item_that_the_definition_lacks_is_named_by_its_id() {
        let questionnaire = &shipped()[0].questionnaire;
        let label = place_label(questionnaire, &Place::Item("q99".into()));
        assert_eq!(
            label.text(Language::French),
            "« q99 »".replace(' ', "\u{A0}")
        );
    }
}
