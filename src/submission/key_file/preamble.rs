//! The lines before `BEGIN`: whose key the file says it holds.

use crate::submission::jws::is_printed_name;
use crate::submission::key::KeyId;
use crate::submission::record::{Role, is_id};

/// Whose key it is: claims, which nobody checked.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct KeyHolder {
    /// The person's printed name.
    pub name: String,
    /// The role in which they sign.
    pub role: Role,
    /// Their organization's id, where it was given.
    pub organization_id: Option<String>,
}

/// What is wrong with the lines before `BEGIN`.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
pub enum PreambleError {
    /// A line that must be there is missing.
    #[error("line {0} is missing")]
    Missing(&'static str),
    /// A line is there twice.
    #[error("line {0} is there twice")]
    Twice(&'static str),
    /// A value cannot be used, such as a name with a line break.
    #[error("value of {0} cannot be used")]
    Value(&'static str),
}

/// The lines for `kid` and `holder`.
pub(super) fn write(kid: &KeyId, holder: &KeyHolder) -> Result<String, PreambleError> {
    let holder = checked(holder.clone())?;
    let organization = holder
        .organization_id
        .map(|id| format!("organizationId: {id}\n"));
    Ok(format!(
        "kid: {kid}\nname: {}\nrole: {}\n{}",
        holder.name,
        holder.role.name(),
        organization.unwrap_or_default()
    ))
}

/// Reads the lines. Lines with other names are passed over.
pub(super) fn read(lines: &str) -> Result<(KeyId, KeyHolder), PreambleError> {
    let kid = required(lines, "kid")?;
    let role = required(lines, "role")?;
    let holder = KeyHolder {
        name: required(lines, "name")?.to_owned(),
        role: Role::from_name(role).ok_or(PreambleError::Value("role"))?,
        organization_id: value(lines, "organizationId")?.map(str::to_owned),
    };
    let kid = KeyId::parse(kid).ok_or(PreambleError::Value("kid"))?;
    Ok((kid, checked(holder)?))
}

fn required<'lines>(lines: &'lines str, name: &'static str) -> Result<&'lines str, PreambleError> {
    value(lines, name)?.ok_or(PreambleError::Missing(name))
}

fn value<'lines>(
    lines: &'lines str,
    name: &'static str,
) -> Result<Option<&'lines str>, PreambleError> {
    let mut values = lines
        .trim_start_matches('\u{feff}')
        .lines()
        .filter_map(|line| line.split_once(':'))
        .filter(|(line_name, _)| *line_name == name)
        .map(|(_, value)| value.trim());
    let first = values.next();
    if values.next().is_some() {
        return Err(PreambleError::Twice(name));
    }
    Ok(first)
}

fn checked(holder: KeyHolder) -> Result<KeyHolder, PreambleError> {
    if !is_printed_name(&holder.name) {
        return Err(PreambleError::Value("name"));
    }
    if holder
        .organization_id
        .as_deref()
        .is_some_and(|id| !is_id(id))
    {
        return Err(PreambleError::Value("organizationId"));
    }
    Ok(holder)
}

#[cfg(test)]
mod tests {
    use super::{PreambleError, read};

    const LINES: &str =
        "kid: oKIywvGUpTVTyxMQ3bwIIeQUudfr_CkLMjCE19ECD-U\nname: Zoé: Tremblay\nrole: deputyHead\n";

    #[test]
    fn the_organization_may_be_missing_and_other_lines_are_passed_over() {
        let (_, holder) = read(&format!("Bag Attributes\nnote: x\n{LINES}")).unwrap();
        assert_eq!(holder.name, "Zoé: Tremblay");
        assert_eq!(holder.organization_id, None);
    }

    #[test]
    fn missing_doubled_and_malformed_lines_are_named() {
        let fault = |lines: &str| read(lines).unwrap_err();
        assert_eq!(fault(""), PreambleError::Missing("kid"));
        assert_eq!(
            fault(&LINES.replace("role:", "rule:")),
            PreambleError::Missing("role")
        );
        assert_eq!(
            fault(&format!("{LINES}role: preparer\n")),
            PreambleError::Twice("role")
        );
        assert_eq!(
            fault(&LINES.replace("deputyHead", "boss")),
            PreambleError::Value("role")
        );
        assert_eq!(
            fault(&LINES.replace("oKIy", "oKI")),
            PreambleError::Value("kid")
        );
        assert_eq!(
            fault(&format!("{LINES}organizationId: a b\n")),
            PreambleError::Value("organizationId")
        );
    }
}
