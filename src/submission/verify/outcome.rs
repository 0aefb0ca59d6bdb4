//! What can come out of verifying, as types that only verifying makes.

use super::{NotChecked, Reason};
use crate::questionnaire::Role;
use crate::submission::certificate::CertificateStanding;
use crate::submission::key::{Algorithm, KeyId};
use crate::submission::record::SealedRecord;
use chrono::{DateTime, Utc};

/// What came out of verifying a file.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Verification {
    /// Unchanged since the holders of the given keys signed it.
    Verified(VerifiedSubmission),
    /// A complete record that nobody signed.
    NotSigned(UnsignedSubmission),
    /// The content is what was signed, but another program wrote the file
    /// anew. Not accepted for filing: ask for the original file.
    ContentValidReencoded(ReencodedSubmission),
    /// Unchanged since it was signed, but at least one signer is in no trust
    /// list: whose key it is remains to be confirmed.
    Unconfirmed(UnconfirmedSubmission),
    /// Not verified, and every reason that was found; at least one.
    NotVerified(Vec<Reason>),
}

/// A submission whose every signature is good. Only verifying makes one.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct VerifiedSubmission(Box<Checked>);

/// A good record without signatures. Only verifying makes one.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct UnsignedSubmission {
    pub(super) record: Box<SealedRecord>,
    pub(super) reencoded: bool,
}

/// A submission whose content was signed but whose file was written anew.
/// Only verifying makes one.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ReencodedSubmission(Box<Checked>);

/// A submission whose every signature is good, at least one of them by a key
/// that the trust list does not know. Only [`super::verify_trusted`] makes one.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct UnconfirmedSubmission(Box<Checked>);

/// A good signature: what its signed header says, and the key that made it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct GoodSignature {
    /// Thumbprint of the key that made it.
    pub kid: KeyId,
    /// The key's algorithm.
    pub algorithm: Algorithm,
    /// When the signer says they signed. The signer's clock; no proof of time.
    pub signed_at: DateTime<Utc>,
    /// In which role they say they sign; checked where [`Self::listed`] is.
    pub role: Role,
    /// The name they give. The trust list's wins, where there is one.
    pub name: String,
    /// What the trust list says of the key; nothing where it was not asked or
    /// does not know it.
    pub listed: Option<ListedSigner>,
    /// What is known of the certificate that came along.
    pub certificate: CertificateStanding,
}

/// What a trust list says of a signer.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ListedSigner {
    /// The person.
    pub person: String,
    /// The organization for which the key signs.
    pub organization_id: String,
}

impl GoodSignature {
    /// The name to show: that of the trust list, else the one that was signed.
    #[must_use]
    pub fn shown_name(&self) -> &str {
        let listed = self.listed.as_ref();
        listed.map_or(self.name.as_str(), |listed| listed.person.as_str())
    }
}

impl VerifiedSubmission {
    /// The record that was signed.
    #[must_use]
    pub fn record(&self) -> &SealedRecord {
        &self.0.record
    }

    /// Its signatures, in their order; at least one.
    #[must_use]
    pub fn signatures(&self) -> &[GoodSignature] {
        &self.0.signatures
    }

    /// What verifying left open.
    #[must_use]
    pub fn not_checked(&self) -> &[NotChecked] {
        &self.0.left_open
    }

    /// Whether every signature has a certificate that leads to a pinned root.
    #[must_use]
    pub fn is_certified(&self) -> bool {
        let mut signatures = self.0.signatures.iter();
        signatures.all(|good| good.certificate.checked().is_some())
    }

    /// Whether a trust list names every signer, in their roles and for their
    /// organization.
    #[must_use]
    pub fn is_confirmed(&self) -> bool {
        self.0.with_list
    }
}

impl UnsignedSubmission {
    /// The record.
    #[must_use]
    pub fn record(&self) -> &SealedRecord {
        &self.record
    }

    /// Whether another program wrote the file anew.
    #[must_use]
    pub const fn is_reencoded(&self) -> bool {
        self.reencoded
    }
}

impl ReencodedSubmission {
    /// The record that was signed.
    #[must_use]
    pub fn record(&self) -> &SealedRecord {
        &self.0.record
    }

    /// Its signatures, in their order; at least one.
    #[must_use]
    pub fn signatures(&self) -> &[GoodSignature] {
        &self.0.signatures
    }
}

impl UnconfirmedSubmission {
    /// The record that was signed.
    #[must_use]
    pub fn record(&self) -> &SealedRecord {
        &self.0.record
    }

    /// Its signatures, in their order; at least one is not listed.
    #[must_use]
    pub fn signatures(&self) -> &[GoodSignature] {
        &self.0.signatures
    }

    /// What verifying left open.
    #[must_use]
    pub fn not_checked(&self) -> &[NotChecked] {
        &self.0.left_open
    }
}

/// A record and signatures that passed every check on their bytes.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Checked {
    record: SealedRecord,
    signatures: Vec<GoodSignature>,
    left_open: Vec<NotChecked>,
    with_list: bool,
}

impl Checked {
    pub(super) const fn new(
        record: SealedRecord,
        signatures: Vec<GoodSignature>,
        left_open: Vec<NotChecked>,
        with_list: bool,
    ) -> Self {
        Self {
            record,
            signatures,
            left_open,
            with_list,
        }
    }

    pub(super) fn outcome(self, reencoded: bool) -> Verification {
        let unlisted = |signature: &GoodSignature| signature.listed.is_none();
        if self.signatures.is_empty() {
            let record = Box::new(self.record);
            return Verification::NotSigned(UnsignedSubmission { record, reencoded });
        }
        if reencoded {
            Verification::ContentValidReencoded(ReencodedSubmission(Box::new(self)))
        } else if self.with_list && self.signatures.iter().any(unlisted) {
            Verification::Unconfirmed(UnconfirmedSubmission(Box::new(self)))
        } else {
            Verification::Verified(VerifiedSubmission(Box::new(self)))
        }
    }
}
