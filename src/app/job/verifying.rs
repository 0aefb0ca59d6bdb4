//! Verifying a submission.

use std::path::PathBuf;

use chrono::{DateTime, FixedOffset, Utc};

use crate::app::{VerifiedFile, VerifyForm};
use crate::i18n::MessagePair;
use crate::storage;
use crate::submission::key::PublicKey;
use crate::submission::verify::verify;

/// What verifying needs.
#[derive(Debug)]
pub struct VerifyJob {
    /// The submission.
    pub file: PathBuf,
    /// The public keys.
    pub keys: Vec<PathBuf>,
    /// What was filled in.
    pub form: VerifyForm,
    /// When.
    pub now: DateTime<FixedOffset>,
}

pub(super) fn run(job: VerifyJob) -> Result<Box<VerifiedFile>, MessagePair> {
    let file = storage::read_submission(&job.file).map_err(|error| error.message())?;
    let keys = public_keys(&job.keys)?;
    Ok(Box::new(VerifiedFile {
        form: job.form,
        at: job.now,
        verification: verify(&file, &keys, job.now.with_timezone(&Utc)),
    }))
}

pub(super) fn public_keys(paths: &[PathBuf]) -> Result<Vec<PublicKey>, MessagePair> {
    let key = |path: &PathBuf| {
        let text = storage::read_key_file(path).map_err(|error| error.message())?;
        PublicKey::from_jwk(&text).map_err(|error| error.message())
    };
    paths.iter().map(key).collect()
}
