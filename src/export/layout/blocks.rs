//! Blocks of a document to rows: what stands on one line, how far it is
//! indented, what it must keep together with, and which element it is.

pub(super) mod contents;
mod lists;
mod pairs;
mod shapes;

use super::pages::{Flow, Row};
use super::sheet::Geometry;
use super::structure::{NodeId, Structure, Tag};
use super::style::{self, TextStyle};
use super::{Contents, Drawing, Ink, Item, Run};
use crate::export::shape::{Line, Shaper};
use crate::i18n::Language;
use crate::report::document::{Block, Part, Style, Text};

/// Turns blocks into rows, one part after the other.
pub(super) struct Composer<'a> {
    pub(super) shaper: &'a mut Shaper,
    pub(super) structure: Structure,
    geometry: Geometry,
    contents: Contents,
    flow: Vec<Flow>,
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
    right: f32,
    /// No text begins further to the right, however deep lists are nested.
    most_left: f32,
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

impl<'a> Composer<'a> {
    /// Begins a document whose language as a whole is `language`.
    pub(super) fn new(
        language: Language,
        geometry: Geometry,
        contents: Contents,
        shaper: &'a mut Shaper,
    ) -> Self {
        let mut structure = Structure::default();
        let document = structure.add(Tag::Document, None, language);
        Self {
            shaper,
            structure,
            geometry,
            contents,
            flow: Vec::new(),
            rows: Vec::new(),
            document,
            new_page: false,
        }
    }

    /// The rows of one part.
    pub(super) fn part(&mut self, part: &Part) -> Vec<Flow> {
        let parent = self
            .structure
            .add(Tag::Part, Some(self.document), part.language);
        let place = Place::between(self.geometry.left, self.geometry.right, parent);
        for blocks in part.blocks.chunk_by(|one, next| !breaks_flow(one, next)) {
            match blocks {
                [Block::Facing(columns)] => self.facing(columns, parent, part.language),
                [Block::Contents { title, level }] => {
                    if self.contents == Contents::Present {
                        self.contents(title, *level, &part.blocks, place);
                    }
                }
                _ => self.blocks(blocks, place, part.language),
            }
        }
        self.new_page = false;
        self.end_rows();
        std::mem::take(&mut self.flow)
    }

    /// What follows are no rows below those so far.
    fn end_rows(&mut self) {
        if !self.rows.is_empty() {
            self.flow.push(Flow::Rows(std::mem::take(&mut self.rows)));
        }
    }

    fn facing(&mut self, columns: &[Vec<Block>; 2], parent: NodeId, language: Language) {
        self.end_rows();
        let Geometry { left, right, .. } = self.geometry;
        let width = (right - left - style::BETWEEN_COLUMNS) / 2.0;
        let places = [
            Place::between(left, left + width, parent),
            Place::between(right - width, right, parent),
        ];
        let mut index = 0;
        let languages = [language, language.other()];
        let rows = places.map(|place| {
            let column = columns.get(index).map(Vec::as_slice).unwrap_or_default();
            let language = languages.get(index).copied().unwrap_or(language);
            self.blocks(column, place, language);
            let mut rows = std::mem::take(&mut self.rows);
            if index > 0 {
                // The same headings again would stand twice in a list of contents.
                for row in &mut rows {
                    row.heading = None;
                }
            }
            index += 1;
            rows
        });
        self.flow.push(Flow::Columns(rows));
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
                    let keep = Keep {
                        whole: *keep_with_next,
                        next: *keep_with_next || introduces(text, next),
                    };
                    self.paragraph(*style, text, keep, place);
                }
                Block::List(list) => self.list(list, place, language),
                Block::Options(options) => self.options(options, place, language),
                Block::Facts(facts) => self.facts(facts, place),
                Block::SignOff(lines) => self.sign_off(lines, place),
                Block::Code(code) => self.code(code, place),
                Block::Room(lines) => self.room(*lines, place),
                // These stand in no other block; `part` has taken them out.
                Block::Facing(_) | Block::Contents { .. } => {}
                Block::PageBreak => self.new_page = true,
            }
            if let (Some(row), Some(gap)) = (self.rows.get_mut(first), gap(previous, block)) {
                row.before = gap;
            }
            // What somebody signs stands on the page of the signature.
            let signed = matches!((block, next), (Block::Facts(_), Some(Block::SignOff(_))));
            if let Some(row) = self.rows.last_mut().filter(|_| signed) {
                row.keep_with_next = true;
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
        self.text(text, style::heading(level), place, node, keep);
        if let Some(row) = self.rows.get_mut(first) {
            row.heading = Some((level, text.content.clone()));
        }
    }

    fn paragraph(&mut self, purpose: Style, text: &Text, keep: Keep, place: Place) {
        let node = self
            .structure
            .add(Tag::Paragraph, Some(place.parent), text.language);
        let leads = matches!(purpose, Style::Prompt | Style::Hint | Style::Label);
        let keep = Keep {
            whole: leads || keep.whole,
            next: leads || keep.next,
        };
        self.text(text, style::paragraph(purpose), place, node, keep);
    }

    /// Adds the rows of a text.
    fn text(&mut self, text: &Text, style: TextStyle, place: Place, node: NodeId, keep: Keep) {
        let Place { left, right, .. } = place;
        let lines = self
            .shaper
            .lines(&text.content, style.face, style.size, right - left);
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
        entry: None,
    }
}

impl Place {
    /// Between two margins.
    fn between(left: f32, right: f32, parent: NodeId) -> Self {
        Place {
            parent,
            left,
            right,
            most_left: left + (right - left) * 0.483,
            bullets: 0,
        }
    }
}

/// Whether blocks are laid out apart from each other: some are no rows below
/// the rows of others.
fn breaks_flow(one: &Block, next: &Block) -> bool {
    let alone = |block: &Block| matches!(block, Block::Facing(_) | Block::Contents { .. });
    alone(one) || alone(next)
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
        Block::Facts(_) if matches!(block, Block::List(_)) => Some(style::AFTER_FACTS),
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
    let last = line.runs.len().saturating_sub(1);
    items.extend(line.runs.iter().enumerate().map(|(index, run)| Item {
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
            ends_line: line.ends_line && index == last,
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
