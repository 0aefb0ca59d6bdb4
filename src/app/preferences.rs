//! What a person prefers, kept from one start to the next.
//!
//! What counts is decided here and nowhere else: what the organization locked,
//! else what the person chose, else what the organization preset, else the
//! default. Only what the person chose is written.

mod choices;
mod kept;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use chrono::{DateTime, FixedOffset};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::{PolicyFile, RememberedTrust, TrustForm};
use crate::export::layout::Paper;
use crate::i18n::{Language, Localized};
use crate::report::{Arrangement, ShownOptions};
use crate::response::QuestionnaireResponse;
use crate::rules::Progress;
use crate::storage::{self, Places, StorageError};

pub(super) use choices::Choices;
pub use choices::Preferable;
pub(super) use kept::KeptPreferences;

const FORMAT: &str = "probitas-preferences/1.0";
/// How many drafts are remembered.
const MAX_RECENT: usize = 10;

/// What a person prefers.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Preferences {
    chosen: Choices,
    policy: PolicyFile,
    /// Where the trust list of an agency is, for whoever verifies with one, as
    /// the person named it; see [`Self::trust_in_force`].
    pub trust: RememberedTrust,
    /// The drafts that were opened or saved last, the newest first, at most ten.
    pub recent: Vec<RecentDraft>,
    /// What was told once and is not to be told again, by its digest.
    pub(super) told: BTreeSet<String>,
    /// Members of a newer version.
    unknown: Map<String, Value>,
}

/// The content of the file.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Written<'a> {
    format: &'static str,
    #[serde(flatten)]
    chosen: &'a Choices,
    trust: &'a RememberedTrust,
    recent: Vec<&'a RecentDraft>,
    #[serde(skip_serializing_if = "BTreeSet::is_empty")]
    told: &'a BTreeSet<String>,
    #[serde(flatten)]
    unknown: &'a Map<String, Value>,
}

/// The colours of the window.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Theme {
    /// Dark on white.
    Light,
    /// Light on dark.
    Dark,
    /// The strongest contrast.
    HighContrast,
    /// Light or dark, as the system is.
    #[default]
    FollowSystem,
}

/// What draws the window.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Renderer {
    /// The first that works.
    #[default]
    Automatic,
    /// The graphics interface of the system.
    Wgpu,
    /// No graphics card.
    Software,
    /// OpenGL.
    Glow,
}

/// A draft that was opened or saved not long ago, as it was then.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct RecentDraft {
    /// Where it is.
    pub path: PathBuf,
    /// The name of the organization; may be empty.
    pub organization: Localized,
    /// When it was changed last.
    pub modified_at: DateTime<FixedOffset>,
    /// How many questions were done.
    pub answered: usize,
    /// Of how many that applied.
    pub expected: usize,
}

/// One preference with its new value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Preference {
    /// The language of the window.
    Language(Language),
    /// The colours.
    Theme(Theme),
    /// The size of text in percent; what is below 100 or above 200 becomes that.
    TextPercent(u16),
    /// Whether the caret blinks.
    CaretBlink(bool),
    /// Whether straight quotation marks become those of the language as they
    /// are typed.
    TypedQuotes(bool),
    /// What draws the window; from the next start on.
    Renderer(Renderer),
    /// The paper of the printer.
    Paper(Paper),
    /// Which options of a choice are printed.
    ShownOptions(ShownOptions),
    /// Where the second language is printed.
    Arrangement(Arrangement),
    /// Whether the words of the answers are checked.
    Spelling(bool),
}

impl Preferences {
    /// Reads the preferences where they are kept, and what the organization
    /// says of them. Nothing here fails: what cannot be read is as if nobody
    /// had chosen anything, and a broken file is kept aside.
    #[must_use]
    pub fn read(places: &Places) -> Self {
        Self::read_own(places).under(PolicyFile::read(&places.policies))
    }

