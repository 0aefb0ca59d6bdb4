//! Keys on tokens and smart cards (PKCS#11), by the module of whoever made the
//! token. Loading one runs its code: it is named by who signs, never by a file.
//!
//! Elliptic curves only. A key that asks for its PIN again for each signature
//! (`CKA_ALWAYS_AUTHENTICATE`) does not sign.

#[cfg(not(feature = "token"))]
mod absent;
#[cfg(feature = "token")]
mod pkcs11;

#[cfg(not(feature = "token"))]
pub use absent::Token;
#[cfg(feature = "token")]
pub use pkcs11::Token;

use std::path::PathBuf;

use crate::i18n::{MessagePair, certificates as say};
use crate::submission::key_source::CertificateFileError;

/// Whether this program is built so that it uses tokens.
pub const USES_TOKENS: bool = cfg!(feature = "token");

/// Which token, and which key on it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TokenChoice {
    /// The PKCS#11 module.
    pub module: PathBuf,
    /// The label of the token; the only one that is present, where there is none.
    pub token_label: Option<String>,
    /// The label of the key; the only one for signing, where there is none.
    pub key_label: Option<String>,
}

/// Why a key on a token cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum TokenError {
    /// This program is built without tokens.
    #[error("built without tokens")]
    Absent,
    /// The module cannot be loaded.
    #[error("the PKCS#11 module cannot be loaded")]
    Module {
        /// The module.
        path: PathBuf,
    },
    /// There is no token, or none with this label.
    #[error("no such token")]
    NoToken,
    /// There are several.
    #[error("several tokens")]
    SeveralTokens,
    /// The PIN is wrong.
    #[error("wrong PIN")]
    WrongPin,
    /// Too many wrong PINs were tried.
    #[error("the token is locked")]
    Locked,
    /// There is no key for signing, or none with this label.
    #[error("no such key")]
    NoKey,
    /// There are several.
    #[error("several keys")]
    SeveralKeys,
    /// The key or its certificate cannot be used.
    #[error(transparent)]
    Certificate(#[from] CertificateFileError),
    /// The token did not do what it was asked for.
    #[error("the token failed")]
    Failed(#[source] Box<dyn std::error::Error + Send + Sync>),
}

impl TokenError {
    /// What happened, and what to do.
    #[must_use]
    pub fn message(&self) -> MessagePair {
        match self {
            Self::Absent => MessagePair::new(say::err_token_absent(), say::hint_token_absent()),
            Self::Module { path } => MessagePair::new(
                say::err_token_module(path.display().to_string()),
                say::hint_token_module(),
            ),
            Self::NoToken => MessagePair::new(say::err_token_none(), say::hint_token_label()),
            Self::SeveralTokens => {
                MessagePair::new(say::err_token_several(), say::hint_token_label())
            }
            Self::WrongPin => MessagePair::new(say::err_token_pin(), say::hint_token_pin()),
            Self::Locked => MessagePair::new(say::err_token_locked(), say::hint_token_locked()),
            Self::NoKey => MessagePair::new(say::err_token_no_key(), say::hint_token_key()),
            Self::SeveralKeys => {
                MessagePair::new(say::err_token_several_keys(), say::hint_token_key())
            }
            Self::Certificate(error) => error.message(),
            Self::Failed(_) => MessagePair::new(say::err_token_failed(), say::hint_token_again()),
        }
    }
}
