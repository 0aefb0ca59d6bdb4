//! Work away from the screen: files, key derivation, signing, pages of a PDF.
//!
//! A [`Job`] holds everything that it needs, runs on a thread of its own, and
//! comes back as a [`JobResult`]. Nothing is shared in between, but for the
//! [`Control`] of work that takes long.

mod approving;
mod comparing;
mod control;
mod copying;
mod correcting;
mod export;
mod handing_in;
mod keys;
mod printing;
mod run;
mod runner;
mod saving;
mod spelling;
mod translating;
mod updating;
mod verifying;

use std::path::{Path, PathBuf};
use std::sync::Arc;

use chrono::{DateTime, FixedOffset};

use super::{
    Approval, Browse, ChangeForm, Comparison, DrawnWords, Example, JoinPurpose, KeyForm,
    KeyRequest, LayOutJob, ListAmong, Moment, OpenedKey, Planned, Preferences, PrintedPages,
    RecoveredDraft, VerifiedFile, VerifiedFiles,
};
#[cfg(feature = "gui")]
use super::{RasterJob, RasterizedPage};
use crate::i18n::{
    Language, Message, MessagePair, approval, keys as key_messages, printing as printing_messages,
    review, saving as saving_messages, sign_off, spelling as spelling_messages, start, update,
    window,
};
use crate::import::xliff::Translations;
use crate::questionnaire::Shipped;
use crate::release::Release;
use crate::response::{LoadedDraft, QuestionnaireResponse};
use crate::storage::{
    self, DraftLock, FileStamp, FolderRisk, LockHolder, Locked, RecoveryClaim, Shown, StorageError,
};

pub use approving::{ApproveJob, SignJob};
pub use comparing::CompareJob;
pub use control::Control;
pub use copying::CopyJob;
pub use correcting::Correction;
pub use export::{ExportFailure, Exported, WrittenFile};
pub use handing_in::HandInJob;
pub use printing::{BlankFailure, BlankJob, PrintJob, Printout};
pub use runner::Runner;
pub use spelling::{KeepWords, SpellJob, SpelledLines, SpellingJob, SuggestJob, Suggestions};
pub use translating::{WorkListFailure, WorkListJob, WrittenWorkList};
pub use updating::UpdateJob;
pub use verifying::{Sources, VerifyJob};

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
        response: Arc<QuestionnaireResponse>,
        /// The file as it was last read or written; none for a new file.
        expected: Option<FileStamp>,
        /// Whether whatever is there now is replaced.
        overwrite: bool,
    },
    /// Keeps a draft without a file of its own in the recovery folder.
    Keep {
        /// The folder.
        folder: PathBuf,
        /// Where it was kept before, and that file as it was written.
        known: Option<(PathBuf, FileStamp)>,
        /// What.
        response: Arc<QuestionnaireResponse>,
    },
    /// Looks what is in the recovery folder.
    ListRecovered(PathBuf),
    /// Reads a draft of the recovery folder.
    OpenRecovered(PathBuf),
    /// Removes a draft from the recovery folder.
    RemoveRecovered {
        /// Where it is.
        path: PathBuf,
        /// The claim to it, which ends.
        claim: Option<RecoveryClaim>,
    },
    /// Tells others that a draft is open here, and learns of them.
    Announce {
        /// The draft.
        path: PathBuf,
        /// Since when.
        since: DateTime<FixedOffset>,
    },
    /// Takes back what was told to others.
    Release(DraftLock),
    /// Reads another version, to be joined with the draft.
    ReadOther(PathBuf, JoinPurpose),
    /// Reads one or two published pages.
    Import {
        /// The pages.
        pages: Vec<PathBuf>,
        /// The definition that they answer.
        shipped: &'static Shipped,
        /// When, and the identifier of the new response.
        moment: Moment,
    },
    /// Verifies a submission.
    Verify(Box<VerifyJob>),
    /// Opens a submission to approve it.
    Approve(Box<ApproveJob>),
    /// Adds a signature to a submission.
    Sign(Box<SignJob>),
    /// Compares a submission with another one or a draft.
    Compare(Box<CompareJob>),
    /// Makes the draft that corrects a submission.
    Correct(Box<Sources>),
    /// Makes the PDF of a submission again.
    MakePdf(Box<CopyJob>),
    /// Checks the files of a new version.
    CheckUpdate(Box<UpdateJob>),
    /// Opens a key.
    OpenKey {
        /// Which, and how.
        request: KeyRequest,
        /// When: a certificate must be valid.
        now: DateTime<FixedOffset>,
    },
    /// Draws words for a passphrase, in this language.
    DrawWords(Language),
    /// Puts a key file under another passphrase.
    ChangePassphrase(ChangeForm),
    /// Writes what of a key is given to others.
    HandIn(Box<HandInJob>),
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
    /// Lays a document out on pages.
    LayOut(Box<LayOutJob>),
    /// Makes a picture of a page.
    #[cfg(feature = "gui")]
    Rasterize(RasterJob),
    /// Makes a PDF to be printed at once.
    Print(Box<PrintJob>),
    /// Removes what was printed at an earlier start.
    ClearPrintouts(PathBuf),
    /// Asks the system on which printer it prints where nobody chooses one.
    FindPrinter,
    /// Writes a blank form.
    WriteBlank(Box<BlankJob>),
    /// Writes the texts to be translated.
    WriteWorkList(Box<WorkListJob>),
    /// Reads translations that came back.
    ReadTranslations(PathBuf),
    /// Looks words up, or keeps what a person said of them.
    Spelling(SpellingJob),
    /// Shows a file with the system's programs, or prints it.
    Show(Shown),
    /// Writes what the person prefers.
    WritePreferences {
        /// Where.
        path: PathBuf,
        /// What is written.
        preferences: Box<Preferences>,
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
    /// What is written.
    pub planned: Planned,
    /// Whether files of the same names are replaced.
    pub replace: bool,
    /// When.
    pub now: DateTime<FixedOffset>,
    /// The key that signs; unsigned without one.
    pub key: Option<OpenedKey>,
    /// What is told meanwhile.
    pub control: Control,
}

