//! The register of an agency: a folder with one file, which only ever grows.
//!
//! Whoever enters something holds the lock of the folder from reading to
//! flushing, so that two processes cannot both write the next line. A line is
//! written at once and flushed; where that is cut off, the next reader sees an
//! unfinished line that does not count.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Seek as _, SeekFrom, Write as _};
use std::path::{Path, PathBuf};

use super::StorageError;
use super::read::read_limited;
use super::write::{create_folder, flush_folder, read_back, write_new};
use crate::submission::register::{Ending, MAX_REGISTER_BYTES, Register};

const ENTRIES: &str = "register.jsonl";
const LOCK: &str = "register.lock";

/// Writes a register that was just begun into a folder, which is made where it
/// is missing. A register that is there stays.
///
/// # Errors
/// Where there is a register already, or it cannot be written.
pub fn begin_register(folder: &Path, register: &Register) -> Result<(), StorageError> {
    create_folder(folder)?;
    let _lock = exclusive(folder)?;
    let line = line(folder, register)?;
    let path = folder.join(ENTRIES);
    write_new(&path, &line, false)?;
    read_back(&path, &line)?;
    Ok(())
}

/// Reads a register and checks it as a whole.
///
/// # Errors
/// Where it cannot be read, or is not as it was written.
pub fn read_register(folder: &Path) -> Result<Register, StorageError> {
    let _lock = shared(folder)?;
    read(folder).map(|(register, _)| register)
}

/// Reads a register, lets `enter` enter something, and writes what it entered,
/// all under one lock. Returns the register as it is on disk then.
///
/// Where `enter` enters nothing, nothing is written, and an unfinished last
/// line stays.
///
/// # Errors
/// What `enter` refuses; where the register cannot be read, is not as it was
/// written, or cannot be written. What was entered before is as it was.
pub fn enter_register<E: From<StorageError>>(
    folder: &Path,
    enter: impl FnOnce(&mut Register) -> Result<(), E>,
) -> Result<Register, E> {
    let _lock = exclusive(folder)?;
    let (mut register, size_bytes) = read(folder)?;
    let (ending, entries) = (register.ending(), register.links().len());
    enter(&mut register)?;
    if register.links().len() == entries {
        return Ok(register);
    }
    let line = line(folder, &register)?;
    append(folder, size_bytes, ending, &line)?;
    let (read, _) = read(folder)?;
    if read.links() != register.links() {
        let path = folder.join(ENTRIES);
        return Err(StorageError::ReadBackDiffers { path }.into());
    }
    Ok(read)
}

/// The register with the size of its file.
fn read(folder: &Path) -> Result<(Register, usize), StorageError> {
    let path = folder.join(ENTRIES);
    let bytes = read_limited(&path, MAX_REGISTER_BYTES)?;
    let register = Register::read(&bytes)?;
    Ok((register, bytes.len()))
}

fn line(folder: &Path, register: &Register) -> Result<Vec<u8>, StorageError> {
    register.last_line().map_err(|error| StorageError::Io {
        path: folder.join(ENTRIES),
        source: io::Error::other(error),
    })
}

/// Writes a line behind what counts, and flushes it. Where that fails, the file
/// is cut to what it was before, so far as the system still does that.
fn append(
    folder: &Path,
    size_bytes: usize,
    ending: Ending,
    line: &[u8],
) -> Result<(), StorageError> {
    let path = folder.join(ENTRIES);
    let failed = |error| StorageError::of(&path, error);
    let (kept, start): (usize, &[u8]) = match ending {
        Ending::Whole => (size_bytes, b""),
        Ending::Open => (size_bytes, b"\n"),
        Ending::Torn { size_bytes: torn } => (size_bytes.saturating_sub(torn), b""),
    };
    if kept.saturating_add(line.len()) >= MAX_REGISTER_BYTES {
        let limit_bytes = MAX_REGISTER_BYTES;
        return Err(StorageError::TooLarge { path, limit_bytes });
    }
    let kept = u64::try_from(kept).unwrap_or(u64::MAX);
    let mut options = OpenOptions::new();
    let mut file = options.write(true).open(&path).map_err(failed)?;
    file.set_len(kept).map_err(failed)?;
    let mut written = || {
        file.seek(SeekFrom::Start(kept))?;
        file.write_all(&[start, line].concat())?;
        file.sync_all()
    };
    if let Err(error) = written() {
        // The line was not flushed, and who reads it next sees what it is.
        file.set_len(kept).unwrap_or_default();
        return Err(failed(error));
    }
    flush_folder(folder);
    Ok(())
}

/// Waits until nobody else enters or reads. The lock falls with its file.
fn exclusive(folder: &Path) -> Result<File, StorageError> {
    let path = folder.join(LOCK);
    let failed = |error| StorageError::of(&path, error);
    if !folder.is_dir() {
        let path = folder.to_path_buf();
        return Err(StorageError::NotFound { path });
    }
    let mut options = OpenOptions::new();
    let options = options.write(true).create(true).truncate(false);
    let file = options.open(&path).map_err(failed)?;
    file.lock().map_err(failed)?;
    Ok(file)
}

