//! Exporting: the signed submission and the PDF.

use super::{ExportJob, Exported};
use crate::i18n::{MessagePair, window};

pub(super) fn export(_job: &ExportJob) -> Result<Exported, MessagePair> {
    Err(MessagePair::new(
        window::err_not_there_yet(),
        window::hint_not_there_yet(),
    ))
}
