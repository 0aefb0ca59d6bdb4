//! In place of tokens, in a program that is built without them.

use super::{TokenChoice, TokenError};
use crate::submission::key_source::{OpenedKey, SignsAs};

/// A token. This program is built without them, so that there is none.
#[derive(Debug)]
pub enum Token {}

impl Token {
    /// Finds no token.
    ///
    /// # Errors
    /// Always.
    pub fn find(_choice: &TokenChoice) -> Result<Self, TokenError> {
        Err(TokenError::Absent)
    }

    /// Its label.
    #[must_use]
    pub fn label(&self) -> &str {
        match *self {}
    }

    /// Opens a key on it.
    ///
    /// # Errors
    /// Never: there is no token.
    pub fn open(self, _pin: &str, _signs_as: &SignsAs) -> Result<OpenedKey, TokenError> {
        match self {}
    }
}
