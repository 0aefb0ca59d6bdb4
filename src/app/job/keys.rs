//! Keys: 600,000 rounds of derivation are too long for the screen.

use std::path::{Path, PathBuf};

use chrono::{DateTime, FixedOffset, Utc};
use zeroize::Zeroizing;

use super::Control;
use crate::app::files::typed_path;
use crate::app::{ChangeForm, DrawnWords, KeptIn, KeyForm, KeyRequest, OpenedKey};
use crate::i18n::{Language, MessagePair};
use crate::questionnaire::Role;
use crate::storage::{self, FolderRisk, StorageError, Token, TokenChoice, read_key_file};
use crate::submission::key::{KeyError, SigningKey};
use crate::submission::key_file::{KeyFile, KeyHolder, Protection};
use crate::submission::key_source::{KeySource, SignsAs};
use crate::submission::{passphrase, record};

pub(super) fn open(
    request: &KeyRequest,
    now: DateTime<FixedOffset>,
) -> Result<OpenedKey, Box<(KeyRequest, MessagePair)>> {
    let opened = read(request).and_then(|opened| {
        let dates = opened.check_dates(now.with_timezone(&Utc));
        dates.map_err(|error| error.message())?;
        Ok(opened)
    });
    opened.map_err(|pair| {
        let request = KeyRequest {
            passphrase: Zeroizing::default(),
            ..request.clone()
        };
        Box::new((request, pair))
    })
}

fn read(request: &KeyRequest) -> Result<OpenedKey, MessagePair> {
    match request.kept_in {
        KeptIn::File => read_file(request),
        KeptIn::Token => on_token(request),
    }
}

fn on_token(request: &KeyRequest) -> Result<OpenedKey, MessagePair> {
    let given = |text: &str| Some(text.trim().to_owned()).filter(|text| !text.is_empty());
    let form = &request.token;
    let choice = TokenChoice {
        module: typed_path(&form.module).unwrap_or_default(),
        token_label: given(&form.label),
        key_label: given(&form.key_label),
    };
    let signs_as = SignsAs {
        role: request.role,
        name: given(&form.name),
    };
    let token = Token::find(&choice).map_err(|error| error.message())?;
    let opened = token.open(&request.passphrase, &signs_as);
    opened.map_err(|error| error.message())
}

fn read_file(request: &KeyRequest) -> Result<OpenedKey, MessagePair> {
    let path = Path::new(request.path.trim());
    let bytes = read_key_file(path).map_err(|error| error.message())?;
    let source = KeySource::read(&bytes).map_err(|error| error.message())?;
    let opened = source.open(&request.passphrase, &SignsAs::role(request.role));
    opened.map_err(|error| error.message())
}

pub(super) fn make(
    path: &Path,
    organization_id: Option<String>,
    form: &KeyForm,
    control: &Control,
) -> Result<(OpenedKey, Vec<FolderRisk>), MessagePair> {
    let public_path = public_path(path);
    // A key is never overwritten: what it signed could not be signed again.
    for path in [path, &public_path] {
        if storage::exists(path) {
            let path = path.to_path_buf();
            return Err(StorageError::Exists { path }.message());
        }
    }
    let fill = |bytes: &mut [u8]| getrandom::fill(bytes);
    let key = SigningKey::generate_for(form.algorithm, fill).map_err(|error| error.message())?;
    let holder = KeyHolder {
        name: form.name.trim().to_owned(),
        role: match form.role {
            Role::Preparer => record::Role::Preparer,
            Role::DeputyHead => record::Role::DeputyHead,
        },
        organization_id: organization_id.filter(|id| record::is_id(id)),
    };
    let passphrase = form.passphrase.chosen();
    let protected = KeyFile::protect(&key, &holder, passphrase, &protection()?)
        .map_err(|error| error.message())?;
    // The derivation cannot be interrupted, but nothing is written yet.
    if control.is_stopped() {
        return Err(super::given_up());
    }
    write(path, &public_path, &protected, &key).map_err(|error| error.message())?;
    Ok((OpenedKey { key, holder }, FolderRisk::of(path)))
}

/// Salt and vector must be new for every key file.
fn protection() -> Result<Protection, MessagePair> {
    let (mut salt, mut vector) = ([0; 16], [0; 16]);
    for bytes in [&mut salt, &mut vector] {
        let no_chance = |error| KeyError::Randomness(Box::new(error)).message();
        getrandom::fill(bytes).map_err(no_chance)?;
    }
    Ok(Protection::new(salt, vector))
}

/// Draws the words of a passphrase.
pub(super) fn draw(language: Language) -> Result<DrawnWords, MessagePair> {
    let words = passphrase::draw(language, getrandom::fill);
    words.map(DrawnWords).map_err(|error| error.message())
}

/// Puts a key file under another passphrase. Where anything fails, the file is
/// as it was.
pub(super) fn change_passphrase(
    form: &ChangeForm,
    control: &Control,
) -> Result<Vec<FolderRisk>, MessagePair> {
    let path = Path::new(form.path.trim());
    let bytes = read_key_file(path).map_err(|error| error.message())?;
    let file = KeyFile::parse(&bytes).map_err(|error| error.message())?;
    let key = file.open(&form.old).map_err(|error| error.message())?;
    if control.is_stopped() {
        return Err(super::given_up());
    }
    let protected = file
        .protect_anew(&key, form.new.chosen(), &protection()?)
        .map_err(|error| error.message())?;
    if control.is_stopped() {
        return Err(super::given_up());
    }
    let failed = |error: StorageError| error.message();
    storage::replace_secret(path, protected.as_bytes()).map_err(failed)?;
    storage::read_back(path, protected.as_bytes()).map_err(failed)?;
    Ok(FolderRisk::of(path))
}

fn write(
    path: &Path,
    public_path: &Path,
    file: &str,
    key: &SigningKey,
) -> Result<(), StorageError> {
    storage::write_secret(path, file.as_bytes())?;
    storage::read_back(path, file.as_bytes())?;
    // A public key is a few fixed members: it always has a canonical form.
    let jwk = key.public_key().to_jwk().unwrap_or_default();
    storage::write_new(public_path, &jwk, false)?;
    storage::read_back(public_path, &jwk).map(|_| ())
}

/// The public half stands beside the key: `KEY.pub.jwk`.
fn public_path(key: &Path) -> PathBuf {
    let mut name = key.as_os_str().to_owned();
    name.push(".pub.jwk");
    PathBuf::from(name)
}
