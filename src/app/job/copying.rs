//! Making the PDF of a submission again.

use std::path::PathBuf;

use chrono::{DateTime, FixedOffset, Utc};

use super::verifying::public_keys;
use crate::export::outputs::{self, Source};
use crate::export::settings::Settings;
use crate::i18n::{MessagePair, start as messages};
use crate::report::{Content, Edition};
use crate::response::AnswerLanguages;
use crate::storage;
use crate::submission::restored::Restored;
use crate::submission::verify::{Verification, open};

/// What making the PDF of a submission again needs.
#[derive(Debug)]
pub struct CopyJob {
    /// The submission.
    pub file: PathBuf,
    /// The public keys that are known.
    pub keys: Vec<PathBuf>,
    /// Where the PDF is written.
    pub path: PathBuf,
    /// How it is printed.
    pub settings: Settings,
    /// When.
    pub now: DateTime<FixedOffset>,
}

/// Nothing that is there already is replaced.
pub(super) fn run(job: &CopyJob) -> Result<PathBuf, MessagePair> {
    let json = storage::read_submission(&job.file).map_err(|error| error.message())?;
    let keys = public_keys(&job.keys)?;
    let now = job.now.with_timezone(&Utc);
    let opened = open(&json, &keys, now).map_err(|found| refused(&found))?;
    let restored = Restored::of(opened.record()).map_err(|error| error.message())?;
    let content = Content {
        shipped: restored.shipped,
        response: &restored.response,
        evaluation: &restored.evaluation,
    };
    let digest = opened.record().digest();
    let source = Source::Submission {
        json: &json,
        edition: Edition::of(&opened, &digest),
    };
    let languages = AnswerLanguages::Both;
    let bytes =
        outputs::pdf(content, &source, languages, job.settings).map_err(|error| error.message())?;
    storage::write_new(&job.path, &bytes, false).map_err(|error| error.message())?;
    storage::read_back(&job.path, &bytes).map_err(|error| error.message())?;
    Ok(job.path.clone())
}

/// The file changed since it was verified: it is verified again, and says why.
fn refused(found: &Verification) -> MessagePair {
    let account = found.account();
    let first = account.reasons.into_iter().next();
    first.unwrap_or_else(|| {
        let hint = account.remark.unwrap_or_else(messages::hint_make_pdf);
        MessagePair::new(account.outcome, hint)
    })
}
