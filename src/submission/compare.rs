//! How two submissions differ, or a submission and a draft, field by field.
//!
//! A signature cannot tell what was changed. Where an earlier copy is at hand,
//! comparing the records can; nothing is verified here.

use super::build;
use super::record::{
    Attestation, PerLanguage, Record, RecordFault, RecordedAnswer, RecordedText, Standing,
};
use crate::i18n::{Language, Localized, Message, common, compare as say};
use crate::questionnaire::{ItemId, Questionnaire, Role};
use crate::response::{Marking, Place, QuestionnaireResponse};
use crate::rules::{evaluate, place_label};

/// A field in which two records differ.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Difference {
    /// Which field.
    pub field: Field,
    /// What the first one holds, in both languages; empty where nothing.
    pub before: Localized,
    /// What the second one holds.
    pub after: Localized,
}

impl Difference {
    /// The lines in which the two differ, without those that are the same at
    /// the start and at the end.
    #[must_use]
    pub fn lines(&self, language: Language) -> (Vec<&str>, Vec<&str>) {
        let before: Vec<&str> = self.before.get(language).lines().collect();
        let after: Vec<&str> = self.after.get(language).lines().collect();
        let start = same(before.iter(), after.iter());
        let left = before.len().min(after.len()).saturating_sub(start);
        let end = same(before.iter().rev(), after.iter().rev()).min(left);
        let (before_count, after_count) = (before.len(), after.len());
        let changed = |count: usize| count.saturating_sub(start + end);
        let before = before.into_iter().skip(start);
        let after = after.into_iter().skip(start);
        (
            before.take(changed(before_count)).collect(),
            after.take(changed(after_count)).collect(),
        )
    }
}

/// How many lines are the same before the first that is not.
fn same<'a>(
    one: impl Iterator<Item = &'a &'a str>,
    two: impl Iterator<Item = &'a &'a str>,
) -> usize {
    one.zip(two).take_while(|(one, two)| one == two).count()
}

/// A field of a record.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Field {
    /// The identifier of the organization.
    OrganizationId,
    /// Its name in a language.
    OrganizationName(Language),
    /// Its abbreviation in a language.
    Abbreviation(Language),
    /// The cycle.
    Cycle,
    /// The UUID of the submission.
    SubmissionId,
    /// The revision.
    Revision,
    /// The digest of the revision before.
    Previous,
    /// The central agency, in a language.
    Audience(Language),
    /// When the draft was last changed.
    CreatedAt,
    /// The security marking.
    Marking,
    /// The languages of the answers.
    AnswerLanguages,
    /// Which questionnaire is answered.
    Questionnaire,
    /// Of an answer: its state, its choices, or its text.
    Answer(String, AnswerPart),
    /// Of a person who attests.
    Person(Role, PersonPart),
}

/// A part of an answer.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum AnswerPart {
    /// Whether and how it is answered.
    State,
    /// The chosen options.
    Choices,
    /// The text in a language.
    Text(Language),
    /// The language in which the text was written.
    Source,
    /// Whether its translation is confirmed.
    Translation,
}

/// A part of what a person attests to.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum PersonPart {
    /// The name.
    Name,
    /// The title in a language.
    Title(Language),
    /// Whether the person acts for the holder of the title.
    Acting,
    /// The words of the attestation.
    Wording,
}

/// The record that a draft would make as it is, complete or not. It is only to
/// be compared: nothing says that it may be signed.
///
/// # Errors
/// Where the draft's reference to the revision before is no digest.
pub fn record_of_draft(
    questionnaire: &Questionnaire,
    response: &QuestionnaireResponse,
) -> Result<Record, RecordFault> {
    build::record(questionnaire, response, &evaluate(questionnaire, response))
}

