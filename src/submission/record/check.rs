//! What the types of a record cannot say, and the record that was checked.

use super::{
    Attestation, ChosenOption, PerLanguage, Record, RecordedAnswer, RecordedText, SubmissionDetails,
};
use crate::i18n::Localized;
use crate::questionnaire::{Questionnaire, shipped};
use crate::submission::canonical::{
    CanonicalBytes, CanonicalError, JsonError, is_canonical, parse_strict, sha256,
};
use crate::submission::fingerprint::RecordDigest;
use serde::Deserialize as _;
use std::collections::BTreeSet;

const MAX_ID_BYTES: usize = 128;

/// What a record does wrong although its members have the right types.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub enum RecordFault {
    /// It has not the members of a record, or one has a wrong value.
    #[error("not the members of a record")]
    Members,
    /// `answerCount` is not the number of answers.
    #[error("answerCount is not the number of answers")]
    AnswerCount,
    /// An item has two answers.
    #[error("two answers for one item")]
    DuplicateItem,
    /// The items are not those of the questionnaire in the form's order.
    #[error("not the items of the questionnaire in their order")]
    Items,
    /// An answered item has neither or both of choices and text, or an empty one.
    #[error("an answered item needs exactly one of choices and text")]
    AnswerContent,
    /// A text lacks its source language, or its translation is wrongly described.
    #[error("text and its languages do not fit")]
    TextLanguages,
    /// An id is empty or not made of the characters of ids.
    #[error("malformed id")]
    MalformedId,
    /// The submission's id is no UUID in lower case.
    #[error("submissionId is no UUID")]
    SubmissionId,
    /// A first revision with a previous one, or a later one without.
    #[error("revision and previous do not fit")]
    Revision,
    /// No answer language, or one twice.
    #[error("answerLanguages")]
    AnswerLanguages,
    /// A text is there but empty where it would be left out.
    #[error("empty text")]
    EmptyText,
}

