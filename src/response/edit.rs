//! Changes as values.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::{Answer, AnswerLanguages, Decision, Marking, Person, Readiness};
use crate::i18n::{Language, Localized};
use crate::questionnaire::{ItemId, OptionId, Role};

/// One change of a response.
///
/// Values are whole: an edit of a text carries the new text, not the keys
/// that were typed. Applying an edit returns the edit that takes it back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Edit {
    /// Sets the chosen options of an item, and takes a decision back if any is chosen.
    Choose {
        /// The choice.
        item: ItemId,
        /// All options that are chosen now.
        options: BTreeSet<OptionId>,
    },
    /// Sets the text of an item in a language, and takes a decision back.
    Write {
        /// The text item.
        item: ItemId,
        /// The language written in.
        language: Language,
        /// The stored form of the text.
        text: String,
    },
    /// Says in which language a text was written first.
    SetSource {
        /// The text item.
        item: ItemId,
        /// The language written first.
        language: Language,
    },
    /// Confirms that the two languages say the same now, or takes that back.
    ConfirmTranslation {
        /// The text item.
        item: ItemId,
        /// Whether it is confirmed.
        confirmed: bool,
    },
    /// Decides that an item is not applicable, has no response, or is open again.
    Decide {
        /// The item.
        item: ItemId,
        /// The decision.
        decision: Decision,
    },
    /// Says whether a supplementary answer goes out.
    Release {
        /// The item.
        item: ItemId,
        /// Whether it goes out.
        release: bool,
    },
    /// Puts back a whole answer, or its absence. Undo and joining use it.
    Restore {
        /// The item.
        item: ItemId,
        /// The answer as it was.
        answer: Option<Box<Answer>>,
    },
    /// Sets the organization's identifier.
    OrganizationId(String),
    /// Sets the organization's name in a language.
    OrganizationName(Language, String),
    /// Sets the organization's abbreviation in a language.
    OrganizationAbbreviation(Language, String),
    /// Sets the reporting cycle.
    Cycle(String),
    /// Sets the central agency that is written to.
    Audience(Localized),
    /// Sets the security marking.
    Marking(Marking),
    /// Sets the language that comes first.
    LanguageOrder(Language),
    /// Sets the languages in which the organization answers.
    AnswerLanguages(AnswerLanguages),
    /// Sets the person of a role.
    Person(Role, Box<Person>),
    /// Sets whom the central agency asks; one line of free text.
    Contact(String),
    /// Removes a line that could not be placed.
    RemoveLine(usize),
    /// Puts a line that could not be placed back where it stood.
    InsertLine(usize, UnplacedLine),
    /// Acknowledges a warning.
    Acknowledge(Acknowledgement),
    /// Sets all acknowledgements. Undo uses it.
    Acknowledgements(Vec<Acknowledgement>),
    /// Says that the response is ready for approval, or takes that back.
    ReadyForApproval(Option<Box<Readiness>>),
    /// Several changes that are one for the person who makes them.
    Together(Vec<Edit>),
}

/// A line of an imported page that found no place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct UnplacedLine {
    /// The language of the page.
    pub language: Language,
    /// The number of the line on the page, from 1.
    pub line: usize,
    /// The line as it stood there.
    pub text: String,
    /// The choice under which it stood, where it looks like an option.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub option_of: Option<ItemId>,
    /// Members of a newer minor version.
    #[serde(flatten)]
    pub unknown: Map<String, Value>,
}

/// Somewhere in a response that a finding can point at.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Place {
    /// An item.
    Item(ItemId),
    /// The names of the organization.
    Organization,
    /// A person.
    Person(Role),
    /// The lines that an import could not place.
    Unplaced,
}

/// A warning that somebody has seen and lets stand. It never goes out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Acknowledgement {
    /// The rule, and the cause where a rule has several: what
    /// [`crate::rules::Finding::key`] says.
    pub finding: String,
    /// The places that the warning named.
    pub places: Vec<Place>,
    /// What stood there, as a digest; see [`super::QuestionnaireResponse::basis`].
    pub basis: String,
    /// Why it may stand, in the words of whoever acknowledged it.
    #[serde(skip_serializing_if = "String::is_empty", default)]
    pub reason: String,
    /// Members of a newer minor version.
    #[serde(flatten)]
    pub unknown: Map<String, Value>,
}
