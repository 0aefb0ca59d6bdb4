//! Published pages come in whole, and come out again as they were.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    missing_docs,
    reason = "tests"
)]

#[path = "support/pages.rs"]
mod support;

use probitas::i18n::{Language, Message};
use probitas::import::{ImportError, Imported, Placement, Reason};
use probitas::questionnaire::{ItemId, ItemState};
use probitas::response::{AnswerLanguages, Decision, QuestionnaireResponse};
use probitas::rules::evaluate;
use probitas::text::{Block, Document};
use support::{PUBLISHED, form, import, normalize_page, page_lines, try_import};

fn page(name: &str) -> &'static str {
    PUBLISHED
        .iter()
        .find(|(known, _)| *known == name)
        .unwrap()
        .1
}

fn choices(response: &QuestionnaireResponse, item: &str) -> Vec<String> {
    let answer = response.answer(&item.into()).unwrap();
    answer.choices.iter().map(ToString::to_string).collect()
}

fn unplaced(imported: &Imported) -> Vec<(usize, &str, Option<&str>)> {
    let lines = imported.response.unplaced().iter();
    lines
        .map(|line| {
            let option_of = line.option_of.as_ref().map(ItemId::as_str);
            (line.line, line.text.as_str(), option_of)
        })
        .collect()
}

#[test]
fn every_published_page_comes_out_as_it_went_in() {
    for (name, text) in PUBLISHED {
        let imported = import(&[text]);
        assert!(imported.response.unplaced().is_empty(), "{name}");
        assert!(imported.report.pages[0].missing.is_empty(), "{name}");
        let lines = page_lines(&imported.response, Language::English);
        assert_eq!(lines, normalize_page(text), "{name}");
    }
}

#[test]
fn byte_order_mark_line_ends_and_marks_make_no_difference() {
    for (name, text) in PUBLISHED {
        let plain = import(&[text]).response;
        let windows = format!("\u{FEFF}{}\r\n", text.replace('\n', "\r\n"));
        let shapes = text.replace('’', "'").replace("\n\n", "\n\u{A0}\n");
        let terminal = text.replace("  • ", "  * ");
        assert_eq!(import(&[&windows]).response, plain, "{name}");
        assert_eq!(import(&[&terminal]).response, plain, "{name}");
        let loose = import(&[&shapes]);
        assert!(loose.response.unplaced().is_empty(), "{name}");
        assert_eq!(
            choices(&loose.response, "q6"),
            choices(&plain, "q6"),
            "{name}"
        );
    }
}

#[test]
fn frame_of_the_response_is_read_from_the_page() {
    let response = import(&[page("elections-canada")]).response;
    assert_eq!(response.organization().name.en, "Elections Canada");
    assert_eq!(response.organization().name.fr, "");
    assert_eq!(response.organization().id, "elections-canada");
    assert_eq!(response.answer_languages(), AnswerLanguages::English);
    assert_eq!(choices(&response, "q3"), ["q3.reviewed"]);
    assert_eq!(choices(&response, "q6").len(), 6);
}

#[test]
fn lists_in_lists_are_kept() {
    // Seed 000, Elections Canada, Question 11.
    let response = import(&[page("elections-canada")]).response;
    let document = Document::parse(&response.answer(&"q11".into()).unwrap().text.en);
    let [Block::Paragraph(_), Block::Paragraph(_), Block::List(list)] = &document.blocks[..] else {
        panic!("{document:?}");
    };
    assert!(list.ordered);
    assert_eq!(list.items.len(), 2);
    let [Block::Paragraph(_), Block::List(inner)] = &list.items[1][..] else {
        panic!("{list:?}");
    };
    assert_eq!((inner.ordered, inner.items.len()), (false, 4));
}

#[test]
fn flattened_lines_are_paragraphs_and_lists() {
    // Seed 002, Innovation, Science and Economic Development Canada, Question 1.
    let page = page("innovation-science-economic-development");
    let response = import(&[page]).response;
    let document = Document::parse(&response.answer(&"q1.text".into()).unwrap().text.en);
    let kinds: Vec<usize> = document
        .blocks
        .iter()
        .map(|block| match block {
            Block::List(list) => list.items.len(),
            Block::Paragraph(lines) => {
                assert_eq!(lines.len(), 1);
                0
            }
            Block::Heading(_) => panic!("the page has no headings"),
        })
        .collect();
    assert_eq!(kinds, [0, 0, 2, 0, 0]);
    // Question 7 starts with a list.
    let document = Document::parse(&response.answer(&"q7.text".into()).unwrap().text.en);
    assert!(matches!(&document.blocks[..], [Block::List(list)] if list.items.len() == 3));
}

#[test]
fn listed_words_become_states() {
    let questionnaire = &form().questionnaire;
    // Seed 001, Treasury Board of Canada Secretariat, Questions 2 and 13.
    let response = import(&[page("treasury-board-secretariat")]).response;
    for item in ["q2.text", "q13"] {
        let state = response.state(questionnaire, &item.into());
        assert_eq!(state, ItemState::NotApplicable, "{item}");
        assert_eq!(response.answer(&item.into()).unwrap().text.en, "N/A");
    }
    // As on the page of NSERC: choices left blank are printed so.
    let text = page("treasury-board-secretariat").replace(
        "- My organization is in the process of updating its code of conduct.",
        "No response submitted.",
    );
    let response = import(&[&text.replace("\nN/A", "\n- N/A")]).response;
    for (item, state) in [
        ("q5", ItemState::NoResponse),
        ("q2.text", ItemState::NotApplicable),
        ("q5.text", ItemState::Answered),
    ] {
        assert_eq!(response.state(questionnaire, &item.into()), state, "{item}");
    }
}

