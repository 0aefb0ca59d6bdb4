//! "Ready for approval": said once, and asked about before any other change.

use crate::app::files::not_completed;
use crate::app::{Dialog, Moment, Session, Status};
use crate::i18n::{MessagePair, sign_off as say};
use crate::import::xliff::Taken;
use crate::response::{Edit, QuestionnaireResponse, Readiness};
use crate::rules::CompletedResponse;
use crate::submission::record::SealedRecord;

/// A change that waits for a yes, because the response is ready for approval.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Pending {
    /// An edit.
    Edit(Box<Edit>),
    /// Translations that came back.
    Translations(Box<Taken>),
    /// Taking the last change back.
    Undo,
    /// Making again what was taken back.
    Redo,
}

impl Session {
    /// Whether the response is still the one that was marked as ready. Another
    /// program may have changed it in the draft file.
    #[must_use]
    pub fn is_as_marked(&self) -> bool {
        self.sign_off.as_marked
    }

    /// Marks the response as ready for approval, where nothing stands against it.
    pub(in crate::app) fn mark_ready(&mut self, moment: Moment) {
        match self.ready_now(moment) {
            Ok(readiness) => {
                self.history.pause();
                self.edit(Edit::ReadyForApproval(Some(Box::new(readiness))), moment);
                self.status = Some(Status::done(say::ready_marked()));
            }
            Err(pair) => self.status = Some(pair.into()),
        }
    }

    fn ready_now(&self, moment: Moment) -> Result<Readiness, MessagePair> {
        let questionnaire = self.questionnaire();
        let mut readiness = Readiness {
            at: moment.now,
            sha256: String::new(),
            unknown: serde_json::Map::new(),
        };
        // The record tells when the response was changed last: that is now.
        let mut marked = self.response.clone();
        let edit = Edit::ReadyForApproval(Some(Box::new(readiness.clone())));
        // An edit of the frame fits every definition.
        marked.apply(questionnaire, edit, moment.now).ok();
        readiness.at = marked.modified_at();
        readiness.sha256 = digest(self, &marked)?;
        Ok(readiness)
    }

    /// Looks again whether the response is the one that was marked.
    pub(in crate::app) fn compare_with_mark(&mut self) {
        let ready = self.response.ready_for_approval();
        self.sign_off.as_marked = ready
            .is_some_and(|ready| digest(self, &self.response).ok().as_ref() == Some(&ready.sha256));
    }

    /// Whether a change is asked about before it is made.
    pub(in crate::app) fn is_held(&self, edit: &Edit) -> bool {
        let about_it = matches!(edit, Edit::ReadyForApproval(_));
        self.response.ready_for_approval().is_some() && !about_it
    }

    /// Whether undo and redo are asked about before.
    pub(in crate::app) fn holds_history(&self) -> bool {
        self.response.ready_for_approval().is_some()
    }

    /// Asks before a change of what is ready for approval.
    pub(in crate::app) fn ask_before(&mut self, pending: Pending) {
        self.open_dialog(Dialog::Thaw(pending));
    }

    /// Makes the change that was asked about.
    pub(in crate::app) fn thaw(&mut self, pending: Pending, moment: Moment) {
        match pending {
            Pending::Edit(edit) => self.edit_now(*edit, moment),
            Pending::Translations(taken) => self.take_translations(*taken, moment),
            Pending::Undo => self.undo_now(moment),
            Pending::Redo => self.redo_now(moment),
        }
    }
}

/// SHA-256 of the record of a response, in hexadecimal.
fn digest(session: &Session, response: &QuestionnaireResponse) -> Result<String, MessagePair> {
    let completed = CompletedResponse::check(session.questionnaire(), response, false)
        .map_err(not_completed)?;
    let record = SealedRecord::of(&completed).map_err(|error| error.message())?;
    Ok(record.digest().hex())
}
