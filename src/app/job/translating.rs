//! Files for translation bureaus, written and read.

use std::path::{Path, PathBuf};

use super::JobResult;
use crate::export::xliff::WorkList;
use crate::i18n::MessagePair;
use crate::import::xliff::{MAX_XLIFF_BYTES, Translations, read};
use crate::storage::{self, StorageError};

/// What writing the texts to be translated needs.
#[derive(Debug)]
pub struct WorkListJob {
    /// The file.
    pub path: PathBuf,
    /// What is written.
    pub list: WorkList,
    /// Whether a file that is there is replaced.
    pub replace: bool,
}

/// What was written.
#[derive(Debug)]
pub struct WrittenWorkList {
    /// Where.
    pub path: PathBuf,
    /// How many answers.
    pub answers: usize,
    /// How many segments.
    pub units: usize,
}

/// Why nothing was written.
#[derive(Debug)]
pub enum WorkListFailure {
    /// There is such a file already.
    Exists,
    /// It failed.
    Failed(MessagePair),
}

impl From<StorageError> for WorkListFailure {
    fn from(error: StorageError) -> Self {
        match error {
            StorageError::Exists { .. } => WorkListFailure::Exists,
            _ => WorkListFailure::Failed(error.message()),
        }
    }
}

/// Writes the file and reads it back.
pub(super) fn write(job: WorkListJob) -> JobResult {
    JobResult::WorkListWritten(written(job))
}

/// Reads a file that came back.
pub(super) fn take(path: &Path) -> JobResult {
    JobResult::TranslationsRead(translations(path))
}

fn written(job: WorkListJob) -> Result<WrittenWorkList, WorkListFailure> {
    let bytes = job.list.xml.as_bytes();
    storage::write_new(&job.path, bytes, job.replace)?;
    storage::read_back(&job.path, bytes)?;
    Ok(WrittenWorkList {
        path: job.path,
        answers: job.list.answers,
        units: job.list.units,
    })
}

fn translations(path: &Path) -> Result<Box<Translations>, MessagePair> {
    let xml = storage::read_text(path, MAX_XLIFF_BYTES).map_err(|error| error.message())?;
    let translations = read(&xml).map_err(|error| error.message())?;
    Ok(Box::new(translations))
}
