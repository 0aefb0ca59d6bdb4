//! In place of PKCS#12, in a program that is built without certificates.

use super::{CertificateFileError, OpenedKey, SignsAs};
use chrono::{DateTime, Utc};

pub(super) fn open_pkcs12(
    _bytes: &[u8],
    _passphrase: &str,
    _signs_as: &SignsAs,
) -> Result<OpenedKey, CertificateFileError> {
    Err(CertificateFileError::Absent)
}

impl OpenedKey {
    /// That the certificate of the key counts at a moment. In this program no
    /// key has one.
    ///
    /// # Errors
    /// Never.
    pub fn check_dates(&self, _now: DateTime<Utc>) -> Result<(), CertificateFileError> {
        Ok(())
    }
}
