//! The questionnaire as data: sections, questions, items, conditions.
//!
//! A question is one or more *items*; an item is one choice or one text
//! (`RESPONSE_MODEL`: state belongs to the item). A definition is one JSON
//! file, read by [`Questionnaire::load`], which reports every defect at once.
//! Where each wording comes from stands in a file of its own ([`Provenance`]),
//! so that finding an official text changes no digest; our [`Guidance`] does too.
//!
//! Next in the flow: [`crate::response`] holds answers to these items. Left
//! out on purpose: any drawing or ordering of a screen.

mod aliases;
mod condition;
mod find;
mod folded;
mod guidance;
mod ids;
mod load;
mod provenance;
mod shipped;

use crate::i18n::{Language, Localized, Message, common};

pub use aliases::Aliases;
pub use condition::{Answers, Condition, ItemState};
pub use find::WordingHit;
pub use folded::folded;
pub use guidance::{Guidance, Passage, QuestionGuidance, Recommendation, Report, Submission};
pub use ids::{ItemId, OptionId};
pub use load::{Defect, DefectKind, LoadError};
pub use provenance::{Origin, Provenance, Source};
pub use shipped::{Shipped, shipped};

/// A questionnaire: what is asked, in both languages, and when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Questionnaire {
    /// The identifier, the same for every version.
    pub id: String,
    /// The version of the wording and structure.
    pub version: String,
    /// SHA-256 of the canonical form (RFC 8785) of the definition file.
    pub sha256: [u8; 32],
    /// The reporting cycle that a new response starts with.
    pub cycle: String,
    /// The central agency that a new response is addressed to.
    pub audience: Localized,
    /// The title of the form.
    pub title: Localized,
    /// How a question is labelled; `{n}` stands for its number.
    pub question_label: Localized,
    /// How "not applicable" is printed and written.
    pub not_applicable: StateWording,
    /// How "no response" is printed and written.
    pub no_response: StateWording,
    /// Paragraphs before the first section.
    pub introduction: Vec<Localized>,
    /// The sections in order.
    pub sections: Vec<Section>,
    /// Choices that contradict each other, with an explanation.
    pub consistency: Vec<ConsistencyCheck>,
    /// What the people who prepare and approve attest.
    pub attestations: Vec<Attestation>,
}

/// How a decided state is printed, and the words by which it is recognized.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StateWording {
    /// The words in which the state is printed.
    pub printed: Localized,
    /// Texts that consist of one of these, upper and lower case alike, are the state.
    pub forms: Vec<String>,
}

/// A part of the form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    /// The identifier.
    pub id: String,
    /// The title with its number, if it has one.
    pub title: Localized,
    /// Paragraphs before the first question.
    pub introduction: Vec<Localized>,
    /// The questions in order.
    pub questions: Vec<Question>,
}

/// A question: its wording, and the items that answer it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    /// The identifier.
    pub id: String,
    /// The number that is printed.
    pub number: u32,
    /// What is asked.
    pub wording: Localized,
    /// A hint on how to answer, such as "Select all that apply."
    pub hint: Option<Localized>,
    /// Which of the items have to be answered.
    pub answered_by: AnsweredBy,
    /// The items in order; at least one.
    pub items: Vec<Item>,
}

/// When a question counts as answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AnsweredBy {
    /// By every item that is expected.
    EveryItem,
    /// By any one of its items, as Questions 6 and 7 by a tick or a text.
    AnyItem,
}

/// One choice or one text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// The identifier, the same in drafts and records.
    pub id: ItemId,
    /// What the answer is.
    pub kind: ItemKind,
    /// The prompts above a text of its own; none where the question itself asks.
    pub prompts: Vec<Localized>,
    /// When an answer is required; always where there is no condition.
    pub expected_when: Option<Condition>,
    /// Whether a screen folds the item while nothing is expected of it.
    pub folds: bool,
}

/// What an item is answered with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ItemKind {
    /// Exactly one of several options.
    SingleChoice(Vec<AnswerOption>),
    /// Any number of options.
    MultipleChoice(Vec<AnswerOption>),
    /// A text: a small document of paragraphs and lists.
    Text,
}

