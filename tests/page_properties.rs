//! Whatever is answered: a page in HTML holds it as text, and is read back as
//! it was.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    missing_docs,
    reason = "a test stops at the first surprise"
)]

#[path = "support/hostile.rs"]
mod hostile;

use hostile::{Said, form, now, response, said, with_content};
use probitas::export::{html, markdown};
use probitas::i18n::Language;
use probitas::import::{Imported, PublishedPage, pages};
use probitas::report::published_page;
use probitas::response::QuestionnaireResponse;
use proptest::prelude::*;

/// How a page is saved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Saved {
    Whole,
    Fragment,
}

fn page(response: &QuestionnaireResponse, language: Language, saved: Saved) -> String {
    with_content(response, |content| {
        let page = published_page(content, language);
        match saved {
            Saved::Whole => html::page(&page, Some("sister.html")),
            Saved::Fragment => html::fragment(&page),
        }
    })
}

fn import(texts: &[String]) -> Imported {
    let given: Vec<PublishedPage<'_>> = texts
        .iter()
        .map(|text| PublishedPage {
            name: "page.html",
            bytes: text.as_bytes(),
        })
        .collect();
    let form = form();
    let id = uuid::Uuid::nil();
    pages(&given, &form.questionnaire, &form.aliases, id, now()).unwrap()
}

fn assert_same(response: &QuestionnaireResponse, languages: &[Language], saved: Saved) {
    let texts: Vec<String> = languages
        .iter()
        .map(|language| page(response, *language, saved))
        .collect();
    let imported = import(&texts);
    let expected: Vec<(_, Said)> = said(response, languages);
    let found = said(&imported.response, languages);
    for (expected, found) in expected.iter().zip(&found) {
        assert_eq!(expected, found);
    }
    assert_eq!(imported.response.unplaced(), []);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn both_pages_are_read_back_as_they_were(response in response()) {
        assert_same(&response, &Language::ALL, Saved::Whole);
    }

    #[test]
    fn one_page_or_its_fragment_is_read_back_as_it_was(response in response(), french: bool) {
        let language = if french { Language::French } else { Language::English };
        assert_same(&response, &[language], Saved::Fragment);
    }

    #[test]
    fn no_text_makes_an_element(response in response()) {
        for language in Language::ALL {
            let page = page(&response, language, Saved::Whole);
            prop_assert!(!page.contains("<script") && !page.contains("onerror=\""));
            prop_assert_eq!(page.matches("</main>").count(), 1);
            prop_assert_eq!(page.matches("<style>").count(), 1);
            prop_assert!(!page.contains(|c: char| c.is_control() && c != '\n' && c != '\t'));
            with_content(&response, |content| markdown::write(&published_page(content, language)));
        }
    }
}

#[test]
fn the_nastiest_response_is_read_back_as_it_was() {
    assert_same(&hostile::nastiest(), &Language::ALL, Saved::Whole);
}
