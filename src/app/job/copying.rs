//! Making the PDF of a submission again.

use std::path::PathBuf;

use super::Sources;
use crate::export::outputs::{self, Source};
use crate::export::settings::Settings;
use crate::i18n::MessagePair;
use crate::report::{Content, Edition};
use crate::response::AnswerLanguages;
use crate::storage;
use crate::submission::restored::Restored;

/// What making the PDF of a submission again needs.
#[derive(Debug)]
pub struct CopyJob {
    /// The submission, and whose signatures are known.
    pub sources: Sources,
    /// Where the PDF is written.
    pub path: PathBuf,
    /// How it is printed.
    pub settings: Settings,
}

/// Nothing that is there already is replaced. The file may have changed since
/// it was verified: it is verified again.
pub(super) fn run(job: &CopyJob) -> Result<PathBuf, MessagePair> {
    let json = job.sources.submission()?;
    let opened = job.sources.known()?.open(&json)?;
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
