//! A completed response becomes a record: every item, in order, as decided.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    missing_docs,
    reason = "tests"
)]

use chrono::{DateTime, FixedOffset};
use probitas::i18n::{Language, Localized};
use probitas::questionnaire::{ItemKind, Questionnaire, Role, shipped};
use probitas::response::{AnswerLanguages, Decision, Edit, Person, QuestionnaireResponse};
use probitas::rules::CompletedResponse;
use probitas::submission::file::SubmissionFile;
use probitas::submission::record::{RecordedAnswer, SealedRecord, Standing};
use serde_json::Value;

fn questionnaire() -> &'static Questionnaire {
    &shipped()[0].questionnaire
}

fn now() -> DateTime<FixedOffset> {
    DateTime::parse_from_rfc3339("2024-10-31T16:05:00.25-04:00").unwrap()
}

/// A response in which every item is answered, in English.
fn filled() -> QuestionnaireResponse {
    let id = uuid::Uuid::from_u128(0x0f8f_ad5b_d9cb_469f_a165_7086_7728_950e);
    let mut response = QuestionnaireResponse::new(questionnaire(), id, now());
    apply(
        &mut response,
        Edit::OrganizationId("example-agency".to_owned()),
    );
    for (language, name) in [
        (Language::English, "Example Agency"),
        (Language::French, "Agence d’exemple"),
    ] {
        apply(
            &mut response,
            Edit::OrganizationName(language, name.to_owned()),
        );
    }
    for item in questionnaire().items() {
        let item_id = item.id.clone();
        let edit = match &item.kind {
            ItemKind::SingleChoice(options) | ItemKind::MultipleChoice(options) => Edit::Choose {
                item: item_id,
                options: [options[0].id.clone()].into(),
            },
            ItemKind::Text => write(Language::English, "Work is under way.").at(item_id.as_str()),
        };
        apply(&mut response, edit);
    }
    response
}

struct Written(Language, String);

fn write(language: Language, text: &str) -> Written {
    Written(language, text.to_owned())
}

impl Written {
    fn at(self, item: &str) -> Edit {
        Edit::Write {
            item: item.into(),
            language: self.0,
            text: self.1,
        }
    }
}

fn apply(response: &mut QuestionnaireResponse, edit: Edit) {
    response.apply(questionnaire(), edit, now()).unwrap();
}

fn record(response: &QuestionnaireResponse) -> SealedRecord {
    let completed = CompletedResponse::check(questionnaire(), response, true).unwrap();
    let record = SealedRecord::of(&completed).unwrap();
    assert_valid(&record);
    record
}

/// Every record that is made passes the published schema.
fn assert_valid(record: &SealedRecord) {
    let schema = include_str!("../assets/schema/probitas-submission-1.schema.json");
    let schema: Value = serde_json::from_str(schema).unwrap();
    let validator = jsonschema::draft202012::new(&schema).unwrap();
    let file = SubmissionFile::unsigned(record.clone()).to_bytes().unwrap();
    let file: Value = serde_json::from_slice(&file).unwrap();
    let errors: Vec<_> = validator
        .iter_errors(&file)
        .map(|error| error.to_string())
        .collect();
    assert_eq!(errors, Vec::<String>::new());
}

fn answer<'record>(record: &'record SealedRecord, item: &str) -> &'record RecordedAnswer {
    let answers = &record.record().answers;
    answers.iter().find(|answer| answer.id() == item).unwrap()
}

#[test]
fn every_item_is_there_in_the_form_s_order() {
    let record = record(&filled());
    let recorded: Vec<_> = record
        .record()
        .answers
        .iter()
        .map(RecordedAnswer::id)
        .collect();
    let asked: Vec<_> = questionnaire()
        .items()
        .map(|item| item.id.as_str())
        .collect();
    assert_eq!(recorded, asked);
    assert_eq!(record.record().answer_count, 18);
}

#[test]
fn the_same_response_gives_the_same_record() {
    assert_eq!(record(&filled()).digest(), record(&filled()).digest());
    let created = &record(&filled()).record().submission.created_at.clone();
    assert_eq!(created.as_str(), "2024-10-31T16:05:00-04:00");
}

#[test]
fn a_chosen_option_goes_out_with_its_words_in_both_languages() {
    let record = record(&filled());
    let RecordedAnswer::Answered {
        choices: Some(choices),
        standing,
        ..
    } = answer(&record, "q1")
    else {
        panic!("q1 is answered")
    };
    assert_eq!(choices[0].id, "q1.yes");
    assert_eq!(
        (choices[0].label.en.as_str(), choices[0].label.fr.as_str()),
        ("Yes", "Oui")
    );
    assert_eq!(*standing, Standing::Active);
}

