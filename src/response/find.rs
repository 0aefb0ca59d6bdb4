//! Words in the answers: where they stand, and others in their place.

use std::ops::Range;

use super::{Edit, QuestionnaireResponse};
use crate::i18n::Language;
use crate::questionnaire::{ItemId, Questionnaire};
use crate::text::search::Query;
use crate::text::{Document, clean_literal};

/// A place in a text where the words stand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// The text item.
    pub item: ItemId,
    /// The language of the text.
    pub language: Language,
    /// The number of the line, from 0; see [`Document::lines`].
    pub line: usize,
    /// The place in the literal text of the line, in bytes.
    pub range: Range<usize>,
}

/// One change that puts other words in the place of those that were found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Replacement {
    /// The change; nothing where no text changes by it.
    pub edit: Option<Edit>,
    /// How many places it replaces.
    pub count: usize,
    /// How many it leaves, since their line would show nothing any more.
    pub left: usize,
}

/// Where the words stand in all answers: in the order of the form, and within
/// an item in the order of the languages in which the organization answers.
#[must_use]
pub fn hits(
    questionnaire: &Questionnaire,
    response: &QuestionnaireResponse,
    query: &Query,
) -> Vec<Hit> {
    let mut hits = Vec::new();
    for (item, language, document) in texts(questionnaire, response) {
        for (line, text) in document.lines().enumerate() {
            hits.extend(query.hits(text).into_iter().map(|range| Hit {
                item: item.clone(),
                language,
                line,
                range,
            }));
        }
    }
    hits
}

/// Puts other words in the place of one hit, or of all.
///
/// Lists and sub-headings stay as they are. A decision not to answer stays, and
/// a translation whose source changes becomes stale, as when somebody writes.
#[must_use]
pub fn replace(
    questionnaire: &Questionnaire,
    response: &QuestionnaireResponse,
    query: &Query,
    with: &str,
    only: Option<&Hit>,
) -> Replacement {
    let (mut count, mut left) = (0, 0);
    let mut edits: Vec<Edit> = Vec::new();
    for item in questionnaire.items().filter(|item| item.is_text()) {
        let Some(before) = response.answer(&item.id) else {
            continue;
        };
        let mut answer = before.clone();
        for language in response.languages() {
            let document = Document::parse(answer.text.get(language));
            let replaced = document.replaced(query, with, |line, range| {
                only.is_none_or(|only| {
                    only.item == item.id
                        && only.language == language
                        && only.line == line
                        && only.range == *range
                })
            });
            count += replaced.count;
            left += replaced.left;
            if replaced.count > 0 {
                let stored = replaced.document.to_stored();
                *answer.text.get_mut(language) = clean_literal(&stored).text;
            }
        }
        answer.text.settle_after(&before.text);
        if answer != *before {
            edits.push(Edit::Restore {
                item: item.id.clone(),
                answer: Some(Box::new(answer)),
            });
        }
    }
    Replacement {
        edit: (!edits.is_empty()).then_some(Edit::Together(edits)),
        count,
        left,
    }
}

fn texts<'a>(
    questionnaire: &'a Questionnaire,
    response: &'a QuestionnaireResponse,
) -> impl Iterator<Item = (&'a ItemId, Language, Document)> {
    let items = questionnaire.items().filter(|item| item.is_text());
    items.flat_map(move |item| {
        let answer = response.answer(&item.id);
        let languages = response.languages().into_iter();
        languages.filter_map(move |language| {
            let stored = answer?.text.get(language);
            Some((&item.id, language, Document::parse(stored)))
        })
    })
}

#[cfg(test)]
mod tests {
    use chrono::DateTime;

    use super::*;
    use crate::questionnaire::shipped;
    use crate::response::{AnswerLanguages, Decision, Translation};

    struct Written {
        questionnaire: &'static Questionnaire,
        response: QuestionnaireResponse,
    }

    impl Written {
        fn new() -> Self {
            let questionnaire = &shipped()[0].questionnaire;
            let now = DateTime::parse_from_rfc3339("2024-11-15T09:00:00-05:00").unwrap();
            Written {
                questionnaire,
                response: QuestionnaireResponse::new(questionnaire, uuid::Uuid::nil(), now),
            }
        }

        fn apply(&mut self, edit: Edit) -> Edit {
            let now = self.response.modified_at();
            self.response.apply(self.questionnaire, edit, now).unwrap()
        }

        fn write(&mut self, item: &str, language: Language, text: &str) {
            self.apply(Edit::Write {
                item: item.into(),
                language,
                text: text.to_owned(),
            });
        }

