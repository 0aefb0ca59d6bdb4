//! Exporting: the submission and its copies, each read back and checked
//! before it is reported.

use std::path::{Path, PathBuf};

use chrono::Utc;

use super::{Control, ExportJob};
use crate::export::name::{OutputKind, OutputState};
use crate::export::outputs::{self, Output, OutputError, Source};
use crate::export::{archive, pdf};
use crate::i18n::{Message, MessagePair, cli as told, sign_off as say};
use crate::report::{Content, Edition};
use crate::rules::{CompletedResponse, evaluate};
use crate::storage::{self, StorageError};
use crate::submission::file::SubmissionFile;
use crate::submission::key::PublicKey;
use crate::submission::record::SealedRecord;

/// What was written.
#[derive(Debug)]
pub struct Exported {
    /// The state that the names tell.
    pub state: OutputState,
    /// Every file, in the order in which it was written.
    pub files: Vec<WrittenFile>,
    /// The fingerprint of the submission; a draft has none.
    pub fingerprint: Option<String>,
    /// Whose key signed.
    pub signer: Option<String>,
    /// What else deserves to be told.
    pub notes: Vec<Message>,
}

/// A file that was written, read back and checked.
#[derive(Debug)]
pub struct WrittenFile {
    /// What it is.
    pub kind: OutputKind,
    /// Its name.
    pub name: String,
    /// Where it is.
    pub path: PathBuf,
    /// Its size.
    pub size_bytes: usize,
    /// What was found when it was read back.
    pub checks: Vec<Message>,
}

/// Why files were not written, or not all of them.
#[derive(Debug)]
pub enum ExportFailure {
    /// Files of these names are there already.
    Exist(Vec<String>),
    /// It was stopped; what was written until then is whole.
    Stopped {
        /// How many files were written.
        written_count: usize,
    },
    /// It failed.
    Failed(MessagePair),
}

impl From<MessagePair> for ExportFailure {
    fn from(pair: MessagePair) -> Self {
        ExportFailure::Failed(pair)
    }
}

impl From<StorageError> for ExportFailure {
    fn from(error: StorageError) -> Self {
        ExportFailure::Failed(error.message())
    }
}

impl From<OutputError> for ExportFailure {
    fn from(error: OutputError) -> Self {
        ExportFailure::Failed(error.message())
    }
}

/// Makes every file, then writes each, reads it back and checks it.
pub(super) fn export(job: &ExportJob) -> Result<Exported, ExportFailure> {
    begin(&job.control, say::step_preparing(), 0)?;
    refuse_existing(job)?;
    if job.planned.state == OutputState::Draft {
        draft(job)
    } else {
        submission(job)
    }
}

/// Copies that say on every page that they are a draft.
fn draft(job: &ExportJob) -> Result<Exported, ExportFailure> {
    let evaluation = evaluate(&job.shipped.questionnaire, &job.response);
    let content = Content {
        shipped: job.shipped,
        response: &job.response,
        evaluation: &evaluation,
    };
    let made = make_all(job, content, &Source::Draft)?;
    Ok(Exported {
        state: job.planned.state,
        files: write_all(job, &made, None)?,
        fingerprint: None,
        signer: None,
        notes: Vec::new(),
    })
}

fn submission(job: &ExportJob) -> Result<Exported, ExportFailure> {
    let questionnaire = &job.shipped.questionnaire;
    let completed = CompletedResponse::check(questionnaire, &job.response, false)
        .map_err(crate::app::files::not_completed)?;
    let record = SealedRecord::of(&completed).map_err(|error| error.message())?;
    let mut file = SubmissionFile::unsigned(record);
    let mut notes = Vec::new();
    let now = job.now.with_timezone(&Utc);
    if let Some(opened) = &job.key {
        let note = outputs::sign(&mut file, &opened.key, &opened.holder, now);
        notes.extend(note.map_err(|error| error.message())?);
    }
    let key = job.key.as_ref().map(|opened| opened.key.public_key());
    let bytes = file.to_bytes().map_err(|error| error.message())?;
    let verified = key
        .as_ref()
        .and_then(|key| outputs::verified(&bytes, key, now));
    let digest = file.record().digest();
    let content = Content {
        shipped: job.shipped,
        response: &job.response,
        evaluation: completed.evaluation(),
    };
    let source = Source::Submission {
        json: &bytes,
        edition: verified
            .as_ref()
            .map_or(Edition::Unsigned(&digest), Edition::Signed),
    };
    let made = make_all(job, content, &source)?;
    Ok(Exported {
        state: job.planned.state,
        files: write_all(job, &made, key.as_ref())?,
        fingerprint: Some(digest.fingerprint().to_string()),
        signer: job.key.as_ref().map(|opened| opened.name().to_owned()),
        notes,
    })
}

