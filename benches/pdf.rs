//! How long pages and the PDF file take, apart from each other; in one
//! language and in both; with the longest of the four example drafts as it is
//! and with its answers four and sixteen times as long. Run with
//! `cargo bench --no-default-features --bench pdf`; the sizes are printed first.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::print_stdout,
    missing_docs,
    reason = "a bench stops at the first surprise"
)]

use std::hint::black_box;

use criterion::{BenchmarkId, Criterion, criterion_group, criterion_main};
use probitas::export::layout::Layout;
use probitas::export::pdf::{self, PdfMetadata};
use probitas::i18n::Language;
use probitas::questionnaire::shipped;
use probitas::report::document::Document;
use probitas::report::{self, Content, Edition};
use probitas::response::QuestionnaireResponse;
use probitas::rules::evaluate;
use serde_json::Value;

const LONGEST: &str = include_str!("../assets/examples/immigration-refugees-citizenship.probitas");
/// The middling one, for which an aim is set.
const MIDDLING: &str =
    include_str!("../assets/examples/innovation-science-economic-development.probitas");
const ONE: &[Language] = &[Language::English];
const BOTH: &[Language] = &[Language::English, Language::French];

/// The draft with every answer's paragraphs repeated. No published answer is
/// in French: the English ones stand for them.
fn repeated(draft: &str, times: usize) -> QuestionnaireResponse {
    let mut draft: Value = serde_json::from_str(draft).unwrap();
    for answer in draft["answers"].as_object_mut().unwrap().values_mut() {
        let Some(text) = answer.get_mut("text") else {
            continue;
        };
        let once = text["en"].as_str().unwrap();
        let paragraphs = (0..times).map(|time| numbered(once, time));
        let paragraphs = paragraphs.collect::<Vec<String>>().join("\n\n");
        text["en"] = paragraphs.clone().into();
        text["fr"] = paragraphs.into();
    }
    QuestionnaireResponse::from_draft_json(&draft)
        .unwrap()
        .response
}

/// No line comes twice: lines that are alike are laid out once.
fn numbered(text: &str, time: usize) -> String {
    let lines = text.lines().map(|line| match (line.trim(), time) {
        ("", _) | (_, 0) => line.to_owned(),
        _ => format!("{line} ({time})"),
    });
    lines.collect::<Vec<String>>().join("\n")
}

fn document(response: &QuestionnaireResponse, languages: &[Language]) -> Document {
    let shipped = shipped().last().unwrap();
    let evaluation = evaluate(&shipped.questionnaire, response);
    let content = Content {
        shipped,
        response,
        evaluation: &evaluation,
    };
    report::submission(content, Edition::Draft, languages)
}

fn metadata(response: &QuestionnaireResponse) -> PdfMetadata {
    PdfMetadata {
        title: "Self-assessment".to_owned(),
        titles: Vec::new(),
        author: response.organization().name.en.clone(),
        created: Some(response.modified_at()),
    }
}

fn growth(criterion: &mut Criterion) {
    for (name, languages) in [("one language", ONE), ("both languages", BOTH)] {
        let mut group = criterion.benchmark_group(name);
        for times in [1, 4, 16] {
            let response = repeated(LONGEST, times);
            let document = document(&response, languages);
            let metadata = metadata(&response);
            let layout = Layout::of(&document);
            let bytes = pdf::write(&layout, &metadata, None).unwrap();
            println!(
                "{name}, {times}×: {} pages, {} bytes",
                layout.pages.len(),
                bytes.len()
            );
            group.bench_function(BenchmarkId::new("layout", times), |bench| {
                bench.iter(|| Layout::of(black_box(&document)));
            });
            group.bench_function(BenchmarkId::new("writing", times), |bench| {
                bench.iter(|| pdf::write(black_box(&layout), &metadata, None).unwrap());
            });
        }
        group.finish();
    }
}

fn aim(criterion: &mut Criterion) {
    let response = repeated(MIDDLING, 1);
    let metadata = metadata(&response);
    let layout = Layout::of(&document(&response, ONE));
    let bytes = pdf::write(&layout, &metadata, None).unwrap();
    println!(
        "middling, one language: {} pages, {} bytes",
        layout.pages.len(),
        bytes.len()
    );
    let mut group = criterion.benchmark_group("middling");
    group.bench_function("layout", |bench| {
        bench.iter(|| Layout::of(&document(black_box(&response), ONE)));
    });
    group.bench_function("writing", |bench| {
        bench.iter(|| pdf::write(black_box(&layout), &metadata, None).unwrap());
    });
    group.bench_function("both", |bench| {
        bench.iter(|| {
            let layout = Layout::of(&document(black_box(&response), ONE));
            pdf::write(&layout, &metadata, None).unwrap()
        });
    });
    group.finish();
}

criterion_group! {
    name = benches;
    config = Criterion::default().sample_size(20);
    targets = aim, growth
}
criterion_main!(benches);
