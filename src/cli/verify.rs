//! `verify`: is a submission what the holders of these keys signed?

use std::path::{Path, PathBuf};

use chrono::{SecondsFormat, Utc};

use super::arguments::Verify;
use super::failure::Failure;
use super::{Exit, Terminal};
use crate::i18n::{Message, cli as messages, submission as words};
use crate::storage;
use crate::submission::key::PublicKey;
use crate::submission::record::{Record, RecordedAnswer, Role, SealedRecord};
use crate::submission::verify::{self, GoodSignature, NotChecked, Verification};

pub(super) fn run(arguments: &Verify, terminal: &mut Terminal<'_>) -> Result<Exit, Failure> {
    let file = storage::read_submission(&arguments.file)?;
    let keys = arguments
        .keys
        .iter()
        .map(|path| public_key(path))
        .collect::<Result<Vec<PublicKey>, Failure>>()?;
    let now = terminal.surroundings.now.with_timezone(&Utc);
    let verification = verify::verify(&file, &keys, now);
    terminal.say(&verification.message())?;
    match &verification {
        Verification::Verified(verified) => {
            describe(verified.record(), terminal)?;
            signatures(verified.signatures(), terminal)?;
            terminal.line("")?;
            not_checked(verified.not_checked(), terminal)?;
            terminal.say(&words::verification_proves())?;
            return Ok(Exit::Good);
        }
        Verification::NotSigned(unsigned) => describe(unsigned.record(), terminal)?,
        Verification::ContentValidReencoded(reencoded) => {
            describe(reencoded.record(), terminal)?;
            signatures(reencoded.signatures(), terminal)?;
            terminal.say(&words::hint_original_file())?;
        }
        Verification::NotVerified(reasons) => {
            for reason in reasons {
                let pair = reason.message();
                terminal.say(&messages::item(pair.problem))?;
                terminal.say(&messages::item_hint(pair.hint))?;
            }
        }
    }
    Ok(Exit::Findings)
}

/// Reads a public key.
pub(super) fn public_key(path: &Path) -> Result<PublicKey, Failure> {
    let text = storage::read_key_file(path)?;
    PublicKey::from_jwk(&text).map_err(|source| Failure::Jwk {
        path: PathBuf::from(path),
        source,
    })
}

/// Which submission it is, so that the reader sees what was verified.
fn describe(sealed: &SealedRecord, terminal: &mut Terminal<'_>) -> Result<(), Failure> {
    let record = sealed.record();
    let submission = &record.submission;
    let names = &submission.organization.name;
    let language = terminal.language();
    let name = names
        .in_language(language)
        .or_else(|| names.in_language(language.other()));
    terminal.say(&messages::submission_of(
        name.unwrap_or(&submission.organization_id),
        submission.cycle.as_str(),
        submission.revision.to_string(),
    ))?;
    terminal.say(&messages::answers_recorded(
        answered(record),
        record.answer_count,
    ))?;
    terminal.say(&messages::fingerprint(
        sealed.digest().fingerprint().to_string(),
    ))?;
    Ok(())
}

/// How many items of a record hold an answer.
pub(super) fn answered(record: &Record) -> usize {
    let answered = |answer: &&RecordedAnswer| matches!(answer, RecordedAnswer::Answered { .. });
    record.answers.iter().filter(answered).count()
}

fn signatures(signatures: &[GoodSignature], terminal: &mut Terminal<'_>) -> Result<(), Failure> {
    for signature in signatures {
        let date = signature
            .signed_at
            .to_rfc3339_opts(SecondsFormat::Secs, true);
        terminal.say(&words::verification_signed_by(
            signature.name.as_str(),
            role(signature.role),
            date,
            signature.kid.as_str(),
        ))?;
    }
    Ok(())
}

fn not_checked(not_checked: &[NotChecked], terminal: &mut Terminal<'_>) -> Result<(), Failure> {
    terminal.say(&words::not_checked_heading())?;
    for entry in not_checked {
        terminal.say(&messages::item(entry.message()))?;
    }
    Ok(())
}

fn role(role: Role) -> Message {
    match role {
        Role::Preparer => crate::i18n::common::role_preparer(),
        Role::DeputyHead => crate::i18n::common::role_deputy_head(),
    }
}
