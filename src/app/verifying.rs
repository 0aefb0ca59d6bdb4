//! Verifying a submission that somebody sent.

use std::path::{Path, PathBuf};

use chrono::{DateTime, FixedOffset};

use super::files::typed_path;
use super::job::{CopyJob, Job, VerifyJob};
use super::{Dialog, Moment, Session, Status};
use crate::i18n::{MessagePair, start as messages};
use crate::submission::verify::{Rule, Verification};

/// What verifying needs.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct VerifyForm {
    /// The submission.
    pub file: String,
    /// Public keys; blank ones do not count.
    pub keys: Vec<String>,
}

/// What making the PDF of a submission again needs.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CopyForm {
    /// The submission and the public keys.
    pub source: VerifyForm,
    /// Where the PDF is written.
    pub path: String,
}

/// A submission that was verified, and with what.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VerifiedFile {
    /// What was asked for.
    pub form: VerifyForm,
    /// When.
    pub at: DateTime<FixedOffset>,
    /// What came out.
    pub verification: Verification,
}

impl VerifyForm {
    /// The form for a file and keys.
    #[must_use]
    pub fn of(file: &Path, keys: &[PathBuf]) -> Self {
        let text = |path: &Path| path.to_string_lossy().into_owned();
        VerifyForm {
            file: text(file),
            keys: keys.iter().map(|path| text(path)).collect(),
        }
    }

    /// The keys with a blank one at the end, to be filled in.
    #[must_use]
    pub fn keys_to_fill(&self) -> Vec<String> {
        let filled = self.keys.iter().filter(|key| !key.trim().is_empty());
        filled.cloned().chain([String::new()]).collect()
    }

    /// Sets one of [`Self::keys_to_fill`].
    pub fn set_key(&mut self, index: usize, path: String) {
        self.keys = self.keys_to_fill();
        if let Some(key) = self.keys.get_mut(index) {
            *key = path;
        }
    }
}

impl CopyForm {
    /// The form for a submission: the PDF is to stand beside it.
    #[must_use]
    pub fn beside(source: VerifyForm) -> Self {
        let path = typed_path(&source.file).map(|file| file.with_extension("pdf"));
        let path = path.map(|path| path.to_string_lossy().into_owned());
        CopyForm {
            path: path.unwrap_or_default(),
            source,
        }
    }
}

impl VerifiedFile {
    /// Whether copies can be made of it: it is good, or nobody signed it, or
    /// all that it lacks is a key.
    #[must_use]
    pub fn can_be_copied(&self) -> bool {
        let unknown = |rule: &Rule| matches!(rule, Rule::UnknownKey { .. });
        match &self.verification {
            Verification::Verified(_)
            | Verification::Unconfirmed(_)
            | Verification::NotSigned(_) => true,
            Verification::ContentValidReencoded(_) => false,
            Verification::NotVerified(reasons) => {
                reasons.iter().all(|reason| unknown(&reason.rule))
            }
        }
    }

    /// Whether another public key could change the outcome.
    #[must_use]
    pub fn lacks_a_key(&self) -> bool {
        let unknown = |rule: &Rule| matches!(rule, Rule::UnknownKey { .. });
        match &self.verification {
            Verification::NotVerified(reasons) => {
                reasons.iter().any(|reason| unknown(&reason.rule))
            }
            _ => false,
        }
    }
}

impl Session {
    pub(super) fn confirm_verify(&mut self, form: VerifyForm, moment: Moment) {
        let Some(file) = typed_path(&form.file) else {
            self.dialog = Some(Dialog::Verify(form));
            return;
        };
        self.work(Job::Verify(Box::new(VerifyJob {
            file,
            keys: form.keys.iter().filter_map(|key| typed_path(key)).collect(),
            form,
            now: moment.now,
        })));
    }

    pub(super) fn confirm_make_pdf(&mut self, form: CopyForm, moment: Moment) {
        let (Some(file), Some(path)) = (typed_path(&form.source.file), typed_path(&form.path))
        else {
            self.dialog = Some(Dialog::MakePdf(form));
            return;
        };
        let keys = form.source.keys.iter();
        self.work(Job::MakePdf(Box::new(CopyJob {
            file,
            keys: keys.filter_map(|key| typed_path(key)).collect(),
            path: self.absolute(path),
            settings: self.copy_settings(),
            now: moment.now,
        })));
    }

    pub(super) fn pdf_made(&mut self, outcome: Result<PathBuf, MessagePair>) {
        match outcome {
            Ok(path) => {
                let path = path.display().to_string();
                self.status = Some(Status::done(messages::status_pdf_made(path)));
            }
            Err(pair) => self.fail(pair),
        }
    }

    pub(super) fn verified(&mut self, outcome: Result<Box<VerifiedFile>, MessagePair>) {
        match outcome {
            Ok(verified) => {
                self.status = Some(Status::done(messages::status_verified()));
                self.dialog = Some(Dialog::Verified(verified));
            }
            Err(pair) => self.fail(pair),
        }
    }
}
