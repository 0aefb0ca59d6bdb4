//! `compare`: how two submissions differ, or a submission and a draft.

use std::path::Path;

use super::arguments::Compare;
use super::failure::Failure;
use super::{Exit, Terminal};
use crate::i18n::compare as words;
use crate::questionnaire::shipped;
use crate::storage::{self, DraftOrSubmission};
use crate::submission::compare::{Difference, compare, record_of_draft};
use crate::submission::record::{Record, SealError};
use crate::submission::verify::{Verification, read_unverified};

pub(super) fn run(arguments: &Compare, terminal: &mut Terminal<'_>) -> Result<Exit, Failure> {
    let before = record(&arguments.before)?;
    let after = record(&arguments.after)?;
    let differences = compare(&before, &after);
    terminal.note(&words::not_verified())?;
    if differences.is_empty() {
        terminal.say(&words::same())?;
        return Ok(Exit::Good);
    }
    terminal.say(&words::count(differences.len()))?;
    for difference in &differences {
        tell(difference, &before, terminal)?;
    }
    Ok(Exit::Findings)
}

/// The record of a submission, or the one that a draft would make.
fn record(path: &Path) -> Result<Record, Failure> {
    match storage::read_draft_or_submission(path)? {
        DraftOrSubmission::Draft(opened) => {
            let draft = opened.draft;
            let record = record_of_draft(&draft.shipped.questionnaire, &draft.response);
            Ok(record.map_err(SealError::from)?)
        }
        DraftOrSubmission::Submission(json) => match read_unverified(&json) {
            Ok(sealed) => Ok(sealed.record().clone()),
            Err(reasons) => {
                let found = Verification::NotVerified(reasons);
                Err(Failure::NotToSign(Box::new(found)))
            }
        },
    }
}

/// One field: what stood there, and what stands there now. Of long texts the
/// lines that are the same at the start and at the end are left out.
fn tell(
    difference: &Difference,
    before: &Record,
    terminal: &mut Terminal<'_>,
) -> Result<(), Failure> {
    let own = |id: &str| id == before.questionnaire.id;
    let form = shipped()
        .iter()
        .find(|shipped| own(&shipped.questionnaire.id));
    let form = form.or_else(|| shipped().first());
    let questionnaire = &form.ok_or(Failure::NoQuestionnaire)?.questionnaire;
    terminal.line("")?;
    terminal.say(&difference.field.label(questionnaire))?;
    let (before, after) = difference.lines(terminal.language());
    for (sign, lines) in [("-", before), ("+", after)] {
        for line in lines {
            terminal.line(&format!("{sign} {line}"))?;
        }
    }
    Ok(())
}
