//! What is wrong with certificates, in words.

use super::trust::in_words;
use crate::i18n::{Message, MessagePair, certificates as say, submission as words, trust};
use crate::submission::certificate::{CertificateFault, CheckedCertificate, RevocationStanding};
use crate::submission::key_source::{CertificateFileError, KeySourceError};
use crate::submission::verify::GoodSignature;

impl CertificateFault {
    pub(super) fn problem(&self, number: usize) -> Message {
        match self {
            Self::Malformed => say::err_certificate_malformed(number),
            Self::Rsa => say::err_certificate_rsa(number),
            Self::KeyUnsupported => say::err_certificate_key_unsupported(number),
            Self::OtherKey => say::err_certificate_key_mismatch(number),
            Self::Authority => say::err_certificate_is_authority(number),
            Self::KeyUsage => say::err_certificate_key_usage(number),
            Self::ExtendedKeyUsage => say::err_certificate_extended_key_usage(number),
            Self::Order => say::err_certificate_order(number),
            Self::NotYetValid { signed_at, from } => {
                say::err_certificate_not_yet_valid(number, in_words(*signed_at), in_words(*from))
            }
            Self::Expired { signed_at, until } => {
                say::err_certificate_expired(number, in_words(*signed_at), in_words(*until))
            }
            Self::UnknownRoot { issuer } => {
                say::err_certificate_unknown_root(number, issuer.as_str())
            }
            Self::Chain => say::err_certificate_chain(number),
            Self::Revoked { at } => say::err_certificate_revoked(number, in_words(*at)),
            Self::Compromised => say::err_certificate_compromised(number),
            Self::StatusUnknown => say::err_certificate_status_unknown(number),
            Self::BadRevocationList => say::err_certificate_crl_bad(number),
        }
    }

    pub(super) fn hint(&self) -> Message {
        match self {
            Self::Rsa | Self::KeyUnsupported => say::hint_certificate_rsa(),
            Self::Authority | Self::KeyUsage | Self::ExtendedKeyUsage => {
                say::hint_certificate_purpose()
            }
            Self::NotYetValid { .. } | Self::Expired { .. } => say::hint_certificate_dates(),
            Self::UnknownRoot { .. } => say::hint_certificate_unknown_root(),
            Self::Revoked { .. } | Self::Compromised => trust::hint_key_revoked(),
            Self::StatusUnknown | Self::BadRevocationList => say::hint_certificate_crl(),
            Self::Malformed | Self::OtherKey | Self::Order | Self::Chain => {
                words::hint_do_not_use_file()
            }
        }
    }
}

impl GoodSignature {
    /// What is known of the certificate that came along, if it was checked.
    /// `number` is that of the signature as people count.
    #[must_use]
    pub fn certificate_message(&self, number: usize) -> Option<Message> {
        let CheckedCertificate {
            subject,
            issuer,
            root,
            ..
        } = self.certificate.checked()?;
        let (subject, issuer) = (subject.as_str(), issuer.as_str());
        Some(say::certificate_good(
            number,
            subject,
            issuer,
            root.as_str(),
        ))
    }
}

impl RevocationStanding {
    /// What revocation lists say, if they were asked.
    #[must_use]
    pub fn message(self) -> Option<Message> {
        match self {
            Self::NotChecked => None,
            Self::NotRevoked => Some(say::certificate_not_revoked()),
            Self::RevokedLater => Some(say::certificate_revoked_later()),
        }
    }
}

impl KeySourceError {
    /// What happened, and what to do.
    #[must_use]
    pub fn message(&self) -> MessagePair {
        match self {
            Self::KeyFile(error) => error.message(),
            Self::Certificate(error) => error.message(),
        }
    }
}

impl CertificateFileError {
    /// What happened, and what to do.
    #[must_use]
    pub fn message(&self) -> MessagePair {
        let (again, one) = (say::hint_pkcs12_again, say::hint_pkcs12_one);
        match self {
            Self::Absent => MessagePair::new(
                say::err_certificates_absent(),
                say::hint_certificates_absent(),
            ),
            Self::Damaged => MessagePair::new(say::err_pkcs12_damaged(), again()),
            Self::Protection => MessagePair::new(say::err_pkcs12_protection(), again()),
            Self::WrongPassphrase => {
                MessagePair::new(say::err_pkcs12_password(), say::hint_pkcs12_password())
            }
            Self::NoKey => MessagePair::new(say::err_pkcs12_no_key(), one()),
            Self::NoCertificate => MessagePair::new(say::err_pkcs12_no_certificate(), one()),
            Self::SeveralKeys => MessagePair::new(say::err_pkcs12_several(), one()),
            Self::Rsa => MessagePair::new(say::err_key_rsa(), say::hint_key_kind()),
            Self::KeyUnsupported => MessagePair::new(say::err_key_kind(), say::hint_key_kind()),
            Self::ChainTooLong => MessagePair::new(say::err_certificate_chain_long(), one()),
            Self::NotYetValid { from } => MessagePair::new(
                say::err_own_certificate_early(in_words(*from)),
                say::hint_own_certificate_early(),
            ),
            Self::Expired { until } => MessagePair::new(
                say::err_own_certificate_expired(in_words(*until)),
                say::hint_own_certificate_expired(),
            ),
            Self::NoName => MessagePair::new(
                say::err_certificate_no_name(),
                say::hint_certificate_no_name(),
            ),
        }
    }
}
