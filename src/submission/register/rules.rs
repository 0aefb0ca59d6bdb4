//! What may be entered next, and why something may not.

use super::REGISTER_FORMAT;
use super::chain::{Admitted, Link, Register};
use super::entry::{
    ApprovedOnPaper, Event, FiledSignature, FiledSubmission, Opened, Received, SignaturesAdded,
};
use crate::questionnaire::Role;
use crate::submission::fingerprint::{Fingerprint, RecordDigest};
use crate::submission::jws::is_printed_name;
use crate::submission::record::PerLanguage;
use crate::submission::verify::{RegisteredSignature, VerifiedSubmission};
use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use unicode_normalization::UnicodeNormalization as _;

/// Why the register does not take something.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub enum RegisterRefusal {
    /// The register was not begun.
    #[error("register was not begun")]
    NotBegun,
    /// A register is begun once.
    #[error("register was begun already")]
    BegunTwice,
    /// A name is missing or cannot be printed on a line.
    #[error("name cannot be used")]
    Name,
    /// It cannot be written as an entry.
    #[error("cannot be written as an entry")]
    Unwritable,
    /// No trust list names everybody who signed.
    #[error("signers are not confirmed")]
    NotConfirmed,
    /// It is addressed to somebody else.
    #[error("addressed to another agency")]
    OtherAudience {
        /// To whom.
        audience: PerLanguage,
    },
    /// This very submission was received before. No fault of the file.
    #[error("already received")]
    AlreadyReceived {
        /// When.
        at: DateTime<Utc>,
        /// Under which number.
        number: u64,
    },
    /// The same revision was received with other content.
    #[error("revision {revision} was received with other content")]
    OtherContent {
        /// The revision of both.
        revision: u32,
        /// Digest of the one that was received.
        received: RecordDigest,
    },
    /// A newer revision was received.
    #[error("revision {revision} after {latest}")]
    NotNewer {
        /// Its revision.
        revision: u32,
        /// The newest that was received.
        latest: u32,
    },
    /// It does not correct the newest revision that was received.
    #[error("does not correct revision {latest}")]
    OtherPrevious {
        /// The newest that was received.
        latest: u32,
    },
    /// It corrects a submission, and none was received.
    #[error("corrects what was not received")]
    PreviousMissing {
        /// Its revision.
        revision: u32,
    },
    /// It names another submission than the one it corrects.
    #[error("other submission id than the revision before")]
    OtherSubmission,
    /// No submission with this fingerprint was received.
    #[error("no submission with this fingerprint")]
    NotReceived,
    /// Its approval by hand was recorded before.
    #[error("approval was recorded already")]
    AlreadyApproved {
        /// On which day the page was seen.
        seen: NaiveDate,
    },
    /// The deputy head signed it: no approval by hand is needed.
    #[error("the deputy head signed it")]
    SignedByDeputyHead,
    /// The page is said to have been seen on a day to come.
    #[error("page seen in the future")]
    SeenInFuture,
}

impl RegisterRefusal {
    /// Why, by name, such as `register-revision-not-newer`. A code never
    /// changes its meaning.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::NotBegun => "register-not-begun",
            Self::BegunTwice => "register-begun-twice",
            Self::Name => "register-name",
            Self::Unwritable => "register-unwritable",
            Self::NotConfirmed => "register-not-confirmed",
            Self::OtherAudience { .. } => "register-audience-other",
            Self::AlreadyReceived { .. } => "register-already-received",
            Self::OtherContent { .. } => "register-revision-other-content",
            Self::NotNewer { .. } => "register-revision-not-newer",
            Self::OtherPrevious { .. } => "register-previous-mismatch",
            Self::PreviousMissing { .. } => "register-previous-not-received",
            Self::OtherSubmission => "register-submission-id-other",
            Self::NotReceived => "register-not-received",
            Self::AlreadyApproved { .. } => "register-already-approved",
            Self::SignedByDeputyHead => "register-signed-by-deputy-head",
            Self::SeenInFuture => "register-seen-in-future",
        }
    }
}

