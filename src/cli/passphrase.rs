//! Where a passphrase comes from: a file, the environment, or the terminal.

use std::path::Path;

use zeroize::Zeroizing;

use super::Terminal;
use super::failure::Failure;
use crate::i18n::{Message, cli as messages};
use crate::storage;

/// The passphrase of a key that is there.
pub(super) fn existing(
    file: Option<&Path>,
    terminal: &mut Terminal<'_>,
) -> Result<Zeroizing<String>, Failure> {
    match given(file, terminal)? {
        Some(passphrase) => Ok(passphrase),
        None => ask(&messages::ask_passphrase(), terminal),
    }
}

/// The passphrase of a new key; asked for twice, since a slip of the finger
/// would make the key useless.
pub(super) fn new(
    file: Option<&Path>,
    terminal: &mut Terminal<'_>,
) -> Result<Zeroizing<String>, Failure> {
    if let Some(passphrase) = given(file, terminal)? {
        return Ok(passphrase);
    }
    let first = ask(&messages::ask_new_passphrase(), terminal)?;
    let second = ask(&messages::ask_passphrase_again(), terminal)?;
    if first != second {
        return Err(Failure::PassphrasesDiffer);
    }
    Ok(first)
}

/// What the command line or the environment gives. Of a file it is the first
/// line, without its end.
fn given(
    file: Option<&Path>,
    terminal: &Terminal<'_>,
) -> Result<Option<Zeroizing<String>>, Failure> {
    let Some(file) = file else {
        return Ok(terminal.surroundings.passphrase.clone());
    };
    let text = Zeroizing::new(storage::read_text(file, storage::MAX_KEY_BYTES)?);
    let line = text.lines().next().unwrap_or_default();
    Ok(Some(Zeroizing::new(line.to_owned())))
}

fn ask(prompt: &Message, terminal: &mut Terminal<'_>) -> Result<Zeroizing<String>, Failure> {
    let prompt = format!("{} ", prompt.text(terminal.language()));
    (terminal.surroundings.ask)(&prompt)
        .map(Zeroizing::new)
        .map_err(Failure::NoPassphrase)
}
