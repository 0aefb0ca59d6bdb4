//! Typography that is offered for texts that were really published, and for
//! texts that are set already as the government has it.
#![allow(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    clippy::indexing_slicing,
    missing_docs,
    reason = "tests"
)]

#[path = "support/pages.rs"]
mod support;

use std::collections::BTreeMap;

use probitas::i18n::{Language, Localized};
use probitas::questionnaire::shipped;
use probitas::text::Writing;
use probitas::text::tidy::{Piece, Reason, changes, excerpts};
use support::PUBLISHED;

/// What differs in brackets, and `~` for U+00A0.
fn shown(pieces: &[Piece]) -> String {
    let parts = pieces.iter().map(|piece| {
        let text = piece.text.replace('\u{A0}', "~");
        if piece.differs {
            format!("[{text}]")
        } else {
            text
        }
    });
    parts.collect()
}

/// Every change of a text, as it would read.
fn told(text: &str, language: Language) -> Vec<String> {
    let mut writing = Writing::default();
    writing.insert(0, text);
    let told = |change| shown(&excerpts(&writing, [change])[0].after);
    changes(&writing, language).iter().map(told).collect()
}

fn reasons(text: &str, language: Language) -> BTreeMap<Reason, usize> {
    let mut writing = Writing::default();
    writing.insert(0, text);
    let mut counts = BTreeMap::new();
    for change in changes(&writing, language) {
        *counts.entry(change.reason).or_default() += 1;
    }
    counts
}

#[test]
fn published_english_pages_have_two_places_to_tidy() {
    let told: Vec<String> = PUBLISHED
        .iter()
        .flat_map(|(_, text)| told(text, Language::English))
        .collect();
    assert_eq!(
        told,
        [
            "…(EX PMAs) for 2024[–]2025 include a clear…",
            "…Balancing public servants[’] ability to speak…",
        ]
    );
}

#[test]
fn french_page_with_typewriter_apostrophes_gets_the_real_ones_and_nothing_wrong() {
    let page = include_str!("fixtures/pages/french-other-wording.txt");
    let counts = reasons(page, Language::French);
    let kinds: Vec<Reason> = counts.keys().copied().collect();
    let expected = [Reason::Colon, Reason::Apostrophe, Reason::Abbreviation];
    assert_eq!(kinds, expected);
    let straight = page.matches('\'').count();
    assert_eq!(counts[&Reason::Apostrophe], straight);
}

#[test]
fn what_is_set_well_stays_in_both_languages() {
    for language in Language::ALL {
        for entry in std::fs::read_dir(format!("assets/guide/{}", language.code())).unwrap() {
            let text = std::fs::read_to_string(entry.unwrap().path()).unwrap();
            assert_eq!(told(&text, language), [""; 0], "{language:?}");
        }
        let mut wordings: Vec<&Localized> = Vec::new();
        let questionnaire = &shipped()[0].questionnaire;
        for question in questionnaire.questions() {
            wordings.push(&question.wording);
            wordings.extend(question.items.iter().flat_map(|item| &item.prompts));
        }
        for wording in wordings {
            // « p. ex. » breaks there on the form, where nobody set it otherwise.
            let counts = reasons(wording.get(language), language);
            let others = counts
                .keys()
                .filter(|reason| **reason != Reason::Abbreviation);
            assert_eq!(others.count(), 0, "{}", wording.get(language));
        }
    }
}
