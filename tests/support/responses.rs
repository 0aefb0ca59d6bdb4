//! Any responses, for property tests.
#![allow(
    dead_code,
    missing_docs,
    unreachable_pub,
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "each test binary uses a part of it, and stops at the first surprise"
)]

use std::collections::BTreeSet;

use chrono::{DateTime, FixedOffset};
use probitas::i18n::Language;
use probitas::questionnaire::{ItemId, OptionId, Questionnaire, Role, shipped};
use probitas::response::{
    Answer, AnswerLanguages, AnswerText, Decision, Edit, Person, QuestionnaireResponse, Readiness,
    Translation, UnplacedLine,
};
use proptest::prelude::*;

pub fn questionnaire() -> &'static Questionnaire {
    &shipped()[0].questionnaire
}

pub fn now() -> DateTime<FixedOffset> {
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
pub fn any_item() -> impl Strategy<Value = ItemId> {
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
        (text(), any::<bool>()).prop_map(|(of, rewritten)| Translation::Stale { of, rewritten }),
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
                unknown: serde_json::Map::new(),
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

fn ready(ready: bool) -> Edit {
    Edit::ReadyForApproval(ready.then(|| {
        Box::new(Readiness {
            at: now(),
            sha256: "0".repeat(64),
            unknown: serde_json::Map::new(),
        })
    }))
}

fn frame_edit() -> impl Strategy<Value = Edit> {
    prop_oneof![
        any::<bool>().prop_map(ready),
        text().prop_map(Edit::OrganizationId),
        text().prop_map(Edit::Contact),
        (language(), text()).prop_map(|(language, name)| Edit::OrganizationName(language, name)),
        language().prop_map(Edit::LanguageOrder),
        languages().prop_map(Edit::AnswerLanguages),
        person(),
        unplaced().prop_map(|line| Edit::InsertLine(0, line)),
    ]
}

/// Any edit, also one that does not fit the form.
pub fn edit() -> impl Strategy<Value = Edit> {
    prop_oneof![4 => answer_edit(), 1 => frame_edit()]
}

/// The example of the Treasury Board Secretariat after a few edits: often
/// complete.
pub fn nearly_complete() -> impl Strategy<Value = QuestionnaireResponse> {
    const EXAMPLE: &str = include_str!("../../assets/examples/treasury-board-secretariat.probitas");
    prop::collection::vec(edit(), 0..6).prop_map(|edits| {
        let json = serde_json::from_str(EXAMPLE).unwrap();
        let mut response = QuestionnaireResponse::from_draft_json(&json)
            .unwrap()
            .response;
        for edit in edits {
            // An edit that does not fit changes nothing.
            let _refused = response.apply(questionnaire(), edit, now());
        }
        response
    })
}

/// A response after any edits; those that do not fit are refused and change
/// nothing.
pub fn response() -> impl Strategy<Value = QuestionnaireResponse> {
    prop::collection::vec(edit(), 0..40).prop_map(|edits| {
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
