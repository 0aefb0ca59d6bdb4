//! Reasons by name, for programs: a code never changes its meaning.

use super::{NotChecked, Reason, Rule, Verification};
use crate::questionnaire::Role;
use crate::submission::canonical::{JsonError, JsonFault};
use crate::submission::copy::CopyFault;
use crate::submission::file::ShapeFault;
use crate::submission::jws::HeaderFault;
use crate::submission::record::RecordFault;
use crate::submission::trust::ListFault;

impl Verification {
    /// The outcome by name: `verified`, `unconfirmed`, `not-signed`,
    /// `reencoded` or `not-verified`.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Verified(_) => "verified",
            Self::Unconfirmed(_) => "unconfirmed",
            Self::NotSigned(_) => "not-signed",
            Self::ContentValidReencoded(_) => "reencoded",
            Self::NotVerified(_) => "not-verified",
        }
    }
}

impl Reason {
    /// The rule by name.
    #[must_use]
    pub fn code(&self) -> &'static str {
        self.rule.code()
    }
}

impl Rule {
    /// The rule by name, such as `signature-bad`.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::TooLarge { .. } => "too-large",
            Self::Json(error) => json(error),
            Self::Shape(fault) => shape(*fault),
            Self::NotCanonical => "not-canonical",
            Self::Header(fault) => header(fault),
            Self::UnknownKey { .. } => "kid-unknown",
            Self::Algorithm { .. } => "alg-mismatch",
            Self::Previous => "prev-mismatch",
            Self::InFuture { .. } => "iat-in-future",
            Self::SignatureBase64 => "signature-base64url",
            Self::BadSignature => "signature-bad",
            Self::Record(fault) => record(fault),
            Self::TrustList(fault) => list(fault),
            Self::Receipt(fault) => fault.code(),
            Self::Copy(fault) => copy(*fault),
            Self::KeyNotYetValid { .. } => "key-not-yet-valid",
            Self::KeyExpired { .. } => "key-expired",
            Self::KeyRevoked { .. } => "key-revoked",
            Self::KeyCompromised => "key-compromised",
            Self::RoleNotGranted { .. } => "role-not-granted",
            Self::KeyTwice { .. } => "key-twice",
            Self::SeveralOrganizations => "organizations-differ",
            Self::OtherOrganization { .. } => "organization-mismatch",
            Self::RoleMissing { role } => match role {
                Role::Preparer => "preparer-missing",
                Role::DeputyHead => "deputy-head-missing",
            },
            Self::RoleOrder => "role-order",
            Self::Certificate(fault) => fault.code(),
        }
    }
}

const fn json(error: &JsonError) -> &'static str {
    match error.fault {
        JsonFault::ByteOrderMark => "json-byte-order-mark",
        JsonFault::NotUtf8 => "json-not-utf8",
        JsonFault::Syntax => "json-syntax",
        JsonFault::Truncated => "json-truncated",
        JsonFault::DuplicateName => "json-duplicate-name",
        JsonFault::NameNotAscii => "json-name-not-ascii",
        JsonFault::NotAnInteger => "json-not-an-integer",
        JsonFault::IntegerOutOfRange => "json-integer-out-of-range",
        JsonFault::ForbiddenCharacter(_) => "json-forbidden-character",
        JsonFault::NotNfc => "json-not-nfc",
        JsonFault::TooDeep => "json-too-deep",
    }
}

const fn shape(fault: ShapeFault) -> &'static str {
    match fault {
        ShapeFault::OtherFormat => "format-other",
        ShapeFault::Members => "file-members",
        ShapeFault::SignatureEntry => "signature-entry",
        ShapeFault::TooManySignatures => "signatures-too-many",
    }
}

fn header_member(name: &str) -> &'static str {
    match name {
        "alg" => "header-alg",
        "iat" => "header-iat",
        "kid" => "header-kid",
        "name" => "header-name",
        "prev" => "header-prev",
        "role" => "header-role",
        "x5c" => "header-x5c",
        _ => "header-typ",
    }
}

fn header(fault: &HeaderFault) -> &'static str {
    match fault {
        HeaderFault::Base64 => "header-base64url",
        HeaderFault::Json(_) | HeaderFault::NotCanonical => "header-not-canonical",
        HeaderFault::ForbiddenName(_) => "header-forbidden-name",
        HeaderFault::Malformed(name) => header_member(name),
    }
}

const fn record(fault: &RecordFault) -> &'static str {
    match fault {
        RecordFault::Members => "record-members",
        RecordFault::AnswerCount => "record-answer-count",
        RecordFault::DuplicateItem => "record-duplicate-item",
        RecordFault::Items => "record-items",
        RecordFault::AnswerContent => "record-answer-content",
        RecordFault::TextLanguages => "record-text-languages",
        RecordFault::MalformedId => "record-malformed-id",
        RecordFault::SubmissionId => "record-submission-id",
        RecordFault::Revision => "record-revision",
        RecordFault::AnswerLanguages => "record-answer-languages",
        RecordFault::EmptyText => "record-empty-text",
    }
}

const fn copy(fault: CopyFault) -> &'static str {
    match fault {
        CopyFault::Unreadable => "pdf-unreadable",
        CopyFault::Encrypted => "pdf-encrypted",
        CopyFault::Empty => "pdf-without-submission",
        CopyFault::Several => "pdf-several-submissions",
        CopyFault::TooLarge => "pdf-attachment-too-large",
    }
}

const fn list(fault: &ListFault) -> &'static str {
    match fault {
        ListFault::OtherFormat => "trust-list-format-other",
        ListFault::Unsigned => "trust-list-unsigned",
        ListFault::Members => "trust-list-members",
        ListFault::Key { .. } => "trust-list-key",
        ListFault::KeyTwice { .. } => "trust-list-key-twice",
        ListFault::Dates => "trust-list-dates",
        ListFault::InFuture { .. } => "trust-list-in-future",
        ListFault::Stale { .. } => "trust-list-stale",
        ListFault::RolledBack { .. } => "trust-list-rolled-back",
        ListFault::Forked { .. } => "trust-list-forked",
    }
}

impl NotChecked {
    /// What was not checked, by name.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Role => "role",
            Self::Organization => "organization",
            Self::Validity => "validity",
            Self::Revocation => "revocation",
            Self::Register => "register",
            Self::SigningTime => "signing-time",
            Self::HandwrittenApproval => "handwritten-approval",
            Self::ListSequence => "list-sequence",
            Self::Certificate => "certificate",
            Self::CertificateRevocation => "certificate-revocation",
            Self::Items => "items",
        }
    }
}
