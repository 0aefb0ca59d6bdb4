//! Verifying with a trust list: who may sign what.

use super::candidate::{certificate, good};
use super::{Candidate, GoodSignature, Keyring, ListedSigner, NotChecked, Reason, Rule};
use super::{Verification, examine};
use crate::questionnaire::Role;
use crate::submission::canonical::sha256;
use crate::submission::certificate::{CertificateStanding, Roots};
use crate::submission::fingerprint::RecordDigest;
use crate::submission::jws::ProtectedHeader;
use crate::submission::key::{KeyId, PublicKey};
use crate::submission::record::SealedRecord;
use crate::submission::trust::{ListedKey, RevocationReason, VerifiedTrustList};
use chrono::{DateTime, Utc};
use std::collections::BTreeSet;

/// Whose approval a submission needs.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Policy {
    /// The preparer and then the deputy head sign it.
    #[default]
    Both,
    /// The preparer signs it, and the deputy head approved it by hand on
    /// paper, which is for the receiving agency to see and record.
    PreparerHandwritten,
}

impl Policy {
    /// All of them.
    pub const ALL: [Self; 2] = [Self::Both, Self::PreparerHandwritten];

    /// The name in options and reports.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Both => "both",
            Self::PreparerHandwritten => "preparer-handwritten",
        }
    }

    /// The policy of this name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|policy| policy.name() == name)
    }

    const fn roles(self) -> &'static [Role] {
        match self {
            Self::Both => &[Role::Preparer, Role::DeputyHead],
            Self::PreparerHandwritten => &[Role::Preparer],
        }
    }
}

/// What an agency verifies with.
#[derive(Clone, Copy, Debug)]
pub struct Trust<'a> {
    /// Whose keys it knows.
    pub list: &'a VerifiedTrustList,
    /// Keys that were given besides: with them, a submission by somebody who is
    /// not listed is [`Verification::Unconfirmed`] rather than unknown.
    pub keys: &'a [PublicKey],
    /// Who has to sign.
    pub policy: Policy,
    /// The signatures that the agency has in its register already. That a key
    /// was compromised later does not undo them; another signature on the same
    /// record is not among them.
    pub registered: &'a [RegisteredSignature],
    /// Roots with which certificates that come along are checked. They say that
    /// a key is somebody's and counted at the time; in which role and for which
    /// organization, the list alone says.
    pub roots: Option<&'a Roots>,
}

/// A signature that is in the agency's register, by what the register knows it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct RegisteredSignature {
    /// Digest of the record that it signs.
    pub record: RecordDigest,
    /// Thumbprint of its key.
    pub kid: KeyId,
    /// In which role.
    pub role: Role,
    /// When the signer says they signed.
    pub signed_at: DateTime<Utc>,
}

/// Verifies a file with a trust list.
///
/// In this order: size, white space removed, shape; for each signature header,
/// key in the list, algorithm of the key, `prev`, `iat` within the key's dates
/// and not in the future, not revoked, role granted, the signature itself; no
/// key twice, all signers of one organization; strict parse of the very bytes
/// that were verified; the record's organization is the keys'; the roles that
/// the policy asks for, the deputy head after the preparer.
///
/// What it does not check is told by [`super::VerifiedSubmission::not_checked`].
#[must_use]
pub fn verify_trusted(file: &[u8], trust: &Trust<'_>, now: DateTime<Utc>) -> Verification {
    examine(file, Keyring::Trusted(trust), now)
}