/// Every field in which `after` differs from `before`, in the record's order.
#[must_use]
pub fn compare(before: &Record, after: &Record) -> Vec<Difference> {
    let mut found = Found(Vec::new());
    found.details(before, after);
    found.answers(before, after);
    for role in [Role::Preparer, Role::DeputyHead] {
        let person = |record: &Record| {
            let mut attestations = record.attestations.iter();
            let found = attestations.find(|attestation| attestation.role == role);
            found.cloned()
        };
        found.person(role, person(before).as_ref(), person(after).as_ref());
    }
    found.0
}

struct Found(Vec<Difference>);

impl Found {
    fn add(&mut self, field: Field, before: Localized, after: Localized) {
        if before != after {
            self.0.push(Difference {
                field,
                before,
                after,
            });
        }
    }

    /// A value that is the same text in both languages.
    fn text(&mut self, field: Field, before: &str, after: &str) {
        let same = |text: &str| Localized::from_fn(|_| text.to_owned());
        self.add(field, same(before), same(after));
    }

    fn said(&mut self, field: Field, before: &Message, after: &Message) {
        self.add(field, both(before), both(after));
    }

    fn per_language(
        &mut self,
        field: impl Fn(Language) -> Field,
        before: &PerLanguage,
        after: &PerLanguage,
    ) {
        for language in Language::ALL {
            let text =
                |text: &PerLanguage| text.in_language(language).unwrap_or_default().to_owned();
            self.text(field(language), &text(before), &text(after));
        }
    }

    fn details(&mut self, before: &Record, after: &Record) {
        let (one, two) = (&before.submission, &after.submission);
        self.text(
            Field::OrganizationId,
            &one.organization_id,
            &two.organization_id,
        );
        let (names, other) = (&one.organization, &two.organization);
        self.per_language(Field::OrganizationName, &names.name, &other.name);
        self.per_language(
            Field::Abbreviation,
            &names.abbreviation,
            &other.abbreviation,
        );
        self.text(Field::Cycle, &one.cycle, &two.cycle);
        self.text(Field::SubmissionId, &one.submission_id, &two.submission_id);
        self.text(
            Field::Revision,
            &one.revision.to_string(),
            &two.revision.to_string(),
        );
        let previous = |record: &Record| {
            let digest = record.submission.previous.as_ref();
            digest.map(ToString::to_string).unwrap_or_default()
        };
        self.text(Field::Previous, &previous(before), &previous(after));
        self.per_language(Field::Audience, &one.audience, &two.audience);
        self.text(
            Field::CreatedAt,
            one.created_at.as_str(),
            two.created_at.as_str(),
        );
        self.said(Field::Marking, &marking(one.marking), &marking(two.marking));
        let languages = |languages: &[Language]| {
            Localized::from_fn(|shown| {
                let names = languages.iter().map(|language| name(*language).text(shown));
                names.collect::<Vec<String>>().join(", ")
            })
        };
        self.add(
            Field::AnswerLanguages,
            languages(&one.answer_languages),
            languages(&two.answer_languages),
        );
        let questionnaire = |record: &Record| {
            let reference = &record.questionnaire;
            format!(
                "{} {} {}",
                reference.id, reference.version, reference.sha256
            )
        };
        self.text(
            Field::Questionnaire,
            &questionnaire(before),
            &questionnaire(after),
        );
    }

    /// The answers of the first one in its order, then what only the second has.
    fn answers(&mut self, before: &Record, after: &Record) {
        let find = |record: &Record, id: &str| {
            let found = record.answers.iter().find(|answer| answer.id() == id);
            found.map(Answer::of).unwrap_or_default()
        };
        let known = |id: &str| before.answers.iter().any(|answer| answer.id() == id);
        let new = after.answers.iter().filter(|answer| !known(answer.id()));
        for answer in before.answers.iter().chain(new) {
            let id = answer.id();
            self.answer(id, &find(before, id), &find(after, id));
        }
    }

