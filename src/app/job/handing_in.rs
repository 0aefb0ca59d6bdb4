//! What of a key is given to others: public key, key page, proof.

use std::path::PathBuf;

use chrono::{DateTime, FixedOffset, Utc};

use crate::app::{HandedIn, OpenedKey};
use crate::export::layout::Sheet;
use crate::export::outputs::{self, OutputError};
use crate::i18n::MessagePair;
use crate::report::KeyPage;
use crate::response::AnswerLanguages;
use crate::storage;
use crate::submission::possession;
use crate::submission::record::SealError;

/// What writing it needs.
#[derive(Debug)]
pub struct HandInJob {
    /// The key.
    pub key: OpenedKey,
    /// What is written.
    pub what: HandedIn,
    /// Where.
    pub path: PathBuf,
    /// The languages of the page.
    pub languages: AnswerLanguages,
    /// The paper and the type of the page.
    pub sheet: Sheet,
    /// When.
    pub now: DateTime<FixedOffset>,
    /// The text that the agency asked for.
    pub nonce: Option<String>,
}

/// Writes it, never over another file, and reads it back.
pub(super) fn run(job: &HandInJob) -> Result<PathBuf, MessagePair> {
    let bytes = bytes(job)?;
    let failed = |error: storage::StorageError| error.message();
    storage::write_new(&job.path, &bytes, false).map_err(failed)?;
    storage::read_back(&job.path, &bytes).map_err(failed)?;
    Ok(job.path.clone())
}

fn bytes(job: &HandInJob) -> Result<Vec<u8>, MessagePair> {
    let OpenedKey { key, holder } = &job.key;
    let public = key.public_key();
    match job.what {
        HandedIn::PublicKey => public
            .to_jwk()
            .map_err(|error| SealError::from(error).message()),
        HandedIn::Page => {
            let page = KeyPage {
                key: &public,
                holder,
                date: job.now,
            };
            outputs::key_page(page, job.languages, job.sheet)
                .map_err(|error| OutputError::from(error).message())
        }
        HandedIn::Proof => {
            let now = job.now.with_timezone(&Utc);
            possession::prove(key, holder, now, job.nonce.as_deref())
                .map_err(|error| error.message())
        }
    }
}
