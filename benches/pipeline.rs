//! How long the steps from draft to document take, on the longest of the four
//! example drafts. Run with `cargo bench`.
#![allow(
    clippy::unwrap_used,
    missing_docs,
    reason = "a bench stops at the first surprise"
)]

use std::hint::black_box;

use chrono::DateTime;
use criterion::{Criterion, criterion_group, criterion_main};
use probitas::export::layout::Layout;
use probitas::export::pdf::{self, PdfMetadata};
use probitas::i18n::Language;
use probitas::import::{PublishedPage, pages};
use probitas::questionnaire::{Role, shipped};
use probitas::report::{self, Content, Edition};
use probitas::response::QuestionnaireResponse;
use probitas::rules::{CompletedResponse, evaluate};
use probitas::submission::file::SubmissionFile;
use probitas::submission::jws::Signer;
use probitas::submission::key::SigningKey;
use probitas::submission::record::SealedRecord;
use probitas::submission::verify::verify;

const DRAFT: &str = include_str!("../assets/examples/immigration-refugees-citizenship.probitas");
const PAGE: &[u8] =
    include_bytes!("../tests/fixtures/pages/immigration-refugees-citizenship.en.txt");

fn pipeline(criterion: &mut Criterion) {
    let shipped = shipped().last().unwrap();
    let questionnaire = &shipped.questionnaire;
    let value = serde_json::from_str(DRAFT).unwrap();
    let response = QuestionnaireResponse::from_draft_json(&value)
        .unwrap()
        .response;
    let now = DateTime::parse_from_rfc3339("2024-11-20T12:00:00Z").unwrap();
    let key = SigningKey::from_secret(&[7; 32]).unwrap();
    let signer = Signer {
        role: Role::DeputyHead,
        name: "Bench".to_owned(),
    };
    let sign = || {
        let completed = CompletedResponse::check(questionnaire, &response, true).unwrap();
        let mut file = SubmissionFile::unsigned(SealedRecord::of(&completed).unwrap());
        file.sign(&key, &signer, now.to_utc()).unwrap();
        file.to_bytes().unwrap()
    };
    let submission = sign();
    let keys = [key.public_key()];
    let evaluation = evaluate(questionnaire, &response);
    let content = Content {
        shipped,
        response: &response,
        evaluation: &evaluation,
    };
    let metadata = PdfMetadata {
        title: questionnaire.title.en.clone(),
        titles: Vec::new(),
        author: response.organization().name.en.clone(),
        created: Some(response.modified_at()),
    };

    criterion.bench_function("evaluate", |bench| {
        bench.iter(|| evaluate(questionnaire, black_box(&response)));
    });
    criterion.bench_function("import a page", |bench| {
        let page = PublishedPage {
            name: "page",
            bytes: PAGE,
        };
        let id = uuid::Uuid::nil();
        bench.iter(|| pages(black_box(&[page]), questionnaire, &shipped.aliases, id, now).unwrap());
    });
    criterion.bench_function("record and sign", |bench| bench.iter(sign));
    criterion.bench_function("verify", |bench| {
        bench.iter(|| verify(black_box(&submission), &keys, now.to_utc()));
    });
    criterion.bench_function("PDF in one language", |bench| {
        bench.iter(|| {
            let document = report::submission(content, Edition::Draft, &[Language::English]);
            pdf::write(&Layout::of(&document), &metadata, None).unwrap()
        });
    });
}

criterion_group!(benches, pipeline);
criterion_main!(benches);
