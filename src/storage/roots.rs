//! Roots and revocation lists, as files or folders of files.

use std::path::PathBuf;

use super::StorageError;
use crate::i18n::{MessagePair, certificates as say};
use crate::submission::certificate::Roots;

/// Why roots or revocation lists cannot be read.
#[derive(Debug, thiserror::Error)]
pub enum ReadRootsError {
    /// This program is built without certificates.
    #[error("built without certificates")]
    Absent,
    /// A file or folder cannot be read.
    #[error(transparent)]
    Storage(#[from] StorageError),
    /// A file holds something else than certificates that can be roots.
    #[error("not certificates")]
    Certificates {
        /// The file.
        path: PathBuf,
    },
    /// A file holds something else than revocation lists that are read.
    #[error("not revocation lists")]
    Lists {
        /// The file.
        path: PathBuf,
    },
    /// There is no root in what was named.
    #[error("no roots")]
    Empty,
}

impl ReadRootsError {
    /// What happened, and what to do.
    #[must_use]
    pub fn message(&self) -> MessagePair {
        match self {
            Self::Absent => MessagePair::new(
                say::err_certificates_absent(),
                say::hint_certificates_absent(),
            ),
            Self::Storage(error) => error.message(),
            Self::Certificates { path } => MessagePair::new(
                say::err_root_malformed(path.display().to_string()),
                say::hint_root_malformed(),
            ),
            Self::Lists { path } => MessagePair::new(
                say::err_crl_malformed(path.display().to_string()),
                say::hint_crl_malformed(),
            ),
            Self::Empty => MessagePair::new(say::err_roots_none(), say::hint_root_malformed()),
        }
    }
}

/// Reads roots and revocation lists. Of a folder, the files are read whose names
/// end in `pem`, `crt`, `cer` or `der`; of lists, in `crl`.
///
/// # Errors
/// Where a file cannot be read, is too large, or holds something else; where
/// there are no roots; in a program that is built without certificates, always.
pub fn read_roots(roots: &[PathBuf], lists: &[PathBuf]) -> Result<Roots, ReadRootsError> {
    read(roots, lists)
}

#[cfg(not(feature = "certificates"))]
fn read(_roots: &[PathBuf], _lists: &[PathBuf]) -> Result<Roots, ReadRootsError> {
    Err(ReadRootsError::Absent)
}

#[cfg(feature = "certificates")]
use files::read;

#[cfg(feature = "certificates")]
mod files;
