//! "Ready for approval".

use chrono::{DateTime, FixedOffset};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

/// A response that is held as it is, because copies of it are being approved.
///
/// Any other change of the response takes it back; see
/// [`super::QuestionnaireResponse::apply`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Readiness {
    /// When it was said: from then on the time of the last change.
    #[serde(with = "super::draft::time")]
    pub at: DateTime<FixedOffset>,
    /// SHA-256 of the record in hexadecimal, as it was then.
    pub sha256: String,
    /// Members of a newer minor version.
    #[serde(flatten)]
    pub unknown: Map<String, Value>,
}
