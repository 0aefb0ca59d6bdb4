//! The key of the makers, and what it says of a signature.

use minisign_verify::{Error, PublicKey, Signature};

use crate::submission::base64url;

/// What this program was built with; empty counts as nothing.
const BUILT_IN: Option<&str> = option_env!("PROBITAS_RELEASE_KEY");

/// A line that is no key of minisign would make a program that can confirm
/// nothing, so it makes none at all.
const _: () = if let Some(line) = BUILT_IN {
    assert!(
        line.is_empty() || line.len() == 56,
        "PROBITAS_RELEASE_KEY is the base64 line of a minisign public key"
    );
};

/// The public key with which the makers of the program sign releases.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReleaseKey {
    key: PublicKey,
    line: String,
    id: String,
}

/// Who signed a description.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Signed {
    /// The holder of the key that this program knows.
    ByMakers,
    /// Nobody can know: this program was built without a key.
    NoKeyKnown,
    /// There is no signature.
    Missing,
    /// The signature is none, or of a kind that minisign no longer makes.
    Unreadable,
    /// Somebody with another key.
    OtherKey,
    /// The description or the signature was changed.
    Changed,
}

impl ReleaseKey {
    /// The key of a base64 line, as the second one of a file that ends in .pub.
    #[must_use]
    pub fn from_base64(line: &str) -> Option<Self> {
        let key = PublicKey::from_base64(line).ok()?;
        Some(ReleaseKey {
            key,
            line: line.to_owned(),
            id: id(line)?,
        })
    }

    /// The key that this program was built with.
    #[must_use]
    pub fn built_in() -> Option<Self> {
        Self::from_base64(BUILT_IN?)
    }

    /// The whole key: the base64 line that it was made of.
    #[must_use]
    pub fn line(&self) -> &str {
        &self.line
    }

    /// Its identifier, as minisign prints it: a hexadecimal number. Anybody can
    /// make a key that has the same one.
    #[must_use]
    pub fn id(&self) -> &str {
        &self.id
    }
}

/// The eight bytes behind the two that name the algorithm, as a number whose
/// last byte comes first.
fn id(line: &str) -> Option<String> {
    let url = line.replace('+', "-").replace('/', "_");
    let bytes = base64url::decode(&url)?;
    let (id, _) = bytes.get(2..)?.split_first_chunk::<8>()?;
    Some(format!("{:X}", u64::from_le_bytes(*id)))
}

impl Signed {
    /// Who signed these bytes.
    pub(super) fn of(bytes: &[u8], signature: Option<&str>, key: Option<&ReleaseKey>) -> Self {
        let Some(key) = key else {
            return Signed::NoKeyKnown;
        };
        let Some(signature) = signature else {
            return Signed::Missing;
        };
        let Ok(signature) = Signature::decode(signature) else {
            return Signed::Unreadable;
        };
        match key.key.verify(bytes, &signature, false) {
            Ok(()) => Signed::ByMakers,
            Err(Error::UnexpectedKeyId) => Signed::OtherKey,
            Err(Error::InvalidSignature) => Signed::Changed,
            Err(_) => Signed::Unreadable,
        }
    }

    /// Whether what was signed is worth reading: it is by the makers, or nobody
    /// can know.
    pub(super) fn may_be_read(&self) -> bool {
        matches!(self, Signed::ByMakers | Signed::NoKeyKnown)
    }
}
