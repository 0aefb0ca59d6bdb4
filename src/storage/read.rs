//! Reading, never more than a file of its kind may have.

use std::fs::File;
use std::io::Read;
use std::path::Path;

use sha2::{Digest, Sha256};
use zeroize::Zeroizing;

use super::{MAX_DRAFT_BYTES, StorageError};
use crate::import::MAX_PAGE_BYTES;
use crate::submission::copy::{MAX_PDF_BYTES, is_pdf};
use crate::submission::file::MAX_FILE_BYTES;
use crate::submission::key_file::MAX_KEY_FILE_BYTES;

/// How large a key file, a public key or a passphrase file may be: 64 KiB.
pub const MAX_KEY_BYTES: usize = MAX_KEY_FILE_BYTES;

const BYTE_ORDER_MARK: &str = "\u{feff}";

/// SHA-256 of the bytes of a file as they were last read or written, by which
/// somebody else's change is noticed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FileStamp([u8; 32]);

impl FileStamp {
    /// The stamp of these bytes.
    #[must_use]
    pub fn of(bytes: &[u8]) -> Self {
        FileStamp(Sha256::digest(bytes).into())
    }
}

/// Whether something is at this path, a dangling link included.
#[must_use]
pub fn exists(path: &Path) -> bool {
    path.symlink_metadata().is_ok()
}

/// The stamp of a draft as it is on disk now; nothing where there is none.
///
/// # Errors
/// Where the file is there but cannot be read, or is too large for a draft.
pub fn stamp(path: &Path) -> Result<Option<FileStamp>, StorageError> {
    match read_limited(path, MAX_DRAFT_BYTES) {
        Ok(bytes) => Ok(Some(FileStamp::of(&bytes))),
        Err(StorageError::NotFound { .. }) => Ok(None),
        Err(error) => Err(error),
    }
}

/// Reads a submission: at most 4 MiB, and nothing else is checked.
///
/// # Errors
/// Where it cannot be read or is too large.
pub fn read_submission(path: &Path) -> Result<Vec<u8>, StorageError> {
    read_limited(path, MAX_FILE_BYTES)
}

/// Reads what was handed in to be verified: a submission of at most 4 MiB, or a
/// PDF of at most 32 MiB that carries one.
///
/// # Errors
/// Where it cannot be read or is too large.
pub fn read_handed_in(path: &Path) -> Result<Vec<u8>, StorageError> {
    let bytes = read_limited(path, MAX_PDF_BYTES)?;
    if !is_pdf(&bytes) && bytes.len() > MAX_FILE_BYTES {
        let path = path.to_path_buf();
        let limit_bytes = MAX_FILE_BYTES;
        return Err(StorageError::TooLarge { path, limit_bytes });
    }
    Ok(bytes)
}

/// Reads a published page: at most 2 MiB, and nothing else is checked; what
/// is no text in UTF-8 is for [`crate::import`] to say.
///
/// # Errors
/// Where it cannot be read or is too large.
pub fn read_page(path: &Path) -> Result<Vec<u8>, StorageError> {
    read_limited(path, MAX_PAGE_BYTES)
}

/// Reads a key file or a public key: at most 64 KiB.
///
/// # Errors
/// Where it cannot be read or is too large.
pub fn read_key_file(path: &Path) -> Result<Vec<u8>, StorageError> {
    read_limited(path, MAX_KEY_BYTES)
}

/// Reads the first line of a file that holds a passphrase, of at most 64 KiB.
/// What was read is wiped.
///
/// # Errors
/// Where it cannot be read, is too large or is no UTF-8.
pub fn read_passphrase(path: &Path) -> Result<Zeroizing<String>, StorageError> {
    let failed = |error| StorageError::of(path, error);
    let file = File::open(path).map_err(failed)?;
    // Enough room at once, so that no half of it is left in freed memory.
    let mut bytes = Zeroizing::new(Vec::with_capacity(2 * MAX_KEY_BYTES));
    let limit = u64::try_from(MAX_KEY_BYTES).unwrap_or(u64::MAX);
    file.take(limit.saturating_add(1))
        .read_to_end(&mut bytes)
        .map_err(failed)?;
    if bytes.len() > MAX_KEY_BYTES {
        return Err(StorageError::TooLarge {
            path: path.to_path_buf(),
            limit_bytes: MAX_KEY_BYTES,
        });
    }
    let text = std::str::from_utf8(&bytes).map_err(|error| StorageError::NotUtf8 {
        path: path.to_path_buf(),
        offset_bytes: error.valid_up_to(),
    })?;
    let text = text.strip_prefix(BYTE_ORDER_MARK).unwrap_or(text);
    let line = text.lines().next().unwrap_or_default();
    Ok(Zeroizing::new(line.to_owned()))
}

