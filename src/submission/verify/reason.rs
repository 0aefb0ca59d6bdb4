//! Why a file is not verified, and what verifying does not look at.

use crate::questionnaire::Role;
use crate::submission::canonical::JsonError;
use crate::submission::certificate::CertificateFault;
use crate::submission::copy::CopyFault;
use crate::submission::file::ShapeFault;
use crate::submission::jws::HeaderFault;
use crate::submission::key::{Algorithm, KeyId};
use crate::submission::record::{RecordFault, SealError};
use crate::submission::register::receipt::ReceiptFault;
use crate::submission::trust::{ListFault, RevocationReason};
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
    pub(in crate::submission) const fn of_file(rule: Rule) -> Self {
        Self {
            signature: None,
            rule,
        }
    }

    pub(in crate::submission) const fn of(index: usize, rule: Rule) -> Self {
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
    /// The trust list is not as it must be.
    TrustList(ListFault),
    /// The receipt is not as it must be.
    Receipt(ReceiptFault),
    /// A PDF has no submission inside that could be verified.
    Copy(CopyFault),
    /// It says it was made before the key's first day.
    KeyNotYetValid {
        /// When it says it was made.
        signed_at: DateTime<Utc>,
        /// The first moment.
        nbf: DateTime<Utc>,
    },
    /// It says it was made after the key's last day.
    KeyExpired {
        /// When it says it was made.
        signed_at: DateTime<Utc>,
        /// The first moment at which the key no longer counted.
        exp: DateTime<Utc>,
    },
    /// It says it was made after the key was revoked.
    KeyRevoked {
        /// From when on.
        at: DateTime<Utc>,
        /// Why.
        reason: RevocationReason,
    },
    /// Somebody else may have the key, so that no date helps.
    KeyCompromised,
    /// The trust list does not let the key sign in this role.
    RoleNotGranted {
        /// The role that the signature names.
        role: Role,
    },
    /// Two signatures were made with one key.
    KeyTwice {
        /// Its thumbprint.
        kid: KeyId,
    },
    /// The signers belong to several organizations.
    SeveralOrganizations,
    /// The signers belong to another organization than the record.
    OtherOrganization {
        /// The record's.
        record: String,
        /// That of a key.
        key: String,
    },
    /// Nobody signed in a role that is asked for.
    RoleMissing {
        /// The role.
        role: Role,
    },
    /// The deputy head signed before the preparer.
    RoleOrder,
    /// The certificate that came with a signature is not accepted.
    Certificate(CertificateFault),
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

/// What verifying did not look at.
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
    /// When it was signed: the signer's clock says so, and nothing else.
    SigningTime,
    /// Whether the deputy head approved it by hand.
    HandwrittenApproval,
    /// Whether the trust list is the newest that was seen.
    ListSequence,
    /// Whether the certificate that came with a signature is genuine.
    Certificate,
    /// Whether the certificate that came with a signature was revoked.
    CertificateRevocation,
    /// Whether every item is there: the program has not the questionnaire.
    Items,
}

impl NotChecked {
    /// What a key alone leaves open, in the order in which it is told; of a
    /// questionnaire that the program has not, [`Self::Items`] too.
    pub const WITH_KEY_ALONE: &[Self] = &[
        Self::Role,
        Self::Organization,
        Self::Validity,
        Self::Revocation,
        Self::Register,
    ];
}
