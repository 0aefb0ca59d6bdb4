//! What a form holds, and the one way to change it.
//!
//! A [`QuestionnaireResponse`] is the truth that screen, JSON, PDF and text
//! all show. It maps items to answers (`RESPONSE_MODEL`); nothing in it is
//! display text or a position in a list. Every change is one [`Edit`], applied
//! by [`QuestionnaireResponse::apply`], which returns its inverse: undo,
//! autosave, joining two drafts and the language switch all rest on that.
//!
//! Left out on purpose: what is required or contradictory ([`crate::rules`]),
//! and files ([`crate::storage`]).

mod answer;
mod apply;
mod draft;
mod edit;
pub mod find;
pub mod join;
mod people;
mod readiness;
pub mod tidy;

use std::collections::BTreeMap;

use chrono::{DateTime, FixedOffset, Timelike};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use sha2::{Digest, Sha256};

use crate::i18n::{Language, Localized};
use crate::questionnaire::{Answers, ItemId, ItemState, OptionId, Questionnaire, Role};

pub use answer::{Answer, AnswerText, Decision, Translation};
pub use apply::EditError;
pub use draft::{DraftError, LoadedDraft};
pub use edit::{Acknowledgement, Edit, Place, UnplacedLine};
pub use people::{AnswerLanguages, Marking, Organization, Person};
pub use readiness::Readiness;

/// Which definition a response answers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct QuestionnaireReference {
    /// The identifier of the questionnaire.
    pub id: String,
    /// Its version.
    pub version: String,
    /// SHA-256 of the definition's canonical form, in hexadecimal.
    pub sha256: String,
    /// Members of a newer minor version.
    #[serde(flatten)]
    pub unknown: Map<String, Value>,
}

/// A response to a questionnaire while it is being written: the draft.
///
/// Its members are those of the draft file, in the same order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct QuestionnaireResponse {
    questionnaire: QuestionnaireReference,
    submission_id: String,
    revision: u32,
    previous: Option<String>,
    #[serde(with = "draft::time")]
    modified_at: DateTime<FixedOffset>,
    organization: Organization,
    cycle: String,
    audience: Localized,
    marking: Marking,
    language_order: Language,
    answer_languages: AnswerLanguages,
    preparer: Person,
    approver: Person,
    /// Optional, since drafts of the first programs have none.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    contact: String,
    answers: BTreeMap<ItemId, Answer>,
    #[serde(default)]
    unplaced: Vec<UnplacedLine>,
    #[serde(default)]
    acknowledgements: Vec<Acknowledgement>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    ready_for_approval: Option<Readiness>,
    /// The minor version of the draft format that the response was read from.
    #[serde(skip)]
    minor: u32,
    /// Members of a newer minor version beside a text in both languages, by
    /// the place of that text; see [`draft`].
    #[serde(skip)]
    unknown_beside: BTreeMap<String, Map<String, Value>>,
    /// Members of a newer minor version at the top of the draft.
    #[serde(flatten)]
    unknown: Map<String, Value>,
}

impl QuestionnaireResponse {
    /// An empty response.
    ///
    /// `submission_id` is a UUID that the caller draws, `now` the time that
    /// the caller reads.
    #[must_use]
    pub fn new(
        questionnaire: &Questionnaire,
        submission_id: uuid::Uuid,
        now: DateTime<FixedOffset>,
    ) -> Self {
        QuestionnaireResponse {
            questionnaire: QuestionnaireReference {
                id: questionnaire.id.clone(),
                version: questionnaire.version.clone(),
                sha256: hex(&questionnaire.sha256),
                unknown: Map::new(),
            },
            submission_id: submission_id.to_string(),
            revision: 1,
            previous: None,
            modified_at: whole_seconds(now),
            organization: Organization::default(),
            cycle: questionnaire.cycle.clone(),
            audience: questionnaire.audience.clone(),
            marking: Marking::None,
            language_order: Language::English,
            answer_languages: AnswerLanguages::Both,
            preparer: Person::default(),
            approver: Person::default(),
            contact: String::new(),
            answers: BTreeMap::new(),
            unplaced: Vec::new(),
            acknowledgements: Vec::new(),
            ready_for_approval: None,
            minor: draft::MINOR,
            unknown_beside: BTreeMap::new(),
            unknown: Map::new(),
        }
    }

    /// The same response as a given revision. Not checked: that the first one
    /// has no previous one, and that every later one has.
    #[must_use]
    pub fn at_revision(mut self, revision: u32, previous: Option<String>) -> Self {
        self.revision = revision;
        self.previous = previous;
        self
    }

    /// The same response as it was last changed at a given moment.
    #[must_use]
    pub fn changed_at(mut self, moment: DateTime<FixedOffset>) -> Self {
        self.modified_at = whole_seconds(moment);
        self
    }

    /// Which definition is answered.
    #[must_use]
    pub fn questionnaire(&self) -> &QuestionnaireReference {
        &self.questionnaire
    }

    /// The UUID that stays the same through all revisions.
    #[must_use]
    pub fn submission_id(&self) -> &str {
        &self.submission_id
    }

    /// The revision, from 1; only a correction raises it.
    #[must_use]
    pub fn revision(&self) -> u32 {
        self.revision
    }

    /// SHA-256 of the previous revision's record in hexadecimal, if there is one.
    #[must_use]
    pub fn previous(&self) -> Option<&str> {
        self.previous.as_deref()
    }

