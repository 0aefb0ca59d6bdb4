//! The published page as HTML.
//!
//! [`page`] is one self-contained file without a script: a style sheet of our
//! own, a link to the page in the other language, and `main`. [`fragment`] is
//! what stands in `main`, for a content system that has its own frame.
//!
//! Answers stand in elements that name their item (`data-item`), so that
//! [`crate::import`] reads a page back exactly as it was. White space in them
//! counts; there is none but that of the text, save line ends between blocks.
//! What may stand where is decided by [`crate::report`]; every character
//! passes the one writer that escapes (`markup`).

mod blocks;
mod markup;

use blocks::Blocks;
use markup::Markup;

use crate::i18n::{Language, page as messages};
use crate::report::document::{Block, Style};
use crate::report::marks::{ITEM, NOTE, ORGANIZATION, PAGE_CLASS, PART, QUESTIONNAIRE};
use crate::report::{PublishedItem, PublishedPage, PublishedQuestion};

const SHEET: &str = include_str!("../../assets/page/page.css");

/// No script can run, and nothing is fetched, whatever a page holds.
const POLICY: &str =
    "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/// A whole page. `sister` is the name of the file that holds the page in the
/// other language, in the same folder, where there is one.
#[must_use]
pub fn page(page: &PublishedPage, sister: Option<&str>) -> String {
    let mut markup = Markup::default();
    markup.doctype();
    let language = page.language.bcp47();
    markup.element("html", &[("lang", language)], |html| {
        html.end_line();
        html.element("head", &[], |inside| head(inside, page, sister));
        html.end_line();
        html.element("body", &[], |body| {
            body.end_line();
            if let Some(sister) = sister {
                toggle(body, page.language, sister);
            }
            let attributes = [
                ("class", PAGE_CLASS),
                (QUESTIONNAIRE, page.questionnaire.as_str()),
            ];
            body.element("main", &attributes, |inside| content(inside, page));
            body.end_line();
        });
        html.end_line();
    });
    markup.end_line();
    markup.finish()
}

/// What stands in `main`, in an element of its own.
#[must_use]
pub fn fragment(page: &PublishedPage) -> String {
    let mut markup = Markup::default();
    let attributes = [
        ("class", PAGE_CLASS),
        ("lang", page.language.bcp47()),
        (QUESTIONNAIRE, page.questionnaire.as_str()),
    ];
    markup.element("div", &attributes, |inside| content(inside, page));
    markup.end_line();
    markup.finish()
}

fn head(markup: &mut Markup, page: &PublishedPage, sister: Option<&str>) {
    markup.end_line();
    let mut meta = |attributes: &[(&'static str, &str)]| {
        markup.void("meta", attributes);
        markup.end_line();
    };
    meta(&[("charset", "utf-8")]);
    let viewport = "width=device-width, initial-scale=1";
    meta(&[("name", "viewport"), ("content", viewport)]);
    let policy = "Content-Security-Policy";
    meta(&[("http-equiv", policy), ("content", POLICY)]);
    meta(&[("name", "generator"), ("content", "Probitas")]);
    markup.element("title", &[], |inside| inside.plain(&page.document_title));
    markup.end_line();
    if let Some(sister) = sister {
        let language = page.language.other().bcp47();
        markup.void(
            "link",
            &[
                ("rel", "alternate"),
                ("hreflang", language),
                ("href", sister),
            ],
        );
        markup.end_line();
    }
    markup.sheet(SHEET);
}

/// The link to the page in the other language, in that language.
fn toggle(markup: &mut Markup, language: Language, sister: &str) {
    let label = messages::languages().text(language);
    let other = language.other();
    let code = other.bcp47();
    markup.element("nav", &[("aria-label", label.as_str())], |nav| {
        let attributes = [("href", sister), ("lang", code), ("hreflang", code)];
        nav.element("a", &attributes, |link| {
            link.text(&messages::own_name().text(other));
        });
    });
    markup.end_line();
}

fn content(markup: &mut Markup, page: &PublishedPage) {
    let blocks = Blocks {
        language: page.language,
    };
    markup.end_line();
    titles(markup, page, blocks);
    blocks.all(markup, &page.introduction);
    for section in &page.sections {
        markup.element("section", &[], |inside| {
            inside.end_line();
            blocks.text(inside, "h2", &[], &section.title);
            inside.end_line();
            blocks.all(inside, &section.introduction);
            for question in &section.questions {
                write_question(inside, question, blocks);
            }
        });
        markup.end_line();
    }
    if let Some(note) = &page.unofficial_note {
        let attributes = [("class", "note unofficial-note"), (PART, NOTE)];
        markup.element("p", &attributes, |inside| inside.text(note));
        markup.end_line();
    }
}

/// The organization is the title of the page, the form's title stands below.
fn titles(markup: &mut Markup, page: &PublishedPage, blocks: Blocks) {
    if page.organization.content.is_empty() {
        blocks.text(markup, "h1", &[], &page.title);
    } else {
        markup.element("hgroup", &[], |inside| {
            inside.end_line();
            let organization = [(PART, ORGANIZATION)];
            blocks.text(inside, "h1", &organization, &page.organization);
            inside.end_line();
            blocks.text(inside, "p", &[], &page.title);
            inside.end_line();
        });
    }
    markup.end_line();
}

fn write_question(markup: &mut Markup, question: &PublishedQuestion, blocks: Blocks) {
    markup.element("section", &[("id", question.id.as_str())], |inside| {
        inside.end_line();
        blocks.text(inside, "h3", &[], &question.label);
        inside.end_line();
        blocks.text(inside, "p", &[("class", "prompt")], &question.wording);
        inside.end_line();
        for item in &question.items {
            write_item(inside, item, blocks);
        }
    });
    markup.end_line();
}

fn write_item(markup: &mut Markup, item: &PublishedItem, blocks: Blocks) {
    for prompt in &item.prompts {
        blocks.text(markup, "p", &[("class", "prompt")], prompt);
        markup.end_line();
    }
    let is_label = |block: &&Block| {
        matches!(
            block,
            Block::Paragraph {
                style: Style::Label,
                ..
            }
        )
    };
    for block in item.answer.iter().take_while(is_label) {
        if let Block::Paragraph { text, .. } = block {
            blocks.text(markup, "p", &[("class", "label"), (PART, NOTE)], text);
            markup.end_line();
        }
    }
    let labels = item.answer.iter().take_while(is_label).count();
    let answer = item.answer.get(labels..).unwrap_or_default();
    if answer.is_empty() {
        return;
    }
    if !item.is_text {
        blocks.all(markup, answer);
        return;
    }
    let language = language_of(answer).unwrap_or(blocks.language);
    let mut attributes = vec![("class", "answer"), (ITEM, item.id.as_str())];
    if language != blocks.language {
        attributes.push(("lang", language.bcp47()));
    }
    markup.element("div", &attributes, |inside| {
        inside.end_line();
        Blocks { language }.all(inside, answer);
    });
    markup.end_line();
}

/// The language of an answer: that of its first text.
fn language_of(blocks: &[Block]) -> Option<Language> {
    blocks.iter().find_map(|block| match block {
        Block::Heading { text, .. } | Block::Paragraph { text, .. } => Some(text.language),
        Block::List(list) => list.items.iter().find_map(|item| language_of(item)),
        _ => None,
    })
}
