//! Changing a trust list: an agency adds and revokes keys, and issues it.

use super::list::{ListedKey, Revocation, RevocationReason, TrustRecord};
use crate::questionnaire::Role;
use crate::submission::key::{KeyId, PublicKey};
use chrono::{DateTime, SubsecRound as _, TimeDelta, Utc};

/// A key that is to be listed, and for whom.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct NewKey {
    /// The public key.
    pub key: PublicKey,
    /// The organization for which it signs.
    pub organization_id: String,
    /// The person who holds it.
    pub person: String,
    /// In which roles it may sign.
    pub roles: Vec<Role>,
    /// From when on.
    pub from: DateTime<Utc>,
    /// Until when.
    pub until: DateTime<Utc>,
}

/// Why a trust list cannot be changed in this way.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub enum ListEditError {
    /// The key is listed already.
    #[error("key {kid} is listed already")]
    Listed {
        /// Its thumbprint.
        kid: KeyId,
    },
    /// No key of this thumbprint is listed.
    #[error("key {kid} is not listed")]
    NotListed {
        /// The thumbprint.
        kid: KeyId,
    },
    /// The key was revoked already, for the same reason or a graver one.
    #[error("key {kid} was revoked already")]
    Revoked {
        /// Its thumbprint.
        kid: KeyId,
    },
}

impl TrustRecord {
    /// A list without keys that was never issued.
    #[must_use]
    pub fn empty(now: DateTime<Utc>) -> Self {
        let issued = now.trunc_subsecs(0);
        Self {
            sequence: 0,
            issued,
            next_update: issued + TimeDelta::days(1),
            keys: Vec::new(),
        }
    }

    /// Lists a key.
    ///
    /// # Errors
    /// Where it is listed already.
    pub fn add(&mut self, new: NewKey) -> Result<(), ListEditError> {
        let kid = new.key.kid();
        if self.keys.iter().any(|entry| entry.kid == kid) {
            return Err(ListEditError::Listed { kid });
        }
        self.keys.push(ListedKey {
            kid,
            jwk: new.key.to_bare_jwk(),
            alg: new.key.algorithm(),
            organization_id: new.organization_id,
            person: new.person,
            roles: new.roles,
            nbf: new.from.trunc_subsecs(0),
            exp: new.until.trunc_subsecs(0),
            revoked: None,
        });
        Ok(())
    }

    /// Revokes a key. One that was revoked can still be found to be
    /// compromised, which refuses more.
    ///
    /// # Errors
    /// Where it is not listed, or was revoked already.
    pub fn revoke(
        &mut self,
        kid: &KeyId,
        reason: RevocationReason,
        at: DateTime<Utc>,
    ) -> Result<(), ListEditError> {
        let entry = self.keys.iter_mut().find(|entry| entry.kid == *kid);
        let kid = kid.clone();
        let Some(entry) = entry else {
            return Err(ListEditError::NotListed { kid });
        };
        let graver = |known: Revocation| {
            reason == RevocationReason::KeyCompromise
                && known.reason != RevocationReason::KeyCompromise
        };
        if entry.revoked.is_some_and(|known| !graver(known)) {
            return Err(ListEditError::Revoked { kid });
        }
        let at = at.trunc_subsecs(0);
        entry.revoked = Some(Revocation { at, reason });
        Ok(())
    }

    /// The same list under the next sequence number, as it is to be signed.
    #[must_use]
    pub fn issue(self, now: DateTime<Utc>, next_update: DateTime<Utc>) -> Self {
        Self {
            sequence: self.sequence.saturating_add(1),
            issued: now.trunc_subsecs(0),
            next_update: next_update.trunc_subsecs(0),
            ..self
        }
    }
}
