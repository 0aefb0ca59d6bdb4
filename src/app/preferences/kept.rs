//! The preferences of a session, and how they come to their file.

use std::path::PathBuf;

use super::{Preference, Preferences, RecentDraft};
use crate::app::job::Job;
use crate::app::{Request, Session, Status};
use crate::i18n::{MessagePair, policy as policy_messages};
use crate::storage::Places;

/// The preferences in a session, and whether they are being written.
#[derive(Debug, Default)]
pub(in crate::app) struct KeptPreferences {
    pub(in crate::app) value: Preferences,
    pub(in crate::app) places: Places,
    writing: Writing,
    /// Whether it was told that they cannot be written.
    told_failure: bool,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Writing {
    #[default]
    Idle,
    Running,
    /// Something changed while the last state was being written.
    RunningAndStale,
}

impl KeptPreferences {
    pub(in crate::app) fn new(value: Preferences) -> Self {
        KeptPreferences {
            value,
            ..KeptPreferences::default()
        }
    }

    /// Whether everything is written.
    pub(in crate::app) fn is_idle(&self) -> bool {
        self.writing == Writing::Idle
    }
}

impl Session {
    /// What the person prefers.
    #[must_use]
    pub fn preferences(&self) -> &Preferences {
        &self.preferences.value
    }

    pub(in crate::app) fn set_preference(&mut self, preference: Preference) {
        if self.preferences().is_locked(preference.about()) {
            self.status = Some(Status::done(policy_messages::locked()));
            return;
        }
        self.preferences.value.set(preference);
        match preference {
            Preference::Language(language) => self.language = language,
            Preference::Spelling(_) => self.spelling.is_stale = true,
            _ => {}
        }
        // What is printed may look different now.
        self.printed.forget();
        self.write_preferences();
    }

    /// The draft was opened or saved here.
    pub(in crate::app) fn remember_draft(&mut self, path: PathBuf) {
        let progress = self.evaluation.progress(self.questionnaire());
        let draft = RecentDraft::new(path, &self.response, progress);
        self.preferences.value.remember(draft);
        self.write_preferences();
    }

    pub(in crate::app) fn write_preferences(&mut self) {
        let Some(path) = self.preferences.places.preferences() else {
            return;
        };
        if self.preferences.writing == Writing::Idle {
            self.preferences.writing = Writing::Running;
            let preferences = Box::new(self.preferences.value.clone());
            self.request(Request::Work(Job::WritePreferences { path, preferences }));
        } else {
            self.preferences.writing = Writing::RunningAndStale;
        }
    }

    /// A failure is told, once: whoever chose something should know that the
    /// next start will not, and needs no reminder at every change.
    pub(in crate::app) fn preferences_written(&mut self, outcome: Result<(), MessagePair>) {
        let before = std::mem::take(&mut self.preferences.writing);
        if before == Writing::RunningAndStale {
            self.write_preferences();
        } else if let Err(pair) = outcome
            && !std::mem::replace(&mut self.preferences.told_failure, true)
        {
            let hint = policy_messages::hint_not_kept();
            let pair = MessagePair::new(pair.problem, hint);
            self.status.get_or_insert(pair.into());
        }
        self.close_when_idle();
    }
}
