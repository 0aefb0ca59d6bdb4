//! Verifying a submission that somebody sent.

mod list_among;
mod several;

pub use list_among::ListAmong;
pub use several::{Among, FileOutcome, VerifiedFiles};

use std::path::PathBuf;

use chrono::{DateTime, FixedOffset};

use super::files::typed_path;
use super::job::{Control, CopyJob, Job, Sources, VerifyJob};
use super::trust::{set, to_fill};
use super::{Browse, Dialog, Moment, Preferable, Session, Status, TrustForm, UsedList};
use crate::i18n::{Message, MessagePair, approval, start as messages};
use crate::submission::account::Account;
use crate::submission::certificate::CertificateFault;
use crate::submission::key_source::KeySource;
use crate::submission::verify::{ClaimedSignature, OpenedSubmission, Rule, Verification};

/// What verifying needs.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct VerifyForm {
    /// The submission, or a PDF that carries one.
    pub file: String,
    /// More files, which are verified with the same keys and list.
    pub more: Vec<String>,
    /// Public keys; blank ones do not count.
    pub keys: Vec<String>,
    /// The trust list of an agency, if there is one.
    pub trust: TrustForm,
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
    /// Whether it was attached to a PDF.
    pub in_pdf: bool,
    /// The trust list that it was verified with.
    pub list: Option<UsedList>,
    /// What came out.
    pub verification: Verification,
    /// The submission, unless something is wrong with it.
    pub opened: Option<OpenedSubmission>,
    /// Its signatures, as far as they are known.
    pub signatures: Vec<ClaimedSignature>,
    /// Whether there is a record that could be compared with another one.
    pub is_comparable: bool,
    /// The other results, where several files were verified at once.
    pub among: Option<Among>,
}

/// What verifying found, as a person would call it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Found {
    /// All is as it should be.
    Good,
    /// Unchanged, but somebody who signed is not in the trust list.
    Unconfirmed,
    /// Unchanged, but somebody has not signed yet.
    Incomplete,
    /// The key of a signer was not given; nothing else is wrong.
    KeyMissing,
    /// Nobody signed it.
    Unsigned,
    /// Another program wrote the file anew.
    Reencoded,
    /// It is not what was signed, or no submission at all.
    Wrong,
}

impl VerifyForm {
    /// The form for files and keys.
    #[must_use]
    pub fn of(files: &[PathBuf], keys: &[PathBuf]) -> Self {
        let keys = keys.iter().map(|path| path.to_string_lossy().into_owned());
        let mut form = VerifyForm {
            keys: keys.collect(),
            ..VerifyForm::default()
        };
        form.choose_files(files);
        form
    }

    /// The form for another file, with the same keys and list.
    #[must_use]
    pub fn for_another(&self) -> Self {
        VerifyForm {
            file: String::new(),
            more: Vec::new(),
            ..self.clone()
        }
    }

    /// The system's dialog named one of the files.
    pub(super) fn choose(&mut self, browse: Browse, path: String) {
        match browse {
            Browse::Submission => self.file = path,
            Browse::PublicKey(index) => self.set_key(index, path),
            Browse::TrustList => self.trust.list = path,
            Browse::Pin(index) => self.trust.set_pin(index, path),
            Browse::Root(index) => self.trust.set_root(index, path),
            Browse::Revocation(index) => self.trust.set_revocation(index, path),
            _ => {}
        }
    }

    /// The keys with a blank one at the end, to be filled in.
    #[must_use]
    pub fn keys_to_fill(&self) -> Vec<String> {
        to_fill(&self.keys)
    }

    /// Sets one of [`Self::keys_to_fill`].
    pub fn set_key(&mut self, index: usize, path: String) {
        set(&mut self.keys, index, path);
    }
}

impl CopyForm {
    /// The form for a submission: the PDF is to stand beside it.
    #[must_use]
    pub fn beside(source: VerifyForm) -> Self {
        let path = typed_path(&source.file).map(|file| {
            let is_pdf = file
                .extension()
                .is_some_and(|ending| ending.eq_ignore_ascii_case("pdf"));
            file.with_extension(if is_pdf { "2.pdf" } else { "pdf" })
        });
        let path = path.map(|path| path.to_string_lossy().into_owned());
        CopyForm {
            path: path.unwrap_or_default(),
            source,
        }
    }
}

impl VerifiedFile {
    /// What was found.
    #[must_use]
    pub fn found(&self) -> Found {
        let all = |is: fn(&Rule) -> bool| match &self.verification {
            Verification::NotVerified(reasons) => reasons.iter().all(|reason| is(&reason.rule)),
            _ => false,
        };
        match &self.verification {
            Verification::Verified(_) => Found::Good,
            Verification::Unconfirmed(_) => Found::Unconfirmed,
            Verification::NotSigned(_) => Found::Unsigned,
            Verification::ContentValidReencoded(_) => Found::Reencoded,
            Verification::NotVerified(_) if all(is_missing_role) => Found::Incomplete,
            // With a fault that shows without the key there is nothing to open.
            Verification::NotVerified(_) if all(is_missing_key) && self.opened.is_some() => {
                Found::KeyMissing
            }
            Verification::NotVerified(_) => Found::Wrong,
        }
    }

