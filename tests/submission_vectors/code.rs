//! The stable codes of the reasons.

use probitas::submission::canonical::JsonFault;
use probitas::submission::file::ShapeFault;
use probitas::submission::jws::HeaderFault;
use probitas::submission::record::RecordFault;
use probitas::submission::verify::Rule;

pub fn code(rule: &Rule) -> &'static str {
    match rule {
        Rule::TooLarge { .. } => "too-large",
        Rule::Json(error) => json(error.fault),
        Rule::Shape(fault) => match fault {
            ShapeFault::OtherFormat => "shape-other-format",
            ShapeFault::Members => "shape-members",
            ShapeFault::SignatureEntry => "shape-signature-entry",
            ShapeFault::TooManySignatures => "shape-too-many-signatures",
        },
        Rule::NotCanonical => "not-canonical",
        Rule::Header(fault) => match fault {
            HeaderFault::Base64 => "header-base64",
            HeaderFault::Json(_) => "header-json",
            HeaderFault::NotCanonical => "header-not-canonical",
            HeaderFault::ForbiddenName(_) => "header-forbidden-name",
            HeaderFault::Malformed(_) => "header-malformed",
        },
        Rule::UnknownKey { .. } => "key-unknown",
        Rule::Algorithm { .. } => "algorithm",
        Rule::Previous => "previous",
        Rule::InFuture { .. } => "in-future",
        Rule::SignatureBase64 => "signature-base64",
        Rule::BadSignature => "signature-bad",
        Rule::Record(RecordFault::AnswerCount) => "record-answer-count",
        Rule::Record(RecordFault::DuplicateItem) => "record-duplicate-item",
        Rule::Record(_) => "record-members",
    }
}

fn json(fault: JsonFault) -> &'static str {
    match fault {
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
