//! What is missing or contradictory.
//!
//! [`evaluate`] is pure and total: the same definition and response always
//! give the same [`Evaluation`], and no response makes it fail. What it finds
//! are values, not texts: screen, terminal and review all show the same list.
//! Errors block signing, warnings ask for an acknowledgement, notes ask for
//! nothing. What a text says is left to people (`FACTS`, "What real answers
//! do"): no published answer may be refused.
//!
//! Next in the flow: a response without errors becomes a
//! [`CompletedResponse`], and only that can become a record.

mod completed;
mod finding;
mod status;

use crate::questionnaire::Questionnaire;
use crate::response::QuestionnaireResponse;

pub use completed::{CompletedResponse, NotCompleted};
pub use finding::{Finding, Rule, Severity};
pub use status::{Evaluation, ItemStatus, Progress, Standing};

/// Evaluates a response against its definition.
#[must_use]
pub fn evaluate(questionnaire: &Questionnaire, response: &QuestionnaireResponse) -> Evaluation {
    let items = status::items(questionnaire, response);
    Evaluation::new(items, Vec::new())
}
