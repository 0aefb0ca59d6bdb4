//! The draft as JSON: readable, versioned, and careful with what it does not know.

use std::collections::BTreeMap;

use serde::Serialize;
use serde_json::{Map, Value};

use super::{QuestionnaireReference, QuestionnaireResponse};
use crate::i18n::{MessagePair, draft as messages};
use crate::questionnaire::{Shipped, shipped};
use crate::text;

/// The name of the format; major and minor version follow after a slash.
const FORMAT: &str = "probitas-draft";
/// A draft of a newer major version is opened to be read only.
const MAJOR: u32 = 1;
/// Members of a newer minor version are kept as they are.
pub(super) const MINOR: u32 = 0;

/// The texts in both languages that have no place of their own for unknown
/// members, as JSON pointers (RFC 6901).
const PAIRS: [&str; 5] = [
    "/organization/name",
    "/organization/abbreviation",
    "/audience",
    "/preparer/title",
    "/approver/title",
];

/// A draft that was read.
#[derive(Clone, Debug)]
pub struct LoadedDraft {
    /// The response.
    pub response: QuestionnaireResponse,
    /// The definition that it answers.
    pub shipped: &'static Shipped,
    /// Whether a newer program wrote it: it can be read, and must not be saved.
    pub read_only: bool,
    /// How many characters were taken out or replaced, because a record forbids them.
    pub cleaned_count: usize,
}

/// Why a draft cannot be read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DraftError {
    /// It is no draft of this program.
    #[error("not a draft")]
    NotADraft,
    /// A member is missing or not of its type.
    #[error("the draft is damaged at {place}")]
    Damaged {
        /// The place, with dots between the names.
        place: String,
    },
    /// A newer program wrote it, in a form that cannot even be shown here.
    #[error("the draft has the newer version {major}")]
    Newer {
        /// The major version of its format.
        major: u32,
    },
    /// It answers a questionnaire that this program does not have.
    #[error("unknown questionnaire {id} {version}")]
    UnknownQuestionnaire {
        /// The identifier of the questionnaire.
        id: String,
        /// Its version.
        version: String,
    },
}

impl DraftError {
    /// What happened and what to do, for people.
    #[must_use]
    pub fn message(&self) -> MessagePair {
        match self {
            DraftError::NotADraft => {
                MessagePair::new(messages::err_not_a_draft(), messages::hint_not_a_draft())
            }
            DraftError::Damaged { place } => MessagePair::new(
                messages::err_damaged(place.as_str()),
                messages::hint_damaged(),
            ),
            DraftError::Newer { .. } => {
                MessagePair::new(messages::err_newer(), messages::hint_newer())
            }
            DraftError::UnknownQuestionnaire { id, version } => MessagePair::new(
                messages::err_unknown_questionnaire(id.as_str(), version.as_str()),
                messages::hint_unknown_questionnaire(),
            ),
        }
    }
}

/// The file: the format, then the members of the response.
#[derive(Serialize)]
struct File<'a> {
    format: String,
    #[serde(flatten)]
    response: &'a QuestionnaireResponse,
}

impl QuestionnaireResponse {
    /// The draft as JSON text: two spaces of indentation, LF, a final newline.
    #[must_use]
    pub fn to_draft_json(&self) -> String {
        let file = File {
            format: format!("{FORMAT}/{MAJOR}.{}", self.minor),
            response: self,
        };
        // Maps with text keys and plain values always serialize.
        let mut value = serde_json::to_value(&file).unwrap_or_default();
        for (place, members) in &self.unknown_beside {
            if let Some(Value::Object(pair)) = value.pointer_mut(place) {
                pair.extend(members.clone());
            }
        }
        let mut json = serde_json::to_string_pretty(&value).unwrap_or_default();
        json.push('\n');
        json
    }

