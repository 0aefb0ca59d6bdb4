//! Adding a signature to a submission that others may have signed.

use super::canonical::compact;
use super::certificate::Roots;
use super::file::{SubmissionFile, cut};
use super::jws::{Signer, SigningError};
use super::key::{PublicKey, SigningKey};
use super::record::SealedRecord;
use super::verify::{ClaimedSignature, OpenedSubmission, Reason, Rule, Trust, Verification};
use super::verify::{open_certified, verify_trusted};
use crate::questionnaire::Role;
use chrono::{DateTime, Utc};

/// A submission that can be signed: its form is right, its record consistent,
/// and nothing is wrong with the signatures whose keys are known.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ToSign {
    file: SubmissionFile,
    signatures: Vec<ClaimedSignature>,
}

/// Why a signature cannot be added.
#[derive(Debug, thiserror::Error)]
pub enum AddError {
    /// The key has signed already.
    #[error("the key has signed already")]
    KeyTwice,
    /// A preparer signs before the deputy head, not after.
    #[error("the deputy head has signed already")]
    AfterDeputyHead,
    /// A deputy head signs what a preparer signed.
    #[error("no preparer has signed yet")]
    PreparerFirst,
    /// The signature cannot be made.
    #[error(transparent)]
    Signing(#[from] SigningError),
}

impl ToSign {
    /// Opens a submission with the keys that are known, perhaps none.
    ///
    /// Signatures by other keys are not checked, and told as such by
    /// [`Self::signatures`].
    ///
    /// # Errors
    /// What verifying found, where more is wrong than a key that is not known.
    pub fn open(
        file: &[u8],
        keys: &[PublicKey],
        now: DateTime<Utc>,
    ) -> Result<Self, Box<Verification>> {
        Self::open_certified(file, keys, None, now)
    }

    /// The same as [`Self::open`], perhaps with roots to which certificates that
    /// come with signatures must lead.
    ///
    /// # Errors
    /// As [`Self::open`], and where a certificate is not accepted.
    pub fn open_certified(
        file: &[u8],
        keys: &[PublicKey],
        roots: Option<&Roots>,
        now: DateTime<Utc>,
    ) -> Result<Self, Box<Verification>> {
        let opened = open_certified(file, keys, roots, now)?;
        let signatures = match &opened {
            OpenedSubmission::Verified(verified) => {
                let good = verified.signatures().iter().cloned();
                good.map(ClaimedSignature::Good).collect()
            }
            OpenedSubmission::Unchecked(unchecked) => unchecked.signatures().to_vec(),
            OpenedSubmission::Unsigned(_) => Vec::new(),
        };
        Self::new(file, opened.record(), signatures)
    }

    /// Opens a submission whose signers a trust list names, or nobody signed.
    ///
    /// # Errors
    /// What verifying found, where it is anything else. That a role is still
    /// missing is no reason: the policy is for when all have signed.
    pub fn open_trusted(
        file: &[u8],
        trust: &Trust<'_>,
        now: DateTime<Utc>,
    ) -> Result<Self, Box<Verification>> {
        let (record, signatures) = match verify_trusted(file, trust, now) {
            Verification::NotSigned(unsigned) => (unsigned.record().clone(), Vec::new()),
            Verification::Verified(verified) => {
                (verified.record().clone(), verified.signatures().to_vec())
            }
            Verification::NotVerified(reasons) if reasons.iter().all(lacks_a_role) => {
                return Self::open_certified(file, &listed_keys(trust), trust.roots, now);
            }
            found => return Err(Box::new(found)),
        };
        let good = signatures.into_iter().map(ClaimedSignature::Good);
        Self::new(file, &record, good.collect())
    }

    fn new(
        file: &[u8],
        record: &SealedRecord,
        signatures: Vec<ClaimedSignature>,
    ) -> Result<Self, Box<Verification>> {
        // A file that nobody signed may have been written anew: it has no entries.
        let entries = if signatures.is_empty() {
            Vec::new()
        } else {
            let compact = compact(file);
            let shape = |fault| vec![Reason::of_file(Rule::Shape(fault))];
            let pieces = cut(&compact).map_err(shape);
            let refused = |reasons| Box::new(Verification::NotVerified(reasons));
            pieces.map_err(refused)?.signatures
        };
        Ok(Self {
            file: SubmissionFile::of(record.clone(), entries),
            signatures,
        })
    }

    /// The record that is to be signed.
    #[must_use]
    pub const fn record(&self) -> &SealedRecord {
        self.file.record()
    }

    /// The signatures that are there.
    #[must_use]
    pub fn signatures(&self) -> &[ClaimedSignature] {
        &self.signatures
    }

