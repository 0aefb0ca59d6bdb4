//! Who has a draft open: a small hidden file beside it.
//!
//! It blocks nobody; it only lets others be told. Where it cannot be written,
//! as in a folder that is read only, nobody is told; the draft could not be
//! saved there either, which whoever opened it should know at once.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use chrono::{DateTime, FixedOffset, TimeDelta};
use serde::{Deserialize, Serialize};

use super::StorageError;
use super::read::read_limited;
use super::write::write_new;

/// A lock file has a few short members.
const MAX_LOCK_BYTES: usize = 4096;
/// Whoever has a draft open for longer has left the window behind, or the
/// program ended without removing the file.
const STALE_AFTER: TimeDelta = TimeDelta::days(1);
/// How often a lock file that this process still holds is tried again: another
/// thread is about to remove it.
const TRIES: usize = 50;
/// How long it is between two tries.
const BETWEEN_TRIES: Duration = Duration::from_millis(20);

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
    // Open for as long as the lock lasts: see `has_ended`.
    #[cfg(windows)]
    _held: Option<fs::File>,
}

/// What came of writing a lock file.
#[derive(Debug)]
pub enum Locked {
    /// It was written, or the system does not take it; nobody else is known to
    /// have the draft open.
    Alone(Option<DraftLock>),
    /// Somebody else has it open.
    Elsewhere(LockHolder),
    /// The same person has it open on the same computer.
    OtherWindow(LockHolder),
    /// Nothing can be written there, neither the lock nor the draft.
    ReadOnly,
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

