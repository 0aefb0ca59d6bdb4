//! Verifying with a trust list and the register.

use super::chain::Register;
use super::entry::FiledSignature;
use crate::submission::fingerprint::RecordDigest;
use crate::submission::record::SealedRecord;
use crate::submission::verify::{GoodSignature, Trust, Verification, verify_trusted};
use chrono::{DateTime, Utc};

/// Verifies a file with a trust list, where signatures that are in the register
/// already stay good although their key was compromised later.
///
/// Only the very signatures that were received do: one that was added to a
/// received record with a compromised key is refused. What `trust` says is
/// registered is not looked at. Whether the register takes the submission is
/// for [`Register::check`].
#[must_use]
pub fn verify_registered(
    file: &[u8],
    trust: &Trust<'_>,
    register: &Register,
    now: DateTime<Utc>,
) -> Verification {
    let registered = register.digests();
    let with = |registered: &[RecordDigest]| {
        let trust = Trust {
            registered,
            ..*trust
        };
        verify_trusted(file, &trust, now)
    };
    let found = with(&registered);
    match signed(&found) {
        Some((record, signatures)) if adds_signatures(register, record, signatures) => with(&[]),
        _ => found,
    }
}

fn signed(found: &Verification) -> Option<(&SealedRecord, &[GoodSignature])> {
    match found {
        Verification::Verified(good) => Some((good.record(), good.signatures())),
        Verification::Unconfirmed(good) => Some((good.record(), good.signatures())),
        Verification::ContentValidReencoded(good) => Some((good.record(), good.signatures())),
        Verification::NotSigned(_) | Verification::NotVerified(_) => None,
    }
}

/// Whether a record that was received now has signatures that it had not then.
fn adds_signatures(
    register: &Register,
    record: &SealedRecord,
    signatures: &[GoodSignature],
) -> bool {
    let Some(found) = register.received(&record.digest()) else {
        return false;
    };
    let mut signatures = signatures.iter().map(FiledSignature::from);
    !signatures.all(|signature| found.has(&signature))
}
