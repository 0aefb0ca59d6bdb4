//! The published page in HTML and Markdown: what stands on it, character by
//! character, and what never does.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    missing_docs,
    reason = "a test stops at the first surprise"
)]

#[path = "support/hostile.rs"]
mod hostile;
#[path = "support/pages.rs"]
mod pages;

use std::path::Path;

use hostile::{form, of_edits, with_content};
use html5gum::{Token, Tokenizer};
use probitas::export::name::{OutputKind, OutputState};
use probitas::export::outputs::{Source, Wanted, make};
use probitas::export::{html, markdown, text};
use probitas::i18n::Language;
use probitas::questionnaire::Item;
use probitas::report::{self, published_page};
use probitas::response::{AnswerLanguages, Edit, Marking, QuestionnaireResponse};
use probitas::text::Document;
use pulldown_cmark::{Event, Parser, Tag, TagEnd};

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
    pages::PUBLISHED
        .iter()
        .map(|(name, _)| (*name, example(name)))
}

fn whole(response: &QuestionnaireResponse, language: Language) -> String {
    let sister = format!("{}.html", language.other().code());
    with_content(response, |content| {
        html::page(&published_page(content, language), Some(&sister))
    })
}

fn write(item: &str, language: Language, text: &str) -> Edit {
    Edit::Write {
        item: item.into(),
        language,
        text: text.to_owned(),
    }
}

/// The text of a page as a program of somebody else reads it, without the head.
fn shown(page: &str) -> String {
    let main = page.split_once("<main").unwrap().1;
    let main = main.split_once('>').unwrap().1;
    let mut shown = String::new();
    for token in Tokenizer::new(main) {
        match token.unwrap() {
            Token::String(text) => shown.push_str(std::str::from_utf8(&text).unwrap()),
            Token::StartTag(tag) if *tag.name == *b"br" => shown.push('\n'),
            _ => {}
        }
    }
    shown
}

#[test]
fn every_answer_stands_on_the_page_character_by_character() {
    for (name, response) in examples() {
        let page = whole(&response, Language::English);
        let shown = shown(&page);
        let mut rest = shown.as_str();
        let mut lines = 0;
        for item in form().questionnaire.items().filter(|item| item.is_text()) {
            let answer = response.answer(&item.id);
            let stored = answer.map_or("", |answer| &answer.text.en);
            for line in Document::parse(stored).lines() {
                let at = rest
                    .find(line)
                    .unwrap_or_else(|| unreachable!("{name}: {line}"));
                rest = &rest[at + line.len()..];
                lines += 1;
            }
        }
        assert!(lines > 10, "{name}");
    }
}

#[test]
fn text_and_html_show_the_same_characters() {
    for (name, response) in examples() {
        for language in Language::ALL {
            let page = shown(&whole(&response, language));
            let plain = with_content(&response, |content| {
                text::write(&report::page(content, language))
            });
            let letters = |text: &str| {
                text.chars()
                    .filter(|c| c.is_alphabetic())
                    .collect::<String>()
            };
            assert_eq!(letters(&page), letters(&plain), "{name}");
        }
    }
}

/// What a Markdown program shows, without its marks.
fn rendered(markdown: &str) -> String {
    let mut shown = String::new();
    for event in Parser::new(markdown) {
        match event {
            Event::Text(text) => shown.push_str(&text),
            Event::SoftBreak | Event::End(_) => shown.push('\n'),
            Event::Start(Tag::Paragraph | Tag::Heading { .. } | Tag::List(_) | Tag::Item)
            | Event::Rule => {}
            other => unreachable!("{other:?}"),
        }
    }
    shown
}

#[test]
fn a_markdown_program_shows_what_the_page_shows() {
    let one_of_all: Vec<Edit> = form()
        .questionnaire
        .items()
        .filter(|item| item.is_text())
        .map(|item: &Item| {
            let text = "# 1. *a* <b>\n\n- [x](y) `c`\n  1. ### h #\n\n     &amp; \\_";
            write(item.id.as_str(), Language::English, text)
        })
        .collect();
    let hostile = of_edits(one_of_all);
    let examples = examples().map(|(_, response)| response);
    for response in examples.chain([hostile]) {
        for language in Language::ALL {
            let (written, lines) = with_content(&response, |content| {
                let page = published_page(content, language);
                (markdown::write(&page), shown(&html::page(&page, None)))
            });
            let letters = |text: &str| text.split_whitespace().collect::<String>();
            assert_eq!(letters(&rendered(&written)), letters(&lines));
            let answers_only = |level| {
                Parser::new(&written)
                    .filter(|event| *event == Event::End(TagEnd::Heading(level)))
                    .count()
            };
            assert_eq!(
                answers_only(pulldown_cmark::HeadingLevel::H1),
                1 + usize::from(!response.organization().name.en.is_empty())
            );
            assert_eq!(answers_only(pulldown_cmark::HeadingLevel::H3), 13);
        }
    }
}