    fn read_own(places: &Places) -> Self {
        let own = places.preferences();
        let found =
            own.and_then(|path| Some((storage::read_preferences(&path).transpose()?, path)));
        let Some((read, path)) = found else {
            return Self::to_begin_with(places);
        };
        let read = read.ok().and_then(|text| Self::from_json(&text));
        read.unwrap_or_else(|| {
            // Where even this fails there is nothing left to do.
            storage::keep_aside(&path).unwrap_or_default();
            Self::default()
        })
    }

    /// What somebody who never chose anything begins with.
    fn to_begin_with(places: &Places) -> Self {
        let path = places.preferences_to_begin_with();
        let read = path.and_then(|path| storage::read_preferences(&path).ok().flatten());
        let mut read = read
            .and_then(|text| Self::from_json(&text))
            .unwrap_or_default();
        // The drafts and notices of somebody else.
        read.recent.clear();
        read.told.clear();
        read
    }

    /// The same preferences where an organization has a say.
    #[must_use]
    pub fn under(mut self, policy: PolicyFile) -> Self {
        self.policy = policy;
        self
    }

    /// Reads the file's content; nothing where it is no JSON object. A member
    /// with a value that this version does not know has its default.
    #[must_use]
    pub fn from_json(text: &str) -> Option<Self> {
        let mut members: Map<String, Value> = serde_json::from_str(text).ok()?;
        members.shift_remove("format");
        let recent: Vec<Value> = take(&mut members, "recent").unwrap_or_default();
        let recent = recent
            .into_iter()
            .filter_map(|value| serde_json::from_value(value).ok());
        Some(Preferences {
            chosen: Choices::take_from(&mut members),
            policy: PolicyFile::default(),
            trust: take(&mut members, "trust").unwrap_or_default(),
            recent: recent.take(MAX_RECENT).collect(),
            told: take(&mut members, "told").unwrap_or_default(),
            unknown: members,
        })
    }

    /// The file's content: what the person chose, and nothing that somebody
    /// else did.
    #[must_use]
    pub fn to_json(&self) -> String {
        let written = Written {
            format: FORMAT,
            chosen: &self.chosen,
            trust: &self.trust,
            // A path that is no Unicode text cannot stand in JSON: that draft
            // is not remembered.
            recent: self
                .recent
                .iter()
                .filter(|draft| draft.path.to_str().is_some())
                .collect(),
            told: &self.told,
            unknown: &self.unknown,
        };
        let mut json = serde_json::to_string_pretty(&written).unwrap_or_default();
        json.push('\n');
        json
    }

    /// Writes them to their file. What another window remembered there of a
    /// newer trust list stays: nobody can pass off an older one.
    pub(super) fn write(mut self, path: &Path) -> Result<(), StorageError> {
        let kept = storage::read_preferences(path).ok().flatten();
        if let Some(kept) = kept.and_then(|text| Self::from_json(&text)) {
            for (key, list) in kept.trust.seen {
                self.trust.remember_list(&key, list);
            }
        }
        storage::write_preferences(path, &self.to_json())
    }

    /// The language of the window; none where nobody ever chose it.
    #[must_use]
    pub fn language(&self) -> Option<Language> {
        self.in_force(Preferable::Language, |choices| choices.language)
    }

    /// The colours.
    #[must_use]
    pub fn theme(&self) -> Theme {
        self.in_force(Preferable::Theme, |choices| choices.theme)
            .unwrap_or_default()
    }

    /// The size of text in percent, 100 to 200; see [`Preference::TextPercent`].
    #[must_use]
    pub fn text_percent(&self) -> u16 {
        self.in_force(Preferable::TextPercent, |choices| choices.text_percent)
            .unwrap_or(100)
    }

    /// Whether the caret blinks.
    #[must_use]
    pub fn caret_blink(&self) -> bool {
        self.in_force(Preferable::CaretBlink, |choices| choices.caret_blink)
            .unwrap_or(true)
    }

