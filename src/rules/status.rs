//! Where every item and every question stands.

use super::survey::Entry;
use super::{Finding, Rule, Severity};
use crate::questionnaire::{AnsweredBy, Item, ItemState, Question, Questionnaire};
use crate::response::{Place, QuestionnaireResponse};

/// Where one item stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ItemStatus {
    /// Its state.
    pub state: ItemState,
    /// Whether an answer is expected here.
    pub expected: bool,
    /// Whether leaving it blank is an error: it is expected, and its question
    /// is not one that another item has answered already (Questions 6 and 7).
    pub required: bool,
    /// How an answer counts; nothing where there is none.
    pub standing: Option<Standing>,
    /// Whether an answer goes out: it is active, or its author releases it.
    pub released: bool,
}

impl ItemStatus {
    /// Whether there is an answer, and it goes out.
    #[must_use]
    pub fn goes_out(&self) -> bool {
        self.standing.is_some() && self.released
    }

    /// Whether nothing is there and something has to be.
    #[must_use]
    pub fn is_missing(&self) -> bool {
        self.required && self.state == ItemState::Unanswered
    }
}

/// How an answer counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// It was expected.
    Active,
    /// It was given although nothing was expected.
    Supplementary,
}

/// Where a question stands, as a list of questions shows it.
///
/// In an [`super::Evaluation`] what is merely not answered yet is no error, so
/// that nothing is red before anybody has been there; a session counts the
/// findings that it shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum QuestionState {
    /// Nothing is expected, and nothing was answered or decided.
    NotExpected,
    /// Something is expected, and nothing was answered or decided yet.
    NotStarted,
    /// Something was answered or decided, and something is missing.
    InProgress,
    /// Nothing is missing.
    Answered,
    /// All that was answered or decided is "not applicable".
    NotApplicable,
    /// All that was answered or decided is "no response".
    NoResponse,
    /// There is an error that counts.
    HasErrors,
    /// Nothing is missing, and there is a warning that nobody acknowledged.
    HasWarnings,
}

/// How far a form is filled in, in questions.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    /// Questions of which nothing is missing.
    pub done: usize,
    /// Questions of which something is expected.
    pub expected: usize,
}

/// The status of every item of a question, in order.
pub(super) fn of_question(
    questionnaire: &Questionnaire,
    response: &QuestionnaireResponse,
    question: &Question,
) -> Vec<ItemStatus> {
    let answers = response.with(questionnaire);
    let states: Vec<ItemState> = question
        .items
        .iter()
        .map(|item| response.state(questionnaire, &item.id))
        .collect();
    let satisfied = question.answered_by == AnsweredBy::AnyItem
        && states.iter().any(|state| *state != ItemState::Unanswered);
    let standing_of = |(item, state): (&Item, ItemState)| {
        let condition = item.expected_when.as_ref();
        let expected = condition.is_none_or(|condition| condition.holds(&answers));
        let standing = (state == ItemState::Answered).then_some(if expected {
            Standing::Active
        } else {
            Standing::Supplementary
        });
        let release = response
            .answer(&item.id)
            .is_none_or(|answer| answer.release);
        ItemStatus {
            state,
            expected,
            required: expected && !satisfied,
            standing,
            released: standing != Some(Standing::Supplementary) || release,
        }
    };
    question.items.iter().zip(states).map(standing_of).collect()
}

impl QuestionState {
    /// The state that follows from the items of a question, and from the
    /// heaviest of the findings that count there; a missing answer by itself
    /// need not count.
    #[must_use]
    pub fn of(items: &[ItemStatus], heaviest: Option<Severity>) -> Self {
        let is_begun = |item: &&ItemStatus| item.state != ItemState::Unanswered;
        let begun: Vec<&ItemStatus> = items.iter().filter(is_begun).collect();
        let all = |wanted: ItemState| begun.iter().all(|item| item.state == wanted);
        if heaviest == Some(Severity::Error) {
            QuestionState::HasErrors
        } else if items.iter().any(ItemStatus::is_missing) {
            if begun.is_empty() {
                QuestionState::NotStarted
            } else {
                QuestionState::InProgress
            }
        } else if heaviest == Some(Severity::Warning) {
            QuestionState::HasWarnings
        } else if begun.is_empty() {
            QuestionState::NotExpected
        } else if all(ItemState::NotApplicable) {
            QuestionState::NotApplicable
        } else if all(ItemState::NoResponse) {
            QuestionState::NoResponse
        } else {
            QuestionState::Answered
        }
    }
}

