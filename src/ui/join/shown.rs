//! What a part of a response is called, and its value in words.

use crate::i18n::{Language, Localized, Message, common, saving, start, window};
use crate::questionnaire::{ItemId, Questionnaire};
use crate::response::join::{Part, Value};
use crate::response::{
    AnswerLanguages, Decision, Marking, Person, Place, Translation, UnplacedLine,
};
use crate::rules::place_label;
use crate::ui::people::role_name;
use crate::ui::view::{View, on_screen};

/// A line of a value.
pub(super) enum Line {
    /// Words of the program.
    Words(Message),
    /// A wording of the form.
    Wording(Localized),
    /// What somebody wrote.
    Text(String),
}

impl Line {
    pub(super) fn text(&self, view: &View<'_>) -> String {
        match self {
            Line::Words(message) => view.say(message),
            Line::Wording(text) => view.wording(text),
            Line::Text(text) => on_screen(text),
        }
    }
}

/// What a part is called.
pub(super) fn part(questionnaire: &Questionnaire, part: &Part) -> Message {
    let item = |item: &ItemId| place_label(questionnaire, &Place::Item(item.clone()));
    match part {
        Part::Choices(id) => saving::part_choices(item(id)),
        Part::Text(id, language) => saving::part_text(item(id), name(*language)),
        Part::Translation(id) => saving::part_translation(item(id)),
        Part::Decision(id) => saving::part_decision(item(id)),
        Part::Release(id) => saving::part_release(item(id)),
        Part::OrganizationId => window::organization_id(),
        Part::OrganizationName(language) => window::organization_name(name(*language)),
        Part::OrganizationAbbreviation(language) => {
            window::organization_abbreviation(name(*language))
        }
        Part::Cycle => window::cycle(),
        Part::Audience => saving::part_audience(),
        Part::Contact => start::contact_title(),
        Part::Marking => window::marking(),
        Part::LanguageOrder => window::language_order(),
        Part::AnswerLanguages => window::answer_languages(),
        Part::Person(role) => saving::part_person(role_name(*role)),
        Part::Unplaced => window::unplaced_title(),
        Part::Acknowledgements => saving::part_acknowledgements(),
    }
}

/// A value, line by line.
pub(super) fn value(questionnaire: &Questionnaire, part: &Part, value: &Value) -> Vec<Line> {
    let words = |message: Message| vec![Line::Words(message)];
    match value {
        Value::Decision(decision) => words(decision_words(*decision)),
        Value::Release(true) => words(saving::value_released()),
        Value::Release(false) => words(saving::value_not_released()),
        Value::Translation(source, translation) => words(translation_words(*source, translation)),
        Value::Marking(marking) => words(match marking {
            Marking::None => window::marking_none(),
            Marking::ProtectedA => window::marking_a(),
            Marking::ProtectedB => window::marking_b(),
        }),
        Value::Language(Language::English) => words(window::order_english()),
        Value::Language(Language::French) => words(window::order_french()),
        Value::AnswerLanguages(languages) => words(match languages {
            AnswerLanguages::English => window::languages_english(),
            AnswerLanguages::French => window::languages_french(),
            AnswerLanguages::Both => window::languages_both(),
        }),
        blank if blank.is_blank() => words(saving::value_nothing()),
        Value::Options(options) => {
            let item = part.item().and_then(|item| questionnaire.item(item));
            let known = item.map(|item| item.all_options()).unwrap_or_default();
            let wording = |id: &crate::questionnaire::OptionId| {
                let option = known.iter().find(|option| option.id == *id);
                option.map_or_else(
                    || Line::Text(id.to_string()),
                    |option| Line::Wording(option.label.clone()),
                )
            };
            options.iter().map(wording).collect()
        }
        Value::Text(text) => vec![Line::Text(text.clone())],
        Value::Localized(text) => vec![Line::Text(text.en.clone()), Line::Text(text.fr.clone())],
        Value::Person(person) => person_lines(person),
        Value::Lines(lines) => lines.iter().map(unplaced).collect(),
        Value::Acknowledgements(all) => words(saving::value_count(all.len())),
    }
}

fn name(language: Language) -> Message {
    match language {
        Language::English => common::english(),
        Language::French => common::french(),
    }
}

fn decision_words(decision: Decision) -> Message {
    match decision {
        Decision::Open => saving::value_undecided(),
        Decision::NotApplicable => common::state_not_applicable(),
        Decision::NoResponse => common::state_no_response(),
    }
}

fn translation_words(source: Language, translation: &Translation) -> Message {
    let source = name(source);
    match translation {
        Translation::None => saving::value_source(source),
        Translation::Confirmed { .. } => saving::value_compared(source),
        Translation::Stale { .. } => saving::value_outdated(source),
    }
}

fn person_lines(person: &Person) -> Vec<Line> {
    let titles = [&person.title.en, &person.title.fr];
    let titles = titles.into_iter().filter(|title| !title.is_empty());
    let mut lines = vec![Line::Text(person.name.clone())];
    lines.extend(titles.map(|title| {
        if person.acting {
            Line::Words(saving::value_acting(title.as_str()))
        } else {
            Line::Text(title.clone())
        }
    }));
    lines
}

fn unplaced(line: &UnplacedLine) -> Line {
    Line::Text(line.text.clone())
}
