//! Items that come and go with the answers to others, and what is folded.

use super::{Fold, Moment, Session, Status, Target, Tone};
use crate::i18n::form;
use crate::questionnaire::ItemId;
use crate::response::{Answer, AnswerText, Edit, Place};
use crate::rules::{Evaluation, place_label};

impl Session {
    /// Whether a follow-up stands open: because an answer is expected, or
    /// because somebody opened it.
    #[must_use]
    pub fn is_open(&self, item: &ItemId) -> bool {
        let expected = self
            .evaluation
            .item(item)
            .is_none_or(|status| status.expected);
        expected || self.opened.contains(&Fold::FollowUp(item.clone()))
    }

    /// Whether the guidance on a question, named by its id, stands open.
    #[must_use]
    pub fn is_guidance_open(&self, question: &str) -> bool {
        self.opened.contains(&Fold::Guidance(question.to_owned()))
    }

    /// What opens to be written in gets the focus, and so its caret back.
    pub(super) fn toggle_fold(&mut self, fold: Fold) {
        if self.opened.remove(&fold) {
            return;
        }
        if let Fold::FollowUp(item) = &fold {
            self.go_to(Target::Place(Place::Item(item.clone())));
        }
        self.opened.insert(fold);
    }

    /// Removes the text of an item in both languages; a choice or decision stays.
    pub(super) fn remove_text(&mut self, item: &ItemId, moment: Moment) {
        let Some(answer) = self.response.answer(item) else {
            return;
        };
        let rest = Answer {
            text: AnswerText::default(),
            ..answer.clone()
        };
        self.opened.remove(&Fold::FollowUp(item.clone()));
        self.edit(
            Edit::Restore {
                item: item.clone(),
                answer: (!rest.is_empty()).then(|| Box::new(rest)),
            },
            moment,
        );
        // Where the response is ready for approval, somebody is asked first.
        let answer = self.response.answer(item);
        if answer.is_none_or(|answer| answer.text.is_blank()) && self.is_free_to_tell() {
            let label = place_label(self.questionnaire(), &Place::Item(item.clone()));
            self.status = Some(Status::done(form::text_removed(label)));
        }
    }

    /// Tells which items began to be expected since `before`. None of them
    /// begins in error.
    pub(super) fn announce_follow_ups(&mut self, before: &Evaluation) {
        let is_expected = |evaluation: &Evaluation, item: &ItemId| {
            evaluation.item(item).is_some_and(|status| status.expected)
        };
        let questionnaire = self.questionnaire();
        let mut labels = Vec::new();
        for item in questionnaire.items() {
            if is_expected(&self.evaluation, &item.id) && !is_expected(before, &item.id) {
                self.attention.appear(&item.id);
                labels.push(place_label(questionnaire, &Place::Item(item.id.clone())));
            }
        }
        if !labels.is_empty() && self.is_free_to_tell() {
            self.status = Some(Status::done(form::expected_now(labels)));
        }
    }

    /// Whether the status line holds nothing that must stay.
    fn is_free_to_tell(&self) -> bool {
        let status = self.status.as_ref();
        status.is_none_or(|status| status.tone == Tone::Done)
    }
}
