//! Comparing two records. Nothing is verified.

use std::path::{Path, PathBuf};

use super::verifying::refused;
use crate::app::{CompareForm, Comparison};
use crate::i18n::{MessagePair, approval as messages};
use crate::questionnaire::shipped;
use crate::storage::{self, DraftOrSubmission};
use crate::submission::compare::{compare, record_of_draft};
use crate::submission::copy::{HandedIn, is_pdf};
use crate::submission::record::{Record, SealError};
use crate::submission::verify::{Reason, Rule, Verification, read_unverified};

/// What comparing needs.
#[derive(Debug)]
pub struct CompareJob {
    /// The submission that was verified.
    pub this: PathBuf,
    /// The other file.
    pub other: PathBuf,
    /// What was filled in.
    pub form: CompareForm,
}

pub(super) fn run(job: CompareJob) -> Result<Box<Comparison>, MessagePair> {
    let this = record(&job.this)?;
    let other = record(&job.other)?;
    let known = |id: &str| shipped().iter().find(|one| one.questionnaire.id == id);
    let form = known(&this.questionnaire.id).or_else(|| shipped().first());
    let unknown = || MessagePair::new(messages::err_no_form(), messages::hint_no_form());
    let questionnaire = &form.ok_or_else(unknown)?.questionnaire;
    let named = |difference: crate::submission::compare::Difference| {
        (difference.field.label(questionnaire), difference)
    };
    Ok(Box::new(Comparison {
        form: job.form,
        differences: compare(&this, &other).into_iter().map(named).collect(),
    }))
}

/// The record of a submission or of what a PDF carries, or the one that a
/// draft would make.
fn record(path: &Path) -> Result<Record, MessagePair> {
    let file = storage::read_handed_in(path).map_err(|error| error.message())?;
    if is_pdf(&file) {
        let handed_in = HandedIn::of(&file).map_err(|found| refused(&found))?;
        return unverified(&handed_in.submission);
    }
    let read = storage::read_draft_or_submission(path).map_err(|error| error.message())?;
    match read {
        DraftOrSubmission::Submission(json) => unverified(&json),
        DraftOrSubmission::Draft(opened) => {
            let draft = opened.draft;
            let record = record_of_draft(&draft.shipped.questionnaire, &draft.response);
            record.map_err(|fault| {
                let rule = Rule::from(SealError::Record(fault));
                refused(&Verification::NotVerified(vec![Reason {
                    signature: None,
                    rule,
                }]))
            })
        }
    }
}

fn unverified(json: &[u8]) -> Result<Record, MessagePair> {
    match read_unverified(json) {
        Ok(sealed) => Ok(sealed.record().clone()),
        Err(reasons) => Err(refused(&Verification::NotVerified(reasons))),
    }
}
