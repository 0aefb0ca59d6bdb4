//! Rules hold for any response that any edits can make.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    missing_docs,
    reason = "a test stops at the first surprise"
)]

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, FixedOffset};
use probitas::i18n::Language;
use probitas::questionnaire::{ItemId, OptionId, Questionnaire, Role, shipped};
use probitas::response::{
    Answer, AnswerLanguages, AnswerText, Decision, Edit, Person, Place, QuestionnaireResponse,
    Translation, UnplacedLine,
};
use probitas::rules::{CompletedResponse, Finding, Severity, evaluate, place_label};
use proptest::prelude::*;

fn questionnaire() -> &'static Questionnaire {
    &shipped()[0].questionnaire
}

fn now() -> DateTime<FixedOffset> {
    DateTime::parse_from_rfc3339("2024-11-15T09:00:00-05:00").unwrap()
}

fn empty() -> QuestionnaireResponse {
    QuestionnaireResponse::new(questionnaire(), uuid::Uuid::nil(), now())
}

fn language() -> impl Strategy<Value = Language> {
    prop_oneof![Just(Language::English), Just(Language::French)]
}

fn decision() -> impl Strategy<Value = Decision> {
    prop_oneof![
        Just(Decision::Open),
        Just(Decision::NotApplicable),
        Just(Decision::NoResponse),
    ]
}

fn known_item() -> impl Strategy<Value = ItemId> {
    let items: Vec<ItemId> = questionnaire()
        .items()
        .map(|item| item.id.clone())
        .collect();
    prop::sample::select(items)
}

/// Items of the form, and some that it lacks.
fn any_item() -> impl Strategy<Value = ItemId> {
    prop_oneof![
        8 => known_item(),
        1 => "q[0-9]{2}|\\PC{0,4}".prop_map(ItemId::new),
    ]
}

fn option() -> impl Strategy<Value = OptionId> {
    let all = questionnaire().items().flat_map(|item| item.all_options());
    let options: Vec<OptionId> = all.map(|option| option.id.clone()).collect();
    prop_oneof![
        9 => prop::sample::select(options),
        1 => "\\PC{0,4}".prop_map(OptionId::new),
    ]
}

fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        Just(String::new()),
        Just("N/A".to_owned()),
        Just("Aucune réponse soumise.".to_owned()),
        Just("See above, ethics@example.gc.ca, 613-555-0123, https://wiki/x".to_owned()),
        Just("Voir l’annexe \\\\\\\\server\\\\x 漢".to_owned()),
        "(?s).{0,60}",
        "[ \\\\@/.0-9()+a-zé\n-]{0,80}",
    ]
}

/// A choice of the form with one option of its own.
fn fitting_choice() -> impl Strategy<Value = Edit> {
    let choices = questionnaire().items().filter(|item| !item.is_text());
    let edits: Vec<Edit> = choices
        .flat_map(|item| {
            item.all_options().into_iter().map(|option| Edit::Choose {
                item: item.id.clone(),
                options: BTreeSet::from([option.id.clone()]),
            })
        })
        .collect();
    prop::sample::select(edits)
}

fn answer() -> impl Strategy<Value = Answer> {
    let of = prop_oneof![
        Just(Translation::None),
        text().prop_map(|of| Translation::Confirmed { of }),
        text().prop_map(|of| Translation::Stale { of }),
    ];
    let texts = (text(), text(), language(), of);
    let choices = prop::collection::btree_set(option(), 0..3);
    (choices, texts, decision(), any::<bool>()).prop_map(|(choices, texts, decision, release)| {
        let (en, fr, source, translation) = texts;
        Answer {
            choices,
            text: AnswerText {
                en,
                fr,
                source,
                translation,
            },
            decision,
            release,
            unknown: serde_json::Map::new(),
        }
    })
}

fn unplaced() -> impl Strategy<Value = UnplacedLine> {
    let option_of = prop::option::of(any_item());
    (language(), 1..99_usize, text(), option_of).prop_map(|(language, line, text, option_of)| {
        UnplacedLine {
            language,
            line,
            text,
            option_of,
            unknown: serde_json::Map::new(),
        }
    })
}

fn person() -> impl Strategy<Value = Edit> {
    let role = prop_oneof![Just(Role::Preparer), Just(Role::DeputyHead)];
    (role, text()).prop_map(|(role, name)| {
        let person = Person {
            name,
            ..Person::default()
        };
        Edit::Person(role, Box::new(person))
    })
}

fn languages() -> impl Strategy<Value = AnswerLanguages> {
    prop_oneof![
        Just(AnswerLanguages::English),
        Just(AnswerLanguages::French),
        Just(AnswerLanguages::Both),
    ]
}

fn answer_edit() -> impl Strategy<Value = Edit> {
    prop_oneof![
        4 => fitting_choice(),
        6 => (known_item(), language(), text())
            .prop_map(|(item, language, text)| Edit::Write { item, language, text }),
        2 => (known_item(), decision())
            .prop_map(|(item, decision)| Edit::Decide { item, decision }),
        1 => (known_item(), any::<bool>())
            .prop_map(|(item, release)| Edit::Release { item, release }),
        1 => (known_item(), any::<bool>())
            .prop_map(|(item, confirmed)| Edit::ConfirmTranslation { item, confirmed }),
        1 => (any_item(), prop::option::of(answer().prop_map(Box::new)))
            .prop_map(|(item, answer)| Edit::Restore { item, answer }),
    ]
}