        fn found(&self, words: &str) -> Vec<(String, Language, usize)> {
            let hits = hits(self.questionnaire, &self.response, &query(words));
            let named = |hit: Hit| (hit.item.to_string(), hit.language, hit.line);
            hits.into_iter().map(named).collect()
        }

        fn replace(&self, words: &str, with: &str, only: Option<&Hit>) -> Replacement {
            replace(
                self.questionnaire,
                &self.response,
                &query(words),
                with,
                only,
            )
        }

        fn text(&self, item: &str, language: Language) -> &str {
            let answer = self.response.answer(&item.into());
            answer.unwrap().text.get(language)
        }
    }

    fn query(words: &str) -> Query {
        Query {
            words: words.to_owned(),
            ..Query::default()
        }
    }

    #[test]
    fn hits_stand_in_the_order_of_form_languages_and_lines() {
        let mut written = Written::new();
        written.write("q9", Language::French, "plan");
        written.write("q8", Language::French, "plan");
        written.write("q8", Language::English, "### Plan\n\n- a plan\n- no");
        let (english, french) = (Language::English, Language::French);
        assert_eq!(
            written.found("plan"),
            [
                ("q8".to_owned(), english, 0),
                ("q8".to_owned(), english, 1),
                ("q8".to_owned(), french, 0),
                ("q9".to_owned(), french, 0),
            ]
        );
        // What the form does not show is not found.
        written.apply(Edit::AnswerLanguages(AnswerLanguages::English));
        assert_eq!(written.found("plan").len(), 2);
    }

    #[test]
    fn replacing_all_is_one_change_that_can_be_taken_back() {
        let mut written = Written::new();
        written.write("q8", Language::English, "### A plan\n\n- *plan* plan");
        written.write("q8", Language::French, "Le plan");
        let before = written.response.clone();
        let replacement = written.replace("plan", "1. plot", None);
        assert_eq!((replacement.count, replacement.left), (4, 0));
        let inverse = written.apply(replacement.edit.unwrap());
        assert_eq!(
            written.text("q8", Language::English),
            "### A 1. plot\n\n- \\*1. plot\\* 1. plot"
        );
        assert_eq!(written.text("q8", Language::French), "Le 1. plot");
        written.apply(inverse);
        assert_eq!(written.response, before);
    }

    #[test]
    fn one_hit_is_replaced_alone() {
        let mut written = Written::new();
        written.write("q8", Language::English, "one one\n\none");
        let all = hits(written.questionnaire, &written.response, &query("one"));
        let replacement = written.replace("one", "two", all.get(1));
        assert_eq!(replacement.count, 1);
        written.apply(replacement.edit.unwrap());
        assert_eq!(written.text("q8", Language::English), "one two\n\none");
    }

    #[test]
    fn replacing_keeps_decisions_and_makes_translations_stale() {
        let mut written = Written::new();
        written.write("q8", Language::English, "one");
        written.write("q8", Language::French, "un");
        written.apply(Edit::ConfirmTranslation {
            item: "q8".into(),
            confirmed: true,
        });
        written.apply(Edit::Decide {
            item: "q8".into(),
            decision: Decision::NotApplicable,
        });
        let replacement = written.replace("one", "two", None);
        written.apply(replacement.edit.unwrap());
        let answer = written.response.answer(&"q8".into()).unwrap();
        assert_eq!(answer.decision, Decision::NotApplicable);
        let of = "one".to_owned();
        let rewritten = false;
        assert_eq!(
            answer.text.translation,
            Translation::Stale { of, rewritten }
        );
        assert_eq!(written.replace("nothing", "x", None).edit, None);
    }

    #[test]
    fn replacing_in_both_languages_and_back_in_one_confirms_nothing() {
        let mut written = Written::new();
        written.write("q8", Language::English, "2024");
        written.write("q8", Language::French, "En 2024");
        written.apply(Edit::ConfirmTranslation {
            item: "q8".into(),
            confirmed: true,
        });
        let replacement = written.replace("2024", "2025", None);
        written.apply(replacement.edit.unwrap());
        written.write("q8", Language::English, "2024");
        let answer = written.response.answer(&"q8".into()).unwrap();
        let translation = &answer.text.translation;
        assert!(matches!(translation, Translation::Stale { .. }));
    }

    #[test]
    fn bullet_that_is_put_in_makes_no_item() {
        let mut written = Written::new();
        written.write("q8", Language::English, "Note one");
        let replacement = written.replace("Note", "•", None);
        written.apply(replacement.edit.unwrap());
        assert_eq!(written.text("q8", Language::English), "• one");
        let replacement = written.replace("• one", "· two", None);
        written.apply(replacement.edit.unwrap());
        assert_eq!(written.text("q8", Language::English), "· two");
    }
}
