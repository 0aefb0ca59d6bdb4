//! What an entry of the register says.

use crate::questionnaire::Role;
use crate::submission::fingerprint::RecordDigest;
use crate::submission::key::KeyId;
use crate::submission::record::{PerLanguage, SealedRecord};
use crate::submission::verify::{GoodSignature, RegisteredSignature};
use chrono::serde::ts_seconds;
use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

/// One entry. Moments are in seconds since 1970, by the agency's clock.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RegisterEntry {
    /// Which one, from 1.
    pub number: u64,
    /// When it was entered.
    #[serde(with = "ts_seconds")]
    pub at: DateTime<Utc>,
    /// Digest of the entry before; 64 zeros for the first.
    pub before: RecordDigest,
    /// What is entered.
    pub event: Event,
}

/// What is entered.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "camelCase")]
pub enum Event {
    /// The register was begun; the first entry and no other.
    Opened(Opened),
    /// A submission was received.
    Received(Box<Received>),
    /// A submission that was received came again with further signatures.
    SignaturesAdded(SignaturesAdded),
    /// The deputy head's approval by hand was seen.
    ApprovedOnPaper(ApprovedOnPaper),
}

/// Whose register it is.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Opened {
    /// [`super::REGISTER_FORMAT`].
    pub format: String,
    /// The agency's names, by which submissions address it; at least one.
    pub audience: Vec<String>,
}

/// A submission that was received.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Received {
    /// Which one.
    pub submission: FiledSubmission,
    /// Its signatures, in their order; all were good when it was received.
    pub signatures: Vec<FiledSignature>,
}

/// What identifies a submission, as its record says it.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct FiledSubmission {
    /// Whose it is.
    pub organization_id: String,
    /// For which reporting cycle.
    pub cycle: String,
    /// Id of the questionnaire that was answered.
    pub questionnaire: String,
    /// UUID of the submission.
    pub submission_id: String,
    /// Its revision, from 1.
    pub revision: u32,
    /// Digest of the record that it corrects.
    pub previous: Option<RecordDigest>,
    /// Digest of its record.
    pub digest: RecordDigest,
    /// To whom it is addressed.
    pub audience: PerLanguage,
}

/// A signature of a submission that was received.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct FiledSignature {
    /// Thumbprint of the key.
    pub kid: KeyId,
    /// In which role.
    pub role: Role,
    /// The person, as the trust list named them.
    pub name: String,
    /// When the signer says they signed.
    #[serde(with = "ts_seconds")]
    pub signed_at: DateTime<Utc>,
}

/// Signatures that a received submission did not have at first.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SignaturesAdded {
    /// Digest of its record.
    pub digest: RecordDigest,
    /// The new ones alone, in their order; all were good when they came.
    pub signatures: Vec<FiledSignature>,
}

/// That the deputy head's approval by hand was seen.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ApprovedOnPaper {
    /// Digest of the record that was approved.
    pub digest: RecordDigest,
    /// The fingerprint that was typed from the page, in its printed form.
    pub fingerprint: String,
    /// On which day the officer saw the page.
    pub seen: NaiveDate,
    /// The officer who saw it.
    pub officer: String,
}

impl FiledSubmission {
    /// What identifies the submission of `sealed`.
    #[must_use]
    pub fn of(sealed: &SealedRecord) -> Self {
        let record = sealed.record();
        let details = &record.submission;
        Self {
            organization_id: details.organization_id.clone(),
            cycle: details.cycle.clone(),
            questionnaire: record.questionnaire.id.clone(),
            submission_id: details.submission_id.clone(),
            revision: details.revision,
            previous: details.previous,
            digest: sealed.digest(),
            audience: details.audience.clone(),
        }
    }

    /// Whether the other is for the same organization, cycle and questionnaire.
    #[must_use]
    pub fn is_beside(&self, other: &Self) -> bool {
        self.organization_id == other.organization_id
            && self.cycle == other.cycle
            && self.questionnaire == other.questionnaire
    }
}

impl From<&GoodSignature> for FiledSignature {
    fn from(good: &GoodSignature) -> Self {
        Self {
            kid: good.kid.clone(),
            role: good.role,
            name: good.shown_name().to_owned(),
            signed_at: good.signed_at,
        }
    }
}

impl FiledSignature {
    /// Whether this is the same signature, whatever a list calls its signer.
    #[must_use]
    pub fn is_same_as(&self, other: &Self) -> bool {
        self.kid == other.kid && self.role == other.role && self.signed_at == other.signed_at
    }

    /// The same for whoever verifies: a signature on the record of this digest.
    pub(super) fn on(&self, record: RecordDigest) -> RegisteredSignature {
        RegisteredSignature {
            record,
            kid: self.kid.clone(),
            role: self.role,
            signed_at: self.signed_at,
        }
    }
}
