//! `translate`: texts to a translation bureau and back, as XLIFF.

use std::path::Path;

use super::arguments::Translate;
use super::failure::Failure;
use super::{Exit, Terminal, check};
use crate::export::xliff::{Scope, work_list};
use crate::i18n::{cli as messages, translation as words};
use crate::import::xliff::{MAX_XLIFF_BYTES, XliffError, read, take_in};
use crate::response::{AnswerLanguages, LoadedDraft};
use crate::storage::{self, StorageError};

pub(super) fn run(translate: &Translate, terminal: &mut Terminal<'_>) -> Result<Exit, Failure> {
    match translate {
        Translate::Export {
            draft,
            output,
            scope,
            force,
        } => export(draft, output, *scope, *force, terminal),
        Translate::Import {
            draft,
            file,
            output,
            force,
        } => import(draft, file, output, *force, terminal),
    }
}

fn export(
    draft: &Path,
    output: &Path,
    scope: Scope,
    force: bool,
    terminal: &mut Terminal<'_>,
) -> Result<Exit, Failure> {
    let draft = opened(draft, output, force, terminal)?;
    if draft.response.answer_languages() != AnswerLanguages::Both {
        return Err(XliffError::OneLanguage.into());
    }
    let list = work_list(&draft.shipped.questionnaire, &draft.response, scope);
    let list = list.ok_or(Failure::NothingToTranslate)?;
    storage::write_new(output, list.xml.as_bytes(), force)?;
    storage::read_back(output, list.xml.as_bytes())?;
    let file = output.display().to_string();
    terminal.say(&words::written(file, list.answers, list.units))?;
    Ok(Exit::Good)
}

fn import(
    draft: &Path,
    file: &Path,
    output: &Path,
    force: bool,
    terminal: &mut Terminal<'_>,
) -> Result<Exit, Failure> {
    let LoadedDraft {
        shipped,
        mut response,
        ..
    } = opened(draft, output, force, terminal)?;
    let translations = read(&storage::read_text(file, MAX_XLIFF_BYTES)?)?;
    let questionnaire = &shipped.questionnaire;
    let taken = take_in(questionnaire, &response, &translations)?;
    for line in &taken.report {
        terminal.say(line)?;
    }
    let Some(edit) = taken.edit else {
        terminal.say(&words::nothing_new())?;
        return Ok(Exit::Good);
    };
    let now = terminal.surroundings.now;
    response.apply(questionnaire, edit, now)?;
    let json = response.to_draft_json();
    if json.len() > storage::MAX_DRAFT_BYTES {
        let path = output.to_path_buf();
        let limit_bytes = storage::MAX_DRAFT_BYTES;
        return Err(StorageError::TooLarge { path, limit_bytes }.into());
    }
    storage::write_new(output, json.as_bytes(), force)?;
    storage::read_back(output, json.as_bytes())?;
    terminal.say(&messages::draft_made(output.display().to_string()))?;
    Ok(Exit::Good)
}

/// The draft, where something may be written of it there.
fn opened(
    draft: &Path,
    output: &Path,
    force: bool,
    terminal: &mut Terminal<'_>,
) -> Result<LoadedDraft, Failure> {
    if !force && storage::exists(output) {
        let path = output.to_path_buf();
        return Err(StorageError::Exists { path }.into());
    }
    let loaded = storage::read_draft(draft)?.draft;
    if loaded.read_only {
        // What this version cannot read would be left out.
        let path = draft.to_path_buf();
        return Err(StorageError::NewerDraft { path }.into());
    }
    check::notes_on_reading(&loaded, terminal)?;
    Ok(loaded)
}
