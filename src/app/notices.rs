//! Where settings come from and where they are kept, in words, and what of it
//! is told once without being asked for.

use std::collections::BTreeSet;

use super::{Dialog, Session, Tone};
use crate::i18n::{Message, policy as messages};
use crate::storage::Portable;

/// What is still to be told.
#[derive(Debug, Default)]
pub(super) struct Notices {
    lines: Vec<Message>,
    /// By what it is remembered that it was told.
    digests: BTreeSet<String>,
}

impl Session {
    /// Looks what was not told at an earlier start.
    pub(super) fn look_for_notices(&mut self) {
        let policy = self.preferences().policy();
        let mut found = Vec::new();
        if policy.is_faulty() {
            found.push((policy.digest().to_owned(), policy.notice()));
        }
        if let Portable::ReadOnly(folder) = &self.preferences.places.portable {
            let digest = format!("read-only {}", folder.display());
            found.push((digest, vec![self.settings_in_words()]));
        }
        let told = &self.preferences().told;
        let new = found.iter().filter(|(digest, _)| !told.contains(digest));
        let lines: Vec<Message> = new.flat_map(|(_, lines)| lines.clone()).collect();
        self.notices = Notices {
            lines,
            digests: found.into_iter().map(|(digest, _)| digest).collect(),
        };
        self.tell_notices();
    }

    /// Tells what is still to be told, once nothing else is in front: neither
    /// the choice of a language nor what somebody asked for.
    pub(super) fn tell_notices(&mut self) {
        let working = self
            .status
            .as_ref()
            .is_some_and(|status| status.tone == Tone::Working);
        let waits = self.dialog.is_some() || working || self.must_choose_language();
        if !self.notices.lines.is_empty() && !waits {
            self.dialog = Some(Dialog::Notices(self.notices.lines.clone()));
        }
    }

    /// Somebody read it.
    pub(super) fn notices_told(&mut self) {
        self.notices.lines.clear();
        // What does not hold any more would be told again if it came back.
        self.preferences.value.told = std::mem::take(&mut self.notices.digests);
        self.write_preferences();
    }

    /// Where settings are kept.
    #[must_use]
    pub fn settings_in_words(&self) -> Message {
        let places = &self.preferences.places;
        let path = places.configuration.as_ref();
        let path = path.map(|path| path.display().to_string());
        match (&places.portable, path) {
            (Portable::No, Some(path)) => messages::places_own(path),
            (Portable::BesideProgram, Some(path)) => messages::places_portable(path),
            (Portable::ReadOnly(_), Some(path)) => messages::places_read_only(path),
            (Portable::ReadOnly(_), None) => messages::places_read_only_memory(),
            (Portable::No | Portable::BesideProgram, None) => messages::places_memory(),
        }
    }

    /// Where drafts without a name are kept, if anywhere.
    #[must_use]
    pub fn recovery_in_words(&self) -> Option<Message> {
        let folder = self.preferences.places.recovery()?;
        Some(messages::places_drafts(folder.display().to_string()))
    }

    /// Which file of the organization counts.
    #[must_use]
    pub fn policy_in_words(&self) -> Message {
        let policy = self.preferences().policy();
        match policy.path().map(|path| path.display().to_string()) {
            None => messages::none(),
            Some(path) if policy.is_faulty() => messages::in_force_faulty(path),
            Some(path) => messages::in_force(path),
        }
    }
}
