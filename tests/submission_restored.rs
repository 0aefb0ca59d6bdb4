//! A record becomes the response again that it was made from: every copy made
//! from it shows what the first ones showed.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    missing_docs,
    reason = "a test stops at the first surprise"
)]

#[path = "support/hostile.rs"]
mod hostile;
#[path = "support/pages.rs"]
mod pages;
#[path = "support/responses.rs"]
mod responses;
#[path = "support/signed.rs"]
mod signed;

use chrono::{DateTime, Utc};
use probitas::export::name::OutputKind;
use probitas::export::outputs::{self, Source, Wanted};
use probitas::i18n::Language;
use probitas::questionnaire::{Questionnaire, Role, shipped};
use probitas::report::document::{Block, Document, Text};
use probitas::report::{self, Arrangement, Content, Edition, Presentation};
use probitas::response::{AnswerLanguages, Decision, Edit, Marking, Person, QuestionnaireResponse};
use probitas::rules::{CompletedResponse, Evaluation, evaluate};
use probitas::submission::file::SubmissionFile;
use probitas::submission::jws::Signer;
use probitas::submission::key::{PublicKey, SigningKey};
use probitas::submission::record::{RecordFault, SealError, SealedRecord};
use probitas::submission::restored::{NotRestored, Restored};
use probitas::submission::verify::{ClaimedSignature, OpenedSubmission, Rule, Verification, open};
use proptest::prelude::*;
use signed::{SIGNED_AT, example, signed};

fn questionnaire() -> &'static Questionnaire {
    &shipped()[0].questionnaire
}

fn now() -> DateTime<Utc> {
    DateTime::parse_from_rfc3339(SIGNED_AT).unwrap().to_utc()
}

/// All that is shown of a response.
fn shown(
    response: &QuestionnaireResponse,
    evaluation: &Evaluation,
    edition: Edition<'_>,
) -> Vec<Document> {
    let content = Content {
        shipped: &shipped()[0],
        response,
        evaluation,
    };
    let presentation = Presentation {
        arrangement: Arrangement::Facing,
        ..Presentation::default()
    };
    let mut documents = vec![
        report::submission(content, edition, &Language::ALL),
        report::presented(content, edition, &Language::ALL, presentation),
    ];
    documents.extend(Language::ALL.map(|language| report::page(content, language)));
    documents
}

/// Shows a response, and what its record is restored to; nothing where it
/// makes no record.
fn both_shown(response: &QuestionnaireResponse) -> Option<[Vec<Document>; 2]> {
    let completed = CompletedResponse::check(questionnaire(), response, true).ok()?;
    let record = SealedRecord::of(&completed).ok()?;
    let digest = record.digest();
    let edition = Edition::Unsigned(&digest);
    let restored = Restored::of(&record).unwrap();
    Some([
        shown(response, completed.evaluation(), edition),
        shown(&restored.response, &restored.evaluation, edition),
    ])
}

#[test]
fn every_published_answer_is_restored_as_it_is_shown() {
    for (name, _) in pages::PUBLISHED {
        let (_, response) = example(name);
        let [before, after] = both_shown(&response).unwrap();
        assert!(before == after, "{name}");
    }
}

/// Decides what a response leaves out, so that it makes a record.
fn completed(mut response: QuestionnaireResponse) -> QuestionnaireResponse {
    let evaluation = evaluate(questionnaire(), &response);
    for item in questionnaire().items() {
        if evaluation.item(&item.id).unwrap().is_missing() {
            let edit = Edit::Decide {
                item: item.id.clone(),
                decision: Decision::NoResponse,
            };
            response
                .apply(questionnaire(), edit, hostile::now())
                .unwrap();
        }
    }
    response
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn whatever_goes_out_is_restored_as_it_is_shown(response in responses::nearly_complete()) {
        if let Some([before, after]) = both_shown(&completed(response)) {
            prop_assert_eq!(before, after);
        }
    }

    #[test]
    fn texts_that_do_their_worst_are_restored(response in hostile::response()) {
        if let Some([before, after]) = both_shown(&completed(response)) {
            prop_assert_eq!(before, after);
        }
    }
}

fn applied(name: &str, edits: impl IntoIterator<Item = Edit>) -> QuestionnaireResponse {
    let (_, mut response) = example(name);
    for edit in edits {
        response
            .apply(questionnaire(), edit, hostile::now())
            .unwrap();
    }
    response
}

#[test]
fn an_answer_that_was_withheld_leaves_no_trace() {
    // Nobody asked for it, as Question 3 says that the review goes on.
    let release = |item: &str| Edit::Release {
        item: item.into(),
        release: false,
    };
    let name = "treasury-board-secretariat";
    for items in [vec!["q5"], vec!["q5", "q5.text"], vec!["q1.text"]] {
        let response = applied(name, items.iter().map(|item| release(item)));
        let [before, after] = both_shown(&response).unwrap();
        assert!(before == after, "{items:?}");
    }
}

