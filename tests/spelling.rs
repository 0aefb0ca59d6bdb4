//! The dictionaries know the words of this form in both languages.
#![cfg(feature = "gui")]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test stops at the first surprise"
)]

use std::collections::BTreeMap;

use probitas::app::EXAMPLES;
use probitas::i18n::Language;
use probitas::questionnaire::shipped;
use probitas::response::QuestionnaireResponse;
use probitas::text::Document;
use probitas::text::spelling::{Dictionary, words};

fn dictionary(language: Language) -> &'static Dictionary {
    Dictionary::of(language).unwrap()
}

fn unknown(language: Language, line: &str) -> Vec<&str> {
    let unknown = dictionary(language).unknown_in(line);
    unknown.into_iter().map(|word| &line[word]).collect()
}

#[test]
fn examples_hold_only_these_words_that_are_not_known() {
    let mut left = BTreeMap::new();
    let mut count = 0;
    for example in EXAMPLES {
        let draft = serde_json::from_str(example.json).unwrap();
        let response = QuestionnaireResponse::from_draft_json(&draft)
            .unwrap()
            .response;
        for item in shipped()[0].questionnaire.items() {
            for language in Language::ALL {
                let Some(answer) = response.answer(&item.id) else {
                    continue;
                };
                for line in Document::parse(answer.text.get(language)).lines() {
                    count += words(line).count();
                    for word in unknown(language, line) {
                        *left.entry(word.to_owned()).or_insert(0) += 1;
                    }
                }
            }
        }
    }
    // Names of people, and words that this variety of English spells otherwise.
    let expected = [
        ("CRs", 1),
        ("Johal", 1),
        ("Sectorial", 1),
        ("Sukhraj", 1),
        ("Townhall", 5),
        ("Townhalls", 1),
        ("acknowledgment", 1),
        ("center", 1),
        ("endeavors", 1),
    ];
    let expected: BTreeMap<String, i32> = expected
        .map(|(word, times)| (word.to_owned(), times))
        .into();
    assert_eq!(left, expected);
    assert!(count > 6_000, "{count}");
}

/// Every text in a language, wherever it stands.
fn texts(value: &serde_json::Value, language: Language, found: &mut Vec<String>) {
    match value {
        serde_json::Value::Object(members) => {
            for (name, value) in members {
                match value.as_str().filter(|_| name == language.code()) {
                    Some(text) => found.push(text.to_owned()),
                    None => texts(value, language, found),
                }
            }
        }
        serde_json::Value::Array(values) => {
            for value in values {
                texts(value, language, found);
            }
        }
        _ => {}
    }
}

#[test]
fn every_word_of_the_form_and_its_guidance_is_known_in_both_languages() {
    let folder = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/assets/questionnaire/pco-ve-self-assessment-2024"
    );
    for language in Language::ALL {
        let mut found = Vec::new();
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.extension().is_some_and(|ending| ending == "json") {
                let text = std::fs::read_to_string(path).unwrap();
                texts(&serde_json::from_str(&text).unwrap(), language, &mut found);
            }
        }
        assert!(found.len() > 100);
        for line in found.iter().flat_map(|text| text.lines()) {
            assert_eq!(unknown(language, line), Vec::<&str>::new(), "{line}");
        }
    }
}

#[test]
fn both_spellings_of_french_and_what_is_joined_to_a_word_are_known() {
    for line in [
        "l’organisation, d'IRCC, qu’elle, jusqu’à, aujourd’hui, lorsqu’on, S’ASSURER",
        "peut-être, est-ce, rendez-vous, a-t-il, celles-ci, sous-ministre, ex-cadre",
        "évènement, événement, connaitre, connaître, coûts, couts, boite, entrainer",
        "ISDE, le SCT, FON 302, FON302, employé·e·s, directeur(trice), p. ex., s.o.",
        "AUTOÉVALUATION, « œuvre »\u{a0}: 5\u{a0}%",
    ] {
        assert_eq!(
            unknown(Language::French, line),
            Vec::<&str>::new(),
            "{line}"
        );
    }
    let line = "L’orgnisation, jusqu’a-lors, finimes, une coeur, peut-etre";
    let found = ["orgnisation", "finimes", "coeur", "etre"];
    assert_eq!(unknown(Language::French, line), found);
}

#[test]
fn english_is_that_of_canada_with_initials_and_borrowed_words() {
    for line in [
        "don’t, the employees' and IRCC’s colour, centre, organization, program",
        "ADMs, FAQs, TBS, naïve résumé, Québec, multi-year, vis-à-vis, 2SLGBTQI+",
        "Onboarding, ONBOARDING, the Canada School's FON302",
    ] {
        assert_eq!(
            unknown(Language::English, line),
            Vec::<&str>::new(),
            "{line}"
        );
    }
    let line = "color teh FAQz pre-orgnization";
    assert_eq!(
        unknown(Language::English, line),
        ["color", "teh", "FAQz", "orgnization"]
    );
}

#[test]
fn suggestions_are_few_and_begin_with_what_is_likely() {
    let english = dictionary(Language::English);
    assert_eq!(english.suggestions("tbs")[0], "TBS");
    assert_eq!(english.suggestions("IRRC")[0], "IRCC");
    assert_eq!(english.suggestions("teh")[0], "the");
    assert!(english.suggestions("teh").len() <= 5);
    assert_eq!(dictionary(Language::French).suggestions("Etat")[0], "État");
}

#[test]
fn hostile_lines_are_looked_at_and_nothing_is_suggested_for_endless_words() {
    for language in Language::ALL {
        let endless = "x".repeat(100_000);
        assert_eq!(unknown(language, &endless), [endless.as_str()]);
        assert_eq!(
            dictionary(language).suggestions(&endless),
            Vec::<String>::new()
        );
        let accents = "e\u{301}".repeat(50_000);
        assert_eq!(unknown(language, &accents).len(), 1);
        let apostrophes = "l’".repeat(30_000);
        assert!(unknown(language, &apostrophes).len() <= 1);
        let hyphens = "xq-".repeat(30_000);
        assert!(unknown(language, &hyphens).len() <= 30_000);
        let many = "xqzzt ".repeat(1_000);
        assert_eq!(unknown(language, &many).len(), 1_000);
    }
}
