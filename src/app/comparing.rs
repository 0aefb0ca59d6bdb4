//! Comparing a submission with another one, or with a draft.

use super::files::typed_path;
use super::job::{CompareJob, Job};
use super::{Dialog, Session, Status, VerifiedFile, VerifyForm};
use crate::i18n::{Message, MessagePair, approval as messages};
use crate::submission::compare::Difference;

/// What comparing needs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CompareForm {
    /// The submission that was verified.
    pub verified: Box<VerifiedFile>,
    /// The other submission, its PDF, or a draft.
    pub other: String,
}

/// How two files differ.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Comparison {
    /// What was asked for.
    pub form: CompareForm,
    /// Every field that differs, under its name, in the order of the record.
    pub differences: Vec<(Message, Difference)>,
}

impl VerifyForm {
    /// The name of the file, without its folder.
    #[must_use]
    pub fn file_name(&self) -> String {
        file_name(&self.file)
    }
}

impl CompareForm {
    /// The name of the other file, without its folder.
    #[must_use]
    pub fn other_name(&self) -> String {
        file_name(&self.other)
    }
}

/// The name of a file that was typed, without its folder.
pub(super) fn file_name(text: &str) -> String {
    let path = typed_path(text).unwrap_or_default();
    let name = path.file_name().unwrap_or_default();
    name.to_string_lossy().into_owned()
}

impl Session {
    pub(super) fn confirm_compare(&mut self, form: CompareForm) {
        let this = typed_path(&form.verified.form.file);
        match (this, typed_path(&form.other)) {
            (Some(this), Some(other)) => {
                self.work(Job::Compare(Box::new(CompareJob { this, other, form })));
            }
            _ => self.dialog = Some(Dialog::Compare(form)),
        }
    }

    pub(super) fn compared(&mut self, outcome: Result<Box<Comparison>, MessagePair>) {
        match outcome {
            Ok(comparison) => {
                self.status = Some(Status::done(messages::status_compared()));
                self.dialog = Some(Dialog::Compared(comparison));
            }
            Err(pair) => self.fail(pair),
        }
    }
}
