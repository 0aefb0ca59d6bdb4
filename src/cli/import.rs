//! `import`: published pages as a draft.

use std::path::Path;

use uuid::Uuid;

use super::arguments::Import;
use super::failure::Failure;
use super::{Exit, Terminal};
use crate::i18n::cli as messages;
use crate::import::{PublishedPage, pages};
use crate::questionnaire::shipped;
use crate::storage::{self, StorageError};
use crate::submission::key::KeyError;

pub(super) fn run(import: &Import, terminal: &mut Terminal<'_>) -> Result<Exit, Failure> {
    if !import.force && storage::exists(&import.output) {
        let path = import.output.clone();
        return Err(StorageError::Exists { path }.into());
    }
    let form = shipped().first().ok_or(Failure::NoQuestionnaire)?;
    let mut read = Vec::new();
    for path in &import.pages {
        read.push((name(path), storage::read_page(path)?));
    }
    let published: Vec<PublishedPage<'_>> = read
        .iter()
        .map(|(name, bytes)| PublishedPage { name, bytes })
        .collect();
    let id = submission_id(terminal)?;
    let now = terminal.surroundings.now;
    let imported = pages(&published, &form.questionnaire, &form.aliases, id, now)?;
    let json = imported.response.to_draft_json();
    if json.len() > storage::MAX_DRAFT_BYTES {
        // A page of many lines without a place: no draft that could be opened.
        return Err(StorageError::TooLarge {
            path: import.output.clone(),
            limit_bytes: storage::MAX_DRAFT_BYTES,
        }
        .into());
    }
    for message in imported.report.messages() {
        terminal.say(&message)?;
    }
    storage::write_new(&import.output, json.as_bytes(), import.force)?;
    storage::read_back(&import.output, json.as_bytes())?;
    terminal.say(&messages::draft_made(import.output.display().to_string()))?;
    Ok(Exit::Good)
}

fn name(path: &Path) -> String {
    let name = path.file_name().unwrap_or(path.as_os_str());
    name.to_string_lossy().into_owned()
}

/// The UUID (version 4, RFC 9562) that stays with the submission.
fn submission_id(terminal: &Terminal<'_>) -> Result<Uuid, Failure> {
    let mut bytes = [0; 16];
    (terminal.surroundings.fill)(&mut bytes)
        .map_err(|error| KeyError::Randomness(Box::new(error)))?;
    Ok(uuid::Builder::from_random_bytes(bytes).into_uuid())
}