    /// Reads a draft. Every text passes
    /// [`text::clean_literal()`]: what was saved comes back as it is.
    ///
    /// # Errors
    /// [`DraftError`], with the place where it can be named.
    pub fn from_draft_json(value: &Value) -> Result<LoadedDraft, DraftError> {
        let (major, minor) = version(value).ok_or(DraftError::NotADraft)?;
        let (value, unknown_beside) = without_unknown_beside(value);
        let read: Result<Self, _> = serde_path_to_error::deserialize(&value);
        let mut response = read.map_err(|error| {
            let place = error.path().to_string();
            if major > MAJOR {
                DraftError::Newer { major }
            } else {
                DraftError::Damaged { place }
            }
        })?;
        let shipped = definition(&response.questionnaire)?;
        if let Some(place) = response.faulty_identity() {
            let place = place.to_owned();
            return Err(DraftError::Damaged { place });
        }
        response.minor = minor;
        response.unknown_beside = unknown_beside;
        response.modified_at = super::whole_seconds(response.modified_at);
        // Not unknown, but written by the file itself.
        response.unknown.shift_remove("format");
        let cleaned_count = response.clean();
        Ok(LoadedDraft {
            response,
            shipped,
            read_only: major > MAJOR,
            cleaned_count,
        })
    }

    /// The member that tells which submission and revision this is, if no
    /// record could hold it: better refused here than after all the work.
    fn faulty_identity(&self) -> Option<&'static str> {
        let is_digest = |text: &str| {
            text.len() == 64 && text.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f'))
        };
        let is_uuid = uuid::Uuid::try_parse(&self.submission_id)
            .is_ok_and(|uuid| uuid.hyphenated().to_string() == self.submission_id);
        let previous = self.previous.as_deref();
        if !is_uuid {
            Some("submissionId")
        } else if self.revision == 0 {
            Some("revision")
        } else if !previous.is_none_or(is_digest) || (self.revision == 1) != previous.is_none() {
            Some("previous")
        } else {
            None
        }
    }

    /// Takes out of every text what a record forbids; says how much it was.
    /// What was edited by hand is held to what [`super::Edit`] guarantees.
    fn clean(&mut self) -> usize {
        let mut count = 0;
        let mut lines: Vec<&mut String> = vec![
            &mut self.organization.id,
            &mut self.cycle,
            &mut self.contact,
        ];
        for localized in [
            &mut self.organization.name,
            &mut self.organization.abbreviation,
            &mut self.audience,
            &mut self.preparer.title,
            &mut self.approver.title,
        ] {
            lines.extend([&mut localized.en, &mut localized.fr]);
        }
        lines.extend([&mut self.preparer.name, &mut self.approver.name]);
        for line in lines {
            count += clean(line);
            *line = super::apply::one_line(line);
        }
        for answer in self.answers.values_mut() {
            count += clean(&mut answer.text.en) + clean(&mut answer.text.fr);
            answer.text.settle();
        }
        count
    }
}

/// Cleans one text; says how much was changed.
fn clean(text: &mut String) -> usize {
    let cleaned = text::clean_literal(text);
    *text = cleaned.text;
    cleaned.changes.iter().map(|change| change.count).sum()
}

/// Major and minor version, where the value is a draft at all.
fn version(value: &Value) -> Option<(u32, u32)> {
    let format = value.get("format")?.as_str()?;
    let (name, version) = format.split_once('/')?;
    let (major, minor) = version.split_once('.')?;
    (name == FORMAT).then_some(())?;
    Some((major.parse().ok()?, minor.parse().ok()?))
}

/// Takes out what a newer minor version wrote beside texts in both languages.
fn without_unknown_beside(value: &Value) -> (Value, BTreeMap<String, Map<String, Value>>) {
    let mut value = value.clone();
    let mut unknown_beside = BTreeMap::new();
    for place in PAIRS {
        if let Some(Value::Object(pair)) = value.pointer_mut(place) {
            let (known, unknown): (Map<_, _>, Map<_, _>) = std::mem::take(pair)
                .into_iter()
                .partition(|(name, _)| ["en", "fr"].contains(&name.as_str()));
            *pair = known;
            if !unknown.is_empty() {
                unknown_beside.insert(place.to_owned(), unknown);
            }
        }
    }
    (value, unknown_beside)
}

fn definition(reference: &QuestionnaireReference) -> Result<&'static Shipped, DraftError> {
    let matches = |shipped: &&Shipped| {
        let questionnaire = &shipped.questionnaire;
        questionnaire.id == reference.id
            && questionnaire.version == reference.version
            && super::hex(&questionnaire.sha256) == reference.sha256
    };
    let unknown = || DraftError::UnknownQuestionnaire {
        id: reference.id.clone(),
        version: reference.version.clone(),
    };
    shipped().iter().find(matches).ok_or_else(unknown)
}

/// Times in drafts: RFC 3339 with offset, to the second.
pub(super) mod time {
    use chrono::{DateTime, FixedOffset, SecondsFormat};
    use serde::{Deserialize, Deserializer, Serializer};

