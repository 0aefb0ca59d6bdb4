//! What is missing or contradictory.
//!
//! [`evaluate`] is pure and total: the same definition and response always
//! give the same [`Evaluation`], and no response makes it fail. What it finds
//! are values, not texts: screen, terminal and review all show the same list,
//! and name places alike ([`place_label`]). Errors block signing, warnings ask
//! for an acknowledgement, notes ask for nothing. What a text says is left to
//! people (`FACTS`, "What real answers do"): no published answer may be
//! refused.
//!
//! Next in the flow: a response without errors becomes a
//! [`CompletedResponse`], and only that can become a record.

mod completed;
mod consistency;
mod evaluation;
mod expected;
mod finding;
mod frame;
mod languages;
mod place;
mod published;
mod rule;
mod status;
mod supplementary;
mod survey;
mod translations;
#[cfg(test)]
mod trial;

use crate::questionnaire::Questionnaire;
use crate::response::QuestionnaireResponse;
use survey::Survey;

pub use completed::{CompletedResponse, NotCompleted};
pub use evaluation::Evaluation;
pub use finding::{Finding, Severity};
pub use place::place_label;
pub use published::Looked;
pub use rule::Rule;
pub use status::{ItemStatus, Progress, QuestionState, Standing};
pub use translations::{Translatable, TranslationStanding, source_of, translatable};

/// Evaluates a response against its definition.
///
/// Digests are made only of what was acknowledged.
#[must_use]
pub fn evaluate(questionnaire: &Questionnaire, response: &QuestionnaireResponse) -> Evaluation {
    evaluate_again(questionnaire, response, &mut Looked::default())
}

/// The same, quick enough to run at every keystroke: texts that say what they said
/// before are not looked through again.
#[must_use]
pub fn evaluate_again(
    questionnaire: &Questionnaire,
    response: &QuestionnaireResponse,
    looked: &mut Looked,
) -> Evaluation {
    let survey = Survey::new(questionnaire, response);
    let mut findings = Vec::new();
    expected::check(&survey, &mut findings);
    let contradicting = consistency::check(&survey, &mut findings);
    supplementary::check(&survey, &contradicting, &mut findings);
    languages::check(&survey, &mut findings);
    published::check(&survey, looked, &mut findings);
    frame::check(&survey, &mut findings);
    Evaluation::new(&survey, findings)
}
