//! What can be wrong with a definition.

use std::fmt;

/// One defect of a definition.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Defect {
    /// Where: a JSON pointer (RFC 6901) into the file.
    pub place: String,
    /// What is wrong there.
    pub kind: DefectKind,
}

/// What is wrong.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DefectKind {
    /// A member, or one of the two languages, is missing or empty.
    #[error("is missing or empty")]
    Missing,
    /// The value is of another type.
    #[error("is not {0}")]
    NotOfType(&'static str),
    /// A member that the format does not know.
    #[error("is not known")]
    Unknown,
    /// A value that the format does not know.
    #[error("has the unknown value “{0}”")]
    UnknownValue(String),
    /// An identifier that stands twice.
    #[error("uses the id “{0}” a second time")]
    Duplicate(String),
    /// A wording that already means something else, or the same, in its place.
    #[error("has the wording “{0}”, which would mean two things or says the same again")]
    DuplicateWording(String),
    /// A reference to something that is not there, or of the wrong kind.
    #[error("refers to “{0}”, which is not there or cannot be asked this")]
    Dangling(String),
    /// A condition that depends on the item itself.
    #[error("depends on itself by way of “{0}”")]
    Cycle(String),
    /// A condition that has no operator, or several.
    #[error("needs exactly one operator")]
    NotOneOperator,
    /// Nested too deeply.
    #[error("is nested too deeply")]
    TooDeep,
}

impl fmt::Display for Defect {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{} {}", self.place, self.kind)
    }
}

/// Why a definition cannot be used. Definitions come with the program or from
/// the people who make them: this is for them, and for logs.
#[derive(Debug, thiserror::Error)]
pub enum LoadError {
    /// The text is not JSON.
    #[error("the definition is not JSON")]
    NotJson(#[source] serde_json::Error),
    /// The definition has defects: all of them.
    #[error("the definition has {} defects, the first: {}", .0.len(), .0.first().map(Defect::to_string).unwrap_or_default())]
    Defective(Vec<Defect>),
}

/// Collects defects while reading goes on.
#[derive(Debug, Default)]
pub(in crate::questionnaire) struct Defects(Vec<Defect>);

impl Defects {
    pub(in crate::questionnaire) fn add(&mut self, place: &str, kind: DefectKind) {
        self.0.push(Defect {
            place: place.to_owned(),
            kind,
        });
    }

    /// The value that was read, if nothing is wrong with it.
    pub(in crate::questionnaire) fn into_result<T>(self, value: T) -> Result<T, LoadError> {
        if self.0.is_empty() {
            Ok(value)
        } else {
            Err(LoadError::Defective(self.0))
        }
    }
}
