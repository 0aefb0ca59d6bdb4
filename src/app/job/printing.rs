//! PDFs that are made to be printed at once, and blank forms.

use std::path::PathBuf;

use crate::export::name::{OutputKind, OutputState};
use crate::export::outputs::{self, OutputError, Source, Wanted};
use crate::export::pdf;
use crate::export::settings::Settings;
use crate::i18n::{MessagePair, cli as told};
use crate::questionnaire::Shipped;
use crate::report::{Content, Edition};
use crate::response::{AnswerLanguages, QuestionnaireResponse};
use crate::rules::{CompletedResponse, evaluate};
use crate::storage::{self, StorageError};
use crate::submission::file::SubmissionFile;
use crate::submission::record::SealedRecord;

/// What printing needs.
#[derive(Debug)]
pub struct PrintJob {
    /// The folder where the PDF is kept until the next start.
    pub folder: PathBuf,
    /// What is printed.
    pub what: Printout,
    /// How.
    pub settings: Settings,
}

/// What is printed.
#[derive(Debug)]
pub enum Printout {
    /// A response as it is now.
    Response {
        /// The definition.
        shipped: &'static Shipped,
        /// The response.
        response: Box<QuestionnaireResponse>,
        /// The languages.
        languages: AnswerLanguages,
        /// Whether it is a draft, whatever the response is.
        draft: bool,
    },
    /// The questionnaire to fill in on paper.
    Blank {
        /// The definition.
        shipped: &'static Shipped,
        /// The name of the file.
        name: String,
        /// The languages.
        languages: AnswerLanguages,
    },
}

/// What a blank form in a file needs.
#[derive(Debug)]
pub struct BlankJob {
    /// The file.
    pub path: PathBuf,
    /// The definition.
    pub shipped: &'static Shipped,
    /// The languages.
    pub languages: AnswerLanguages,
    /// How it is printed.
    pub settings: Settings,
    /// Whether a file that is there is replaced.
    pub replace: bool,
}

/// Why a blank form was not written.
#[derive(Debug)]
pub enum BlankFailure {
    /// There is such a file already.
    Exists(MessagePair),
    /// It failed.
    Failed(MessagePair),
}

impl BlankFailure {
    /// What happened and what to do.
    #[must_use]
    pub fn message(self) -> MessagePair {
        match self {
            BlankFailure::Exists(pair) | BlankFailure::Failed(pair) => pair,
        }
    }
}

impl From<StorageError> for BlankFailure {
    fn from(error: StorageError) -> Self {
        match error {
            StorageError::Exists { .. } => BlankFailure::Exists(error.message()),
            _ => BlankFailure::Failed(error.message()),
        }
    }
}

/// Makes the PDF and keeps it where the system's programs find it.
pub(super) fn print(job: PrintJob) -> Result<PathBuf, MessagePair> {
    let (name, bytes) = match job.what {
        Printout::Response {
            shipped,
            response,
            languages,
            draft,
        } => of_response(shipped, &response, languages, draft, job.settings),
        Printout::Blank {
            shipped,
            name,
            languages,
        } => outputs::blank(shipped, languages, job.settings)
            .map(|bytes| (name, bytes))
            .map_err(|error| OutputError::from(error).message()),
    }?;
    storage::keep_printout(&job.folder, &name, &bytes).map_err(|error| error.message())
}

/// The PDF of a response, never signed: whoever signs writes the files.
fn of_response(
    shipped: &'static Shipped,
    response: &QuestionnaireResponse,
    languages: AnswerLanguages,
    draft: bool,
    settings: Settings,
) -> Result<(String, Vec<u8>), MessagePair> {
    let evaluation = evaluate(&shipped.questionnaire, response);
    let completed = CompletedResponse::check(&shipped.questionnaire, response, false);
    let completed = completed.ok().filter(|_| !draft);
    let file = completed
        .map(|completed| SealedRecord::of(&completed).map(SubmissionFile::unsigned))
        .transpose()
        .map_err(|error| error.message())?;
    let submission = file
        .map(|file| file.to_bytes().map(|json| (json, file.record().digest())))
        .transpose()
        .map_err(|error| error.message())?;
    let (source, state) = match &submission {
        Some((json, digest)) => {
            let edition = Edition::Unsigned(digest);
            (Source::Submission { json, edition }, OutputState::Unsigned)
        }
        None => (Source::Draft, OutputState::Draft),
    };
    let wanted = Wanted {
        pdf: Some(languages),
        settings,
        ..Wanted::default()
    };
    let mut names = wanted.names(response, state).into_iter();
    let name = names.next().map(|(_, name)| name).unwrap_or_default();
    let content = Content {
        shipped,
        response,
        evaluation: &evaluation,
    };
    let output = outputs::make(OutputKind::Pdf, name, wanted, content, &source)
        .map_err(|error| error.message())?;
    Ok((output.name, output.bytes))
}

/// Writes a blank form, reads it back and opens it.
pub(super) fn write_blank(job: BlankJob) -> Result<PathBuf, BlankFailure> {
    if !job.replace && storage::exists(&job.path) {
        return Err(StorageError::Exists { path: job.path }.into());
    }
    let bytes = outputs::blank(job.shipped, job.languages, job.settings)
        .map_err(|error| BlankFailure::Failed(OutputError::from(error).message()))?;
    storage::write_new(&job.path, &bytes, job.replace)?;
    let bytes = storage::read_back(&job.path, &bytes)?;
    if pdf::page_count(&bytes).is_none() {
        return Err(BlankFailure::Failed(MessagePair::new(
            told::err_written_not_verified(job.path.display().to_string()),
            told::hint_written_not_verified(),
        )));
    }
    Ok(job.path)
}