    pub(in crate::response) fn serialize<S: Serializer>(
        time: &DateTime<FixedOffset>,
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&time.to_rfc3339_opts(SecondsFormat::Secs, false))
    }

    pub(in crate::response) fn deserialize<'de, D: Deserializer<'de>>(
        deserializer: D,
    ) -> Result<DateTime<FixedOffset>, D::Error> {
        let text = String::deserialize(deserializer)?;
        DateTime::parse_from_rfc3339(&text).map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use chrono::DateTime;

    use super::*;
    use crate::i18n::Language;
    use crate::response::Edit;

    fn draft() -> Value {
        let questionnaire = &shipped()[0].questionnaire;
        let now = DateTime::parse_from_rfc3339("2024-11-15T09:00:00-05:00").unwrap();
        let id = uuid::Uuid::nil();
        let mut response = QuestionnaireResponse::new(questionnaire, id, now);
        let edit = Edit::Write {
            item: "q8".into(),
            language: Language::French,
            text: "Médias sociaux".into(),
        };
        response.apply(questionnaire, edit, now).unwrap();
        serde_json::from_str(&response.to_draft_json()).unwrap()
    }

    fn saved(loaded: &LoadedDraft) -> Value {
        serde_json::from_str(&loaded.response.to_draft_json()).unwrap()
    }

    #[test]
    fn save_then_load_is_identity() {
        let loaded = QuestionnaireResponse::from_draft_json(&draft()).unwrap();
        assert_eq!(saved(&loaded), draft());
        assert!(!loaded.read_only);
    }

    #[test]
    fn unknown_members_of_a_newer_minor_version_survive() {
        let mut value = draft();
        value["format"] = "probitas-draft/1.7".into();
        value["dueDate"] = "soon".into();
        value["organization"]["sector"] = 4.into();
        value["organization"]["name"]["iu"] = "ᑲᓇᑕ".into();
        value["preparer"]["title"]["short"] = "x".into();
        value["answers"]["q8"]["comment"] = serde_json::json!({"by": "x"});
        value["answers"]["q8"]["text"]["iu"] = "ᐄ".into();
        value["questionnaire"]["title"] = "x".into();
        value["preparer"]["phone"] = "613".into();
        value["readyForApproval"] = serde_json::json!({
            "at": "2024-11-15T09:00:00-05:00", "sha256": "0f".repeat(32), "by": "x",
        });
        let loaded = QuestionnaireResponse::from_draft_json(&value).unwrap();
        assert_eq!(saved(&loaded), value);
        assert!(!loaded.read_only);
    }

    #[test]
    fn unknown_members_keep_their_order() {
        let mut value = draft();
        for name in ["second", "first", "third"] {
            value[name] = serde_json::json!({});
        }
        let loaded = QuestionnaireResponse::from_draft_json(&value).unwrap();
        let names: Vec<String> = saved(&loaded)
            .as_object()
            .unwrap()
            .keys()
            .cloned()
            .collect();
        assert!(
            names.ends_with(&["second", "first", "third"].map(str::to_owned)),
            "{names:?}"
        );
    }

    #[test]
    fn contact_is_kept_and_a_draft_without_one_stays_as_it_is() {
        let mut value = draft();
        assert_eq!(value.get("contact"), None);
        value["contact"] = "A. Tremblay,\n613-555-0100".into();
        let loaded = QuestionnaireResponse::from_draft_json(&value).unwrap();
        assert_eq!(loaded.response.contact(), "A. Tremblay, 613-555-0100");
        assert_eq!(saved(&loaded)["contact"], "A. Tremblay, 613-555-0100");
        assert_eq!(saved(&loaded)["format"], "probitas-draft/1.0");
    }

    #[test]
    fn a_newer_major_version_is_read_only() {
        let mut value = draft();
        value["format"] = "probitas-draft/2.0".into();
        assert!(
            QuestionnaireResponse::from_draft_json(&value)
                .unwrap()
                .read_only
        );
    }

    #[test]
    fn damage_is_told_with_its_place() {
        let mut value = draft();
        value["answers"]["q8"]["release"] = "yes".into();
        let error = QuestionnaireResponse::from_draft_json(&value).unwrap_err();
        let place = "answers.q8.release".to_owned();
        assert_eq!(error, DraftError::Damaged { place });
    }

    #[test]
    fn identity_that_no_record_could_hold_is_damage() {
        let digest = "0f".repeat(32);
        for (member, content) in [
            ("submissionId", "x".into()),
            (
                "submissionId",
                "B0E6FB52-1F2C-4C0D-9D7A-6A2F5F1C9A01".into(),
            ),
            ("revision", 0.into()),
            ("previous", digest.as_str().into()),
        ] {
            let mut value = draft();
            value[member] = content;
            let error = QuestionnaireResponse::from_draft_json(&value).unwrap_err();
            let place = member.to_owned();
            assert_eq!(error, DraftError::Damaged { place });
        }
        for (previous, good) in [
            (Value::Null, false),
            (digest[1..].into(), false),
            (digest.to_uppercase().into(), false),
            (digest.into(), true),
        ] {
            let mut value = draft();
            value["revision"] = 2.into();
            value["previous"] = previous;
            let read = QuestionnaireResponse::from_draft_json(&value);
            assert_eq!(read.is_ok(), good);
        }
    }

    #[test]
    fn names_that_were_edited_by_hand_are_one_line() {
        let mut value = draft();
        value["organization"]["name"]["en"] = "A\nB".into();
        value["preparer"]["title"]["fr"] = "C\tD".into();
        let response = QuestionnaireResponse::from_draft_json(&value)
            .unwrap()
            .response;
        assert_eq!(response.organization().name.en, "A B");
        let title = &response.person(crate::questionnaire::Role::Preparer).title;
        assert_eq!(title.fr, "C D");
    }

    #[test]
    fn source_that_was_edited_by_hand_makes_the_translation_stale() {
        use crate::response::Translation;
        let mut value = draft();
        value["answers"]["q8"]["text"] = serde_json::json!({
            "en": "New", "fr": "Ancien", "source": "en",
            "translation": {"state": "confirmed", "of": "Old"},
        });
        let response = QuestionnaireResponse::from_draft_json(&value)
            .unwrap()
            .response;
        let answer = response.answer(&"q8".into()).unwrap();
        let of = "Old".to_owned();
        let rewritten = false;
        assert_eq!(
            answer.text.translation,
            Translation::Stale { of, rewritten }
        );
    }

    #[test]
    fn what_was_written_comes_back_as_it_was_saved() {
        let questionnaire = &shipped()[0].questionnaire;
        for text in [
            "· Yes",
            "a\n• xyz",
            "1. a\n   • b",
            "o\tx",
            "§\t12",
            "- a\n\n  ◦ b",
        ] {
            let loaded = QuestionnaireResponse::from_draft_json(&draft()).unwrap();
            let mut response = loaded.response;
            let edit = Edit::Write {
                item: "q8".into(),
                language: Language::French,
                text: text.to_owned(),
            };
            let now = response.modified_at();
            response.apply(questionnaire, edit, now).unwrap();
            assert_eq!(response.answer(&"q8".into()).unwrap().text.fr, text);
            let value = serde_json::from_str(&response.to_draft_json()).unwrap();
            let again = QuestionnaireResponse::from_draft_json(&value).unwrap();
            assert_eq!(again.cleaned_count, 0, "{text:?}");
            assert_eq!(again.response, response, "{text:?}");
        }
    }

    #[test]
    fn translation_that_nobody_confirmed_is_saved_as_such() {
        use crate::response::Translation;
        let mut value = draft();
        value["answers"]["q8"]["text"] = serde_json::json!({
            "en": "Old", "fr": "Autre", "source": "en",
            "translation": {"state": "stale", "of": "Old", "rewritten": true},
        });
        let loaded = QuestionnaireResponse::from_draft_json(&value).unwrap();
        let answer = loaded.response.answer(&"q8".into()).unwrap();
        let translation = &answer.text.translation;
        assert!(matches!(translation, Translation::Stale { .. }));
        assert_eq!(saved(&loaded)["answers"], value["answers"]);
    }

    #[test]
    fn another_definition_is_refused_by_name() {
        let mut value = draft();
        value["questionnaire"]["version"] = "2031".into();
        let error = QuestionnaireResponse::from_draft_json(&value).unwrap_err();
        assert!(matches!(error, DraftError::UnknownQuestionnaire { .. }));
        let error = QuestionnaireResponse::from_draft_json(&Value::Null).unwrap_err();
        assert_eq!(error, DraftError::NotADraft);
    }
}
