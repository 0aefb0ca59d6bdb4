//! What can differ between two versions, and its value on one side.

use std::collections::BTreeSet;
use std::mem;

use crate::i18n::{Language, Localized};
use crate::questionnaire::{ItemId, OptionId, Questionnaire, Role};
use crate::response::{
    Acknowledgement, Answer, AnswerLanguages, Decision, Edit, Marking, Person,
    QuestionnaireResponse, Translation, UnplacedLine,
};

/// The smallest thing that is taken from one side or the other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Part {
    /// The choices of an item.
    Choices(ItemId),
    /// The text of an item in a language.
    Text(ItemId, Language),
    /// How the two languages of a text stand to each other.
    Translation(ItemId),
    /// Whether an item is decided to be not applicable or without response.
    Decision(ItemId),
    /// Whether a supplementary answer goes out.
    Release(ItemId),
    /// The organization's identifier.
    OrganizationId,
    /// The organization's name in a language.
    OrganizationName(Language),
    /// The organization's abbreviation in a language.
    OrganizationAbbreviation(Language),
    /// The reporting cycle.
    Cycle,
    /// The central agency that is written to.
    Audience,
    /// Whom the central agency asks.
    Contact,
    /// The security marking.
    Marking,
    /// The language that comes first.
    LanguageOrder,
    /// The languages in which the organization answers.
    AnswerLanguages,
    /// A person.
    Person(Role),
    /// The lines that an import could not place.
    Unplaced,
    /// The warnings that somebody acknowledged.
    Acknowledgements,
}

impl Part {
    /// The item, where it is a part of an answer.
    #[must_use]
    pub fn item(&self) -> Option<&ItemId> {
        match self {
            Part::Choices(item)
            | Part::Text(item, _)
            | Part::Translation(item)
            | Part::Decision(item)
            | Part::Release(item) => Some(item),
            _ => None,
        }
    }
}

/// What a part is on one side.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// Chosen options.
    Options(BTreeSet<OptionId>),
    /// A text or a line.
    Text(String),
    /// The language written first, and the standing of the other one.
    Translation(Language, Translation),
    /// A decision.
    Decision(Decision),
    /// Whether it goes out.
    Release(bool),
    /// A line in both languages.
    Localized(Localized),
    /// A marking.
    Marking(Marking),
    /// A language.
    Language(Language),
    /// Languages to answer in.
    AnswerLanguages(AnswerLanguages),
    /// A person.
    Person(Box<Person>),
    /// Lines without a place.
    Lines(Vec<UnplacedLine>),
    /// Acknowledged warnings.
    Acknowledgements(Vec<Acknowledgement>),
}

impl QuestionnaireResponse {
    /// What a part is in this response.
    #[must_use]
    pub(super) fn value_of(&self, part: &Part) -> Value {
        if let Some(item) = part.item() {
            let blank = Answer::default();
            let answer = self.answer(item).unwrap_or(&blank);
            return value_of_answer(answer, part);
        }
        match part {
            Part::OrganizationId => Value::Text(self.organization.id.clone()),
            Part::OrganizationName(language) => {
                Value::Text(self.organization.name.get(*language).clone())
            }
            Part::OrganizationAbbreviation(language) => {
                Value::Text(self.organization.abbreviation.get(*language).clone())
            }
            Part::Audience => Value::Localized(self.audience.clone()),
            Part::Contact => Value::Text(self.contact.clone()),
            Part::Marking => Value::Marking(self.marking),
            Part::LanguageOrder => Value::Language(self.language_order),
            Part::AnswerLanguages => Value::AnswerLanguages(self.answer_languages),
            Part::Person(role) => Value::Person(Box::new(self.person(*role).clone())),
            Part::Unplaced => Value::Lines(self.unplaced.clone()),
            Part::Acknowledgements => Value::Acknowledgements(self.acknowledgements.clone()),
            // Those of an answer have returned already.
            _ => Value::Text(self.cycle.clone()),
        }
    }
}

fn value_of_answer(answer: &Answer, part: &Part) -> Value {
    match part {
        Part::Text(_, language) => Value::Text(answer.text.get(*language).to_owned()),
        Part::Translation(_) => {
            Value::Translation(answer.text.source, answer.text.translation.clone())
        }
        Part::Decision(_) => Value::Decision(answer.decision),
        Part::Release(_) => Value::Release(answer.release),
        _ => Value::Options(answer.choices.clone()),
    }
}

