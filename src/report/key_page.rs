//! The key page: whose public key it is, to be signed by hand.

use super::document::{
    Block, Code, Document, List, Numbering, Part, Running, SignLine, Style, Text,
};
use super::running::page_number;
use super::sign_off::{date, fact};
use crate::i18n::{Language, Message, keys as messages, report as shared};
use crate::submission::key::PublicKey;
use crate::submission::key_file::KeyHolder;
use chrono::{DateTime, FixedOffset};

/// What a key page says.
#[derive(Clone, Copy, Debug)]
pub struct KeyPage<'a> {
    /// The public key.
    pub key: &'a PublicKey,
    /// Whose it is, and in which role they sign.
    pub holder: &'a KeyHolder,
    /// The day of the page.
    pub date: DateTime<FixedOffset>,
}

/// The page in the given languages, one after the other: person and key, the
/// statement with lines to sign on, what the agency does with lines for it.
///
/// Nothing in it is secret. Nothing in it was checked either: that is what
/// the agency does.
#[must_use]
pub fn key_page(page: KeyPage<'_>, languages: &[Language]) -> Document {
    let first = languages.first().copied().unwrap_or(Language::English);
    Document {
        title: title(page, first),
        parts: languages
            .iter()
            .map(|language| part(page, *language))
            .collect(),
    }
}

/// What a reader's program shows as the title of a key page.
#[must_use]
pub fn key_page_titles(page: KeyPage<'_>, languages: &[Language]) -> Vec<(Language, String)> {
    let titled = |language: &Language| (*language, title(page, *language));
    languages.iter().map(titled).collect()
}

fn title(page: KeyPage<'_>, language: Language) -> String {
    messages::key_page_of(page.holder.name.as_str()).text(language)
}

fn part(page: KeyPage<'_>, language: Language) -> Part {
    let mut blocks = vec![
        heading(1, &messages::key_page_title(), language),
        paragraph(Style::Body, &messages::key_page_what(), language, false),
        Block::Facts(facts(page, language)),
    ];
    // Signed on the page on which the fingerprint stands.
    blocks.extend(statement(page.holder, language));
    blocks.extend(public_key(page.key, language));
    blocks.extend(receiver(language));
    let fingerprint = page.key.kid().fingerprint().to_string();
    Part {
        language,
        title: messages::key_page_title().text(language),
        running: Running {
            organization: page.holder.name.clone(),
            title: messages::key_page_title().text(language),
            fingerprint: Some(shared::fingerprint_line(fingerprint).text(language)),
            page_number: page_number(language),
            ..Running::default()
        },
        blocks,
    }
}

fn facts(page: KeyPage<'_>, language: Language) -> Vec<super::document::Fact> {
    let said = |message: Message| message.text(language);
    let kid = page.key.kid();
    let facts = [
        (messages::key_page_person(), Some(page.holder.name.clone())),
        (
            messages::key_page_role(),
            Some(said(page.holder.role.in_words())),
        ),
        (
            messages::key_page_organization(),
            page.holder.organization_id.clone(),
        ),
        (
            messages::key_page_algorithm(),
            Some(page.key.algorithm().name().to_owned()),
        ),
        (messages::key_page_date(), Some(said(date(page.date)))),
        (
            messages::key_page_fingerprint(),
            Some(kid.fingerprint().to_string()),
        ),
        (
            messages::key_page_thumbprint(),
            Some(kid.as_str().to_owned()),
        ),
    ];
    let known = facts
        .into_iter()
        .filter_map(|(name, value)| Some((name, value?)));
    known
        .map(|(name, value)| fact(language, &name, Text::new(language, value)))
        .collect()
}

/// The public key to read and as a code.
fn public_key(key: &PublicKey, language: Language) -> Vec<Block> {
    let members = key.to_bare_jwk();
    let lines: Vec<String> = members
        .iter()
        .map(|(name, value)| format!("\"{name}\":{value}"))
        .collect();
    let readable = format!("{{{}}}", lines.join(",\n"));
    // A public key is a few fixed members: it always has a canonical form.
    let jwk = key.to_jwk().unwrap_or_default();
    vec![
        heading(2, &messages::key_page_jwk(), language),
        Block::Paragraph {
            style: Style::Body,
            text: Text::new(language, readable),
            keep_with_next: true,
        },
        paragraph(Style::Note, &messages::key_page_code(), language, true),
        Block::Code(Code {
            content: String::from_utf8_lossy(&jwk).trim_end().to_owned(),
            alternative: Text::new(
                language,
                messages::key_page_code_alternative().text(language),
            ),
        }),
    ]
}

fn statement(holder: &KeyHolder, language: Language) -> Vec<Block> {
    let name = Text::new(language, holder.name.as_str());
    vec![
        heading(2, &messages::key_page_statement(), language),
        paragraph(Style::Body, &messages::key_page_states(), language, true),
        Block::SignOff(vec![
            line(&shared::line_name(), Some(name), language),
            line(&shared::line_title(), None, language),
            line(&shared::line_signature(), None, language),
            line(&shared::line_date(), None, language),
        ]),
    ]
}

fn receiver(language: Language) -> Vec<Block> {
    let steps = [
        messages::key_page_step_person(),
        messages::key_page_step_compare(),
        messages::key_page_step_differs(),
        messages::key_page_step_list(),
    ];
    let items = steps
        .iter()
        .map(|step| vec![paragraph(Style::Body, step, language, false)]);
    vec![
        heading(2, &messages::key_page_receiver(), language),
        Block::List(List {
            numbering: Numbering::Numbers { first: 1 },
            items: items.collect(),
        }),
        Block::SignOff(vec![
            line(&messages::key_page_line_compared(), None, language),
            line(&messages::key_page_line_how(), None, language),
            line(&shared::line_signature(), None, language),
            line(&shared::line_date(), None, language),
        ]),
    ]
}

fn heading(level: u8, message: &Message, language: Language) -> Block {
    Block::Heading {
        level,
        text: Text::new(language, message.text(language)),
    }
}

fn paragraph(style: Style, message: &Message, language: Language, keep_with_next: bool) -> Block {
    Block::Paragraph {
        style,
        text: Text::new(language, message.text(language)),
        keep_with_next,
    }
}

fn line(label: &Message, value: Option<Text>, language: Language) -> SignLine {
    SignLine {
        label: Text::new(language, label.text(language)),
        value,
    }
}