/// What came of a job.
#[derive(Debug)]
pub enum JobResult {
    /// A draft was read.
    Opened(Result<Box<OpenedDraft>, MessagePair>),
    /// A draft was written.
    Saved(Result<SavedDraft, SaveFailure>),
    /// A draft was kept for recovery.
    Kept(Result<KeptDraft, MessagePair>),
    /// What is in the recovery folder.
    Recovered(Vec<RecoveredDraft>),
    /// A draft of the recovery folder was read.
    RecoveredOpened(Result<Box<OpenedRecovery>, MessagePair>),
    /// Another version was read.
    OtherRead(JoinPurpose, Result<Box<OpenedDraft>, MessagePair>),
    /// Others were told of this draft, or it was learned of them.
    Announced(PathBuf, Locked),
    /// Something was removed that nobody needs any more.
    Tidied,
    /// The job was cancelled, and nothing came of it.
    Cancelled,
    /// A draft that was to be opened is not there.
    Missing(PathBuf, MessagePair),
    /// A submission was verified, whatever came out.
    Verified(Result<Box<VerifiedFile>, MessagePair>),
    /// Several submissions were verified, whatever came out.
    VerifiedEach(Result<VerifiedFiles, MessagePair>),
    /// What was to be verified holds a trust list.
    ListAmong(Box<ListAmong>),
    /// A submission was opened to approve it.
    ToApprove(Result<Box<Approval>, MessagePair>),
    /// A signature was added, and the file verified.
    Signed(Result<Box<Approval>, MessagePair>),
    /// Two files were compared.
    Compared(Result<Box<Comparison>, MessagePair>),
    /// The draft that corrects a submission was made.
    Corrected(Result<Box<Correction>, MessagePair>),
    /// The PDF of a submission was made again, and where.
    PdfMade(Result<PathBuf, MessagePair>),
    /// The files of a new version were checked, whatever came out.
    UpdateChecked(Result<Box<Release>, MessagePair>),
    /// Pages were read.
    Imported(Result<Box<ImportedDraft>, MessagePair>),
    /// A key was opened; if not, what was asked for comes back without the passphrase.
    KeyOpened(Result<OpenedKey, Box<(KeyRequest, MessagePair)>>),
    /// A key was made; with what speaks against its folder.
    KeyMade(Result<(OpenedKey, Vec<FolderRisk>), MessagePair>),
    /// Words were drawn.
    WordsDrawn(Result<DrawnWords, MessagePair>),
    /// A key file has another passphrase; with what speaks against its folder.
    PassphraseChanged(Result<Vec<FolderRisk>, MessagePair>),
    /// What of a key is given to others was written there.
    HandedIn(Result<PathBuf, MessagePair>),
    /// Files were exported.
    Exported(Result<Box<Exported>, Box<ExportFailure>>),
    /// A document was laid out.
    LaidOut(Arc<PrintedPages>),
    /// A picture of a page was made.
    #[cfg(feature = "gui")]
    Rasterized(RasterizedPage),
    /// A PDF to be printed was made, and is there.
    Printed(Result<PathBuf, MessagePair>),
    /// The printer that the system prints on where nobody chooses one.
    PrinterFound(Option<String>),
    /// A blank form was written there.
    BlankWritten(Result<PathBuf, BlankFailure>),
    /// The texts to be translated were written.
    WorkListWritten(Result<WrittenWorkList, WorkListFailure>),
    /// Translations were read; nothing of them is in the response yet.
    TranslationsRead(Result<Box<Translations>, MessagePair>),
    /// Which words of some lines are not known.
    Spelled(SpelledLines),
    /// What may be meant by a word.
    Suggested(Suggestions),
    /// What a person said of words was kept.
    WordsKept(Result<(), MessagePair>),
    /// The system was asked to show a file or to print it.
    Shown(Shown, Result<(), MessagePair>),
    /// Preferences were written.
    PreferencesWritten(Result<(), MessagePair>),
    /// The system's file dialog was answered; nothing where it was cancelled.
    Chosen(Browse, Option<PathBuf>),
    /// The system's file dialog named these files to verify; none where it was
    /// cancelled.
    FilesChosen(Vec<PathBuf>),
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
    /// Where it was to be written.
    pub path: PathBuf,
    /// What was in the way.
    pub obstacle: Obstacle,
    /// What happened and what to do.
    pub pair: MessagePair,
}

