//! The record: what is signed.
//!
//! A record lists every item of the form in the form's order, with the words
//! that its author saw in both languages, so that it can be read without the
//! program. The types refuse unknown members; [`SealedRecord`] is a record
//! that was checked, together with its canonical bytes.

mod check;

pub use crate::questionnaire::Role;
pub use check::{RecordFault, SealError, SealedRecord, is_id};

use super::fingerprint::RecordDigest;
use crate::i18n::{Language, Localized};
use crate::response::Marking;
use serde::{Deserialize, Serialize};

/// Everything that is signed.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Record {
    /// Who answers, and which submission this is.
    pub submission: SubmissionDetails,
    /// Which questionnaire was answered.
    pub questionnaire: QuestionnaireReference,
    /// One entry per item, every item, in the form's order.
    pub answers: Vec<RecordedAnswer>,
    /// How many entries `answers` has.
    pub answer_count: usize,
    /// Who attests to what; may be empty.
    pub attestations: Vec<Attestation>,
}

/// Who answers, and which submission this is.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SubmissionDetails {
    /// The organization's id: an ASCII slug.
    pub organization_id: String,
    /// Its names and abbreviations.
    pub organization: OrganizationNames,
    /// The reporting cycle, such as `2023-2024`.
    pub cycle: String,
    /// UUID of the submission (RFC 9562), in lower case; the same in every revision.
    pub submission_id: String,
    /// 1, and one more with each correction.
    pub revision: u32,
    /// Digest of the previous revision's record; none for the first.
    pub previous: Option<RecordDigest>,
    /// The central agency that receives it.
    pub audience: PerLanguage,
    /// When the draft was last changed: RFC 3339 with offset.
    pub created_at: Timestamp,
    /// Security marking as its author chose it.
    pub marking: Marking,
    /// The languages in which the organization answers, its first one first.
    pub answer_languages: Vec<Language>,
}

/// Names and abbreviations of an organization.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OrganizationNames {
    /// The full name.
    pub name: PerLanguage,
    /// The abbreviation; empty for the many organizations without one.
    pub abbreviation: PerLanguage,
}

/// A text in one language, in both or in none. What is missing is left out,
/// never an empty string.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PerLanguage {
    /// The English text.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub en: Option<String>,
    /// The French text.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fr: Option<String>,
}

impl From<&Localized> for PerLanguage {
    /// Text of white space alone counts as missing.
    fn from(text: &Localized) -> Self {
        let given = |text: &str| Some(text.trim().to_owned()).filter(|text| !text.is_empty());
        Self {
            en: given(&text.en),
            fr: given(&text.fr),
        }
    }
}

impl PerLanguage {
    /// The text in `language`.
    #[must_use]
    pub fn in_language(&self, language: Language) -> Option<&str> {
        match language {
            Language::English => self.en.as_deref(),
            Language::French => self.fr.as_deref(),
        }
    }

    /// Whether there is no text at all.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.en.is_none() && self.fr.is_none()
    }
}

/// The questionnaire that was answered.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct QuestionnaireReference {
    /// Its id.
    pub id: String,
    /// Its version.
    pub version: String,
    /// SHA-256 of its definition, in hexadecimal.
    pub sha256: RecordDigest,
}

/// The answer to one item, as it goes out.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(tag = "state", rename_all = "camelCase", deny_unknown_fields)]
pub enum RecordedAnswer {
    /// A choice, or a text in at least one language; exactly one of the two.
    Answered {
        /// The item.
        id: String,
        /// Whether the item was expected.
        standing: Standing,
        /// The chosen options with their labels; for a choice.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        choices: Option<Vec<ChosenOption>>,
        /// The text; for a text.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        text: Option<RecordedText>,
    },
    /// Decided to be not applicable.
    NotApplicable {
        /// The item.
        id: String,
        /// The words that were used, where it was typed.
        #[serde(default, skip_serializing_if = "PerLanguage::is_empty")]
        words: PerLanguage,
    },
    /// Decided to give no response.
    NoResponse {
        /// The item.
        id: String,
    },
    /// Blank and not expected, or left out by its author.
    NotAsked {
        /// The item.
        id: String,
    },
}

impl RecordedAnswer {
    /// The id of the item.
    #[must_use]
    pub fn id(&self) -> &str {
        match self {
            Self::Answered { id, .. }
            | Self::NotApplicable { id, .. }
            | Self::NoResponse { id }
            | Self::NotAsked { id } => id,
        }
    }
}

/// Whether an answer was expected.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Standing {
    /// The item was expected.
    Active,
    /// It was not; its author lets the answer go out.
    Supplementary,
}

/// An option that was chosen, with the words its author saw.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ChosenOption {
    /// The option's id in full, such as `q1.yes`.
    pub id: String,
    /// Its label in both languages.
    pub label: Localized,
}

/// The text of an answer, in Probitas's strict Markdown subset.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct RecordedText {
    /// The language in which it was written.
    pub source: Language,
    /// Always `text/markdown`.
    pub media_type: MediaType,
    /// The English text.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub en: Option<String>,
    /// The French text.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fr: Option<String>,
    /// There exactly where the text is in both languages.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub translation: Option<RecordedTranslation>,
}