    /// Whether the lock in this file says nothing any more: too old, or of a
    /// process of this computer that has ended. `own` is the process that asks.
    fn is_stale(&self, file: &Path, own: &LockHolder) -> bool {
        let same_place = self.user == own.user && self.host == own.host;
        let ended = same_place && (self.process == own.process || has_ended(self.process, file));
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
        // Writing would replace what a link points to, and that is no lock.
        if is_something_else(&path) {
            return Locked::Alone(None);
        }
        let before = read(&path);
        match &before {
            Some(holder) if !holder.is_stale(&path, own) => {
                if (&holder.user, &holder.host) == (&own.user, &own.host) {
                    Locked::OtherWindow(holder.clone())
                } else {
                    Locked::Elsewhere(holder.clone())
                }
            }
            _ if is_read_only(draft) => Locked::ReadOnly,
            _ => match replace(path, own, before.as_ref()) {
                Ok(lock) => Locked::Alone(Some(lock)),
                // Windows refuses a file that is held, and so says nothing of the folder.
                Err(StorageError::NoPermission { .. }) if cfg!(windows) && before.is_some() => {
                    Locked::Alone(None)
                }
                Err(StorageError::NoPermission { .. }) => Locked::ReadOnly,
                Err(_) => Locked::Alone(None),
            },
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

/// Whether a link, or anything but a file, stands where the lock file would.
fn is_something_else(path: &Path) -> bool {
    fs::symlink_metadata(path).is_ok_and(|metadata| !metadata.is_file())
}

/// Whether the file itself was made read only; see [`super::save_draft`].
fn is_read_only(draft: &Path) -> bool {
    fs::metadata(draft).is_ok_and(|metadata| metadata.permissions().readonly())
}

/// Writes the lock file in the place of one that says nothing any more. Windows lets
/// nobody write one that this process holds: then once it no longer does.
fn replace(
    path: PathBuf,
    own: &LockHolder,
    before: Option<&LockHolder>,
) -> Result<DraftLock, StorageError> {
    let may_be_held = cfg!(windows) && before.is_some_and(|holder| holder.process == own.process);
    let tries = if may_be_held { TRIES } else { 0 };
    for _ in 0..tries {
        match write(path.clone(), own) {
            Err(StorageError::NoPermission { .. }) => std::thread::sleep(BETWEEN_TRIES),
            written => return written,
        }
    }
    write(path, own)
}

fn write(path: PathBuf, own: &LockHolder) -> Result<DraftLock, StorageError> {
    // Texts and numbers always are JSON.
    let bytes = serde_json::to_vec(own).unwrap_or_default();
    write_new(&path, &bytes, true)?;
    Ok(DraftLock {
        #[cfg(windows)]
        _held: hold(&path),
        path,
        holder: own.clone(),
    })
}

/// Keeps others from writing the lock file; they may read it, and remove it.
#[cfg(windows)]
fn hold(path: &Path) -> Option<fs::File> {
    use std::os::windows::fs::OpenOptionsExt as _;
    const SHARE_READ: u32 = 1;
    const SHARE_DELETE: u32 = 4;
    let mut options = fs::OpenOptions::new();
    options.read(true).share_mode(SHARE_READ | SHARE_DELETE);
    options.open(path).ok()
}

/// `.~lock.NAME#`, which office programs use too and many systems hide.
fn lock_path(draft: &Path) -> Option<PathBuf> {
    let name = draft.file_name()?.to_str()?;
    Some(draft.with_file_name(format!(".~lock.{name}#")))
}

/// Whether a process of this computer is known to have ended. Where the
/// system does not say, the age of the lock decides alone.
#[cfg(not(windows))]
fn has_ended(process: u32, _file: &Path) -> bool {
    let processes = Path::new("/proc");
    processes.join("self").exists() && !processes.join(process.to_string()).exists()
}

/// Whether the process that holds this lock file is known to have ended: it
/// keeps the file open as long as it runs, and Windows lets nobody write it.
#[cfg(windows)]
fn has_ended(_process: u32, file: &Path) -> bool {
    fs::OpenOptions::new().write(true).open(file).is_ok()
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

    #[cfg(unix)]
    #[test]
    fn what_a_link_in_place_of_the_lock_points_to_stays() {
        let (folder, draft) = draft();
        let key = folder.path().join("head.key");
        write_new(&key, b"the only copy", false).unwrap();
        let link = lock_path(&draft).unwrap();
        for points_to in [key.clone(), folder.path().join("nowhere")] {
            std::os::unix::fs::symlink(&points_to, &link).unwrap();
            let taken = DraftLock::take(&draft, &own());
            assert!(matches!(taken, Locked::Alone(None)));
            drop(taken);
            assert_eq!(fs::read(&key).unwrap(), b"the only copy");
            assert!(!folder.path().join("nowhere").exists());
            fs::remove_file(&link).unwrap();
        }
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
        let (folder, _) = draft();
        let file = folder.path().join("lock");
        let old = LockHolder {
            since: own().since - TimeDelta::hours(25),
            ..colleague()
        };
        assert!(old.is_stale(&file, &own()));
        assert!(!colleague().is_stale(&file, &own()));
        let ended = LockHolder {
            process: u32::MAX,
            ..own()
        };
        // Where the system tells of processes; Windows tells of files.
        let knows = cfg!(not(windows)) && Path::new("/proc/self").exists();
        assert_eq!(ended.is_stale(&file, &own()), knows);
    }

    #[cfg(windows)]
    #[test]
    fn a_lock_is_stale_as_soon_as_nobody_holds_its_file() {
        let (_folder, draft) = draft();
        let path = lock_path(&draft).unwrap();
        let before = LockHolder {
            process: u32::MAX,
            ..own()
        };
        let held = write(path.clone(), &before).unwrap();
        assert!(!before.is_stale(&path, &own()));
        // What a program that was ended from outside leaves behind.
        let left = fs::read(&path).unwrap();
        drop(held);
        write_new(&path, &left, true).unwrap();
        assert!(before.is_stale(&path, &own()));
    }

    #[expect(clippy::disallowed_methods, reason = "as a job that ends by itself")]
    #[test]
    fn a_draft_that_this_process_opens_again_can_be_written() {
        let (folder, draft) = draft();
        let Locked::Alone(Some(first)) = DraftLock::take(&draft, &own()) else {
            panic!("nobody else is there");
        };
        let later = LockHolder {
            since: own().since + TimeDelta::seconds(1),
            ..own()
        };
        // The first lock goes in another thread, at its own time.
        let leaving = std::thread::spawn(move || {
            std::thread::sleep(2 * BETWEEN_TRIES);
            drop(first);
        });
        let Locked::Alone(Some(second)) = DraftLock::take(&draft, &later) else {
            panic!("nobody else is there");
        };
        leaving.join().unwrap();
        let path = lock_path(&draft).unwrap();
        assert_eq!(read(&path), Some(later.clone()));
        // One that never goes makes no place read only.
        let again = DraftLock::take(&draft, &later);
        assert!(matches!(again, Locked::Alone(_)), "{again:?}");
        drop(again);
        drop(second);
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
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

    #[test]
    fn another_window_of_the_same_person_is_told_apart() {
        let (_folder, draft) = draft();
        // The first process of a system never ends.
        let other = LockHolder {
            process: 1,
            ..own()
        };
        let theirs = write(lock_path(&draft).unwrap(), &other).unwrap();
        if Path::new("/proc/1").exists() {
            let found = DraftLock::take(&draft, &own());
            assert!(matches!(found, Locked::OtherWindow(_)), "{found:?}");
        }
        drop(theirs);
    }

    #[test]
    fn a_draft_that_cannot_be_written_is_told_and_nothing_is_left_beside_it() {
        let (folder, draft) = draft();
        write_new(&draft, b"{}", false).unwrap();
        let mut permissions = fs::metadata(&draft).unwrap().permissions();
        permissions.set_readonly(true);
        fs::set_permissions(&draft, permissions).unwrap();
        assert!(matches!(DraftLock::take(&draft, &own()), Locked::ReadOnly));
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    }
}