/// An option of a choice; it may group further options.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AnswerOption {
    /// The identifier, the same in drafts and records.
    pub id: OptionId,
    /// What is printed beside the box.
    pub label: Localized,
    /// Options below this one.
    pub options: Vec<AnswerOption>,
}

/// A combination of answers that deserves a warning.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ConsistencyCheck {
    /// The identifier, kept with an acknowledgement.
    pub id: String,
    /// When the warning is given.
    pub when: Condition,
    /// The warning, which explains itself.
    pub explanation: Localized,
}

/// Who attests.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize,
)]
#[serde(rename_all = "camelCase")]
pub enum Role {
    /// The person who prepared the response.
    Preparer,
    /// The deputy head, who approves it.
    DeputyHead,
}

impl Role {
    /// The name in files: `preparer` or `deputyHead`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Role::Preparer => "preparer",
            Role::DeputyHead => "deputyHead",
        }
    }

    /// The role of a name in files.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        [Role::Preparer, Role::DeputyHead]
            .into_iter()
            .find(|role| role.name() == name)
    }

    /// The role as it stands in a sentence.
    #[must_use]
    pub fn in_words(self) -> Message {
        match self {
            Role::Preparer => common::role_preparer(),
            Role::DeputyHead => common::role_deputy_head(),
        }
    }
}

/// The words under which a person puts a name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attestation {
    /// The identifier of the wording.
    pub id: String,
    /// Its version, from 1.
    pub version: u32,
    /// Who attests with it.
    pub role: Role,
    /// The sentence.
    pub wording: Localized,
}

impl Questionnaire {
    /// Every question in order.
    pub fn questions(&self) -> impl Iterator<Item = &Question> {
        self.sections.iter().flat_map(|section| &section.questions)
    }

    /// Every item in the form's order.
    pub fn items(&self) -> impl Iterator<Item = &Item> {
        self.questions().flat_map(|question| &question.items)
    }

    /// The item of an id.
    #[must_use]
    pub fn item(&self, id: &ItemId) -> Option<&Item> {
        self.items().find(|item| &item.id == id)
    }

    /// The question that an item belongs to.
    #[must_use]
    pub fn question_of(&self, id: &ItemId) -> Option<&Question> {
        self.questions()
            .find(|question| question.items.iter().any(|item| &item.id == id))
    }

    /// The label of a question, such as "Question 3".
    #[must_use]
    pub fn label_of(&self, question: &Question) -> Localized {
        Localized::from_fn(|language| {
            let label = self.question_label.get(language);
            label.replace("{n}", &question.number.to_string())
        })
    }

    /// The attestation of a role.
    #[must_use]
    pub fn attestation(&self, role: Role) -> Option<&Attestation> {
        self.attestations
            .iter()
            .find(|wording| wording.role == role)
    }
}

impl StateWording {
    /// Whether a text consists of one of the listed forms. White space around
    /// it, case and the shape of apostrophes make no difference.
    #[must_use]
    pub fn is_form(&self, text: &str) -> bool {
        let fold = |text: &str| text.trim().to_lowercase().replace('\'', "’");
        let text = text.trim();
        // Nothing longer than this can be a form; long answers are not folded.
        text.len() < 64 && self.forms.iter().any(|form| fold(form) == fold(text))
    }
}

impl Item {
    /// The options of a choice, without those below them; none for a text.
    #[must_use]
    pub fn options(&self) -> &[AnswerOption] {
        match &self.kind {
            ItemKind::SingleChoice(options) | ItemKind::MultipleChoice(options) => options,
            ItemKind::Text => &[],
        }
    }

    /// Every option in order, each before those below it.
    #[must_use]
    pub fn all_options(&self) -> Vec<&AnswerOption> {
        let mut found = Vec::new();
        for option in self.options() {
            option.collect(&mut found);
        }
        found
    }

    /// Whether the answer is a text.
    #[must_use]
    pub fn is_text(&self) -> bool {
        self.kind == ItemKind::Text
    }

    /// The prompts in a language.
    pub fn prompts_in(&self, language: Language) -> impl Iterator<Item = &str> {
        self.prompts
            .iter()
            .map(move |prompt| prompt.get(language).as_str())
    }
}

impl AnswerOption {
    fn collect<'a>(&'a self, found: &mut Vec<&'a AnswerOption>) {
        found.push(self);
        for option in &self.options {
            option.collect(found);
        }
    }
}
