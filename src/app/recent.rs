//! Drafts that were opened or saved not long ago.

use std::path::{Path, PathBuf};

use chrono::{DateTime, Datelike, FixedOffset};

use super::save_state::time;
use super::{Dialog, RecentDraft, Session, Status};
use crate::i18n::{Localized, Message, MessagePair, common, start as messages};

impl RecentDraft {
    /// The name of the file.
    #[must_use]
    pub fn file_name(&self) -> String {
        file_name(&self.path)
    }
}

/// The name of an organization in the language of the window, else in the
/// other; a word for none.
#[must_use]
pub fn organization_or_none(name: &Localized) -> Message {
    let blank = |text: &String| text.trim().is_empty();
    if blank(&name.en) && blank(&name.fr) {
        return messages::unnamed();
    }
    let either = Localized::from_fn(|language| {
        let own = Some(name.get(language)).filter(|text| !blank(text));
        own.unwrap_or_else(|| name.get(language.other())).clone()
    });
    messages::organization(either)
}

/// A date with the time of day, as each language writes them.
#[must_use]
pub fn date_and_time(when: DateTime<FixedOffset>) -> Message {
    let date = common::date_long(when.day(), when.month(), when.year().to_string());
    messages::date_time(date, time(when))
}

fn file_name(path: &Path) -> String {
    let name = path.file_name().unwrap_or_default();
    name.to_string_lossy().into_owned()
}

impl Session {
    pub(super) fn forget_recent(&mut self, path: &Path) {
        self.dialog
            .take_if(|dialog| matches!(dialog, Dialog::Missing(_)));
        self.preferences
            .value
            .recent
            .retain(|draft| draft.path != path);
        self.status = Some(Status::done(messages::status_removed(file_name(path))));
        self.write_preferences();
    }

    /// A draft is no longer where it was: whoever chose it from the list can
    /// take it off.
    pub(super) fn missing(&mut self, path: PathBuf, pair: MessagePair) {
        let is_recent = self
            .preferences()
            .recent
            .iter()
            .any(|draft| draft.path == path);
        if is_recent && self.confirmed.is_none() {
            self.status = None;
            self.dialog = Some(Dialog::Missing(path));
        } else {
            self.fail(pair);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Language;

    #[test]
    fn dates_are_written_as_each_language_does() {
        let when = DateTime::parse_from_rfc3339("2026-11-22T14:02:59-05:00").unwrap();
        let said = date_and_time(when);
        assert_eq!(said.text(Language::English), "November 22, 2026, 14:02");
        assert_eq!(
            said.text(Language::French),
            "22 novembre 2026, 14\u{a0}h\u{a0}02"
        );
    }

    #[test]
    fn organization_is_named_in_one_language_where_it_has_one_name() {
        let name = Localized {
            en: " ".to_owned(),
            fr: "Élections Canada".to_owned(),
        };
        let said = organization_or_none(&name);
        assert_eq!(said.text(Language::English), "Élections Canada");
        let none = organization_or_none(&Localized::default());
        assert_eq!(none, messages::unnamed());
    }
}
