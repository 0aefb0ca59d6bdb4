//! Where a key is kept: in a key file of this program, or with a certificate in
//! a PKCS#12 file. Both are opened to the same [`OpenedKey`], as is a key on a
//! token, so that whoever signs need not ask.

#[cfg(not(feature = "certificates"))]
mod absent;
#[cfg(feature = "certificates")]
mod certified;
#[cfg(feature = "certificates")]
mod pkcs12;

#[cfg(not(feature = "certificates"))]
use absent::open_pkcs12;
#[cfg(feature = "certificates")]
use pkcs12::open_pkcs12;

use super::key::SigningKey;
use super::key_file::{KeyFile, KeyFileError, KeyHolder};
use crate::questionnaire::Role;
use chrono::{DateTime, Utc};

/// A DER sequence whose length takes more than a byte: no text begins like it.
const DER_SEQUENCE: u8 = 0x30;
const LONG_LENGTH: u8 = 0x80;

/// A key that can sign, and who signs with it.
#[derive(Clone, Debug)]
pub struct OpenedKey {
    /// The key itself.
    pub key: SigningKey,
    /// Whose its source says it is.
    pub holder: KeyHolder,
}

impl OpenedKey {
    /// The printed name of the holder.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.holder.name
    }
}

/// Who signs, where the source of the key does not say so: a certificate knows
/// no roles.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct SignsAs {
    /// In which role.
    pub role: Role,
    /// The printed name, in place of the one in the certificate.
    pub name: Option<String>,
}

impl SignsAs {
    /// Somebody who signs in this role, with the name in the certificate.
    #[must_use]
    pub const fn role(role: Role) -> Self {
        Self { role, name: None }
    }
}

/// A source of a key that was read but not opened.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum KeySource {
    /// A key file of this program.
    KeyFile(KeyFile),
    /// A PKCS#12 file (RFC 7292): a certificate with its private key.
    Certificate(CertificateFile),
}

/// The bytes of a PKCS#12 file. Nothing of it is checked before it is opened.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct CertificateFile(Vec<u8>);

/// Why the source of a key cannot be read or opened.
#[derive(Debug, thiserror::Error)]
pub enum KeySourceError {
    /// The key file.
    #[error(transparent)]
    KeyFile(#[from] KeyFileError),
    /// The certificate file.
    #[error(transparent)]
    Certificate(#[from] CertificateFileError),
}

/// Why a certificate file cannot be read or opened, or a certificate be used.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
pub enum CertificateFileError {
    /// This program is built without certificates.
    #[error("built without certificates")]
    Absent,
    /// It is damaged or something else.
    #[error("not a PKCS#12 file")]
    Damaged,
    /// It is protected in a way that is not read, or by endless rounds.
    #[error("PKCS#12 file is protected in a way that is not supported")]
    Protection,
    /// The password is wrong.
    #[error("wrong password")]
    WrongPassphrase,
    /// There is no private key in it.
    #[error("no private key")]
    NoKey,
    /// There is no certificate for the key.
    #[error("no certificate for the key")]
    NoCertificate,
    /// There are several keys with certificates.
    #[error("several keys")]
    SeveralKeys,
    /// The key is an RSA key.
    #[error("RSA key")]
    Rsa,
    /// The key is of another kind that cannot be used.
    #[error("unsupported kind of key")]
    KeyUnsupported,
    /// More certificates belong to the key than a signature can carry.
    #[error("certificate chain is too long")]
    ChainTooLong,
    /// The certificate has no name that can be shown.
    #[error("no name in the certificate")]
    NoName,
    /// The certificate is not valid yet.
    #[error("certificate is not valid yet")]
    NotYetValid {
        /// The first moment at which it is.
        from: DateTime<Utc>,
    },
    /// The certificate is not valid any more.
    #[error("certificate has expired")]
    Expired {
        /// The last moment at which it was.
        until: DateTime<Utc>,
    },
}

impl KeySource {
    /// Whether this program is built so that it reads certificate files.
    pub const READS_CERTIFICATES: bool = cfg!(feature = "certificates");

    /// Reads a source by its content; a PKCS#12 file is binary.
    ///
    /// # Errors
    /// Where it is no key file, or a certificate file and this program is built
    /// without certificates.
    pub fn read(file: &[u8]) -> Result<Self, KeySourceError> {
        match file {
            [DER_SEQUENCE, length, ..] if *length >= LONG_LENGTH => {
                if Self::READS_CERTIFICATES {
                    Ok(Self::Certificate(CertificateFile(file.to_vec())))
                } else {
                    Err(CertificateFileError::Absent.into())
                }
            }
            _ => Ok(Self::KeyFile(KeyFile::parse(file)?)),
        }
    }

    /// Opens it. `signs_as` is asked only where the source says nothing.
    ///
    /// # Errors
    /// Where the passphrase is wrong, or the key cannot be used.
    pub fn open(&self, passphrase: &str, signs_as: &SignsAs) -> Result<OpenedKey, KeySourceError> {
        match self {
            Self::KeyFile(file) => Ok(OpenedKey {
                key: file.open(passphrase)?,
                holder: file.holder().clone(),
            }),
            Self::Certificate(CertificateFile(bytes)) => {
                Ok(open_pkcs12(bytes, passphrase, signs_as)?)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{CertificateFileError, KeySource, KeySourceError};
    use crate::submission::key_file::KeyFileError;

    #[test]
    fn a_certificate_file_is_told_from_a_text_by_its_content() {
        let found = KeySource::read(&[0x30, 0x82, 4, 0]);
        if cfg!(feature = "certificates") {
            assert!(matches!(found, Ok(KeySource::Certificate(_))));
        } else {
            let absent = CertificateFileError::Absent;
            assert!(matches!(found, Err(KeySourceError::Certificate(error)) if error == absent));
        }
        for text in [&b"0: a line"[..], b"", b"0"] {
            let found = KeySource::read(text);
            let none = KeyFileError::NoEncryptedKey;
            let found = found.unwrap_err().to_string();
            assert_eq!(found, none.to_string());
        }
    }
}