/// Why a record cannot be signed.
#[derive(Debug, thiserror::Error)]
pub enum SealError {
    /// It is not consistent.
    #[error("record: {0}")]
    Record(#[from] RecordFault),
    /// It holds what narrowed I-JSON forbids.
    #[error("record: {0}")]
    Json(#[from] JsonError),
    /// It has no canonical form.
    #[error(transparent)]
    Canonical(#[from] CanonicalError),
}

/// A record that was checked, with its canonical bytes.
///
/// Guarantees: the bytes are the RFC 8785 form of the record, narrowed I-JSON,
/// and the record is consistent in itself. Where its questionnaire is one that
/// the program has, every item is there in the form's order. It does not check
/// the answers against a questionnaire.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct SealedRecord {
    record: Record,
    bytes: CanonicalBytes,
}

impl SealedRecord {
    /// Checks `record` and makes its canonical form.
    ///
    /// # Errors
    /// Where the record is not consistent or holds what a record may not.
    pub fn new(record: Record) -> Result<Self, SealError> {
        record.check()?;
        let bytes = CanonicalBytes::of(&record)?;
        parse_strict(bytes.as_bytes())?;
        Ok(Self { record, bytes })
    }

    /// Reads the very bytes that were signed.
    ///
    /// # Errors
    /// Where they are not narrowed I-JSON, not a consistent record, or not
    /// what writing that record gives.
    pub(in crate::submission) fn read(bytes: &[u8]) -> Result<Self, SealError> {
        let value = parse_strict(bytes)?;
        let members = || SealError::Record(RecordFault::Members);
        if !is_canonical(&value, bytes) {
            return Err(members());
        }
        let record = Record::deserialize(&value).map_err(|_content| members())?;
        record.check()?;
        // What a reader may leave out and still understand is refused here.
        let again = serde_json::to_value(&record).map_err(|_impossible| members())?;
        if again != value {
            return Err(members());
        }
        Ok(Self {
            record,
            bytes: CanonicalBytes::of_canonical(bytes),
        })
    }

    /// The record.
    #[must_use]
    pub const fn record(&self) -> &Record {
        &self.record
    }

    /// Its canonical form: what is signed.
    #[must_use]
    pub const fn bytes(&self) -> &CanonicalBytes {
        &self.bytes
    }

    /// The identity of the submission.
    #[must_use]
    pub fn digest(&self) -> RecordDigest {
        RecordDigest::new(self.bytes.sha256())
    }
}

impl Record {
    /// SHA-256 of the record in canonical form: the submission's identity.
    ///
    /// # Errors
    /// Where the record has no canonical form.
    pub fn digest(&self) -> Result<RecordDigest, CanonicalError> {
        CanonicalBytes::of(self).map(|bytes| RecordDigest::new(sha256(bytes.as_bytes())))
    }

    /// Checks what the types cannot say.
    ///
    /// # Errors
    /// The first fault.
    pub fn check(&self) -> Result<(), RecordFault> {
        self.submission.check()?;
        if self.answer_count != self.answers.len() {
            return Err(RecordFault::AnswerCount);
        }
        let items: BTreeSet<_> = self.answers.iter().map(RecordedAnswer::id).collect();
        if items.len() != self.answers.len() {
            return Err(RecordFault::DuplicateItem);
        }
        let questionnaire = [&self.questionnaire.id, &self.questionnaire.version];
        let wordings = self
            .attestations
            .iter()
            .map(|attestation| &attestation.wording_id);
        questionnaire
            .into_iter()
            .chain(wordings)
            .try_for_each(|id| check_id(id))?;
        self.answers.iter().try_for_each(RecordedAnswer::check)?;
        self.attestations.iter().try_for_each(Attestation::check)?;
        self.check_items()
    }

    /// The questionnaire that it answers, where the program has it.
    pub(in crate::submission) fn known_questionnaire(&self) -> Option<&'static Questionnaire> {
        let answered = |digest: [u8; 32]| RecordDigest::new(digest) == self.questionnaire.sha256;
        let mut known = shipped().iter().map(|shipped| &shipped.questionnaire);
        known.find(|known| answered(known.sha256))
    }

    /// Whether every item of the questionnaire is there, in the form's order.
    /// Of a questionnaire that the program has not, nothing can be said.
    fn check_items(&self) -> Result<(), RecordFault> {
        let Some(known) = self.known_questionnaire() else {
            return Ok(());
        };
        let items = known.items().map(|item| item.id.as_str());
        if items.eq(self.answers.iter().map(RecordedAnswer::id)) {
            Ok(())
        } else {
            Err(RecordFault::Items)
        }
    }
}

impl SubmissionDetails {
    fn check(&self) -> Result<(), RecordFault> {
        check_id(&self.organization_id)?;
        let uuid = uuid::Uuid::try_parse(&self.submission_id)
            .map_err(|_content| RecordFault::SubmissionId)?;
        if uuid.hyphenated().to_string() != self.submission_id {
            return Err(RecordFault::SubmissionId);
        }
        let first = self.revision == 1;
        if self.revision == 0 || first != self.previous.is_none() {
            return Err(RecordFault::Revision);
        }
        let languages: BTreeSet<_> = self.answer_languages.iter().collect();
        if languages.is_empty() || languages.len() != self.answer_languages.len() {
            return Err(RecordFault::AnswerLanguages);
        }
        if self.organization.name.is_empty() {
            return Err(RecordFault::EmptyText);
        }
        self.organization.name.check()?;
        self.organization.abbreviation.check()?;
        self.audience.check()
    }
}

fn localized(text: &Localized) -> Result<(), RecordFault> {
    if text.en.is_empty() || text.fr.is_empty() {
        return Err(RecordFault::EmptyText);
    }
    Ok(())
}

impl PerLanguage {
    fn check(&self) -> Result<(), RecordFault> {
        let empty = [&self.en, &self.fr]
            .into_iter()
            .flatten()
            .any(String::is_empty);
        if empty {
            Err(RecordFault::EmptyText)
        } else {
            Ok(())
        }
    }
}

impl RecordedAnswer {
    fn check(&self) -> Result<(), RecordFault> {
        check_id(self.id())?;
        match self {
            Self::Answered {
                choices: Some(choices),
                text: None,
                ..
            } if !choices.is_empty() => choices.iter().try_for_each(ChosenOption::check),
            Self::Answered {
                choices: None,
                text: Some(text),
                ..
            } => text.check(),
            Self::Answered { .. } => Err(RecordFault::AnswerContent),
            Self::NotApplicable { words, .. } => words.check(),
            Self::NoResponse { .. } | Self::NotAsked { .. } => Ok(()),
        }
    }
}

impl ChosenOption {
    fn check(&self) -> Result<(), RecordFault> {
        check_id(&self.id)?;
        localized(&self.label)
    }
}

impl Attestation {
    fn check(&self) -> Result<(), RecordFault> {
        if self.name.is_empty() {
            return Err(RecordFault::EmptyText);
        }
        if self.wording_version == 0 {
            return Err(RecordFault::Members);
        }
        self.title.check()?;
        localized(&self.wording)
    }
}

impl RecordedText {
    fn check(&self) -> Result<(), RecordFault> {
        let texts = PerLanguage {
            en: self.en.clone(),
            fr: self.fr.clone(),
        };
        texts.check()?;
        let both = texts.en.is_some() && texts.fr.is_some();
        let source = texts.in_language(self.source).is_some();
        if source && both == self.translation.is_some() {
            Ok(())
        } else {
            Err(RecordFault::TextLanguages)
        }
    }
}

fn check_id(id: &str) -> Result<(), RecordFault> {
    if is_id(id) {
        Ok(())
    } else {
        Err(RecordFault::MalformedId)
    }
}

/// Whether `id` is made of what file names, headers and other programs take
/// unchanged: 1 to 128 ASCII letters, digits, `.`, `-` and `_`.
#[must_use]
pub fn is_id(id: &str) -> bool {
    let fits = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-' | b'_');
    (1..=MAX_ID_BYTES).contains(&id.len()) && id.bytes().all(fits)
}

#[cfg(test)]
mod tests {
    use super::{RecordFault, SealError, SealedRecord};
    use crate::questionnaire::shipped;
    use crate::submission::fingerprint::RecordDigest;
    use crate::submission::record::{Record, RecordedAnswer, example};