/// Where a question stands. `open` are the findings that count: errors, and
/// warnings that nobody acknowledged.
pub(super) fn question_state(entries: &[Entry<'_>], open: &[&Finding]) -> QuestionState {
    let concerns = |finding: &&&Finding| {
        finding.places.iter().any(|place| {
            entries
                .iter()
                .any(|entry| matches!(place, Place::Item(item) if item == &entry.item.id))
        })
    };
    let heaviest = open
        .iter()
        .filter(concerns)
        .filter(|finding| finding.rule != Rule::Unanswered)
        .map(|finding| finding.severity)
        .min();
    let items: Vec<ItemStatus> = entries.iter().map(|entry| entry.status).collect();
    QuestionState::of(&items, heaviest)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::response::Decision;
    use crate::rules::trial::Trial;

    fn state(trial: &Trial<'_>, number: u32) -> QuestionState {
        let evaluation = trial.evaluate();
        let mut questions = trial.questionnaire.questions();
        let question = questions.find(|question| question.number == number);
        evaluation.question(question.unwrap())
    }

    #[test]
    fn empty_form_is_not_started_and_nothing_is_red() {
        let trial = Trial::empty();
        for number in [1, 3, 6, 13] {
            assert_eq!(state(&trial, number), QuestionState::NotStarted);
        }
        for number in [4, 5] {
            assert_eq!(state(&trial, number), QuestionState::NotExpected);
        }
        let progress = trial.evaluate().progress(trial.questionnaire);
        assert_eq!((progress.done, progress.expected), (0, 11));
    }

    #[test]
    fn every_state_of_a_question_is_reached() {
        let mut trial = Trial::complete();
        assert_eq!(state(&trial, 1), QuestionState::Answered);
        trial.choose("q1", &["q1.no"]);
        assert_eq!(state(&trial, 1), QuestionState::InProgress);
        trial.write("q1.text", "By fall 2024.");
        assert_eq!(state(&trial, 1), QuestionState::HasWarnings);
        trial.choose("q2", &["q2.no"]);
        trial.write("q2.text", "N/A");
        assert_eq!(state(&trial, 1), QuestionState::Answered);
        assert_eq!(state(&trial, 2), QuestionState::Answered);
        trial.decide("q12", Decision::NotApplicable);
        assert_eq!(state(&trial, 12), QuestionState::NotApplicable);
        trial.write("q13", "No response submitted.");
        assert_eq!(state(&trial, 13), QuestionState::NoResponse);
        let mut answer = crate::response::Answer::default();
        answer.choices.insert("q12.perhaps".into());
        trial.restore("q12", answer);
        assert_eq!(state(&trial, 12), QuestionState::HasErrors);
    }

    #[test]
    fn acknowledged_warning_no_longer_marks_its_question() {
        let mut trial = Trial::complete();
        trial.erase("q6.text");
        assert_eq!(state(&trial, 6), QuestionState::HasWarnings);
        let finding = trial.found(Rule::TicksWithoutText, "");
        let acknowledgement = finding.acknowledgement(&trial.response, "");
        trial.apply(crate::response::Edit::Acknowledge(acknowledgement));
        assert_eq!(state(&trial, 6), QuestionState::Answered);
    }

    #[test]
    fn question_that_takes_any_item_is_done_by_one() {
        let mut trial = Trial::complete();
        trial.erase("q7");
        let evaluation = trial.evaluate();
        let progress = evaluation.progress(trial.questionnaire);
        assert_eq!((progress.done, progress.expected), (12, 12));
        let status = evaluation.item(&"q7".into()).unwrap();
        assert!(status.expected && !status.required && !status.is_missing());
    }
}