/// Reads a text of at most `limit_bytes`, without its byte-order mark.
///
/// # Errors
/// Where it cannot be read, is too large or is no UTF-8.
pub fn read_text(path: &Path, limit_bytes: usize) -> Result<String, StorageError> {
    utf8(path, read_limited(path, limit_bytes)?)
}

/// The text of these bytes, without a byte-order mark.
pub(super) fn utf8(path: &Path, bytes: Vec<u8>) -> Result<String, StorageError> {
    let text = String::from_utf8(bytes).map_err(|error| StorageError::NotUtf8 {
        path: path.to_path_buf(),
        offset_bytes: error.utf8_error().valid_up_to(),
    })?;
    Ok(text
        .strip_prefix(BYTE_ORDER_MARK)
        .map(str::to_owned)
        .unwrap_or(text))
}

/// Reads a file whole, but never more than one byte beyond the limit.
pub(super) fn read_limited(path: &Path, limit_bytes: usize) -> Result<Vec<u8>, StorageError> {
    let file = File::open(path).map_err(|error| StorageError::of(path, error))?;
    let limit = u64::try_from(limit_bytes).unwrap_or(u64::MAX);
    let mut bytes = Vec::new();
    file.take(limit.saturating_add(1))
        .read_to_end(&mut bytes)
        .map_err(|error| StorageError::of(path, error))?;
    if bytes.len() > limit_bytes {
        let path = path.to_path_buf();
        return Err(StorageError::TooLarge { path, limit_bytes });
    }
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use super::super::write_new;
    use super::*;

    #[test]
    fn a_file_at_its_limit_is_read_and_one_byte_more_is_not() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("page.txt");
        write_new(&path, &[b'a'; 10], false).unwrap();
        assert_eq!(read_limited(&path, 10).unwrap().len(), 10);
        let error = read_limited(&path, 9).unwrap_err();
        assert!(matches!(
            error,
            StorageError::TooLarge { limit_bytes: 9, .. }
        ));
    }

    #[test]
    fn a_byte_order_mark_is_no_part_of_a_text() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("page.txt");
        write_new(&path, "\u{feff}Québec".as_bytes(), false).unwrap();
        assert_eq!(read_text(&path, 100).unwrap(), "Québec");
    }

    #[test]
    fn a_passphrase_is_the_first_line_without_its_end() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("passphrase.txt");
        write_new(&path, "\u{feff}café au lait \r\nmore".as_bytes(), false).unwrap();
        assert_eq!(read_passphrase(&path).unwrap().as_str(), "café au lait ");
        write_new(&path, &vec![b'a'; MAX_KEY_BYTES + 1], true).unwrap();
        let error = read_passphrase(&path).unwrap_err();
        assert!(matches!(error, StorageError::TooLarge { .. }), "{error}");
        write_new(&path, b"a\xff", true).unwrap();
        let error = read_passphrase(&path).unwrap_err();
        assert!(matches!(error, StorageError::NotUtf8 { .. }), "{error}");
    }

    #[test]
    fn the_first_byte_that_is_no_utf8_is_told() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("page.txt");
        write_new(&path, b"abc\xe9", false).unwrap();
        let error = read_text(&path, 100).unwrap_err();
        assert!(matches!(
            error,
            StorageError::NotUtf8 {
                offset_bytes: 3,
                ..
            }
        ));
    }

    #[test]
    fn a_folder_and_a_missing_file_are_told_apart() {
        let folder = tempfile::tempdir().unwrap();
        let error = read_page(folder.path()).unwrap_err();
        assert!(matches!(error, StorageError::IsAFolder { .. }), "{error}");
        let missing = folder.path().join("none");
        let error = read_page(&missing).unwrap_err();
        assert!(matches!(error, StorageError::NotFound { .. }), "{error}");
        assert_eq!(stamp(&missing).unwrap(), None);
    }
}
