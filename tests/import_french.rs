//! French pages, in the wording of the definition and in another, alone and
//! beside the English page.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    missing_docs,
    reason = "tests"
)]

#[path = "support/pages.rs"]
mod support;

use probitas::i18n::{Language, Message};
use probitas::import::{ImportError, Placement, Reason};
use probitas::questionnaire::{Aliases, ItemId, ItemState};
use probitas::response::{AnswerLanguages, QuestionnaireResponse};
use support::{
    FRENCH, FRENCH_OTHERWISE, PUBLISHED, form, import, normalize_page, page_lines, try_import,
    try_import_with,
};

const ENGLISH: &str = PUBLISHED[0].1;

fn text(response: &QuestionnaireResponse, item: &str, language: Language) -> String {
    let answer = response.answer(&item.into());
    answer.map_or(String::new(), |answer| answer.text.get(language).to_owned())
}

fn choices(response: &QuestionnaireResponse, item: &str) -> usize {
    let answer = response.answer(&item.into());
    answer.map_or(0, |answer| answer.choices.len())
}

fn aliases() -> Aliases {
    let json = include_str!("fixtures/aliases-french-other-wording.json");
    Aliases::load(json, &form().questionnaire).unwrap()
}

#[test]
fn french_page_comes_out_as_it_went_in() {
    let response = import(&[FRENCH]).response;
    assert_eq!(response.answer_languages(), AnswerLanguages::French);
    assert_eq!(response.organization().name.fr, "Élections Canada");
    assert_eq!(response.organization().id, "elections-canada");
    let lines = page_lines(&response, Language::French);
    assert_eq!(lines, normalize_page(FRENCH));
    let state = response.state(&form().questionnaire, &"q13".into());
    assert_eq!(state, ItemState::NotApplicable);
}

#[test]
fn french_page_has_the_choices_of_the_english_one() {
    let (english, french) = (import(&[ENGLISH]).response, import(&[FRENCH]).response);
    for item in form().questionnaire.items().filter(|item| !item.is_text()) {
        let of = |response: &QuestionnaireResponse| response.answer(&item.id).cloned();
        assert_eq!(of(&english), of(&french), "{}", item.id);
    }
}

#[test]
fn aliases_make_other_wording_known() {
    let imported = try_import_with(&[FRENCH_OTHERWISE], &aliases()).unwrap();
    assert_eq!(imported.response.unplaced(), []);
    let expected = import(&[FRENCH]).response;
    assert_eq!(choices(&imported.response, "q6"), 6);
    assert_eq!(choices(&imported.response, "q7"), 2);
    for item in ["q8", "q7.text", "q1.text"] {
        let found = text(&imported.response, item, Language::French);
        let expected = text(&expected, item, Language::French).replace('’', "'");
        assert_eq!(found, expected, "{item}");
    }
}

#[test]
fn without_aliases_other_wording_is_left_for_the_user_and_answers_are_whole() {
    let imported = import(&[FRENCH_OTHERWISE]);
    let known = try_import_with(&[FRENCH_OTHERWISE], &aliases()).unwrap();
    for item in form().questionnaire.items().filter(|item| item.is_text()) {
        let id = item.id.as_str();
        let found = text(&imported.response, id, Language::French);
        assert_eq!(found, text(&known.response, id, Language::French), "{id}");
    }
    // Six options of Question 6 and two of Question 7 wait to be matched; the
    // wordings of eight questions, two prompts and two parts are kept as they were.
    let options = |item: &str| {
        let lines = imported.response.unplaced().iter();
        let item = Some(item.into());
        lines.filter(|line| line.option_of == item).count()
    };
    assert_eq!((options("q6"), options("q7"), options("q12")), (6, 2, 0));
    let other = Placement::Unplaced(Reason::OtherWording);
    let lines = imported.report.pages[0].unplaced();
    assert_eq!(lines.filter(|line| line.placement == other).count(), 12);
    assert_eq!(choices(&imported.response, "q6"), 0);
    assert_eq!(choices(&imported.response, "q12"), 1);
    assert_eq!(imported.response.unplaced().len(), 20);
}

