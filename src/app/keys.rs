//! The key that signs: made here, or opened with its passphrase.

use std::path::PathBuf;

use super::job::Job;
use super::{Dialog, KeyForm, KeyRequest, Session};
use crate::i18n::{MessagePair, window};
use crate::questionnaire::Role;
use crate::submission::key::SigningKey;
use crate::submission::key_file::KeyHolder;
use crate::submission::record;

/// The fewest characters of a passphrase for a new key.
const PASSPHRASE_MIN_CHARS: usize = 12;

/// A key that was opened with its passphrase.
#[derive(Clone, Debug)]
pub struct OpenedKey {
    /// The key itself.
    pub key: SigningKey,
    /// Whose the file says it is.
    pub holder: KeyHolder,
}

impl OpenedKey {
    /// The printed name of the holder.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.holder.name
    }
}

impl KeyForm {
    /// What is wrong with the form, if anything is.
    #[must_use]
    pub fn problem(&self) -> Option<MessagePair> {
        let pair = MessagePair::new;
        if self.name.trim().is_empty() {
            Some(pair(window::err_key_name(), window::hint_key_name()))
        } else if self.path.trim().is_empty() {
            Some(pair(window::err_key_path(), window::hint_key_path()))
        } else if self.passphrase.chars().count() < PASSPHRASE_MIN_CHARS {
            Some(pair(
                window::err_passphrase_short(PASSPHRASE_MIN_CHARS),
                window::hint_passphrase_short(),
            ))
        } else if self.passphrase != self.again {
            Some(pair(
                window::err_passphrase_differs(),
                window::hint_passphrase_differs(),
            ))
        } else {
            None
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

    pub(super) fn confirm_open_key(&mut self, request: KeyRequest) {
        if request.path.trim().is_empty() {
            self.dialog = Some(Dialog::OpenKey(request));
        } else {
            self.work(Job::OpenKey(request));
        }
    }
}
