//! Opening a submission to approve it, and adding the signature.

use std::path::PathBuf;

use chrono::{DateTime, FixedOffset, Utc};

use super::Sources;
use super::verifying::{Known, refused};
use crate::app::approval::signed_path;
use crate::app::{Approval, OpenedKey, VerifyForm};
use crate::i18n::{MessagePair, approval as messages};
use crate::storage;
use crate::submission::adding::ToSign;
use crate::submission::copy::HandedIn;
use crate::submission::jws::Signer;
use crate::submission::restored::Restored;
use crate::submission::verify::open_certified;

/// What opening a submission to approve it needs.
#[derive(Debug)]
pub struct ApproveJob {
    /// The submission, and whose signatures are known.
    pub sources: Sources,
    /// What was filled in.
    pub form: VerifyForm,
}

/// What adding a signature needs.
#[derive(Debug)]
pub struct SignJob {
    /// The submission, as it was opened and shown.
    pub approval: Approval,
    /// The key.
    pub key: OpenedKey,
    /// Where the signed submission is written.
    pub path: PathBuf,
    /// When.
    pub now: DateTime<FixedOffset>,
}

pub(super) fn open_to_approve(job: ApproveJob) -> Result<Box<Approval>, MessagePair> {
    let file = storage::read_handed_in(&job.sources.file).map_err(|error| error.message())?;
    let handed_in = HandedIn::of(&file).map_err(|found| refused(&found))?;
    let known = job.sources.known()?;
    let to_sign = known.to_sign(&handed_in.submission)?;
    let opened = known.open(&handed_in.submission)?;
    let restored = Restored::of(to_sign.record()).map_err(|error| error.message())?;
    Ok(Box::new(Approval {
        path: signed_path(&job.form.file),
        form: job.form,
        to_sign,
        opened,
        restored,
        keys: known.keys(),
        roots: known.shared_roots(),
        in_pdf: handed_in.in_pdf,
        at: job.sources.now,
        signed: None,
    }))
}

/// Nothing that is there already is replaced. What was written is read back
/// and verified.
pub(super) fn sign(job: SignJob) -> Result<Box<Approval>, MessagePair> {
    let now = job.now.with_timezone(&Utc);
    let mut approval = job.approval;
    let holder = &job.key.holder;
    let signer = Signer {
        role: holder.role,
        name: holder.name.clone(),
    };
    let file = approval.to_sign.clone().sign(&job.key.key, &signer, now);
    let bytes = file.map_err(|error| error.message())?.to_bytes();
    let bytes = bytes.map_err(|error| error.message())?;
    storage::write_new(&job.path, &bytes, false).map_err(|error| error.message())?;
    let bytes = storage::read_back(&job.path, &bytes).map_err(|error| error.message())?;
    let public = job.key.key.public_key();
    approval.signed = Some(public.kid());
    approval.keys.push(public);
    let not_verified = || {
        let path = job.path.display().to_string();
        MessagePair::new(
            messages::err_not_verified(path),
            messages::hint_not_verified(),
        )
    };
    let keys = &approval.keys;
    // The roots are for whoever signed before: one's own certificate may lead to
    // another, and then says nothing here.
    let roots = approval.roots.as_deref();
    let roots = roots.filter(|roots| open_certified(&bytes, keys, Some(*roots), now).is_ok());
    let opened = open_certified(&bytes, keys, roots, now);
    let to_sign = ToSign::open_certified(&bytes, keys, roots, now);
    approval.opened = opened.map_err(|_found| not_verified())?;
    approval.to_sign = to_sign.map_err(|_found| not_verified())?;
    approval.in_pdf = false;
    approval.at = job.now;
    approval.form.file = job.path.to_string_lossy().into_owned();
    approval.path = signed_path(&approval.form.file);
    Ok(Box::new(approval))
}

impl Known {
    /// What may be signed: all that the list and the keys say of it is good.
    fn to_sign(&self, file: &[u8]) -> Result<ToSign, MessagePair> {
        let to_sign = match self.trust(self.policy()) {
            None => ToSign::open_certified(file, &self.keys(), self.roots(), self.now()),
            Some(trust) => ToSign::open_trusted(file, &trust, self.now()),
        };
        to_sign.map_err(|found| refused(&found))
    }
}
