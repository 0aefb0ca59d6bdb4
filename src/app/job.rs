//! Work away from the screen: files, key derivation, signing, pages of a PDF.
//!
//! A [`Job`] holds everything that it needs, runs on a thread of its own, and
//! comes back as a [`JobResult`]. Nothing is shared in between.

mod export;
mod keys;
mod run;
mod runner;

use std::path::PathBuf;

use chrono::{DateTime, FixedOffset};

use super::{Browse, Example, ExportForm, KeyForm, KeyRequest, Moment, OpenedKey};
use crate::i18n::{Message, MessagePair, window};
use crate::questionnaire::Shipped;
use crate::response::{LoadedDraft, QuestionnaireResponse};
use crate::storage::{self, FileStamp};

pub use runner::Runner;

/// Work to do.
#[derive(Debug)]
pub enum Job {
    /// Reads a draft.
    Open(PathBuf),
    /// Writes a draft.
    Save {
        /// Where.
        path: PathBuf,
        /// What.
        response: Box<QuestionnaireResponse>,
        /// The file as it was last read or written; none for a new file.
        expected: Option<FileStamp>,
        /// Whether whatever is there now is replaced.
        overwrite: bool,
    },
    /// Reads one or two published pages.
    Import {
        /// The pages.
        pages: Vec<PathBuf>,
        /// The definition that they answer.
        shipped: &'static Shipped,
        /// When, and the identifier of the new response.
        moment: Moment,
    },
    /// Opens a key.
    OpenKey(KeyRequest),
    /// Makes a key and writes it.
    MakeKey {
        /// Where.
        path: PathBuf,
        /// The organization of its holder, where it is known.
        organization_id: Option<String>,
        /// Name, role and passphrase.
        form: KeyForm,
    },
    /// Writes the signed submission and the PDF.
    Export(Box<ExportJob>),
    /// Writes what the person prefers.
    WritePreferences {
        /// Where.
        path: PathBuf,
        /// The content of the file.
        json: String,
    },
}

/// What an export needs.
#[derive(Debug)]
pub struct ExportJob {
    /// The folder to write into.
    pub folder: PathBuf,
    /// The definition.
    pub shipped: &'static Shipped,
    /// The response.
    pub response: QuestionnaireResponse,
    /// What was asked for.
    pub form: ExportForm,
    /// When.
    pub now: DateTime<FixedOffset>,
    /// The key that signs; unsigned without one.
    pub key: Option<OpenedKey>,
}

/// What came of a job.
#[derive(Debug)]
pub enum JobResult {
    /// A draft was read.
    Opened(Result<Box<OpenedDraft>, MessagePair>),
    /// A draft was written.
    Saved(Result<SavedDraft, SaveFailure>),
    /// Pages were read.
    Imported(Result<Box<ImportedDraft>, MessagePair>),
    /// A key was opened; if not, what was asked for comes back without the passphrase.
    KeyOpened(Result<OpenedKey, Box<(KeyRequest, MessagePair)>>),
    /// A key was made.
    KeyMade(Result<OpenedKey, MessagePair>),
    /// Files were exported.
    Exported(Result<Vec<Message>, MessagePair>),
    /// Preferences were written.
    PreferencesWritten(Result<(), MessagePair>),
    /// The system's file dialog was answered; nothing where it was cancelled.
    Chosen(Browse, Option<PathBuf>),
}

/// A draft that was read.
#[derive(Debug)]
pub struct OpenedDraft {
    /// Where.
    pub path: PathBuf,
    /// What stands there.
    pub draft: LoadedDraft,
    /// The file as it was then.
    pub stamp: FileStamp,
}

/// A draft that was written.
#[derive(Debug)]
pub struct SavedDraft {
    /// Where.
    pub path: PathBuf,
    /// The file as it is now.
    pub stamp: FileStamp,
}

/// A draft that was not written.
#[derive(Debug)]
pub struct SaveFailure {
    /// The path, where only another file or somebody else's change is in the way.
    pub may_overwrite: Option<PathBuf>,
    /// What happened and what to do.
    pub pair: MessagePair,
}

/// A response that was made from pages.
#[derive(Debug)]
pub struct ImportedDraft {
    /// The definition that it answers.
    pub shipped: &'static Shipped,
    /// The response.
    pub response: QuestionnaireResponse,
    /// What deserves to be told.
    pub report: Vec<Message>,
}

impl Job {
    /// What the status line says meanwhile.
    #[must_use]
    pub fn message(&self) -> Message {
        match self {
            Job::Open(_) => window::status_opening(),
            Job::Save { .. } | Job::WritePreferences { .. } => window::status_saving(),
            Job::Import { .. } => window::status_importing(),
            Job::OpenKey(_) => window::status_opening_key(),
            Job::MakeKey { .. } => window::status_making_key(),
            Job::Export(_) => window::status_exporting(),
        }
    }

    /// Does the work, on the thread that calls.
    #[must_use]
    pub fn run(self) -> JobResult {
        match self {
            Job::Open(path) => JobResult::Opened(run::open(path)),
            Job::Save {
                path,
                response,
                expected,
                overwrite,
            } => JobResult::Saved(run::save(path, &response, expected, overwrite)),
            Job::Import {
                pages,
                shipped,
                moment,
            } => JobResult::Imported(run::import(&pages, shipped, moment)),
            Job::OpenKey(request) => JobResult::KeyOpened(keys::open(&request)),
            Job::MakeKey {
                path,
                organization_id,
                form,
            } => JobResult::KeyMade(keys::make(&path, organization_id, &form)),
            Job::Export(job) => JobResult::Exported(export::export(&job)),
            Job::WritePreferences { path, json } => {
                let written = storage::write_preferences(&path, &json);
                JobResult::PreferencesWritten(written.map_err(|error| error.message()))
            }
        }
    }
}

/// Reads an example; it is part of the program and needs no thread.
pub(super) fn read_example(example: &Example) -> Result<LoadedDraft, MessagePair> {
    let value = serde_json::from_str(example.json).unwrap_or_default();
    QuestionnaireResponse::from_draft_json(&value).map_err(|error| error.message())
}
