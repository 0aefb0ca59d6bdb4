//! Writing: a file is replaced whole or not at all.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use tempfile::{Builder, NamedTempFile};

use super::StorageError;
use super::read::read_limited;

/// What may become of a file that is there already.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Existing {
    /// It is replaced.
    Replace,
    /// It stays, and nothing is written.
    Keep,
}

/// Who may read a new file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Readers {
    /// Whoever the system lets: the mask of the process decides.
    AsUsual,
    /// The owner alone, where the system knows that (mode 0600 on Unix).
    OwnerAlone,
}

/// Writes an output file. With `force` a file of this name is replaced,
/// otherwise it stays and nothing is written.
///
/// # Errors
/// Where it exists already, or cannot be written.
pub fn write_new(path: &Path, bytes: &[u8], force: bool) -> Result<(), StorageError> {
    let existing = if force {
        Existing::Replace
    } else {
        Existing::Keep
    };
    let write = |file: &mut File| file.write_all(bytes);
    replace(path, existing, Readers::AsUsual, write)
}

/// Writes a file that holds a secret, such as a key: never over another file,
/// and readable by its owner alone where the system knows that.
///
/// # Errors
/// Where it exists already, or cannot be written.
pub fn write_secret(path: &Path, bytes: &[u8]) -> Result<(), StorageError> {
    let write = |file: &mut File| file.write_all(bytes);
    replace(path, Existing::Keep, Readers::OwnerAlone, write)
}

/// Replaces a file that holds a secret, such as a key under a new passphrase:
/// readable by its owner alone afterwards, whoever could read it before.
///
/// # Errors
/// Where it cannot be written; then the old file is whole.
pub fn replace_secret(path: &Path, bytes: &[u8]) -> Result<(), StorageError> {
    let write = |file: &mut File| {
        restrict(file)?;
        file.write_all(bytes)
    };
    replace(path, Existing::Replace, Readers::OwnerAlone, write)
}

/// Takes from everybody but the owner what the replaced file let them do.
fn restrict(file: &File) -> io::Result<()> {
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        file.set_permissions(fs::Permissions::from_mode(0o600))?;
    }
    #[cfg(not(unix))]
    let _unused_here = file;
    Ok(())
}

/// Makes a folder and those above it, where they are missing.
///
/// # Errors
/// Where it cannot be made, or a file is in its place.
pub fn create_folder(path: &Path) -> Result<(), StorageError> {
    fs::create_dir_all(path).map_err(|error| {
        let is_file = path.ancestors().any(Path::is_file);
        if is_file {
            let path = path.to_path_buf();
            return StorageError::NotAFolder { path };
        }
        StorageError::of(path, error)
    })
}

/// Whether something can be kept in a folder, which is made where it is
/// missing. The system is not asked but tried: shares and some file systems
/// permit what they then refuse.
pub(super) fn can_write_in(folder: &Path) -> bool {
    create_folder(folder).is_ok() && temporary_file(folder, Readers::OwnerAlone).is_ok()
}

/// Reads a file that was just written and compares it, so that success is
/// reported of what is on disk. Returns what was read.
///
/// # Errors
/// Where it cannot be read, or is not what was written.
pub fn read_back(path: &Path, written: &[u8]) -> Result<Vec<u8>, StorageError> {
    let path_buf = path.to_path_buf();
    match read_limited(path, written.len()) {
        Ok(bytes) if bytes == written => Ok(bytes),
        Ok(_) | Err(StorageError::TooLarge { .. }) => {
            Err(StorageError::ReadBackDiffers { path: path_buf })
        }
        Err(error) => Err(error),
    }
}

/// Writes through a temporary file in the same folder, flushes it, and
/// renames it over; then flushes the folder where the system has that. At
/// every failure the old file is whole and the temporary file is gone.
pub(super) fn replace(
    path: &Path,
    existing: Existing,
    readers: Readers,
    write: impl FnOnce(&mut File) -> io::Result<()>,
) -> Result<(), StorageError> {
    let failed = |error: io::Error| StorageError::of(path, error);
    let target = target(path);
    if target.is_dir() {
        let path = path.to_path_buf();
        return Err(StorageError::IsAFolder { path });
    }
    if existing == Existing::Keep && super::exists(&target) {
        let path = path.to_path_buf();
        return Err(StorageError::Exists { path });
    }
    let folder = folder_of(&target);
    let mut temporary = temporary_file(folder, readers).map_err(failed)?;
    keep_permissions(&target, temporary.as_file()).map_err(failed)?;
    write(temporary.as_file_mut()).map_err(failed)?;
    temporary.as_file().sync_all().map_err(failed)?;
    rename(temporary, &target, existing).map_err(failed)?;
    flush_folder(folder);
    Ok(())
}

