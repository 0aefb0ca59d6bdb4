//! Where a passphrase comes from: a file, the environment, the terminal, or
//! chance.

use std::path::Path;

use zeroize::Zeroizing;

use super::Terminal;
use super::arguments::NewPassphrase;
use super::failure::Failure;
use crate::i18n::{Message, cli as messages, keys};
use crate::storage;
use crate::submission::passphrase::{draw, is_same};

/// So often are other words drawn.
const MAX_DRAWS: usize = 100;

/// The passphrase of a key that is there.
pub(super) fn existing(
    file: Option<&Path>,
    terminal: &mut Terminal<'_>,
) -> Result<Zeroizing<String>, Failure> {
    asked(&messages::ask_passphrase(), file, terminal)
}

/// What opens a key: from where passphrases come, else asked for in these words.
pub(super) fn asked(
    prompt: &Message,
    file: Option<&Path>,
    terminal: &mut Terminal<'_>,
) -> Result<Zeroizing<String>, Failure> {
    match given(file, terminal)? {
        Some(passphrase) => Ok(passphrase),
        None => ask(prompt, terminal),
    }
}

/// The passphrase of a new key; asked for twice, since a slip of the finger
/// would make the key useless.
pub(super) fn new(
    from: &NewPassphrase,
    terminal: &mut Terminal<'_>,
) -> Result<Zeroizing<String>, Failure> {
    if *from == NewPassphrase::Asked
        && let Some(passphrase) = terminal.surroundings.passphrase.clone()
    {
        return Ok(passphrase);
    }
    changed(from, terminal)
}

/// The passphrase that a key gets in place of another. The one in the
/// environment is the other.
pub(super) fn changed(
    from: &NewPassphrase,
    terminal: &mut Terminal<'_>,
) -> Result<Zeroizing<String>, Failure> {
    match from {
        NewPassphrase::Words => words(terminal),
        NewPassphrase::File(file) => Ok(storage::read_passphrase(file)?),
        NewPassphrase::Asked => {
            let first = ask(&messages::ask_new_passphrase(), terminal)?;
            let second = ask(&messages::ask_passphrase_again(), terminal)?;
            confirmed(first, &second)
        }
    }
}

/// The passphrase that a key has so far, where it gets another.
pub(super) fn old(
    file: Option<&Path>,
    terminal: &mut Terminal<'_>,
) -> Result<Zeroizing<String>, Failure> {
    match given(file, terminal)? {
        Some(passphrase) => Ok(passphrase),
        None => ask(&keys::ask_old_passphrase(), terminal),
    }
}

/// Six words, in the language that is spoken. They are shown where the
/// passphrase is asked for, which is the terminal itself: the streams of the
/// program may lead into a file.
fn words(terminal: &mut Terminal<'_>) -> Result<Zeroizing<String>, Failure> {
    // A terminal that is gone could answer with nothing for ever.
    for _ in 0..MAX_DRAWS {
        let words = draw(terminal.language(), terminal.surroundings.fill)?;
        let typed = ask(&keys::ask_words(words.as_str()), terminal)?;
        if !typed.trim().is_empty() {
            return confirmed(words, typed.trim());
        }
    }
    Err(Failure::PassphrasesDiffer)
}

fn confirmed(first: Zeroizing<String>, second: &str) -> Result<Zeroizing<String>, Failure> {
    if is_same(&first, second) {
        Ok(first)
    } else {
        Err(Failure::PassphrasesDiffer)
    }
}

/// What the command line or the environment gives. Of a file it is the first
/// line, without its end.
fn given(
    file: Option<&Path>,
    terminal: &Terminal<'_>,
) -> Result<Option<Zeroizing<String>>, Failure> {
    match file {
        Some(file) => Ok(Some(storage::read_passphrase(file)?)),
        None => Ok(terminal.surroundings.passphrase.clone()),
    }
}

fn ask(prompt: &Message, terminal: &mut Terminal<'_>) -> Result<Zeroizing<String>, Failure> {
    let prompt = Zeroizing::new(format!("{} ", prompt.text(terminal.language())));
    (terminal.surroundings.ask)(&prompt)
        .map(Zeroizing::new)
        .map_err(Failure::NoPassphrase)
}
