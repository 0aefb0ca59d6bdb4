//! `export`: the files to hand over, each read back before it is reported.

use std::path::Path;

use chrono::Utc;

use super::arguments::{Export, Marked, SigningWith, Topic};
use super::failure::Failure;
use super::usage::{UsageError, UsageFault};
use super::{Exit, Terminal, check, reprint, signer};
use crate::export::name::{OutputKind, OutputState};
use crate::export::outputs::{self, Output, Source, Wanted};
use crate::i18n::{cli as messages, page};
use crate::report::{Content, Edition};
use crate::response::{LoadedDraft, hex};
use crate::rules::{self, CompletedResponse, NotCompleted, Severity};
use crate::storage::{self, DraftOrSubmission, StorageError};
use crate::submission::account::answered;
use crate::submission::canonical::sha256;
use crate::submission::file::SubmissionFile;
use crate::submission::key::PublicKey;
use crate::submission::key_source::OpenedKey;
use crate::submission::record::{Record, SealedRecord};

pub(super) fn run(export: &Export, terminal: &mut Terminal<'_>) -> Result<Exit, Failure> {
    let draft = match storage::read_draft_or_submission(&export.input)? {
        DraftOrSubmission::Draft(opened) => opened.draft,
        DraftOrSubmission::Submission(json) => return reprint::run(export, &json, terminal),
    };
    if !export.public_keys.is_empty() {
        let fault = UsageFault::OnlyForSubmission("--public-key");
        return Err(UsageError::new(Topic::Export, fault).into());
    }
    if draft.read_only {
        // What this version cannot read must not be left out under a signature.
        let path = export.input.clone();
        return Err(StorageError::NewerDraft { path }.into());
    }
    check::notes_on_reading(&draft, terminal)?;
    if wanted(export).drops_marking(&draft.response) && export.marked == Marked::Refused {
        return Err(Failure::Marked(draft.response.marking()));
    }
    let questionnaire = &draft.shipped.questionnaire;
    match CompletedResponse::check(questionnaire, &draft.response, export.accept_warnings) {
        Ok(completed) => submission(export, &draft, &completed, terminal),
        Err(reason) => not_completed(export, &draft, reason, terminal),
    }
}

/// A response that is not completed: its findings, and PDF and text as a draft.
fn not_completed(
    export: &Export,
    draft: &LoadedDraft,
    reason: NotCompleted,
    terminal: &mut Terminal<'_>,
) -> Result<Exit, Failure> {
    let response = &draft.response;
    let evaluation = rules::evaluate(&draft.shipped.questionnaire, response);
    let (severity, why) = match reason {
        NotCompleted::Errors { count } => (Severity::Error, messages::no_json_errors(count)),
        NotCompleted::OpenWarnings { count } => {
            (Severity::Warning, messages::no_json_warnings(count))
        }
    };
    check::findings(&[severity], response, &evaluation, terminal)?;
    terminal.note(&why)?;
    if wanted(export).has_pages() {
        terminal.note(&page::not_of_a_draft())?;
    }
    let wanted = wanted(export).of_draft();
    if wanted.pdf.is_some() || wanted.text.is_some() {
        terminal.note(&messages::marked_as_draft())?;
    }
    let content = Content {
        shipped: draft.shipped,
        response,
        evaluation: &evaluation,
    };
    write_all(
        export,
        wanted,
        content,
        OutputState::Draft,
        &Source::Draft,
        terminal,
    )?;
    Ok(Exit::Findings)
}

/// A completed response: its record, signed where a key is given.
fn submission(
    export: &Export,
    draft: &LoadedDraft,
    completed: &CompletedResponse<'_>,
    terminal: &mut Terminal<'_>,
) -> Result<Exit, Failure> {
    let wanted = wanted(export);
    let state = if export.signing.is_some() {
        OutputState::Final
    } else {
        OutputState::Unsigned
    };
    if !export.force {
        // Before the passphrase is asked for, and before anything is written.
        refuse_existing(&export.folder, &wanted.names(&draft.response, state))?;
    }
    let mut file = SubmissionFile::unsigned(SealedRecord::of(completed)?);
    let key = match &export.signing {
        Some(with) => Some(sign(&mut file, with, export, terminal)?),
        None => None,
    };
    let now = terminal.surroundings.now.with_timezone(&Utc);
    let bytes = file.to_bytes()?;
    let verified = key
        .as_ref()
        .and_then(|key| outputs::verified(&bytes, key, now));
    let digest = file.record().digest();
    let content = Content {
        shipped: draft.shipped,
        response: &draft.response,
        evaluation: completed.evaluation(),
    };
    let source = Source::Submission {
        json: &bytes,
        edition: verified
            .as_ref()
            .map_or(Edition::Unsigned(&digest), Edition::Signed),
    };
    let written = write_all(export, wanted, content, state, &source, terminal)?;
    for output in written
        .iter()
        .filter(|output| output.kind == OutputKind::Json)
    {
        let path = export.folder.join(&output.name);
        check_json(&path, &output.bytes, key.as_ref(), terminal)?;
    }
    let record = file.record();
    terminal.say(&messages::fingerprint(digest.fingerprint().to_string()))?;
    answers_recorded(record.record(), terminal)?;
    Ok(Exit::Good)
}

