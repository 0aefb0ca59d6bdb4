//! Where each question stands, for the list beside the form.

use super::Session;
use crate::i18n::{Message, common, window};
use crate::questionnaire::{ItemState, Question};
use crate::response::Place;
use crate::rules::Severity;

/// Where a question stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum QuestionState {
    /// Something is expected and blank.
    Unanswered,
    /// Everything that is expected is answered.
    Answered,
    /// Decided: not applicable.
    NotApplicable,
    /// Decided: no response.
    NoResponse,
    /// Blank, and nothing is expected.
    NotExpected,
    /// An error or an open warning is shown there.
    ToCheck,
}

impl QuestionState {
    /// The state in words.
    #[must_use]
    pub fn message(self) -> Message {
        match self {
            QuestionState::Unanswered => common::state_unanswered(),
            QuestionState::Answered => common::state_answered(),
            QuestionState::NotApplicable => common::state_not_applicable(),
            QuestionState::NoResponse => common::state_no_response(),
            QuestionState::NotExpected => window::state_not_expected(),
            QuestionState::ToCheck => window::state_to_check(),
        }
    }
}

/// Where a question of the session stands.
#[must_use]
pub fn question_state(session: &Session, question: &Question) -> QuestionState {
    let shown_problem = question.items.iter().any(|item| {
        let place = Place::Item(item.id.clone());
        session
            .shown_at(&place)
            .any(|finding| match finding.severity {
                Severity::Error => true,
                Severity::Warning => !finding.is_acknowledged(session.response()),
                Severity::Note => false,
            })
    });
    if shown_problem {
        return QuestionState::ToCheck;
    }
    let statuses: Vec<_> = question
        .items
        .iter()
        .filter_map(|item| session.evaluation().item(&item.id))
        .collect();
    let any = |state: ItemState| statuses.iter().any(|status| status.state == state);
    let blank_and_expected = statuses
        .iter()
        .any(|status| status.expected && status.state == ItemState::Unanswered);
    let one_is_enough = question.answered_by == crate::questionnaire::AnsweredBy::AnyItem;
    if blank_and_expected && !(one_is_enough && any(ItemState::Answered)) {
        QuestionState::Unanswered
    } else if any(ItemState::Answered) {
        QuestionState::Answered
    } else if any(ItemState::NotApplicable) {
        QuestionState::NotApplicable
    } else if any(ItemState::NoResponse) {
        QuestionState::NoResponse
    } else {
        QuestionState::NotExpected
    }
}
