//! Pages in HTML as lines.
//!
//! A page of ours names the item of every text ([`marks`]), so that it is read
//! back exactly. Of any other page, the text of `main` becomes lines with the
//! lists and headings that they stand in; what the lines are is found out by
//! their wording, as for pages in plain text.
//!
//! Left out on purpose: menus, forms, scripts, tables as tables, emphasis and
//! the targets of links.

mod element;
mod flow;
mod spaces;

use html5gum::{DefaultEmitter, Token, Tokenizer};

use super::lines::{self, Line};
use crate::i18n::Language;
use crate::questionnaire::{Item, ItemId, Questionnaire, folded};
use crate::report::marks;
use crate::text::{self, Change, document::is_blank};
use element::Element;
use flow::{Flow, Piece};

/// Names with which a page in HTML starts.
const FIRST_NAMES: [&str; 13] = [
    "!doctype", "!--", "html", "head", "meta", "body", "main", "article", "section", "div",
    "hgroup", "h1", "p",
];

/// Where on a page in HTML a line stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Origin {
    /// Which block it is part of; the lines of a paragraph share it.
    pub(super) block: usize,
    /// Whether that block is a heading.
    pub(super) is_heading: bool,
    /// The lists that it stands in, the outermost first.
    pub(super) path: Vec<Step>,
}

/// A list that a line stands in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Step {
    /// Which list of the page it is.
    pub(super) list: usize,
    /// Which of its items.
    pub(super) item: usize,
    /// The number of its first item; none where it has bullets.
    pub(super) start: Option<u32>,
}

/// What the page itself says a line is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Named {
    /// The name of the organization.
    Organization,
    /// A remark of ours.
    Note,
    /// Part of the text of an item.
    Answer(ItemId),
}

/// Whether a page is HTML.
pub(super) fn is_html(page: &str) -> bool {
    let page = page.trim_start_matches('\u{FEFF}').trim_start();
    let Some(rest) = page.strip_prefix('<') else {
        return false;
    };
    FIRST_NAMES.iter().any(|name| {
        let found = rest.get(..name.len());
        let after = rest.get(name.len()..).and_then(|rest| rest.chars().next());
        found.is_some_and(|found| found.eq_ignore_ascii_case(name))
            && (name.starts_with('!') || after.is_some_and(|c| !c.is_ascii_alphanumeric()))
    })
}

/// The lines of a page, and what had to be changed in them.
pub(super) fn read(page: &str, questionnaire: &Questionnaire) -> (Vec<Line>, Vec<Change>) {
    let mut flow = Flow::default();
    let mut emitter = DefaultEmitter::default();
    // What stands in scripts and titles is no markup.
    emitter.naively_switch_states(true);
    for token in Tokenizer::new_with_emitter(page, emitter) {
        let Ok(token) = token;
        match token {
            Token::StartTag(tag) => flow.open(Element::of(&tag)),
            Token::EndTag(tag) => flow.close(&String::from_utf8_lossy(&tag.name)),
            Token::String(text) => flow.text(&String::from_utf8_lossy(&text)),
            Token::Comment(_) | Token::Doctype(_) | Token::Error(_) => {}
        }
    }
    let mut lines = Vec::new();
    let mut changes = Vec::new();
    for piece in flow.pieces() {
        line(piece, questionnaire, &mut lines, &mut changes);
    }
    (lines, changes)
}

fn line(
    piece: Piece,
    questionnaire: &Questionnaire,
    lines: &mut Vec<Line>,
    changes: &mut Vec<Change>,
) {
    let named = piece.named.filter(|_| {
        let own = piece.questionnaire.as_deref();
        own == Some(questionnaire.id.as_str())
    });
    let named = named.and_then(|(attribute, value)| named_as(&attribute, &value, questionnaire));
    // An answer becomes a stored text first: a bullet in it may be no bullet.
    let text = if matches!(named, Some(Named::Answer(_))) {
        piece.text
    } else {
        let cleaned = text::clean(&piece.text);
        lines::add_up(changes, &cleaned.changes);
        cleaned.text.replace('\n', " ")
    };
    if is_blank(&text) {
        return;
    }
    lines.push(Line {
        number: lines.len() + 1,
        folded: folded(&text),
        is_marked: !piece.origin.path.is_empty(),
        after_blank: true,
        language: if named.is_some() {
            piece.language
        } else {
            None
        },
        origin: Some(piece.origin),
        named,
        text,
    });
}

fn named_as(attribute: &str, value: &str, questionnaire: &Questionnaire) -> Option<Named> {
    match (attribute, value) {
        (marks::ITEM, id) => {
            let id = ItemId::new(id);
            let is_text = questionnaire.item(&id).is_some_and(Item::is_text);
            is_text.then_some(Named::Answer(id))
        }
        (marks::PART, marks::ORGANIZATION) => Some(Named::Organization),
        (marks::PART, marks::NOTE) => Some(Named::Note),
        _ => None,
    }
}

/// The text of an item, from its lines.
pub(super) fn stored(lines: &[(&Line, &Origin)]) -> String {
    let blocks = blocks(lines, 0);
    text::Document { blocks }.to_stored()
}

fn blocks(lines: &[(&Line, &Origin)], depth: usize) -> Vec<text::Block> {
    let mut blocks = Vec::new();
    let same = |one: &(&Line, &Origin), other: &(&Line, &Origin)| match (
        one.1.path.get(depth),
        other.1.path.get(depth),
    ) {
        (Some(one), Some(other)) => one.list == other.list,
        (None, None) => one.1.block == other.1.block,
        _ => false,
    };
    for group in lines.chunk_by(same) {
        let Some((_, first)) = group.first() else {
            continue;
        };
        if let Some(step) = first.path.get(depth) {
            blocks.push(text::Block::List(list(group, depth, *step)));
            continue;
        }
        let texts: Vec<String> = group.iter().map(|(line, _)| line.text.clone()).collect();
        blocks.push(if first.is_heading {
            text::Block::Heading(texts.join(" "))
        } else {
            text::Block::Paragraph(texts)
        });
    }
    blocks
}

fn list(lines: &[(&Line, &Origin)], depth: usize, step: Step) -> text::List {
    let item = |line: &(&Line, &Origin)| line.1.path.get(depth).map(|step| step.item);
    let items = lines.chunk_by(|one, other| item(one) == item(other));
    text::List {
        ordered: step.start.is_some(),
        start: step.start.unwrap_or(1),
        items: items.map(|lines| blocks(lines, depth + 1)).collect(),
    }
}

/// The language that an attribute names.
fn language(value: &str) -> Option<Language> {
    Language::from_locale(value)
}
