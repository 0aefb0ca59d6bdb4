//! Whether a certificate of a path was revoked, by lists that are files.
//!
//! A revocation has the two meanings that it has in a trust list: from its date
//! on, or, where somebody else may have the key, for whatever it signed. A
//! revocation without a reason has the second: nobody says that it is less.

use super::path::Build;
use super::roots::RevocationList;
use super::{CertificateFault, Occasion, RevocationStanding};
use crate::submission::verify::CLOCK_TOLERANCE;
use chrono::{DateTime, Utc};
use webpki::VerifiedPath;
use webpki::{Cert, CertRevocationList, Error, ExpirationPolicy, RevocationCheckDepth};
use webpki::{RevocationOptions, RevocationOptionsBuilder, RevocationReason, UnknownStatusPolicy};

/// Asks the lists about every certificate of the path but the root.
pub(super) fn check(
    build: &Build<'_>,
    path: &VerifiedPath<'_>,
    occasion: Occasion,
) -> Result<RevocationStanding, CertificateFault> {
    let given = build.roots.lists();
    if given.is_empty() {
        return Ok(RevocationStanding::NotChecked);
    }
    // A list that is not current may lack what happened since.
    let current: Vec<&RevocationList> = given
        .iter()
        .filter(|list| is_current(list, occasion.now))
        .collect();
    let lists: Vec<&CertRevocationList<'_>> = current.iter().map(|list| &list.list).collect();
    let unknown = CertificateFault::StatusUnknown;
    let options = asking(&lists, UnknownStatusPolicy::Deny).ok_or(unknown)?;
    match build.path(Some(options)) {
        Ok(_) => Ok(RevocationStanding::NotRevoked),
        Err(Error::CertRevoked) => {
            judge(build, path, &current, occasion)?;
            Ok(RevocationStanding::RevokedLater)
        }
        Err(Error::UnknownRevocationStatus) => Err(CertificateFault::StatusUnknown),
        Err(_) => Err(CertificateFault::BadRevocationList),
    }
}

fn is_current(list: &RevocationList, now: DateTime<Utc>) -> bool {
    list.this_update - CLOCK_TOLERANCE <= now && list.next_update.is_some_and(|next| now <= next)
}

fn asking<'a>(
    lists: &'a [&'a CertRevocationList<'a>],
    unknown: UnknownStatusPolicy,
) -> Option<RevocationOptions<'a>> {
    let options = RevocationOptionsBuilder::new(lists).ok()?;
    let options = options.with_depth(RevocationCheckDepth::Chain);
    // Whether a list is current was asked of today, not of the signature's day.
    let options = options.with_expiration_policy(ExpirationPolicy::Ignore);
    Some(options.with_status_policy(unknown).build())
}

/// Something on the path was revoked: since when, and what does that mean?
fn judge(
    build: &Build<'_>,
    path: &VerifiedPath<'_>,
    current: &[&RevocationList],
    occasion: Occasion,
) -> Result<(), CertificateFault> {
    let leaf: &Cert<'_> = path.end_entity();
    let mut earliest = None;
    for certificate in std::iter::once(leaf).chain(path.intermediate_certificates()) {
        let mut asked = false;
        for list in current.iter().map(|list| &list.list) {
            if list.issuer() != certificate.issuer() || !is_by_its_issuer(build, list) {
                continue;
            }
            asked = true;
            let bad = |_form| CertificateFault::BadRevocationList;
            let Some(entry) = list.find_serial(certificate.serial()).map_err(bad)? else {
                continue;
            };
            if is_compromise(entry.reason_code) {
                if !occasion.registered {
                    return Err(CertificateFault::Compromised);
                }
                continue;
            }
            let seconds = i64::try_from(entry.revocation_date.as_secs()).unwrap_or_default();
            let at = DateTime::from_timestamp(seconds, 0).unwrap_or_default();
            earliest = Some(earliest.map_or(at, |earlier: DateTime<Utc>| earlier.min(at)));
        }
        // The search above ended at the first that was revoked: the others are
        // asked about here.
        if !asked {
            return Err(CertificateFault::StatusUnknown);
        }
    }
    match earliest {
        Some(at) if at <= occasion.signed_at => Err(CertificateFault::Revoked { at }),
        _ => Ok(()),
    }
}

/// Whether a list is signed by the issuer that it names: asked alone, it either
/// speaks of the path or knows nothing, but for one that is not.
fn is_by_its_issuer(build: &Build<'_>, list: &CertRevocationList<'_>) -> bool {
    let alone = [list];
    let Some(options) = asking(&alone, UnknownStatusPolicy::Allow) else {
        return false;
    };
    matches!(build.path(Some(options)), Ok(_) | Err(Error::CertRevoked))
}

fn is_compromise(reason: Option<RevocationReason>) -> bool {
    match reason {
        None
        | Some(
            RevocationReason::Unspecified
            | RevocationReason::KeyCompromise
            | RevocationReason::CaCompromise
            | RevocationReason::AaCompromise,
        ) => true,
        Some(
            RevocationReason::AffiliationChanged
            | RevocationReason::Superseded
            | RevocationReason::CessationOfOperation
            | RevocationReason::CertificateHold
            | RevocationReason::RemoveFromCrl
            | RevocationReason::PrivilegeWithdrawn,
        ) => false,
    }
}
