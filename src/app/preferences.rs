//! What a person prefers, kept from one start to the next.

use std::path::PathBuf;

use chrono::{DateTime, FixedOffset};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::job::Job;
use super::{RememberedTrust, Request, Session};
use crate::export::layout::Paper;
use crate::i18n::{Language, Localized, MessagePair};
use crate::report::{Arrangement, ShownOptions};
use crate::response::QuestionnaireResponse;
use crate::rules::Progress;
use crate::storage::{self, Places};

const FORMAT: &str = "probitas-preferences/1.0";
/// How many drafts are remembered.
const MAX_RECENT: usize = 10;

/// What a person prefers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Preferences {
    format: &'static str,
    /// The language of the window; none where it was never chosen.
    pub language: Option<Language>,
    /// The colours.
    pub theme: Theme,
    /// The size of text in percent, 100 to 200; see [`Preference::TextPercent`].
    pub text_percent: u16,
    /// Whether the caret blinks.
    pub caret_blink: bool,
    /// What draws the window.
    pub renderer: Renderer,
    /// The paper of the printer.
    pub paper: Paper,
    /// Which options of a choice are printed.
    pub shown_options: ShownOptions,
    /// Where the second language is printed.
    pub arrangement: Arrangement,
    /// Where the trust list of an agency is, for whoever verifies with one.
    pub trust: RememberedTrust,
    /// The drafts that were opened or saved last, the newest first, at most ten.
    pub recent: Vec<RecentDraft>,
    /// Members of a newer version.
    #[serde(flatten)]
    unknown: Map<String, Value>,
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
    /// What draws the window; from the next start on.
    Renderer(Renderer),
    /// The paper of the printer.
    Paper(Paper),
    /// Which options of a choice are printed.
    ShownOptions(ShownOptions),
    /// Where the second language is printed.
    Arrangement(Arrangement),
}

impl Default for Preferences {
    fn default() -> Self {
        Preferences {
            format: FORMAT,
            language: None,
            theme: Theme::default(),
            text_percent: 100,
            caret_blink: true,
            renderer: Renderer::default(),
            paper: Paper::default(),
            shown_options: ShownOptions::default(),
            arrangement: Arrangement::default(),
            trust: RememberedTrust::default(),
            recent: Vec::new(),
            unknown: Map::new(),
        }
    }
}

impl Preferences {
    /// Reads the preferences where they are kept. Nothing here fails: what
    /// cannot be read is as if nobody had chosen anything, and a broken file
    /// is kept aside.
    #[must_use]
    pub fn read(places: &Places) -> Self {
        let Some(path) = places.preferences() else {
            return Self::default();
        };
        let read = match storage::read_preferences(&path) {
            Ok(None) => return Self::default(),
            Ok(Some(text)) => Self::from_json(&text),
            Err(_) => None,
        };
        read.unwrap_or_else(|| {
            // Where even this fails there is nothing left to do.
            storage::keep_aside(&path).unwrap_or_default();
            Self::default()
        })
    }

    /// Reads the file's content; nothing where it is no JSON object. A member
    /// with a value that this version does not know has its default.
    #[must_use]
    pub fn from_json(text: &str) -> Option<Self> {
        let mut members: Map<String, Value> = serde_json::from_str(text).ok()?;
        let default = Self::default();
        members.remove("format");
        let recent: Vec<Value> = take(&mut members, "recent").unwrap_or_default();
        let recent = recent
            .into_iter()
            .filter_map(|value| serde_json::from_value(value).ok());
        Some(Preferences {
            format: FORMAT,
            language: take(&mut members, "language"),
            theme: take(&mut members, "theme").unwrap_or_default(),
            text_percent: take(&mut members, "textPercent")
                .map_or(default.text_percent, within_limits),
            caret_blink: take(&mut members, "caretBlink").unwrap_or(default.caret_blink),
            renderer: take(&mut members, "renderer").unwrap_or_default(),
            paper: take(&mut members, "paper").unwrap_or_default(),
            shown_options: take(&mut members, "shownOptions").unwrap_or_default(),
            arrangement: take(&mut members, "arrangement").unwrap_or_default(),
            trust: take(&mut members, "trust").unwrap_or_default(),
            recent: recent.take(MAX_RECENT).collect(),
            unknown: members,
        })
    }

