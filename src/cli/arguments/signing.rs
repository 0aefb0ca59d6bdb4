//! The arguments of the commands about signatures.

use std::path::PathBuf;

use super::super::trust::Date;
use super::super::usage::{UsageError, UsageFault};
use super::commands::{Parsed, argument, only, required};
use super::signer::SignerReader;
use super::{
    Argument, Command, Compare, Reader, Revise, Sign, Topic, TrustAction, TrustAdd, TrustOptions,
    TrustRevoke, TrustShow, TrustSign, Verify,
};
use crate::questionnaire::Role;
use crate::submission::key::KeyId;
use crate::submission::trust::RevocationReason;
use crate::submission::verify::Policy;

/// The options that name a trust list.
#[derive(Default)]
struct TrustReader {
    list: Option<PathBuf>,
    pins: Vec<PathBuf>,
    seen: Option<PathBuf>,
}

impl TrustReader {
    fn read(&mut self, option: &str, reader: &mut Reader) -> Result<bool, UsageError> {
        match option {
            "--trust" => reader.path(&mut self.list, "--trust")?,
            "--pin" => self.pins.push(PathBuf::from(reader.value()?)),
            "--seen" => reader.path(&mut self.seen, "--seen")?,
            _ => return Ok(false),
        }
        Ok(true)
    }

    fn finish(self, reader: &Reader) -> Result<Option<TrustOptions>, UsageError> {
        let missing = |option| Err(reader.fault(UsageFault::MissingOption(option)));
        match self.list {
            Some(_) if self.pins.is_empty() => missing("--pin"),
            None if !self.pins.is_empty() || self.seen.is_some() => missing("--trust"),
            list => Ok(list.map(|list| TrustOptions {
                list,
                pins: self.pins,
                seen: self.seen,
            })),
        }
    }
}

pub(super) fn verify(reader: &mut Reader) -> Parsed {
    let (mut files, mut keys, mut policy, mut json) = (Vec::new(), Vec::new(), None, false);
    let (mut register, mut record) = (None, false);
    let (mut roots, mut lists) = (Vec::new(), Vec::new());
    let mut trust = TrustReader::default();
    while let Some(argument) = reader.next()? {
        match argument {
            Argument::Help => return Ok(Command::Help(Topic::Verify)),
            Argument::Option(option) => match option.as_str() {
                "--key" => keys.push(PathBuf::from(reader.value()?)),
                "--roots" => roots.push(PathBuf::from(reader.value()?)),
                "--crl" => lists.push(PathBuf::from(reader.value()?)),
                "--policy" => reader.text(&mut policy, "--policy")?,
                "--register" => reader.path(&mut register, "--register")?,
                "--record" => record = true,
                "--json" => json = true,
                other if trust.read(other, reader)? => {}
                _ => return Err(reader.unknown(option)),
            },
            Argument::Value(value) => files.push(PathBuf::from(value)),
        }
    }
    if files.is_empty() {
        return Err(reader.fault(UsageFault::MissingArgument("FILE")));
    }
    let trust = trust.finish(reader)?;
    if trust.is_none() && (policy.is_some() || register.is_some()) {
        return Err(reader.fault(UsageFault::MissingOption("--trust")));
    }
    if register.is_none() && record {
        return Err(reader.fault(UsageFault::MissingOption("--register")));
    }
    if roots.is_empty() && !lists.is_empty() {
        return Err(reader.fault(UsageFault::MissingOption("--roots")));
    }
    if trust.is_none() && keys.is_empty() && roots.is_empty() {
        return Err(reader.fault(UsageFault::MissingOption("--key")));
    }
    Ok(Command::Verify(Verify {
        files,
        keys,
        roots,
        lists,
        trust,
        policy: self::policy(reader, policy.as_deref())?,
        register,
        record,
        json,
    }))
}

fn policy(reader: &Reader, name: Option<&str>) -> Result<Policy, UsageError> {
    let policy = match name {
        Some(name) => Policy::from_name(name),
        None => Some(Policy::default()),
    };
    policy.ok_or_else(|| {
        reader.fault(UsageFault::BadValue {
            option: "--policy",
            allowed: "both, preparer-handwritten",
        })
    })
}

