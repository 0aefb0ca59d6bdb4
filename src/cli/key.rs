//! `key`: what can be done with a key that is there.

use std::path::{Path, PathBuf};

use chrono::{SecondsFormat, Utc};

use super::arguments::{KeyAction, KeyOutput, NewPassphrase};
use super::failure::Failure;
use super::keygen::{protection, tell_risks};
use super::{Exit, Terminal, passphrase};
use crate::export::layout::Sheet;
use crate::export::outputs::{self, OutputError};
use crate::i18n::{cli as messages, keys as words};
use crate::report::KeyPage;
use crate::response::{AnswerLanguages, hex};
use crate::storage::{self, StorageError};
use crate::submission::canonical::sha256;
use crate::submission::key::SigningKey;
use crate::submission::key_file::{KeyFile, KeyHolder};
use crate::submission::possession::{self, Possession, PossessionError};

pub(super) fn run(action: &KeyAction, terminal: &mut Terminal<'_>) -> Result<Exit, Failure> {
    match action {
        KeyAction::Passphrase {
            key,
            passphrase_file,
            new,
        } => change_passphrase(key, passphrase_file.as_deref(), new, terminal),
        KeyAction::Public(output) => public(output, terminal),
        KeyAction::Page {
            output,
            languages,
            sheet,
        } => page(output, *languages, *sheet, terminal),
        KeyAction::Prove { output, nonce } => prove(output, nonce.as_deref(), terminal),
        KeyAction::CheckProof {
            proof,
            nonce,
            public_key,
        } => check_proof(proof, nonce.as_deref(), public_key.as_deref(), terminal),
    }
}

fn change_passphrase(
    path: &Path,
    passphrase_file: Option<&Path>,
    new: &NewPassphrase,
    terminal: &mut Terminal<'_>,
) -> Result<Exit, Failure> {
    let key_file = KeyFile::parse(&storage::read_key_file(path)?)?;
    tell_risks(path, terminal)?;
    let old = passphrase::old(passphrase_file, terminal)?;
    // Before somebody writes down a new passphrase for nothing.
    terminal.note(&messages::progress_opening_key())?;
    let key = key_file.open(&old)?;
    let new = passphrase::changed(new, terminal)?;
    terminal.note(&words::progress_changing_passphrase())?;
    let protection = protection(terminal.surroundings.fill)?;
    let protected = key_file.protect_anew(&key, &new, &protection)?;
    storage::replace_secret(path, protected.as_bytes())?;
    storage::read_back(path, protected.as_bytes())?;
    terminal.say(&words::told_passphrase_changed(shown(path)))?;
    terminal.say(&words::told_old_copies())?;
    Ok(Exit::Good)
}

fn public(output: &KeyOutput, terminal: &mut Terminal<'_>) -> Result<Exit, Failure> {
    let (key, _) = open(output, terminal)?;
    let public_key = key.public_key();
    let jwk = public_key
        .to_jwk()
        .map_err(crate::submission::record::SealError::from)?;
    write(&output.output, &jwk, output.force, terminal)?;
    terminal.say(&words::proof_key(public_key.kid().as_str()))?;
    let fingerprint = public_key.kid().fingerprint().to_string();
    terminal.say(&words::proof_fingerprint(fingerprint))?;
    terminal.say(&words::told_no_secret())?;
    Ok(Exit::Good)
}

fn page(
    output: &KeyOutput,
    languages: AnswerLanguages,
    sheet: Sheet,
    terminal: &mut Terminal<'_>,
) -> Result<Exit, Failure> {
    let (key, holder) = open(output, terminal)?;
    terminal.note(&messages::progress_making_pdf())?;
    let page = KeyPage {
        key: &key.public_key(),
        holder: &holder,
        date: terminal.surroundings.now,
    };
    let pdf = outputs::key_page(page, languages, sheet).map_err(OutputError::from)?;
    write(&output.output, &pdf, output.force, terminal)?;
    terminal.say(&words::told_page_sign())?;
    Ok(Exit::Good)
}