#[test]
fn both_pages_are_one_response() {
    for (first, second) in [(ENGLISH, FRENCH), (FRENCH, ENGLISH)] {
        let imported = import(&[first, second]);
        let response = &imported.response;
        assert_eq!(response.answer_languages(), AnswerLanguages::Both);
        assert_eq!(response.organization().name.en, "Elections Canada");
        assert_eq!(response.organization().name.fr, "Élections Canada");
        assert_eq!(imported.report.differences, []);
        assert_eq!(response.unplaced(), []);
        for (page, language) in [(ENGLISH, Language::English), (FRENCH, Language::French)] {
            let lines = page_lines(response, language);
            assert_eq!(lines, normalize_page(page));
        }
    }
    let source = |pages: &[&str]| {
        let response = import(pages).response;
        response.answer(&"q8".into()).unwrap().text.source
    };
    assert_eq!(source(&[ENGLISH, FRENCH]), Language::English);
    assert_eq!(source(&[FRENCH, ENGLISH]), Language::French);
}

#[test]
fn where_the_pages_differ_the_first_is_kept_and_the_other_reported() {
    let french = FRENCH.replacen("  • Non\n", "  • Oui\n", 1).replace(
        "  • Inclusion dans le processus d’intégration des nouveaux employés\n",
        "",
    );
    let imported = import(&[ENGLISH, &french]);
    let items: Vec<&str> = imported
        .report
        .differences
        .iter()
        .map(|difference| difference.item.as_str())
        .collect();
    assert_eq!(items, ["q2", "q7"]);
    let answer = imported.response.answer(&"q2".into()).unwrap();
    assert!(answer.choices.contains("q2.no"));
    let lines: Vec<(Option<&str>, &str)> = imported
        .response
        .unplaced()
        .iter()
        .map(|line| {
            let option_of = line.option_of.as_ref().map(ItemId::as_str);
            (option_of, line.text.as_str())
        })
        .collect();
    // What French lacks is told by the difference; what it has besides, by its line.
    assert_eq!(lines, [(Some("q2"), "- Oui")]);
    let imported = import(&[&french, ENGLISH]);
    let answer = imported.response.answer(&"q2".into()).unwrap();
    assert!(answer.choices.contains("q2.yes"));
    assert_eq!(imported.response.unplaced().len(), 2);
}

#[test]
fn a_page_whose_options_are_unknown_does_not_contradict_the_other() {
    for pages in [[ENGLISH, FRENCH_OTHERWISE], [FRENCH_OTHERWISE, ENGLISH]] {
        let imported = import(&pages);
        assert_eq!(imported.report.differences, []);
        assert_eq!(choices(&imported.response, "q6"), 6);
        assert_eq!(imported.response.unplaced().len(), 20);
    }
}

#[test]
fn both_languages_in_one_file_are_refused() {
    let error = try_import(&[&format!("{ENGLISH}\n{FRENCH}")]).unwrap_err();
    let page = "first.txt".to_owned();
    assert_eq!(error, ImportError::BothLanguages { page });
}

#[test]
fn every_report_is_told_in_both_languages() {
    let french = FRENCH_OTHERWISE.replacen("- Non\n", "- Oui\n- Non\n- Peut-être\n", 1);
    let french = french
        .replace("Question 9\n", "")
        .replace("De quelle façon", "soft\u{AD}");
    let french = french.replacen("Élections Canada\n", "", 1);
    let report = import(&[ENGLISH, &french]).report;
    let told: Vec<&str> = report.messages().iter().map(Message::id).collect();
    for id in [
        "import-page-read",
        "import-question-missing",
        "import-organization-missing",
        "import-line-other-wording",
        "import-line-option",
        "import-line-second-choice",
        "import-line-other-choice",
        "import-choice-differs",
        "import-furniture",
        "import-characters-changed",
    ] {
        assert!(told.contains(&id), "{id} in {told:?}");
    }
    for message in report.messages() {
        for language in Language::ALL {
            let text = message.text(language);
            assert!(!text.contains('{') && text != message.id(), "{text}");
        }
    }
}
