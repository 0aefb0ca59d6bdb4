//! Why a run ended before its result.

use std::io;
use std::path::PathBuf;

use super::usage::UsageError;
use super::{Exit, Terminal};
use crate::export::outputs::OutputError;
use crate::i18n::{MessagePair, cli as messages, page, submission as words};
use crate::import::ImportError;
use crate::report;
use crate::response::Marking;
use crate::storage::StorageError;
use crate::submission::file::FileError;
use crate::submission::jws::SigningError;
use crate::submission::key::{JwkError, KeyError};
use crate::submission::key_file::KeyFileError;
use crate::submission::record::SealError;
use crate::submission::restored::NotRestored;

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
        if let Some(pair) = self.message() {
            terminal.note_pair(&pair)?;
        }
        terminal.flush()?;
        Ok(self.exit())
    }

    fn exit(&self) -> Exit {
        match self {
            Failure::Usage(_) => Exit::Usage,
            Failure::Seal(_) | Failure::Marked(_) => Exit::Findings,
            _ => Exit::Files,
        }
    }

    fn message(&self) -> Option<MessagePair> {
        Some(match self {
            Failure::Usage(error) => error.message(),
            Failure::Storage(error @ StorageError::Exists { .. }) => {
                let problem = error.message().problem;
                MessagePair::new(problem, messages::hint_force())
            }
            Failure::Storage(error) | Failure::KeyExists(error) => error.message(),
            Failure::Import(error) => error.message(),
            Failure::NoQuestionnaire => {
                MessagePair::new(words::err_internal(), words::hint_report_fault())
            }
            Failure::Jwk { source, .. } => source.message(),
            Failure::Key(error) => error.message(),
            Failure::KeyFile(error) => error.message(),
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
            Failure::Terminal(_) => return None,
        })
    }
}
