//! `verify`: is a submission what the holders of these keys signed?

use std::path::{Path, PathBuf};

use chrono::Utc;

use super::arguments::Verify;
use super::failure::Failure;
use super::{Exit, Terminal};
use crate::i18n::{cli as messages, submission as words};
use crate::storage;
use crate::submission::account::Account;
use crate::submission::key::PublicKey;
use crate::submission::verify::{self, Verification};

pub(super) fn run(arguments: &Verify, terminal: &mut Terminal<'_>) -> Result<Exit, Failure> {
    let file = storage::read_submission(&arguments.file)?;
    let keys = arguments
        .keys
        .iter()
        .map(|path| public_key(path))
        .collect::<Result<Vec<PublicKey>, Failure>>()?;
    let now = terminal.surroundings.now.with_timezone(&Utc);
    let verification = verify::verify(&file, &keys, now);
    tell(&verification.account(), terminal)?;
    Ok(match verification {
        Verification::Verified(_) => Exit::Good,
        _ => Exit::Findings,
    })
}

/// Reads a public key.
pub(super) fn public_key(path: &Path) -> Result<PublicKey, Failure> {
    let text = storage::read_key_file(path)?;
    PublicKey::from_jwk(&text).map_err(|source| Failure::Jwk {
        path: PathBuf::from(path),
        source,
    })
}

/// Tells what verifying found.
pub(super) fn tell(account: &Account, terminal: &mut Terminal<'_>) -> Result<(), Failure> {
    terminal.say(&account.outcome)?;
    for line in &account.submission {
        terminal.say(line)?;
    }
    for signature in &account.signatures {
        terminal.say(&signature.message())?;
    }
    for reason in &account.reasons {
        terminal.say(&messages::item(reason.problem.clone()))?;
        terminal.say(&messages::item_hint(reason.hint.clone()))?;
    }
    if !account.not_checked.is_empty() {
        terminal.line("")?;
        terminal.say(&words::not_checked_heading())?;
        for entry in &account.not_checked {
            terminal.say(&messages::item(entry.message()))?;
        }
    }
    if let Some(remark) = &account.remark {
        terminal.say(remark)?;
    }
    Ok(())
}
