//! Verifying with a trust list and the register.

use super::chain::Register;
use crate::submission::verify::{Trust, Verification, verify_trusted};
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
    let registered = register.signatures();
    let trust = Trust {
        registered: &registered,
        ..*trust
    };
    verify_trusted(file, &trust, now)
}
