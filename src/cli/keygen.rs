//! `keygen`: a protected key, and its public half beside it.

use std::ffi::OsString;
use std::io;
use std::path::{Path, PathBuf};

use super::arguments::Keygen;
use super::failure::Failure;
use super::{Exit, Terminal, passphrase};
use crate::i18n::cli as messages;
use crate::storage::{self, FolderRisk, StorageError};
use crate::submission::key::{KeyError, SigningKey};
use crate::submission::key_file::{KeyFile, KeyHolder, Protection};

pub(super) fn run(keygen: &Keygen, terminal: &mut Terminal<'_>) -> Result<Exit, Failure> {
    let public_path = public_path(&keygen.output);
    // A key is never overwritten: what it signed could not be signed again.
    for path in [&keygen.output, &public_path] {
        if storage::exists(path) {
            let path = path.clone();
            return Err(Failure::KeyExists(StorageError::Exists { path }));
        }
    }
    let holder = KeyHolder {
        name: keygen.name.clone(),
        role: keygen.role,
        organization_id: keygen.organization_id.clone(),
    };
    let passphrase = passphrase::new(&keygen.passphrase, terminal)?;
    tell_risks(&keygen.output, terminal)?;
    terminal.note(&messages::progress_protecting_key())?;
    let random = terminal.surroundings.fill;
    let key = SigningKey::generate_for(keygen.algorithm, random)?;
    let protected = KeyFile::protect(&key, &holder, &passphrase, &protection(random)?)?;
    storage::write_secret(&keygen.output, protected.as_bytes())?;
    storage::read_back(&keygen.output, protected.as_bytes())?;
    let public_key = key.public_key();
    let jwk = public_key
        .to_jwk()
        .map_err(crate::submission::record::SealError::from)?;
    storage::write_new(&public_path, &jwk, false)?;
    storage::read_back(&public_path, &jwk)?;
    terminal.say(&messages::key_made(shown(&keygen.output)))?;
    terminal.say(&messages::key_public(shown(&public_path)))?;
    terminal.say(&messages::key_thumbprint(public_key.kid().as_str()))?;
    terminal.say(&messages::key_care())?;
    Ok(Exit::Good)
}

/// Says what speaks against the folder of a key file.
pub(super) fn tell_risks(key: &Path, terminal: &mut Terminal<'_>) -> io::Result<()> {
    for risk in FolderRisk::of(key) {
        terminal.note(&risk.message())?;
    }
    Ok(())
}

/// Salt and vector must be new for every key file.
pub(super) fn protection(random: fn(&mut [u8]) -> io::Result<()>) -> Result<Protection, KeyError> {
    let (mut salt, mut initialization_vector) = ([0; 16], [0; 16]);
    for bytes in [&mut salt, &mut initialization_vector] {
        random(bytes).map_err(|error| KeyError::Randomness(Box::new(error)))?;
    }
    Ok(Protection::new(salt, initialization_vector))
}

/// The public half stands beside the key: `KEY.pub.jwk`.
fn public_path(key: &Path) -> PathBuf {
    let mut name: OsString = key.as_os_str().to_owned();
    name.push(".pub.jwk");
    PathBuf::from(name)
}

fn shown(path: &Path) -> String {
    path.display().to_string()
}
