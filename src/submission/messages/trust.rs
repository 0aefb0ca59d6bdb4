//! What trust lists, roles and attached submissions say.

use crate::i18n::{Message, MessagePair, common, submission as words, trust as say};
use crate::submission::adding::AddError;
use crate::submission::copy::CopyFault;
use crate::submission::trust::{ListEditError, ListFault, RevocationReason, TrustListError};
use chrono::{DateTime, Datelike as _, NaiveDate, SecondsFormat, Timelike as _, Utc};

/// A moment in the form of machines, to the second.
pub(in crate::submission) fn moment(moment: DateTime<Utc>) -> String {
    moment.to_rfc3339_opts(SecondsFormat::Secs, true)
}

/// A moment as each language writes it, in the one zone that is the same for
/// everybody who reads it.
pub(in crate::submission) fn in_words(moment: DateTime<Utc>) -> Message {
    common::moment_utc(
        day_in_words(moment.date_naive()),
        moment.hour().to_string(),
        format!("{:02}", moment.minute()),
    )
}

/// A day as each language writes it.
pub(in crate::submission) fn day_in_words(day: NaiveDate) -> Message {
    common::date_long(day.day(), day.month(), day.year().to_string())
}

impl RevocationReason {
    /// Why, in words.
    #[must_use]
    pub fn message(self) -> Message {
        match self {
            Self::KeyCompromise => say::revoked_key_compromise(),
            Self::AffiliationChanged => say::revoked_affiliation_changed(),
            Self::Superseded => say::revoked_superseded(),
            Self::CessationOfOperation => say::revoked_cessation(),
            Self::PrivilegeWithdrawn => say::revoked_privilege_withdrawn(),
        }
    }
}

impl ListFault {
    /// What is wrong, and what to do.
    #[must_use]
    pub fn message(&self) -> MessagePair {
        let original = say::hint_trust_list_original;
        match self {
            Self::OtherFormat => MessagePair::new(
                say::err_trust_list_format_other(),
                words::hint_submission_other_format(),
            ),
            Self::Unsigned => MessagePair::new(say::err_trust_list_unsigned(), original()),
            Self::Members => MessagePair::new(say::err_trust_list_members(), original()),
            Self::Key { kid } => {
                MessagePair::new(say::err_trust_list_key(kid.as_str()), original())
            }
            Self::KeyTwice { kid } => {
                MessagePair::new(say::err_trust_list_key_twice(kid.as_str()), original())
            }
            Self::Dates => MessagePair::new(say::err_trust_list_dates(), original()),
            Self::InFuture { issued } => MessagePair::new(
                say::err_trust_list_in_future(in_words(*issued)),
                words::hint_in_future(),
            ),
            Self::Stale { next_update } => MessagePair::new(
                say::err_trust_list_stale(in_words(*next_update)),
                say::hint_trust_list_newest(),
            ),
            Self::RolledBack { sequence, seen } => MessagePair::new(
                say::err_trust_list_rolled_back(sequence.to_string(), seen.to_string()),
                say::hint_trust_list_alarm(),
            ),
            Self::Forked { sequence } => MessagePair::new(
                say::err_trust_list_forked(sequence.to_string()),
                say::hint_trust_list_alarm(),
            ),
        }
    }
}

impl TrustListError {
    /// What is wrong with a list that is being made, and what to do.
    #[must_use]
    pub fn message(&self) -> MessagePair {
        let correct = say::hint_trust_list_correct();
        match self {
            Self::List(fault) => MessagePair::new(fault.message().problem, correct),
            Self::Json(error) => MessagePair::new(error.message(), correct),
            Self::Canonical(_) => super::internal(),
        }
    }
}

impl ListEditError {
    /// What happened, and what to do.
    #[must_use]
    pub fn message(&self) -> MessagePair {
        match self {
            Self::Listed { kid } => MessagePair::new(
                say::err_list_key_listed(kid.as_str()),
                say::hint_list_key_listed(),
            ),
            Self::NotListed { kid } => MessagePair::new(
                say::err_list_key_not_listed(kid.as_str()),
                say::hint_list_key_not_listed(),
            ),
            Self::Revoked { kid } => MessagePair::new(
                say::err_list_key_revoked(kid.as_str()),
                say::hint_list_key_revoked(),
            ),
        }
    }
}

impl AddError {
    /// What happened, and what to do.
    #[must_use]
    pub fn message(&self) -> MessagePair {
        match self {
            Self::KeyTwice => {
                MessagePair::new(say::err_sign_key_twice(), say::hint_sign_key_twice())
            }
            Self::AfterDeputyHead => {
                MessagePair::new(say::err_sign_role_order(), say::hint_sign_order())
            }
            Self::PreparerFirst => {
                MessagePair::new(say::err_sign_preparer_first(), say::hint_sign_order())
            }
            Self::Signing(error) => error.message(),
        }
    }
}

impl CopyFault {
    /// What is wrong, and what to do.
    #[must_use]
    pub fn message(self) -> MessagePair {
        let problem = match self {
            Self::Unreadable => say::err_copy_unreadable(),
            Self::Encrypted => say::err_copy_encrypted(),
            Self::Empty => say::err_copy_empty(),
            Self::Several => say::err_copy_several(),
            Self::TooLarge => say::err_copy_too_large(),
        };
        MessagePair::new(problem, say::hint_copy())
    }
}
