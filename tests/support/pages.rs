//! Published pages for tests: where they are, and how two are compared.
#![allow(
    dead_code,
    missing_docs,
    unreachable_pub,
    reason = "each test binary uses a part of it"
)]

use chrono::{DateTime, FixedOffset};
use probitas::export::text;
use probitas::i18n::Language;
use probitas::import::{ImportError, Imported, PublishedPage, pages};
use probitas::questionnaire::{Aliases, Shipped, shipped};
use probitas::report::{self, Content};
use probitas::response::QuestionnaireResponse;
use probitas::rules::evaluate;

/// The published pages, each with the name of its example draft.
pub const PUBLISHED: [(&str, &str); 4] = [
    (
        "elections-canada",
        include_str!("../fixtures/pages/elections-canada.en.txt"),
    ),
    (
        "treasury-board-secretariat",
        include_str!("../fixtures/pages/treasury-board-secretariat.en.txt"),
    ),
    (
        "innovation-science-economic-development",
        include_str!("../fixtures/pages/innovation-science-economic-development.en.txt"),
    ),
    (
        "immigration-refugees-citizenship",
        include_str!("../fixtures/pages/immigration-refugees-citizenship.en.txt"),
    ),
];

pub fn form() -> &'static Shipped {
    &shipped()[0]
}

/// The date that the page of Elections Canada bears.
pub fn page_date() -> DateTime<FixedOffset> {
    DateTime::parse_from_rfc3339("2024-11-15T09:00:00-05:00").unwrap()
}

/// A test page in the French wording of the definition.
pub const FRENCH: &str = include_str!("../fixtures/pages/french-official.txt");

/// The same in other words from Part III on.
pub const FRENCH_OTHERWISE: &str = include_str!("../fixtures/pages/french-other-wording.txt");

pub fn try_import(texts: &[&str]) -> Result<Imported, ImportError> {
    try_import_with(texts, &form().aliases)
}

pub fn try_import_with(texts: &[&str], aliases: &Aliases) -> Result<Imported, ImportError> {
    let names = ["first.txt", "second.txt", "third.txt"];
    let given: Vec<PublishedPage<'_>> = texts
        .iter()
        .zip(names)
        .map(|(text, name)| PublishedPage {
            name,
            bytes: text.as_bytes(),
        })
        .collect();
    let questionnaire = &form().questionnaire;
    pages(
        &given,
        questionnaire,
        aliases,
        uuid::Uuid::nil(),
        page_date(),
    )
}

pub fn import(texts: &[&str]) -> Imported {
    try_import(texts).unwrap()
}

/// The lines of a page without bullets, numbers of items, indentation, blank
/// lines, white space at line ends, and what follows "Page details".
pub fn normalize_page(page: &str) -> Vec<String> {
    let mut lines = Vec::new();
    for line in page.trim_start_matches('\u{FEFF}').lines() {
        let line = line.trim();
        if ["Page details", "Détails de la page"].contains(&line) {
            break;
        }
        let line = without_mark(line).trim();
        if !line.is_empty() {
            lines.push(line.to_owned());
        }
    }
    lines
}

fn without_mark(line: &str) -> &str {
    for mark in ["• ", "- "] {
        if let Some(rest) = line.strip_prefix(mark) {
            return rest;
        }
    }
    let rest = line.trim_start_matches(|c: char| c.is_ascii_digit());
    match rest.strip_prefix(". ") {
        Some(text) if (1..=3).contains(&(line.len() - rest.len())) => text,
        _ => line,
    }
}

/// The lines of the page that is exported of a response, normalized, without
/// the last one, by which a wording of ours says so.
pub fn page_lines(response: &QuestionnaireResponse, language: Language) -> Vec<String> {
    let shipped = form();
    let evaluation = evaluate(&shipped.questionnaire, response);
    let content = Content {
        shipped,
        response,
        evaluation: &evaluation,
    };
    let page = report::page(content, language);
    let mut lines = normalize_page(&text::write(&page));
    let note = page
        .parts
        .first()
        .and_then(|part| part.running.unofficial_note.clone());
    if note.is_some() {
        assert_eq!(lines.pop(), note);
    }
    lines
}