pub(super) fn sign(reader: &mut Reader) -> Parsed {
    let (mut submission, mut output) = (None, None);
    let (mut public_keys, mut passphrase_file, mut force) = (Vec::new(), None, false);
    let mut signer = SignerReader::default();
    let mut trust = TrustReader::default();
    while let Some(argument) = reader.next()? {
        match argument {
            Argument::Help => return Ok(Command::Help(Topic::Sign)),
            Argument::Option(option) => match option.as_str() {
                "-o" | "--output" => reader.path(&mut output, "-o")?,
                "--public-key" => public_keys.push(PathBuf::from(reader.value()?)),
                "--passphrase-file" => reader.path(&mut passphrase_file, "--passphrase-file")?,
                "--force" => force = true,
                other if signer.read(other, reader)? => {}
                other if trust.read(other, reader)? => {}
                _ => return Err(reader.unknown(option)),
            },
            Argument::Value(value) => only(reader, &mut submission, value)?,
        }
    }
    Ok(Command::Sign(Sign {
        submission: argument(reader, submission, "SUBMISSION")?,
        signing: required(reader, signer.finish(Role::DeputyHead, reader)?, "--key")?,
        output: required(reader, output, "-o")?,
        public_keys,
        trust: trust.finish(reader)?,
        passphrase_file,
        force,
    }))
}

pub(super) fn compare(reader: &mut Reader) -> Parsed {
    let (mut before, mut after) = (None, None);
    while let Some(argument) = reader.next()? {
        match argument {
            Argument::Help => return Ok(Command::Help(Topic::Compare)),
            Argument::Option(option) => return Err(reader.unknown(option)),
            Argument::Value(value) if before.is_none() => before = Some(PathBuf::from(value)),
            Argument::Value(value) => only(reader, &mut after, value)?,
        }
    }
    Ok(Command::Compare(Compare {
        before: argument(reader, before, "FILE")?,
        after: argument(reader, after, "FILE")?,
    }))
}

pub(super) fn revise(reader: &mut Reader) -> Parsed {
    let (mut submission, mut output) = (None, None);
    let (mut public_keys, mut force) = (Vec::new(), false);
    while let Some(argument) = reader.next()? {
        match argument {
            Argument::Help => return Ok(Command::Help(Topic::Revise)),
            Argument::Option(option) => match option.as_str() {
                "-o" | "--output" => reader.path(&mut output, "-o")?,
                "--public-key" => public_keys.push(PathBuf::from(reader.value()?)),
                "--force" => force = true,
                _ => return Err(reader.unknown(option)),
            },
            Argument::Value(value) => only(reader, &mut submission, value)?,
        }
    }
    Ok(Command::Revise(Revise {
        submission: argument(reader, submission, "SUBMISSION")?,
        output: required(reader, output, "-o")?,
        public_keys,
        force,
    }))
}

/// What stands behind `trust new`, `add` and the others.
#[derive(Default)]
struct TrustWords {
    list: Option<PathBuf>,
    output: Option<PathBuf>,
    key: Option<PathBuf>,
    passphrase_file: Option<PathBuf>,
    pins: Vec<PathBuf>,
    person: Option<String>,
    organization_id: Option<String>,
    roles: Vec<Role>,
    from: Option<String>,
    until: Option<String>,
    at: Option<String>,
    kid: Option<String>,
    reason: Option<String>,
    days: Option<String>,
    force: bool,
}

pub(super) fn trust(reader: &mut Reader) -> Parsed {
    let Some(verb) = reader.verb("new|add|revoke|sign|show")? else {
        return Ok(Command::Help(Topic::Trust));
    };
    let allowed: &[&str] = match verb.as_str() {
        "new" => &["-o"],
        "add" => &[
            "--key",
            "--person",
            "--organization-id",
            "--role",
            "--from",
            "--until",
        ],
        "revoke" => &["--kid", "--reason", "--at"],
        "sign" => &["-o", "--key", "--passphrase-file", "--days", "--force"],
        "show" => &["--pin"],
        _ => return Err(reader.unknown_verb("trust", &verb)),
    };
    let mut words = TrustWords::default();
    while let Some(argument) = reader.next_of(allowed)? {
        match argument {
            Argument::Help => return Ok(Command::Help(Topic::Trust)),
            Argument::Option(option) => words.read(&option, reader)?,
            Argument::Value(value) if verb == "new" => return Err(reader.too_many(&value)),
            Argument::Value(value) => only(reader, &mut words.list, value)?,
        }
    }
    words.action(&verb, reader).map(Command::Trust)
}

