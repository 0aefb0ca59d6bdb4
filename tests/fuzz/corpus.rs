//! Real files of every kind that is read.

use std::fs;
use std::path::Path;

use chrono::{DateTime, Utc};
use probitas::export::html;
use probitas::i18n::Language;
use probitas::questionnaire::shipped;
use probitas::report::{Content, published_page};
use probitas::response::QuestionnaireResponse;
use probitas::rules::evaluate;

pub(crate) const PUBLIC_KEYS: [&[u8]; 2] = [
    include_bytes!("../vectors/submission/key-1.pub.jwk"),
    include_bytes!("../vectors/submission/key-2.pub.jwk"),
];

pub(crate) const AGENCY_KEY: &[u8] = include_bytes!("../vectors/submission/key-agency.pub.jwk");

/// When the lists of the set are in force.
pub(crate) fn trust_list_read_at() -> DateTime<Utc> {
    DateTime::from_timestamp(1_730_467_800, 0).unwrap()
}

pub(crate) fn trust_lists() -> Vec<Vec<u8>> {
    let mut lists = files("tests/vectors/submission", ".json");
    lists.retain(|file| file.windows(15).any(|text| text == b"probitas-trust/"));
    lists
}

/// The files in a folder of the project that end so, in the order of their names.
fn files(folder: &str, ending: &str) -> Vec<Vec<u8>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let entries = fs::read_dir(folder).unwrap();
    let mut paths: Vec<_> = entries.map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| path.to_string_lossy().ends_with(ending));
    paths.sort();
    paths.iter().map(|path| fs::read(path).unwrap()).collect()
}

pub(crate) fn submissions() -> Vec<Vec<u8>> {
    files("tests/vectors/submission", ".json")
}

/// The four published self-assessments as drafts.
pub(crate) fn drafts() -> Vec<Vec<u8>> {
    files("assets/examples", ".probitas")
}

pub(crate) fn definitions() -> Vec<Vec<u8>> {
    let mut definitions = files(
        "assets/questionnaire/pco-ve-self-assessment-2024",
        "definition.json",
    );
    definitions.extend(files("tests/fixtures", "sister-questionnaire.json"));
    definitions
}

pub(crate) fn key_files() -> Vec<Vec<u8>> {
    files("tests/cli/inputs", ".key")
}

/// Published pages as text, and the same drafts as HTML in both languages.
pub(crate) fn pages() -> Vec<Vec<u8>> {
    let mut pages = files("tests/fixtures/pages", ".txt");
    for draft in drafts() {
        let json = serde_json::from_slice(&draft).unwrap();
        let draft = QuestionnaireResponse::from_draft_json(&json).unwrap();
        let shipped = &shipped()[0];
        let evaluation = evaluate(&shipped.questionnaire, &draft.response);
        let content = Content {
            shipped,
            response: &draft.response,
            evaluation: &evaluation,
        };
        let html =
            Language::ALL.map(|language| html::page(&published_page(content, language), None));
        pages.extend(html.map(String::into_bytes));
    }
    pages
}
