//! What the values of this module say to people.
//!
//! Kept in one place, so that the modules that check need not know how a
//! sentence is made.

mod certificates;
mod keys;
mod possession;
mod reasons;
mod register;
pub(super) mod trust;

use super::canonical::{JsonError, JsonFault};
use super::file::{FileError, MAX_SIGNATURES};
use super::jws::SigningError;
use super::record::{RecordFault, SealError};
use super::restored::NotRestored;
use super::verify::{NotChecked, Verification};
use crate::i18n::{Message, MessagePair, certificates as about, submission as say, trust as words};

impl Verification {
    /// The outcome in one sentence.
    #[must_use]
    pub fn message(&self) -> Message {
        match self {
            Self::Verified(verified) if verified.is_confirmed() => words::verification_confirmed(),
            Self::Verified(verified) if verified.is_certified() => about::verification_certified(),
            Self::Verified(_) => say::verification_verified(),
            Self::Unconfirmed(_) => words::verification_unconfirmed(),
            Self::NotSigned(_) => say::verification_not_signed(),
            Self::ContentValidReencoded(_) => say::verification_reencoded(),
            Self::NotVerified(_) => say::verification_not_verified(),
        }
    }
}

impl NotRestored {
    /// Why no copy can be made of a record, and what to do.
    #[must_use]
    pub fn message(&self) -> MessagePair {
        match self {
            Self::UnknownQuestionnaire { id, version } => MessagePair::new(
                say::err_record_questionnaire(id.as_str(), version.as_str()),
                say::hint_record_questionnaire(),
            ),
            Self::OtherProgram => MessagePair::new(
                say::err_record_other_program(),
                say::hint_record_other_program(),
            ),
        }
    }
}

impl NotChecked {
    /// What was not checked, as an item of a list.
    #[must_use]
    pub fn message(self) -> Message {
        match self {
            Self::Role => say::not_checked_role(),
            Self::Organization => say::not_checked_organization(),
            Self::Validity => say::not_checked_validity(),
            Self::Revocation => say::not_checked_revocation(),
            Self::Register => say::not_checked_register(),
            Self::SigningTime => words::not_checked_signing_time(),
            Self::HandwrittenApproval => words::not_checked_handwritten(),
            Self::ListSequence => words::not_checked_list_sequence(),
            Self::Certificate => about::not_checked_certificate(),
            Self::CertificateRevocation => about::not_checked_certificate_revocation(),
            Self::Items => say::not_checked_items(),
        }
    }
}

impl JsonError {
    /// What is wrong, and where.
    #[must_use]
    pub fn message(&self) -> Message {
        let place = self.place();
        match self.fault {
            JsonFault::ByteOrderMark => say::err_json_byte_order_mark(),
            JsonFault::NotUtf8 => say::err_json_not_utf8(place),
            JsonFault::Syntax => say::err_json_syntax(place),
            JsonFault::Truncated => say::err_json_truncated(place),
            JsonFault::DuplicateName => say::err_json_duplicate_name(place),
            JsonFault::NameNotAscii => say::err_json_name_not_ascii(place),
            JsonFault::NotAnInteger => say::err_json_not_an_integer(place),
            JsonFault::IntegerOutOfRange => say::err_json_integer_out_of_range(place),
            JsonFault::ForbiddenCharacter(character) => {
                let code = format!("U+{:04X}", u32::from(character));
                say::err_json_forbidden_character(place, code)
            }
            JsonFault::NotNfc => say::err_json_not_nfc(place),
            JsonFault::TooDeep => say::err_json_too_deep(place),
        }
    }

    /// Faults of syntax are found by line; faults of content by member, since
    /// the text that was parsed may have no white space.
    fn place(&self) -> Message {
        match self.fault {
            JsonFault::ByteOrderMark
            | JsonFault::NotUtf8
            | JsonFault::Syntax
            | JsonFault::Truncated => say::json_place_line(self.line, self.column),
            _ if self.pointer.is_empty() => say::json_place_whole(),
            _ => say::json_place_pointer(shortened(&self.pointer)),
        }
    }
}

impl RecordFault {
    /// What is wrong with the record.
    #[must_use]
    pub fn message(&self) -> Message {
        match self {
            Self::Members => say::err_record_members(),
            Self::AnswerCount => say::err_record_answer_count(),
            Self::DuplicateItem => say::err_record_duplicate_item(),
            Self::Items => say::err_record_items(),
            Self::AnswerContent => say::err_record_answer_content(),
            Self::TextLanguages => say::err_record_text_languages(),
            Self::MalformedId => say::err_record_malformed_id(),
            Self::SubmissionId => say::err_record_submission_id(),
            Self::Revision => say::err_record_revision(),
            Self::AnswerLanguages => say::err_record_answer_languages(),
            Self::EmptyText => say::err_record_empty_text(),
        }
    }
}

impl SealError {
    /// What happened, and what to do.
    #[must_use]
    pub fn message(&self) -> MessagePair {
        match self {
            Self::Record(fault) => MessagePair::new(fault.message(), say::hint_correct_record()),
            Self::Json(error) => MessagePair::new(error.message(), say::hint_correct_record()),
            Self::Canonical(_) => internal(),
        }
    }
}

impl SigningError {
    /// What happened, and what to do.
    #[must_use]
    pub fn message(&self) -> MessagePair {
        match self {
            Self::Name => MessagePair::new(say::err_signer_name(), say::hint_signer_name()),
            Self::Time => MessagePair::new(say::err_signing_time(), say::hint_signing_time()),
            Self::TooMany => MessagePair::new(
                say::err_signatures_full(MAX_SIGNATURES),
                say::hint_signatures_full(),
            ),
            Self::Key(error) => error.message(),
            Self::Canonical(_) => internal(),
        }
    }
}

impl FileError {
    /// What happened, and what to do.
    #[must_use]
    pub fn message(&self) -> MessagePair {
        match self {
            Self::TooLarge { .. } => MessagePair::new(
                say::err_submission_does_not_fit(),
                say::hint_submission_does_not_fit(),
            ),
            Self::Canonical(_) => internal(),
        }
    }
}

fn internal() -> MessagePair {
    MessagePair::new(say::err_internal(), say::hint_report_fault())
}

/// The start of a text from a file that nobody vouches for.
fn shortened(text: &str) -> String {
    const LONGEST: usize = 60;
    if text.chars().count() <= LONGEST {
        return text.to_owned();
    }
    text.chars().take(LONGEST).chain(['…']).collect()
}
