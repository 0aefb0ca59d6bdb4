//! Drafts and pages.

use std::path::PathBuf;

use super::{ImportedDraft, OpenedDraft, SaveFailure, SavedDraft};
use crate::i18n::{MessagePair, window};
use crate::response::QuestionnaireResponse;
use crate::storage::{FileStamp, StorageError, read_draft, save_draft, stamp};

pub(super) fn open(path: PathBuf) -> Result<OpenedDraft, MessagePair> {
    let opened = read_draft(&path).map_err(|error| error.message())?;
    Ok(OpenedDraft {
        path,
        draft: opened.draft,
        stamp: opened.stamp,
    })
}

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
            may_overwrite: matches!(
                error,
                StorageError::Exists { .. } | StorageError::ChangedMeanwhile { .. }
            )
            .then_some(path),
            pair: error.message(),
        }),
    }
}

pub(super) fn import(_pages: &[PathBuf]) -> Result<Box<ImportedDraft>, MessagePair> {
    Err(MessagePair::new(
        window::err_not_there_yet(),
        window::hint_not_there_yet(),
    ))
}
