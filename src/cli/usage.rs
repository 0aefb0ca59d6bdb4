//! What a command line can do wrong.

use super::arguments::Topic;
use crate::i18n::{Message, MessagePair, cli as messages};

/// Why a command line was not understood.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{fault}")]
pub(super) struct UsageError {
    /// The command whose help says how it goes.
    pub(super) topic: Topic,
    /// What is wrong.
    pub(super) fault: UsageFault,
}

/// What is wrong with a command line.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub(super) enum UsageFault {
    #[error("no command")]
    NoCommand,
    #[error("unknown command")]
    UnknownCommand(String),
    #[error("unknown option")]
    UnknownOption(String),
    #[error("option without its value")]
    MissingValue(String),
    #[error("option that takes no value")]
    UnexpectedValue(String),
    #[error("value that is not one of those allowed")]
    BadValue {
        option: &'static str,
        allowed: &'static str,
    },
    #[error("required option {0} is missing")]
    MissingOption(&'static str),
    #[error("required argument is missing")]
    MissingArgument(&'static str),
    #[error("an argument too many")]
    TooMany(String),
    #[error("option {0} twice")]
    Twice(&'static str),
    #[error("option {0} together with {1}")]
    Together(&'static str, &'static str),
    #[error("option {0} with a submission")]
    OnlyForDraft(&'static str),
    #[error("option {0} with a draft")]
    OnlyForSubmission(&'static str),
}

impl UsageError {
    pub(super) fn new(topic: Topic, fault: UsageFault) -> Self {
        UsageError { topic, fault }
    }

    /// What happened, and the help to ask for.
    pub(super) fn message(&self) -> MessagePair {
        let hint = match self.topic.name() {
            Some(name) => messages::hint_usage_command(name),
            None => messages::hint_usage(),
        };
        MessagePair::new(self.problem(), hint)
    }

    fn problem(&self) -> Message {
        match &self.fault {
            UsageFault::NoCommand => messages::err_usage_no_command(),
            UsageFault::UnknownCommand(name) => messages::err_usage_unknown_command(name.as_str()),
            UsageFault::UnknownOption(option) => {
                messages::err_usage_unknown_option(option.as_str())
            }
            UsageFault::MissingValue(option) => messages::err_usage_missing_value(option.as_str()),
            UsageFault::UnexpectedValue(option) => {
                messages::err_usage_unexpected_value(option.as_str())
            }
            UsageFault::BadValue { option, allowed } => {
                messages::err_usage_bad_value(*option, *allowed)
            }
            UsageFault::MissingOption(option) => messages::err_usage_missing_option(*option),
            UsageFault::MissingArgument(name) => messages::err_usage_missing_argument(*name),
            UsageFault::TooMany(argument) => messages::err_usage_too_many(argument.as_str()),
            UsageFault::Twice(option) => messages::err_usage_twice(*option),
            UsageFault::Together(first, second) => messages::err_usage_together(*first, *second),
            UsageFault::OnlyForDraft(option) => messages::err_usage_only_for_draft(*option),
            UsageFault::OnlyForSubmission(option) => {
                messages::err_usage_only_for_submission(*option)
            }
        }
    }
}
