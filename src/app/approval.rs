//! Approving: a submission that another person prepared is shown as it will be
//! printed, and one more signature is added to it. The record never changes.

use std::path::PathBuf;
use std::sync::Arc;

use super::files::typed_path;
use super::job::{ApproveJob, Job, SignJob, Sources};
use super::{CopyForm, Dialog, Moment, Screen, Session, Status, VerifyForm};
use crate::i18n::{Language, Localized, Message, MessagePair, approval as messages};
use crate::questionnaire::Role;
use crate::report::document::Document;
use crate::report::{self, Content, Edition};
use crate::response::QuestionnaireResponse;
use crate::submission::account::Account;
use crate::submission::adding::ToSign;
use crate::submission::certificate::Roots;
use crate::submission::key::{KeyId, PublicKey};
use crate::submission::record::{Attestation, Record};
use crate::submission::restored::Restored;
use crate::submission::verify::{ClaimedSignature, OpenedSubmission};
use chrono::{DateTime, FixedOffset};

/// How names of submissions end that nobody signed; see [`crate::export::name`].
const UNSIGNED: &str = "-UNSIGNED-NON-SIGNE";

/// A submission that is open to be approved.
#[derive(Clone, Debug)]
pub struct Approval {
    pub(super) form: VerifyForm,
    pub(super) to_sign: ToSign,
    pub(super) opened: OpenedSubmission,
    pub(super) restored: Restored,
    pub(super) keys: Vec<PublicKey>,
    pub(super) roots: Option<Arc<Roots>>,
    pub(super) in_pdf: bool,
    pub(super) at: DateTime<FixedOffset>,
    /// Where the signed submission is written, as typed.
    pub(super) path: String,
    /// The key that signed here, once it has.
    pub(super) signed: Option<KeyId>,
}

impl Approval {
    /// Where it was read, and what was known of its signers.
    #[must_use]
    pub fn form(&self) -> &VerifyForm {
        &self.form
    }

    /// When it was read.
    #[must_use]
    pub fn at(&self) -> DateTime<FixedOffset> {
        self.at
    }

    /// Whether it was attached to a PDF.
    #[must_use]
    pub fn is_in_pdf(&self) -> bool {
        self.in_pdf
    }

    /// Which submission it is and how complete, with its fingerprint.
    #[must_use]
    pub fn lines(&self) -> Vec<Message> {
        Account::of_record(self.to_sign.record())
    }

    /// The signatures that are there.
    #[must_use]
    pub fn signatures(&self) -> &[ClaimedSignature] {
        self.to_sign.signatures()
    }

    /// The identifier of the organization that answers.
    #[must_use]
    pub fn organization_id(&self) -> &str {
        &self.record().submission.organization_id
    }

    /// Whom the record names in this role; perhaps nobody.
    #[must_use]
    pub fn named(&self, role: Role) -> Option<&str> {
        let found = self.attestation(role)?;
        Some(found.name.trim()).filter(|name| !name.is_empty())
    }

    /// What a person in this role attests to, in both languages: the words in
    /// the record, or those of its questionnaire where it names nobody.
    #[must_use]
    pub fn wording(&self, role: Role) -> Option<&Localized> {
        let recorded = self.attestation(role).map(|found| &found.wording);
        let form = &self.restored.shipped.questionnaire;
        recorded.or_else(|| form.attestation(role).map(|found| &found.wording))
    }

    fn attestation(&self, role: Role) -> Option<&Attestation> {
        let mut attestations = self.record().attestations.iter();
        attestations.find(|attestation| attestation.role == role)
    }

    /// Where the signed submission is written, as typed.
    #[must_use]
    pub fn path(&self) -> &str {
        &self.path
    }

    /// The key that signed here, once it has.
    #[must_use]
    pub fn signed(&self) -> Option<&KeyId> {
        self.signed.as_ref()
    }

    /// The form that makes its PDF.
    #[must_use]
    pub fn copy_form(&self) -> CopyForm {
        CopyForm::beside(self.form.clone())
    }

