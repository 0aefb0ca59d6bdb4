//! Blocks of a document to rows: what stands on one line, how far it is
//! indented, what it must keep together with, and which element it is.

mod lists;
mod pairs;

use super::pages::Row;
use super::structure::{NodeId, Structure, Tag};
use super::style::{self, TextStyle};
use super::{Drawing, Ink, Item, LEFT, RIGHT, Run};
use crate::export::shape::{Line, Shaper};
use crate::i18n::Language;
use crate::report::document::{Block, Part, Style, Text};

/// Turns blocks into rows, one part after the other.
pub(super) struct Composer {
    pub(super) shaper: Shaper,
    pub(super) structure: Structure,
    rows: Vec<Row>,
    document: NodeId,
    /// Whether the next row begins a page.
    new_page: bool,
}

/// Where blocks stand.
#[derive(Clone, Copy, Debug)]
struct Place {
    /// The element around them.
    parent: NodeId,
    left: f32,
    /// How many bulleted lists are around them.
    bullets: usize,
}

/// How the rows of one text keep together.
#[derive(Clone, Copy, Debug, Default)]
struct Keep {
    /// All rows with each other.
    whole: bool,
    /// The last row with what follows.
    next: bool,
}

impl Composer {
    /// Begins a document whose language as a whole is `language`.
    pub(super) fn new(language: Language) -> Self {
        let mut structure = Structure::default();
        let document = structure.add(Tag::Document, None, language);
        Self {
            shaper: Shaper::new(),
            structure,
            rows: Vec::new(),
            document,
            new_page: false,
        }
    }

    /// The rows of one part.
    pub(super) fn part(&mut self, part: &Part) -> Vec<Row> {
        let parent = self
            .structure
            .add(Tag::Part, Some(self.document), part.language);
        let place = Place {
            parent,
            left: LEFT,
            bullets: 0,
        };
        self.blocks(&part.blocks, place, part.language);
        self.new_page = false;
        std::mem::take(&mut self.rows)
    }

    fn blocks(&mut self, blocks: &[Block], place: Place, language: Language) {
        let following = blocks.iter().skip(1).map(Some).chain([None]);
        let mut previous = None;
        for (block, next) in blocks.iter().zip(following) {
            let first = self.rows.len();
            match block {
                Block::Heading { level, text } => self.heading(*level, text, place),
                Block::Paragraph {
                    style,
                    text,
                    keep_with_next,
                } => {
                    let keep = *keep_with_next || introduces(text, next);
                    self.paragraph(*style, text, keep, place);
                }
                Block::List(list) => self.list(list, place, language),
                Block::Options(options) => self.options(options, place, language),
                Block::Facts(facts) => self.facts(facts, place),
                Block::SignOff(lines) => self.sign_off(lines, place),
                Block::PageBreak => self.new_page = true,
            }
            if let (Some(row), Some(gap)) = (self.rows.get_mut(first), gap(previous, block)) {
                row.before = gap;
            }
            previous = Some(block);
        }
    }

    fn heading(&mut self, level: u8, text: &Text, place: Place) {
        let level = level.clamp(1, 6);
        let node = self
            .structure
            .add(Tag::Heading(level), Some(place.parent), text.language);
        let first = self.rows.len();
        let keep = Keep {
            whole: true,
            next: true,
        };
        self.text(text, style::heading(level), place.left, node, keep);
        if let Some(row) = self.rows.get_mut(first) {
            row.heading = Some((level, text.content.clone()));
        }
    }

    fn paragraph(&mut self, purpose: Style, text: &Text, keep_with_next: bool, place: Place) {
        let node = self
            .structure
            .add(Tag::Paragraph, Some(place.parent), text.language);
        let leads = matches!(purpose, Style::Prompt | Style::Hint | Style::Label);
        let keep = Keep {
            whole: leads,
            next: leads || keep_with_next,
        };
        self.text(text, style::paragraph(purpose), place.left, node, keep);
    }

    /// Adds the rows of a text, from `left` to the right margin.
    fn text(&mut self, text: &Text, style: TextStyle, left: f32, node: NodeId, keep: Keep) {
        let lines = self
            .shaper
            .lines(&text.content, style.face, style.size, RIGHT - left);
        let count = lines.len();
        for (index, line) in lines.iter().enumerate() {
            let mut row = row(&style, index);
            place_line(
                line,
                left,
                0.0,
                &style,
                text.language,
                Some(node),
                &mut row.items,
            );
            // Never one line of a paragraph alone at the foot or at the head of a page.
            let alone = index == 0 || index + 2 == count;
            let last = index + 1 == count;
            row.keep_with_next = if last { keep.next } else { keep.whole || alone };
            row.unofficial = text.unofficial;
            self.push(row);
        }
    }

    fn push(&mut self, mut row: Row) {
        row.new_page = std::mem::take(&mut self.new_page);
        self.rows.push(row);
    }
}

/// An empty row for the line of a text with the given index.
fn row(style: &TextStyle, index: usize) -> Row {
    Row {
        before: if index == 0 { style.before } else { 0.0 },
        height: style.leading,
        items: Vec::new(),
        keep_with_next: false,
        new_page: false,
        unofficial: false,
        heading: None,
    }
}

/// The space between two blocks where it is not what the second always has.
fn gap(previous: Option<&Block>, block: &Block) -> Option<f32> {
    let purpose = |block: &Block| match block {
        Block::Paragraph { style, .. } => Some(*style),
        _ => None,
    };
    match previous? {
        Block::Heading { .. } => None,
        Block::SignOff(_) => Some(style::AFTER_SIGN_OFF),
        other if purpose(other) == Some(Style::Label) => Some(style::AFTER_LABEL),
        _ => (purpose(block) == Some(Style::Prompt)).then_some(style::OPENING_BEFORE),
    }
}

/// Whether a paragraph announces the list after it.
fn introduces(text: &Text, next: Option<&Block>) -> bool {
    matches!(next, Some(Block::List(_))) && text.content.trim_end().ends_with(':')
}

/// Places the runs of a line whose row begins at `top`.
pub(super) fn place_line(
    line: &Line,
    left: f32,
    top: f32,
    style: &TextStyle,
    language: Language,
    node: Option<NodeId>,
    items: &mut Vec<Item>,
) {
    // Capitals, about 0.73 of the size, stand in the middle of the row.
    let baseline = top + style.leading / 2.0 + style.size * 0.363;
    items.extend(line.runs.iter().map(|run| Item {
        node,
        drawing: Drawing::Text(Run {
            x: left + run.x,
            y: baseline,
            face: run.face,
            size: style.size,
            ink: style.ink,
            language,
            text: run.text.clone(),
            glyphs: run.glyphs.clone(),
            stands_for: run.stands_for.clone(),
        }),
    }));
}

/// A thin line that is no content.
fn rule(x: f32, y: f32, width: f32, thickness: f32, ink: Ink) -> Item {
    Item {
        node: None,
        drawing: Drawing::Rectangle {
            x,
            y,
            width,
            height: thickness,
            ink,
        },
    }
}