#[test]
fn what_stands_around_the_answers_is_restored() {
    let person = Person {
        name: "Zoé Tremblay".to_owned(),
        title: probitas::i18n::Localized {
            en: "President".to_owned(),
            fr: "Présidente".to_owned(),
        },
        acting: true,
        ..Person::default()
    };
    let response = applied(
        "elections-canada",
        [
            Edit::Person(Role::DeputyHead, Box::new(person)),
            Edit::Marking(Marking::ProtectedA),
            Edit::AnswerLanguages(AnswerLanguages::Both),
            Edit::LanguageOrder(Language::French),
            Edit::OrganizationAbbreviation(Language::English, "EC".to_owned()),
            Edit::OrganizationId(String::new()),
            Edit::Cycle(" 2024 ".to_owned()),
        ],
    )
    .at_revision(3, Some("0f".repeat(32)));
    let [before, after] = both_shown(&response).unwrap();
    assert_eq!(before, after);
}

fn pdf(content: Content<'_>, source: &Source<'_>) -> Vec<u8> {
    let wanted = Wanted {
        pdf: Some(AnswerLanguages::Both),
        ..Wanted::default()
    };
    let (kind, name) = wanted.names(content.response, source.state()).remove(0);
    assert_eq!(kind, OutputKind::Pdf);
    outputs::make(kind, name, wanted, content, source)
        .unwrap()
        .bytes
}

#[test]
fn the_pdf_made_again_is_the_first_one_byte_for_byte() {
    let (shipped, response) = example("treasury-board-secretariat");
    let evaluation = evaluate(&shipped.questionnaire, &response);
    let signed = signed(shipped, &response);
    let content = Content {
        shipped,
        response: &response,
        evaluation: &evaluation,
    };
    let source = Source::Submission {
        json: &signed.bytes,
        edition: Edition::Signed(&signed.verified),
    };
    let first = pdf(content, &source);
    let opened = open(&signed.bytes, &[signed::key().public_key()], now()).unwrap();
    let digest = opened.record().digest();
    let restored = Restored::of(opened.record()).unwrap();
    let content = Content {
        shipped: restored.shipped,
        response: &restored.response,
        evaluation: &restored.evaluation,
    };
    let source = Source::Submission {
        json: &signed.bytes,
        edition: Edition::of(&opened, &digest),
    };
    assert!(pdf(content, &source) == first);
}

/// A key that protects nothing.
fn key(number: u8) -> SigningKey {
    SigningKey::from_secret(&[number; 32]).unwrap()
}

/// A response signed by two people.
fn signed_by_two(response: &QuestionnaireResponse, at: DateTime<Utc>) -> Vec<u8> {
    let completed = CompletedResponse::check(questionnaire(), response, true).unwrap();
    let mut file = SubmissionFile::unsigned(SealedRecord::of(&completed).unwrap());
    for (number, role, name) in [
        (1, Role::Preparer, "Zoé Tremblay"),
        (2, Role::DeputyHead, "Ada Roy"),
    ] {
        let name = name.to_owned();
        file.sign(&key(number), &Signer { role, name }, at).unwrap();
    }
    file.to_bytes().unwrap()
}

fn signed_twice() -> Vec<u8> {
    signed_by_two(&example("treasury-board-secretariat").1, now())
}

#[expect(
    clippy::disallowed_methods,
    reason = "the input of a test is no file of a person"
)]
#[test]
fn the_submission_of_the_terminal_tests_is_that_of_their_draft() {
    let inputs = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cli/inputs");
    let draft = std::fs::read(inputs.join("complete.probitas")).unwrap();
    let json = serde_json::from_slice(&draft).unwrap();
    let draft = QuestionnaireResponse::from_draft_json(&json).unwrap();
    let file = signed_by_two(&draft.response, draft.response.modified_at().to_utc());
    let path = inputs.join("signed.json");
    if std::env::var_os("PROBITAS_BLESS").is_some() {
        std::fs::write(&path, &file).unwrap();
    }
    assert!(std::fs::read(path).unwrap() == file);
}

fn words(blocks: &[Block]) -> Vec<String> {
    let text = |text: &Text| text.content.clone();
    let of = |block: &Block| match block {
        Block::Heading { text: words, .. } | Block::Paragraph { text: words, .. } => {
            Some(text(words))
        }
        _ => None,
    };
    blocks.iter().filter_map(of).collect()
}