impl Candidate<'_> {
    pub(super) fn check_trusted(
        &self,
        trust: &Trust<'_>,
        now: DateTime<Utc>,
    ) -> Result<GoodSignature, Vec<Rule>> {
        let header = self.header()?;
        let Some((entry, key)) = trust.list.list().find(&header.kid) else {
            return self.check(trust.keys, trust.roots, now);
        };
        let mut rules = self.list_rules(&header, entry, trust);
        let registered = header.certificates.is_some() && self.is_registered(&header, trust);
        let found = certificate(&header, trust.roots, registered, now);
        let standing = found.map_or_else(
            |rule| {
                rules.push(rule);
                CertificateStanding::NotChecked
            },
            |(_, standing)| standing,
        );
        rules.extend(self.rules(&header.alg, &header.prev, header.signed_at, key, now));
        if !rules.is_empty() {
            return Err(rules);
        }
        let listed = ListedSigner {
            person: entry.person.clone(),
            organization_id: entry.organization_id.clone(),
        };
        Ok(GoodSignature {
            listed: Some(listed),
            ..good(header, key, standing)
        })
    }

    /// Whether this very signature is in the register.
    fn is_registered(&self, header: &ProtectedHeader, trust: &Trust<'_>) -> bool {
        let record = RecordDigest::new(sha256(self.record));
        trust.registered.iter().any(|known| {
            known.record == record
                && known.kid == header.kid
                && known.role == header.role
                && known.signed_at == header.signed_at
        })
    }

    /// What the entry of the key in the list forbids.
    fn list_rules(
        &self,
        header: &ProtectedHeader,
        entry: &ListedKey,
        trust: &Trust<'_>,
    ) -> Vec<Rule> {
        let mut rules = Vec::new();
        let (signed_at, nbf, exp) = (header.signed_at, entry.nbf, entry.exp);
        if signed_at < nbf {
            rules.push(Rule::KeyNotYetValid { signed_at, nbf });
        }
        if signed_at >= exp {
            rules.push(Rule::KeyExpired { signed_at, exp });
        }
        match entry.revoked {
            Some(revoked) if revoked.reason == RevocationReason::KeyCompromise => {
                let new = !self.is_registered(header, trust);
                rules.extend(new.then_some(Rule::KeyCompromised));
            }
            Some(revoked) if signed_at >= revoked.at => rules.push(Rule::KeyRevoked {
                at: revoked.at,
                reason: revoked.reason,
            }),
            _ => {}
        }
        if !entry.roles.contains(&header.role) {
            let role = header.role;
            rules.push(Rule::RoleNotGranted { role });
        }
        rules
    }
}

/// What the signers must be to each other.
pub(super) fn among_signers(signatures: &[GoodSignature]) -> Vec<Reason> {
    let mut reasons = Vec::new();
    let mut seen = BTreeSet::new();
    if let Some(twice) = signatures.iter().find(|good| !seen.insert(&good.kid)) {
        let kid = twice.kid.clone();
        reasons.push(Reason::of_file(Rule::KeyTwice { kid }));
    }
    let organizations: BTreeSet<&str> = listed(signatures)
        .map(|listed| listed.organization_id.as_str())
        .collect();
    if organizations.len() > 1 {
        reasons.push(Reason::of_file(Rule::SeveralOrganizations));
    }
    reasons
}

fn listed(signatures: &[GoodSignature]) -> impl Iterator<Item = &ListedSigner> {
    signatures.iter().filter_map(|good| good.listed.as_ref())
}

/// What the record and its signers must be to each other; what is left open.
pub(super) fn check_record(
    record: &SealedRecord,
    signatures: &[GoodSignature],
    trust: &Trust<'_>,
) -> Result<Vec<NotChecked>, Vec<Reason>> {
    let own = &record.record().submission.organization_id;
    let mut reasons = Vec::new();
    if let Some(other) = listed(signatures).find(|listed| listed.organization_id != *own) {
        reasons.push(Reason::of_file(Rule::OtherOrganization {
            record: own.clone(),
            key: other.organization_id.clone(),
        }));
    }
    let all_listed = signatures.iter().all(|good| good.listed.is_some());
    if !signatures.is_empty() && all_listed {
        reasons.extend(role_reasons(signatures, trust.policy));
    }
    if !reasons.is_empty() {
        return Err(reasons);
    }
    if !all_listed {
        return Ok(super::with_keys_left_open(signatures));
    }
    let signed = |role: Role| signatures.iter().any(|good| good.role == role);
    let approved = trust.policy == Policy::Both || signed(Role::DeputyHead);
    let left_open = [
        (true, NotChecked::SigningTime),
        (!approved, NotChecked::HandwrittenApproval),
        (!trust.list.is_compared(), NotChecked::ListSequence),
        (true, NotChecked::Register),
    ];
    let left_open = left_open.into_iter().filter(|(open, _)| *open);
    let left_open = left_open.map(|(_, what)| what);
    Ok(left_open
        .chain(super::certificates_left_open(signatures))
        .collect())
}

fn role_reasons(signatures: &[GoodSignature], policy: Policy) -> Vec<Reason> {
    let place = |role: Role| signatures.iter().position(|good| good.role == role);
    let missing = policy.roles().iter().filter(|role| place(**role).is_none());
    let mut reasons: Vec<Reason> = missing
        .map(|role| Reason::of_file(Rule::RoleMissing { role: *role }))
        .collect();
    if let (Some(preparer), Some(deputy_head)) = (place(Role::Preparer), place(Role::DeputyHead))
        && deputy_head < preparer
    {
        reasons.push(Reason::of(deputy_head, Rule::RoleOrder));
    }
    reasons
}
