//! The status line.

use crate::i18n::{Message, MessagePair};

/// What the status line says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Status {
    /// How it is meant.
    pub tone: Tone,
    /// What happened.
    pub message: Message,
    /// What to do, where something is to be done.
    pub hint: Option<Message>,
}

/// How a status is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// Work goes on.
    Working,
    /// It is done.
    Done,
    /// It failed.
    Failed,
}

impl Status {
    pub(super) fn working(message: Message) -> Self {
        Status {
            tone: Tone::Working,
            message,
            hint: None,
        }
    }

    pub(super) fn done(message: Message) -> Self {
        Status {
            tone: Tone::Done,
            message,
            hint: None,
        }
    }
}

impl From<MessagePair> for Status {
    fn from(pair: MessagePair) -> Self {
        Status {
            tone: Tone::Failed,
            message: pair.problem,
            hint: Some(pair.hint),
        }
    }
}
