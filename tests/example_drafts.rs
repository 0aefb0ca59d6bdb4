//! The example drafts are what importing the published pages gives.
//!
//! `PROBITAS_BLESS=1 cargo test --test example_drafts` writes them anew.
#![allow(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    clippy::indexing_slicing,
    missing_docs,
    reason = "tests"
)]

#[path = "support/pages.rs"]
mod support;

use std::path::PathBuf;
use std::sync::LazyLock;

use probitas::import::{PublishedPage, pages};
use probitas::response::QuestionnaireResponse;
use support::{PUBLISHED, form, page_date};

/// Drawn once; the same drafts for ever after.
const SUBMISSION_IDS: [&str; 4] = [
    "b0e6fb52-1f2c-4c0d-9d7a-6a2f5f1c9a01",
    "5d1c7e0a-8a34-4b86-a3f9-0c9b7d2e4f12",
    "e97a4c36-27d1-4f5e-8b60-91d3a8c05b23",
    "3f82b95d-6c49-4e17-b2d8-47f0e61ad934",
];

fn path(name: &str) -> PathBuf {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    root.join("assets/examples")
        .join(format!("{name}.probitas"))
}

fn draft(name: &str, text: &str, id: &str) -> String {
    let page = PublishedPage {
        name,
        bytes: text.as_bytes(),
    };
    let id = uuid::Uuid::parse_str(id).unwrap();
    let form = form();
    let imported = pages(&[page], &form.questionnaire, &form.aliases, id, page_date()).unwrap();
    imported.response.to_draft_json()
}

/// Writes the drafts anew where that was asked for, before anybody reads one.
static BLESSED: LazyLock<()> = LazyLock::new(|| {
    if std::env::var_os("PROBITAS_BLESS").is_some() {
        for ((name, text), id) in PUBLISHED.into_iter().zip(SUBMISSION_IDS) {
            std::fs::write(path(name), draft(name, text, id)).unwrap();
        }
    }
});

fn shipped(name: &str) -> String {
    LazyLock::force(&BLESSED);
    let json = std::fs::read_to_string(path(name)).unwrap();
    json.replace("\r\n", "\n")
}

#[test]
fn example_drafts_are_the_import_of_the_published_pages() {
    for ((name, text), id) in PUBLISHED.into_iter().zip(SUBMISSION_IDS) {
        let is_same = shipped(name) == draft(name, text, id);
        assert!(is_same, "{name} differs: see the head of this file");
    }
}

#[test]
fn example_drafts_open_without_a_change() {
    for (name, _) in PUBLISHED {
        let json = shipped(name);
        let value = serde_json::from_str(&json).unwrap();
        let loaded = QuestionnaireResponse::from_draft_json(&value).unwrap();
        let facts = (loaded.cleaned_count, loaded.read_only);
        assert_eq!(facts, (0, false), "{name}");
        assert_eq!(loaded.response.to_draft_json(), json, "{name}");
    }
}