    /// The file's content.
    #[must_use]
    pub fn to_json(&self) -> String {
        // A path that is no Unicode text cannot stand in JSON: that draft is
        // not remembered.
        let mut writable = self.clone();
        writable
            .recent
            .retain(|draft| draft.path.to_str().is_some());
        let mut json = serde_json::to_string_pretty(&writable).unwrap_or_default();
        json.push('\n');
        json
    }

    /// Sets one of them.
    pub fn set(&mut self, preference: Preference) {
        match preference {
            Preference::Language(language) => self.language = Some(language),
            Preference::Theme(theme) => self.theme = theme,
            Preference::TextPercent(percent) => self.text_percent = within_limits(percent),
            Preference::CaretBlink(blink) => self.caret_blink = blink,
            Preference::Renderer(renderer) => self.renderer = renderer,
            Preference::Paper(paper) => self.paper = paper,
            Preference::ShownOptions(options) => self.shown_options = options,
            Preference::Arrangement(arrangement) => self.arrangement = arrangement,
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
fn take<T: DeserializeOwned>(members: &mut Map<String, Value>, name: &str) -> Option<T> {
    serde_json::from_value(members.remove(name)?).ok()
}

fn within_limits(percent: u16) -> u16 {
    percent.clamp(100, 200)
}

/// The preferences in a session, and whether they are being written.
#[derive(Debug, Default)]
pub(super) struct KeptPreferences {
    pub(super) value: Preferences,
    pub(super) places: Places,
    writing: Writing,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Writing {
    #[default]
    Idle,
    Running,
    /// Something changed while the last state was being written.
    RunningAndStale,
}

impl KeptPreferences {
    pub(super) fn new(value: Preferences) -> Self {
        KeptPreferences {
            value,
            ..KeptPreferences::default()
        }
    }

    /// Whether everything is written.
    pub(super) fn is_idle(&self) -> bool {
        self.writing == Writing::Idle
    }
}

impl Session {
    /// What the person prefers.
    #[must_use]
    pub fn preferences(&self) -> &Preferences {
        &self.preferences.value
    }

    pub(super) fn set_preference(&mut self, preference: Preference) {
        self.preferences.value.set(preference);
        if let Preference::Language(language) = preference {
            self.language = language;
        }
        // What is printed may look different now.
        self.printed.forget();
        self.write_preferences();
    }

    /// The draft was opened or saved here.
    pub(super) fn remember_draft(&mut self, path: PathBuf) {
        let progress = self.evaluation.progress(self.questionnaire());
        let draft = RecentDraft::new(path, &self.response, progress);
        self.preferences.value.remember(draft);
        self.write_preferences();
    }

    pub(super) fn write_preferences(&mut self) {
        let Some(path) = self.preferences.places.preferences() else {
            return;
        };
        if self.preferences.writing == Writing::Idle {
            self.preferences.writing = Writing::Running;
            let json = self.preferences.value.to_json();
            self.request(Request::Work(Job::WritePreferences { path, json }));
        } else {
            self.preferences.writing = Writing::RunningAndStale;
        }
    }

    /// A failure is told: whoever chose something should know that the next
    /// start will not.
    pub(super) fn preferences_written(&mut self, outcome: Result<(), MessagePair>) {
        let before = std::mem::take(&mut self.preferences.writing);
        if before == Writing::RunningAndStale {
            self.write_preferences();
        } else if let Err(pair) = outcome {
            self.status.get_or_insert(pair.into());
        }
        self.close_when_idle();
    }
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
        preferences.remember(draft("/a/é.probitas"));
        preferences.trust.list = "/a/trust.json".to_owned();
        let digest = crate::submission::fingerprint::RecordDigest::new([7; 32]);
        let seen = crate::submission::trust::SeenList {
            sequence: 12,
            digest,
        };
        preferences.trust.seen.insert("a key".to_owned(), seen);
        assert_eq!(preferences.text_percent, 200);
        assert_eq!(
            Preferences::from_json(&preferences.to_json()),
            Some(preferences)
        );
    }

    #[test]
    fn what_is_not_known_costs_only_its_own_member() {
        let text = r#"{"format": "probitas-preferences/9.9", "theme": "sepia", "textPercent": 150,
            "caretBlink": "often", "recent": [7], "later": {"kept": true}}"#;
        let read = Preferences::from_json(text).unwrap();
        assert_eq!(read.theme, Theme::FollowSystem);
        assert_eq!(read.text_percent, 150);
        assert!(read.caret_blink && read.recent.is_empty());
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