/// Where a link points, so that the file behind it is replaced, not the link.
fn target(path: &Path) -> PathBuf {
    let is_link = path
        .symlink_metadata()
        .is_ok_and(|metadata| metadata.is_symlink());
    if is_link {
        path.canonicalize().unwrap_or_else(|_| path.to_path_buf())
    } else {
        path.to_path_buf()
    }
}

fn folder_of(path: &Path) -> &Path {
    path.parent()
        .filter(|folder| !folder.as_os_str().is_empty())
        .unwrap_or_else(|| Path::new("."))
}

fn temporary_file(folder: &Path, readers: Readers) -> io::Result<NamedTempFile> {
    let mut builder = Builder::new();
    builder.prefix(".probitas-").suffix(".tmp");
    // Without this a temporary file is its owner's alone.
    #[cfg(unix)]
    if readers == Readers::AsUsual {
        use std::os::unix::fs::PermissionsExt as _;
        builder.permissions(fs::Permissions::from_mode(0o666));
    }
    #[cfg(not(unix))]
    let _unused_here = readers;
    builder.tempfile_in(folder)
}

/// The permissions of the file that will be replaced. A file that was made
/// read only is not replaced, although the folder would allow it.
fn keep_permissions(target: &Path, temporary: &File) -> io::Result<()> {
    let Ok(metadata) = target.metadata() else {
        return Ok(());
    };
    if metadata.permissions().readonly() {
        return Err(io::ErrorKind::PermissionDenied.into());
    }
    if cfg!(unix) {
        temporary.set_permissions(metadata.permissions())?;
    }
    Ok(())
}

fn rename(temporary: NamedTempFile, target: &Path, existing: Existing) -> io::Result<()> {
    let result = match existing {
        Existing::Replace => temporary.persist(target),
        Existing::Keep => match temporary.persist_noclobber(target) {
            // Some shared drives cannot rename without replacing: there the
            // name was seen to be free a moment ago.
            Err(refused) if !super::exists(target) => refused.file.persist(target),
            other => other,
        },
    };
    result.map(drop).map_err(|error| error.error)
}

