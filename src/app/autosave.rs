//! Saving by itself: a second after the last change, and when the window
//! loses the focus.
//!
//! A draft with a file of its own is saved there, any other one in the
//! recovery folder; so is a draft whose file cannot be written. A failure is
//! no reason to try again until something changes.

use std::time::Duration;

use chrono::{DateTime, FixedOffset, TimeDelta};

use super::job::Job;
use super::saving::{Access, Occasion, Outcome};
use super::{Moment, Request, Session};

/// How long after the last change.
const PAUSE: TimeDelta = TimeDelta::seconds(1);

impl Session {
    /// How long until [`super::Action::Tick`] has something to do; nothing
    /// where it has not.
    #[must_use]
    pub fn next_wake(&self, now: DateTime<FixedOffset>) -> Option<Duration> {
        let due = self.file.due.filter(|_| self.file.saving.is_none())?;
        // A clock that was set back must not put saving off.
        let left = (due - now).min(PAUSE);
        Some(left.to_std().unwrap_or_default())
    }

    pub(super) fn changed(&mut self, moment: Moment) {
        self.file.due = Some(moment.now + PAUSE);
        self.file.given_up = false;
    }

    pub(super) fn tick(&mut self, moment: Moment) {
        if self.next_wake(moment.now) == Some(Duration::ZERO) {
            self.autosave();
        }
    }

    pub(super) fn lost_focus(&mut self) {
        if self.file.due.is_some() && self.file.saving.is_none() {
            self.autosave();
        }
    }

    /// Saves what is not saved yet, where there is a place for it.
    pub(super) fn autosave(&mut self) {
        self.file.due = None;
        let path = self.file.path.clone();
        match path {
            Some(path) if self.file.has_own_file() && self.file.access == Access::Free => {
                if !self.file.base_says(&self.response) {
                    let job = self.save_job(path, false, Occasion::ByItself);
                    self.request(Request::Work(job));
                }
            }
            _ => self.keep_for_recovery(),
        }
    }

    /// Keeps the draft in the recovery folder.
    pub(super) fn keep_for_recovery(&mut self) {
        let Some(folder) = self.preferences.places.recovery() else {
            return;
        };
        // What began as it is needs no keeping, unless something else was kept.
        let is_kept = match &self.file.recovery {
            Some(_) => self.file.recovery_says(&self.response),
            None => self.file.base_says(&self.response),
        };
        if is_kept {
            return;
        }
        let response = self.start_saving(Occasion::ByItself);
        let known = self.file.recovery.as_ref();
        self.request(Request::Work(Job::Keep {
            folder,
            known: known.map(|known| (known.path.clone(), known.stamp)),
            response,
        }));
    }

    /// Whether trying now could help: there is a place, and the last try with
    /// the same content did not fail.
    pub(super) fn can_save_by_itself(&self) -> bool {
        let own_file = self.file.has_own_file() && self.file.access == Access::Free;
        let has_place = own_file || self.preferences.places.recovery().is_some();
        let failed = matches!(self.file.outcome, Outcome::Failed(_));
        has_place && (self.file.due.is_some() || !failed)
    }
}