    fn fault(change: impl FnOnce(&mut Record)) -> RecordFault {
        let mut record = example::record();
        change(&mut record);
        record.check().unwrap_err()
    }

    #[test]
    fn the_example_is_consistent_and_reads_back() {
        let sealed = SealedRecord::new(example::record()).unwrap();
        let read = SealedRecord::read(sealed.bytes().as_bytes()).unwrap();
        assert_eq!(read, sealed);
        assert_eq!(read.digest(), sealed.record().digest().unwrap());
    }

    #[test]
    fn inconsistent_records_are_named() {
        assert_eq!(
            fault(|record| record.answer_count += 1),
            RecordFault::AnswerCount
        );
        let twice = |record: &mut Record| {
            record.answers.push(record.answers[0].clone());
            record.answer_count += 1;
        };
        assert_eq!(fault(twice), RecordFault::DuplicateItem);
        assert_eq!(
            fault(|record| record.submission.revision = 0),
            RecordFault::Revision
        );
        assert_eq!(
            fault(|record| record.submission.revision = 2),
            RecordFault::Revision
        );
        let upper = |record: &mut Record| record.submission.submission_id.make_ascii_uppercase();
        assert_eq!(fault(upper), RecordFault::SubmissionId);
        let slug = |record: &mut Record| record.submission.organization_id = "a b".to_owned();
        assert_eq!(fault(slug), RecordFault::MalformedId);
        let none = |record: &mut Record| record.submission.answer_languages.clear();
        assert_eq!(fault(none), RecordFault::AnswerLanguages);
        let nameless =
            |record: &mut Record| record.submission.organization.name.en = Some(String::new());
        assert_eq!(fault(nameless), RecordFault::EmptyText);
        let contentless = |record: &mut Record| {
            if let RecordedAnswer::Answered { choices, .. } = &mut record.answers[0] {
                *choices = None;
            }
        };
        assert_eq!(fault(contentless), RecordFault::AnswerContent);
        let unwritten = |record: &mut Record| record.attestations[0].wording_version = 0;
        assert_eq!(fault(unwritten), RecordFault::Members);
    }

    /// A record of the form in which nothing was asked.
    fn of_the_form() -> Record {
        let form = &shipped()[0].questionnaire;
        let mut record = example::record();
        record.questionnaire.sha256 = RecordDigest::new(form.sha256);
        record.answers = form
            .items()
            .map(|item| RecordedAnswer::NotAsked {
                id: item.id.to_string(),
            })
            .collect();
        record.answer_count = record.answers.len();
        record
    }

    #[test]
    fn every_item_of_a_known_form_is_there_in_its_order() {
        assert_eq!(of_the_form().check(), Ok(()));
        let changes: [fn(&mut Record); 4] = [
            |record| {
                record.answers.pop();
            },
            |record| record.answers.clear(),
            |record| record.answers.swap(0, 1),
            |record| {
                let id = "q0".to_owned();
                record.answers.push(RecordedAnswer::NotAsked { id });
            },
        ];
        for change in changes {
            let mut record = of_the_form();
            change(&mut record);
            record.answer_count = record.answers.len();
            assert_eq!(record.check(), Err(RecordFault::Items));
            // Nobody knows which items another form has.
            record.questionnaire.sha256 = RecordDigest::new([0; 32]);
            assert_eq!(record.check(), Ok(()));
        }
    }

    #[test]
    fn a_record_with_a_forbidden_character_is_not_sealed() {
        let mut record = example::record();
        record.submission.cycle = "a\u{202e}b".to_owned();
        let error = SealedRecord::new(record).unwrap_err();
        assert!(matches!(error, SealError::Json(_)), "{error}");
    }
}
