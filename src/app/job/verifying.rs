//! Verifying a submission, and reading one together with what is known of its
//! signers.

use std::collections::BTreeMap;
use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use chrono::{DateTime, FixedOffset, Utc};

use super::{Control, JobResult};
use crate::app::files::typed_path;
use crate::app::{FileOutcome, ListAmong, UsedList, VerifiedFile, VerifiedFiles, VerifyForm};
use crate::i18n::{MessagePair, approval, start as messages};
use crate::storage;
use crate::submission::certificate::Roots;
use crate::submission::copy::HandedIn;
use crate::submission::key::PublicKey;
use crate::submission::trust::{SeenList, VerifiedTrustList, is_trust_list, verify_list};
use crate::submission::verify::{self, ClaimedSignature, OpenedSubmission, Policy, Trust};
use crate::submission::verify::{Reason, Rule, Verification, open_certified, read_unverified};

/// What is named on a form: a submission, and what it is verified with.
#[derive(Debug)]
pub struct Sources {
    /// The submission, or a PDF that carries one.
    pub file: PathBuf,
    /// Public keys of signers.
    pub keys: Vec<PathBuf>,
    /// The key that is open here, whose signature is known as well.
    pub own: Option<PublicKey>,
    /// The trust list.
    pub list: Option<PathBuf>,
    /// Public keys of the agency.
    pub pins: Vec<PathBuf>,
    /// Root certificates; none, and certificates are not checked.
    pub roots: Vec<PathBuf>,
    /// Revocation lists.
    pub revocations: Vec<PathBuf>,
    /// Who has to sign.
    pub policy: Policy,
    /// The newest lists that were seen, by the thumbprint of who signed them.
    pub seen: BTreeMap<String, SeenList>,
    /// When.
    pub now: DateTime<FixedOffset>,
}

/// What verifying needs.
#[derive(Debug)]
pub struct VerifyJob {
    /// The file, and what it is verified with.
    pub sources: Sources,
    /// More files, verified with the same.
    pub more: Vec<PathBuf>,
    /// What was filled in.
    pub form: VerifyForm,
    /// What is told meanwhile.
    pub control: Control,
}

/// Whose signatures are known, once it was read.
pub(super) struct Known {
    keys: Vec<PublicKey>,
    list: Option<VerifiedTrustList>,
    roots: Option<Arc<Roots>>,
    policy: Policy,
    now: DateTime<Utc>,
}

/// Verifies what was named; asks first where a trust list is among it.
pub(super) fn run(job: VerifyJob) -> JobResult {
    if let Some(list) = job.list_among() {
        return JobResult::ListAmong(Box::new(ListAmong::of(job.form, list)));
    }
    if job.more.is_empty() {
        return JobResult::Verified(run_one(job));
    }
    match run_each(&job) {
        Ok(all) if all.files.is_empty() => JobResult::Cancelled,
        outcome => JobResult::VerifiedEach(outcome),
    }
}

fn run_one(job: VerifyJob) -> Result<Box<VerifiedFile>, MessagePair> {
    let file = storage::read_handed_in(&job.sources.file).map_err(|error| error.message())?;
    let known = job.sources.known()?;
    let verified = known.examine(&file, job.form, job.sources.now);
    Ok(Box::new(verified))
}

/// Verifies several files: what one of them is says nothing of the others, so
/// that none stops the work. Where somebody else does, what was found until
/// then is told.
fn run_each(job: &VerifyJob) -> Result<VerifiedFiles, MessagePair> {
    let known = job.sources.known()?;
    let outcome = |path: &PathBuf| {
        let file = path.to_string_lossy().into_owned();
        let form = VerifyForm {
            file: file.clone(),
            more: Vec::new(),
            ..job.form.clone()
        };
        let bytes = storage::read_handed_in(path).map_err(|error| error.message());
        let outcome = bytes.map(|bytes| known.examine(&bytes, form, job.sources.now));
        FileOutcome::new(file, outcome)
    };
    let mut all = VerifiedFiles {
        form: job.form.clone(),
        files: Vec::new(),
        left: Vec::new(),
    };
    for (place, path) in job.paths().enumerate() {
        if job.begin(place) {
            all.files.push(outcome(path));
        } else {
            all.left.push(path.to_string_lossy().into_owned());
        }
    }
    Ok(all)
}

impl VerifyJob {
    /// Every file, in the order in which they were named.
    fn paths(&self) -> impl Iterator<Item = &PathBuf> {
        [&self.sources.file].into_iter().chain(&self.more)
    }

