//! Hostile input for everything that reads a file: real files, broken in ways
//! that a fuzzer breaks them.
//!
//! Each test takes a file of a corpus and changes it by a few mutations that
//! `proptest` draws. It runs a bounded number of cases; with
//! `PROBITAS_FUZZ_SECONDS` it goes on with fresh ones for that long.
#![allow(
    clippy::indexing_slicing,
    clippy::print_stdout,
    clippy::unwrap_used,
    missing_docs,
    reason = "a test stops at the first surprise"
)]

#[cfg(feature = "certificates")]
mod certificates;
mod corpus;
mod mutation;

use std::time::{Duration, Instant};

use chrono::{DateTime, FixedOffset, Utc};
use mutation::{Mutation, mutations};
use probitas::import::{PublishedPage, pages};
use probitas::questionnaire::{Questionnaire, shipped};
use probitas::response::QuestionnaireResponse;
use probitas::rules::evaluate;
use probitas::submission::key::PublicKey;
use probitas::submission::key_file::KeyFile;
use probitas::submission::trust::verify_list;
use probitas::submission::verify::{Verification, verify};
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};

/// The cases of one test where no time is given.
const CASES: u32 = 400;

fn now() -> DateTime<FixedOffset> {
    DateTime::parse_from_rfc3339("2024-11-20T12:00:00-05:00").unwrap()
}

/// Holds `claim` against files of the corpus, broken.
fn fuzz(corpus: &[Vec<u8>], claim: impl Fn(&[u8])) {
    let seconds = std::env::var("PROBITAS_FUZZ_SECONDS").ok();
    let seconds = seconds.map(|seconds| seconds.parse().unwrap());
    let end = seconds.map(|seconds| Instant::now() + Duration::from_secs(seconds));
    let broken = (any::<prop::sample::Index>(), mutations());
    let mut cases: u64 = 0;
    loop {
        let config = Config {
            cases: CASES,
            failure_persistence: None,
            ..Config::default()
        };
        let run = TestRunner::new(config).run(&broken, |(which, mutations)| {
            let file = which.get(corpus);
            claim(&Mutation::all(&mutations, file, corpus));
            Ok(())
        });
        run.unwrap();
        cases += u64::from(CASES);
        if end.is_none_or(|end| Instant::now() >= end) {
            break;
        }
    }
    if end.is_some() {
        println!("{cases} files");
    }
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
        assert!(digest(file).is_none_or(|digest| signed.contains(&digest)));
    });
}

#[test]
fn a_draft_that_can_be_read_is_written_as_it_was_read() {
    fuzz(&corpus::drafts(), |file| {
        let Ok(value) = serde_json::from_slice(file) else {
            return;
        };
        let Ok(draft) = QuestionnaireResponse::from_draft_json(&value) else {
            return;
        };
        let written = draft.response.to_draft_json();
        let again = serde_json::from_str(&written).unwrap();
        let again = QuestionnaireResponse::from_draft_json(&again).unwrap();
        assert_eq!(again.response.to_draft_json(), written);
    });
}

#[test]
fn a_definition_that_can_be_read_can_be_answered() {
    fuzz(&corpus::definitions(), |file| {
        let Ok(text) = std::str::from_utf8(file) else {
            return;
        };
        if let Ok(questionnaire) = Questionnaire::load(text) {
            let response = QuestionnaireResponse::new(&questionnaire, uuid::Uuid::nil(), now());
            let evaluation = evaluate(&questionnaire, &response);
            assert!(evaluation.progress(&questionnaire).done <= questionnaire.questions().count());
        }
    });
}

#[test]
fn a_key_file_is_read_or_refused_without_opening_it() {
    fuzz(&corpus::key_files(), |file| {
        if let Ok(key) = KeyFile::parse(file) {
            // A file that asked for endless rounds would hang whoever opens it.
            assert!(key.kid().as_str().len() == 43);
        }
    });
}

#[test]
fn a_public_key_that_can_be_read_has_its_thumbprint() {
    let corpus: Vec<Vec<u8>> = corpus::PUBLIC_KEYS.iter().map(|key| key.to_vec()).collect();
    fuzz(&corpus, |file| {
        if let Ok(key) = PublicKey::from_jwk(file) {
            let written = key.to_jwk().unwrap();
            assert_eq!(PublicKey::from_jwk(&written).unwrap().kid(), key.kid());
        }
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
            return;
        };
        // What was read can be kept.
        let json = serde_json::from_str(&imported.response.to_draft_json()).unwrap();
        QuestionnaireResponse::from_draft_json(&json).unwrap();
    });
}
