//! PKCS#12 files (RFC 7292), as certificate stores export them.
//!
//! The crate that decrypts them limits the rounds of derivation, so that no
//! file keeps the program busy for ever. It does not wipe what it decrypted.

use super::{CertificateFileError, OpenedKey, SignsAs};
use crate::submission::certificate::{CertificateFault, public_key};
use crate::submission::key::{PublicKey, SigningKey};
use p12_keystore::Pkcs12Archive;
use p12_keystore::error::Error;
use unicode_normalization::UnicodeNormalization as _;
use zeroize::Zeroizing;

/// Opens a file that holds one key with its certificate.
pub(super) fn open_pkcs12(
    bytes: &[u8],
    passphrase: &str,
    signs_as: &SignsAs,
) -> Result<OpenedKey, CertificateFileError> {
    let passphrase = Zeroizing::new(passphrase.nfc().collect::<String>());
    let archive = Pkcs12Archive::from_pkcs12(bytes, &passphrase).map_err(|error| reason(&error))?;
    let certificates: Vec<Vec<u8>> = archive
        .certs
        .iter()
        .map(|bag| bag.cert.as_der().to_vec())
        .collect();
    let key = only_key(&archive, &certificates)?;
    OpenedKey::with_certificates(key, &certificates, signs_as)
}

/// The one key for which there is a certificate.
fn only_key(
    archive: &Pkcs12Archive,
    certificates: &[Vec<u8>],
) -> Result<SigningKey, CertificateFileError> {
    if archive.keys.is_empty() {
        return Err(CertificateFileError::NoKey);
    }
    let keys: Vec<SigningKey> = archive
        .keys
        .iter()
        .filter_map(|bag| SigningKey::from_pkcs8(bag.key.as_der()).ok())
        .collect();
    if keys.is_empty() {
        let certified: Vec<_> = certificates.iter().map(|der| public_key(der)).collect();
        let rsa = certified.contains(&Err(CertificateFault::Rsa));
        return Err(if rsa {
            CertificateFileError::Rsa
        } else {
            CertificateFileError::KeyUnsupported
        });
    }
    let certified: Vec<PublicKey> = certificates
        .iter()
        .filter_map(|der| public_key(der).ok())
        .collect();
    let mut fitting = keys
        .into_iter()
        .filter(|key| certified.contains(&key.public_key()));
    match (fitting.next(), fitting.next()) {
        (Some(key), None) => Ok(key),
        (Some(_), Some(_)) => Err(CertificateFileError::SeveralKeys),
        (None, _) => Err(CertificateFileError::NoCertificate),
    }
}

fn reason(error: &Error) -> CertificateFileError {
    match error {
        // The MAC is checked first; a file without one fails in its padding.
        Error::MacError(_) | Error::Pkcs5Error(_) | Error::UnpadError => {
            CertificateFileError::WrongPassphrase
        }
        Error::InvalidParameters
        | Error::UnsupportedEncryptionScheme
        | Error::UnsupportedMacAlgorithm => CertificateFileError::Protection,
        _ => CertificateFileError::Damaged,
    }
}
