//! Receipts: what an agency tells an office of what it received.
//!
//! A receipt is a file of the same form as a submission, under the same strict
//! rules, signed by a key of the agency that the office pins. It names the
//! submission by its digest, and the entry of the register by number and
//! digest, so that an entry cannot vanish or change unnoticed.

use super::entry::FiledSubmission;
use super::rules::{Approval, Registered};
use crate::i18n::{Localized, Message, register as say};
use crate::submission::canonical::{CanonicalBytes, CanonicalError, JsonError, parse_strict};
use crate::submission::file::{FileError, written};
use crate::submission::fingerprint::RecordDigest;
use crate::submission::jws::{RECEIPT_TYP, SigningError, sign_as_agency};
use crate::submission::key::{KeyId, PublicKey, SigningKey};
use crate::submission::trust::{
    ListSigner, agency_signers, check_white_space, compacted, json_fault, pieces_of,
};
use crate::submission::verify::{Reason, Rule};
use chrono::serde::ts_seconds;
use chrono::{DateTime, NaiveDate, SecondsFormat, Utc};
use serde::{Deserialize, Serialize};

/// The value of `format` in a receipt.
pub const RECEIPT_FORMAT: &str = "probitas-receipt/1";

/// What a receipt says: its member `record`.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ReceiptRecord {
    /// The names of the agency.
    pub agency: Vec<String>,
    /// What was received.
    pub submission: FiledSubmission,
    /// When, by the agency's clock, in seconds since 1970.
    #[serde(with = "ts_seconds")]
    pub received_at: DateTime<Utc>,
    /// How it was approved when the receipt was made.
    pub approval: ReceivedApproval,
    /// Where it stands in the register.
    pub entry: EntryReference,
    /// The same as a sentence in both languages, for those without the program.
    pub statement: Localized,
}

/// How a submission was approved when its receipt was made.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "camelCase")]
pub enum ReceivedApproval {
    /// By the deputy head's signature.
    Signature(SignedApproval),
    /// By hand, on a page that the agency saw.
    OnPaper(PaperApproval),
    /// Not yet.
    Pending,
}

/// The deputy head's signature.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SignedApproval {
    /// Thumbprint of the key.
    pub kid: KeyId,
    /// The person, as the agency's trust list names them.
    pub name: String,
}

/// The page that the deputy head signed by hand.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PaperApproval {
    /// On which day it was seen.
    pub seen: NaiveDate,
}

/// An entry of a register.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EntryReference {
    /// Its number.
    pub number: u64,
    /// Its digest.
    pub sha256: RecordDigest,
}

/// What is wrong with a receipt.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
pub enum ReceiptFault {
    /// The file is no receipt of this format.
    #[error("not a receipt of this format")]
    OtherFormat,
    /// Nobody signed it.
    #[error("receipt that nobody signed")]
    Unsigned,
    /// Its content has not the members of a receipt, or one has a wrong value.
    #[error("not the members of a receipt")]
    Members,
}

impl ReceiptFault {
    /// What is wrong, by name.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::OtherFormat => "receipt-format-other",
            Self::Unsigned => "receipt-unsigned",
            Self::Members => "receipt-members",
        }
    }
}