impl TrustWords {
    fn read(&mut self, option: &str, reader: &mut Reader) -> Result<(), UsageError> {
        match option {
            "-o" => reader.path(&mut self.output, "-o"),
            "--key" => reader.path(&mut self.key, "--key"),
            "--passphrase-file" => reader.path(&mut self.passphrase_file, "--passphrase-file"),
            "--person" => reader.text(&mut self.person, "--person"),
            "--organization-id" => reader.text(&mut self.organization_id, "--organization-id"),
            "--from" => reader.text(&mut self.from, "--from"),
            "--until" => reader.text(&mut self.until, "--until"),
            "--at" => reader.text(&mut self.at, "--at"),
            "--kid" => reader.text(&mut self.kid, "--kid"),
            "--reason" => reader.text(&mut self.reason, "--reason"),
            "--days" => reader.text(&mut self.days, "--days"),
            "--pin" => {
                self.pins.push(PathBuf::from(reader.value()?));
                Ok(())
            }
            "--role" => {
                let mut role = None;
                reader.text(&mut role, "--role")?;
                let allowed = "preparer, deputyHead";
                let role = role.as_deref().and_then(Role::from_name);
                self.roles.push(one_of(reader, role, "--role", allowed)?);
                Ok(())
            }
            _ => {
                self.force = true;
                Ok(())
            }
        }
    }

    fn action(self, verb: &str, reader: &Reader) -> Result<TrustAction, UsageError> {
        if verb == "new" {
            let output = required(reader, self.output, "-o")?;
            return Ok(TrustAction::New { output });
        }
        let list = argument(reader, self.list, "LIST")?;
        Ok(match verb {
            "add" => TrustAction::Add(TrustAdd {
                list,
                key: required(reader, self.key, "--key")?,
                person: required(reader, self.person, "--person")?,
                organization_id: required(reader, self.organization_id, "--organization-id")?,
                roles: some(reader, self.roles, "--role")?,
                from: date(reader, self.from, "--from")?,
                until: date(reader, self.until, "--until")?,
            }),
            "revoke" => TrustAction::Revoke(TrustRevoke {
                list,
                kid: kid(reader, self.kid)?,
                reason: reason(reader, self.reason)?,
                at: date(reader, self.at, "--at")?,
            }),
            "sign" => TrustAction::Sign(TrustSign {
                list,
                key: required(reader, self.key, "--key")?,
                output: required(reader, self.output, "-o")?,
                days: days(reader, self.days)?,
                passphrase_file: self.passphrase_file,
                force: self.force,
            }),
            _ => TrustAction::Show(TrustShow {
                list,
                pins: self.pins,
            }),
        })
    }
}

fn one_of<T>(
    reader: &Reader,
    value: Option<T>,
    option: &'static str,
    allowed: &'static str,
) -> Result<T, UsageError> {
    value.ok_or_else(|| reader.fault(UsageFault::BadValue { option, allowed }))
}

fn some<T>(reader: &Reader, values: Vec<T>, option: &'static str) -> Result<Vec<T>, UsageError> {
    let values = Some(values).filter(|values| !values.is_empty());
    required(reader, values, option)
}

fn date(
    reader: &Reader,
    text: Option<String>,
    option: &'static str,
) -> Result<Option<Date>, UsageError> {
    let read = |text: String| one_of(reader, Date::parse(&text), option, "2026-03-31");
    text.map(read).transpose()
}

fn kid(reader: &Reader, text: Option<String>) -> Result<KeyId, UsageError> {
    let text = required(reader, text, "--kid")?;
    one_of(reader, KeyId::parse(&text), "--kid", "RFC 7638")
}

fn reason(reader: &Reader, text: Option<String>) -> Result<RevocationReason, UsageError> {
    let text = required(reader, text, "--reason")?;
    let allowed =
        "keyCompromise, affiliationChanged, superseded, cessationOfOperation, privilegeWithdrawn";
    one_of(
        reader,
        RevocationReason::from_name(&text),
        "--reason",
        allowed,
    )
}

/// For how long a list counts: 30 days, if nothing is said.
fn days(reader: &Reader, text: Option<String>) -> Result<u16, UsageError> {
    let Some(text) = text else { return Ok(30) };
    let days = text.parse().ok().filter(|days| (1..=400).contains(days));
    one_of(reader, days, "--days", "1–400")
}
