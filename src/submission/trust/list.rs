//! The content of a trust list, and the list that was checked.

use crate::questionnaire::Role;
use crate::submission::canonical::{CanonicalBytes, CanonicalError, JsonError, parse_strict};
use crate::submission::fingerprint::RecordDigest;
use crate::submission::jws::is_printed_name;
use crate::submission::key::{Algorithm, KeyId, PublicKey};
use crate::submission::record::is_id;
use chrono::serde::ts_seconds;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use std::collections::BTreeSet;

/// What a trust list says: its member `record`. Moments are in seconds since
/// 1970 (RFC 7519 `NumericDate`), as the signatures write theirs.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct TrustRecord {
    /// Rises by one with every list that is signed; 0 before the first.
    pub sequence: u64,
    /// When it was issued.
    #[serde(with = "ts_seconds")]
    pub issued: DateTime<Utc>,
    /// When there will be a newer one at the latest: from then on it is stale.
    #[serde(with = "ts_seconds")]
    pub next_update: DateTime<Utc>,
    /// The keys, those that were revoked among them.
    pub keys: Vec<ListedKey>,
}

/// One key and what it may sign.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ListedKey {
    /// RFC 7638 thumbprint of `jwk`.
    pub kid: KeyId,
    /// The public key: the required members of its JWK, no others.
    pub jwk: Map<String, Value>,
    /// Its algorithm.
    pub alg: Algorithm,
    /// The organization for which it signs.
    pub organization_id: String,
    /// The person who holds it, as the agency names them.
    pub person: String,
    /// In which roles it may sign; at least one.
    pub roles: Vec<Role>,
    /// The first moment at which it may have signed.
    #[serde(with = "ts_seconds")]
    pub nbf: DateTime<Utc>,
    /// The first moment at which it may no longer have signed.
    #[serde(with = "ts_seconds")]
    pub exp: DateTime<Utc>,
    /// Whether and why it was revoked.
    pub revoked: Option<Revocation>,
}

/// That a key was revoked.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Revocation {
    /// From when on. Of no effect with [`RevocationReason::KeyCompromise`].
    #[serde(with = "ts_seconds")]
    pub at: DateTime<Utc>,
    /// Why.
    pub reason: RevocationReason,
}

/// Why a key was revoked, by the names of RFC 5280 §5.3.1.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum RevocationReason {
    /// Somebody else may have it: no signature of it counts any more, since the
    /// time of signing is what the signer says.
    KeyCompromise,
    /// The person belongs to another organization now.
    AffiliationChanged,
    /// There is another key in its place.
    Superseded,
    /// It is no longer needed.
    CessationOfOperation,
    /// The person may no longer sign.
    PrivilegeWithdrawn,
}

impl RevocationReason {
    /// All of them.
    pub const ALL: [Self; 5] = [
        Self::KeyCompromise,
        Self::AffiliationChanged,
        Self::Superseded,
        Self::CessationOfOperation,
        Self::PrivilegeWithdrawn,
    ];

    /// The name in the file.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::KeyCompromise => "keyCompromise",
            Self::AffiliationChanged => "affiliationChanged",
            Self::Superseded => "superseded",
            Self::CessationOfOperation => "cessationOfOperation",
            Self::PrivilegeWithdrawn => "privilegeWithdrawn",
        }
    }

    /// The reason of a name in the file.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|reason| reason.name() == name)
    }
}

/// What is wrong with a trust list.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub enum ListFault {
    /// The file is no trust list of this format.
    #[error("not a trust list of this format")]
    OtherFormat,
    /// Nobody signed it.
    #[error("trust list that nobody signed")]
    Unsigned,
    /// Its content has not the members of a trust list, or one has a wrong value.
    #[error("not the members of a trust list")]
    Members,
    /// The key, thumbprint and algorithm of an entry contradict each other.
    #[error("entry {kid} contradicts its key")]
    Key {
        /// The thumbprint that the entry names.
        kid: KeyId,
    },
    /// A key is listed twice.
    #[error("key {kid} is listed twice")]
    KeyTwice {
        /// Its thumbprint.
        kid: KeyId,
    },
    /// Dates of the list or of an entry are in the wrong order.
    #[error("dates of the trust list")]
    Dates,
    /// It says it was issued more than a day from now.
    #[error("trust list from the future")]
    InFuture {
        /// When it says it was issued.
        issued: DateTime<Utc>,
    },
    /// There should be a newer one by now.
    #[error("stale trust list")]
    Stale {
        /// When it became stale.
        next_update: DateTime<Utc>,
    },
    /// A newer one was seen before.
    #[error("trust list {sequence} after {seen}")]
    RolledBack {
        /// Its sequence number.
        sequence: u64,
        /// That of the newest one that was seen.
        seen: u64,
    },
    /// Another one with the same sequence number was seen before.
    #[error("two trust lists with the number {sequence}")]
    Forked {
        /// The number of both.
        sequence: u64,
    },
}

