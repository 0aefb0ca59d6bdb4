//! The name of a public key: its thumbprint.

use crate::submission::base64url;
use crate::submission::fingerprint::{Fingerprint, RecordDigest};
use serde::{Deserialize, Serialize};
use std::fmt;

/// RFC 7638 SHA-256 thumbprint of a public key, in base64url: 43 symbols.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct KeyId(String);

impl KeyId {
    pub(super) fn of_thumbprint(digest: &[u8; 32]) -> Self {
        Self(base64url::encode(digest))
    }

    /// The thumbprint that `text` writes; nothing where it is none.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let digest = base64url::decode(text)?;
        (digest.len() == 32).then(|| Self(text.to_owned()))
    }

    /// Its first 160 bits, to be read out and compared by people.
    #[must_use]
    pub fn fingerprint(&self) -> Fingerprint {
        let digest = base64url::decode(&self.0).and_then(|digest| digest.try_into().ok());
        RecordDigest::new(digest.unwrap_or_default()).fingerprint()
    }

    /// The 43 symbols.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for KeyId {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

/// A text that is no thumbprint.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
#[error("not an RFC 7638 thumbprint")]
pub struct KeyIdError;

impl TryFrom<String> for KeyId {
    type Error = KeyIdError;

    fn try_from(text: String) -> Result<Self, KeyIdError> {
        Self::parse(&text).ok_or(KeyIdError)
    }
}

impl From<KeyId> for String {
    fn from(kid: KeyId) -> Self {
        kid.0
    }
}
