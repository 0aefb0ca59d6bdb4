//! How long the rules take on the longest published submission. They run at
//! every keystroke; the aim is 0.2 ms.

#![allow(
    clippy::unwrap_used,
    clippy::missing_panics_doc,
    missing_docs,
    reason = "a bench stops at the first surprise"
)]

use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use probitas::questionnaire::Questionnaire;
use probitas::response::QuestionnaireResponse;
use probitas::rules::evaluate;

/// Seed 004: Immigration, Refugees and Citizenship Canada.
const LONGEST: &str = include_str!("../assets/examples/immigration-refugees-citizenship.probitas");

fn longest() -> (&'static Questionnaire, QuestionnaireResponse) {
    let draft = serde_json::from_str(LONGEST).unwrap();
    let loaded = QuestionnaireResponse::from_draft_json(&draft).unwrap();
    (&loaded.shipped.questionnaire, loaded.response)
}

fn rules(criterion: &mut Criterion) {
    let (questionnaire, response) = longest();
    criterion.bench_function("evaluate the longest submission", |bencher| {
        bencher.iter(|| evaluate(black_box(questionnaire), black_box(&response)));
    });
}

criterion_group!(benches, rules);
criterion_main!(benches);
