//! What verifying found, as sentences in the order in which people read them:
//! the same for the window and the terminal.

use super::messages::trust::moment;
use super::record::{Record, RecordedAnswer, SealedRecord};
use super::verify::{GoodSignature, NotChecked, Verification};
use crate::i18n::{Localized, Message, MessagePair, cli, submission as say, trust};

/// What verifying found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Account {
    /// The outcome in one sentence.
    pub outcome: Message,
    /// Which submission it is and how complete, with its fingerprint; nothing
    /// where the file was not verified.
    pub submission: Vec<Message>,
    /// The good signatures; see [`GoodSignature::message`].
    pub signatures: Vec<GoodSignature>,
    /// Why the file is not verified, and what to do.
    pub reasons: Vec<MessagePair>,
    /// What verifying leaves open.
    pub not_checked: Vec<NotChecked>,
    /// What the outcome proves, or what to do.
    pub remark: Option<Message>,
    /// Whose keys are not in the trust list, and how they are confirmed, step
    /// by step.
    pub steps: Vec<Message>,
}

impl Verification {
    /// What was found, for people.
    #[must_use]
    pub fn account(&self) -> Account {
        let mut account = Account {
            outcome: self.message(),
            submission: Vec::new(),
            signatures: Vec::new(),
            reasons: Vec::new(),
            not_checked: Vec::new(),
            remark: None,
            steps: Vec::new(),
        };
        match self {
            Self::Verified(verified) => {
                account.submission = Account::of_record(verified.record());
                account.signatures = verified.signatures().to_vec();
                account.not_checked = verified.not_checked().to_vec();
                account.remark = Some(if verified.is_confirmed() {
                    trust::confirmed_proves()
                } else {
                    say::verification_proves()
                });
            }
            Self::Unconfirmed(unconfirmed) => {
                account.submission = Account::of_record(unconfirmed.record());
                account.signatures = unconfirmed.signatures().to_vec();
                account.not_checked = unconfirmed.not_checked().to_vec();
                account.remark = Some(say::verification_proves());
                account.steps = steps(unconfirmed.signatures());
            }
            Self::NotSigned(unsigned) => account.submission = Account::of_record(unsigned.record()),
            Self::ContentValidReencoded(reencoded) => {
                account.submission = Account::of_record(reencoded.record());
                account.signatures = reencoded.signatures().to_vec();
                account.remark = Some(say::hint_original_file());
            }
            Self::NotVerified(reasons) => {
                let pairs = reasons.iter().map(super::verify::Reason::message);
                account.reasons = pairs.collect();
            }
        }
        account
    }
}

impl GoodSignature {
    /// Who signed, in which role, when by their own clock, with which key. The
    /// argument `date` is in the form of machines; a window gives another.
    #[must_use]
    pub fn message(&self) -> Message {
        let date = moment(self.signed_at);
        say::verification_signed_by(
            self.shown_name(),
            self.role.in_words(),
            date,
            self.kid.as_str(),
        )
    }
}

/// Whose keys are to be confirmed, and how.
fn steps(signatures: &[GoodSignature]) -> Vec<Message> {
    let unlisted = signatures.iter().filter(|good| good.listed.is_none());
    let keys = unlisted.map(|good| {
        let fingerprint = good.kid.fingerprint().to_string();
        trust::confirm_key(good.name.as_str(), good.role.in_words(), fingerprint)
    });
    let how = [
        trust::confirm_call(),
        trust::confirm_compare(),
        trust::confirm_add(),
        trust::confirm_differs(),
    ];
    keys.chain(how).collect()
}

/// How many items of a record hold an answer.
#[must_use]
pub fn answered(record: &Record) -> usize {
    let answered = |answer: &&RecordedAnswer| matches!(answer, RecordedAnswer::Answered { .. });
    record.answers.iter().filter(answered).count()
}

impl Account {
    /// Which submission a record is and how complete, with its fingerprint.
    #[must_use]
    pub fn of_record(sealed: &SealedRecord) -> Vec<Message> {
        let record = sealed.record();
        let submission = &record.submission;
        let names = &submission.organization.name;
        let name = Localized::from_fn(|language| {
            let name = names.in_language(language);
            let name = name.or_else(|| names.in_language(language.other()));
            name.unwrap_or(&submission.organization_id).to_owned()
        });
        vec![
            cli::submission_of(
                name,
                submission.cycle.as_str(),
                submission.revision.to_string(),
            ),
            cli::answers_recorded(answered(record), record.answer_count),
            cli::fingerprint(sealed.digest().fingerprint().to_string()),
        ]
    }
}
