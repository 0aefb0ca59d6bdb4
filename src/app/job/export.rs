//! Exporting: the signed submission and the PDF, each read back before it is
//! reported.

use chrono::Utc;

use super::ExportJob;
use crate::export::name::{OutputKind, OutputState};
use crate::export::outputs::{self, Output, OutputError, Source, Wanted};
use crate::export::settings::Settings;
use crate::i18n::{Language, Message, MessagePair, cli as messages};
use crate::report::Content;
use crate::response::{AnswerLanguages, hex};
use crate::rules::{CompletedResponse, evaluate};
use crate::storage::{self, StorageError};
use crate::submission::canonical::sha256;
use crate::submission::file::SubmissionFile;
use crate::submission::jws::Signer;
use crate::submission::key::PublicKey;
use crate::submission::record::SealedRecord;
use crate::submission::verify::{self, Verification};

/// Makes and writes the files; gives back a line per file and result.
pub(super) fn export(job: &ExportJob) -> Result<Vec<Message>, MessagePair> {
    if job.form.draft_only {
        draft(job)
    } else {
        submission(job)
    }
}

/// A PDF that says on every page that it is a draft.
fn draft(job: &ExportJob) -> Result<Vec<Message>, MessagePair> {
    let evaluation = evaluate(&job.shipped.questionnaire, &job.response);
    let content = Content {
        shipped: job.shipped,
        response: &job.response,
        evaluation: &evaluation,
    };
    let wanted = wanted(job).without_json();
    let made = make_all(job, wanted, content, OutputState::Draft, &Source::Draft)?;
    write_all(job, &made)
}

fn submission(job: &ExportJob) -> Result<Vec<Message>, MessagePair> {
    let questionnaire = &job.shipped.questionnaire;
    let completed =
        CompletedResponse::check(questionnaire, &job.response, job.form.accept_warnings)
            .map_err(crate::app::files::not_completed)?;
    let record = SealedRecord::of(&completed).map_err(|error| error.message())?;
    let mut file = SubmissionFile::unsigned(record);
    let mut lines = Vec::new();
    let key = sign(job, &mut file, &mut lines)?;
    let now = job.now.with_timezone(&Utc);
    let bytes = file.to_bytes().map_err(|error| error.message())?;
    let verified = key
        .as_ref()
        .and_then(|key| outputs::verified(&bytes, key, now));
    let content = Content {
        shipped: job.shipped,
        response: &job.response,
        evaluation: completed.evaluation(),
    };
    let source = Source::Submission {
        file: &file,
        verified: verified.as_ref(),
    };
    let state = match key {
        Some(_) => OutputState::Final,
        None => OutputState::Unsigned,
    };
    let made = make_all(job, wanted(job), content, state, &source)?;
    lines.extend(write_all(job, &made)?);
    for output in made.iter().filter(|output| output.kind == OutputKind::Json) {
        lines.push(check(job, output, key.as_ref())?);
    }
    let fingerprint = file.record().digest().fingerprint().to_string();
    lines.push(messages::fingerprint(fingerprint));
    Ok(lines)
}

fn wanted(job: &ExportJob) -> Wanted {
    Wanted {
        json: true,
        pdf: match (
            job.form.pdf.contains(&Language::English),
            job.form.pdf.contains(&Language::French),
        ) {
            (true, true) => Some(AnswerLanguages::Both),
            (true, false) => Some(AnswerLanguages::English),
            (false, true) => Some(AnswerLanguages::French),
            (false, false) => None,
        },
        text: None,
        settings: Settings::default(),
    }
}

/// Signs where a key is open. Who signs is what the key file says.
fn sign(
    job: &ExportJob,
    file: &mut SubmissionFile,
    lines: &mut Vec<Message>,
) -> Result<Option<PublicKey>, MessagePair> {
    let Some(opened) = &job.key else {
        return Ok(None);
    };
    let own = &file.record().record().submission.organization_id;
    if let Some(id) = &opened.holder.organization_id
        && id != own
    {
        lines.push(messages::key_of_other_organization(
            id.as_str(),
            own.as_str(),
        ));
    }
    let signer = Signer {
        role: opened.holder.role,
        name: opened.holder.name.clone(),
    };
    file.sign(&opened.key, &signer, job.now.with_timezone(&Utc))
        .map_err(|error| error.message())?;
    Ok(Some(opened.key.public_key()))
}

/// Makes every file before the first is written.
fn make_all(
    job: &ExportJob,
    wanted: Wanted,
    content: Content<'_>,
    state: OutputState,
    source: &Source<'_>,
) -> Result<Vec<Output>, MessagePair> {
    let names = wanted.names(content.response, state);
    for (_, name) in &names {
        let path = job.folder.join(name);
        if !job.form.replace && storage::exists(&path) {
            return Err(StorageError::Exists { path }.message());
        }
    }
    let outputs = names
        .into_iter()
        .map(|(kind, name)| outputs::make(kind, name, wanted, content, source));
    let all: Result<Vec<Output>, OutputError> = outputs.collect();
    all.map_err(|error| match error {
        OutputError::File(error) => error.message(),
        OutputError::Pdf(_) => MessagePair::new(messages::err_pdf(), messages::hint_pdf()),
    })
}

fn write_all(job: &ExportJob, made: &[Output]) -> Result<Vec<Message>, MessagePair> {
    let write = |output: &Output| {
        let path = job.folder.join(&output.name);
        storage::write_new(&path, &output.bytes, job.form.replace)?;
        let bytes = storage::read_back(&path, &output.bytes)?;
        let digest = hex(&sha256(&bytes));
        Ok(messages::file_written(
            output.name.as_str(),
            bytes.len(),
            digest,
        ))
    };
    storage::create_folder(&job.folder).map_err(|error| error.message())?;
    let written: Result<Vec<Message>, StorageError> = made.iter().map(write).collect();
    written.map_err(|error| error.message())
}

/// Verifies the submission from what is on disk.
fn check(
    job: &ExportJob,
    output: &Output,
    key: Option<&PublicKey>,
) -> Result<Message, MessagePair> {
    let path = job.folder.join(&output.name);
    let bytes = storage::read_back(&path, &output.bytes).map_err(|error| error.message())?;
    let keys: Vec<PublicKey> = key.cloned().into_iter().collect();
    match (
        verify::verify(&bytes, &keys, job.now.with_timezone(&Utc)),
        key,
    ) {
        (Verification::Verified(_), Some(key)) => {
            Ok(messages::signature_verified(key.kid().as_str()))
        }
        (Verification::NotSigned(_), None) => Ok(messages::not_signed()),
        _ => Err(MessagePair::new(
            messages::err_written_not_verified(path.display().to_string()),
            messages::hint_written_not_verified(),
        )),
    }
}
