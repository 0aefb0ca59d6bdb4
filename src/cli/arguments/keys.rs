//! The arguments of the commands about keys.

use std::path::PathBuf;

use super::super::usage::{UsageError, UsageFault};
use super::commands::{Parsed, argument, only, required};
use super::printing::Printing;
use super::{Argument, Command, KeyAction, KeyOutput, Keygen, NewPassphrase, Reader, Topic};
use crate::questionnaire::Role;
use crate::response::AnswerLanguages;
use crate::submission::key::Algorithm;

/// The options that say where a new passphrase comes from.
#[derive(Default)]
struct PassphraseReader {
    file: Option<PathBuf>,
    words: bool,
}

impl PassphraseReader {
    fn read(
        &mut self,
        option: &str,
        file: &'static str,
        reader: &mut Reader,
    ) -> Result<bool, UsageError> {
        match option {
            "--passphrase-words" => self.words = true,
            other if other == file => reader.path(&mut self.file, file)?,
            _ => return Ok(false),
        }
        Ok(true)
    }

    fn finish(self, reader: &Reader) -> Result<NewPassphrase, UsageError> {
        match (self.words, self.file) {
            (true, Some(_)) => {
                Err(reader.fault(UsageFault::TooMany("--passphrase-words".to_owned())))
            }
            (true, None) => Ok(NewPassphrase::Words),
            (false, Some(file)) => Ok(NewPassphrase::File(file)),
            (false, None) => Ok(NewPassphrase::Asked),
        }
    }
}

pub(super) fn keygen(reader: &mut Reader) -> Parsed {
    let (mut output, mut passphrase) = (None, PassphraseReader::default());
    let (mut name, mut role, mut algorithm, mut organization_id) = (None, None, None, None);
    while let Some(argument) = reader.next()? {
        match argument {
            Argument::Help => return Ok(Command::Help(Topic::Keygen)),
            Argument::Option(option) => match option.as_str() {
                "-o" | "--output" => reader.path(&mut output, "-o")?,
                "--name" => reader.text(&mut name, "--name")?,
                "--role" => reader.text(&mut role, "--role")?,
                "--algorithm" => reader.text(&mut algorithm, "--algorithm")?,
                "--organization-id" => reader.text(&mut organization_id, "--organization-id")?,
                other if passphrase.read(other, "--passphrase-file", reader)? => {}
                _ => return Err(reader.unknown(option)),
            },
            Argument::Value(other) => return Err(reader.too_many(&other)),
        }
    }
    let role = Role::from_name(role.as_deref().unwrap_or(Role::Preparer.name()));
    let bad_role = UsageFault::BadValue {
        option: "--role",
        allowed: "preparer, deputyHead",
    };
    let algorithm = match algorithm.as_deref() {
        Some(name) => Algorithm::from_name(name),
        None => Some(Algorithm::default()),
    };
    let bad_algorithm = UsageFault::BadValue {
        option: "--algorithm",
        allowed: "ES256, ES384, Ed25519",
    };
    Ok(Command::Keygen(Keygen {
        output: required(reader, output, "-o")?,
        name: required(reader, name, "--name")?,
        role: role.ok_or_else(|| reader.fault(bad_role))?,
        algorithm: algorithm.ok_or_else(|| reader.fault(bad_algorithm))?,
        organization_id,
        passphrase: passphrase.finish(reader)?,
    }))
}

pub(super) fn key(reader: &mut Reader) -> Parsed {
    let Some(verb) = reader.verb("passphrase|public|page|prove|check-proof")? else {
        return Ok(Command::Help(Topic::Key));
    };
    match verb.as_str() {
        "passphrase" => change_passphrase(reader),
        "public" | "page" | "prove" => output(reader, &verb),
        "check-proof" => check_proof(reader),
        _ => Err(reader.unknown_verb("key", &verb)),
    }
}

fn change_passphrase(reader: &mut Reader) -> Parsed {
    let (mut key, mut passphrase_file) = (None, None);
    let mut new = PassphraseReader::default();
    while let Some(argument) = reader.next()? {
        match argument {
            Argument::Help => return Ok(Command::Help(Topic::Key)),
            Argument::Option(option) => match option.as_str() {
                "--passphrase-file" => reader.path(&mut passphrase_file, "--passphrase-file")?,
                other if new.read(other, "--new-passphrase-file", reader)? => {}
                _ => return Err(reader.unknown(option)),
            },
            Argument::Value(value) => only(reader, &mut key, value)?,
        }
    }
    Ok(Command::Key(KeyAction::Passphrase {
        key: argument(reader, key, "KEY")?,
        passphrase_file,
        new: new.finish(reader)?,
    }))
}

/// `public`, `page` and `prove`, which open a key and write a file.
fn output(reader: &mut Reader, action: &str) -> Parsed {
    let (mut key, mut output, mut passphrase_file) = (None, None, None);
    let (mut nonce, mut languages, mut force) = (None, None, false);
    let mut printing = Printing::default();
    while let Some(argument) = reader.next()? {
        match argument {
            Argument::Help => return Ok(Command::Help(Topic::Key)),
            Argument::Option(option) => match option.as_str() {
                "-o" | "--output" => reader.path(&mut output, "-o")?,
                "--passphrase-file" => reader.path(&mut passphrase_file, "--passphrase-file")?,
                "--force" => force = true,
                "--nonce" if action == "prove" => reader.text(&mut nonce, "--nonce")?,
                "--pdf" if action == "page" => reader.languages(&mut languages, "--pdf")?,
                "--paper" | "--large-print" if action == "page" => {
                    printing.read(&option, reader)?;
                }
                _ => return Err(reader.unknown(option)),
            },
            Argument::Value(value) => only(reader, &mut key, value)?,
        }
    }
    let output = KeyOutput {
        key: argument(reader, key, "KEY")?,
        output: required(reader, output, "-o")?,
        passphrase_file,
        force,
    };
    Ok(Command::Key(match action {
        "page" => KeyAction::Page {
            output,
            languages: languages.unwrap_or(AnswerLanguages::Both),
            sheet: printing.settings.sheet,
        },
        "prove" => KeyAction::Prove { output, nonce },
        _ => KeyAction::Public(output),
    }))
}

fn check_proof(reader: &mut Reader) -> Parsed {
    let (mut proof, mut nonce, mut public_key) = (None, None, None);
    while let Some(argument) = reader.next()? {
        match argument {
            Argument::Help => return Ok(Command::Help(Topic::Key)),
            Argument::Option(option) => match option.as_str() {
                "-o" | "--output" => reader.path(&mut public_key, "-o")?,
                "--nonce" => reader.text(&mut nonce, "--nonce")?,
                _ => return Err(reader.unknown(option)),
            },
            Argument::Value(value) => only(reader, &mut proof, value)?,
        }
    }
    Ok(Command::Key(KeyAction::CheckProof {
        proof: argument(reader, proof, "PROOF")?,
        nonce,
        public_key,
    }))
}
