//! The files themselves.

use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};

use super::ReadRootsError;
use crate::storage::StorageError;
use crate::storage::read::read_limited;
use crate::submission::certificate::Roots;

/// A file of certificates is small; lists grow with what was revoked.
const MAX_CERTIFICATES_BYTES: usize = 4 * 1024 * 1024;
const MAX_LIST_BYTES: usize = 64 * 1024 * 1024;

const CERTIFICATE_ENDINGS: [&str; 4] = ["pem", "crt", "cer", "der"];
const LIST_ENDINGS: [&str; 1] = ["crl"];

pub(super) fn read(roots: &[PathBuf], lists: &[PathBuf]) -> Result<Roots, ReadRootsError> {
    let mut read = Roots::default();
    for path in files(roots, &CERTIFICATE_ENDINGS)? {
        let bytes = read_limited(&path, MAX_CERTIFICATES_BYTES)?;
        let added = read.add_certificates(&bytes);
        added.map_err(|_other| ReadRootsError::Certificates { path })?;
    }
    for path in files(lists, &LIST_ENDINGS)? {
        let bytes = read_limited(&path, MAX_LIST_BYTES)?;
        let added = read.add_revocation_lists(&bytes);
        added.map_err(|_other| ReadRootsError::Lists { path })?;
    }
    if read.is_empty() {
        return Err(ReadRootsError::Empty);
    }
    Ok(read)
}

/// Files as they are named, and those in folders by their name.
fn files(paths: &[PathBuf], endings: &[&str]) -> Result<Vec<PathBuf>, StorageError> {
    let mut files = Vec::new();
    for path in paths {
        if path.is_dir() {
            files.extend(in_folder(path, endings)?);
        } else {
            files.push(path.clone());
        }
    }
    Ok(files)
}

fn in_folder(folder: &Path, endings: &[&str]) -> Result<Vec<PathBuf>, StorageError> {
    let failed = |error| StorageError::of(folder, error);
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).map_err(failed)? {
        let path = entry.map_err(failed)?.path();
        let ending = path.extension().map(OsStr::to_ascii_lowercase);
        let usual = ending.is_some_and(|ending| endings.iter().any(|one| ending == *one));
        if usual && path.is_file() {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}
