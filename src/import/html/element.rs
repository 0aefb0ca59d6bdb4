//! What an element does to the text in it.

use html5gum::StartTag;

use super::language;
use crate::i18n::Language;
use crate::report::marks;

/// What kind of element it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// Within a line: text goes on.
    Inline,
    /// On lines of its own.
    Block,
    /// A heading.
    Heading,
    /// A bulleted list.
    Bullets,
    /// A numbered list.
    Numbers,
    /// An item of a list.
    Item,
    /// What is shown is no part of the page's text.
    Skipped,
    /// A line break.
    Break,
    /// Has no content.
    Void,
}

/// An element that was opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Element {
    pub(super) name: String,
    pub(super) kind: Kind,
    /// The number of its first item.
    pub(super) start: Option<u32>,
    /// The character that it stands for.
    pub(super) code_point: Option<char>,
    pub(super) language: Option<Language>,
    /// What it says it holds: attribute and value.
    pub(super) named: Option<(String, String)>,
    /// The questionnaire of the page that it holds.
    pub(super) questionnaire: Option<String>,
}

impl Element {
    pub(super) fn of(tag: &StartTag<()>) -> Self {
        let name = String::from_utf8_lossy(&tag.name).into_owned();
        let value = |attribute: &str| {
            let value = tag.attributes.get(attribute.as_bytes())?;
            Some(String::from_utf8_lossy(&value.value).into_owned())
        };
        let has_class = |class: &str| {
            let classes = value("class").unwrap_or_default();
            classes.split_ascii_whitespace().any(|one| one == class)
        };
        let named = [marks::ITEM, marks::PART]
            .into_iter()
            .find_map(|attribute| Some((attribute.to_owned(), value(attribute)?)));
        let code_point = has_class(marks::CODE_POINT_CLASS).then(|| {
            let number = u32::from_str_radix(&value("value")?, 16).ok()?;
            char::from_u32(number)
        });
        let is_hidden = value("hidden").is_some();
        Element {
            kind: if is_hidden || code_point.is_some() {
                Kind::Skipped
            } else {
                kind(&name)
            },
            start: value("start").and_then(|start| start.trim().parse().ok()),
            code_point: code_point.flatten(),
            language: value("lang").as_deref().and_then(language),
            questionnaire: has_class(marks::PAGE_CLASS)
                .then(|| value(marks::QUESTIONNAIRE))
                .flatten(),
            named,
            name,
        }
    }
}

fn kind(name: &str) -> Kind {
    match name {
        "br" => Kind::Break,
        "area" | "base" | "col" | "embed" | "img" | "input" | "link" | "meta" | "source"
        | "track" | "wbr" => Kind::Void,
        "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => Kind::Heading,
        "ul" | "menu" => Kind::Bullets,
        "ol" => Kind::Numbers,
        "li" => Kind::Item,
        // A form may hold the whole page; what asks something in it is left out.
        "title" | "script" | "style" | "template" | "noscript" | "nav" | "button" | "fieldset"
        | "label" | "select" | "textarea" | "svg" | "math" | "dialog" | "iframe" | "object"
        | "audio" | "video" | "canvas" => Kind::Skipped,
        "a" | "abbr" | "b" | "bdi" | "bdo" | "cite" | "code" | "data" | "del" | "dfn" | "em"
        | "font" | "i" | "ins" | "kbd" | "mark" | "q" | "s" | "samp" | "small" | "span"
        | "strong" | "sub" | "sup" | "time" | "u" | "var" => Kind::Inline,
        _ => Kind::Block,
    }
}
