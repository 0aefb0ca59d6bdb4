//! What an organization presets and locks: `probitas-policy.json`, beside the
//! program or in the folder of the system.
//!
//! It stands behind [`super::Preferences`], which decides what counts. Nothing
//! here fails: what of the file cannot be read is told, and the rest counts.
//! Left out on purpose: security. Whoever may start another copy of the program
//! may put another file beside it.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use serde::Deserialize;
use serde_json::{Map, Value};
use sha2::{Digest, Sha256};

use super::preferences::Choices;
use super::{Preferable, TrustForm};
use crate::i18n::{Message, cli, policy as messages};
use crate::response::hex;
use crate::storage;

/// The name of the format, without its minor version.
const FORMAT: &str = "probitas-policy/1.";
const NAME: &str = "probitas-policy/";

/// What an organization presets and locks, and what is wrong with its file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PolicyFile {
    path: Option<PathBuf>,
    /// Tells this state of the file from others.
    digest: String,
    preset: Choices,
    trust: Option<PresetTrust>,
    locked: BTreeSet<Preferable>,
    faults: Vec<Fault>,
}

/// Where trust list and root certificates are. A relative path begins in the
/// policy's folder.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct PresetTrust {
    list: String,
    pins: Vec<String>,
    roots: Vec<String>,
    revocations: Vec<String>,
}

/// What is wrong with a policy.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Fault {
    /// The system does not let it be read, or it is no text.
    Unreadable(Message),
    /// It is no JSON object.
    NotJson { line: usize, column: usize },
    /// It does not say that it is a policy.
    OtherFormat,
    /// It is one of a later major version, which may mean something else.
    TooNew(String),
    /// It has a member that this version does not know.
    UnknownMember(String),
    /// A member has a value that this version does not know.
    BadValue(String),
    /// Something is locked that this version does not know.
    UnknownLock(String),
    /// Something is locked for which nothing is preset.
    LockWithoutPreset(&'static str),
}

impl PolicyFile {
    /// Reads the first of these files that is there.
    #[must_use]
    pub fn read(paths: &[PathBuf]) -> Self {
        let Some((path, read)) = storage::read_policy(paths) else {
            return Self::default();
        };
        match read {
            Ok(text) => Self::from_json(path, &text),
            Err(error) => PolicyFile {
                digest: digest(&[&path.to_string_lossy(), &error.to_string()]),
                path: Some(path.to_path_buf()),
                faults: vec![Fault::Unreadable(error.message().problem)],
                ..Self::default()
            },
        }
    }

    /// Reads the content of the file at a path.
    #[must_use]
    pub fn from_json(path: &Path, text: &str) -> Self {
        let mut policy = PolicyFile {
            digest: digest(&[&path.to_string_lossy(), text]),
            path: Some(path.to_path_buf()),
            ..Self::default()
        };
        match serde_json::from_str::<Map<String, Value>>(text) {
            Ok(members) => policy.take(members),
            Err(error) => policy.faults.push(Fault::NotJson {
                line: error.line(),
                column: error.column(),
            }),
        }
        policy
    }

    fn take(&mut self, mut members: Map<String, Value>) {
        let format = members.remove("format");
        match format.as_ref().and_then(Value::as_str) {
            Some(format) if format.starts_with(FORMAT) => {}
            Some(format) if format.starts_with(NAME) => {
                return self.faults.push(Fault::TooNew(format.to_owned()));
            }
            _ => return self.faults.push(Fault::OtherFormat),
        }
        let mut preset = match members.remove("preset") {
            Some(Value::Object(preset)) => preset,
            None => Map::new(),
            Some(_) => {
                self.faults.push(Fault::BadValue("preset".to_owned()));
                Map::new()
            }
        };
        let named: Vec<String> = preset.keys().cloned().collect();
        self.preset = Choices::take_from(&mut preset);
        self.trust = super::preferences::take(&mut preset, "trust");
        for name in named {
            self.look_at_preset(name);
        }
        self.lock(members.remove("locked"));
        let unknown = members.into_iter().map(|(name, _)| name);
        self.faults.extend(unknown.map(Fault::UnknownMember));
    }

    /// What was named and is not preset now is wrong.
    fn look_at_preset(&mut self, name: String) {
        match Preferable::named(&name) {
            Some(what) if self.presets(what) => {}
            Some(_) => self.faults.push(Fault::BadValue(name)),
            None => self.faults.push(Fault::UnknownMember(name)),
        }
    }

