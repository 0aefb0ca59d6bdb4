//! Whether what is on the screen is in a file, in words.

use chrono::{DateTime, FixedOffset, Timelike};

use crate::i18n::{Message, MessagePair, saving as messages};

/// Whether what is on the screen is in a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SaveState {
    /// There is nothing to save: the form is as it began or as it was opened.
    Unchanged,
    /// Changes are about to be saved.
    Pending,
    /// Changes are being saved.
    Saving,
    /// Everything is in the file of the draft.
    Saved {
        /// Since when.
        at: DateTime<FixedOffset>,
    },
    /// The draft has no file of its own; everything is in the recovery folder.
    KeptForRecovery {
        /// Since when.
        at: DateTime<FixedOffset>,
    },
    /// Changes are not in the file of the draft, and why.
    NotSaved(MessagePair),
}

impl SaveState {
    /// The state in words.
    #[must_use]
    pub fn message(&self) -> Message {
        match self {
            SaveState::Unchanged => messages::unchanged(),
            SaveState::Pending => messages::pending(),
            SaveState::Saving => messages::under_way(),
            SaveState::Saved { at } => messages::saved(time(*at)),
            SaveState::KeptForRecovery { at } => messages::kept(time(*at)),
            SaveState::NotSaved(pair) => messages::not_saved(pair.problem.clone()),
        }
    }

    /// What to do, where something is to be done.
    #[must_use]
    pub fn hint(&self) -> Option<Message> {
        match self {
            SaveState::NotSaved(pair) => Some(pair.hint.clone()),
            _ => None,
        }
    }
}

/// The time of day as it is written in each language.
pub(super) fn time(at: DateTime<FixedOffset>) -> Message {
    messages::time(at.hour().to_string(), format!("{:02}", at.minute()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Language;

    #[test]
    fn times_are_written_as_each_language_does() {
        let at = DateTime::parse_from_rfc3339("2024-11-15T14:02:59-05:00").unwrap();
        let saved = SaveState::Saved { at }.message();
        assert_eq!(saved.text(Language::English), "Saved at 14:02");
        assert_eq!(
            saved.text(Language::French),
            "Enregistré à 14\u{a0}h\u{a0}02"
        );
    }
}
