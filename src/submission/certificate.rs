//! Certificates that come with a signature (`x5c`, RFC 7515 §4.1.6).
//!
//! What is here without the feature `certificates` is their form alone: a
//! program that is built without it refuses signatures that carry some. With
//! it, they are checked to lead to roots that who verifies has pinned, at the
//! moment at which the signature says it was made (RFC 5280 §6), and not to be
//! revoked by lists that are given as files. Nothing is fetched.
//!
//! A certificate says whose key it is. Organization and roles still come from
//! the trust list.

#[cfg(not(feature = "certificates"))]
mod absent;
#[cfg(feature = "certificates")]
mod algorithms;
mod fault;
#[cfg(feature = "certificates")]
mod parsed;
#[cfg(feature = "certificates")]
mod path;
#[cfg(feature = "certificates")]
mod revocation;
#[cfg(feature = "certificates")]
mod roots;

#[cfg(not(feature = "certificates"))]
pub use absent::Roots;
pub use fault::CertificateFault;
#[cfg(feature = "certificates")]
pub(super) use parsed::{chain_for, person, public_key, validity_of};
#[cfg(feature = "certificates")]
pub use roots::{Roots, RootsError};

use super::base64url;
use chrono::{DateTime, Utc};
use serde_json::Value;

/// A certificate that leads to a pinned root. Only checking makes one.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct CheckedCertificate {
    /// Whose it is, by RFC 4514, made fit to be shown.
    pub subject: String,
    /// Who issued it.
    pub issuer: String,
    /// The root to which it leads.
    pub root: String,
    /// The last moment at which it is valid.
    pub until: DateTime<Utc>,
    /// What revocation lists say of it and its issuers.
    pub revocation: RevocationStanding,
}

/// What revocation lists say of a certificate that is accepted.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum RevocationStanding {
    /// None were given.
    NotChecked,
    /// It is not revoked.
    NotRevoked,
    /// It was revoked after it signed, or somebody else may have its key since,
    /// and the agency has the record in its register already.
    RevokedLater,
}

impl RevocationStanding {
    /// The standing by name, for programs.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::NotChecked => "not-checked",
            Self::NotRevoked => "not-revoked",
            Self::RevokedLater => "revoked-later",
        }
    }
}

/// What is known of the certificate of a signature.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum CertificateStanding {
    /// None came along.
    Absent,
    /// One came along, and nothing was given to check it with.
    NotChecked,
    /// It leads to a pinned root.
    Checked(Box<CheckedCertificate>),
}

impl CertificateStanding {
    /// The certificate, if it was checked.
    #[must_use]
    pub fn checked(&self) -> Option<&CheckedCertificate> {
        match self {
            Self::Checked(checked) => Some(checked),
            Self::Absent | Self::NotChecked => None,
        }
    }
}

/// The signature for which a certificate is checked.
#[cfg_attr(
    not(feature = "certificates"),
    expect(
        dead_code,
        reason = "nothing is checked in a program without certificates"
    )
)]
#[derive(Clone, Copy, Debug)]
pub(super) struct Occasion {
    /// When it says it was made.
    pub(super) signed_at: DateTime<Utc>,
    pub(super) now: DateTime<Utc>,
    /// Whether the agency has the signature in its register already: a key that
    /// was compromised later does not undo that.
    pub(super) registered: bool,
}

/// So many certificates may come with a signature.
pub const MAX_CERTIFICATES: usize = 8;

/// So large may one be, in bytes of DER.
pub const MAX_CERTIFICATE_BYTES: usize = 16 * 1024;

/// Certificates in DER, that of the signer first, each followed by that of its
/// issuer. At least one; what they say is not checked by this type.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct CertificateChain(Vec<Vec<u8>>);

impl CertificateChain {
    /// A chain; nothing where there is none, or too many or too large ones.
    #[must_use]
    pub fn new(certificates: Vec<Vec<u8>>) -> Option<Self> {
        let few = (1..=MAX_CERTIFICATES).contains(&certificates.len());
        let small = |der: &Vec<u8>| (1..=MAX_CERTIFICATE_BYTES).contains(&der.len());
        (few && certificates.iter().all(small)).then_some(Self(certificates))
    }

    /// The certificates in DER.
    #[must_use]
    pub fn certificates(&self) -> &[Vec<u8>] {
        &self.0
    }

    /// The value of `x5c`: base64 with padding, not base64url.
    pub(super) fn to_header(&self) -> Value {
        let texts = self.0.iter().map(|der| Value::String(base64(der)));
        Value::Array(texts.collect())
    }

    /// What `x5c` holds; nothing where it is anything else than such texts.
    pub(super) fn from_header(value: &Value) -> Option<Self> {
        let texts = value.as_array()?.iter();
        let read: Option<Vec<Vec<u8>>> = texts.map(|text| from_base64(text.as_str()?)).collect();
        Self::new(read?)
    }
}

/// RFC 4648 §4.
fn base64(bytes: &[u8]) -> String {
    let mut text = base64url::encode(bytes).replace('-', "+").replace('_', "/");
    while !text.len().is_multiple_of(4) {
        text.push('=');
    }
    text
}

/// Strictly: decoded and encoded again it is the same text.
fn from_base64(text: &str) -> Option<Vec<u8>> {
    let plain = text
        .trim_end_matches('=')
        .replace('+', "-")
        .replace('/', "_");
    base64url::decode(&plain).filter(|bytes| base64(bytes) == text)
}

#[cfg(test)]
mod tests {
    use super::{CertificateChain, MAX_CERTIFICATES, base64};
    use serde_json::json;

    /// RFC 4648 §10, and the symbols in which the two alphabets differ.
    #[test]
    fn base64_has_padding_and_its_own_alphabet() {
        for (bytes, text) in [("f", "Zg=="), ("fo", "Zm8="), ("foobar", "Zm9vYmFy")] {
            assert_eq!(base64(bytes.as_bytes()), text);
        }
        assert_eq!(base64(&[0xfb, 0xff]), "+/8=");
    }

    #[test]
    fn a_header_is_read_back_and_anything_else_is_none() {
        let chain = CertificateChain::new(vec![vec![0xfb, 0xff], vec![1]]).unwrap();
        assert_eq!(chain.to_header(), json!(["+/8=", "AQ=="]));
        assert_eq!(
            CertificateChain::from_header(&chain.to_header()),
            Some(chain)
        );
        let many = vec!["AQ=="; MAX_CERTIFICATES + 1];
        for other in [
            json!([]),
            json!("AQ=="),
            json!({ "0": "AQ==" }),
            json!([1]),
            json!(["AQ"]),
            json!(["AQ==="]),
            json!(["-_8="]),
            json!(["AR=="]),
            json!(["AQ==\n"]),
            json!([""]),
            json!(many),
        ] {
            assert_eq!(CertificateChain::from_header(&other), None, "{other}");
        }
    }
}
