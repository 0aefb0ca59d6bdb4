//! What a run reads of the world: once, at its start.

use std::env;
use std::io;

use chrono::{DateTime, FixedOffset};
use zeroize::Zeroizing;

use crate::app::{PolicyFile, Preferences};
use crate::i18n::Language;
use crate::release::ReleaseKey;
use crate::storage::Places;

/// Clock, randomness, language and passphrase of a run.
pub struct Surroundings {
    /// The language that is spoken unless `--lang` names another.
    pub language: Language,
    /// The time of the run, with the offset of the place.
    pub now: DateTime<FixedOffset>,
    /// The passphrase in the environment, if there is one.
    pub passphrase: Option<Zeroizing<String>>,
    /// The key of the makers of the program, if it was built with one.
    pub release_key: Option<ReleaseKey>,
    /// Asks for a passphrase, which must not be shown while it is typed.
    pub ask: fn(prompt: &str) -> io::Result<String>,
    /// Fills bytes from the system's random source.
    pub fill: fn(&mut [u8]) -> io::Result<()>,
}

impl Surroundings {
    /// What this process is given by the system.
    #[must_use]
    #[expect(
        clippy::disallowed_methods,
        reason = "the one place of the terminal program that reads the clock"
    )]
    pub fn of_process() -> Self {
        let passphrase = env::var_os("PROBITAS_PASSPHRASE");
        Surroundings {
            language: set_language()
                .unwrap_or_else(|| language(|name| env::var(name).ok(), sys_locale::get_locale)),
            now: chrono::Local::now().fixed_offset(),
            passphrase: passphrase
                .and_then(|passphrase| passphrase.into_string().ok())
                .map(Zeroizing::new),
            release_key: ReleaseKey::built_in(),
            ask: |prompt| rpassword::prompt_password(prompt),
            fill: |bytes| {
                getrandom::fill(bytes).map_err(|error| io::Error::other(error.to_string()))
            },
        }
    }
}

/// The language that the organization set. What is wrong with its file is told
/// by the window, where somebody can read it once.
fn set_language() -> Option<Language> {
    let policy = PolicyFile::read(&Places::policies_of_process());
    Preferences::default().under(policy).language()
}

/// The language of the environment: the first of the variables that is set
/// decides, as POSIX has it; else the system's own setting; else English.
fn language(
    variable: impl Fn(&str) -> Option<String>,
    system: impl FnOnce() -> Option<String>,
) -> Language {
    ["LC_ALL", "LC_MESSAGES", "LANG"]
        .into_iter()
        .filter_map(variable)
        .find(|value| !value.is_empty())
        .or_else(system)
        .and_then(|locale| Language::from_locale(&locale))
        .unwrap_or(Language::English)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(variables: &[(&str, &str)], system: Option<&str>) -> Language {
        let variable = |name: &str| {
            let found = variables.iter().find(|(key, _)| *key == name);
            found.map(|(_, value)| (*value).to_owned())
        };
        language(variable, || system.map(str::to_owned))
    }

    #[test]
    fn the_first_variable_that_is_set_decides() {
        let both = [("LANG", "en_CA.UTF-8"), ("LC_MESSAGES", "fr_CA.UTF-8")];
        assert_eq!(of(&both, None), Language::French);
        let empty = [("LC_ALL", ""), ("LANG", "fr_CA")];
        assert_eq!(of(&empty, Some("en")), Language::French);
        let all = [("LC_ALL", "C"), ("LANG", "fr_CA")];
        assert_eq!(of(&all, Some("fr")), Language::English);
    }

    #[test]
    fn without_variables_the_system_decides() {
        assert_eq!(of(&[], Some("fr-CA")), Language::French);
        assert_eq!(of(&[], None), Language::English);
    }
}