    /// Begins with the file at a place; says whether it is to be verified.
    pub(in crate::app) fn begin(&self, place: usize) -> bool {
        let file = self.paths().nth(place).and_then(|path| path.file_name());
        let name = file.unwrap_or_default().to_string_lossy();
        let count = self.more.len() + 1;
        let step = messages::step_verifying(place + 1, count, name.as_ref());
        self.control.begin(step)
    }

    /// What is told meanwhile, where there are several files.
    pub(super) fn control(&self) -> Option<&Control> {
        (!self.more.is_empty()).then_some(&self.control)
    }

    /// The first trust list among the files, as it was named.
    fn list_among(&self) -> Option<String> {
        let is_pdf = |path: &Path| {
            let ending = path.extension().and_then(OsStr::to_str);
            ending.is_some_and(|ending| ending.eq_ignore_ascii_case("pdf"))
        };
        let is_list = |path: &&PathBuf| {
            let wanted = !self.control.is_stopped() && !is_pdf(path);
            wanted && storage::read_handed_in(path).is_ok_and(|file| is_trust_list(&file))
        };
        let found = self.paths().find(is_list)?;
        let texts = [&self.form.file].into_iter().chain(&self.form.more);
        let mut named = texts.filter(|text| typed_path(text).as_ref() == Some(found));
        named.next().cloned()
    }
}

impl Sources {
    /// The submission in the file, as bytes.
    pub(super) fn submission(&self) -> Result<Vec<u8>, MessagePair> {
        let file = storage::read_handed_in(&self.file).map_err(|error| error.message())?;
        let handed_in = HandedIn::of(&file).map_err(|found| refused(&found))?;
        Ok(handed_in.submission.into_owned())
    }

    /// Reads keys and list.
    pub(super) fn known(&self) -> Result<Known, MessagePair> {
        let mut keys = public_keys(&self.keys)?;
        keys.extend(self.own.clone());
        let now = self.now.with_timezone(&Utc);
        let list = match &self.list {
            Some(path) => Some(self.list(path, now)?),
            None => None,
        };
        let roots = if self.roots.is_empty() {
            None
        } else {
            let read = storage::read_roots(&self.roots, &self.revocations);
            Some(Arc::new(read.map_err(|error| error.message())?))
        };
        Ok(Known {
            keys,
            list,
            roots,
            policy: self.policy,
            now,
        })
    }

    fn list(&self, path: &Path, now: DateTime<Utc>) -> Result<VerifiedTrustList, MessagePair> {
        if self.pins.is_empty() {
            return Err(MessagePair::new(
                approval::err_no_pin(),
                approval::hint_no_pin(),
            ));
        }
        let file = storage::read_submission(path).map_err(|error| error.message())?;
        let pins = public_keys(&self.pins)?;
        let list = verify_list(&file, &pins, None, now).map_err(|found| list_refused(&found))?;
        // Only now is it known who signed it, and so which list they signed last.
        let signers = list.signers().iter();
        let seen = signers.filter_map(|signer| self.seen.get(signer.kid.as_str()));
        match seen.max_by_key(|seen| seen.sequence) {
            None => Ok(list),
            seen => verify_list(&file, &pins, seen, now).map_err(|found| list_refused(&found)),
        }
    }
}

impl Known {
    /// All that can be said of a file.
    fn examine(&self, file: &[u8], form: VerifyForm, at: DateTime<FixedOffset>) -> VerifiedFile {
        let mut verified = VerifiedFile {
            form,
            at,
            in_pdf: false,
            list: self.list.as_ref().map(UsedList::of),
            verification: Verification::NotVerified(Vec::new()),
            opened: None,
            signatures: Vec::new(),
            is_comparable: false,
            among: None,
        };
        match HandedIn::of(file) {
            Err(refused) => verified.verification = refused,
            Ok(handed_in) => {
                let json = &handed_in.submission;
                verified.in_pdf = handed_in.in_pdf;
                verified.verification = self.verify(json, self.policy);
                verified.opened = self.open(json).ok();
                verified.signatures = self.signatures(json, &verified);
                verified.is_comparable = read_unverified(json).is_ok();
            }
        }
        verified
    }

    fn verify(&self, file: &[u8], policy: Policy) -> Verification {
        match self.trust(policy) {
            None => match self.roots() {
                None => verify::verify(file, &self.keys, self.now),
                Some(roots) => verify::verify_certified(file, &self.keys, roots, self.now),
            },
            Some(trust) => verify::verify_trusted(file, &trust, self.now),
        }
    }