#[test]
fn every_signature_is_listed_and_one_without_its_key_says_so() {
    let file = signed_twice();
    let both = [key(1), key(2)].map(|key| key.public_key());
    for (keys, unchecked) in [(&both[..], 0), (&both[..1], 1), (&[], 2)] {
        let opened = open(&file, keys, now()).unwrap();
        let restored = Restored::of(opened.record()).unwrap();
        let digest = opened.record().digest();
        let edition = Edition::of(&opened, &digest);
        let content = Content {
            shipped: restored.shipped,
            response: &restored.response,
            evaluation: &restored.evaluation,
        };
        for (language, remark) in [
            (Language::English, "Not checked: "),
            (Language::French, "Non vérifiée\u{a0}: "),
        ] {
            let document = report::submission(content, edition, &[language]);
            let words = words(&document.parts[0].blocks);
            for (number, name) in [(1, "Zoé Tremblay, "), (2, "Ada Roy, ")] {
                let kid = key(number).public_key().kid().as_str().to_owned();
                let line = |words: &&String| words.starts_with(name) && words.ends_with(&kid);
                assert_eq!(words.iter().filter(line).count(), 1);
            }
            let said = words.iter().filter(|words| words.starts_with(remark));
            assert_eq!(said.count(), unchecked, "{words:#?}");
        }
    }
}

fn rules(found: &Verification) -> Vec<Rule> {
    match found {
        Verification::NotVerified(reasons) => {
            reasons.iter().map(|reason| reason.rule.clone()).collect()
        }
        other => panic!("{other:?}"),
    }
}

#[test]
fn what_is_known_to_be_wrong_makes_no_copy() {
    let file = String::from_utf8(signed_twice()).unwrap();
    let first = [key(1).public_key()];
    let changed = file.replace("early 2025", "early 2026");
    assert_ne!(file, changed);
    let found = open(changed.as_bytes(), &first, now()).unwrap_err();
    assert!(rules(&found).contains(&Rule::BadSignature));
    // Without the first signature, the second follows on nothing, which needs
    // no key to be seen.
    let mut value: serde_json::Value = serde_json::from_str(&file).unwrap();
    value["signatures"].as_array_mut().unwrap().remove(0);
    let shortened = serde_json::to_string(&value).unwrap();
    let found = open(shortened.as_bytes(), &[], now()).unwrap_err();
    assert!(rules(&found).contains(&Rule::Previous));
    let early = now() - chrono::TimeDelta::days(3);
    let found = open(file.as_bytes(), &[], early).unwrap_err();
    assert!(matches!(
        rules(&found)[..],
        [Rule::InFuture { .. }, Rule::InFuture { .. }]
    ));
    let anew = file.replacen("\"format\"", "\"\\u0066ormat\"", 1);
    let both = [key(1), key(2)].map(|key| key.public_key());
    let found = open(anew.as_bytes(), &both, now()).unwrap_err();
    assert!(matches!(*found, Verification::ContentValidReencoded(_)));
}

#[test]
fn a_claim_is_no_good_signature() {
    let opened = open(&signed_twice(), &[key(2).public_key()], now()).unwrap();
    let OpenedSubmission::Unchecked(unchecked) = &opened else {
        panic!("{opened:?}");
    };
    let known: Vec<bool> = unchecked
        .signatures()
        .iter()
        .map(|signature| matches!(signature, ClaimedSignature::Good(_)))
        .collect();
    assert_eq!(known, [false, true]);
    let no_keys: [PublicKey; 0] = [];
    let unsigned = SubmissionFile::unsigned(opened.record().clone());
    let unsigned = open(&unsigned.to_bytes().unwrap(), &no_keys, now()).unwrap();
    assert!(matches!(unsigned, OpenedSubmission::Unsigned(_)));
}

#[test]
fn a_record_of_other_words_is_not_shown() {
    let (shipped, response) = example("elections-canada");
    let record = signed(shipped, &response).file.record().record().clone();
    let mut other = record.clone();
    other.questionnaire.version = "9".to_owned();
    let other = SealedRecord::new(other).unwrap();
    let unknown = NotRestored::UnknownQuestionnaire {
        id: record.questionnaire.id.clone(),
        version: "9".to_owned(),
    };
    assert_eq!(Restored::of(&other).unwrap_err(), unknown);
    let json = serde_json::to_string(&record).unwrap();
    for (from, to) in [
        // A label that the form does not have under this id.
        (
            "{\"en\":\"No\",\"fr\":\"Non\"}",
            "{\"en\":\"Yes\",\"fr\":\"Oui\"}",
        ),
        (
            "\"organizationId\":\"elections-canada\"",
            "\"organizationId\":\"Elections\"",
        ),
    ] {
        let changed = json.replacen(from, to, 1);
        assert_ne!(json, changed);
        let changed = SealedRecord::new(serde_json::from_str(&changed).unwrap()).unwrap();
        assert_eq!(
            Restored::of(&changed).unwrap_err(),
            NotRestored::OtherProgram,
            "{to}"
        );
    }
    // An item that the form does not have.
    let changed = json.replacen("\"id\":\"q13\"", "\"id\":\"q14\"", 1);
    assert_ne!(json, changed);
    let changed = SealedRecord::new(serde_json::from_str(&changed).unwrap());
    let items = SealError::Record(RecordFault::Items);
    assert_eq!(changed.unwrap_err().to_string(), items.to_string());
}