/// A submission in the register.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Registered<'a> {
    /// The entry under which it was received.
    pub link: &'a Link,
    /// What was received.
    pub received: &'a Received,
    /// All its signatures: those that it had then, and those that came later.
    pub signatures: Vec<&'a FiledSignature>,
    /// How it is approved.
    pub approval: Approval<'a>,
}

/// How a submission in the register is approved.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Approval<'a> {
    /// The deputy head signed it.
    Signature(&'a FiledSignature),
    /// The deputy head approved it by hand, and the page was seen.
    OnPaper(&'a ApprovedOnPaper),
    /// Nothing was seen yet.
    Pending,
}

impl Registered<'_> {
    /// Whether this signature is in the register.
    #[must_use]
    pub fn has(&self, signature: &FiledSignature) -> bool {
        let mut filed = self.signatures.iter();
        filed.any(|filed| filed.is_same_as(signature))
    }
}

impl Register {
    /// Whether the register would take the submission.
    ///
    /// # Errors
    /// Why not; [`RegisterRefusal::AlreadyReceived`] is no fault of the file.
    pub fn check(&self, submission: &VerifiedSubmission) -> Result<(), RegisterRefusal> {
        self.receive(submission).map(drop)
    }

    /// What is to be entered for a submission that was verified with a trust
    /// list; for one that was received before, the signatures that it has more
    /// than then.
    ///
    /// # Errors
    /// Why the register does not take it.
    pub fn receive(&self, submission: &VerifiedSubmission) -> Result<Admitted, RegisterRefusal> {
        if !submission.is_confirmed() {
            return Err(RegisterRefusal::NotConfirmed);
        }
        let digest = submission.record().digest();
        let signatures = submission.signatures().iter().map(FiledSignature::from);
        if let Some(found) = self.received(&digest) {
            let added = SignaturesAdded {
                digest,
                signatures: signatures.filter(|new| !found.has(new)).collect(),
            };
            self.admit_signatures(&added)?;
            return Ok(Admitted(Event::SignaturesAdded(added)));
        }
        let received = Received {
            submission: FiledSubmission::of(submission.record()),
            signatures: signatures.collect(),
        };
        self.admit_received(&received)?;
        Ok(Admitted(Event::Received(Box::new(received))))
    }

    /// What is to be entered where an officer saw the page that the deputy head
    /// signed by hand, and typed its fingerprint.
    ///
    /// # Errors
    /// Where no such submission was received, or it is approved already.
    pub fn approve_on_paper(
        &self,
        typed: &Fingerprint,
        seen: NaiveDate,
        officer: &str,
        at: DateTime<Utc>,
    ) -> Result<Admitted, RegisterRefusal> {
        let found = self.find(typed).ok_or(RegisterRefusal::NotReceived)?;
        let approved = ApprovedOnPaper {
            digest: found.received.submission.digest,
            fingerprint: typed.to_string(),
            seen,
            officer: single_spaced(officer),
        };
        self.admit_approved(&approved, at)?;
        Ok(Admitted(Event::ApprovedOnPaper(approved)))
    }