/// Why a draft was not written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Obstacle {
    /// Somebody else changed the file.
    Changed,
    /// Another file has that name, or the draft's own file is gone.
    InTheWay,
    /// It cannot be written at all.
    Other,
}

/// A draft that was kept for recovery.
#[derive(Debug)]
pub struct KeptDraft {
    /// Where.
    pub path: PathBuf,
    /// The file as it is now.
    pub stamp: FileStamp,
    /// The claim to it, where it was made now.
    pub claim: Option<RecoveryClaim>,
}

/// A draft of the recovery folder that was read.
#[derive(Debug)]
pub struct OpenedRecovery {
    /// Where.
    pub path: PathBuf,
    /// What stands there.
    pub opened: storage::OpenedDraft,
    /// The claim to it.
    pub claim: Option<RecoveryClaim>,
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
            Job::Open(_)
            | Job::OpenRecovered(_)
            | Job::ListRecovered(_)
            | Job::ReadOther(..)
            | Job::FindPrinter
            | Job::Show(_) => window::status_opening(),
            Job::Save { .. }
            | Job::Keep { .. }
            | Job::RemoveRecovered { .. }
            | Job::Announce { .. }
            | Job::Release(_)
            | Job::ClearPrintouts(_)
            | Job::WriteBlank(_)
            | Job::WriteWorkList(_)
            | Job::WritePreferences { .. } => window::status_saving(),
            Job::Import { .. } | Job::ReadTranslations(_) => window::status_importing(),
            Job::Verify(_) => start::status_verifying(),
            Job::Approve(_) => start::status_verifying(),
            Job::Sign(_) => approval::status_signing(),
            Job::Compare(_) => approval::status_comparing(),
            Job::Correct(_) => window::status_opening(),
            Job::MakePdf(_) => start::status_making_pdf(),
            Job::CheckUpdate(_) => update::status_checking(),
            Job::OpenKey { .. } => window::status_opening_key(),
            Job::MakeKey { .. } => window::status_making_key(),
            Job::DrawWords(_) => key_messages::passphrase_words_drawing(),
            Job::ChangePassphrase(_) => key_messages::status_passphrase_changing(),
            Job::HandIn(_) => key_messages::status_key_writing(),
            Job::Print(_) => printing_messages::status_making(),
            Job::Export(_) => window::status_exporting(),
            Job::Spelling(_) => spelling_messages::checking(),
            Job::LayOut(_) => review::preparing_pages(),
            #[cfg(feature = "gui")]
            Job::Rasterize(_) => review::preparing_pages(),
        }
    }

    /// Whether somebody may give it up: saving goes on, so that it is known
    /// what is on disk, and so does what nobody sees. An export has a
    /// [`Control`] of its own.
    #[must_use]
    pub fn can_be_cancelled(&self) -> bool {
        matches!(
            self,
            Job::Open(_)
                | Job::OpenRecovered(_)
                | Job::ReadOther(..)
                | Job::Import { .. }
                | Job::ReadTranslations(_)
                | Job::Verify(_)
                | Job::Approve(_)
                | Job::Compare(_)
                | Job::Correct(_)
                | Job::CheckUpdate(_)
                | Job::OpenKey { .. }
                | Job::ChangePassphrase(_)
                | Job::MakeKey { .. }
        )
    }

    /// What is told of it while it goes on, and ends it with what was done
    /// until then; nothing where it is done in one step.
    #[must_use]
    pub fn control(&self) -> Option<&Control> {
        match self {
            Job::Verify(job) => job.control(),
            _ => None,
        }
    }

    /// Does the work, on the thread that calls. A job that is cancelled
    /// leaves everything as it was, or goes on to its end.
    #[must_use]
    pub fn run(self, control: &Control) -> JobResult {
        let can_be_cancelled = self.can_be_cancelled();
        let result = self.work(control);
        let wrote = matches!(
            result,
            JobResult::KeyMade(Ok(_)) | JobResult::PassphraseChanged(Ok(_))
        );
        if can_be_cancelled && control.is_stopped() && !wrote {
            JobResult::Cancelled
        } else {
            result
        }
    }

    fn work(self, control: &Control) -> JobResult {
        match self {
            Job::Open(path) => run::open_chosen(path),
            Job::Verify(job) => verifying::run(*job),
            Job::Approve(job) => JobResult::ToApprove(approving::open_to_approve(*job)),
            Job::Sign(job) => JobResult::Signed(approving::sign(*job)),
            Job::Compare(job) => JobResult::Compared(comparing::run(*job)),
            Job::Correct(sources) => JobResult::Corrected(correcting::run(&sources)),
            Job::CheckUpdate(job) => JobResult::UpdateChecked(updating::run(*job)),
            Job::MakePdf(job) => JobResult::PdfMade(copying::run(&job)),
            Job::Save {
                path,
                response,
                expected,
                overwrite,
            } => JobResult::Saved(saving::save(path, &response, expected, overwrite)),
            Job::Keep {
                folder,
                known,
                response,
            } => JobResult::Kept(saving::keep(&folder, known, &response)),
            Job::ListRecovered(folder) => JobResult::Recovered(saving::list(&folder)),
            Job::OpenRecovered(path) => JobResult::RecoveredOpened(saving::open_recovered(path)),
            Job::RemoveRecovered { path, claim } => remove_recovered(&path, claim),
            Job::Announce { path, since } => {
                let locked = DraftLock::take(&path, &LockHolder::of_process(since));
                JobResult::Announced(path, locked)
            }
            Job::Release(lock) => {
                drop(lock);
                JobResult::Tidied
            }
            Job::ReadOther(path, purpose) => JobResult::OtherRead(purpose, run::open(path)),
            Job::Import {
                pages,
                shipped,
                moment,
            } => JobResult::Imported(run::import(&pages, shipped, moment)),
            Job::OpenKey { request, now } => JobResult::KeyOpened(keys::open(&request, now)),
            Job::DrawWords(language) => JobResult::WordsDrawn(keys::draw(language)),
            Job::ChangePassphrase(form) => {
                JobResult::PassphraseChanged(keys::change_passphrase(&form, control))
            }
            Job::HandIn(job) => JobResult::HandedIn(handing_in::run(&job)),
            Job::MakeKey {
                path,
                organization_id,
                form,
            } => JobResult::KeyMade(keys::make(&path, organization_id, &form, control)),
            Job::Export(job) => {
                JobResult::Exported(export::export(&job).map(Box::new).map_err(Box::new))
            }
            Job::LayOut(job) => JobResult::LaidOut(Arc::new(job.run())),
            #[cfg(feature = "gui")]
            Job::Rasterize(job) => JobResult::Rasterized(job.run()),
            Job::Print(job) => JobResult::Printed(printing::print(*job)),
            Job::ClearPrintouts(folder) => {
                storage::clear_printouts(&folder);
                JobResult::Tidied
            }
            Job::FindPrinter => JobResult::PrinterFound(storage::default_printer()),
            Job::WriteBlank(job) => JobResult::BlankWritten(printing::write_blank(*job)),
            Job::WriteWorkList(job) => translating::write(*job),
            Job::ReadTranslations(path) => translating::take(&path),
            Job::Spelling(job) => job.run(),
            Job::Show(shown) => show(shown),
            Job::WritePreferences { path, preferences } => {
                let written = preferences.write(&path);
                JobResult::PreferencesWritten(written.map_err(|error| error.message()))
            }
        }
    }
}

