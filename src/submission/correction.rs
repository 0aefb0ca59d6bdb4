//! A correction: the next revision of a submission, as a draft.

use super::record::SealedRecord;
use super::restored::{NotRestored, Restored};
use crate::response::QuestionnaireResponse;
use chrono::{DateTime, FixedOffset};

/// The draft of the revision that follows `previous`: the same answers, one
/// revision more, and a reference to the record before.
///
/// Acknowledgements and what never goes out are not in it.
///
/// # Errors
/// Where the questionnaire is unknown, or the record holds what this program
/// would write in another way.
pub fn correction(
    previous: &SealedRecord,
    now: DateTime<FixedOffset>,
) -> Result<QuestionnaireResponse, NotRestored> {
    let restored = Restored::of(previous)?;
    let revision = previous.record().submission.revision;
    let next = revision.checked_add(1).ok_or(NotRestored::OtherProgram)?;
    let digest = previous.digest().hex();
    Ok(restored
        .response
        .at_revision(next, Some(digest))
        .changed_at(now))
}
