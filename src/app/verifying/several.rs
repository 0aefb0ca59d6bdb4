//! Several files that are verified at once, with the same keys and list.

use std::path::PathBuf;
use std::sync::Arc;

use super::{Found, VerifiedFile, VerifyForm};
use crate::app::comparing::file_name;
use crate::app::{Dialog, Session, Status};
use crate::i18n::{Message, MessagePair, start as messages};

/// Files that were verified together, in the order in which they were named.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VerifiedFiles {
    /// What was asked for.
    pub form: VerifyForm,
    /// What came out, file by file.
    pub files: Vec<FileOutcome>,
    /// The files that were left when somebody stopped the work.
    pub left: Vec<String>,
}

/// What came out for one of several files.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileOutcome {
    /// The file as it was named.
    pub file: String,
    /// What was found, or why it could not be read.
    pub outcome: Result<VerifiedFile, MessagePair>,
    lines: Vec<Message>,
}

/// One result among others, or all of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Among {
    /// All results.
    pub all: Arc<VerifiedFiles>,
    /// Which of them was looked at last.
    pub place: Option<usize>,
}

impl FileOutcome {
    /// What came out for a file.
    #[must_use]
    pub fn new(file: String, outcome: Result<VerifiedFile, MessagePair>) -> Self {
        FileOutcome {
            lines: lines(&outcome),
            file,
            outcome,
        }
    }

    /// The name of the file, without its folder.
    #[must_use]
    pub fn name(&self) -> String {
        file_name(&self.file)
    }

    /// What was found; nothing where the file could not be read.
    #[must_use]
    pub fn found(&self) -> Option<Found> {
        self.outcome.as_ref().ok().map(VerifiedFile::found)
    }

    /// What is told of it: the outcome in one sentence; the first reason where
    /// something is wrong, else which submission it is. At least one line.
    #[must_use]
    pub fn lines(&self) -> &[Message] {
        &self.lines
    }
}

fn lines(outcome: &Result<VerifiedFile, MessagePair>) -> Vec<Message> {
    let verified = match outcome {
        Ok(verified) => verified,
        Err(pair) => return vec![pair.problem.clone(), pair.hint.clone()],
    };
    let account = verified.account();
    let mut reasons = account.reasons.into_iter().map(|reason| reason.problem);
    let more = match verified.found() {
        Found::Wrong => reasons.next(),
        _ => account.submission.into_iter().next(),
    };
    [account.outcome].into_iter().chain(more).collect()
}

impl Among {
    /// How many of how many are verified.
    #[must_use]
    pub fn message(&self) -> Message {
        let files = &self.all.files;
        let good = files.iter().filter(|one| one.found() == Some(Found::Good));
        messages::verified_each(good.count(), files.len())
    }

    /// How many were left when somebody stopped the work, if any.
    #[must_use]
    pub fn stopped(&self) -> Option<Message> {
        let left = self.all.left.len();
        (left > 0).then(|| messages::verified_stopped(left))
    }

    /// The form that verifies those that were left.
    #[must_use]
    pub fn rest(&self) -> Option<VerifyForm> {
        let (first, more) = self.all.left.split_first()?;
        Some(VerifyForm {
            file: first.clone(),
            more: more.to_vec(),
            ..self.all.form.clone()
        })
    }

    /// Whether another public key could change one of the outcomes.
    #[must_use]
    pub fn lacks_a_key(&self) -> bool {
        let mut files = self.all.files.iter();
        files.any(|one| one.outcome.as_ref().is_ok_and(VerifiedFile::lacks_a_key))
    }

    /// Whether another root certificate or revocation list could.
    #[must_use]
    pub fn lacks_a_root(&self) -> bool {
        let mut files = self.all.files.iter();
        files.any(|one| one.outcome.as_ref().is_ok_and(VerifiedFile::lacks_a_root))
    }

    /// The dialog that tells all of one of them.
    #[must_use]
    pub fn opened(&self, place: usize) -> Option<Dialog> {
        let verified = self.all.files.get(place)?.outcome.as_ref().ok()?;
        Some(Dialog::Verified(Box::new(VerifiedFile {
            among: Some(Among {
                all: Arc::clone(&self.all),
                place: Some(place),
            }),
            ..verified.clone()
        })))
    }
}

impl VerifyForm {
    /// The files besides the first one, by their names.
    #[must_use]
    pub fn more_names(&self) -> Vec<String> {
        self.more.iter().map(|file| file_name(file)).collect()
    }

    /// The system's dialog named these files.
    pub(in crate::app) fn choose_files(&mut self, paths: &[PathBuf]) {
        let mut texts = paths.iter().map(|path| path.to_string_lossy().into_owned());
        if let Some(first) = texts.next() {
            self.file = first;
            self.more = texts.collect();
        }
    }
}

impl Session {
    pub(in crate::app) fn verified_each(&mut self, outcome: Result<VerifiedFiles, MessagePair>) {
        match outcome {
            Ok(all) => {
                let mut read = all.files.iter().filter_map(|one| one.outcome.as_ref().ok());
                let list = read.find_map(|verified| verified.list.clone());
                self.remember_trust(&all.form.trust, list.as_ref());
                self.status = Some(Status::done(messages::status_verified()));
                self.dialog = Some(Dialog::VerifiedEach(Among {
                    all: Arc::new(all),
                    place: None,
                }));
            }
            Err(pair) => self.fail(pair),
        }
    }
}
