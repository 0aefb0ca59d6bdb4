//! `revise`: a draft to correct a submission.

use chrono::Utc;

use super::arguments::Revise;
use super::failure::Failure;
use super::{Exit, Terminal, verify};
use crate::i18n::{cli as messages, trust as words};
use crate::storage::{self, StorageError};
use crate::submission::correction::correction;
use crate::submission::verify::{OpenedSubmission, open};

pub(super) fn run(revise: &Revise, terminal: &mut Terminal<'_>) -> Result<Exit, Failure> {
    if !revise.force && storage::exists(&revise.output) {
        let path = revise.output.clone();
        return Err(StorageError::Exists { path }.into());
    }
    let file = storage::read_submission(&revise.submission)?;
    let keys = verify::public_keys(&revise.public_keys)?;
    let now = terminal.surroundings.now;
    let opened = open(&file, &keys, now.with_timezone(&Utc)).map_err(Failure::NotToSign)?;
    if !matches!(opened, OpenedSubmission::Verified(_)) {
        terminal.note(&words::revised_unchecked())?;
    }
    let draft = correction(opened.record(), now)?;
    let json = draft.to_draft_json();
    storage::write_new(&revise.output, json.as_bytes(), revise.force)?;
    storage::read_back(&revise.output, json.as_bytes())?;
    terminal.say(&messages::draft_made(revise.output.display().to_string()))?;
    terminal.say(&words::revised(
        draft.revision().to_string(),
        draft.previous().unwrap_or_default(),
    ))?;
    Ok(Exit::Good)
}
