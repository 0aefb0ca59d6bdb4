//! Starting a correction: the next revision of a submission, as a draft.

use super::files::typed_path;
use super::job::{Correction, Job};
use super::saving::DraftFile;
use super::{Dialog, Intent, Moment, Session, Status, VerifyForm};
use crate::i18n::{MessagePair, approval as messages};

impl Session {
    /// The submission that is to be corrected was named: what is open now may
    /// have to be saved first.
    pub(super) fn confirm_correct(&mut self, form: VerifyForm, moment: Moment) {
        if typed_path(&form.file).is_none() {
            self.dialog = Some(Dialog::Correct(form));
            return;
        }
        self.begin(Intent::CorrectFile(form), moment);
    }

    pub(super) fn correct(&mut self, form: &VerifyForm, moment: Moment) {
        if let Some(sources) = self.sources(form, moment) {
            // Where it fails, what was open is there again.
            let open = self.dialog.take();
            self.confirmed = open.or_else(|| self.confirmed.take());
            self.work(Job::Correct(Box::new(sources)));
        }
    }

    pub(super) fn corrected(&mut self, outcome: Result<Box<Correction>, MessagePair>) {
        match outcome {
            Ok(correction) => {
                let revision = correction.response.revision().to_string();
                let mut status = Status::done(messages::status_corrected(revision));
                let unchecked = !correction.is_checked;
                status.hint = unchecked.then(messages::corrected_unchecked);
                self.change_file(DraftFile::default());
                self.replace(correction.shipped, correction.response);
                self.status = Some(status);
                // It is in no draft file yet.
                self.autosave();
            }
            Err(pair) => self.fail(pair),
        }
    }
}
