//! Who has a draft open: a small hidden file beside it.
//!
//! It blocks nobody; it only lets others be told. Where it cannot be written,
//! as in a folder that is read only, nobody is told, and nothing else changes.

use std::fs;
use std::path::{Path, PathBuf};

use chrono::{DateTime, FixedOffset, TimeDelta};
use serde::{Deserialize, Serialize};

use super::read::read_limited;
use super::write::write_new;

/// A lock file has a few short members.
const MAX_LOCK_BYTES: usize = 4096;
/// Whoever has a draft open for longer has left the window behind, or the
/// program ended without removing the file.
const STALE_AFTER: TimeDelta = TimeDelta::days(1);

/// Who has a draft open, and since when.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LockHolder {
    /// The name under which the person is logged in; may be empty.
    pub user: String,
    /// The name of the computer; may be empty.
    pub host: String,
    /// The number of the process there.
    pub process: u32,
    /// Since when.
    pub since: DateTime<FixedOffset>,
}

/// The lock file of this process beside a draft; it goes when this is dropped.
#[derive(Debug)]
pub struct DraftLock {
    path: PathBuf,
    holder: LockHolder,
}

/// What came of writing a lock file.
#[derive(Debug)]
pub enum Locked {
    /// It was written, or cannot be written there; nobody else is known to
    /// have the draft open.
    Alone(Option<DraftLock>),
    /// Somebody else has it open.
    Elsewhere(LockHolder),
}

impl LockHolder {
    /// This process, as it is known to the system.
    #[must_use]
    pub fn of_process(since: DateTime<FixedOffset>) -> Self {
        let variable = |names: [&str; 2]| {
            let mut values = names
                .into_iter()
                .filter_map(|name| std::env::var(name).ok());
            values.find(|value| !value.is_empty())
        };
        LockHolder {
            user: variable(["USER", "USERNAME"]).unwrap_or_default(),
            host: variable(["HOSTNAME", "COMPUTERNAME"])
                .or_else(host_name_of_system)
                .unwrap_or_default(),
            process: std::process::id(),
            since,
        }
    }

    /// Whether the lock says nothing any more: too old, or of a process of
    /// this computer that has ended. `own` is the process that asks.
    fn is_stale(&self, own: &LockHolder) -> bool {
        let same_place = self.user == own.user && self.host == own.host;
        let ended = same_place && (self.process == own.process || has_ended(self.process));
        ended || own.since - self.since > STALE_AFTER
    }
}

impl DraftLock {
    /// Writes the lock file of `own` beside a draft, unless somebody else's
    /// that is not stale stands there.
    #[must_use]
    pub fn take(draft: &Path, own: &LockHolder) -> Locked {
        let Some(path) = lock_path(draft) else {
            return Locked::Alone(None);
        };
        match read(&path) {
            Some(holder) if !holder.is_stale(own) => Locked::Elsewhere(holder),
            _ => Locked::Alone(write(path, own)),
        }
    }
}

impl Drop for DraftLock {
    /// Removes the file, unless somebody else has meanwhile taken it for stale.
    fn drop(&mut self) {
        if read(&self.path).as_ref() == Some(&self.holder) {
            // The next one to open the draft finds the process ended.
            fs::remove_file(&self.path).unwrap_or_default();
        }
    }
}

fn read(path: &Path) -> Option<LockHolder> {
    let bytes = read_limited(path, MAX_LOCK_BYTES).ok()?;
    serde_json::from_slice(&bytes).ok()
}

fn write(path: PathBuf, own: &LockHolder) -> Option<DraftLock> {
    let bytes = serde_json::to_vec(own).ok()?;
    write_new(&path, &bytes, true).ok()?;
    Some(DraftLock {
        path,
        holder: own.clone(),
    })
}

/// `.~lock.NAME#`, which office programs use too and many systems hide.
fn lock_path(draft: &Path) -> Option<PathBuf> {
    let name = draft.file_name()?.to_str()?;
    Some(draft.with_file_name(format!(".~lock.{name}#")))
}

/// Whether a process of this computer is known to have ended. Where the
/// system does not say, the age of the lock decides alone.
fn has_ended(process: u32) -> bool {
    let processes = Path::new("/proc");
    processes.join("self").exists() && !processes.join(process.to_string()).exists()
}

fn host_name_of_system() -> Option<String> {
    let bytes = read_limited(Path::new("/etc/hostname"), 256).ok()?;
    let name = String::from_utf8(bytes).ok()?.trim().to_owned();
    (!name.is_empty()).then_some(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn own() -> LockHolder {
        let since = DateTime::parse_from_rfc3339("2024-11-15T09:00:00-05:00").unwrap();
        LockHolder::of_process(since)
    }

    fn colleague() -> LockHolder {
        LockHolder {
            user: "colleague".into(),
            host: "elsewhere".into(),
            process: 1,
            ..own()
        }
    }

    fn draft() -> (tempfile::TempDir, PathBuf) {
        let folder = tempfile::tempdir().unwrap();
        let draft = folder.path().join("ours.probitas");
        (folder, draft)
    }

    #[test]
    fn lock_stands_beside_the_draft_until_it_is_dropped() {
        let (folder, draft) = draft();
        let Locked::Alone(Some(lock)) = DraftLock::take(&draft, &own()) else {
            panic!("nobody else is there");
        };
        assert!(folder.path().join(".~lock.ours.probitas#").exists());
        drop(lock);
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
    }

    #[test]
    fn colleague_is_named_and_their_lock_stays() {
        let (_folder, draft) = draft();
        let theirs = write(lock_path(&draft).unwrap(), &colleague()).unwrap();
        let Locked::Elsewhere(holder) = DraftLock::take(&draft, &own()) else {
            panic!("a colleague has it open");
        };
        assert_eq!(holder, colleague());
        drop(theirs);
        assert!(matches!(
            DraftLock::take(&draft, &own()),
            Locked::Alone(Some(_))
        ));
    }

    #[test]
    fn old_lock_and_lock_of_an_ended_process_are_stale() {
        let old = LockHolder {
            since: own().since - TimeDelta::hours(25),
            ..colleague()
        };
        assert!(old.is_stale(&own()));
        assert!(!colleague().is_stale(&own()));
        let ended = LockHolder {
            process: u32::MAX,
            ..own()
        };
        assert_eq!(ended.is_stale(&own()), Path::new("/proc/self").exists());
    }

    #[test]
    fn a_lock_that_cannot_be_written_disturbs_nobody() {
        let (folder, _) = draft();
        let draft = folder.path().join("missing/ours.probitas");
        assert!(matches!(
            DraftLock::take(&draft, &own()),
            Locked::Alone(None)
        ));
    }
}
