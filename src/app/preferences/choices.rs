//! What somebody decided of what can be decided: a person, or an organization.

use serde::Serialize;
use serde_json::{Map, Value};

use super::{Preference, Renderer, Theme, take, within_limits};
use crate::export::layout::Paper;
use crate::i18n::Language;
use crate::report::{Arrangement, ShownOptions};

/// What somebody decided; nothing where they left it open.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub(in crate::app) struct Choices {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(in crate::app) language: Option<Language>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(in crate::app) theme: Option<Theme>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(in crate::app) text_percent: Option<u16>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(in crate::app) caret_blink: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(in crate::app) typed_quotes: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(in crate::app) renderer: Option<Renderer>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(in crate::app) paper: Option<Paper>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(in crate::app) shown_options: Option<ShownOptions>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(in crate::app) arrangement: Option<Arrangement>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(in crate::app) spelling: Option<bool>,
}

/// What can be preferred, by the names of the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Preferable {
    /// The language of the window.
    Language,
    /// The colours.
    Theme,
    /// The size of text.
    TextPercent,
    /// Whether the caret blinks.
    CaretBlink,
    /// Whether straight quotation marks become those of the language as they are typed.
    TypedQuotes,
    /// What draws the window.
    Renderer,
    /// The paper of the printer.
    Paper,
    /// Which options of a choice are printed.
    ShownOptions,
    /// Where the second language is printed.
    Arrangement,
    /// Whether the words of the answers are checked.
    Spelling,
    /// The trust list of an agency.
    Trust,
}

impl Preferable {
    /// All of them.
    pub const ALL: [Preferable; 11] = [
        Preferable::Language,
        Preferable::Theme,
        Preferable::TextPercent,
        Preferable::CaretBlink,
        Preferable::TypedQuotes,
        Preferable::Renderer,
        Preferable::Paper,
        Preferable::ShownOptions,
        Preferable::Arrangement,
        Preferable::Spelling,
        Preferable::Trust,
    ];

    /// The one with a name in preferences and policies.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|what| what.name() == name)
    }

    /// Its name in preferences and policies.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Preferable::Language => "language",
            Preferable::Theme => "theme",
            Preferable::TextPercent => "textPercent",
            Preferable::CaretBlink => "caretBlink",
            Preferable::TypedQuotes => "typedQuotes",
            Preferable::Renderer => "renderer",
            Preferable::Paper => "paper",
            Preferable::ShownOptions => "shownOptions",
            Preferable::Arrangement => "arrangement",
            Preferable::Spelling => "spelling",
            Preferable::Trust => "trust",
        }
    }
}

impl Preference {
    /// What it is about.
    #[must_use]
    pub fn about(self) -> Preferable {
        match self {
            Preference::Language(_) => Preferable::Language,
            Preference::Theme(_) => Preferable::Theme,
            Preference::TextPercent(_) => Preferable::TextPercent,
            Preference::CaretBlink(_) => Preferable::CaretBlink,
            Preference::TypedQuotes(_) => Preferable::TypedQuotes,
            Preference::Renderer(_) => Preferable::Renderer,
            Preference::Paper(_) => Preferable::Paper,
            Preference::ShownOptions(_) => Preferable::ShownOptions,
            Preference::Arrangement(_) => Preferable::Arrangement,
            Preference::Spelling(_) => Preferable::Spelling,
        }
    }
}

impl Choices {
    /// Takes what this version understands out of the members of a file.
    pub(in crate::app) fn take_from(members: &mut Map<String, Value>) -> Self {
        Choices {
            language: take(members, "language"),
            theme: take(members, "theme"),
            text_percent: take(members, "textPercent").map(within_limits),
            caret_blink: take(members, "caretBlink"),
            typed_quotes: take(members, "typedQuotes"),
            renderer: take(members, "renderer"),
            paper: take(members, "paper"),
            shown_options: take(members, "shownOptions"),
            arrangement: take(members, "arrangement"),
            spelling: take(members, "spelling"),
        }
    }

    pub(super) fn set(&mut self, preference: Preference) {
        match preference {
            Preference::Language(language) => self.language = Some(language),
            Preference::Theme(theme) => self.theme = Some(theme),
            Preference::TextPercent(percent) => self.text_percent = Some(within_limits(percent)),
            Preference::CaretBlink(blink) => self.caret_blink = Some(blink),
            Preference::TypedQuotes(typed) => self.typed_quotes = Some(typed),
            Preference::Renderer(renderer) => self.renderer = Some(renderer),
            Preference::Paper(paper) => self.paper = Some(paper),
            Preference::ShownOptions(options) => self.shown_options = Some(options),
            Preference::Arrangement(arrangement) => self.arrangement = Some(arrangement),
            Preference::Spelling(spelling) => self.spelling = Some(spelling),
        }
    }
}
