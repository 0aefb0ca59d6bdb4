//! `blank`: the questionnaire to fill in on paper.

use super::arguments::Blank;
use super::failure::Failure;
use super::{Exit, Terminal};
use crate::export::outputs::{self, OutputError};
use crate::i18n::cli as messages;
use crate::questionnaire::shipped;
use crate::response::hex;
use crate::storage::{self, StorageError};
use crate::submission::canonical::sha256;

pub(super) fn run(blank: &Blank, terminal: &mut Terminal<'_>) -> Result<Exit, Failure> {
    if !blank.force && storage::exists(&blank.output) {
        let path = blank.output.clone();
        return Err(StorageError::Exists { path }.into());
    }
    // The newest questionnaire stands last.
    let form = shipped().last().ok_or(Failure::NoQuestionnaire)?;
    terminal.note(&messages::progress_making_pdf())?;
    let bytes = outputs::blank(form, blank.languages, blank.settings).map_err(OutputError::from)?;
    storage::write_new(&blank.output, &bytes, blank.force)?;
    let bytes = storage::read_back(&blank.output, &bytes)?;
    terminal.say(&messages::file_written(
        blank.output.display().to_string(),
        bytes.len(),
        hex(&sha256(&bytes)),
    ))?;
    Ok(Exit::Good)
}