#[test]
fn a_supplementary_text_goes_out_unless_its_author_keeps_it_back() {
    let mut response = filled();
    let sent = record(&response);
    let RecordedAnswer::Answered { standing, .. } = answer(&sent, "q1.text") else {
        panic!("q1.text is answered")
    };
    assert_eq!(*standing, Standing::Supplementary);
    apply(
        &mut response,
        Edit::Release {
            item: "q1.text".into(),
            release: false,
        },
    );
    let kept = record(&response);
    assert!(matches!(
        answer(&kept, "q1.text"),
        RecordedAnswer::NotAsked { .. }
    ));
    let text = String::from_utf8(kept.bytes().as_bytes().to_vec()).unwrap();
    assert_eq!(text.matches("Work is under way.").count(), {
        let text = String::from_utf8(sent.bytes().as_bytes().to_vec()).unwrap();
        text.matches("Work is under way.").count() - 1
    });
}

#[test]
fn a_text_beside_a_decision_does_not_go_out() {
    let mut response = filled();
    let write = write(Language::English, "Secret plan.");
    apply(&mut response, write.at("q8"));
    let decision = Decision::NoResponse;
    apply(
        &mut response,
        Edit::Decide {
            item: "q8".into(),
            decision,
        },
    );
    let decision = Decision::NotApplicable;
    apply(
        &mut response,
        Edit::Decide {
            item: "q9".into(),
            decision,
        },
    );
    let record = record(&response);
    assert!(matches!(
        answer(&record, "q8"),
        RecordedAnswer::NoResponse { .. }
    ));
    assert!(
        matches!(answer(&record, "q9"), RecordedAnswer::NotApplicable { words, .. } if words.is_empty())
    );
    let text = String::from_utf8(record.bytes().as_bytes().to_vec()).unwrap();
    assert!(!text.contains("Secret plan."));
}

#[test]
fn typed_words_of_not_applicable_are_kept() {
    let mut response = filled();
    apply(&mut response, write(Language::English, "n/a").at("q8"));
    apply(&mut response, write(Language::French, "s.o.").at("q8"));
    let record = record(&response);
    let RecordedAnswer::NotApplicable { words, .. } = answer(&record, "q8") else {
        panic!("q8 is not applicable")
    };
    assert_eq!(
        (words.en.as_deref(), words.fr.as_deref()),
        (Some("n/a"), Some("s.o."))
    );
}

#[test]
fn a_translation_goes_out_with_its_confirmation() {
    let mut response = filled();
    apply(
        &mut response,
        write(Language::French, "Le travail est en cours.").at("q8"),
    );
    let confirmed = |response: &QuestionnaireResponse| {
        let record = record(response);
        let RecordedAnswer::Answered {
            text: Some(text), ..
        } = answer(&record, "q8")
        else {
            panic!("q8 is answered")
        };
        text.translation.map(|translation| translation.confirmed)
    };
    assert_eq!(confirmed(&response), Some(false));
    apply(
        &mut response,
        Edit::ConfirmTranslation {
            item: "q8".into(),
            confirmed: true,
        },
    );
    assert_eq!(confirmed(&response), Some(true));
    apply(
        &mut response,
        write(Language::English, "Work is done.").at("q8"),
    );
    assert_eq!(confirmed(&response), Some(false));
    apply(
        &mut response,
        Edit::AnswerLanguages(AnswerLanguages::English),
    );
    assert_eq!(confirmed(&response), None);
}

#[test]
fn people_who_are_named_attest() {
    let mut response = filled();
    assert!(record(&response).record().attestations.is_empty());
    let person = Person {
        name: " Zoé Tremblay ".to_owned(),
        title: Localized {
            en: "President".to_owned(),
            fr: String::new(),
        },
        acting: true,
        ..Person::default()
    };
    apply(
        &mut response,
        Edit::Person(Role::DeputyHead, Box::new(person)),
    );
    let record = record(&response);
    let [attestation] = &record.record().attestations[..] else {
        panic!("one attestation")
    };
    assert_eq!(
        (attestation.role, attestation.name.as_str()),
        (Role::DeputyHead, "Zoé Tremblay")
    );
    assert_eq!(
        (
            attestation.title.en.as_deref(),
            attestation.title.fr.as_deref()
        ),
        (Some("President"), None)
    );
    assert!(attestation.acting && attestation.wording.en.starts_with("As deputy head"));
}

#[test]
fn contact_stays_in_the_draft() {
    let mut response = filled();
    let before = record(&response);
    apply(
        &mut response,
        Edit::Contact("A. Tremblay, 613-555-0100".into()),
    );
    assert!(response.to_draft_json().contains("613-555-0100"));
    assert_eq!(record(&response).digest(), before.digest());
}
