//! `verify`: is a submission what the holders of these keys signed, and may they?

mod registered;
mod report;

use std::path::{Path, PathBuf};

use chrono::{DateTime, Utc};

use super::arguments::Verify;
use super::failure::Failure;
use super::{Exit, Terminal, register, trusted};
use crate::i18n::{Message, cli as messages, submission as words, trust as say};
use crate::storage;
use crate::submission::account::Account;
use crate::submission::certificate::Roots;
use crate::submission::copy::HandedIn;
use crate::submission::key::PublicKey;
use crate::submission::register::Register;
use crate::submission::trust::VerifiedTrustList;
use crate::submission::verify::{self, GoodSignature, Policy, Reason, Trust, Verification};
use registered::Standing;

/// What came out for one file.
struct Verified<'a> {
    path: &'a Path,
    in_pdf: bool,
    outcome: Result<Verification, Failure>,
    /// Where it stands with the register, if it is verified and one was named.
    standing: Option<Standing>,
}

/// What is verified with.
struct Means {
    keys: Vec<PublicKey>,
    list: Option<VerifiedTrustList>,
    policy: Policy,
    roots: Option<Roots>,
    register: Registering,
    now: DateTime<Utc>,
}

/// What is done with the register.
enum Registering {
    /// None was named.
    Nothing,
    /// Files are compared with it.
    Checking(Register),
    /// Files are entered in the one in this folder.
    Entering(PathBuf),
}

pub(super) fn run(arguments: &Verify, terminal: &mut Terminal<'_>) -> Result<Exit, Failure> {
    let keys = public_keys(&arguments.keys)?;
    let list = match &arguments.trust {
        None => None,
        Some(options) => match trusted::read(options, terminal) {
            Ok(list) => Some(list),
            Err(Failure::TrustList(reasons)) if arguments.json => {
                terminal.json(&report::refused_list(&reasons))?;
                return Ok(Exit::Findings);
            }
            Err(failure) => return Err(failure),
        },
    };
    let means = Means {
        keys,
        list,
        policy: arguments.policy,
        roots: roots(arguments)?,
        register: registering(arguments, terminal)?,
        now: terminal.surroundings.now.with_timezone(&Utc),
    };
    let found: Vec<Verified<'_>> = arguments
        .files
        .iter()
        .map(|path| means.verify(path))
        .collect();
    if arguments.json {
        let list = means.list.as_ref();
        terminal.json(&report::of(&found, list, means.policy, means.now))?;
    } else {
        tell_all(&found, means.list.as_ref(), terminal)?;
    }
    Ok(exit(&found, arguments.record))
}

/// The roots to which certificates must lead, if some were named.
fn roots(arguments: &Verify) -> Result<Option<Roots>, Failure> {
    if arguments.roots.is_empty() {
        return Ok(None);
    }
    Ok(Some(storage::read_roots(
        &arguments.roots,
        &arguments.lists,
    )?))
}

/// Reads the register, so that one that is damaged is told before anything
/// is entered.
fn registering(arguments: &Verify, terminal: &mut Terminal<'_>) -> Result<Registering, Failure> {
    let Some(folder) = &arguments.register else {
        return Ok(Registering::Nothing);
    };
    let read = storage::read_register(folder)?;
    register::note_ending(&read, terminal)?;
    Ok(if arguments.record {
        Registering::Entering(folder.clone())
    } else {
        Registering::Checking(read)
    })
}

/// The worst of all files. What was to be entered and was received before is
/// told too, since nothing was entered; and so is what a later revision replaced.
fn exit(found: &[Verified<'_>], record: bool) -> Exit {
    let taken = |one: &Verified<'_>| match one.standing {
        Some(Standing::Refused(_)) => false,
        Some(Standing::AlreadyReceived(_)) => !record,
        _ => true,
    };
    let replaced =
        |one: &Verified<'_>| one.standing.as_ref().is_some_and(|it| it.newer().is_some());
    let good = |one: &Verified<'_>| {
        matches!(one.outcome, Ok(Verification::Verified(_))) && taken(one) && !replaced(one)
    };
    if found.iter().any(|one| one.outcome.is_err()) {
        Exit::Files
    } else if found.iter().all(good) {
        Exit::Good
    } else {
        Exit::Findings
    }
}