    /// Whether straight quotation marks become those of the language as they
    /// are typed.
    #[must_use]
    pub fn typed_quotes(&self) -> bool {
        self.in_force(Preferable::TypedQuotes, |choices| choices.typed_quotes)
            .unwrap_or(true)
    }

    /// What draws the window.
    #[must_use]
    pub fn renderer(&self) -> Renderer {
        self.in_force(Preferable::Renderer, |choices| choices.renderer)
            .unwrap_or_default()
    }

    /// The paper of the printer.
    #[must_use]
    pub fn paper(&self) -> Paper {
        self.in_force(Preferable::Paper, |choices| choices.paper)
            .unwrap_or_default()
    }

    /// Which options of a choice are printed.
    #[must_use]
    pub fn shown_options(&self) -> ShownOptions {
        self.in_force(Preferable::ShownOptions, |choices| choices.shown_options)
            .unwrap_or_default()
    }

    /// Where the second language is printed.
    #[must_use]
    pub fn arrangement(&self) -> Arrangement {
        self.in_force(Preferable::Arrangement, |choices| choices.arrangement)
            .unwrap_or_default()
    }

    /// Whether the words of the answers are checked.
    #[must_use]
    pub fn spelling(&self) -> bool {
        self.in_force(Preferable::Spelling, |choices| choices.spelling)
            .unwrap_or(true)
    }

    /// The trust list of an agency and the root certificates that count, with
    /// the rule for most submissions.
    #[must_use]
    pub fn trust_in_force(&self) -> TrustForm {
        let mut counts = self.policy.trust().unwrap_or_default();
        if self.is_locked(Preferable::Trust) {
            return counts;
        }
        let own = self.trust.clone();
        if !own.list.is_empty() {
            (counts.list, counts.pins) = (own.list, own.pins);
        }
        if !own.roots.is_empty() {
            (counts.roots, counts.revocations) = (own.roots, own.revocations);
        }
        counts
    }

    /// Whether the organization decided it.
    #[must_use]
    pub fn is_locked(&self, what: Preferable) -> bool {
        self.policy.locks(what)
    }

    /// What the organization says.
    #[must_use]
    pub fn policy(&self) -> &PolicyFile {
        &self.policy
    }

    fn in_force<T>(&self, what: Preferable, of: impl Fn(&Choices) -> Option<T>) -> Option<T> {
        let preset = of(self.policy.preset());
        if self.is_locked(what) {
            return preset;
        }
        of(&self.chosen).or(preset)
    }

    /// Sets one of them, unless the organization did.
    pub fn set(&mut self, preference: Preference) {
        if !self.is_locked(preference.about()) {
            self.chosen.set(preference);
        }
    }

    /// Puts a draft first among the recent ones.
    pub fn remember(&mut self, draft: RecentDraft) {
        self.recent.retain(|other| other.path != draft.path);
        self.recent.insert(0, draft);
        self.recent.truncate(MAX_RECENT);
    }
}

impl RecentDraft {
    /// The draft at a path as it is now.
    #[must_use]
    pub fn new(path: PathBuf, response: &QuestionnaireResponse, progress: Progress) -> Self {
        RecentDraft {
            path,
            organization: response.organization().name.clone(),
            modified_at: response.modified_at(),
            answered: progress.done,
            expected: progress.expected,
        }
    }
}

/// Takes a member out; nothing where it is missing or not as expected.
pub(super) fn take<T: DeserializeOwned>(members: &mut Map<String, Value>, name: &str) -> Option<T> {
    // What stays keeps its order.
    serde_json::from_value(members.shift_remove(name)?).ok()
}

