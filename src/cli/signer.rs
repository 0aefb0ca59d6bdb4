//! The key that signs: from a key file, from a certificate file, or on a token.

use std::path::Path;

use chrono::Utc;

use super::Terminal;
use super::arguments::{SigningSource, SigningWith};
use super::failure::Failure;
use super::passphrase;
use crate::i18n::{certificates as words, cli as messages};
use crate::storage::{self, Token};
use crate::submission::key_source::{
    CertificateFileError, KeySource, KeySourceError, OpenedKey, SignsAs,
};

/// Opens it, asking for its passphrase or PIN. Who signs is told where the key
/// itself does not say it.
pub(super) fn open(
    with: &SigningWith,
    passphrase_file: Option<&Path>,
    terminal: &mut Terminal<'_>,
) -> Result<OpenedKey, Failure> {
    let signs_as = SignsAs {
        role: with.role,
        name: with.name.clone(),
    };
    let opened = match &with.source {
        SigningSource::KeyFile(path) | SigningSource::Certificate(path) => {
            let source = match (
                KeySource::read(&storage::read_key_file(path)?),
                &with.source,
            ) {
                // Whatever else it is, no certificate file was given.
                (
                    Ok(KeySource::KeyFile(_)) | Err(KeySourceError::KeyFile(_)),
                    SigningSource::Certificate(_),
                ) => Err(CertificateFileError::Damaged.into()),
                (read, _) => read,
            }?;
            let passphrase = passphrase::existing(passphrase_file, terminal)?;
            terminal.note(&messages::progress_opening_key())?;
            let opened = source.open(&passphrase, &signs_as)?;
            if matches!(source, KeySource::KeyFile(_)) {
                return Ok(opened);
            }
            opened
        }
        SigningSource::Token(choice) => {
            let token = Token::find(choice)?;
            let ask = words::ask_pin(token.label());
            let pin = passphrase::asked(&ask, passphrase_file, terminal)?;
            terminal.note(&words::progress_token(token.label()))?;
            token.open(&pin, &signs_as)?
        }
    };
    let now = terminal.surroundings.now.with_timezone(&Utc);
    opened.check_dates(now).map_err(KeySourceError::from)?;
    let role = opened.holder.role.in_words();
    terminal.note(&words::signs_as(opened.name(), role))?;
    Ok(opened)
}