/// Why a trust list cannot be read or written.
#[derive(Debug, thiserror::Error)]
pub enum TrustListError {
    /// Its content is not as it must be.
    #[error(transparent)]
    List(#[from] ListFault),
    /// It holds what narrowed I-JSON forbids.
    #[error("trust list: {0}")]
    Json(#[from] JsonError),
    /// It has no canonical form.
    #[error(transparent)]
    Canonical(#[from] CanonicalError),
}

/// A trust list whose content was checked, with its keys and canonical bytes.
///
/// Guarantees: narrowed I-JSON; every key fits its entry and is listed once;
/// dates are in order. It does not check who signed it, nor whether it is
/// stale: see [`super::verify_list`].
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct TrustList {
    record: TrustRecord,
    keys: Vec<PublicKey>,
    bytes: CanonicalBytes,
}

impl TrustList {
    /// Checks `record` and makes its canonical form.
    ///
    /// # Errors
    /// Where it is not consistent or holds what no file may.
    pub fn new(record: TrustRecord) -> Result<Self, TrustListError> {
        let keys = record.check()?;
        let bytes = CanonicalBytes::of(&record)?;
        parse_strict(bytes.as_bytes())?;
        Ok(Self {
            record,
            keys,
            bytes,
        })
    }

    /// Reads the very bytes that were signed.
    pub(super) fn read(bytes: &[u8]) -> Result<Self, TrustListError> {
        let value = parse_strict(bytes)?;
        let record = serde_json::from_value(value).map_err(|_content| ListFault::Members)?;
        let list = Self::new(record)?;
        if list.bytes.as_bytes() != bytes {
            return Err(ListFault::Members.into());
        }
        Ok(list)
    }

    /// What it says.
    #[must_use]
    pub const fn record(&self) -> &TrustRecord {
        &self.record
    }

    /// Its canonical form: what is signed.
    #[must_use]
    pub const fn bytes(&self) -> &CanonicalBytes {
        &self.bytes
    }

    /// SHA-256 of its canonical form.
    #[must_use]
    pub fn digest(&self) -> RecordDigest {
        RecordDigest::new(self.bytes.sha256())
    }

    /// The keys, in their order.
    #[must_use]
    pub fn keys(&self) -> &[PublicKey] {
        &self.keys
    }

    /// The key of this thumbprint with its entry.
    #[must_use]
    pub fn find(&self, kid: &KeyId) -> Option<(&ListedKey, &PublicKey)> {
        let mut entries = self.record.keys.iter().zip(&self.keys);
        entries.find(|(_, key)| key.is_named(kid))
    }
}

impl TrustRecord {
    /// Checks what the types cannot say; the keys in their order.
    fn check(&self) -> Result<Vec<PublicKey>, ListFault> {
        if self.issued >= self.next_update || before_1970(self.issued) {
            return Err(ListFault::Dates);
        }
        let mut seen = BTreeSet::new();
        let mut keys = Vec::with_capacity(self.keys.len());
        for entry in &self.keys {
            let kid = || entry.kid.clone();
            if !seen.insert(&entry.kid) {
                return Err(ListFault::KeyTwice { kid: kid() });
            }
            keys.push(entry.check()?);
        }
        Ok(keys)
    }
}

impl ListedKey {
    fn check(&self) -> Result<PublicKey, ListFault> {
        let roles: BTreeSet<&str> = self.roles.iter().map(|role| role.name()).collect();
        let fits = is_id(&self.organization_id)
            && is_printed_name(&self.person)
            && !roles.is_empty()
            && roles.len() == self.roles.len();
        if !fits {
            return Err(ListFault::Members);
        }
        let revoked_at = self.revoked.map_or(self.nbf, |revoked| revoked.at);
        if self.nbf >= self.exp || before_1970(self.nbf) || before_1970(revoked_at) {
            return Err(ListFault::Dates);
        }
        let key = PublicKey::from_jwk_value(&Value::Object(self.jwk.clone())).ok();
        key.filter(|key| key.is_named(&self.kid) && key.algorithm() == self.alg)
            .filter(|key| key.to_bare_jwk() == self.jwk)
            .ok_or_else(|| ListFault::Key {
                kid: self.kid.clone(),
            })
    }
}

fn before_1970(moment: DateTime<Utc>) -> bool {
    moment.timestamp() < 0
}
