//! Where each question stands, for the list beside the form.

use super::Session;
use crate::i18n::{Message, form};
use crate::questionnaire::Question;
use crate::response::Place;
use crate::rules::{ItemStatus, Severity};

pub use crate::rules::QuestionState;

/// The state of a question in words.
#[must_use]
pub fn state_in_words(state: QuestionState) -> Message {
    match state {
        QuestionState::NotExpected => form::state_not_expected(),
        QuestionState::NotStarted => form::state_not_started(),
        QuestionState::InProgress => form::state_in_progress(),
        QuestionState::Answered => form::state_answered(),
        QuestionState::NotApplicable => form::state_not_applicable(),
        QuestionState::NoResponse => form::state_no_response(),
        QuestionState::HasErrors => form::state_has_errors(),
        QuestionState::HasWarnings => form::state_has_warnings(),
    }
}

/// Where a question of the session stands. Only findings that are shown count,
/// a missing answer among them.
#[must_use]
pub fn question_state(session: &Session, question: &Question) -> QuestionState {
    let items = || question.items.iter();
    let statuses: Vec<ItemStatus> = items()
        .filter_map(|item| session.evaluation().item(&item.id).copied())
        .collect();
    let heaviest = items().filter_map(|item| session.heaviest_at(&Place::Item(item.id.clone())));
    QuestionState::of(&statuses, heaviest.min())
}

impl Session {
    /// The weight of the heaviest finding that is shown at a place and asks
    /// for something: an error, or a warning that nobody acknowledged.
    #[must_use]
    pub fn heaviest_at(&self, place: &Place) -> Option<Severity> {
        let asks = |severity: &Severity| *severity != Severity::Note;
        self.shown_at(place)
            .filter(|finding| !finding.is_acknowledged(self.response()))
            .map(|finding| finding.severity)
            .filter(asks)
            .min()
    }
}