/// What a job says that gave itself up; nobody reads it.
fn given_up() -> MessagePair {
    MessagePair::new(saving_messages::cancelled(), saving_messages::cancelled())
}

fn remove_recovered(path: &Path, claim: Option<RecoveryClaim>) -> JobResult {
    drop(claim);
    // What cannot be removed is offered again at the next start.
    storage::remove_recovery(path).unwrap_or_default();
    JobResult::Tidied
}

fn show(shown: Shown) -> JobResult {
    let path = shown.path().display().to_string();
    let outcome = storage::show(&shown).map_err(|error| match (error, &shown) {
        (error @ StorageError::NotFound { .. }, _) => error.message(),
        (_, Shown::InFolder(_)) => {
            MessagePair::new(sign_off::err_show(path), sign_off::hint_show())
        }
        (_, Shown::Document(_)) => MessagePair::new(
            sign_off::err_show(path),
            printing_messages::hint_no_viewer(),
        ),
        (_, Shown::Printed { printer, .. }) => MessagePair::new(
            printing_messages::err_printer(printer.as_str()),
            printing_messages::hint_printer(),
        ),
    });
    JobResult::Shown(shown, outcome)
}

/// Reads an example; it is part of the program and needs no thread.
pub(super) fn read_example(example: &Example) -> Result<LoadedDraft, MessagePair> {
    let value = serde_json::from_str(example.json).unwrap_or_default();
    QuestionnaireResponse::from_draft_json(&value).map_err(|error| error.message())
}