    /// The submission of this digest.
    #[must_use]
    pub fn received(&self, digest: &RecordDigest) -> Option<Registered<'_>> {
        self.registered(|submission| submission.digest == *digest)
    }

    /// The submission whose fingerprint was typed.
    #[must_use]
    pub fn find(&self, typed: &Fingerprint) -> Option<Registered<'_>> {
        self.registered(|submission| typed.belongs_to(&submission.digest))
    }

    fn registered(&self, is_meant: impl Fn(&FiledSubmission) -> bool) -> Option<Registered<'_>> {
        let mut all = self.filed();
        let (link, received) = all.find(|(_, received)| is_meant(&received.submission))?;
        Some(self.told(link, received))
    }

    fn told<'a>(&'a self, link: &'a Link, received: &'a Received) -> Registered<'a> {
        let digest = received.submission.digest;
        let mut signatures: Vec<&FiledSignature> = received.signatures.iter().collect();
        let mut on_paper = None;
        for link in self.links() {
            match &link.entry.event {
                Event::SignaturesAdded(added) if added.digest == digest => {
                    signatures.extend(&added.signatures);
                }
                Event::ApprovedOnPaper(approved) if approved.digest == digest => {
                    on_paper = Some(approved);
                }
                _ => {}
            }
        }
        let mut heads = signatures.iter();
        let head = heads.find(|signature| signature.role == Role::DeputyHead);
        let approval = match (head, on_paper) {
            (Some(head), _) => Approval::Signature(head),
            (None, Some(approved)) => Approval::OnPaper(approved),
            (None, None) => Approval::Pending,
        };
        Registered {
            link,
            received,
            signatures,
            approval,
        }
    }

    /// Every submission that was received, in their order.
    pub fn all_received(&self) -> impl Iterator<Item = Registered<'_>> {
        self.filed()
            .map(|(link, received)| self.told(link, received))
    }

    fn filed(&self) -> impl Iterator<Item = (&Link, &Received)> {
        self.links()
            .iter()
            .filter_map(|link| match &link.entry.event {
                Event::Received(received) => Some((link, received.as_ref())),
                Event::Opened(_) | Event::SignaturesAdded(_) | Event::ApprovedOnPaper(_) => None,
            })
    }

    /// The digests of all that was received.
    #[must_use]
    pub fn digests(&self) -> Vec<RecordDigest> {
        let digests = self.filed().map(|(_, received)| received.submission.digest);
        digests.collect()
    }

    /// The latest submission that was received after this one for the same
    /// organization, cycle and questionnaire, with its entry.
    #[must_use]
    pub fn newer(&self, than: &FiledSubmission) -> Option<(&Link, &FiledSubmission)> {
        let beside = self.filed().filter(|(_, other)| {
            other.submission.is_beside(than) && other.submission.revision > than.revision
        });
        let last = beside.max_by_key(|(_, other)| other.submission.revision);
        last.map(|(link, received)| (link, &received.submission))
    }

    /// Every signature of all that was received, those that came later among
    /// them.
    #[must_use]
    pub fn signatures(&self) -> Vec<RegisteredSignature> {
        let entered = self
            .links()
            .iter()
            .filter_map(|link| match &link.entry.event {
                Event::Received(received) => {
                    Some((received.submission.digest, &received.signatures))
                }
                Event::SignaturesAdded(added) => Some((added.digest, &added.signatures)),
                Event::Opened(_) | Event::ApprovedOnPaper(_) => None,
            });
        entered
            .flat_map(|(record, signatures)| signatures.iter().map(move |filed| filed.on(record)))
            .collect()
    }

    /// Whether the register as it stands allows an event at that moment.
    pub(super) fn admit(&self, event: &Event, at: DateTime<Utc>) -> Result<(), RegisterRefusal> {
        match event {
            Event::Opened(_) if !self.links().is_empty() => Err(RegisterRefusal::BegunTwice),
            Event::Opened(opened) => opened.check(),
            _ if self.links().is_empty() => Err(RegisterRefusal::NotBegun),
            Event::Received(received) => self.admit_received(received),
            Event::SignaturesAdded(added) => self.admit_signatures(added),
            Event::ApprovedOnPaper(approved) => self.admit_approved(approved, at),
        }
    }

    fn admit_signatures(&self, added: &SignaturesAdded) -> Result<(), RegisterRefusal> {
        let found = self.received(&added.digest);
        let found = found.ok_or(RegisterRefusal::NotReceived)?;
        let mut signatures = added.signatures.iter();
        if added.signatures.is_empty() || signatures.any(|one| found.has(one)) {
            let (at, number) = (found.link.entry.at, found.link.entry.number);
            return Err(RegisterRefusal::AlreadyReceived { at, number });
        }
        Ok(())
    }

    fn admit_received(&self, received: &Received) -> Result<(), RegisterRefusal> {
        let new = &received.submission;
        if let Some(same) = self.received(&new.digest) {
            let (at, number) = (same.link.entry.at, same.link.entry.number);
            return Err(RegisterRefusal::AlreadyReceived { at, number });
        }
        if !self.is_addressed(&new.audience) {
            let audience = new.audience.clone();
            return Err(RegisterRefusal::OtherAudience { audience });
        }
        let earlier = self.filed().map(|(_, received)| &received.submission);
        let earlier: Vec<_> = earlier.filter(|earlier| earlier.is_beside(new)).collect();
        let same = earlier
            .iter()
            .find(|earlier| earlier.revision == new.revision);
        if let Some(same) = same {
            let (revision, received) = (new.revision, same.digest);
            return Err(RegisterRefusal::OtherContent { revision, received });
        }
        match earlier.last() {
            Some(latest) => follows(new, latest),
            None if new.previous.is_some() => {
                let revision = new.revision;
                Err(RegisterRefusal::PreviousMissing { revision })
            }
            None => Ok(()),
        }
    }

    fn admit_approved(
        &self,
        approved: &ApprovedOnPaper,
        at: DateTime<Utc>,
    ) -> Result<(), RegisterRefusal> {
        let found = self.received(&approved.digest);
        let found = found.ok_or(RegisterRefusal::NotReceived)?;
        match found.approval {
            Approval::Signature(_) => return Err(RegisterRefusal::SignedByDeputyHead),
            Approval::OnPaper(earlier) => {
                let seen = earlier.seen;
                return Err(RegisterRefusal::AlreadyApproved { seen });
            }
            Approval::Pending => {}
        }
        if approved.fingerprint != approved.digest.fingerprint().to_string() {
            return Err(RegisterRefusal::NotReceived);
        }
        // The day of a place east of Greenwich may be one ahead of the clock.
        let tomorrow = at.checked_add_signed(TimeDelta::days(1)).unwrap_or(at);
        if approved.seen > tomorrow.date_naive() {
            return Err(RegisterRefusal::SeenInFuture);
        }
        if !is_printed_name(&approved.officer) {
            return Err(RegisterRefusal::Name);
        }
        Ok(())
    }

    /// Whether one of the names is the agency's: a recipient has to find
    /// itself among those addressed, as RFC 7519 §4.1.3 has it.
    fn is_addressed(&self, audience: &PerLanguage) -> bool {
        let own: Vec<String> = self.audience().iter().map(|name| folded(name)).collect();
        let named = [&audience.en, &audience.fr].into_iter().flatten();
        named
            .map(|name| folded(name))
            .any(|name| own.contains(&name))
    }
}