fn frame_edit() -> impl Strategy<Value = Edit> {
    prop_oneof![
        text().prop_map(Edit::OrganizationId),
        (language(), text()).prop_map(|(language, name)| Edit::OrganizationName(language, name)),
        language().prop_map(Edit::LanguageOrder),
        languages().prop_map(Edit::AnswerLanguages),
        person(),
        unplaced().prop_map(|line| Edit::InsertLine(0, line)),
    ]
}

/// A response after any edits; those that do not fit are refused and change
/// nothing.
fn response() -> impl Strategy<Value = QuestionnaireResponse> {
    let edit = prop_oneof![4 => answer_edit(), 1 => frame_edit()];
    prop::collection::vec(edit, 0..40).prop_map(|edits| {
        let mut response = empty();
        for edit in edits {
            let before = response.clone();
            if response.apply(questionnaire(), edit, now()).is_err() {
                assert_eq!(before, response);
            }
        }
        response
    })
}

fn exists(response: &QuestionnaireResponse, place: &Place) -> bool {
    match place {
        Place::Item(id) => questionnaire().item(id).is_some() || response.answer(id).is_some(),
        Place::Unplaced => !response.unplaced().is_empty(),
        Place::Organization | Place::Person(_) => true,
    }
}

/// An edit that certainly changes what stands at a place.
fn disturb(response: &QuestionnaireResponse, place: &Place) -> Edit {
    match place {
        Place::Item(item) => {
            let mut answer = response.answer(item).cloned().unwrap_or_default();
            answer.release = !answer.release;
            Edit::Restore {
                item: item.clone(),
                answer: Some(Box::new(answer)),
            }
        }
        Place::Organization => {
            let name = &response.organization().abbreviation.en;
            Edit::OrganizationAbbreviation(Language::English, format!("{name}x"))
        }
        Place::Person(role) => {
            let mut person = response.person(*role).clone();
            person.acting = !person.acting;
            Edit::Person(*role, Box::new(person))
        }
        Place::Unplaced => Edit::RemoveLine(0),
    }
}

fn open_keys(response: &QuestionnaireResponse) -> BTreeSet<String> {
    let evaluation = evaluate(questionnaire(), response);
    evaluation
        .open_warnings(response)
        .map(Finding::key)
        .collect()
}

fn acknowledge_all(response: &mut QuestionnaireResponse) {
    let evaluation = evaluate(questionnaire(), response);
    for finding in evaluation.of(Severity::Warning) {
        let acknowledgement = finding.acknowledgement(response, "");
        let edit = Edit::Acknowledge(acknowledgement);
        response.apply(questionnaire(), edit, now()).unwrap();
    }
}

proptest! {
    #[test]
    fn evaluation_is_the_same_twice_and_every_sentence_is_whole(response in response()) {
        let evaluation = evaluate(questionnaire(), &response);
        prop_assert_eq!(&evaluation, &evaluate(questionnaire(), &response));
        for finding in &evaluation.findings {
            for language in Language::ALL {
                let text = finding.message.text(language);
                prop_assert!(text.contains(' ') && !text.contains("{$"), "{}", text);
            }
        }
    }

    #[test]
    fn no_two_findings_have_the_same_rule_and_cause(response in response()) {
        let evaluation = evaluate(questionnaire(), &response);
        let keys: BTreeSet<String> = evaluation.findings.iter().map(Finding::key).collect();
        prop_assert_eq!(keys.len(), evaluation.findings.len());
        let causes: BTreeSet<_> =
            evaluation.findings.iter().map(|finding| (finding.rule, &finding.cause)).collect();
        prop_assert_eq!(causes.len(), evaluation.findings.len());
    }

    #[test]
    fn every_place_exists_once_and_has_a_name(response in response()) {
        for finding in evaluate(questionnaire(), &response).findings {
            prop_assert!(!finding.places.is_empty());
            let places: BTreeSet<&Place> = finding.places.iter().collect();
            prop_assert_eq!(places.len(), finding.places.len());
            for place in &finding.places {
                prop_assert!(exists(&response, place), "{:?}", place);
                let label = place_label(questionnaire(), place).text(Language::French);
                prop_assert!(!label.is_empty());
            }
        }
    }

    #[test]
    fn every_item_has_a_status_and_what_is_missing_blocks(response in response()) {
        let evaluation = evaluate(questionnaire(), &response);
        let missing = questionnaire().items().any(|item| {
            evaluation.item(&item.id).expect("every item has a status").is_missing()
        });
        if missing {
            prop_assert!(CompletedResponse::check(questionnaire(), &response, true).is_err());
        }
        let progress = evaluation.progress(questionnaire());
        prop_assert_eq!(missing, progress.done < progress.expected);
    }

    #[test]
    fn acknowledgement_lapses_at_its_places_and_stands_elsewhere(mut response in response()) {
        acknowledge_all(&mut response);
        prop_assert_eq!(open_keys(&response), BTreeSet::new());
        let acknowledged: BTreeMap<String, Vec<Place>> = evaluate(questionnaire(), &response)
            .of(Severity::Warning)
            .map(|finding| (finding.key(), finding.places.clone()))
            .collect();
        let places: BTreeSet<&Place> = acknowledged.values().flatten().collect();
        for place in places {
            let mut changed = response.clone();
            changed.apply(questionnaire(), disturb(&response, place), now()).unwrap();
            let evaluation = evaluate(questionnaire(), &changed);
            let open = open_keys(&changed);
            for finding in evaluation.of(Severity::Warning) {
                let key = finding.key();
                // A change may also make a finding name other places.
                let same = acknowledged.get(&key) == Some(&finding.places);
                let stands = same && !finding.places.contains(place);
                prop_assert_eq!(open.contains(&key), !stands, "{} at {:?}", key, place);
            }
        }
    }
}