/// Opens the key and signs.
fn sign(
    file: &mut SubmissionFile,
    with: &SigningWith,
    export: &Export,
    terminal: &mut Terminal<'_>,
) -> Result<PublicKey, Failure> {
    let OpenedKey { key, holder } =
        signer::open(with, export.passphrase_file.as_deref(), terminal)?;
    let now = terminal.surroundings.now.with_timezone(&Utc);
    if let Some(note) = outputs::sign(file, &key, &holder, now)? {
        terminal.note(&note)?;
    }
    Ok(key.public_key())
}

/// Makes every file, then writes each, reads it back, and tells of it.
pub(super) fn write_all(
    export: &Export,
    wanted: Wanted,
    content: Content<'_>,
    state: OutputState,
    source: &Source<'_>,
    terminal: &mut Terminal<'_>,
) -> Result<Vec<Output>, Failure> {
    let names = wanted.names(content.response, state);
    if !export.force {
        refuse_existing(&export.folder, &names)?;
    }
    let mut made = Vec::new();
    for (kind, name) in names {
        if kind == OutputKind::Pdf {
            terminal.note(&messages::progress_making_pdf())?;
        }
        made.push(outputs::make(kind, name, wanted, content, source)?);
    }
    if !made.is_empty() {
        storage::create_folder(&export.folder)?;
    }
    for output in &made {
        let path = export.folder.join(&output.name);
        storage::write_new(&path, &output.bytes, export.force)?;
        let bytes = storage::read_back(&path, &output.bytes)?;
        terminal.say(&messages::file_written(
            output.name.as_str(),
            bytes.len(),
            hex(&sha256(&bytes)),
        ))?;
    }
    Ok(made)
}

/// Verifies the submission that was written, from what is on disk.
fn check_json(
    path: &Path,
    written: &[u8],
    key: Option<&PublicKey>,
    terminal: &mut Terminal<'_>,
) -> Result<(), Failure> {
    let bytes = storage::read_back(path, written)?;
    let now = terminal.surroundings.now.with_timezone(&Utc);
    match outputs::self_check(&bytes, key, now) {
        Some(message) => Ok(terminal.say(&message)?),
        None => Err(Failure::NotVerified {
            path: path.to_path_buf(),
        }),
    }
}

pub(super) fn answers_recorded(
    record: &Record,
    terminal: &mut Terminal<'_>,
) -> Result<(), Failure> {
    Ok(terminal.say(&messages::answers_recorded(
        answered(record),
        record.answer_count,
    ))?)
}

/// What the command line asks for; if nothing, JSON and PDF in both languages.
/// A signature needs its file: with a key, the JSON is always written.
fn wanted(export: &Export) -> Wanted {
    let asked = asked(export);
    if asked.is_nothing() {
        return Wanted {
            settings: export.settings,
            ..Wanted::usual()
        };
    }
    Wanted {
        json: export.json || export.signing.is_some(),
        ..asked
    }
}

/// What the command line names, perhaps nothing.
pub(super) fn asked(export: &Export) -> Wanted {
    Wanted {
        json: export.json,
        pdf: export.pdf,
        text: export.text,
        page: export.page,
        fragment: export.fragment,
        markdown: export.markdown,
        settings: export.settings,
    }
}

/// Refuses before anything is made where a file would be overwritten.
fn refuse_existing(folder: &Path, names: &[(OutputKind, String)]) -> Result<(), Failure> {
    for (_, name) in names {
        let path = folder.join(name);
        if storage::exists(&path) {
            return Err(StorageError::Exists { path }.into());
        }
    }
    Ok(())
}