fn follows(new: &FiledSubmission, latest: &FiledSubmission) -> Result<(), RegisterRefusal> {
    let (revision, newest) = (new.revision, latest.revision);
    if revision < newest {
        let latest = newest;
        return Err(RegisterRefusal::NotNewer { revision, latest });
    }
    if new.previous != Some(latest.digest) {
        let latest = newest;
        return Err(RegisterRefusal::OtherPrevious { latest });
    }
    if new.submission_id != latest.submission_id {
        return Err(RegisterRefusal::OtherSubmission);
    }
    Ok(())
}

impl Opened {
    pub(super) fn new(audience: &[String]) -> Self {
        Self {
            format: REGISTER_FORMAT.to_owned(),
            audience: audience.iter().map(|name| single_spaced(name)).collect(),
        }
    }

    fn check(&self) -> Result<(), RegisterRefusal> {
        if self.format != REGISTER_FORMAT {
            return Err(RegisterRefusal::NotBegun);
        }
        let fits =
            !self.audience.is_empty() && self.audience.iter().all(|name| is_printed_name(name));
        fits.then_some(()).ok_or(RegisterRefusal::Name)
    }
}

/// A name with single white space in NFC, as files write it.
fn single_spaced(name: &str) -> String {
    let words: Vec<&str> = name.split_whitespace().collect();
    words.join(" ").nfc().collect()
}

/// A name by which an agency is recognized: in either case, however spaced.
fn folded(name: &str) -> String {
    single_spaced(name).to_lowercase()
}