/// Tells what comes next, unless the job is to stop.
fn begin(control: &Control, step: Message, written_count: usize) -> Result<(), ExportFailure> {
    if control.begin(step) {
        Ok(())
    } else {
        Err(ExportFailure::Stopped { written_count })
    }
}

/// Before anything is made: what is there already stays unless it was agreed
/// that it is replaced.
fn refuse_existing(job: &ExportJob) -> Result<(), ExportFailure> {
    let names = job.planned.files.iter().map(|(_, name)| name);
    let existing: Vec<String> = names
        .filter(|name| storage::exists(&job.folder.join(name)))
        .cloned()
        .collect();
    if existing.is_empty() || job.replace {
        Ok(())
    } else {
        Err(ExportFailure::Exist(existing))
    }
}

/// Makes every file before the first is written.
fn make_all(
    job: &ExportJob,
    content: Content<'_>,
    source: &Source<'_>,
) -> Result<Vec<Output>, ExportFailure> {
    let mut made = Vec::new();
    for (kind, name) in &job.planned.files {
        begin(&job.control, say::step_making(name.as_str()), 0)?;
        let output = match kind {
            OutputKind::Zip => outputs::archive(&made, &job.response, job.planned.state)?,
            _ => outputs::make(*kind, name.clone(), job.planned.wanted, content, source)?,
        };
        made.push(output);
    }
    Ok(made)
}

fn write_all(
    job: &ExportJob,
    made: &[Output],
    key: Option<&PublicKey>,
) -> Result<Vec<WrittenFile>, ExportFailure> {
    storage::create_folder(&job.folder)?;
    let mut written = Vec::new();
    for (index, output) in made.iter().enumerate() {
        let step = say::step_writing(output.name.as_str());
        begin(&job.control, step, written.len())?;
        let path = job.folder.join(&output.name);
        storage::write_new(&path, &output.bytes, job.replace)?;
        let bytes = storage::read_back(&path, &output.bytes)?;
        let before = made.get(..index).unwrap_or_default();
        let mut checks = vec![say::check_read_back()];
        checks.extend(check(job, output.kind, &bytes, before, key, &path)?);
        written.push(WrittenFile {
            kind: output.kind,
            name: output.name.clone(),
            path,
            size_bytes: bytes.len(),
            checks,
        });
    }
    Ok(written)
}

/// Checks a file by what its kind allows, from what is on disk.
fn check(
    job: &ExportJob,
    kind: OutputKind,
    bytes: &[u8],
    before: &[Output],
    key: Option<&PublicKey>,
    path: &Path,
) -> Result<Option<Message>, ExportFailure> {
    let found = match kind {
        OutputKind::Json => outputs::self_check(bytes, key, job.now.with_timezone(&Utc)),
        OutputKind::Pdf => pdf::page_count(bytes).map(say::check_pages),
        OutputKind::Zip => archive::holds(bytes, before).then(|| say::check_archive(before.len())),
        OutputKind::Text
        | OutputKind::Page(_)
        | OutputKind::Fragment(_)
        | OutputKind::Markdown(_) => return Ok(None),
    };
    let failed = || {
        ExportFailure::Failed(MessagePair::new(
            told::err_written_not_verified(path.display().to_string()),
            told::hint_written_not_verified(),
        ))
    };
    found.map(Some).ok_or_else(failed)
}