    /// When the last change was made.
    #[must_use]
    pub fn modified_at(&self) -> DateTime<FixedOffset> {
        self.modified_at
    }

    /// Who answers.
    #[must_use]
    pub fn organization(&self) -> &Organization {
        &self.organization
    }

    /// The reporting cycle.
    #[must_use]
    pub fn cycle(&self) -> &str {
        &self.cycle
    }

    /// The central agency that the response is addressed to.
    #[must_use]
    pub fn audience(&self) -> &Localized {
        &self.audience
    }

    /// The security marking.
    #[must_use]
    pub fn marking(&self) -> Marking {
        self.marking
    }

    /// The language that comes first where both appear together.
    #[must_use]
    pub fn language_order(&self) -> Language {
        self.language_order
    }

    /// The languages in which the organization answers.
    #[must_use]
    pub fn answer_languages(&self) -> AnswerLanguages {
        self.answer_languages
    }

    /// The languages in which the organization answers, in its order.
    #[must_use]
    pub fn languages(&self) -> Vec<Language> {
        self.in_order(self.answer_languages)
    }

    /// Both languages, in the order of the organization.
    #[must_use]
    pub fn both_languages(&self) -> [Language; 2] {
        [self.language_order, self.language_order.other()]
    }

    /// Any languages, in the order of the organization.
    #[must_use]
    pub fn in_order(&self, languages: AnswerLanguages) -> Vec<Language> {
        let mut ordered = self.both_languages().to_vec();
        ordered.retain(|language| languages.includes(*language));
        ordered
    }

    /// The person of a role.
    #[must_use]
    pub fn person(&self, role: Role) -> &Person {
        match role {
            Role::Preparer => &self.preparer,
            Role::DeputyHead => &self.approver,
        }
    }

    /// Whom the central agency asks: name, telephone, e-mail, in one line of
    /// free text. It stays in the draft and is in no record.
    #[must_use]
    pub fn contact(&self) -> &str {
        &self.contact
    }

    /// The answer to an item, if anything was ever written or decided there.
    #[must_use]
    pub fn answer(&self, item: &ItemId) -> Option<&Answer> {
        self.answers.get(item)
    }

    /// Every answer with its item, also to items that the definition lacks.
    pub fn answers(&self) -> impl Iterator<Item = (&ItemId, &Answer)> {
        self.answers.iter()
    }

    /// Lines that an import could not place.
    #[must_use]
    pub fn unplaced(&self) -> &[UnplacedLine] {
        &self.unplaced
    }

    /// Warnings that somebody acknowledged; see [`Self::is_in_force`].
    #[must_use]
    pub fn acknowledgements(&self) -> &[Acknowledgement] {
        &self.acknowledgements
    }

    /// Whether the response is held as it is for those who approve it.
    #[must_use]
    pub fn ready_for_approval(&self) -> Option<&Readiness> {
        self.ready_for_approval.as_ref()
    }

    /// The state of an item.
    #[must_use]
    pub fn state(&self, questionnaire: &Questionnaire, item: &ItemId) -> ItemState {
        self.answer(item)
            .map_or(ItemState::Unanswered, |answer| answer.state(questionnaire))
    }

    /// Binds the response to its definition, for [`crate::questionnaire::Condition::holds`].
    #[must_use]
    pub fn with<'a>(&'a self, questionnaire: &'a Questionnaire) -> impl Answers + 'a {
        Bound {
            response: self,
            questionnaire,
        }
    }

    /// A digest of what stands at these places now. An acknowledgement keeps
    /// it, and lapses when it differs.
    #[must_use]
    pub fn basis(&self, places: &[Place]) -> String {
        let values: Vec<Value> = places.iter().map(|place| self.value_at(place)).collect();
        let bytes = serde_json_canonicalizer::to_vec(&values).unwrap_or_default();
        hex(&Sha256::digest(&bytes))
    }

    /// Whether an acknowledgement still stands: nothing changed at its places.
    #[must_use]
    pub fn is_in_force(&self, acknowledgement: &Acknowledgement) -> bool {
        acknowledgement.basis == self.basis(&acknowledgement.places)
    }

    fn value_at(&self, place: &Place) -> Value {
        let value = match place {
            Place::Item(item) => serde_json::to_value(self.answer(item)),
            Place::Organization => serde_json::to_value(&self.organization),
            Place::Person(role) => serde_json::to_value(self.person(*role)),
            Place::Unplaced => serde_json::to_value(&self.unplaced),
        };
        value.unwrap_or_default()
    }
}

struct Bound<'a> {
    response: &'a QuestionnaireResponse,
    questionnaire: &'a Questionnaire,
}

impl Answers for Bound<'_> {
    fn state(&self, item: &ItemId) -> ItemState {
        self.response.state(self.questionnaire, item)
    }

    fn selected(&self, item: &ItemId, option: &OptionId) -> bool {
        self.response
            .answer(item)
            .is_some_and(|answer| answer.choices.contains(option))
    }
}

/// A time as drafts and records write it: to the second.
fn whole_seconds(time: DateTime<FixedOffset>) -> DateTime<FixedOffset> {
    time.with_nanosecond(0).unwrap_or(time)
}

/// Bytes in lower-case hexadecimal.
#[must_use]
pub fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write as _;
    bytes.iter().fold(String::new(), |mut text, byte| {
        // Writing to a text cannot fail.
        write!(text, "{byte:02x}").unwrap_or_default();
        text
    })
}
