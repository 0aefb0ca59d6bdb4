//! What can be wrong with a certificate.

use chrono::{DateTime, Utc};

/// Why the certificate that came with a signature is not accepted.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum CertificateFault {
    /// One of them is no certificate in DER of RFC 5280.
    Malformed,
    /// One of them has an RSA key or an RSA signature.
    Rsa,
    /// The key of the signer's is of another kind that is not accepted.
    KeyUnsupported,
    /// The signer's is for another key than the one that signed.
    OtherKey,
    /// The signer's is one that issues certificates.
    Authority,
    /// Its key usage allows no signatures (RFC 5280 §4.2.1.3).
    KeyUsage,
    /// Its extended key usage is for other purposes (RFC 5280 §4.2.1.12).
    ExtendedKeyUsage,
    /// One is not followed by that of its issuer.
    Order,
    /// It says it was made before the certificate's first day.
    NotYetValid {
        /// When it says it was made.
        signed_at: DateTime<Utc>,
        /// The first moment.
        from: DateTime<Utc>,
    },
    /// It says it was made after the certificate's last day.
    Expired {
        /// When it says it was made.
        signed_at: DateTime<Utc>,
        /// The last moment.
        until: DateTime<Utc>,
    },
    /// They lead to no root that was given.
    UnknownRoot {
        /// Whom the last of them names as its issuer, made fit to be shown. Not
        /// checked.
        issuer: String,
    },
    /// They do not confirm each other, or break a limit that an issuer set.
    Chain,
    /// One was revoked before the signature says it was made.
    Revoked {
        /// From when on.
        at: DateTime<Utc>,
    },
    /// One was revoked since somebody else may have its key, or for a reason
    /// that is not told, so that no date helps.
    Compromised,
    /// No current revocation list was given for one of them.
    StatusUnknown,
    /// A revocation list is not by the issuer that it names.
    BadRevocationList,
}

impl CertificateFault {
    /// The fault by name, such as `certificate-expired`.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Malformed => "certificate-malformed",
            Self::Rsa => "certificate-rsa",
            Self::KeyUnsupported => "certificate-key-unsupported",
            Self::OtherKey => "certificate-key-mismatch",
            Self::Authority => "certificate-is-authority",
            Self::KeyUsage => "certificate-key-usage",
            Self::ExtendedKeyUsage => "certificate-extended-key-usage",
            Self::Order => "certificate-order",
            Self::NotYetValid { .. } => "certificate-not-yet-valid",
            Self::Expired { .. } => "certificate-expired",
            Self::UnknownRoot { .. } => "certificate-unknown-root",
            Self::Chain => "certificate-chain",
            Self::Revoked { .. } => "certificate-revoked",
            Self::Compromised => "certificate-compromised",
            Self::StatusUnknown => "certificate-status-unknown",
            Self::BadRevocationList => "certificate-crl-bad",
        }
    }
}