fn prove(
    output: &KeyOutput,
    nonce: Option<&str>,
    terminal: &mut Terminal<'_>,
) -> Result<Exit, Failure> {
    let (key, holder) = open(output, terminal)?;
    let now = terminal.surroundings.now.with_timezone(&Utc);
    let proof = possession::prove(&key, &holder, now, nonce)?;
    write(&output.output, &proof, output.force, terminal)?;
    let fingerprint = key.public_key().kid().fingerprint().to_string();
    terminal.say(&words::proof_fingerprint(fingerprint))?;
    terminal.say(&words::told_no_secret())?;
    Ok(Exit::Good)
}

fn check_proof(
    proof: &Path,
    nonce: Option<&str>,
    public_key: Option<&Path>,
    terminal: &mut Terminal<'_>,
) -> Result<Exit, Failure> {
    refuse_existing(public_key, false)?;
    let bytes = storage::read_key_file(proof)?;
    let now = terminal.surroundings.now.with_timezone(&Utc);
    let found = match possession::check(&bytes, nonce, now) {
        Ok(found) => found,
        Err(error @ PossessionError::NotAProof) => return Err(error.into()),
        Err(error) => {
            terminal.note_pair(&error.message())?;
            return Ok(Exit::Findings);
        }
    };
    tell(&found, nonce, terminal)?;
    if let Some(path) = public_key {
        let jwk = found
            .key
            .to_jwk()
            .map_err(crate::submission::record::SealError::from)?;
        write(path, &jwk, false, terminal)?;
    }
    Ok(Exit::Good)
}

/// What the proof says, and what was not checked.
fn tell(
    found: &Possession,
    nonce: Option<&str>,
    terminal: &mut Terminal<'_>,
) -> Result<(), Failure> {
    let holder = &found.holder;
    terminal.say(&words::proof_good())?;
    terminal.say(&words::proof_person(
        holder.name.as_str(),
        holder.role.in_words(),
    ))?;
    if let Some(id) = &holder.organization_id {
        terminal.say(&words::proof_organization(id.as_str()))?;
    }
    let offset = *terminal.surroundings.now.offset();
    let made_at = found.made_at.with_timezone(&offset);
    let made_at = made_at.to_rfc3339_opts(SecondsFormat::Secs, true);
    terminal.say(&words::proof_made(made_at))?;
    if let Some(nonce) = &found.nonce {
        terminal.say(&words::proof_nonce(nonce.as_str()))?;
    }
    let kid = found.key.kid();
    terminal.say(&words::proof_key(kid.as_str()))?;
    terminal.say(&words::proof_fingerprint(kid.fingerprint().to_string()))?;
    terminal.say(&words::proof_not_checked())?;
    if nonce.is_none() {
        terminal.say(&words::proof_no_nonce())?;
    }
    Ok(())
}

/// Opens a key file, once it is clear that the output can be written.
fn open(
    output: &KeyOutput,
    terminal: &mut Terminal<'_>,
) -> Result<(SigningKey, KeyHolder), Failure> {
    refuse_existing(Some(&output.output), output.force)?;
    let key_file = KeyFile::parse(&storage::read_key_file(&output.key)?)?;
    let passphrase = passphrase::existing(output.passphrase_file.as_deref(), terminal)?;
    terminal.note(&messages::progress_opening_key())?;
    let key = key_file.open(&passphrase)?;
    Ok((key, key_file.holder().clone()))
}

fn refuse_existing(path: Option<&Path>, force: bool) -> Result<(), Failure> {
    match path {
        Some(path) if !force && storage::exists(path) => {
            let path = PathBuf::from(path);
            Err(StorageError::Exists { path }.into())
        }
        _ => Ok(()),
    }
}

fn write(
    path: &Path,
    bytes: &[u8],
    force: bool,
    terminal: &mut Terminal<'_>,
) -> Result<(), Failure> {
    storage::write_new(path, bytes, force)?;
    let bytes = storage::read_back(path, bytes)?;
    let digest = hex(&sha256(&bytes));
    Ok(terminal.say(&messages::file_written(shown(path), bytes.len(), digest))?)
}

fn shown(path: &Path) -> String {
    path.display().to_string()
}