    /// Adds a signature; the record stays as it is.
    ///
    /// # Errors
    /// Where the key has signed already, the role may not sign at this place,
    /// or the signature cannot be made.
    pub fn sign(
        mut self,
        key: &SigningKey,
        signer: &Signer,
        at: DateTime<Utc>,
    ) -> Result<SubmissionFile, AddError> {
        let kid = key.public_key().kid();
        let claims: Vec<_> = self
            .signatures
            .iter()
            .map(ClaimedSignature::claim)
            .collect();
        if claims.iter().any(|claim| claim.kid == kid) {
            return Err(AddError::KeyTwice);
        }
        let holds = |role: Role| claims.iter().any(|claim| claim.role == role);
        match signer.role {
            Role::Preparer if holds(Role::DeputyHead) => return Err(AddError::AfterDeputyHead),
            Role::DeputyHead if !holds(Role::Preparer) => return Err(AddError::PreparerFirst),
            Role::Preparer | Role::DeputyHead => {}
        }
        self.file.sign(key, signer, at)?;
        Ok(self.file)
    }
}

fn lacks_a_role(reason: &Reason) -> bool {
    matches!(reason.rule, Rule::RoleMissing { .. })
}

fn listed_keys(trust: &Trust<'_>) -> Vec<PublicKey> {
    trust.list.list().keys().to_vec()
}

#[cfg(test)]
mod tests {
    use super::{AddError, ToSign};
    use crate::questionnaire::Role;
    use crate::submission::file::SubmissionFile;
    use crate::submission::jws::Signer;
    use crate::submission::key::{Algorithm, example};
    use crate::submission::record::{SealedRecord, example as records};
    use crate::submission::verify::{ClaimedSignature, Verification, verify};
    use chrono::{DateTime, Utc};

    fn at() -> DateTime<Utc> {
        DateTime::from_timestamp(1_730_404_800, 0).unwrap()
    }

    fn signer(role: Role) -> Signer {
        let name = "Zoé".to_owned();
        Signer { role, name }
    }

    fn unsigned() -> Vec<u8> {
        let record = SealedRecord::new(records::record()).unwrap();
        SubmissionFile::unsigned(record).to_bytes().unwrap()
    }

    fn to_sign(file: &[u8]) -> ToSign {
        ToSign::open(file, &[], at()).unwrap()
    }

    fn prepared() -> Vec<u8> {
        let key = example::signing_key(1);
        let file = to_sign(&unsigned()).sign(&key, &signer(Role::Preparer), at());
        file.unwrap().to_bytes().unwrap()
    }

    #[test]
    fn preparer_and_deputy_head_sign_one_record_with_keys_of_any_algorithm() {
        for algorithm in Algorithm::ALL {
            let second = example::key_for(algorithm, 2);
            let file = to_sign(&prepared())
                .sign(&second, &signer(Role::DeputyHead), at())
                .unwrap();
            assert_eq!(file.record(), to_sign(&unsigned()).record());
            let keys = [example::signing_key(1).public_key(), second.public_key()];
            let found = verify(&file.to_bytes().unwrap(), &keys, at());
            let Verification::Verified(verified) = found else {
                panic!("{found:?}")
            };
            assert_eq!(verified.signatures()[1].algorithm, algorithm);
        }
    }

    #[test]
    fn the_order_of_roles_is_kept() {
        let key = example::signing_key(2);
        let first = to_sign(&unsigned()).sign(&key, &signer(Role::DeputyHead), at());
        assert!(matches!(first, Err(AddError::PreparerFirst)));
        let file = to_sign(&prepared()).sign(&key, &signer(Role::DeputyHead), at());
        let both = file.unwrap().to_bytes().unwrap();
        let third = example::signing_key(3);
        let late = to_sign(&both).sign(&third, &signer(Role::Preparer), at());
        assert!(matches!(late, Err(AddError::AfterDeputyHead)));
    }

    #[test]
    fn a_key_signs_once() {
        let key = example::signing_key(1);
        let twice = to_sign(&prepared()).sign(&key, &signer(Role::DeputyHead), at());
        assert!(matches!(twice, Err(AddError::KeyTwice)));
    }

    #[test]
    fn earlier_signatures_are_checked_where_their_key_is_known() {
        let opened = to_sign(&prepared());
        assert!(matches!(
            opened.signatures(),
            [ClaimedSignature::Unchecked(_)]
        ));
        let keys = [example::signing_key(1).public_key()];
        let opened = ToSign::open(&prepared(), &keys, at()).unwrap();
        assert!(matches!(opened.signatures(), [ClaimedSignature::Good(_)]));
        let text = String::from_utf8(prepared()).unwrap();
        let changed = text.replacen("a town hall", "no town hall", 1);
        assert!(ToSign::open(changed.as_bytes(), &keys, at()).is_err());
        let reencoded = text.replacen("Zoé", "Zo\\u00e9", 1);
        assert!(ToSign::open(reencoded.as_bytes(), &keys, at()).is_err());
    }
}
