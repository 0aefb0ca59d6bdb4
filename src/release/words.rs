//! What was found, as sentences in the order in which people read them: the
//! same for the window and the terminal.

use super::{Description, FileState, Release, Signed, Standing};
use crate::i18n::{Language, Message, update as messages};

/// What was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Account {
    /// The outcome in one sentence, and whether it is good.
    pub outcome: Message,
    /// What it means, or what to do.
    pub remark: Message,
    /// What is new in the reader's language, point by point.
    pub whats_new: Vec<String>,
    /// What to run, the best first; nothing where nothing is offered.
    pub run: Vec<Message>,
    /// What the files are: the damaged ones first.
    pub files: Vec<Message>,
}

impl Release {
    /// What was found, for people who read this language.
    #[must_use]
    pub fn account(&self, language: Language) -> Account {
        let (outcome, remark) = self.outcome();
        let mut account = Account {
            outcome,
            remark,
            whats_new: Vec::new(),
            run: Vec::new(),
            files: self.files_in_words(),
        };
        let Some(Ok(description)) = &self.description else {
            return account;
        };
        if self.standing == Some(Standing::Newer) {
            account
                .whats_new
                .clone_from(description.whats_new.get(language));
            if self.signed == Signed::ByMakers {
                account.run = self.run();
            }
        }
        account
    }

    /// The outcome, and what it means.
    fn outcome(&self) -> (Message, Message) {
        let description = match (&self.signed, &self.description) {
            (Signed::ByMakers | Signed::NoKeyKnown, Some(Ok(description))) => description,
            (_, Some(Err(error))) => {
                let pair = error.message();
                return (pair.problem, pair.hint);
            }
            (Signed::Missing, _) => {
                return (
                    messages::err_update_unsigned(),
                    messages::hint_update_unsigned(),
                );
            }
            (Signed::OtherKey, _) => {
                return (
                    messages::err_update_other_key(),
                    messages::hint_update_refused(),
                );
            }
            (Signed::Unreadable, _) => {
                return (
                    messages::err_update_signature(),
                    messages::hint_update_refused(),
                );
            }
            _ => {
                return (
                    messages::err_update_changed(),
                    messages::hint_update_refused(),
                );
            }
        };
        self.outcome_of(description)
    }

    fn outcome_of(&self, description: &Description) -> (Message, Message) {
        let version = description.version.to_string();
        let date = description.date.to_string();
        let own = self.own.to_string();
        if self.signed == Signed::NoKeyKnown {
            let outcome = messages::unconfirmed(version, date);
            return (outcome, messages::unconfirmed_remark());
        }
        match self.standing {
            Some(Standing::Newer) => (messages::newer(version, date), messages::newer_remark(own)),
            Some(Standing::Same) => (messages::same(version), messages::same_remark()),
            _ => (messages::older(version), messages::older_remark(own)),
        }
    }

    /// What to run, of what is whole; else what is missing for this system.
    fn run(&self) -> Vec<Message> {
        let whole: Vec<&str> = self.names(FileState::Intact);
        let fitting = self.system.fitting(&whole);
        if !fitting.is_empty() {
            return fitting.into_iter().map(|(_, how)| how).collect();
        }
        let all: Vec<&str> = self
            .files
            .iter()
            .map(|(file, _)| file.name.as_str())
            .collect();
        let missing: Vec<&str> = self
            .system
            .fitting(&all)
            .into_iter()
            .map(|(name, _)| name)
            .collect();
        vec![if missing.is_empty() {
            messages::run_none()
        } else {
            messages::run_missing(missing.join(", "))
        }]
    }

    fn names(&self, wanted: FileState) -> Vec<&str> {
        let wanted = self.files.iter().filter(|(_, state)| *state == wanted);
        wanted.map(|(file, _)| file.name.as_str()).collect()
    }

    fn files_in_words(&self) -> Vec<Message> {
        let damaged = self.names(FileState::Damaged).into_iter();
        let mut lines: Vec<Message> = damaged.map(messages::file_damaged).collect();
        let intact = self.names(FileState::Intact).into_iter();
        lines.extend(intact.map(|name| {
            if self.signed == Signed::ByMakers {
                messages::file_intact(name)
            } else {
                messages::file_unconfirmed(name)
            }
        }));
        let missing = self.names(FileState::Missing);
        if !missing.is_empty() {
            lines.push(messages::files_missing(missing.join(", ")));
        }
        lines
    }
}