/// What is known of a translation.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RecordedTranslation {
    /// Whether it was confirmed against the text as it now is.
    pub confirmed: bool,
}

/// The media type of texts.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub enum MediaType {
    /// Markdown (RFC 7763).
    #[default]
    #[serde(rename = "text/markdown")]
    Markdown,
}

/// One person's statement.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Attestation {
    /// In which role the person attests.
    pub role: Role,
    /// The person's name.
    pub name: String,
    /// The title the person holds; none where none is given.
    pub title: PerLanguage,
    /// Whether the person acts for the holder of that title.
    pub acting: bool,
    /// The id of the sentence.
    pub wording_id: String,
    /// Its version.
    pub wording_version: u32,
    /// The sentence in both languages.
    pub wording: Localized,
}

/// A moment, kept as it was written: RFC 3339 with offset.
///
/// The text is kept so that reading a record and writing it again changes
/// nothing.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Timestamp {
    text: String,
    moment: chrono::DateTime<chrono::FixedOffset>,
}

impl Timestamp {
    /// The moment itself.
    #[must_use]
    pub const fn moment(&self) -> chrono::DateTime<chrono::FixedOffset> {
        self.moment
    }

    /// The text as it stands in the record.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
    }
}

impl From<chrono::DateTime<chrono::FixedOffset>> for Timestamp {
    /// Written to the second: fractions are of no use to a reader.
    fn from(moment: chrono::DateTime<chrono::FixedOffset>) -> Self {
        let text = moment.to_rfc3339_opts(chrono::SecondsFormat::Secs, false);
        Self { text, moment }
    }
}

/// A text that is no RFC 3339 date and time with offset, or is a leap second.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
#[error("not an RFC 3339 date and time")]
pub struct TimestampError;

impl TryFrom<String> for Timestamp {
    type Error = TimestampError;

    fn try_from(text: String) -> Result<Self, TimestampError> {
        // chrono also reads a space, small letters and a typographic minus, which
        // the schema does not, and leap seconds, which most programs do not know.
        let strict = text.is_ascii()
            && text.as_bytes().get(10) == Some(&b'T')
            && !text.contains('z')
            && text.get(17..19) != Some("60");
        let parsed = chrono::DateTime::parse_from_rfc3339(&text).ok();
        let moment = parsed.filter(|_| strict).ok_or(TimestampError)?;
        Ok(Self { text, moment })
    }
}

impl From<Timestamp> for String {
    fn from(timestamp: Timestamp) -> Self {
        timestamp.text
    }
}

#[cfg(test)]
pub(super) mod example {
    use super::*;

    /// A small record with every state; no real organization.
    pub(in crate::submission) fn record() -> Record {
        let json = include_str!("../../tests/vectors/submission/record.json");
        serde_json::from_str(json).unwrap()
    }
}

#[cfg(test)]
mod tests {
    use super::{Record, Timestamp};

    fn read(json: &str) -> Result<Record, serde_json::Error> {
        serde_json::from_str(json)
    }

    #[test]
    fn unknown_members_are_refused_at_every_level() {
        let json = include_str!("../../tests/vectors/submission/record.json");
        assert!(read(json).is_ok());
        for place in [
            "\"id\"",
            "\"en\"",
            "\"acting\"",
            "\"cycle\"",
            "\"answerCount\"",
            "\"state\"",
            "\"confirmed\"",
        ] {
            let added = json.replacen(place, &format!("\"extra\":1,{place}"), 1);
            assert_ne!(added, json, "{place}");
            assert!(read(&added).is_err(), "{place}");
        }
    }

    #[test]
    fn timestamps_keep_their_text() {
        for text in [
            "2024-10-31T16:05:00-04:00",
            "2024-10-31T16:05:00.5Z",
            "2024-10-31T16:05:00.1234567891Z",
            "2024-10-31T16:05:00+19:00",
            "2024-10-31T16:05:00-23:59",
            "2024-10-31T16:05:00-00:00",
            "2024-02-29T23:59:59Z",
            "0000-02-29T00:00:00Z",
        ] {
            let timestamp = Timestamp::try_from(text.to_owned()).unwrap();
            assert_eq!(timestamp.as_str(), text);
        }
        for text in [
            "2024-10-31",
            "2024-10-31 16:05:00-04:00",
            "2024-10-31T16:05:00z",
            "2024-10-31T16:05:00\u{2212}04:00",
            "2024-10-31t16:05:00Z",
            "2024-10-31T16:05:00",
            "2024-02-30T16:05:00Z",
            "2023-02-29T16:05:00Z",
            "2024-10-31T24:00:00Z",
            "2024-10-31T16:60:00Z",
            "2016-12-31T23:59:60Z",
            "2024-10-31T16:05:60-04:00",
            "2024-10-31T16:05:00+24:00",
            "2024-10-31T16:05:00+04:60",
            "2024-10-31T16:05:00.Z",
        ] {
            assert!(Timestamp::try_from(text.to_owned()).is_err(), "{text}");
        }
    }
}