/// Waits until nobody enters. A folder that may only be read has perhaps no
/// lock: then nobody here can enter anything.
fn shared(folder: &Path) -> Result<Option<File>, StorageError> {
    let path: PathBuf = folder.join(LOCK);
    match File::open(&path) {
        Ok(file) => {
            file.lock_shared()
                .map_err(|error| StorageError::of(&path, error))?;
            Ok(Some(file))
        }
        Err(_) if !fs::exists(folder.join(ENTRIES)).unwrap_or(true) => {
            let path = folder.join(ENTRIES);
            Err(StorageError::NotFound { path })
        }
        Err(_) => Ok(None),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::submission::register::example::{at, begun, entering, received};

    #[derive(Debug)]
    enum Stopped {
        Storage(StorageError),
        Refused(&'static str),
    }

    impl From<StorageError> for Stopped {
        fn from(error: StorageError) -> Self {
            Stopped::Storage(error)
        }
    }

    fn folder() -> tempfile::TempDir {
        let folder = tempfile::tempdir().unwrap();
        begin_register(folder.path(), &begun()).unwrap();
        folder
    }

    /// Enters the first submission of an organization.
    fn enter(folder: &Path, organization: &str) -> Result<Register, Stopped> {
        enter_register(folder, |register| {
            let received = received(organization, 1, None, organization);
            register
                .enter(entering(received), at())
                .map_err(|refusal| Stopped::Refused(refusal.code()))
        })
    }

    fn bytes(folder: &Path) -> Vec<u8> {
        fs::read(folder.join(ENTRIES)).unwrap()
    }

    #[expect(clippy::disallowed_methods, reason = "the test damages the file")]
    fn overwrite(folder: &Path, bytes: &[u8]) {
        fs::write(folder.join(ENTRIES), bytes).unwrap();
    }

    #[test]
    fn a_register_grows_and_is_begun_once() {
        let folder = folder();
        let first = bytes(folder.path());
        enter(folder.path(), "a").unwrap();
        let register = enter(folder.path(), "b").unwrap();
        assert_eq!(register.links().len(), 3);
        assert_eq!(read_register(folder.path()).unwrap(), register);
        assert!(bytes(folder.path()).starts_with(&first));
        let again = begin_register(folder.path(), &begun()).unwrap_err();
        assert!(matches!(again, StorageError::Exists { .. }), "{again}");
        assert_eq!(read_register(folder.path()).unwrap(), register);
    }

    #[test]
    fn what_is_refused_writes_nothing() {
        let folder = folder();
        enter(folder.path(), "a").unwrap();
        let before = bytes(folder.path());
        let refused = enter(folder.path(), "a").unwrap_err();
        let again = matches!(refused, Stopped::Refused("register-already-received"));
        assert!(again, "{refused:?}");
        assert_eq!(bytes(folder.path()), before);
    }

    #[test]
    fn an_unfinished_line_is_cut_off_by_the_next_entry() {
        let folder = folder();
        enter(folder.path(), "a").unwrap();
        let whole = bytes(folder.path());
        enter(folder.path(), "b").unwrap();
        let longer = bytes(folder.path());
        for length in whole.len()..longer.len() {
            overwrite(folder.path(), &longer[..length]);
            let read = read_register(folder.path()).unwrap();
            let open = read.ending() == Ending::Open;
            assert_eq!(open, length + 1 == longer.len());
            let register = enter(folder.path(), "c").unwrap();
            assert_eq!(register.ending(), Ending::Whole);
            assert_eq!(register.links().len(), if open { 4 } else { 3 });
            assert!(bytes(folder.path()).starts_with(&whole));
        }
    }

    #[test]
    fn a_register_that_was_changed_takes_nothing() {
        let folder = folder();
        enter(folder.path(), "a").unwrap();
        let mut changed = bytes(folder.path());
        changed[30] ^= 1;
        overwrite(folder.path(), &changed);
        let error = enter(folder.path(), "b").unwrap_err();
        let Stopped::Storage(StorageError::Register(fault)) = error else {
            panic!("{error:?}")
        };
        assert_eq!(fault.line, 1);
        assert_eq!(bytes(folder.path()), changed);
    }

    #[test]
    fn a_folder_without_a_register_is_told() {
        let folder = tempfile::tempdir().unwrap();
        let error = read_register(folder.path()).unwrap_err();
        assert!(matches!(error, StorageError::NotFound { .. }), "{error}");
        let missing = folder.path().join("none");
        let error = enter(&missing, "a").unwrap_err();
        let not_found = matches!(error, Stopped::Storage(StorageError::NotFound { .. }));
        assert!(not_found, "{error:?}");
        assert!(!missing.exists());
    }
}