    /// What was found, for people: as the terminal tells it, but for what is
    /// only missing.
    #[must_use]
    pub fn account(&self) -> Account {
        let mut account = self.verification.account();
        match self.found() {
            Found::Incomplete => account.outcome = approval::found_incomplete(),
            Found::KeyMissing => account.outcome = approval::found_key_missing(),
            _ => {}
        }
        if let Some(opened) = &self.opened
            && account.submission.is_empty()
        {
            account.submission = Account::of_record(opened.record());
        }
        account
    }

    /// The outcome in one sentence.
    #[must_use]
    pub fn outcome(&self) -> Message {
        self.account().outcome
    }

    /// Whether copies and corrections can be made of it: it is good, or
    /// nobody signed it, or all that it lacks is a key or a signature.
    #[must_use]
    pub fn can_be_copied(&self) -> bool {
        self.opened.is_some()
    }

    /// Whether it is good, and certificates say of every key whose it is.
    #[must_use]
    pub fn is_certified(&self) -> bool {
        match &self.verification {
            Verification::Verified(verified) => verified.is_certified(),
            _ => false,
        }
    }

    /// Whether another public key could change the outcome.
    #[must_use]
    pub fn lacks_a_key(&self) -> bool {
        self.has_reason(is_missing_key)
    }

    /// Whether another root certificate or revocation list could.
    #[must_use]
    pub fn lacks_a_root(&self) -> bool {
        self.has_reason(is_missing_root)
    }

    fn has_reason(&self, is: fn(&Rule) -> bool) -> bool {
        match &self.verification {
            Verification::NotVerified(reasons) => reasons.iter().any(|reason| is(&reason.rule)),
            _ => false,
        }
    }
}

/// Whether another root or revocation list could change what is found.
fn is_missing_root(rule: &Rule) -> bool {
    use CertificateFault::{StatusUnknown, UnknownRoot};
    matches!(rule, Rule::Certificate(UnknownRoot { .. } | StatusUnknown))
}

fn is_missing_key(rule: &Rule) -> bool {
    matches!(rule, Rule::UnknownKey { .. })
}

fn is_missing_role(rule: &Rule) -> bool {
    matches!(rule, Rule::RoleMissing { .. })
}

impl Session {
    /// The form of verifying, with the trust list that was used last.
    #[must_use]
    pub fn verify_form(&self) -> VerifyForm {
        VerifyForm {
            trust: self.trust_form(),
            ..VerifyForm::default()
        }
    }

    /// What a form names, as it is read by a job; none without a file.
    pub(super) fn sources(&self, form: &VerifyForm, moment: Moment) -> Option<Sources> {
        // Whatever was filled in: what the organization named counts.
        let set = self.trust_form();
        let locked = self.preferences().is_locked(Preferable::Trust);
        let named = if locked { &set } else { &form.trust };
        let paths = |texts: &[String]| texts.iter().filter_map(|text| typed_path(text)).collect();
        Some(Sources {
            file: typed_path(&form.file)?,
            keys: paths(&form.keys),
            own: self.key.as_ref().map(|key| key.key.public_key()),
            list: typed_path(&named.list),
            pins: paths(&named.pins),
            // What a program that reads certificates remembered is nothing to
            // one that does not.
            roots: if KeySource::READS_CERTIFICATES {
                paths(&named.roots)
            } else {
                Vec::new()
            },
            revocations: paths(&named.revocations),
            policy: form.trust.policy,
            seen: self.preferences().trust.seen.clone(),
            now: moment.now,
        })
    }

    pub(super) fn confirm_verify(&mut self, form: VerifyForm, moment: Moment) {
        let Some(sources) = self.sources(&form, moment) else {
            self.dialog = Some(Dialog::Verify(form));
            return;
        };
        let sources = Sources {
            // Verifying is with what the form names, and nothing else.
            own: None,
            ..sources
        };
        let more = form.more.iter().filter_map(|text| typed_path(text));
        let more: Vec<PathBuf> = more.collect();
        let job = VerifyJob {
            sources,
            more,
            form,
            control: Control::default(),
        };
        job.begin(0);
        self.work(Job::Verify(Box::new(job)));
    }

    pub(super) fn confirm_make_pdf(&mut self, form: CopyForm, moment: Moment) {
        let sources = self.sources(&form.source, moment);
        let (Some(sources), Some(path)) = (sources, typed_path(&form.path)) else {
            self.dialog = Some(Dialog::MakePdf(form));
            return;
        };
        self.work(Job::MakePdf(Box::new(CopyJob {
            sources,
            path: self.absolute(path),
            settings: self.copy_settings(),
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
                self.remember_trust(&verified.form.trust, verified.list.as_ref());
                self.status = Some(Status::done(messages::status_verified()));
                self.dialog = Some(Dialog::Verified(verified));
            }
            Err(pair) => self.fail(pair),
        }
    }
}
