//! One walk over the form, which all rules look at.

use super::{Finding, ItemStatus, Rule, place_label, status};
use crate::i18n::Message;
use crate::questionnaire::{Item, Question, Questionnaire};
use crate::response::{Answer, AnswerText, Place, QuestionnaireResponse};

/// The form, its answers, and where every item stands.
pub(super) struct Survey<'a> {
    pub(super) questionnaire: &'a Questionnaire,
    pub(super) response: &'a QuestionnaireResponse,
    /// Every item in the form's order.
    pub(super) entries: Vec<Entry<'a>>,
}

/// An item with its question, its answer and its status.
pub(super) struct Entry<'a> {
    pub(super) question: &'a Question,
    pub(super) item: &'a Item,
    pub(super) answer: Option<&'a Answer>,
    pub(super) status: ItemStatus,
}

impl<'a> Survey<'a> {
    pub(super) fn new(
        questionnaire: &'a Questionnaire,
        response: &'a QuestionnaireResponse,
    ) -> Self {
        let mut entries = Vec::new();
        for question in questionnaire.questions() {
            let statuses = status::of_question(questionnaire, response, question);
            let items = question.items.iter().zip(statuses);
            entries.extend(items.map(|(item, status)| Entry {
                question,
                item,
                answer: response.answer(&item.id),
                status,
            }));
        }
        Survey {
            questionnaire,
            response,
            entries,
        }
    }

    /// The items of each question together.
    pub(super) fn questions(&self) -> impl Iterator<Item = &[Entry<'a>]> {
        self.entries
            .chunk_by(|one, other| std::ptr::eq(one.question, other.question))
    }

    /// The places of the items for which something holds.
    pub(super) fn places(&self, holds: impl Fn(&Entry<'a>) -> bool) -> Vec<Place> {
        self.entries
            .iter()
            .filter(|entry| holds(entry))
            .map(Entry::place)
            .collect()
    }

    /// The places of the texts that go out and for which something holds.
    pub(super) fn texts(&self, holds: impl Fn(&AnswerText) -> bool) -> Vec<Place> {
        self.places(|entry| entry.text().is_some_and(&holds))
    }

    pub(super) fn labels(&self, places: &[Place]) -> Vec<Message> {
        places
            .iter()
            .map(|place| place_label(self.questionnaire, place))
            .collect()
    }

    /// A finding, unless it concerns nothing.
    pub(super) fn finding(
        &self,
        rule: Rule,
        cause: &str,
        places: Vec<Place>,
        message: impl FnOnce(Vec<Message>) -> Message,
    ) -> Option<Finding> {
        if places.is_empty() {
            return None;
        }
        let message = message(self.labels(&places));
        Some(Finding::new(rule, cause, places, message))
    }
}

impl<'a> Entry<'a> {
    pub(super) fn place(&self) -> Place {
        Place::Item(self.item.id.clone())
    }

    /// The text of a text item, where it goes out.
    pub(super) fn text(&self) -> Option<&'a AnswerText> {
        let answer = self.answer.filter(|_| self.item.is_text())?;
        self.status.goes_out().then_some(&answer.text)
    }
}
