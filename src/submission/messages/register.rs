//! What registers and receipts say.

use super::internal;
use super::trust::{day_in_words, in_words};
use crate::i18n::{Message, MessagePair, register as say, submission as words};
use crate::submission::fingerprint::FingerprintError;
use crate::submission::record::PerLanguage;
use crate::submission::register::receipt::{ReceiptError, ReceiptFault};
use crate::submission::register::{LineFault, RegisterFault, RegisterRefusal};

impl RegisterRefusal {
    /// Why the register does not take it, and what to do.
    #[must_use]
    pub fn message(&self) -> MessagePair {
        MessagePair::new(self.problem(), self.hint())
    }

    fn problem(&self) -> Message {
        match self {
            Self::NotBegun => say::err_register_not_begun(),
            Self::BegunTwice => say::err_register_begun_twice(),
            Self::Name => words::err_signer_name(),
            Self::Unwritable => words::err_internal(),
            Self::NotConfirmed => say::err_register_not_confirmed(),
            Self::OtherAudience { audience } => match named(audience) {
                Some(names) => say::err_register_audience(names),
                None => say::err_register_no_audience(),
            },
            Self::AlreadyReceived { at, number } => {
                say::err_register_already_received(in_words(*at), number.to_string())
            }
            Self::OtherContent { revision, received } => {
                let fingerprint = received.fingerprint().to_string();
                say::err_register_other_content(revision.to_string(), fingerprint)
            }
            Self::NotNewer { revision, latest } => {
                say::err_register_not_newer(revision.to_string(), latest.to_string())
            }
            Self::OtherPrevious { latest } => say::err_register_other_previous(latest.to_string()),
            Self::PreviousMissing { revision } => {
                say::err_register_previous_missing(revision.to_string())
            }
            Self::OtherSubmission => say::err_register_other_submission(),
            Self::NotReceived => say::err_register_not_received(),
            Self::AlreadyApproved { seen } => {
                say::err_register_already_approved(day_in_words(*seen))
            }
            Self::SignedByDeputyHead => say::err_register_signed(),
            Self::SeenInFuture => say::err_register_seen_in_future(),
        }
    }

    fn hint(&self) -> Message {
        match self {
            Self::NotBegun => say::hint_register_begin(),
            Self::BegunTwice => say::hint_register_begun(),
            Self::Name => words::hint_signer_name(),
            Self::Unwritable => words::hint_report_fault(),
            Self::NotConfirmed => say::hint_register_not_confirmed(),
            Self::OtherAudience { .. } => say::hint_register_audience(),
            Self::AlreadyReceived { .. }
            | Self::AlreadyApproved { .. }
            | Self::SignedByDeputyHead => say::hint_register_nothing_to_do(),
            Self::OtherContent { .. } => say::hint_register_other_content(),
            Self::NotNewer { .. } => say::hint_register_not_newer(),
            Self::OtherPrevious { .. } | Self::PreviousMissing { .. } | Self::OtherSubmission => {
                say::hint_register_previous()
            }
            Self::NotReceived => say::hint_register_not_received(),
            Self::SeenInFuture => say::hint_register_seen_in_future(),
        }
    }
}

/// To whom a submission is addressed; nothing where it says nobody.
fn named(audience: &PerLanguage) -> Option<String> {
    let names = [&audience.en, &audience.fr].into_iter().flatten();
    let names: Vec<&str> = names.map(String::as_str).collect();
    (!names.is_empty()).then(|| names.join(" / "))
}

impl RegisterFault {
    /// What is wrong with the register, and what to do.
    #[must_use]
    pub fn message(&self) -> MessagePair {
        let line = self.line.to_string();
        let problem = match &self.fault {
            LineFault::OtherFormat => say::err_register_format(),
            LineFault::NoEntry => say::err_register_no_entry(line),
            LineFault::Digest => say::err_register_digest(line),
            LineFault::Chain => say::err_register_chain(line),
            LineFault::Rule(refusal) => say::err_register_rule(line, refusal.problem()),
        };
        let hint = match &self.fault {
            LineFault::OtherFormat => say::hint_register_begin(),
            _ => say::hint_register_damaged(),
        };
        MessagePair::new(problem, hint)
    }
}

impl FingerprintError {
    /// What is wrong with what was typed, and how it goes.
    #[must_use]
    pub fn message(self) -> MessagePair {
        let problem = match self {
            Self::UnknownCharacter(character) => {
                say::err_fingerprint_character(character.to_string())
            }
            Self::Length(count) => say::err_fingerprint_length(count.to_string()),
            Self::CheckSymbol => say::err_fingerprint_check(),
        };
        MessagePair::new(problem, say::hint_fingerprint())
    }
}

impl ReceiptFault {
    /// What is wrong with the receipt, and what to do.
    #[must_use]
    pub fn message(self) -> MessagePair {
        match self {
            Self::OtherFormat => MessagePair::new(
                say::err_receipt_format_other(),
                words::hint_submission_other_format(),
            ),
            Self::Unsigned => {
                MessagePair::new(say::err_receipt_unsigned(), say::hint_receipt_original())
            }
            Self::Members => {
                MessagePair::new(say::err_receipt_members(), say::hint_receipt_original())
            }
        }
    }
}

impl ReceiptError {
    /// What happened, and what to do.
    #[must_use]
    pub fn message(&self) -> MessagePair {
        match self {
            Self::Signing(error) => error.message(),
            Self::File(error) => error.message(),
            Self::Json(_) | Self::Canonical(_) => internal(),
        }
    }
}