    fn record(&self) -> &Record {
        self.to_sign.record().record()
    }

    /// The submission as it is printed.
    pub(super) fn document(
        &self,
        languages: &[Language],
        presentation: report::Presentation,
    ) -> Document {
        let content = Content {
            shipped: self.restored.shipped,
            response: &self.restored.response,
            evaluation: &self.restored.evaluation,
        };
        let digest = self.to_sign.record().digest();
        let edition = Edition::of(&self.opened, &digest);
        report::presented(content, edition, languages, presentation)
    }

    pub(super) fn response(&self) -> &QuestionnaireResponse {
        &self.restored.response
    }
}

/// Beside the file that was read, under a name that says what was added.
pub(super) fn signed_path(file: &str) -> String {
    let path = typed_path(file).map(|file| {
        let stem = file.file_stem().unwrap_or_default().to_string_lossy();
        file.with_file_name(match stem.strip_suffix(UNSIGNED) {
            Some(stem) => format!("{stem}.json"),
            None => format!("{stem}-APPROVED-APPROUVE.json"),
        })
    });
    let path = path.map(|path| path.to_string_lossy().into_owned());
    path.unwrap_or_default()
}

impl Session {
    /// The submission that is open to be approved.
    #[must_use]
    pub fn approval(&self) -> Option<&Approval> {
        self.approval.as_deref()
    }

    /// Whether the open key names another organization than the submission
    /// that is to be approved.
    #[must_use]
    pub fn key_of_other_organization(&self) -> Option<&str> {
        let own = self.approval()?.organization_id();
        let holder = self.key()?.holder.organization_id.as_deref();
        holder.filter(|id| *id != own)
    }

    pub(super) fn open_to_approve(&mut self, form: VerifyForm, moment: Moment) {
        let Some(sources) = self.sources(&form, moment) else {
            self.dialog = Some(Dialog::Approve(form));
            return;
        };
        // The key that is open signs; it vouches for nothing before.
        let sources = Sources {
            own: None,
            ..sources
        };
        let open = self.dialog.take();
        self.confirmed = open.or_else(|| self.confirmed.take());
        self.work(Job::Approve(Box::new(ApproveJob { sources, form })));
    }

    pub(super) fn opened_to_approve(&mut self, outcome: Result<Box<Approval>, MessagePair>) {
        match outcome {
            Ok(approval) => {
                self.dialog = None;
                self.printed.begin_again();
                self.approval = Some(approval);
                self.show(Screen::Approve);
                self.status = Some(Status::done(messages::status_opened()));
            }
            Err(pair) => self.fail(pair),
        }
    }

    pub(super) fn name_signed(&mut self, path: String) {
        if let Some(approval) = &mut self.approval {
            approval.path = path;
        }
    }

    pub(super) fn close_approval(&mut self) {
        self.approval = None;
        if self.screen() == Screen::Approve {
            self.show(Screen::Start);
        }
    }

    /// Signs what is shown: the very bytes that were opened.
    pub(super) fn sign_submission(&mut self, moment: Moment) {
        let Some(approval) = &self.approval else {
            return;
        };
        let (Some(key), Some(path)) = (self.key.clone(), typed_path(&approval.path)) else {
            let pair = if self.key.is_none() {
                MessagePair::new(messages::err_no_key(), messages::hint_no_key())
            } else {
                MessagePair::new(messages::err_no_path(), messages::hint_no_path())
            };
            return self.fail(pair);
        };
        let path: PathBuf = self.absolute(path);
        self.work(Job::Sign(Box::new(SignJob {
            approval: approval.as_ref().clone(),
            key,
            path,
            now: moment.now,
        })));
    }

    pub(super) fn submission_signed(&mut self, outcome: Result<Box<Approval>, MessagePair>) {
        match outcome {
            Ok(approval) => {
                let name = approval.form.file_name();
                self.status = Some(Status::done(messages::status_signed(name)));
                self.printed.forget();
                self.approval = Some(approval);
            }
            Err(pair) => self.fail(pair),
        }
    }
}