    fn lock(&mut self, locked: Option<Value>) {
        let names = match locked {
            None => return,
            Some(Value::Array(names)) => names,
            Some(_) => return self.faults.push(Fault::BadValue("locked".to_owned())),
        };
        for name in names {
            let name = name
                .as_str()
                .map_or_else(|| name.to_string(), str::to_owned);
            match Preferable::named(&name) {
                None => self.faults.push(Fault::UnknownLock(name)),
                Some(what) if self.presets(what) => {
                    self.locked.insert(what);
                }
                Some(what) => self.faults.push(Fault::LockWithoutPreset(what.name())),
            }
        }
    }

    fn presets(&self, what: Preferable) -> bool {
        match what {
            Preferable::Language => self.preset.language.is_some(),
            Preferable::Theme => self.preset.theme.is_some(),
            Preferable::TextPercent => self.preset.text_percent.is_some(),
            Preferable::CaretBlink => self.preset.caret_blink.is_some(),
            Preferable::TypedQuotes => self.preset.typed_quotes.is_some(),
            Preferable::Renderer => self.preset.renderer.is_some(),
            Preferable::Paper => self.preset.paper.is_some(),
            Preferable::ShownOptions => self.preset.shown_options.is_some(),
            Preferable::Arrangement => self.preset.arrangement.is_some(),
            Preferable::Spelling => self.preset.spelling.is_some(),
            Preferable::Trust => {
                let trust = self.trust.as_ref();
                trust.is_some_and(|trust| !trust.list.is_empty() || !trust.roots.is_empty())
            }
        }
    }

    /// The file that counts; nothing where there is none.
    #[must_use]
    pub fn path(&self) -> Option<&Path> {
        self.path.as_deref()
    }

    /// Whether something was found to be wrong with the file.
    #[must_use]
    pub fn is_faulty(&self) -> bool {
        !self.faults.is_empty()
    }

    /// What is wrong with the file, and what to do: as it is told once.
    #[must_use]
    pub fn notice(&self) -> Vec<Message> {
        let Some(path) = self.path.as_ref().filter(|_| self.is_faulty()) else {
            return Vec::new();
        };
        let problem = messages::err_policy(path.display().to_string());
        let faults = self.faults.iter().map(|fault| cli::item(fault.message()));
        let hint = messages::hint_policy();
        [problem].into_iter().chain(faults).chain([hint]).collect()
    }

    /// Tells this state of the file from others, as text.
    pub(super) fn digest(&self) -> &str {
        &self.digest
    }

    pub(super) fn preset(&self) -> &Choices {
        &self.preset
    }

    /// The trust list and the root certificates, where they are preset.
    pub(super) fn trust(&self) -> Option<TrustForm> {
        let trust = self.trust.as_ref()?;
        let beside = |paths: &[String]| paths.iter().map(|path| self.beside(path)).collect();
        Some(TrustForm {
            list: match trust.list.as_str() {
                "" => String::new(),
                list => self.beside(list),
            },
            pins: beside(&trust.pins),
            roots: beside(&trust.roots),
            revocations: beside(&trust.revocations),
            ..TrustForm::default()
        })
    }

    fn beside(&self, path: &str) -> String {
        let folder = self.path.as_deref().and_then(Path::parent);
        folder.map_or_else(
            || path.to_owned(),
            |folder| folder.join(path).to_string_lossy().into_owned(),
        )
    }

    /// Whether the person may not decide this.
    #[must_use]
    pub fn locks(&self, what: Preferable) -> bool {
        self.locked.contains(&what)
    }
}

impl Fault {
    fn message(&self) -> Message {
        match self {
            Fault::Unreadable(problem) => problem.clone(),
            Fault::NotJson { line, column } => messages::not_json(*line, *column),
            Fault::OtherFormat => messages::other_format(),
            Fault::TooNew(format) => messages::too_new(shown(format)),
            Fault::UnknownMember(name) => messages::unknown_member(shown(name)),
            Fault::BadValue(name) => messages::bad_value(shown(name)),
            Fault::UnknownLock(name) => messages::unknown_lock(shown(name)),
            Fault::LockWithoutPreset(name) => messages::lock_without_preset(*name),
        }
    }
}

/// A name from the file, which may be anything, as far as it helps to find it.
fn shown(name: &str) -> String {
    const LONGEST: usize = 60;
    let visible = name.chars().filter(|letter| !letter.is_control());
    let mut shown: String = visible.take(LONGEST).collect();
    if name.chars().count() > LONGEST {
        shown.push('…');
    }
    shown
}

fn digest(parts: &[&str]) -> String {
    let mut hash = Sha256::new();
    for part in parts {
        hash.update(part.as_bytes());
        hash.update([0]);
    }
    hex(&hash.finalize())
}

#[cfg(test)]
mod tests;
