//! Hostile input for everything that reads a file: real files, broken in ways
//! that a fuzzer breaks them.
//!
//! Each test takes a file of a corpus and changes it by a few mutations that
//! `proptest` draws. It runs a bounded number of cases; with
//! `PROBITAS_FUZZ_SECONDS` it goes on with fresh ones for that much CPU time,
//! and says in `target/tmp/fuzz` how many they were. One target by its name:
//!
//! ```sh
//! PROBITAS_FUZZ_SECONDS=3600 cargo test --release --no-default-features --test fuzz -- a_page
//! ```
//!
//! A target whose name says that somebody broke a file gives the broken
//! content a good signature: it tries what is behind the signatures.
#![allow(
    clippy::indexing_slicing,
    clippy::panic,
    clippy::print_stdout,
    clippy::unwrap_used,
    missing_docs,
    reason = "a test stops at the first surprise"
)]

mod anew;
#[cfg(feature = "certificates")]
mod certificates;
mod corpus;
mod mutation;
mod received;
mod run;
mod settings;

#[path = "../support/agency.rs"]
mod agency;
#[path = "../support/submission.rs"]
mod support;

use anew::{SUBMISSION, TRUST_LIST};
use chrono::{DateTime, FixedOffset, Utc};
use probitas::export::html;
use probitas::i18n::Language;
use probitas::import::{PublishedPage, pages};
use probitas::questionnaire::{Questionnaire, shipped};
use probitas::report::{Content, published_page};
use probitas::response::QuestionnaireResponse;
use probitas::rules::evaluate;
use probitas::submission::canonical::CanonicalBytes;
use probitas::submission::key::PublicKey;
use probitas::submission::key_file::KeyFile;
use probitas::submission::restored::Restored;
use probitas::submission::trust::verify_list;
use probitas::submission::verify::{Verification, verify};
use run::fuzz;

fn now() -> DateTime<FixedOffset> {
    DateTime::parse_from_rfc3339("2024-11-20T12:00:00-05:00").unwrap()
}

#[test]
fn a_submission_verifies_only_where_it_says_what_was_signed() {
    let now = now().with_timezone(&Utc);
    let keys: Vec<PublicKey> = corpus::PUBLIC_KEYS
        .iter()
        .map(|jwk| PublicKey::from_jwk(jwk).unwrap())
        .collect();
    let corpus = corpus::submissions();
    let record = |file: &[u8]| match verify(file, &keys, now) {
        Verification::Verified(submission) => Some(submission.record().digest()),
        Verification::ContentValidReencoded(submission) => Some(submission.record().digest()),
        _ => None,
    };
    let signed: Vec<_> = corpus.iter().filter_map(|file| record(file)).collect();
    assert!(signed.len() >= 3, "the corpus has files that verify");
    fuzz(&corpus, |file| {
        let found = record(file);
        assert!(found.is_none_or(|digest| signed.contains(&digest)));
        found.is_some()
    });
}

#[test]
fn a_trust_list_verifies_only_where_it_says_what_the_agency_signed() {
    let now = corpus::trust_list_read_at();
    let pinned = [PublicKey::from_jwk(corpus::AGENCY_KEY).unwrap()];
    let digest = |file: &[u8]| {
        let list = verify_list(file, &pinned, None, now).ok()?;
        Some(list.list().digest())
    };
    let corpus = corpus::trust_lists();
    let signed: Vec<_> = corpus.iter().filter_map(|file| digest(file)).collect();
    assert!(!signed.is_empty(), "the corpus has lists that verify");
    fuzz(&corpus, |file| {
        let found = digest(file);
        assert!(found.is_none_or(|digest| signed.contains(&digest)));
        found.is_some()
    });
}

#[test]
fn a_submission_that_its_signer_broke_is_refused_or_shown_as_signed() {
    let now = now().with_timezone(&Utc);
    let keys = [support::key(1).public_key()];
    fuzz(&corpus::records(), |record| {
        let file = anew::signed(&SUBMISSION, record);
        let Verification::Verified(found) = verify(&file, &keys, now) else {
            return false;
        };
        assert_eq!(found.record().bytes().as_bytes(), record);
        if let Ok(restored) = Restored::of(found.record()) {
            let content = Content {
                shipped: restored.shipped,
                response: &restored.response,
                evaluation: &restored.evaluation,
            };
            for language in Language::ALL {
                let page = html::page(&published_page(content, language), None);
                assert!(page.ends_with("</html>\n"));
            }
        }
        true
    });
}

#[test]
fn a_trust_list_that_the_agency_broke_is_refused_or_says_what_was_signed() {
    let now = corpus::trust_list_read_at();
    let pinned = [support::key(1).public_key()];
    let records = anew::records(&corpus::trust_lists());
    fuzz(&records, |record| {
        let file = anew::signed(&TRUST_LIST, record);
        let Ok(found) = verify_list(&file, &pinned, None, now) else {
            return false;
        };
        let again = CanonicalBytes::of(found.list().record()).unwrap();
        assert_eq!(again.as_bytes(), record);
        true
    });
}

#[test]
fn a_draft_that_can_be_read_is_written_as_it_was_read() {
    fuzz(&corpus::drafts(), |file| {
        let Ok(value) = serde_json::from_slice(file) else {
            return false;
        };
        let Ok(draft) = QuestionnaireResponse::from_draft_json(&value) else {
            return false;
        };
        let written = draft.response.to_draft_json();
        let again = serde_json::from_str(&written).unwrap();
        let again = QuestionnaireResponse::from_draft_json(&again).unwrap();
        assert_eq!(again.response.to_draft_json(), written);
        true
    });
}

#[test]
fn a_definition_that_can_be_read_can_be_answered() {
    fuzz(&corpus::definitions(), |file| {
        let Ok(text) = std::str::from_utf8(file) else {
            return false;
        };
        let Ok(questionnaire) = Questionnaire::load(text) else {
            return false;
        };
        let response = QuestionnaireResponse::new(&questionnaire, uuid::Uuid::nil(), now());
        let evaluation = evaluate(&questionnaire, &response);
        assert!(evaluation.progress(&questionnaire).done <= questionnaire.questions().count());
        true
    });
}

#[test]
fn a_key_file_is_read_or_refused_without_opening_it() {
    fuzz(&corpus::key_files(), |file| {
        let Ok(key) = KeyFile::parse(file) else {
            return false;
        };
        assert_eq!(key.kid().as_str().len(), 43);
        true
    });
}

#[test]
fn a_public_key_that_can_be_read_has_its_thumbprint() {
    let corpus: Vec<Vec<u8>> = corpus::PUBLIC_KEYS.iter().map(|key| key.to_vec()).collect();
    fuzz(&corpus, |file| {
        let Ok(key) = PublicKey::from_jwk(file) else {
            return false;
        };
        let written = key.to_jwk().unwrap();
        assert_eq!(PublicKey::from_jwk(&written).unwrap().kid(), key.kid());
        true
    });
}

#[test]
fn a_page_is_read_or_refused() {
    let form = &shipped()[0];
    fuzz(&corpus::pages(), |file| {
        let page = PublishedPage {
            name: "page",
            bytes: file,
        };
        let id = uuid::Uuid::nil();
        let Ok(imported) = pages(&[page], &form.questionnaire, &form.aliases, id, now()) else {
            return false;
        };
        // What was read can be kept.
        let json = serde_json::from_str(&imported.response.to_draft_json()).unwrap();
        QuestionnaireResponse::from_draft_json(&json).unwrap();
        true
    });
}
