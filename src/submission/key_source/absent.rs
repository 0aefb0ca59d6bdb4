//! In place of PKCS#12, in a program that is built without certificates.

use super::{CertificateFileError, OpenedKey, SignsAs};

pub(super) fn open_pkcs12(
    _bytes: &[u8],
    _passphrase: &str,
    _signs_as: &SignsAs,
) -> Result<OpenedKey, CertificateFileError> {
    Err(CertificateFileError::Absent)
}