pub(super) fn within_limits(percent: u16) -> u16 {
    percent.clamp(100, 200)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn draft(path: &str) -> RecentDraft {
        RecentDraft {
            path: path.into(),
            organization: Localized::default(),
            modified_at: DateTime::parse_from_rfc3339("2024-11-15T09:00:00-05:00").unwrap(),
            answered: 9,
            expected: 13,
        }
    }

    #[test]
    fn preferences_are_read_as_they_were_written() {
        let mut preferences = Preferences::default();
        preferences.set(Preference::Language(Language::French));
        preferences.set(Preference::Theme(Theme::HighContrast));
        preferences.set(Preference::TextPercent(900));
        preferences.set(Preference::CaretBlink(false));
        preferences.set(Preference::Renderer(Renderer::Glow));
        preferences.set(Preference::Paper(Paper::A4));
        preferences.set(Preference::ShownOptions(ShownOptions::Selected));
        preferences.set(Preference::Arrangement(Arrangement::Facing));
        preferences.set(Preference::Spelling(false));
        preferences.remember(draft("/a/é.probitas"));
        preferences.trust.list = "/a/trust.json".to_owned();
        let digest = crate::submission::fingerprint::RecordDigest::new([7; 32]);
        let seen = crate::submission::trust::SeenList {
            sequence: 12,
            digest,
        };
        preferences.trust.seen.insert("a key".to_owned(), seen);
        assert_eq!(preferences.text_percent(), 200);
        assert_eq!(
            Preferences::from_json(&preferences.to_json()),
            Some(preferences)
        );
    }

    #[test]
    fn what_another_window_remembered_of_a_newer_trust_list_stays() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("preferences.json");
        let with = |sequence: u64| {
            let digest = crate::submission::fingerprint::RecordDigest::new([7; 32]);
            let list = crate::submission::trust::SeenList { sequence, digest };
            let mut preferences = Preferences::default();
            preferences.trust.remember_list("a key", list);
            preferences
        };
        let kept = || {
            let text = storage::read_preferences(&path).unwrap().unwrap();
            Preferences::from_json(&text).unwrap()
        };
        with(7).write(&path).unwrap();
        let mut other = with(5);
        other.set(Preference::Theme(Theme::Dark));
        other.write(&path).unwrap();
        assert_eq!(kept().trust.seen["a key"].sequence, 7);
        assert_eq!(kept().theme(), Theme::Dark);
        with(8).write(&path).unwrap();
        assert_eq!(kept().trust.seen["a key"].sequence, 8);
    }

    #[test]
    fn what_is_not_known_costs_only_its_own_member() {
        let text = r#"{"format": "probitas-preferences/9.9", "theme": "sepia", "textPercent": 150,
            "caretBlink": "often", "recent": [7], "later": {"kept": true}}"#;
        let read = Preferences::from_json(text).unwrap();
        assert_eq!(read.theme(), Theme::FollowSystem);
        assert_eq!(read.text_percent(), 150);
        assert!(read.caret_blink() && read.recent.is_empty());
        assert!(read.to_json().contains("\"kept\": true"));
        assert_eq!(Preferences::from_json("[]"), None);
    }

    #[test]
    fn the_newest_ten_drafts_are_remembered_once_each() {
        let mut preferences = Preferences::default();
        for number in 0..12 {
            preferences.remember(draft(&format!("/{number}")));
        }
        preferences.remember(draft("/5"));
        let paths: Vec<_> = preferences.recent.iter().map(|draft| &draft.path).collect();
        assert_eq!(paths.len(), 10);
        assert_eq!(paths[0], &PathBuf::from("/5"));
        assert_eq!(paths.iter().filter(|path| **path == paths[0]).count(), 1);
    }

    #[test]
    fn a_broken_file_is_kept_aside() {
        let folder = tempfile::tempdir().unwrap();
        let places = Places::inside(folder.path());
        let path = places.preferences().unwrap();
        storage::write_preferences(&path, "{ broken").unwrap();
        assert_eq!(Preferences::read(&places), Preferences::default());
        assert!(!storage::exists(&path));
        let aside = path.with_extension("json.broken");
        assert!(storage::exists(&aside));
    }
}