#[test]
fn page_furniture_is_left_out_and_told() {
    let imported = import(&[page("elections-canada")]);
    let furniture: Vec<&str> = imported.report.pages[0]
        .furniture()
        .map(|line| line.text.as_str())
        .collect();
    assert_eq!(furniture, ["Page details", "2024-11-15"]);
    let told: Vec<&str> = imported.report.messages().iter().map(Message::id).collect();
    assert_eq!(told, ["import-page-read", "import-furniture"]);
    let more = format!("{}\nAbout this site", page("elections-canada"));
    assert_eq!(
        unplaced(&import(&[&more])),
        [(191, "About this site", None)]
    );
}

#[test]
fn an_unknown_option_is_left_for_the_user() {
    let text = page("treasury-board-secretariat").replace(
        "- Specific values and ethics communications campaigns",
        "- Communications campaigns about values",
    );
    let imported = import(&[&text]);
    let line = (34, "- Communications campaigns about values", Some("q6"));
    assert_eq!(unplaced(&imported), [line]);
    assert_eq!(choices(&imported.response, "q6").len(), 3);
}

#[test]
fn questions_are_found_by_wording_where_labels_are_missing() {
    for (name, text) in PUBLISHED {
        let without: String = text
            .lines()
            .filter(|line| !line.starts_with("Question "))
            .fold(String::new(), |page, line| page + line + "\n");
        assert_eq!(
            import(&[&without]).response,
            import(&[text]).response,
            "{name}"
        );
    }
}

#[test]
fn questions_are_found_by_label_where_the_wording_is_unknown() {
    let text = page("treasury-board-secretariat")
        .replace("Will these indicators be", "Are the indicators")
        .replace("How have you adjusted", "In what way did you adjust");
    let imported = import(&[&text]);
    assert_eq!(choices(&imported.response, "q12"), ["q12.yes"]);
    let lines = &imported.report.pages[0];
    let reasons: Vec<&Placement> = lines.unplaced().map(|line| &line.placement).collect();
    let other = Placement::Unplaced(Reason::OtherWording);
    assert_eq!(reasons, [&other, &other]);
    let text = &imported.response.answer(&"q9".into()).unwrap().text.en;
    assert!(text.starts_with("Specific scenarios"));
}

#[test]
fn a_mention_of_a_question_inside_an_answer_starts_none() {
    let text = page("elections-canada").replace(
        "Of note, EC has developed",
        "Question 10\n\nPart II. Codes of conduct\n\nOf note, EC has developed",
    );
    let imported = import(&[&text]);
    assert!(imported.response.unplaced().is_empty());
    let answer = &imported.response.answer(&"q1.text".into()).unwrap().text.en;
    assert!(answer.contains("Question 10\n\nPart II. Codes of conduct\n\nOf note"));
}

#[test]
fn two_answers_to_one_choice_are_not_decided() {
    let text = page("treasury-board-secretariat").replacen("- Yes", "- No\n- Yes", 1);
    let imported = import(&[&text]);
    assert_eq!(choices(&imported.response, "q1"), ["q1.no"]);
    assert_eq!(unplaced(&imported), [(7, "- Yes", Some("q1"))]);
}

#[test]
fn what_cannot_be_a_page_is_refused_with_the_place() {
    let english = page("elections-canada");
    let page = |result: Result<Imported, ImportError>| result.unwrap_err();
    let name = "first.txt".to_owned();
    let not_a_page = ImportError::NotAPage { page: name.clone() };
    assert_eq!(page(try_import(&["A letter.\n\nDear all"])), not_a_page);
    assert_eq!(page(try_import(&[""])), not_a_page);
    let number = ImportError::NumberOfPages { count: 0 };
    assert_eq!(page(try_import(&[])), number);
    let language = Language::English;
    let twice = ImportError::SameLanguageTwice { language };
    assert_eq!(page(try_import(&[english, english])), twice);
    let large = "x".repeat(probitas::import::MAX_PAGE_BYTES + 1);
    let size_bytes = large.len();
    let error = page(try_import(&[&large]));
    assert_eq!(
        error,
        ImportError::TooLarge {
            page: name,
            size_bytes
        }
    );
    for language in Language::ALL {
        let message = error.message();
        assert!(message.problem.text(language).contains('3'));
        assert!(message.hint.text(language).contains('2'));
    }
}

#[test]
fn bytes_that_are_no_utf8_are_named() {
    let form = form();
    let bytes = b"Elections Canada\n\nQuestion 1\nemployees\x92 plans";
    let page = probitas::import::PublishedPage {
        name: "latin.txt",
        bytes,
    };
    let id = uuid::Uuid::nil();
    let now = support::page_date();
    let error = probitas::import::pages(&[page], &form.questionnaire, &form.aliases, id, now);
    let (page, line, offset) = ("latin.txt".to_owned(), 4, 38);
    assert_eq!(
        error.unwrap_err(),
        ImportError::NotUtf8 { page, line, offset }
    );
}

#[test]
fn the_words_of_a_decision_under_a_choice_are_kept() {
    let page = PUBLISHED[0]
        .1
        .replace("  • No\n\nQuestion 13", "Not applicable\n\nQuestion 13");
    assert_ne!(page, PUBLISHED[0].1);
    let response = import(&[&page]).response;
    let answer = response.answer(&"q12".into()).unwrap();
    assert_eq!(answer.decision, Decision::NotApplicable);
    assert_eq!(answer.text.en, "Not applicable");
    assert!(!evaluate(&form().questionnaire, &response).has_errors());
}