impl Means {
    fn verify<'a>(&self, path: &'a Path) -> Verified<'a> {
        let (in_pdf, found) = match storage::read_handed_in(path) {
            Err(error) => (false, Err(error.into())),
            Ok(file) => match HandedIn::of(&file) {
                Err(refused) => (true, Ok((refused, None))),
                Ok(handed_in) => (handed_in.in_pdf, self.verify_bytes(&handed_in.submission)),
            },
        };
        let (outcome, standing) = match found {
            Ok((verification, standing)) => (Ok(verification), standing),
            Err(failure) => (Err(failure), None),
        };
        Verified {
            path,
            in_pdf,
            outcome,
            standing,
        }
    }

    fn verify_bytes(&self, file: &[u8]) -> Result<registered::Found, Failure> {
        let Some(list) = &self.list else {
            let found = match &self.roots {
                Some(roots) => verify::verify_certified(file, &self.keys, roots, self.now),
                None => verify::verify(file, &self.keys, self.now),
            };
            return Ok((found, None));
        };
        let trust = Trust {
            list,
            keys: &self.keys,
            policy: self.policy,
            registered: &[],
            roots: self.roots.as_ref(),
        };
        match &self.register {
            Registering::Nothing => Ok((verify::verify_trusted(file, &trust, self.now), None)),
            Registering::Checking(register) => {
                Ok(registered::check(file, &trust, register, self.now))
            }
            Registering::Entering(folder) => registered::enter(file, &trust, folder, self.now),
        }
    }
}

/// Reads a public key.
pub(super) fn public_key(path: &Path) -> Result<PublicKey, Failure> {
    let text = storage::read_key_file(path)?;
    PublicKey::from_jwk(&text).map_err(|source| Failure::Jwk {
        path: PathBuf::from(path),
        source,
    })
}

/// Reads several.
pub(super) fn public_keys(paths: &[PathBuf]) -> Result<Vec<PublicKey>, Failure> {
    paths.iter().map(|path| public_key(path)).collect()
}

/// Tells of every file; with several, under its name.
fn tell_all(
    found: &[Verified<'_>],
    list: Option<&VerifiedTrustList>,
    terminal: &mut Terminal<'_>,
) -> Result<(), Failure> {
    if let Some(list) = list {
        trusted::tell(list, terminal)?;
    }
    for (index, one) in found.iter().enumerate() {
        if found.len() > 1 {
            if index > 0 || list.is_some() {
                terminal.line("")?;
            }
            let name = one.path.display().to_string();
            terminal.say(&messages::in_file(name))?;
        }
        match &one.outcome {
            Ok(verification) => {
                let mut account = verification.account();
                if let Some(standing) = &one.standing {
                    account.not_checked.retain(|open| !standing.settles(*open));
                }
                if one.in_pdf && !account.submission.is_empty() {
                    terminal.say(&say::paper_copy())?;
                }
                tell(&account, terminal)?;
                if let Some(standing) = &one.standing {
                    terminal.line("")?;
                    standing.tell(terminal)?;
                }
            }
            Err(failure) => {
                failure.tell(terminal)?;
            }
        }
    }
    Ok(())
}

/// Tells what came out.
pub(super) fn tell(account: &Account, terminal: &mut Terminal<'_>) -> Result<(), Failure> {
    terminal.say(&account.outcome)?;
    for line in &account.submission {
        terminal.say(line)?;
    }
    for (index, signature) in account.signatures.iter().enumerate() {
        terminal.say(&signature.message())?;
        tell_certificate(signature, index + 1, terminal)?;
    }
    tell_reasons(account, terminal)?;
    if !account.not_checked.is_empty() {
        terminal.line("")?;
        terminal.say(&words::not_checked_heading())?;
        let entries = account.not_checked.iter().map(|entry| entry.message());
        items(entries, terminal)?;
    }
    if !account.steps.is_empty() {
        terminal.line("")?;
        terminal.say(&say::confirm_heading())?;
        items(account.steps.iter().cloned(), terminal)?;
    }
    if let Some(remark) = &account.remark {
        terminal.say(remark)?;
    }
    Ok(())
}

/// Tells of the certificate of a signature, where it was checked.
fn tell_certificate(
    signature: &GoodSignature,
    number: usize,
    terminal: &mut Terminal<'_>,
) -> Result<(), Failure> {
    if let Some(line) = signature.certificate_message(number) {
        terminal.say(&line)?;
    }
    let checked = signature.certificate.checked();
    if let Some(line) = checked.and_then(|checked| checked.revocation.message()) {
        terminal.say(&line)?;
    }
    Ok(())
}

fn items(
    entries: impl Iterator<Item = Message>,
    terminal: &mut Terminal<'_>,
) -> Result<(), Failure> {
    for entry in entries {
        terminal.say(&messages::item(entry))?;
    }
    Ok(())
}

fn tell_reasons(account: &Account, terminal: &mut Terminal<'_>) -> Result<(), Failure> {
    for reason in &account.reasons {
        terminal.say(&messages::item(reason.problem.clone()))?;
        terminal.say(&messages::item_hint(reason.hint.clone()))?;
    }
    Ok(())
}

/// Tells reasons beside the results.
pub(super) fn note_reasons(reasons: &[Reason], terminal: &mut Terminal<'_>) -> std::io::Result<()> {
    for reason in reasons {
        let pair = reason.message();
        terminal.note(&messages::item(pair.problem))?;
        terminal.note(&messages::item_hint(pair.hint))?;
    }
    Ok(())
}
