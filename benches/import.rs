//! Importing the longest published page. Aim: 5 ms.
#![allow(missing_docs, reason = "benches")]

use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use probitas::import::{PublishedPage, pages};
use probitas::questionnaire::shipped;

/// Seed 004, Immigration, Refugees and Citizenship Canada.
const LONGEST: &str =
    include_str!("../tests/fixtures/pages/immigration-refugees-citizenship.en.txt");

fn import(criterion: &mut Criterion) {
    let Some(form) = shipped().first() else {
        return;
    };
    let page = PublishedPage {
        name: "page.txt",
        bytes: LONGEST.as_bytes(),
    };
    let id = uuid::Uuid::nil();
    let now = chrono::DateTime::UNIX_EPOCH.fixed_offset();
    criterion.bench_function("import of the longest published page", |bencher| {
        bencher.iter(|| {
            pages(
                &[black_box(page)],
                &form.questionnaire,
                &form.aliases,
                id,
                now,
            )
        });
    });
}

criterion_group!(benches, import);
criterion_main!(benches);