impl Value {
    /// Whether it says nothing beyond what an untouched form says.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        match self {
            Value::Options(options) => options.is_empty(),
            Value::Text(text) => crate::text::document::is_blank(text),
            Value::Translation(_, translation) => *translation == Translation::None,
            Value::Decision(decision) => *decision == Decision::Open,
            Value::Release(release) => *release,
            Value::Localized(text) => text.en.is_empty() && text.fr.is_empty(),
            Value::Marking(marking) => *marking == Marking::None,
            Value::Language(_) | Value::AnswerLanguages(_) => false,
            Value::Person(person) => **person == Person::default(),
            Value::Lines(lines) => lines.is_empty(),
            Value::Acknowledgements(all) => all.is_empty(),
        }
    }

    /// Both values, this one first.
    pub(super) fn with(self, other: &Value) -> Value {
        match (self, other) {
            (Value::Options(own), Value::Options(other)) => {
                Value::Options(own.union(other).cloned().collect())
            }
            (Value::Text(own), Value::Text(other)) => {
                let text = format!("{}\n\n{}", own.trim_end(), other.trim_start_matches('\n'));
                Value::Text(crate::text::clean_literal(&text).text)
            }
            (Value::Lines(mut own), Value::Lines(other)) => {
                let new: Vec<_> = other.iter().filter(|line| !own.contains(line)).collect();
                let new: Vec<UnplacedLine> = new.into_iter().cloned().collect();
                own.extend(new);
                Value::Lines(own)
            }
            (Value::Acknowledgements(mut own), Value::Acknowledgements(other)) => {
                let known = own.clone();
                let is_new =
                    |one: &&Acknowledgement| known.iter().all(|known| known.finding != one.finding);
                own.extend(other.iter().filter(is_new).cloned());
                Value::Acknowledgements(own)
            }
            (own, _) => own,
        }
    }

    /// Takes out options that the definition does not offer here.
    pub(super) fn keep_known(&mut self, questionnaire: &Questionnaire, part: &Part) {
        if let (Value::Options(options), Some(item)) = (self, part.item()) {
            let item = questionnaire.item(item);
            let known = item.map(|item| item.all_options()).unwrap_or_default();
            options.retain(|option| known.iter().any(|known| known.id == *option));
        }
    }

    /// Puts a part of an answer in its place.
    pub(super) fn put_into(self, answer: &mut Answer, part: &Part) {
        match (self, part) {
            (Value::Options(options), _) => answer.choices = options,
            (Value::Text(text), Part::Text(_, language)) => {
                *answer.text.get_mut(*language) = text;
            }
            (Value::Translation(source, translation), _) => {
                answer.text.source = source;
                answer.text.translation = translation;
            }
            (Value::Decision(decision), _) => answer.decision = decision,
            (Value::Release(release), _) => answer.release = release,
            _ => {}
        }
    }

    /// The changes that give `response` this value of a part that is no answer.
    pub(super) fn edits(self, part: &Part, response: &QuestionnaireResponse) -> Vec<Edit> {
        let edit = match (self, part) {
            (Value::Text(text), Part::OrganizationId) => Edit::OrganizationId(text),
            (Value::Text(text), Part::OrganizationName(language)) => {
                Edit::OrganizationName(*language, text)
            }
            (Value::Text(text), Part::OrganizationAbbreviation(language)) => {
                Edit::OrganizationAbbreviation(*language, text)
            }
            (Value::Text(text), Part::Cycle) => Edit::Cycle(text),
            (Value::Text(text), Part::Contact) => Edit::Contact(text),
            (Value::Localized(text), _) => Edit::Audience(text),
            (Value::Marking(marking), _) => Edit::Marking(marking),
            (Value::Language(language), _) => Edit::LanguageOrder(language),
            (Value::AnswerLanguages(languages), _) => Edit::AnswerLanguages(languages),
            (Value::Person(mut person), Part::Person(role)) => {
                // What only a newer version understands stays of this side.
                let own = response.person(*role).unknown.clone();
                let theirs = mem::replace(&mut person.unknown, own);
                for (name, value) in theirs {
                    person.unknown.entry(name).or_insert(value);
                }
                Edit::Person(*role, person)
            }
            (Value::Acknowledgements(all), _) => Edit::Acknowledgements(all),
            (Value::Lines(lines), _) => {
                let gone = response.unplaced.iter().map(|_| Edit::RemoveLine(0));
                // From the last to the first, each at the beginning: an edit
                // is checked before those before it are applied.
                let new = lines.into_iter().rev();
                let new = new.map(|line| Edit::InsertLine(0, line));
                return gone.chain(new).collect();
            }
            _ => return Vec::new(),
        };
        vec![edit]
    }
}
