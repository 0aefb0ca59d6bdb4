//! Why a run ended before its result.

use std::io;
use std::path::PathBuf;

use super::usage::UsageError;
use super::{Exit, Terminal, verify};
use crate::export::outputs::OutputError;
use crate::i18n::{
    MessagePair, cli as messages, page, register, submission as words, translation, trust,
};
use crate::import::ImportError;
use crate::import::xliff::XliffError;
use crate::report;
use crate::response::{EditError, Marking};
use crate::storage::{ReadRootsError, StorageError, TokenError};
use crate::submission::adding::AddError;
use crate::submission::file::FileError;
use crate::submission::fingerprint::FingerprintError;
use crate::submission::jws::SigningError;
use crate::submission::key::{JwkError, KeyError};
use crate::submission::key_file::KeyFileError;
use crate::submission::key_source::KeySourceError;
use crate::submission::possession::PossessionError;
use crate::submission::record::SealError;
use crate::submission::register::RegisterRefusal;
use crate::submission::register::receipt::ReceiptError;
use crate::submission::restored::NotRestored;
use crate::submission::trust::{ListEditError, TrustListError};
use crate::submission::verify::{Reason, Verification};

/// Why a run ended before its result.
#[derive(Debug, thiserror::Error)]
pub(super) enum Failure {
    /// The command line was not understood.
    #[error(transparent)]
    Usage(#[from] UsageError),
    /// A file could not be read or written.
    #[error(transparent)]
    Storage(#[from] StorageError),
    /// A key file is in the way: one is never replaced.
    #[error(transparent)]
    KeyExists(StorageError),
    /// The pages are none that can be imported.
    #[error(transparent)]
    Import(#[from] ImportError),
    /// A translation file cannot be taken in.
    #[error(transparent)]
    Xliff(#[from] XliffError),
    /// The translations do not fit the definition.
    #[error(transparent)]
    Edit(#[from] EditError),
    /// No text is to be translated.
    #[error("nothing to translate")]
    NothingToTranslate,
    /// The program was built without a questionnaire.
    #[error("no questionnaire")]
    NoQuestionnaire,
    /// A file is no public key.
    #[error("public key: {source}")]
    Jwk {
        /// The file.
        path: PathBuf,
        /// What is wrong with it.
        source: JwkError,
    },
    /// A key could not be made.
    #[error(transparent)]
    Key(#[from] KeyError),
    /// A key file could not be made or opened.
    #[error(transparent)]
    KeyFile(#[from] KeyFileError),
    /// A key file or a certificate file could not be opened.
    #[error(transparent)]
    KeySource(#[from] KeySourceError),
    /// A key on a token could not be used.
    #[error(transparent)]
    Token(#[from] TokenError),
    /// Roots or revocation lists could not be read.
    #[error(transparent)]
    Roots(#[from] ReadRootsError),
    /// A proof of possession could not be made, or is none.
    #[error(transparent)]
    Possession(#[from] PossessionError),
    /// There is neither a terminal to ask at nor a passphrase from elsewhere.
    #[error("no passphrase")]
    NoPassphrase(#[source] io::Error),
    /// The passphrase was typed differently the second time.
    #[error("passphrases differ")]
    PassphrasesDiffer,
    /// A page was asked for, which bears no marking, and the draft has one.
    #[error("the draft is marked")]
    Marked(Marking),
    /// The answers hold what a record may not.
    #[error(transparent)]
    Seal(#[from] SealError),
    /// A record cannot be shown.
    #[error(transparent)]
    NotRestored(#[from] NotRestored),
    /// The record could not be signed.
    #[error(transparent)]
    Signing(#[from] SigningError),
    /// The submission could not be written as a file.
    #[error(transparent)]
    File(#[from] FileError),
    /// An output could not be made.
    #[error(transparent)]
    Output(#[from] OutputError),
    /// What was written does not verify.
    #[error("the file that was written does not verify")]
    NotVerified {
        /// The file.
        path: PathBuf,
    },
    /// A submission is not one that can be signed, corrected or compared.
    #[error("the submission is not verified")]
    NotToSign(Box<Verification>),
    /// A signature cannot be added.
    #[error(transparent)]
    Add(#[from] AddError),
    /// A trust list is refused.
    #[error("the trust list is refused")]
    TrustList(Vec<Reason>),
    /// A trust list cannot be changed in this way.
    #[error(transparent)]
    ListEdit(#[from] ListEditError),
    /// A trust list cannot be made.
    #[error(transparent)]
    ListMaking(#[from] TrustListError),
    /// The register does not take something.
    #[error(transparent)]
    Register(#[from] RegisterRefusal),
    /// A fingerprint was mistyped.
    #[error(transparent)]
    Fingerprint(#[from] FingerprintError),
    /// A receipt cannot be made.
    #[error(transparent)]
    Receipt(#[from] ReceiptError),
    /// A receipt is refused.
    #[error("the receipt is refused")]
    ReceiptRefused(Vec<Reason>),
    /// The file that remembers the newest trust list is none.
    #[error("not a file of the newest trust list")]
    SeenFile(PathBuf),
    /// The terminal is gone.
    #[error("terminal")]
    Terminal(#[from] io::Error),
}

impl Failure {
    /// Tells what happened and what to do, and how the run ends.
    pub(super) fn tell(&self, terminal: &mut Terminal<'_>) -> io::Result<Exit> {
        if let Failure::Jwk { path, .. } = self {
            let file = path.display().to_string();
            terminal.note(&messages::in_file(file))?;
        }
        if let Failure::NotToSign(found) = self {
            terminal.note(&found.message())?;
            if let Verification::NotVerified(reasons) = found.as_ref() {
                verify::note_reasons(reasons, terminal)?;
            }
        }
        if let Failure::TrustList(reasons) = self {
            terminal.note(&trust::trust_list_refused())?;
            verify::note_reasons(reasons, terminal)?;
        }
        if let Failure::ReceiptRefused(reasons) = self {
            terminal.note(&register::receipt_refused())?;
            verify::note_reasons(reasons, terminal)?;
        }
        if let Some(pair) = self.message() {
            terminal.note_pair(&pair)?;
        }
        terminal.flush()?;
        Ok(self.exit())
    }

    fn exit(&self) -> Exit {
        match self {
            Failure::Usage(_) => Exit::Usage,
            Failure::Seal(_)
            | Failure::NothingToTranslate
            | Failure::Xliff(XliffError::OneLanguage)
            | Failure::Marked(_)
            | Failure::NotToSign(_)
            | Failure::Add(_)
            | Failure::TrustList(_)
            | Failure::Register(_)
            | Failure::Fingerprint(_)
            | Failure::ReceiptRefused(_)
            | Failure::ListEdit(_)
            | Failure::ListMaking(_) => Exit::Findings,
            _ => Exit::Files,
        }
    }

    pub(super) fn message(&self) -> Option<MessagePair> {
        Some(match self {
            Failure::Usage(error) => error.message(),
            Failure::Storage(error @ StorageError::Exists { .. }) => {
                let problem = error.message().problem;
                MessagePair::new(problem, messages::hint_force())
            }
            Failure::Storage(error) | Failure::KeyExists(error) => error.message(),
            Failure::Import(error) => error.message(),
            Failure::Xliff(error) => error.message(),
            Failure::NothingToTranslate => MessagePair::new(
                translation::err_nothing_open(),
                translation::hint_nothing_open(),
            ),
            Failure::Edit(_) | Failure::NoQuestionnaire => {
                MessagePair::new(words::err_internal(), words::hint_report_fault())
            }
            Failure::Jwk { source, .. } => source.message(),
            Failure::Key(error) => error.message(),
            Failure::KeyFile(error) => error.message(),
            Failure::KeySource(error) => error.message(),
            Failure::Token(error) => error.message(),
            Failure::Roots(error) => error.message(),
            Failure::Possession(error) => error.message(),
            Failure::NoPassphrase(_) => MessagePair::new(
                messages::err_no_passphrase(),
                messages::hint_no_passphrase(),
            ),
            Failure::PassphrasesDiffer => MessagePair::new(
                messages::err_passphrases_differ(),
                messages::hint_passphrases_differ(),
            ),
            Failure::Marked(marking) => {
                let words = report::marking(*marking)?;
                MessagePair::new(page::err_marked(words), page::hint_marked())
            }
            Failure::Seal(error) => error.message(),
            Failure::NotRestored(error) => error.message(),
            Failure::Signing(error) => error.message(),
            Failure::File(error) => error.message(),
            Failure::Output(error) => error.message(),
            Failure::NotVerified { path } => MessagePair::new(
                messages::err_written_not_verified(path.display().to_string()),
                messages::hint_written_not_verified(),
            ),
            Failure::Add(error) => error.message(),
            Failure::ListEdit(error) => error.message(),
            Failure::ListMaking(error) => error.message(),
            Failure::SeenFile(path) => MessagePair::new(
                trust::err_seen_file(path.display().to_string()),
                trust::hint_seen_file(),
            ),
            Failure::Register(refusal) => refusal.message(),
            Failure::Fingerprint(error) => error.message(),
            Failure::Receipt(error) => error.message(),
            Failure::Terminal(_)
            | Failure::NotToSign(_)
            | Failure::TrustList(_)
            | Failure::ReceiptRefused(_) => return None,
        })
    }
}