    fn answer(&mut self, id: &str, before: &Answer, after: &Answer) {
        let field = |part| Field::Answer(id.to_owned(), part);
        self.add(
            field(AnswerPart::State),
            before.state.clone(),
            after.state.clone(),
        );
        let (one, two) = (before.choices.clone(), after.choices.clone());
        if one == two && before.options != after.options {
            // Only the identifiers tell them apart.
            let (one, two) = (before.options.join("\n"), after.options.join("\n"));
            self.text(field(AnswerPart::Choices), &one, &two);
        }
        self.add(field(AnswerPart::Choices), one, two);
        let text = |language| field(AnswerPart::Text(language));
        self.per_language(text, &before.text, &after.text);
        self.add(
            field(AnswerPart::Source),
            before.source.clone(),
            after.source.clone(),
        );
        let (one, two) = (before.confirmed.clone(), after.confirmed.clone());
        self.add(field(AnswerPart::Translation), one, two);
    }

    fn person(&mut self, role: Role, before: Option<&Attestation>, after: Option<&Attestation>) {
        let field = |part| Field::Person(role, part);
        let name = |person: Option<&Attestation>| {
            person.map(|person| person.name.clone()).unwrap_or_default()
        };
        self.text(field(PersonPart::Name), &name(before), &name(after));
        let title = |person: Option<&Attestation>| {
            person
                .map(|person| person.title.clone())
                .unwrap_or_default()
        };
        let part = |language| field(PersonPart::Title(language));
        self.per_language(part, &title(before), &title(after));
        let acting = |person: Option<&Attestation>| yes_or_no(person.map(|person| person.acting));
        self.add(field(PersonPart::Acting), acting(before), acting(after));
        let wording = |person: Option<&Attestation>| {
            person
                .map(|person| person.wording.clone())
                .unwrap_or_default()
        };
        self.add(field(PersonPart::Wording), wording(before), wording(after));
    }
}

/// An answer as it is compared; nothing is empty.
#[derive(Default)]
struct Answer {
    state: Localized,
    options: Vec<String>,
    choices: Localized,
    text: PerLanguage,
    source: Localized,
    confirmed: Localized,
}

impl Answer {
    fn of(answer: &RecordedAnswer) -> Self {
        let mut shown = Self {
            state: both(&state(answer)),
            ..Self::default()
        };
        match answer {
            RecordedAnswer::Answered { choices, text, .. } => {
                let options = choices.iter().flatten();
                shown.options = options.map(|option| option.id.clone()).collect();
                shown.choices = Localized::from_fn(|language| {
                    let labels = choices.iter().flatten();
                    let labels = labels.map(|option| option.label.get(language).clone());
                    labels.collect::<Vec<String>>().join("\n")
                });
                if let Some(text) = text {
                    shown.add_text(text);
                }
            }
            RecordedAnswer::NotApplicable { words, .. } => shown.text = words.clone(),
            RecordedAnswer::NoResponse { .. } | RecordedAnswer::NotAsked { .. } => {}
        }
        shown
    }

    fn add_text(&mut self, text: &RecordedText) {
        self.text = PerLanguage {
            en: text.en.clone(),
            fr: text.fr.clone(),
        };
        self.source = both(&name(text.source));
        self.confirmed = yes_or_no(text.translation.map(|translation| translation.confirmed));
    }
}

fn state(answer: &RecordedAnswer) -> Message {
    match answer {
        RecordedAnswer::Answered { standing, .. } => match standing {
            Standing::Active => common::state_answered(),
            Standing::Supplementary => say::supplementary(),
        },
        RecordedAnswer::NotApplicable { .. } => common::state_not_applicable(),
        RecordedAnswer::NoResponse { .. } => common::state_no_response(),
        RecordedAnswer::NotAsked { .. } => common::state_not_asked(),
    }
}

fn marking(marking: Marking) -> Message {
    match marking {
        Marking::None => say::no_marking(),
        Marking::ProtectedA => say::protected_a(),
        Marking::ProtectedB => say::protected_b(),
    }
}

fn name(language: Language) -> Message {
    match language {
        Language::English => common::english(),
        Language::French => common::french(),
    }
}

fn yes_or_no(truth: Option<bool>) -> Localized {
    match truth {
        Some(true) => both(&say::yes()),
        Some(false) => both(&say::no()),
        None => Localized::default(),
    }
}

