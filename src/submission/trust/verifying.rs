//! Verifying a trust list with pinned keys.

use super::file::{check_white_space, compacted, of_list, pieces};
use super::list::{ListFault, TrustList};
use crate::submission::file::Pieces;
use crate::submission::fingerprint::RecordDigest;
use crate::submission::jws::{TRUST_TYP, read_agency_header};
use crate::submission::key::{KeyId, PublicKey};
use crate::submission::verify::{CLOCK_TOLERANCE, Candidate, Reason, Rule};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

/// A trust list that pinned keys signed, and that was neither stale nor older
/// than one seen before. Only [`verify_list`] makes one.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct VerifiedTrustList {
    list: TrustList,
    signers: Vec<ListSigner>,
    compared: bool,
}

/// Who signed what an agency issues: a trust list, or a receipt.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ListSigner {
    /// Thumbprint of the pinned key.
    pub kid: KeyId,
    /// The name that the signature gives.
    pub name: String,
    /// When the signer says they signed.
    pub signed_at: DateTime<Utc>,
}

/// The newest trust list that was seen, kept from one verifying to the next so
/// that nobody can pass off an older one.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SeenList {
    /// Its sequence number.
    pub sequence: u64,
    /// SHA-256 of its record in canonical form.
    pub digest: RecordDigest,
}

impl VerifiedTrustList {
    /// The list.
    #[must_use]
    pub const fn list(&self) -> &TrustList {
        &self.list
    }

    /// Who signed it; at least one.
    #[must_use]
    pub fn signers(&self) -> &[ListSigner] {
        &self.signers
    }

    /// Whether it was compared with one that was seen before.
    #[must_use]
    pub const fn is_compared(&self) -> bool {
        self.compared
    }

    /// What to remember of it.
    #[must_use]
    pub fn seen(&self) -> SeenList {
        SeenList {
            sequence: self.list.record().sequence,
            digest: self.list.digest(),
        }
    }
}

/// Verifies a trust list: size, white space removed, shape, every signature by
/// one of the `pinned` keys and good, strict parse of the very bytes that were
/// verified, content, then time and sequence.
///
/// `seen` is what was remembered of the newest list that was verified before;
/// without it nothing is said of the sequence.
///
/// # Errors
/// Every reason that was found.
pub fn verify_list(
    file: &[u8],
    pinned: &[PublicKey],
    seen: Option<&SeenList>,
    now: DateTime<Utc>,
) -> Result<VerifiedTrustList, Vec<Reason>> {
    let one = |reason: Reason| vec![reason];
    let compacted = compacted(file).map_err(one)?;
    let pieces = pieces(file, &compacted).map_err(one)?;
    if pieces.signatures.is_empty() {
        return Err(of_file(ListFault::Unsigned));
    }
    let signers = agency_signers(TRUST_TYP, &pieces, pinned, now)?;
    let list = TrustList::read(pieces.record).map_err(|error| one(of_list(file, error)))?;
    check_white_space(file, &compacted).map_err(one)?;
    check_time(&list, seen, now).map_err(of_file)?;
    Ok(VerifiedTrustList {
        list,
        signers,
        compared: seen.is_some(),
    })
}

fn of_file(fault: ListFault) -> Vec<Reason> {
    vec![Reason::of_file(Rule::TrustList(fault))]
}

/// Those who signed what an agency issues: every signature is good, and by one
/// of the pinned keys.
pub(in crate::submission) fn agency_signers(
    typ: &str,
    pieces: &Pieces<'_>,
    pinned: &[PublicKey],
    now: DateTime<Utc>,
) -> Result<Vec<ListSigner>, Vec<Reason>> {
    let check = |candidate: &Candidate<'_>| signer(typ, candidate, pinned, now);
    let (signers, reasons) = Candidate::check_all(pieces, check);
    if reasons.is_empty() {
        Ok(signers)
    } else {
        Err(reasons)
    }
}

fn signer(
    typ: &str,
    candidate: &Candidate<'_>,
    pinned: &[PublicKey],
    now: DateTime<Utc>,
) -> Result<ListSigner, Vec<Rule>> {
    let header = read_agency_header(typ, &candidate.entry.protected)
        .map_err(|fault| vec![Rule::Header(fault)])?;
    let Some(key) = pinned.iter().find(|key| key.is_named(&header.kid)) else {
        return Err(vec![Rule::UnknownKey { kid: header.kid }]);
    };
    let rules = candidate.rules(&header.alg, &header.prev, header.signed_at, key, now);
    if !rules.is_empty() {
        return Err(rules);
    }
    Ok(ListSigner {
        kid: header.kid,
        name: header.name,
        signed_at: header.signed_at,
    })
}

fn check_time(
    list: &TrustList,
    seen: Option<&SeenList>,
    now: DateTime<Utc>,
) -> Result<(), ListFault> {
    let record = list.record();
    let sequence = record.sequence;
    if sequence == 0 {
        return Err(ListFault::Members);
    }
    if let Some(seen) = seen {
        if sequence < seen.sequence {
            let seen = seen.sequence;
            return Err(ListFault::RolledBack { sequence, seen });
        }
        if sequence == seen.sequence && list.digest() != seen.digest {
            return Err(ListFault::Forked { sequence });
        }
    }
    if record.issued.signed_duration_since(now) > CLOCK_TOLERANCE {
        let issued = record.issued;
        return Err(ListFault::InFuture { issued });
    }
    if now >= record.next_update {
        let next_update = record.next_update;
        return Err(ListFault::Stale { next_update });
    }
    Ok(())
}