    /// What a trust list allows; none where there is no list.
    pub(super) fn trust(&self, policy: Policy) -> Option<Trust<'_>> {
        Some(Trust {
            list: self.list.as_ref()?,
            keys: &self.keys,
            policy,
            registered: &[],
            roots: self.roots(),
        })
    }

    /// Every key that is known, listed or given.
    pub(super) fn keys(&self) -> Vec<PublicKey> {
        let listed = self.list.iter().flat_map(|list| list.list().keys());
        listed.chain(&self.keys).cloned().collect()
    }

    /// The roots to which certificates must lead, if some were named.
    pub(super) fn roots(&self) -> Option<&Roots> {
        self.roots.as_deref()
    }

    /// The same, to be kept.
    pub(super) fn shared_roots(&self) -> Option<Arc<Roots>> {
        self.roots.clone()
    }

    /// Who has to sign.
    pub(super) fn policy(&self) -> Policy {
        self.policy
    }

    /// When.
    pub(super) fn now(&self) -> DateTime<Utc> {
        self.now
    }

    /// Opens a submission of which nothing is known to be wrong. What a list
    /// forbids is wrong; that somebody has not signed yet is not.
    pub(super) fn open(&self, file: &[u8]) -> Result<OpenedSubmission, MessagePair> {
        if self.list.is_some()
            && let Verification::NotVerified(reasons) = self.verify(file, self.policy)
            && !reasons.iter().all(is_only_missing)
        {
            return Err(refused(&Verification::NotVerified(reasons)));
        }
        open_certified(file, &self.keys(), self.roots(), self.now).map_err(|found| refused(&found))
    }

    /// The signatures, with what the list says of them where it is known.
    fn signatures(&self, file: &[u8], verified: &VerifiedFile) -> Vec<ClaimedSignature> {
        let good = |found: &Verification| match found {
            Verification::Verified(verified) => Some(verified.signatures().to_vec()),
            Verification::Unconfirmed(unconfirmed) => Some(unconfirmed.signatures().to_vec()),
            Verification::ContentValidReencoded(reencoded) => Some(reencoded.signatures().to_vec()),
            Verification::NotSigned(_) | Verification::NotVerified(_) => None,
        };
        // Whoever signed is named by the list, also where another is missing.
        let found = good(&verified.verification)
            .or_else(|| good(&self.verify(file, Policy::PreparerHandwritten)));
        let checked = |found: Vec<_>| found.into_iter().map(ClaimedSignature::Good).collect();
        match (&verified.opened, found) {
            (_, Some(found)) => checked(found),
            (Some(OpenedSubmission::Verified(verified)), None) => {
                checked(verified.signatures().to_vec())
            }
            (Some(OpenedSubmission::Unchecked(unchecked)), None) => unchecked.signatures().to_vec(),
            (Some(OpenedSubmission::Unsigned(_)) | None, None) => Vec::new(),
        }
    }
}

fn is_only_missing(reason: &Reason) -> bool {
    matches!(
        reason.rule,
        Rule::UnknownKey { .. } | Rule::RoleMissing { .. }
    )
}

pub(super) fn public_keys(paths: &[PathBuf]) -> Result<Vec<PublicKey>, MessagePair> {
    let key = |path: &PathBuf| {
        let text = storage::read_key_file(path).map_err(|error| error.message())?;
        PublicKey::from_jwk(&text).map_err(|error| error.message())
    };
    paths.iter().map(key).collect()
}

/// Why a file cannot be used: the first reason, with what to do.
pub(super) fn refused(found: &Verification) -> MessagePair {
    let account = found.account();
    let first = account.reasons.into_iter().next();
    first.unwrap_or_else(|| {
        let hint = account.remark.unwrap_or_else(messages::hint_make_pdf);
        MessagePair::new(account.outcome, hint)
    })
}

fn list_refused(reasons: &[Reason]) -> MessagePair {
    let unpinned = |reason: &Reason| matches!(reason.rule, Rule::UnknownKey { .. });
    if reasons.iter().any(unpinned) {
        return MessagePair::new(approval::err_other_pin(), approval::hint_no_pin());
    }
    let why = refused(&Verification::NotVerified(reasons.to_vec()));
    MessagePair::new(approval::err_list_refused(why.problem), why.hint)
}