/// Makes the rename itself last through a loss of power. The file is complete
/// without it, and not every file system can do it, so a failure is none here.
pub(super) fn flush_folder(folder: &Path) {
    #[cfg(unix)]
    if let Ok(folder) = File::open(folder) {
        folder.sync_all().unwrap_or_default();
    }
    #[cfg(not(unix))]
    let _unused_here = folder;
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(folder: &Path) -> Vec<String> {
        let entries = fs::read_dir(folder).unwrap();
        let mut names: Vec<String> = entries
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect();
        names.sort();
        names
    }

    #[test]
    fn a_disk_that_fills_up_leaves_the_old_file_whole() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.probitas");
        write_new(&path, b"old", false).unwrap();
        let full = |file: &mut File| {
            file.write_all(b"ne")?;
            Err(io::ErrorKind::StorageFull.into())
        };
        let error = replace(&path, Existing::Replace, Readers::AsUsual, full).unwrap_err();
        assert!(matches!(error, StorageError::DiskFull { .. }), "{error}");
        assert_eq!(fs::read(&path).unwrap(), b"old");
        assert_eq!(names(folder.path()), ["a.probitas"]);
    }

    #[test]
    fn nothing_is_overwritten_without_consent() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("out.json");
        write_new(&path, b"old", false).unwrap();
        let error = write_new(&path, b"new", false).unwrap_err();
        assert!(matches!(error, StorageError::Exists { .. }), "{error}");
        let error = write_secret(&path, b"new").unwrap_err();
        assert!(matches!(error, StorageError::Exists { .. }), "{error}");
        assert_eq!(fs::read(&path).unwrap(), b"old");
        write_new(&path, b"new", true).unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"new");
        assert_eq!(names(folder.path()), ["out.json"]);
    }

    #[test]
    fn a_file_that_appears_at_the_last_moment_stays() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("out.json");
        let meanwhile = |file: &mut File| {
            write_new(&path, b"theirs", false).unwrap();
            file.write_all(b"ours")
        };
        let error = replace(&path, Existing::Keep, Readers::AsUsual, meanwhile).unwrap_err();
        assert!(matches!(error, StorageError::Exists { .. }), "{error}");
        assert_eq!(fs::read(&path).unwrap(), b"theirs");
        assert_eq!(names(folder.path()), ["out.json"]);
    }

    #[test]
    fn a_rename_that_fails_leaves_no_temporary_file() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("out.json");
        let meanwhile = |file: &mut File| {
            create_folder(&path.join("inside")).unwrap();
            file.write_all(b"ours")
        };
        assert!(replace(&path, Existing::Replace, Readers::AsUsual, meanwhile).is_err());
        assert_eq!(names(folder.path()), ["out.json"]);
    }

    #[test]
    fn a_missing_folder_or_a_folder_in_place_of_the_file_is_told() {
        let folder = tempfile::tempdir().unwrap();
        let error = write_new(&folder.path().join("none/a"), b"", false).unwrap_err();
        assert!(matches!(error, StorageError::NotFound { .. }), "{error}");
        let file = folder.path().join("file");
        write_new(&file, b"", false).unwrap();
        for path in [file.clone(), file.join("inside")] {
            let error = create_folder(&path).unwrap_err();
            assert!(matches!(error, StorageError::NotAFolder { .. }), "{error}");
        }
        let error = write_new(folder.path(), b"", true).unwrap_err();
        assert!(matches!(error, StorageError::IsAFolder { .. }), "{error}");
    }

    #[test]
    fn what_differs_on_disk_is_noticed() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("out.json");
        write_new(&path, b"content", false).unwrap();
        assert!(read_back(&path, b"content").is_ok());
        for other in [b"contenT".as_slice(), b"conten", b"content and more"] {
            let error = read_back(&path, other).unwrap_err();
            assert!(matches!(error, StorageError::ReadBackDiffers { .. }));
        }
    }

    #[cfg(unix)]
    mod on_unix {
        use super::*;
        use std::os::unix::fs::{PermissionsExt, symlink};

        fn mode(path: &Path) -> u32 {
            fs::metadata(path).unwrap().permissions().mode() & 0o777
        }

        fn set_mode(path: &Path, mode: u32) {
            fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
        }

        #[test]
        fn a_secret_is_its_owners_alone() {
            let folder = tempfile::tempdir().unwrap();
            let path = folder.path().join("key");
            write_secret(&path, b"secret").unwrap();
            assert_eq!(mode(&path), 0o600);
        }

        #[test]
        fn a_replaced_file_keeps_its_permissions() {
            let folder = tempfile::tempdir().unwrap();
            let path = folder.path().join("a.probitas");
            write_new(&path, b"old", false).unwrap();
            set_mode(&path, 0o664);
            write_new(&path, b"new", true).unwrap();
            assert_eq!(mode(&path), 0o664);
        }

        #[test]
        fn a_file_made_read_only_stays() {
            let folder = tempfile::tempdir().unwrap();
            let path = folder.path().join("a.probitas");
            write_new(&path, b"old", false).unwrap();
            set_mode(&path, 0o444);
            let error = write_new(&path, b"new", true).unwrap_err();
            assert!(
                matches!(error, StorageError::NoPermission { .. }),
                "{error}"
            );
            assert_eq!(fs::read(&path).unwrap(), b"old");
        }

        #[test]
        fn a_folder_that_cannot_be_written_leaves_the_old_file_whole() {
            let folder = tempfile::tempdir().unwrap();
            let path = folder.path().join("a.probitas");
            write_new(&path, b"old", false).unwrap();
            set_mode(folder.path(), 0o555);
            // The superuser may write everywhere.
            let allowed = File::create(folder.path().join("probe")).is_ok();
            let result = write_new(&path, b"new", true);
            set_mode(folder.path(), 0o755);
            if allowed {
                assert!(result.is_ok());
            } else {
                assert!(matches!(result, Err(StorageError::NoPermission { .. })));
                assert_eq!(fs::read(&path).unwrap(), b"old");
            }
        }

        #[test]
        fn a_link_stays_a_link() {
            let folder = tempfile::tempdir().unwrap();
            let path = folder.path().join("real");
            let link = folder.path().join("link");
            write_new(&path, b"old", false).unwrap();
            symlink(&path, &link).unwrap();
            write_new(&link, b"new", true).unwrap();
            assert_eq!(fs::read(&path).unwrap(), b"new");
            assert!(link.symlink_metadata().unwrap().is_symlink());
        }
    }
}
