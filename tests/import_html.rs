//! Pages in HTML of any origin: saved from a site, cut, spoiled, hostile.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    missing_docs,
    reason = "a test stops at the first surprise"
)]

#[path = "support/hostile.rs"]
mod hostile;
#[path = "support/pages.rs"]
mod support;

use std::path::Path;

use hostile::{Said, said, with_content};
use probitas::export::html;
use probitas::i18n::Language;
use probitas::report::published_page;
use probitas::response::QuestionnaireResponse;
use proptest::prelude::*;

fn example(name: &str) -> QuestionnaireResponse {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let path = root
        .join("assets/examples")
        .join(format!("{name}.probitas"));
    let json = serde_json::from_slice(&std::fs::read(path).unwrap()).unwrap();
    QuestionnaireResponse::from_draft_json(&json)
        .unwrap()
        .response
}

fn examples() -> impl Iterator<Item = (&'static str, QuestionnaireResponse)> {
    support::PUBLISHED
        .iter()
        .map(|(name, _)| (*name, example(name)))
}

/// What a content system makes of a fragment: its own frame and furniture, and
/// no attribute that it does not know.
fn as_published(fragment: &str) -> String {
    let mut page = fragment.to_owned();
    for attribute in [
        "data-item",
        "data-part",
        "data-questionnaire",
        "class",
        "id",
    ] {
        while let Some(at) = page.find(&format!(" {attribute}=\"")) {
            let value = at + attribute.len() + 3;
            let end = value + page[value..].find('"').unwrap() + 1;
            page.replace_range(at..end, "");
        }
    }
    let page = page
        .replace("<p>", "<p>\n      ")
        .replace('\u{A0}', "&nbsp;");
    format!(
        "<!DOCTYPE html>\n<!-- saved -->\n<html lang=en><head><meta charset=utf-8>\
         <title>Page – Organization</title><script>if (1 < 2) {{ '<p>Question 1' }}</script>\
         <style>p{{}}</style></head><body><nav><ul><li>Menu<li>Search</ul></nav>\
         <header><form><label>Search</label><input></form></header>\
         <ol><li><a href=x>Home</a><li>Values</ol><main>{page}\
         <section><h2>Page details</h2><dl><dt>Date modified:<dd><time>2024-11-15</time></dl>\
         <button>Share this page</button></section></main>\
         <footer><p>Contact us<p>Terms</footer></body></html>"
    )
}

#[test]
fn a_saved_page_of_the_published_kind_gives_the_same_answers() {
    for (name, response) in examples() {
        let fragment = with_content(&response, |content| {
            html::fragment(&published_page(content, Language::English))
        });
        let imported = support::import(&[&as_published(&fragment)]);
        assert_eq!(imported.response.unplaced(), [], "{name}");
        assert_eq!(
            imported.response.organization().name.en,
            response.organization().name.en
        );
        let answers = |response: &QuestionnaireResponse| {
            let answers = response.answers();
            answers
                .map(|(item, answer)| (item.clone(), answer.clone()))
                .collect::<Vec<_>>()
        };
        for (found, expected) in answers(&imported.response).iter().zip(&answers(&response)) {
            assert_eq!(found, expected, "{name}");
        }
        assert_eq!(
            answers(&imported.response).len(),
            answers(&response).len(),
            "{name}"
        );
    }
}

/// Pieces of HTML that no page of ours has, at any place.
fn spoiled(page: &str, pieces: &[(usize, &str)]) -> String {
    let mut page = page.to_owned();
    for (at, piece) in pieces {
        let mut at = at % (page.len() + 1);
        while !page.is_char_boundary(at) {
            at -= 1;
        }
        page.insert_str(at, piece);
    }
    page
}

const PIECES: [&str; 24] = [
    "<",
    ">",
    "\"",
    "&",
    "</p>",
    "</li>",
    "</ul>",
    "</div>",
    "</main>",
    "<li>",
    "<ul><li>",
    "<ol start=999999999999>",
    "<p>",
    "<br>",
    "<h4>",
    "<table><tr><td>x",
    "<!--",
    "-->",
    "<script>",
    "<title>",
    "<div data-item=q8>",
    "<div data-item=nothing lang=xx>",
    "<data class=code-point value=110000>",
    "<main class=probitas-page>",
];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn a_spoiled_page_never_stops_an_import(
        pieces in prop::collection::vec((any::<usize>(), prop::sample::select(PIECES.to_vec())), 1..12),
        cut in any::<usize>(),
    ) {
        let example = include_str!("golden/elections-canada.en.page.html");
        let mut page = spoiled(example, &pieces);
        let mut cut = page.len() - cut % (page.len() / 4);
        while !page.is_char_boundary(cut) {
            cut -= 1;
        }
        page.truncate(cut);
        if let Ok(imported) = support::try_import(&[&page]) {
            // The draft that comes of it can be opened.
            let json = serde_json::from_str(&imported.response.to_draft_json()).unwrap();
            prop_assert!(QuestionnaireResponse::from_draft_json(&json).is_ok());
        }
    }
}

#[test]
fn elements_nested_without_end_are_read_in_time() {
    for (open, close) in [
        ("<ul><li>", ""),
        ("<div>", "</p>"),
        ("<p data-item=q8>x", ""),
    ] {
        let count = 2 * 1024 * 1024 / 2 / (open.len() + close.len());
        let soup = open.repeat(count) + &close.repeat(count);
        let example = include_str!("golden/elections-canada.en.page.html");
        let page = example
            .replace("<p>TBS", &soup)
            .replace("</main>", &format!("{soup}</main>"));
        let imported = support::import(&[&page]);
        let found = said(&imported.response, &[Language::English]);
        assert!(
            found
                .iter()
                .any(|(_, said)| matches!(said, Said::Answer(..)))
        );
    }
}
