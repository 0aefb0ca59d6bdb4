//! Keys: 600,000 rounds of derivation are too long for the screen.

use std::path::Path;

use zeroize::Zeroizing;

use crate::app::keys::key_file_message;
use crate::app::{KeyForm, KeyRequest, OpenedKey};
use crate::i18n::{MessagePair, window};
use crate::questionnaire::Role;
use crate::storage::{read_key_file, write_new, write_secret};
use crate::submission::key::SigningKey;
use crate::submission::key_file::{KeyFile, KeyHolder, Protection};
use crate::submission::record;

pub(super) fn open(request: &KeyRequest) -> Result<OpenedKey, (KeyRequest, MessagePair)> {
    read(request).map_err(|pair| {
        let request = KeyRequest {
            path: request.path.clone(),
            passphrase: Zeroizing::default(),
        };
        (request, pair)
    })
}

fn read(request: &KeyRequest) -> Result<OpenedKey, MessagePair> {
    let path = Path::new(request.path.trim());
    let bytes = read_key_file(path).map_err(|error| error.message())?;
    let file = KeyFile::parse(&bytes).map_err(|error| key_file_message(&error))?;
    let key = file
        .open(&request.passphrase)
        .map_err(|error| key_file_message(&error))?;
    Ok(OpenedKey {
        key,
        holder: file.holder().clone(),
    })
}

pub(super) fn make(
    path: &Path,
    organization_id: Option<String>,
    form: &KeyForm,
) -> Result<OpenedKey, MessagePair> {
    let no_chance = || MessagePair::new(window::err_no_random(), window::hint_no_random());
    let key = SigningKey::generate(|bytes| getrandom::fill(bytes))
        .map_err(|_no_random_bytes| no_chance())?;
    let mut salt = [0; 16];
    let mut vector = [0; 16];
    getrandom::fill(&mut salt).map_err(|_| no_chance())?;
    getrandom::fill(&mut vector).map_err(|_| no_chance())?;
    let holder = KeyHolder {
        name: form.name.trim().to_owned(),
        role: match form.role {
            Role::Preparer => record::Role::Preparer,
            Role::DeputyHead => record::Role::DeputyHead,
        },
        organization_id: organization_id.filter(|id| record::is_id(id)),
    };
    let protection = Protection::new(salt, vector);
    let file = KeyFile::protect(&key, &holder, &form.passphrase, &protection)
        .map_err(|error| key_file_message(&error))?;
    write_secret(path, file.as_bytes()).map_err(|error| error.message())?;
    write_public(path, &key)?;
    Ok(OpenedKey { key, holder })
}

/// The public key beside the protected one, `KEY.pub.jwk`.
fn write_public(path: &Path, key: &SigningKey) -> Result<(), MessagePair> {
    let mut name = path.as_os_str().to_owned();
    name.push(".pub.jwk");
    let not_written = |_| MessagePair::new(window::err_not_a_key(), window::hint_not_a_key());
    let jwk = key.public_key().to_jwk().map_err(not_written)?;
    write_new(Path::new(&name), &jwk, true).map_err(|error| error.message())
}
