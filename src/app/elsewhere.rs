//! Who has the draft open elsewhere. It blocks nobody.

use std::path::Path;

use super::job::Job;
use super::save_state::time;
use super::saving::Access;
use super::{Moment, Request, Session};
use crate::i18n::{Message, saving as messages};
use crate::storage::{DraftLock, LockHolder, Locked};

/// What is known of others at the file of the draft.
#[derive(Debug, Default)]
pub(super) enum Presence {
    /// Nothing.
    #[default]
    Unknown,
    /// Nobody else; others are told of us for as long as the lock lasts.
    Ours(DraftLock),
    /// Somebody else had it open before.
    Elsewhere(LockHolder),
    /// The same person had it open before, in another window.
    OtherWindow(LockHolder),
}

impl Session {
    /// What there is to know of the file of the draft, in words: who had it open
    /// elsewhere when it was opened here, or that nothing can be written there.
    #[must_use]
    pub fn open_elsewhere(&self) -> Option<Message> {
        match &self.file.presence {
            Presence::Elsewhere(holder) => Some(elsewhere(holder)),
            Presence::OtherWindow(holder) => Some(messages::open_twice(time(holder.since))),
            _ if self.file.access == Access::ReadOnlyPlace => Some(messages::read_only_place()),
            _ => None,
        }
    }

    /// Tells others that the draft is open here, and learns of them.
    pub(super) fn announce(&mut self, moment: Moment) {
        self.leave_file();
        if let Some(path) = self.file.path.clone() {
            let since = moment.now;
            self.request(Request::Work(Job::Announce { path, since }));
        }
    }

    /// Takes the lock back, away from the screen: the folder may be far.
    pub(super) fn leave_file(&mut self) {
        if let Presence::Ours(lock) = std::mem::take(&mut self.file.presence) {
            self.tidy(Job::Release(lock));
        }
    }

    /// Removes what nobody needs any more; closing waits for it.
    pub(super) fn tidy(&mut self, job: Job) {
        self.tidying += 1;
        self.request(Request::Work(job));
    }

    pub(super) fn tidied(&mut self) {
        self.tidying = self.tidying.saturating_sub(1);
        self.close_when_idle();
    }

    pub(super) fn announced(&mut self, path: &Path, locked: Locked, moment: Moment) {
        let is_current = self.file.path.as_deref() == Some(path);
        match locked {
            Locked::Alone(Some(lock)) if is_current => self.file.presence = Presence::Ours(lock),
            Locked::Alone(Some(lock)) => self.tidy(Job::Release(lock)),
            Locked::Elsewhere(mut holder) if is_current => {
                // Their clock may be in another time zone.
                holder.since = holder.since.with_timezone(moment.now.offset());
                self.file.presence = Presence::Elsewhere(holder);
            }
            Locked::OtherWindow(holder) if is_current => {
                self.file.presence = Presence::OtherWindow(holder);
            }
            Locked::ReadOnly if is_current && self.file.access == Access::Free => {
                self.file.access = Access::ReadOnlyPlace;
            }
            _ => return,
        }
        if let Some(message) = self.open_elsewhere() {
            self.tell(message);
        }
    }
}

fn elsewhere(holder: &LockHolder) -> Message {
    let since = time(holder.since);
    match (holder.user.as_str(), holder.host.as_str()) {
        ("", "") => messages::open_elsewhere(since),
        (user, "") => messages::open_by(user, since),
        ("", host) => messages::open_at(host, since),
        (user, host) => messages::open_by_at(user, host, since),
    }
}
