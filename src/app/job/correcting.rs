//! Making the draft of the next revision.

use super::Sources;
use crate::i18n::MessagePair;
use crate::questionnaire::Shipped;
use crate::response::QuestionnaireResponse;
use crate::submission::correction::correction;
use crate::submission::restored::Restored;
use crate::submission::verify::OpenedSubmission;

/// The draft that corrects a submission.
#[derive(Debug)]
pub struct Correction {
    /// The definition that it answers.
    pub shipped: &'static Shipped,
    /// The answers.
    pub response: QuestionnaireResponse,
    /// Whether every signature of the submission was found to be good.
    pub is_checked: bool,
}

pub(super) fn run(sources: &Sources) -> Result<Box<Correction>, MessagePair> {
    let json = sources.submission()?;
    let opened = sources.known()?.open(&json)?;
    let record = opened.record();
    let restored = Restored::of(record).map_err(|error| error.message())?;
    Ok(Box::new(Correction {
        shipped: restored.shipped,
        response: correction(record, sources.now).map_err(|error| error.message())?,
        is_checked: matches!(opened, OpenedSubmission::Verified(_)),
    }))
}
