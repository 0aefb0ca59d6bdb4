//! Why a file is not verified, and what verifying does not look at.

use crate::submission::canonical::JsonError;
use crate::submission::file::ShapeFault;
use crate::submission::jws::HeaderFault;
use crate::submission::key::{Algorithm, KeyId};
use crate::submission::record::{RecordFault, SealError};
use chrono::{DateTime, Utc};

/// One reason why a file is not verified.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Reason {
    /// Which signature, from 0; none where it concerns the file or the record.
    pub signature: Option<usize>,
    /// Which rule it breaks.
    pub rule: Rule,
}

impl Reason {
    pub(super) const fn of_file(rule: Rule) -> Self {
        Self {
            signature: None,
            rule,
        }
    }

    pub(super) const fn of(index: usize, rule: Rule) -> Self {
        Self {
            signature: Some(index),
            rule,
        }
    }
}

/// A rule of the format, with what broke it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Rule {
    /// The file is larger than 4 MiB.
    TooLarge {
        /// Its size.
        size_bytes: usize,
    },
    /// The file or its record is no JSON that every program reads alike.
    Json(JsonError),
    /// The file has another shape.
    Shape(ShapeFault),
    /// The file was written anew by another program.
    NotCanonical,
    /// The protected header of a signature is not as it must be.
    Header(HeaderFault),
    /// The key of a signature was not given.
    UnknownKey {
        /// The thumbprint that the header names.
        kid: KeyId,
    },
    /// The header names another algorithm than the key has.
    Algorithm {
        /// What the header names.
        named: String,
        /// The key's.
        key: Algorithm,
    },
    /// The signatures before this one are not those it was made after.
    Previous,
    /// It says it was made more than a day from now.
    InFuture {
        /// When it says it was made.
        signed_at: DateTime<Utc>,
    },
    /// A signature is no strict base64url.
    SignatureBase64,
    /// A signature does not fit the content: something was changed.
    BadSignature,
    /// The record is not one of this format.
    Record(RecordFault),
}

impl From<SealError> for Rule {
    fn from(error: SealError) -> Self {
        match error {
            SealError::Json(fault) => Self::Json(fault.inside("/record")),
            SealError::Record(fault) => Self::Record(fault),
            SealError::Canonical(_) => Self::NotCanonical,
        }
    }
}

/// What verifying with a key alone does not look at.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum NotChecked {
    /// Whether the signer holds the role.
    Role,
    /// Whether the signer belongs to the organization.
    Organization,
    /// Whether the key was valid when it signed.
    Validity,
    /// Whether the key was revoked.
    Revocation,
    /// Whether the agency already has this or a newer revision.
    Register,
}

impl NotChecked {
    /// All of them, in the order in which they are told.
    pub const WITH_KEY_ALONE: &[Self] = &[
        Self::Role,
        Self::Organization,
        Self::Validity,
        Self::Revocation,
        Self::Register,
    ];
}
