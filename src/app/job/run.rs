//! Drafts and pages.

use std::path::PathBuf;

use super::{ImportedDraft, JobResult, OpenedDraft};
use crate::app::Moment;
use crate::i18n::MessagePair;
use crate::import::{self, PublishedPage};
use crate::questionnaire::Shipped;
use crate::storage::{StorageError, read_draft, read_page};

pub(super) fn open(path: PathBuf) -> Result<Box<OpenedDraft>, MessagePair> {
    read(path).map_err(|error| error.message())
}

/// Opens a draft that somebody chose; says apart where it is not there.
pub(super) fn open_chosen(path: PathBuf) -> JobResult {
    match read(path.clone()) {
        Err(error @ StorageError::NotFound { .. }) => JobResult::Missing(path, error.message()),
        read => JobResult::Opened(read.map_err(|error| error.message())),
    }
}

fn read(path: PathBuf) -> Result<Box<OpenedDraft>, StorageError> {
    let opened = read_draft(&path)?;
    Ok(Box::new(OpenedDraft {
        path,
        draft: opened.draft,
        stamp: opened.stamp,
    }))
}

pub(super) fn import(
    paths: &[PathBuf],
    shipped: &'static Shipped,
    moment: Moment,
) -> Result<Box<ImportedDraft>, MessagePair> {
    let mut read = Vec::with_capacity(paths.len());
    for path in paths {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let bytes = read_page(path).map_err(|error| error.message())?;
        read.push((name.into_owned(), bytes));
    }
    let pages: Vec<PublishedPage<'_>> = read
        .iter()
        .map(|(name, bytes)| PublishedPage { name, bytes })
        .collect();
    let imported = import::pages(
        &pages,
        &shipped.questionnaire,
        &shipped.aliases,
        moment.fresh_id,
        moment.now,
    )
    .map_err(|error| error.message())?;
    Ok(Box::new(ImportedDraft {
        shipped,
        response: imported.response,
        report: imported.report.messages(),
    }))
}
