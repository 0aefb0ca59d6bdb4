//! The key that signs: made here, or opened with its passphrase; and what is
//! done with it besides.

use std::path::PathBuf;

use super::files::typed_path;
use super::job::{HandInJob, Job};
use super::{
    ChangeForm, Dialog, DrawnWords, HandInForm, KeptIn, KeyForm, KeyRequest, Moment, NewPassphrase,
    Request, Session, Status,
};
use crate::i18n::{MessagePair, keys as say, window};
use crate::questionnaire::Role;
use crate::storage::FolderRisk;
use crate::submission::key_source::OpenedKey;
use crate::submission::record;

impl Dialog {
    /// The passphrase that a key is to get in this dialog.
    pub(super) fn new_passphrase(&mut self) -> Option<&mut NewPassphrase> {
        match self {
            Dialog::MakeKey(form) => Some(&mut form.passphrase),
            Dialog::ChangePassphrase(form) => Some(&mut form.new),
            _ => None,
        }
    }
}

impl Session {
    /// Whether the open key is in another name than the person has who is
    /// named in its role.
    #[must_use]
    pub fn key_is_of_another(&self) -> bool {
        self.key.as_ref().is_some_and(|key| {
            let role = match key.holder.role {
                record::Role::Preparer => Role::Preparer,
                record::Role::DeputyHead => Role::DeputyHead,
            };
            self.response.person(role).name.trim() != key.name().trim()
        })
    }

    /// The dialog that changes a passphrase, with the file of the open key.
    #[must_use]
    pub fn change_passphrase_dialog(&self) -> Dialog {
        Dialog::ChangePassphrase(ChangeForm {
            path: self.key_path.clone(),
            ..ChangeForm::default()
        })
    }

    /// The dialog that hands in the open key.
    #[must_use]
    pub fn hand_in_dialog(&self) -> Dialog {
        Dialog::HandIn(HandInForm::new(self.language()))
    }

    /// Draws words, away from the screen as everything that is random.
    pub(super) fn draw_words(&mut self) {
        self.request(Request::Work(Job::DrawWords(self.language)));
    }

    /// Draws words for a dialog that needs some.
    pub(super) fn draw_first_words(&mut self) {
        let dialog = self.dialog.as_mut();
        let new = dialog.and_then(Dialog::new_passphrase);
        if new.is_some_and(|new| new.words.is_empty()) {
            self.draw_words();
        }
    }

    pub(super) fn words_drawn(&mut self, outcome: Result<DrawnWords, MessagePair>) {
        let dialog = self.dialog.as_mut();
        match (outcome, dialog.and_then(Dialog::new_passphrase)) {
            (Ok(DrawnWords(words)), Some(new)) => new.take_words(words),
            // The dialog was closed meanwhile.
            (_, None) => {}
            (Err(pair), Some(_)) => self.status = Some(pair.into()),
        }
    }

    pub(super) fn confirm_make_key(&mut self, form: KeyForm) {
        if let Some(pair) = form.problem() {
            self.status = Some(pair.into());
            self.dialog = Some(Dialog::MakeKey(form));
            return;
        }
        let id = self.response.organization().id.clone();
        self.work(Job::MakeKey {
            path: PathBuf::from(form.path.trim()),
            organization_id: (!id.is_empty()).then_some(id),
            form,
        });
    }

    pub(super) fn confirm_open_key(&mut self, request: KeyRequest, moment: Moment) {
        if request.place().trim().is_empty() {
            self.dialog = Some(Dialog::OpenKey(request));
        } else {
            let now = moment.now;
            self.work(Job::OpenKey { request, now });
        }
    }

    pub(super) fn confirm_change_passphrase(&mut self, form: ChangeForm) {
        if let Some(pair) = form.problem() {
            self.status = Some(pair.into());
            self.dialog = Some(Dialog::ChangePassphrase(form));
        } else {
            self.work(Job::ChangePassphrase(form));
        }
    }

    pub(super) fn confirm_hand_in(&mut self, form: HandInForm, moment: Moment) {
        let (Some(path), Some(key)) = (typed_path(&form.path), self.key.clone()) else {
            let pair = if self.key.is_none() {
                MessagePair::new(say::err_no_open_key(), say::hint_no_open_key())
            } else {
                MessagePair::new(window::err_key_path(), window::hint_key_path())
            };
            self.status = Some(pair.into());
            self.dialog = Some(Dialog::HandIn(form));
            return;
        };
        let nonce = form.nonce.trim().to_owned();
        self.work(Job::HandIn(Box::new(HandInJob {
            key,
            what: form.what,
            path: self.absolute(path),
            languages: form.languages,
            sheet: self.print_settings().sheet,
            now: moment.now,
            nonce: (!nonce.is_empty()).then_some(nonce),
        })));
    }

    pub(super) fn key_opened(
        &mut self,
        outcome: Result<OpenedKey, Box<(KeyRequest, MessagePair)>>,
    ) {
        match outcome {
            Ok(key) => {
                if let Some(Dialog::OpenKey(request)) = &self.confirmed {
                    // The PIN of a token is not changed here.
                    self.key_path = match request.kept_in {
                        KeptIn::File => request.path.trim().to_owned(),
                        KeptIn::Token => String::new(),
                    };
                }
                self.status = Some(Status::done(window::status_key_opened(key.name())));
                self.key = Some(key);
            }
            Err(failure) => {
                let (request, pair) = *failure;
                // The path stays, so that only the passphrase is typed again.
                self.dialog = Some(Dialog::OpenKey(request));
                self.status = Some(pair.into());
            }
        }
    }

    pub(super) fn key_made(&mut self, outcome: Result<(OpenedKey, Vec<FolderRisk>), MessagePair>) {
        match outcome {
            Ok((key, risks)) => {
                if let Some(Dialog::MakeKey(form)) = &self.confirmed {
                    self.key_path = form.path.trim().to_owned();
                }
                self.status = Some(done(window::status_key_made(key.name()), &risks));
                self.key = Some(key);
            }
            Err(pair) => self.fail(pair),
        }
    }

    pub(super) fn passphrase_changed(&mut self, outcome: Result<Vec<FolderRisk>, MessagePair>) {
        match outcome {
            Ok(risks) => self.status = Some(done(say::status_passphrase_changed(), &risks)),
            Err(pair) => self.fail(pair),
        }
    }

    pub(super) fn handed_in(&mut self, outcome: Result<PathBuf, MessagePair>) {
        match outcome {
            Ok(path) => {
                let message = say::status_key_written(path.display().to_string());
                self.status = Some(Status::done(message));
            }
            Err(pair) => self.fail(pair),
        }
    }
}

/// What is done, and what speaks against the folder.
fn done(message: crate::i18n::Message, risks: &[FolderRisk]) -> Status {
    let mut status = Status::done(message);
    status.hint = risks.first().map(|risk| risk.message());
    status
}