/// Why a receipt cannot be made.
#[derive(Debug, thiserror::Error)]
pub enum ReceiptError {
    /// It cannot be signed.
    #[error(transparent)]
    Signing(#[from] SigningError),
    /// It cannot be written.
    #[error(transparent)]
    File(#[from] FileError),
    /// It holds what no file may.
    #[error("receipt: {0}")]
    Json(#[from] JsonError),
    /// It has no canonical form.
    #[error(transparent)]
    Canonical(#[from] CanonicalError),
}

/// A receipt that pinned keys signed. Only [`verify`] makes one.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct VerifiedReceipt {
    record: ReceiptRecord,
    signers: Vec<ListSigner>,
}

impl ReceiptRecord {
    /// What the register of the agency with these names says of a submission.
    #[must_use]
    pub fn of(agency: &[String], found: &Registered<'_>) -> Self {
        let entry = &found.link.entry;
        let mut record = Self {
            agency: agency.to_vec(),
            submission: found.received.submission.clone(),
            received_at: entry.at,
            approval: ReceivedApproval::from(found.approval),
            entry: EntryReference {
                number: entry.number,
                sha256: found.link.sha256,
            },
            statement: Localized::default(),
        };
        let lines = [record.message(), record.approval.message()];
        record.statement = Localized::from_fn(|language| {
            let lines: Vec<String> = lines.iter().map(|line| line.text(language)).collect();
            lines.join("\n")
        });
        record
    }

    /// Signs the receipt for an agency.
    ///
    /// # Errors
    /// Where the name or the moment cannot be signed.
    pub fn sign(
        &self,
        key: &SigningKey,
        name: &str,
        at: DateTime<Utc>,
    ) -> Result<Vec<u8>, ReceiptError> {
        let bytes = CanonicalBytes::of(self)?;
        parse_strict(bytes.as_bytes())?;
        let entry = sign_as_agency(RECEIPT_TYP, &bytes, key, name, at, &[])?;
        Ok(written(RECEIPT_FORMAT, self, &[entry])?)
    }

    /// Who received what from whom, and when.
    #[must_use]
    pub fn message(&self) -> Message {
        let submission = &self.submission;
        say::receipt_of(
            self.agency.join(" / "),
            submission.organization_id.as_str(),
            submission.cycle.as_str(),
            submission.questionnaire.as_str(),
            submission.revision.to_string(),
            moment(self.received_at),
            submission.digest.fingerprint().to_string(),
        )
    }

    fn check(&self) -> bool {
        !self.agency.is_empty() && !self.statement.en.is_empty() && !self.statement.fr.is_empty()
    }
}

impl From<Approval<'_>> for ReceivedApproval {
    fn from(approval: Approval<'_>) -> Self {
        match approval {
            Approval::Signature(head) => Self::Signature(SignedApproval {
                kid: head.kid.clone(),
                name: head.name.clone(),
            }),
            Approval::OnPaper(approved) => Self::OnPaper(PaperApproval {
                seen: approved.seen,
            }),
            Approval::Pending => Self::Pending,
        }
    }
}

impl ReceivedApproval {
    /// How it was approved, in a sentence. Approval on paper is never told as
    /// an electronic signature.
    #[must_use]
    pub fn message(&self) -> Message {
        match self {
            Self::Signature(head) => say::approval_signature(head.name.as_str(), head.kid.as_str()),
            Self::OnPaper(paper) => say::approval_on_paper(paper.seen.to_string()),
            Self::Pending => say::approval_pending(),
        }
    }
}

impl VerifiedReceipt {
    /// What it says.
    #[must_use]
    pub const fn record(&self) -> &ReceiptRecord {
        &self.record
    }

    /// Who signed it for the agency; at least one.
    #[must_use]
    pub fn signers(&self) -> &[ListSigner] {
        &self.signers
    }

    /// The receipt, sentence by sentence.
    #[must_use]
    pub fn account(&self) -> Vec<Message> {
        let signers = self.signers.iter().map(|signer| {
            let at = moment(signer.signed_at);
            say::receipt_signed_by(signer.name.as_str(), at, signer.kid.as_str())
        });
        let entry = &self.record.entry;
        [
            say::receipt_verified(),
            self.record.message(),
            self.record.approval.message(),
            say::receipt_entry(entry.number.to_string(), entry.sha256.hex()),
        ]
        .into_iter()
        .chain(signers)
        .collect()
    }
}

/// Verifies a receipt with pinned keys of the agency: size, white space
/// removed, shape, every signature, strict parse of the very bytes that were
/// verified, content.
///
/// # Errors
/// Every reason that was found.
pub fn verify(
    file: &[u8],
    pinned: &[PublicKey],
    now: DateTime<Utc>,
) -> Result<VerifiedReceipt, Vec<Reason>> {
    let one = |reason: Reason| vec![reason];
    let rule = |rule: Rule| vec![Reason::of_file(json_fault(file).unwrap_or(rule))];
    let compacted = compacted(file).map_err(one)?;
    let other = Rule::Receipt(ReceiptFault::OtherFormat);
    let pieces = pieces_of(RECEIPT_FORMAT, other, file, &compacted).map_err(one)?;
    if pieces.signatures.is_empty() {
        return Err(rule(Rule::Receipt(ReceiptFault::Unsigned)));
    }
    let signers = agency_signers(RECEIPT_TYP, &pieces, pinned, now)?;
    let value = parse_strict(pieces.record)
        .map_err(|fault| one(Reason::of_file(Rule::Json(fault.inside("/record")))))?;
    let record = serde_json::from_value(value)
        .ok()
        .filter(ReceiptRecord::check);
    let again = |record: &ReceiptRecord| {
        let canonical = CanonicalBytes::of(record);
        canonical.is_ok_and(|canonical| canonical.as_bytes() == pieces.record)
    };
    let record = record
        .filter(again)
        .ok_or_else(|| rule(Rule::Receipt(ReceiptFault::Members)))?;
    check_white_space(file, &compacted).map_err(one)?;
    Ok(VerifiedReceipt { record, signers })
}

fn moment(moment: DateTime<Utc>) -> String {
    moment.to_rfc3339_opts(SecondsFormat::Secs, true)
}
