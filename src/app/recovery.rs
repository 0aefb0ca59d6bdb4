//! Drafts without a name: kept, found again at the next start, opened or
//! thrown away.

use std::path::PathBuf;
use std::sync::Arc;

use chrono::{DateTime, FixedOffset};

use super::job::{Job, OpenedRecovery};
use super::saving::{DraftFile, Outcome};
use super::{Request, Session, Status};
use crate::i18n::{Localized, MessagePair, saving as messages};
use crate::response::QuestionnaireResponse;
use crate::rules::Progress;
use crate::storage::{FileStamp, RecoveryClaim};

/// A draft that was left in the recovery folder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RecoveredDraft {
    /// Where it is.
    pub path: PathBuf,
    /// The name of the organization; may be empty.
    pub organization: Localized,
    /// When it was changed last.
    pub modified_at: DateTime<FixedOffset>,
    /// How many questions are done.
    pub progress: Progress,
}

/// The file in the recovery folder that holds the draft of the session.
#[derive(Debug)]
pub(super) struct Recovery {
    pub(super) path: PathBuf,
    pub(super) stamp: FileStamp,
    pub(super) what: Arc<QuestionnaireResponse>,
    pub(super) claim: Option<RecoveryClaim>,
}

impl Session {
    /// The drafts that were left in the recovery folder, the newest first.
    #[must_use]
    pub fn recovered(&self) -> &[RecoveredDraft] {
        &self.recovered
    }

    /// Looks again what is in the recovery folder.
    pub(super) fn look_for_recovered(&mut self) {
        if let Some(folder) = self.preferences.places.recovery() {
            self.request(Request::Work(Job::ListRecovered(folder)));
        }
    }

    /// The draft is in a file of its own now.
    pub(super) fn forget_recovery(&mut self) {
        if let Some(recovery) = self.file.recovery.take() {
            self.tidy(Job::RemoveRecovered {
                path: recovery.path,
                claim: recovery.claim,
            });
        }
    }

    /// Throws a draft away after the question.
    pub(super) fn discard_recovered(&mut self, path: PathBuf) {
        self.recovered.retain(|draft| draft.path != path);
        self.tidy(Job::RemoveRecovered { path, claim: None });
    }

    /// Puts another file in place of that of the draft.
    pub(super) fn change_file(&mut self, file: DraftFile) {
        self.leave_file();
        let before = std::mem::replace(&mut self.file, file);
        if before.recovery.is_some() {
            // Without its claim it is offered again.
            drop(before);
            self.look_for_recovered();
        }
    }

    pub(super) fn opened_recovered(&mut self, outcome: Result<Box<OpenedRecovery>, MessagePair>) {
        match outcome {
            Ok(opened) => {
                let response = Arc::new(opened.opened.draft.response.clone());
                self.recovered.retain(|draft| draft.path != opened.path);
                self.change_file(DraftFile {
                    outcome: Outcome::Kept(response.modified_at()),
                    recovery: Some(Recovery {
                        path: opened.path,
                        stamp: opened.opened.stamp,
                        what: response,
                        claim: opened.claim,
                    }),
                    ..DraftFile::default()
                });
                self.replace(opened.opened.draft.shipped, opened.opened.draft.response);
                self.status = Some(Status::done(messages::recovered()));
            }
            Err(pair) => self.fail(pair),
        }
    }
}
