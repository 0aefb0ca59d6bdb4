//! Words in the wording of the questions.

use std::ops::Range;

use super::{AnswerOption, Item, ItemId, ItemKind, Question, Questionnaire};
use crate::i18n::{Language, Localized};
use crate::text::search::Query;

/// A place in the wording of a question where the words stand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WordingHit {
    /// The item whose wording it is: of its prompts or options, and the first
    /// one of the question for what stands above all of them.
    pub item: ItemId,
    /// The language of the wording.
    pub language: Language,
    /// The wording.
    pub text: String,
    /// The place in it, in bytes.
    pub range: Range<usize>,
}

impl Questionnaire {
    /// Where the words stand in the wording of a question, its hint, prompts and
    /// options: in both languages, each wording in English before French.
    #[must_use]
    pub fn wording_hits(&self, question: &Question, query: &Query) -> Vec<WordingHit> {
        let mut hits = Vec::new();
        let Some(first) = question.items.first() else {
            return hits;
        };
        let above = [Some(&question.wording), question.hint.as_ref()];
        for wording in above.into_iter().flatten() {
            look(&mut hits, query, &first.id, wording);
        }
        for item in &question.items {
            for wording in wordings_of(item) {
                look(&mut hits, query, &item.id, wording);
            }
        }
        hits
    }
}

fn wordings_of(item: &Item) -> Vec<&Localized> {
    let mut wordings: Vec<&Localized> = item.prompts.iter().collect();
    match &item.kind {
        ItemKind::SingleChoice(options) | ItemKind::MultipleChoice(options) => {
            add_labels(&mut wordings, options);
        }
        ItemKind::Text => {}
    }
    wordings
}

fn add_labels<'a>(wordings: &mut Vec<&'a Localized>, options: &'a [AnswerOption]) {
    for option in options {
        wordings.push(&option.label);
        add_labels(wordings, &option.options);
    }
}

fn look(hits: &mut Vec<WordingHit>, query: &Query, item: &ItemId, wording: &Localized) {
    for language in Language::ALL {
        let text = wording.get(language);
        hits.extend(query.hits(text).into_iter().map(|range| WordingHit {
            item: item.clone(),
            language,
            text: text.clone(),
            range,
        }));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::questionnaire::shipped;

    #[test]
    fn wordings_prompts_and_options_are_found_in_both_languages() {
        let questionnaire = &shipped()[0].questionnaire;
        let mut questions = questionnaire.questions();
        let found = |question: &Question, words: &str| -> Vec<(String, Language)> {
            let words = words.to_owned();
            let query = Query {
                words,
                ..Query::default()
            };
            let hits = questionnaire.wording_hits(question, &query);
            hits.iter()
                .map(|hit| {
                    assert_eq!(
                        hit.text[hit.range.clone()].to_lowercase(),
                        query.words.to_lowercase()
                    );
                    (hit.item.to_string(), hit.language)
                })
                .collect()
        };
        let eighth = questions.find(|question| question.id == "q8").unwrap();
        let themes = found(eighth, "recurring themes");
        assert_eq!(themes, [("q8".to_owned(), Language::English)]);
        let themes = found(eighth, "thèmes récurrents");
        assert_eq!(themes, [("q8".to_owned(), Language::French)]);
        let mut questions = questionnaire.questions();
        let sixth = questions.find(|question| question.id == "q6").unwrap();
        let option = wordings_of(&sixth.items[0])[0];
        let place = (sixth.items[0].id.to_string(), Language::French);
        assert!(found(sixth, &option.fr).contains(&place));
        assert_eq!(found(sixth, ""), []);
    }
}
