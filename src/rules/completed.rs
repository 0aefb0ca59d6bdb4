//! A response that may become a record.

use super::{Evaluation, evaluate};
use crate::questionnaire::Questionnaire;
use crate::response::QuestionnaireResponse;

/// A response that was checked: nothing blocks it, and every warning is
/// acknowledged or was accepted as a whole.
#[derive(Debug)]
pub struct CompletedResponse<'a> {
    questionnaire: &'a Questionnaire,
    response: &'a QuestionnaireResponse,
    evaluation: Evaluation,
}

/// Why a response may not become a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotCompleted {
    /// There are errors.
    #[error("{count} errors")]
    Errors {
        /// How many.
        count: usize,
    },
    /// There are warnings that nobody acknowledged.
    #[error("{count} open warnings")]
    OpenWarnings {
        /// How many.
        count: usize,
    },
}

impl<'a> CompletedResponse<'a> {
    /// Checks a response.
    ///
    /// # Errors
    /// Where there are errors, or warnings that are neither acknowledged nor
    /// accepted by `accept_warnings`.
    pub fn check(
        questionnaire: &'a Questionnaire,
        response: &'a QuestionnaireResponse,
        accept_warnings: bool,
    ) -> Result<Self, NotCompleted> {
        let evaluation = evaluate(questionnaire, response);
        let errors = evaluation.of(super::Severity::Error).count();
        if errors > 0 {
            return Err(NotCompleted::Errors { count: errors });
        }
        let open = evaluation.open_warnings(response).count();
        if open > 0 && !accept_warnings {
            return Err(NotCompleted::OpenWarnings { count: open });
        }
        Ok(CompletedResponse {
            questionnaire,
            response,
            evaluation,
        })
    }

    /// The definition.
    #[must_use]
    pub fn questionnaire(&self) -> &'a Questionnaire {
        self.questionnaire
    }

    /// The response.
    #[must_use]
    pub fn response(&self) -> &'a QuestionnaireResponse {
        self.response
    }

    /// What the rules said of it.
    #[must_use]
    pub fn evaluation(&self) -> &Evaluation {
        &self.evaluation
    }
}
