//! What comes out of the four example drafts, held against what was looked at.
//!
//! Findings, text, JSON and page layout, in both languages, with a fixed key
//! and clock. `PROBITAS_BLESS=1 cargo test --test golden` writes them anew;
//! read the difference before it is committed.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    missing_docs,
    reason = "a test stops at the first surprise"
)]

#[path = "support/pages.rs"]
mod pages;
#[path = "support/signed.rs"]
mod signed;

use std::fmt::Write as _;
use std::path::Path;

use probitas::export::layout::Layout;
use probitas::export::{html, markdown, text};
use probitas::i18n::Language;
use probitas::questionnaire::{Shipped, shipped};
use probitas::report::{self, Arrangement, Content, Edition};
use probitas::response::QuestionnaireResponse;
use probitas::rules::{Evaluation, evaluate, place_label};
use signed::{Signed, example, signed};

/// An independent validator holds every file against the published schema.
fn fits_the_schema(json: &[u8], name: &str) {
    let schema = include_str!("../assets/schema/probitas-submission-1.schema.json");
    let validator = jsonschema::validator_for(&serde_json::from_str(schema).unwrap()).unwrap();
    let value = serde_json::from_slice(json).unwrap();
    let errors: Vec<String> = validator
        .iter_errors(&value)
        .map(|error| error.to_string())
        .collect();
    assert!(errors.is_empty(), "{name}: {errors:#?}");
}

fn findings(shipped: &Shipped, evaluation: &Evaluation, language: Language) -> String {
    let mut listing = String::new();
    for finding in &evaluation.findings {
        let places: Vec<String> = finding
            .places
            .iter()
            .map(|place| place_label(&shipped.questionnaire, place).text(language))
            .collect();
        writeln!(
            listing,
            "{:?} {}\n  {}\n  {}",
            finding.severity,
            finding.key(),
            places.join("; "),
            finding.message.text(language)
        )
        .unwrap();
    }
    listing
}

#[expect(
    clippy::disallowed_methods,
    reason = "a golden file is no file of a person"
)]
fn bless(path: &Path, found: &str) {
    std::fs::write(path, found).unwrap();
}

/// Compares with the file of that name, or writes it.
fn hold(name: &str, found: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/golden")
        .join(name);
    if std::env::var_os("PROBITAS_BLESS").is_some() {
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        bless(&path, found);
        return;
    }
    let expected = std::fs::read_to_string(&path).unwrap_or_default();
    let expected = expected.replace("\r\n", "\n");
    if found != expected {
        let line = found
            .lines()
            .zip(expected.lines())
            .position(|(found, expected)| found != expected);
        let line = line.unwrap_or_else(|| found.lines().count().min(expected.lines().count()));
        let shown = |text: &str| text.lines().nth(line).unwrap_or("(end)").to_owned();
        assert_eq!(shown(found), shown(&expected), "{name}, line {}", line + 1);
    }
}

#[test]
fn the_four_examples_give_what_they_gave() {
    for (name, _) in pages::PUBLISHED {
        let (shipped, response) = example(name);
        let evaluation = evaluate(&shipped.questionnaire, &response);
        assert!(!evaluation.has_errors(), "{name}");
        let Signed {
            bytes: json,
            verified,
            ..
        } = signed(shipped, &response);
        fits_the_schema(&json, name);
        hold(&format!("{name}.json"), std::str::from_utf8(&json).unwrap());
        let content = Content {
            shipped,
            response: &response,
            evaluation: &evaluation,
        };
        for language in Language::ALL {
            let end = |ending: &str| format!("{name}.{}.{ending}", language.code());
            hold(
                &end("findings.txt"),
                &findings(shipped, &evaluation, language),
            );
            hold(
                &end("page.txt"),
                &text::write(&report::page(content, language)),
            );
            let page = report::published_page(content, language);
            let sister = format!("{name}.{}.page.html", language.other().code());
            hold(&end("page.html"), &html::page(&page, Some(&sister)));
            hold(&end("page.md"), &markdown::write(&page));
            let document = report::submission(content, Edition::Signed(&verified), &[language]);
            hold(&end("layout.txt"), &Layout::of(&document).dump());
        }
    }
}

#[test]
fn an_empty_draft_is_marked_as_one_in_both_languages() {
    let shipped = &shipped()[0];
    let questionnaire = &shipped.questionnaire;
    let now = pages::page_date();
    let response = QuestionnaireResponse::new(questionnaire, uuid::Uuid::nil(), now);
    let evaluation = evaluate(questionnaire, &response);
    let content = Content {
        shipped,
        response: &response,
        evaluation: &evaluation,
    };
    let document = report::submission(content, Edition::Draft, &Language::ALL);
    hold("empty.layout.txt", &Layout::of(&document).dump());
    for language in Language::ALL {
        let listing = findings(shipped, &evaluation, language);
        hold(&format!("empty.{}.findings.txt", language.code()), &listing);
    }
}

#[test]
fn the_blank_form_and_facing_languages_stand_where_they_stood() {
    for (arrangement, name) in [
        (Arrangement::Sequence, "blank.layout.txt"),
        (Arrangement::Facing, "blank.facing.layout.txt"),
    ] {
        let document = report::blank(&shipped()[0], &Language::ALL, arrangement);
        hold(name, &Layout::of(&document).dump());
    }
}

#[test]
fn the_summary_stands_where_it_stood() {
    for name in [
        "treasury-board-secretariat",
        "innovation-science-economic-development",
    ] {
        let (shipped, response) = example(name);
        let evaluation = evaluate(&shipped.questionnaire, &response);
        let verified = signed(shipped, &response).verified;
        let content = Content {
            shipped,
            response: &response,
            evaluation: &evaluation,
        };
        let edition = Edition::Signed(&verified);
        let mut document = report::submission(content, edition, &Language::ALL);
        document.parts = report::summary(content, edition, &Language::ALL, 17);
        let dump = Layout::of(&document).dump();
        hold(&format!("{name}.summary.layout.txt"), &dump);
    }
}

#[test]
fn importing_an_exported_page_gives_the_same_answers() {
    for (name, _) in pages::PUBLISHED {
        let (shipped, response) = example(name);
        let evaluation = evaluate(&shipped.questionnaire, &response);
        let content = Content {
            shipped,
            response: &response,
            evaluation: &evaluation,
        };
        let written = text::write(&report::page(content, Language::English));
        let imported = pages::import(&[&written]);
        let answers = |response: &QuestionnaireResponse| {
            let answers = response.answers();
            answers
                .map(|(item, answer)| (item.clone(), answer.clone()))
                .collect::<Vec<_>>()
        };
        assert_eq!(answers(&imported.response), answers(&response), "{name}");
    }
}
