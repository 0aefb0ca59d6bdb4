//! The blocks of a document as elements.

use super::markup::Markup;
use crate::i18n::Language;
use crate::report::document::{AnswerOption, Block, List, Numbering, Style, Text};

/// Writes blocks into what is in `language`.
#[derive(Clone, Copy)]
pub(super) struct Blocks {
    /// The language of the elements around.
    pub(super) language: Language,
}

/// Attributes whose values outlive the element they are written to.
type Owned = Vec<(&'static str, &'static str)>;

impl Blocks {
    /// An element that holds one text.
    pub(super) fn text(
        self,
        markup: &mut Markup,
        name: &'static str,
        attributes: &[(&'static str, &'static str)],
        text: &Text,
    ) {
        let mut attributes = attributes.to_vec();
        attributes.extend(self.attributes_of(text));
        markup.element(name, &attributes, |inside| words(inside, text));
    }

    /// The language where it differs, and that the direction is that of the text.
    fn attributes_of(self, text: &Text) -> Owned {
        let mut attributes = Vec::new();
        if text.language != self.language {
            attributes.push(("lang", text.language.bcp47()));
        }
        if text.content.chars().any(is_right_to_left) {
            attributes.push(("dir", "auto"));
        }
        attributes
    }

    pub(super) fn all(self, markup: &mut Markup, blocks: &[Block]) {
        for block in blocks {
            self.block(markup, block);
            markup.end_line();
        }
    }

    fn block(self, markup: &mut Markup, block: &Block) {
        match block {
            Block::Heading { level, text } => {
                self.text(markup, heading(*level), &[], text);
            }
            Block::Paragraph { style, text, .. } => {
                let class = class(*style).map(|class| ("class", class));
                let attributes: Owned = class.into_iter().collect();
                self.text(markup, "p", &attributes, text);
            }
            Block::List(list) => self.list(markup, list),
            Block::Options(options) => self.options(markup, &options.options),
            // Only what is printed has others.
            _ => {}
        }
    }

    fn list(self, markup: &mut Markup, list: &List) {
        let start;
        let mut attributes: Vec<(&'static str, &str)> = Vec::new();
        let name = match list.numbering {
            Numbering::Bullets => "ul",
            Numbering::Numbers { first } => {
                if first != 1 {
                    start = first.to_string();
                    attributes.push(("start", &start));
                }
                "ol"
            }
        };
        markup.element(name, &attributes, |inside| {
            inside.end_line();
            for item in &list.items {
                self.item(inside, item);
                inside.end_line();
            }
        });
    }

    /// An item that is one paragraph, or a paragraph and lists, stands without
    /// an element of its own, as on the published pages.
    fn item(self, markup: &mut Markup, item: &[Block]) {
        if let Some((Block::Paragraph { text, .. }, lists)) = item.split_first()
            && lists.iter().all(|block| matches!(block, Block::List(_)))
        {
            let attributes = self.attributes_of(text);
            markup.element("li", &attributes, |inside| {
                words(inside, text);
                for list in lists {
                    self.block(inside, list);
                }
            });
        } else {
            markup.element("li", &[], |inside| {
                for block in item {
                    self.block(inside, block);
                }
            });
        }
    }

    /// The options that were selected, and those that group one.
    fn options(self, markup: &mut Markup, options: &[AnswerOption]) {
        fn shown(option: &AnswerOption) -> bool {
            option.selected || option.options.iter().any(shown)
        }
        if !options.iter().any(shown) {
            return;
        }
        markup.element("ul", &[("class", "options")], |inside| {
            inside.end_line();
            for option in options.iter().filter(|option| shown(option)) {
                let attributes = self.attributes_of(&option.label);
                inside.element("li", &attributes, |item| {
                    words(item, &option.label);
                    self.options(item, &option.options);
                });
                inside.end_line();
            }
        });
    }
}

/// The characters of a text, marked where the wording is a translation of ours.
fn words(markup: &mut Markup, text: &Text) {
    if text.unofficial {
        let class = [("class", "unofficial")];
        markup.element("span", &class, |inside| inside.text(&text.content));
    } else {
        markup.text(&text.content);
    }
}

fn heading(level: u8) -> &'static str {
    match level {
        0 | 1 => "h1",
        2 => "h2",
        3 => "h3",
        4 => "h4",
        5 => "h5",
        _ => "h6",
    }
}

fn class(style: Style) -> Option<&'static str> {
    match style {
        Style::Body => None,
        Style::Prompt => Some("prompt"),
        Style::Hint => Some("hint"),
        Style::State => Some("state"),
        Style::Label => Some("label"),
        Style::Note => Some("note"),
    }
}

/// Whether the character is of a script that is written from right to left, or
/// a mark that says so.
fn is_right_to_left(c: char) -> bool {
    matches!(
        u32::from(c),
        0x0590..=0x08FF | 0x200F | 0xFB1D..=0xFDFF | 0xFE70..=0xFEFF | 0x10800..=0x10FFF | 0x1E800..=0x1EFFF
    )
}
