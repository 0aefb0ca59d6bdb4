//! The options that say which key signs.

use std::path::PathBuf;

use super::super::usage::{UsageError, UsageFault};
use super::{Reader, SigningSource, SigningWith};
use crate::questionnaire::Role;
use crate::storage::TokenChoice;

/// What stands on the command line.
#[derive(Default)]
pub(super) struct SignerReader {
    key: Option<PathBuf>,
    certificate: Option<PathBuf>,
    module: Option<PathBuf>,
    token_label: Option<String>,
    key_label: Option<String>,
    role: Option<String>,
    name: Option<String>,
}

impl SignerReader {
    /// Whether it was one of these options.
    pub(super) fn read(&mut self, option: &str, reader: &mut Reader) -> Result<bool, UsageError> {
        match option {
            "--key" => reader.path(&mut self.key, "--key")?,
            "--certificate" => reader.path(&mut self.certificate, "--certificate")?,
            "--token" => reader.path(&mut self.module, "--token")?,
            "--token-label" => reader.text(&mut self.token_label, "--token-label")?,
            "--key-label" => reader.text(&mut self.key_label, "--key-label")?,
            "--role" => reader.text(&mut self.role, "--role")?,
            "--name" => reader.text(&mut self.name, "--name")?,
            _ => return Ok(false),
        }
        Ok(true)
    }

    /// The key that signs; `role` is that of who has a certificate and says
    /// nothing. A key file says both role and name itself.
    pub(super) fn finish(
        self,
        role: Role,
        reader: &Reader,
    ) -> Result<Option<SigningWith>, UsageError> {
        let given = [
            (self.key.is_some(), "--key"),
            (self.certificate.is_some(), "--certificate"),
            (self.module.is_some(), "--token"),
        ];
        let mut given = given.into_iter().filter(|(given, _)| *given);
        if let (Some((_, first)), Some((_, second))) = (given.next(), given.next()) {
            return Err(reader.fault(UsageFault::Together(first, second)));
        }
        self.refuse_stray(reader)?;
        let role = match self.role.as_deref() {
            None => role,
            Some(name) => Role::from_name(name).ok_or_else(|| {
                reader.fault(UsageFault::BadValue {
                    option: "--role",
                    allowed: "preparer, deputyHead",
                })
            })?,
        };
        let source = match (self.key, self.certificate, self.module) {
            (Some(key), ..) => SigningSource::KeyFile(key),
            (None, Some(certificate), _) => SigningSource::Certificate(certificate),
            (None, None, Some(module)) => SigningSource::Token(TokenChoice {
                module,
                token_label: self.token_label,
                key_label: self.key_label,
            }),
            (None, None, None) => return Ok(None),
        };
        let name = self.name;
        Ok(Some(SigningWith { source, role, name }))
    }

    /// Options that belong to a source which is not given.
    fn refuse_stray(&self, reader: &Reader) -> Result<(), UsageError> {
        let labels = self.token_label.is_some() || self.key_label.is_some();
        if labels && self.module.is_none() {
            return Err(reader.fault(UsageFault::MissingOption("--token")));
        }
        let stray = [
            (self.role.is_some(), "--role"),
            (self.name.is_some(), "--name"),
        ];
        let stray = stray.into_iter().find(|(given, _)| *given);
        match (stray, &self.key) {
            (Some((_, option)), Some(_)) => {
                Err(reader.fault(UsageFault::Together("--key", option)))
            }
            (Some(_), None) if self.certificate.is_none() && self.module.is_none() => {
                Err(reader.fault(UsageFault::MissingOption("--certificate")))
            }
            _ => Ok(()),
        }
    }
}
