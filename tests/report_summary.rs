//! The sheet before a submission says what the submission says, and no more.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    missing_docs,
    reason = "a test stops at the first surprise"
)]

#[path = "support/hostile.rs"]
mod hostile;
#[path = "support/pages.rs"]
mod pages;
#[path = "support/signed.rs"]
mod signed;

use probitas::export::layout::{Drawing, Layout, Page, Sheet, TypeSize};
use probitas::export::outputs::printed;
use probitas::export::settings::Settings;
use probitas::i18n::Language;
use probitas::report::document::{AnswerOption, Block, Document, Part};
use probitas::report::{self, Arrangement, Content, Edition, Presentation, Scope, Summary};
use probitas::response::{Edit, QuestionnaireResponse};
use probitas::rules::{Severity, evaluate};
use proptest::prelude::*;
use signed::{example, signed};

/// Every text of some blocks, options only where they are selected.
fn words(blocks: &[Block], found: &mut Vec<String>) {
    fn selected(options: &[AnswerOption], found: &mut Vec<String>) {
        for option in options {
            if option.selected {
                found.push(option.label.content.clone());
            }
            selected(&option.options, found);
        }
    }
    for block in blocks {
        match block {
            Block::Heading { text, .. } | Block::Paragraph { text, .. } => {
                found.push(text.content.clone());
            }
            Block::Options(options) => selected(&options.options, found),
            Block::List(list) => list.items.iter().for_each(|item| words(item, found)),
            _ => {}
        }
    }
}

/// Where the entries of a heading begin and end.
fn under<'a>(blocks: &'a [Block], title: &str) -> &'a [Block] {
    let level_2 = |block: &Block| matches!(block, Block::Heading { level: 2, .. });
    let is =
        |block: &Block| matches!(block, Block::Heading { level: 2, text } if text.content == title);
    let Some(first) = blocks.iter().position(is) else {
        return &[];
    };
    let rest = &blocks[first + 1..];
    &rest[..rest.iter().position(level_2).unwrap_or(rest.len())]
}

/// Holds the sheet of one language against the submission in that language.
fn holds(content: Content<'_>, language: Language) {
    let [choices, time_frames, goes_on] = match language {
        Language::English => ["What was selected", "Time frames, as written", "The text "],
        Language::French => [
            "Choix cochés",
            "Échéances, telles qu’elles sont rédigées",
            "Le texte ",
        ],
    };
    let parts = report::summary(content, Edition::Draft, &[language], 9);
    let blocks = &parts[0].blocks;
    let document = report::submission(content, Edition::Draft, &[language]);
    let mut said = Vec::new();
    words(&document.parts[0].blocks, &mut said);
    let Block::Facts(facts) = &under(blocks, choices)[0] else {
        panic!("{blocks:#?}");
    };
    assert_eq!(facts.len(), 7);
    let mut selected = Vec::new();
    for fact in facts {
        let lines = fact.value.content.lines();
        selected.extend(lines.map(|line| line.trim_start_matches("• ").to_owned()));
    }
    for line in &selected {
        assert!(said.contains(line), "{line}");
    }
    let mut written = Vec::new();
    let time_frames = under(blocks, time_frames);
    let is_ours = |block: &&Block| match block {
        Block::Paragraph { style, text, .. } => {
            *style == report::document::Style::Prompt || text.content.starts_with(goes_on)
        }
        _ => false,
    };
    for block in time_frames.iter().filter(|block| !is_ours(block)) {
        words(std::slice::from_ref(block), &mut written);
    }
    for line in &written {
        assert!(said.contains(line), "{line}");
    }
}

fn with_content<T>(response: &QuestionnaireResponse, make: impl FnOnce(Content<'_>) -> T) -> T {
    hostile::with_content(response, make)
}

#[test]
fn words_of_the_summary_are_those_of_the_submission() {
    for (name, _) in pages::PUBLISHED {
        let (_, response) = example(name);
        for language in Language::ALL {
            with_content(&response, |content| holds(content, language));
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn whatever_is_answered_the_summary_says_it_alike(response in hostile::response()) {
        for language in Language::ALL {
            with_content(&response, |content| holds(content, language));
        }
    }
}

#[test]
fn every_warning_is_told_and_no_reason_for_letting_it_stand() {
    let draft = include_bytes!("cli/inputs/contradictory.probitas");
    let json = serde_json::from_slice(draft).unwrap();
    let mut response = QuestionnaireResponse::from_draft_json(&json)
        .unwrap()
        .response;
    let shipped = pages::form();
    let evaluation = evaluate(&shipped.questionnaire, &response);
    let warning = evaluation.of(Severity::Warning).next().unwrap().clone();
    let acknowledgement = warning.acknowledgement(&response, "between us");
    let now = hostile::now();
    let edit = Edit::Acknowledge(acknowledgement);
    let before = format!("{:?}", summaries(&response));
    response.apply(&shipped.questionnaire, edit, now).unwrap();
    let after = format!("{:?}", summaries(&response));
    assert_eq!(before, after);
    for language in Language::ALL {
        assert!(after.contains(&warning.message.text(language)));
    }
}

fn summaries(response: &QuestionnaireResponse) -> Vec<Part> {
    with_content(response, |content| {
        report::summary(content, Edition::Draft, &Language::ALL, 9)
    })
}

/// The words on a page from top to bottom, its foot and head last.
fn text_of(page: &Page) -> String {
    let runs = page.items.iter().filter_map(|item| match &item.drawing {
        Drawing::Text(run) => Some(run.text.as_str()),
        _ => None,
    });
    runs.collect::<Vec<&str>>().join(" ")
}

#[test]
fn pages_are_numbered_as_without_the_summary() {
    let (shipped, response) = example("treasury-board-secretariat");
    let signed = signed(shipped, &response);
    for (languages, presentation, type_size) in [
        (&Language::ALL[..], Presentation::default(), TypeSize::Usual),
        (
            &Language::ALL[..1],
            Presentation::default(),
            TypeSize::Large,
        ),
        (
            &Language::ALL[..],
            Presentation {
                arrangement: Arrangement::Facing,
                ..Presentation::default()
            },
            TypeSize::Usual,
        ),
        (
            &Language::ALL[..],
            Presentation {
                scope: Scope::SignOff,
                ..Presentation::default()
            },
            TypeSize::Large,
        ),
    ] {
        let sheet = Sheet {
            type_size,
            ..Sheet::default()
        };
        let make = |summary| {
            let presentation = Presentation {
                summary,
                ..presentation
            };
            let settings = Settings {
                sheet,
                presentation,
            };
            let document: Document = with_content(&response, |content| {
                printed(
                    content,
                    Edition::Signed(&signed.verified),
                    languages,
                    settings,
                )
            });
            Layout::on(&document, sheet).pages
        };
        let without: Vec<String> = make(Summary::Without).iter().map(text_of).collect();
        let with: Vec<String> = make(Summary::With).iter().map(text_of).collect();
        let before = with.len() - without.len();
        assert!(before >= languages.len());
        assert_eq!(with[before..], without[..], "{presentation:?}");
        let count = without.len().to_string();
        assert!(with[0].contains(&count), "{}", with[0]);
        let fingerprint = signed.file.record().digest().fingerprint().to_string();
        for page in &with[..before] {
            assert!(page.contains(&fingerprint), "{page}");
            let marked = ["not part of the submission", "ne fait pas partie"];
            assert!(marked.iter().any(|mark| page.contains(mark)), "{page}");
            assert!(!page.contains("Page 1 "), "{page}");
        }
    }
}
