//! What goes wrong with keys, in words.

use super::{internal, shortened};
use crate::i18n::{MessagePair, certificates, submission as say};
use crate::submission::key::{JwkError, KeyError};
use crate::submission::key_file::{KeyFileError, PreambleError};

impl JwkError {
    /// What happened, and what to do.
    #[must_use]
    pub fn message(&self) -> MessagePair {
        let again = say::hint_jwk_damaged;
        match self {
            Self::Json(_) | Self::NotAJwk => {
                MessagePair::new(say::err_jwk_not_a_key(), say::hint_jwk_not_a_key())
            }
            Self::Private => MessagePair::new(say::err_jwk_private(), say::hint_jwk_private()),
            Self::Unsupported { kind } => MessagePair::new(
                say::err_jwk_unsupported(shortened(kind)),
                say::hint_jwk_unsupported(),
            ),
            Self::NotAPoint => MessagePair::new(say::err_jwk_damaged(), again()),
            Self::Contradiction { member } => {
                MessagePair::new(say::err_jwk_contradiction(*member), again())
            }
        }
    }
}

impl KeyError {
    /// What happened, and what to do.
    #[must_use]
    pub fn message(&self) -> MessagePair {
        match self {
            Self::Randomness(_) => MessagePair::new(say::err_key_random(), say::hint_key_random()),
            Self::NotASecret | Self::OtherAlgorithm => {
                MessagePair::new(say::err_key_unusable(), say::hint_key_file_protection())
            }
            Self::Device(_) | Self::OtherKey => MessagePair::new(
                certificates::err_token_sign(),
                certificates::hint_token_again(),
            ),
            Self::Encoding => internal(),
        }
    }
}

impl KeyFileError {
    /// What happened, and what to do.
    #[must_use]
    pub fn message(&self) -> MessagePair {
        let backup = say::hint_key_file_damaged;
        match self {
            Self::NotAText | Self::NoEncryptedKey => MessagePair::new(
                say::err_key_file_not_a_key(),
                say::hint_key_file_not_a_key(),
            ),
            Self::NotProtected => MessagePair::new(
                say::err_key_file_not_protected(),
                say::hint_key_file_not_protected(),
            ),
            Self::Preamble(error) => error.message(),
            Self::Damaged(_) => MessagePair::new(say::err_key_file_damaged(), backup()),
            Self::OtherProtection => MessagePair::new(
                say::err_key_file_protection(),
                say::hint_key_file_protection(),
            ),
            Self::Rounds(rounds) => MessagePair::new(
                say::err_key_file_rounds(*rounds),
                say::hint_key_file_protection(),
            ),
            Self::EmptyPassphrase => {
                MessagePair::new(say::err_passphrase_empty(), say::hint_passphrase_empty())
            }
            Self::WrongPassphrase => {
                MessagePair::new(say::err_passphrase_wrong(), say::hint_passphrase_wrong())
            }
            Self::OtherKey => MessagePair::new(say::err_key_file_other_key(), backup()),
            Self::Key(error) => error.message(),
            Self::Encryption(_) => internal(),
        }
    }
}

impl PreambleError {
    /// What happened, and what to do. A name that cannot be used has its own
    /// words, since a person typed it.
    #[must_use]
    pub fn message(&self) -> MessagePair {
        match self {
            Self::Value("name") => {
                MessagePair::new(say::err_signer_name(), say::hint_signer_name())
            }
            Self::Value("organizationId") => {
                MessagePair::new(say::err_record_malformed_id(), say::hint_correct_id())
            }
            Self::Missing(line) | Self::Twice(line) | Self::Value(line) => MessagePair::new(
                say::err_key_file_preamble(*line),
                say::hint_key_file_preamble(),
            ),
        }
    }
}