fn both(message: &Message) -> Localized {
    Localized::from_fn(|language| message.text(language))
}

impl Field {
    /// What the field is called; answers are named as in the questionnaire.
    #[must_use]
    pub fn label(&self, questionnaire: &Questionnaire) -> Message {
        let in_language = |field: Message, language: Language| say::field_in(field, name(language));
        match self {
            Self::OrganizationId => say::organization_id(),
            Self::OrganizationName(language) => in_language(say::organization_name(), *language),
            Self::Abbreviation(language) => in_language(say::abbreviation(), *language),
            Self::Cycle => say::cycle(),
            Self::SubmissionId => say::submission_id(),
            Self::Revision => say::revision(),
            Self::Previous => say::previous(),
            Self::Audience(language) => in_language(say::audience(), *language),
            Self::CreatedAt => say::created_at(),
            Self::Marking => say::marking(),
            Self::AnswerLanguages => say::answer_languages(),
            Self::Questionnaire => say::questionnaire(),
            Self::Answer(item, part) => {
                let place = place_label(questionnaire, &Place::Item(ItemId::new(item)));
                say::part_of(place, part.label())
            }
            Self::Person(role, part) => {
                let place = place_label(questionnaire, &Place::Person(*role));
                say::part_of(place, part.label())
            }
        }
    }
}

impl AnswerPart {
    fn label(self) -> Message {
        match self {
            Self::State => say::state(),
            Self::Choices => say::choices(),
            Self::Text(language) => say::field_in(say::text(), name(language)),
            Self::Source => say::source(),
            Self::Translation => say::translation(),
        }
    }
}

impl PersonPart {
    fn label(self) -> Message {
        match self {
            Self::Name => say::name(),
            Self::Title(language) => say::field_in(say::title(), name(language)),
            Self::Acting => say::acting(),
            Self::Wording => say::wording(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{AnswerPart, Field, PersonPart, compare};
    use crate::i18n::Language;
    use crate::questionnaire::{Role, shipped};
    use crate::submission::record::{Record, RecordedAnswer, example};

    fn fields(change: impl FnOnce(&mut Record)) -> Vec<Field> {
        let mut other = example::record();
        change(&mut other);
        let found = compare(&example::record(), &other);
        found
            .into_iter()
            .map(|difference| difference.field)
            .collect()
    }

    #[test]
    fn a_record_does_not_differ_from_itself() {
        assert_eq!(fields(|_| {}), []);
    }

    #[test]
    fn every_changed_field_is_named_and_no_other() {
        assert_eq!(
            fields(|record| record.submission.cycle = "2030".to_owned()),
            [Field::Cycle]
        );
        let text = fields(|record| {
            if let RecordedAnswer::Answered {
                text: Some(text), ..
            } = &mut record.answers[1]
            {
                text.en = Some("Other".to_owned());
            }
        });
        let id = example::record().answers[1].id().to_owned();
        let part = AnswerPart::Text(Language::English);
        assert_eq!(text, [Field::Answer(id, part)]);
        let name = |record: &mut Record| record.attestations[0].name = "Other".to_owned();
        let role = example::record().attestations[0].role;
        assert_eq!(fields(name), [Field::Person(role, PersonPart::Name)]);
    }

    #[test]
    fn an_answer_that_is_gone_is_a_difference() {
        let found = fields(|record| {
            record.answers.pop();
        });
        assert!(
            matches!(&found[0], Field::Answer(_, AnswerPart::State)),
            "{found:?}"
        );
    }

    #[test]
    fn answers_are_named_as_in_the_form() {
        let questionnaire = &shipped()[0].questionnaire;
        let field = Field::Answer("q4".to_owned(), AnswerPart::State);
        let label = field.label(questionnaire).text(Language::English);
        assert!(label.contains('4'), "{label}");
        let field = Field::Person(Role::Preparer, PersonPart::Acting);
        assert!(!field.label(questionnaire).text(Language::French).is_empty());
    }
}
