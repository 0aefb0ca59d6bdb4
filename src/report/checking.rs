//! How to check a printed document against the submission it was made from.

use super::document::{Block, Code, List, Numbering, Style, Text};
use super::sign_off::fact;
use super::{Content, Edition};
use crate::i18n::{Language, Message, report as messages};
use crate::submission::fingerprint::RecordDigest;

/// An id or a cycle may be as long as somebody types; a code may not.
const MAX_CHARACTERS: usize = 80;

/// The digest in full, a code with it, and how to check them; nothing for a
/// draft, which has no record.
pub(super) fn blocks(content: Content<'_>, edition: Edition<'_>, language: Language) -> Vec<Block> {
    let Some(digest) = edition.digest() else {
        return Vec::new();
    };
    let text = |message: &Message| Text::new(language, message.text(language));
    let signed = edition.is_signed();
    let (original, step) = if signed {
        (messages::copy_of_signed(), messages::check_verify())
    } else {
        (messages::copy_of_unsigned(), messages::check_unsigned())
    };
    let steps = [messages::check_take(), step, messages::check_compare()];
    let items = steps.iter().map(|step| vec![body(text(step))]).collect();
    let response = content.response;
    let revision = response.revision().to_string();
    let facts = [
        (
            messages::fact_fingerprint(),
            digest.fingerprint().to_string(),
        ),
        (messages::fact_digest(), grouped(&digest)),
        (messages::fact_cycle(), response.cycle().trim().to_owned()),
        (messages::fact_revision(), revision),
    ];
    let facts = facts
        .into_iter()
        .map(|(name, value)| fact(language, &name, Text::new(language, value)));
    vec![
        Block::Heading {
            level: 3,
            text: text(&messages::checking()),
        },
        Block::Paragraph {
            style: Style::Body,
            text: text(&original),
            keep_with_next: true,
        },
        Block::Facts(facts.collect()),
        Block::List(List {
            numbering: Numbering::Numbers { first: 1 },
            items,
        }),
        Block::Paragraph {
            style: Style::Note,
            text: text(&messages::code_note()),
            keep_with_next: true,
        },
        Block::Code(Code {
            content: code(content, &digest),
            alternative: text(&messages::code_alternative()),
        }),
    ]
}

fn body(text: Text) -> Block {
    Block::Paragraph {
        style: Style::Body,
        text,
        keep_with_next: false,
    }
}

/// The 64 digits in groups on two lines, for those who compare them by eye.
fn grouped(digest: &RecordDigest) -> String {
    const GROUP: usize = 8;
    let hex: Vec<char> = digest.hex().chars().collect();
    let lines = hex.chunks(hex.len() / 2).map(|half| {
        let groups = half.chunks(GROUP).map(|group| group.iter().collect());
        groups.collect::<Vec<String>>().join(" ")
    });
    lines.collect::<Vec<String>>().join("\n")
}

/// Digest, organization, cycle and revision as JSON; nothing else. The
/// organization is the id that the record has.
fn code(content: Content<'_>, digest: &RecordDigest) -> String {
    let response = content.response;
    let organization = response.organization().identifier();
    let short = |text: &str| text.chars().take(MAX_CHARACTERS).collect::<String>();
    serde_json::json!({
        "cycle": short(response.cycle().trim()),
        "digest": digest.hex(),
        "organization": short(&organization),
        "revision": response.revision(),
    })
    .to_string()
}
