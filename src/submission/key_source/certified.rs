//! A key with its certificate, wherever both are kept.

use super::{CertificateFileError, OpenedKey, SignsAs};
use crate::submission::certificate::{
    CertificateFault, chain_for, person, public_key, validity_of,
};
use crate::submission::key::{PublicKey, SigningKey};
use crate::submission::key_file::KeyHolder;
use chrono::{DateTime, Utc};

impl OpenedKey {
    /// A key with its certificate and those of the issuers that are there. A
    /// key without a certificate signs without; then a name must be given.
    ///
    /// # Errors
    /// Where nobody is named, or the chain is too long to be sent along.
    pub fn with_certificates(
        key: SigningKey,
        certificates: &[Vec<u8>],
        signs_as: &SignsAs,
    ) -> Result<Self, CertificateFileError> {
        let chain = chain_for(&key.public_key(), certificates).transpose();
        let chain = chain.map_err(|_long| CertificateFileError::ChainTooLong)?;
        let leaf = chain
            .as_ref()
            .and_then(|chain| chain.certificates().first());
        let named = || leaf.and_then(|leaf| person(leaf));
        let name = signs_as.name.clone().or_else(named);
        let holder = KeyHolder {
            name: name.ok_or(CertificateFileError::NoName)?,
            role: signs_as.role,
            organization_id: None,
        };
        let key = match chain {
            Some(chain) => key.with_certificates(chain),
            None => key,
        };
        Ok(Self { key, holder })
    }

    /// That the certificate of the key counts at a moment: no verifier that has
    /// roots accepts what is signed before or after. A key without one always
    /// does.
    ///
    /// # Errors
    /// Where the certificate is not valid yet, or not any more.
    pub fn check_dates(&self, now: DateTime<Utc>) -> Result<(), CertificateFileError> {
        let chain = self.key.certificates();
        let Some(leaf) = chain.and_then(|chain| chain.certificates().first()) else {
            return Ok(());
        };
        let (from, until) = validity_of(leaf).map_err(|_fault| CertificateFileError::Damaged)?;
        if now < from {
            Err(CertificateFileError::NotYetValid { from })
        } else if now > until {
            Err(CertificateFileError::Expired { until })
        } else {
            Ok(())
        }
    }
}

impl PublicKey {
    /// The key of a certificate in DER. Nothing else of it is checked.
    ///
    /// # Errors
    /// Where it is no certificate, or its key is of a kind that is not used.
    pub fn from_certificate(der: &[u8]) -> Result<Self, CertificateFileError> {
        public_key(der).map_err(|fault| match fault {
            CertificateFault::Rsa => CertificateFileError::Rsa,
            CertificateFault::KeyUnsupported => CertificateFileError::KeyUnsupported,
            _ => CertificateFileError::Damaged,
        })
    }
}
