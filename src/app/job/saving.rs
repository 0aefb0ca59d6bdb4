//! Writing drafts, under their names and in the recovery folder.

use std::path::{Path, PathBuf};

use super::{KeptDraft, Obstacle, OpenedRecovery, SaveFailure, SavedDraft};
use crate::app::RecoveredDraft;
use crate::i18n::MessagePair;
use crate::response::QuestionnaireResponse;
use crate::rules::evaluate;
use crate::storage::{self, FileStamp, RecoveryClaim, StorageError, save_draft, stamp};

pub(super) fn save(
    path: PathBuf,
    response: &QuestionnaireResponse,
    expected: Option<FileStamp>,
    overwrite: bool,
) -> Result<SavedDraft, SaveFailure> {
    // Whoever overwrites has seen that the file is another one now.
    let expected = if overwrite {
        stamp(&path)
    } else {
        Ok(expected)
    };
    let saved = expected.and_then(|expected| save_draft(&path, response, expected.as_ref()));
    match saved {
        Ok(stamp) => Ok(SavedDraft { path, stamp }),
        Err(error) => Err(SaveFailure {
            obstacle: obstacle(&error, &path),
            pair: error.message(),
            path,
        }),
    }
}

fn obstacle(error: &StorageError, path: &Path) -> Obstacle {
    match error {
        StorageError::ChangedMeanwhile { .. } if storage::exists(path) => Obstacle::Changed,
        StorageError::ChangedMeanwhile { .. } | StorageError::Exists { .. } => Obstacle::InTheWay,
        _ => Obstacle::Other,
    }
}

pub(super) fn keep(
    folder: &Path,
    known: Option<(PathBuf, FileStamp)>,
    response: &QuestionnaireResponse,
) -> Result<KeptDraft, MessagePair> {
    if let Some((path, stamp)) = known {
        // What somebody removed or changed there is not ours any more.
        match save_draft(&path, response, Some(&stamp)) {
            Err(StorageError::ChangedMeanwhile { .. }) => {}
            Err(error) => return Err(error.message()),
            Ok(stamp) => {
                return Ok(KeptDraft {
                    path,
                    stamp,
                    claim: None,
                });
            }
        }
    }
    let saved = storage::save_new_recovery(folder, response);
    let (path, stamp) = saved.map_err(|error| error.message())?;
    let claim = RecoveryClaim::new(&path);
    Ok(KeptDraft { path, stamp, claim })
}

pub(super) fn list(folder: &Path) -> Vec<RecoveredDraft> {
    let drafts = storage::recovered_drafts(folder).into_iter();
    let describe = |(path, opened): (PathBuf, storage::OpenedDraft)| {
        let questionnaire = &opened.draft.shipped.questionnaire;
        let response = &opened.draft.response;
        RecoveredDraft {
            path,
            organization: response.organization().name.clone(),
            modified_at: response.modified_at(),
            progress: evaluate(questionnaire, response).progress(questionnaire),
        }
    };
    drafts.map(describe).collect()
}

pub(super) fn open_recovered(path: PathBuf) -> Result<Box<OpenedRecovery>, MessagePair> {
    let claim = RecoveryClaim::new(&path);
    let opened = storage::read_draft(&path).map_err(|error| error.message())?;
    Ok(Box::new(OpenedRecovery {
        path,
        opened,
        claim,
    }))
}
