//! The key that signs.

use crate::questionnaire::Role;

/// A key that was opened with its passphrase.
#[derive(Clone, Debug)]
pub struct OpenedKey {
    /// The printed name of its holder.
    pub name: String,
    /// The role in which the holder signs.
    pub role: Role,
}
