//! Checking the files of a new version before somebody installs them. Nothing
//! is installed here, and nothing is looked for.

use super::files::typed_path;
use super::job::{Job, UpdateJob};
use super::{Dialog, Session, Status};
use crate::i18n::{Message, MessagePair, update as messages};
use crate::release::{Release, ReleaseKey};
use crate::storage::Portable;

impl Session {
    /// Takes this for the key of the makers, in place of the one that the
    /// program was built with.
    #[must_use]
    pub fn with_release_key(mut self, key: Option<ReleaseKey>) -> Self {
        self.release_key = key;
        self
    }

    /// Which key of the makers this program knows, in words.
    #[must_use]
    pub fn release_key_in_words(&self) -> Message {
        match &self.release_key {
            Some(key) => messages::key(key.line(), key.id()),
            None => messages::no_key(),
        }
    }

    pub(super) fn confirm_check_update(&mut self, text: String) {
        let Some(path) = typed_path(&text) else {
            self.dialog = Some(Dialog::CheckUpdate(text));
            return;
        };
        self.work(Job::CheckUpdate(Box::new(UpdateJob {
            path: self.absolute(path),
            key: self.release_key.clone(),
            portable: self.preferences.places.portable != Portable::No,
        })));
    }

    pub(super) fn update_checked(&mut self, outcome: Result<Box<Release>, MessagePair>) {
        match outcome {
            Ok(release) => {
                self.status = Some(Status::done(messages::status_checked()));
                self.dialog = Some(Dialog::UpdateChecked(release));
            }
            Err(pair) => self.fail(pair),
        }
    }
}