#[test]
fn a_passage_in_the_other_language_says_so() {
    let edits = [
        Edit::AnswerLanguages(AnswerLanguages::Both),
        Edit::OrganizationName(Language::French, "Élections Canada".into()),
        write("q8", Language::French, "Les réseaux sociaux."),
        write("q9", Language::English, "N/A"),
    ];
    let response = of_edits(edits);
    let english = whole(&response, Language::English);
    assert!(english.starts_with("<!DOCTYPE html>\n<html lang=\"en-CA\">"));
    for passage in [
        "<h1 data-part=\"organization\" lang=\"fr-CA\">Élections Canada</h1>",
        "<p class=\"label\" data-part=\"note\">Response provided in French</p>\n\
         <div class=\"answer\" data-item=\"q8\" lang=\"fr-CA\">\n<p>Les réseaux sociaux.</p>\n</div>",
        "<div class=\"answer\" data-item=\"q9\">\n<p class=\"state\">N/A</p>\n</div>",
        "<nav aria-label=\"Languages\"><a href=\"fr.html\" lang=\"fr-CA\" hreflang=\"fr-CA\">Français</a></nav>",
    ] {
        assert!(english.contains(passage), "{passage}\n{english}");
    }
    let french = whole(&response, Language::French);
    assert!(french.contains("<html lang=\"fr-CA\">"));
    assert!(french.contains(">s.o.</p>"));
    assert!(french.contains("<div class=\"answer\" data-item=\"q8\">"));
    assert!(!french.contains("Réponse fournie"));
    let note = "Libellé français non officiel (traduction de Probitas)";
    assert_eq!(
        (french.matches(note).count(), english.matches(note).count()),
        (1, 0)
    );
}

#[test]
fn lists_are_lists_and_what_runs_from_right_to_left_says_so() {
    let text = "1. \u{5E9}\u{5DC}\u{5D5}\u{5DD}\n   - a\n\n     b\n\n### \u{5E9}!\n\n7. c";
    let response = of_edits([write("q8", Language::English, text)]);
    let page = whole(&response, Language::English);
    let answer = page.split_once("data-item=\"q8\">\n").unwrap().1;
    let answer = answer.split_once("\n</div>").unwrap().0;
    assert_eq!(
        answer,
        "<ol>\n<li dir=\"auto\">\u{5E9}\u{5DC}\u{5D5}\u{5DD}<ul>\n<li><p>a</p><p>b</p></li>\n\
         </ul></li>\n</ol>\n<h4 dir=\"auto\">\u{5E9}!</h4>\n<ol start=\"7\">\n<li>c</li>\n</ol>"
    );
}

#[test]
fn a_page_is_one_file_without_a_script_and_fetches_nothing() {
    for (name, response) in examples() {
        let page = whole(&response, Language::French);
        assert_eq!(page.matches("<style>").count(), 1, "{name}");
        for never in ["<script", "src=", "url(", "@import", "http://", "style=\""] {
            let css_and_frame = page.split("<main").next().unwrap();
            assert!(!css_and_frame.contains(never), "{name}: {never}");
        }
        assert!(page.contains("default-src &#39;none&#39;"), "{name}");
        let fragment = with_content(&response, |content| {
            html::fragment(&published_page(content, Language::French))
        });
        assert!(
            fragment.starts_with("<div class=\"probitas-page\" lang=\"fr-CA\""),
            "{name}"
        );
        for never in ["<html", "<head", "<body", "<main", "<nav", "<style"] {
            assert!(!fragment.contains(never), "{name}: {never}");
        }
    }
}

#[test]
fn a_page_never_bears_a_marking_and_a_draft_has_none() {
    let response = of_edits([Edit::Marking(Marking::ProtectedB)]);
    let wanted = Wanted {
        json: true,
        pdf: Some(AnswerLanguages::Both),
        text: Some(AnswerLanguages::Both),
        page: Some(AnswerLanguages::Both),
        fragment: Some(AnswerLanguages::French),
        markdown: Some(AnswerLanguages::English),
        ..Wanted::default()
    };
    assert!(wanted.drops_marking(&response));
    assert!(!Wanted::usual().drops_marking(&response));
    assert!(!wanted.drops_marking(&of_edits([])));
    let state = "-UNSIGNED-NON-SIGNE";
    let is_page = |kind| !matches!(kind, OutputKind::Json | OutputKind::Pdf | OutputKind::Text);
    let pages = |state| {
        let names = wanted.names(&response, state).into_iter();
        names.filter(|(kind, _)| is_page(*kind)).collect::<Vec<_>>()
    };
    let names = pages(OutputState::Unsigned).into_iter();
    let names: Vec<String> = names.map(|(_, name)| name).collect();
    let start = "organization_2024_r1";
    let expected = [
        format!("{start}_en{state}.html"),
        format!("{start}_fr{state}.html"),
        format!("{start}_fr-fragment{state}.html"),
        format!("{start}_en{state}.md"),
    ];
    assert_eq!(names, expected);
    with_content(&response, |content| {
        for (kind, name) in pages(OutputState::Draft) {
            let made = make(kind, name, wanted, content, &Source::Draft).unwrap();
            let made = String::from_utf8(made.bytes).unwrap();
            assert!(!made.to_uppercase().contains("PROT"), "{made}");
        }
    });
    let of_draft = wanted.of_draft().names(&response, OutputState::Draft);
    assert_eq!(of_draft.len(), 2, "{of_draft:?}");
}

/// The pages that browsers and validators are shown (`.ci/page`): the examples
/// and the nastiest texts, whole and as fragments, in a folder of the build.
#[test]
fn pages_for_the_checkers_are_written() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("pages");
    probitas::storage::create_folder(&folder).unwrap();
    let nastiest = [("nastiest", hostile::nastiest()), ("empty", of_edits([]))];
    for (name, response) in examples().chain(nastiest) {
        for language in Language::ALL {
            let code = language.code();
            let sister = format!("{name}.{}.html", language.other().code());
            with_content(&response, |content| {
                let page = published_page(content, language);
                for (file, html) in [
                    (
                        format!("{name}.{code}.html"),
                        html::page(&page, Some(&sister)),
                    ),
                    (format!("{name}.{code}.fragment"), html::fragment(&page)),
                ] {
                    let path = folder.join(file);
                    probitas::storage::write_new(&path, html.as_bytes(), true).unwrap();
                }
            });
        }
    }
}
