//! Blocks of a document to rows: what stands on one line, how far it is
//! indented, what it must keep together with, and which element it is.

pub(super) mod contents;
mod lists;
mod pairs;
mod shapes;

use super::pages::{Bond, Flow, Heading, Row};
use super::sheet::Geometry;
use super::structure::{NodeId, Structure, Tag};
use super::style::{self, TextStyle};
use super::{Artifact, Belonging, Drawing, Ink, Item, Run};
use crate::export::shape::{Line, Shaper};
use crate::i18n::Language;
use crate::report::document::{Block, Part, Style, Text};
use contents::OpenContents;

/// Turns blocks into rows, one part after the other.
pub(super) struct Composer<'a> {
    pub(super) shaper: &'a mut Shaper,
    pub(super) structure: Structure,
    geometry: Geometry,
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
    whole: Bond,
    /// The last row with what follows.
    next: Bond,
}

impl<'a> Composer<'a> {
    /// Begins a document whose language as a whole is `language`.
    pub(super) fn new(language: Language, geometry: Geometry, shaper: &'a mut Shaper) -> Self {
        let mut structure = Structure::default();
        let document = structure.add(Tag::Document, None, language);
        Self {
            shaper,
            structure,
            geometry,
            flow: Vec::new(),
            rows: Vec::new(),
            document,
            new_page: false,
        }
    }

    /// The rows of one part, and where its contents may be put in.
    pub(super) fn part<'p>(&mut self, part: &'p Part) -> (Vec<Flow>, Vec<OpenContents<'p>>) {
        let parent = self
            .structure
            .add(Tag::Part, Some(self.document), part.language);
        let place = self.whole_width(parent);
        let mut contents = Vec::new();
        let mut previous: [Option<&Block>; 2] = [None; 2];
        for blocks in part.blocks.chunk_by(|one, next| !breaks_flow(one, next)) {
            match blocks {
                [Block::Facing(columns)] => {
                    self.facing(columns, previous, parent, part.language);
                    previous = columns.each_ref().map(|column| column.last());
                }
                [Block::Contents { .. }, ..] => {
                    self.end_rows();
                    contents.push(OpenContents {
                        blocks,
                        flow: self.flow.len(),
                        parent,
                        position: self.structure.count_in(parent),
                    });
                    // The contents take this place.
                    self.flow.push(Flow::Rows(Vec::new()));
                    previous = [None; 2];
                }
                _ => {
                    let [above, _] = previous;
                    self.blocks(blocks, above, place, part.language);
                    previous = [blocks.last(); 2];
                }
            }
        }
        self.new_page = false;
        self.end_rows();
        (std::mem::take(&mut self.flow), contents)
    }

    /// What follows are no rows below those so far.
    fn end_rows(&mut self) {
        if !self.rows.is_empty() {
            self.flow.push(Flow::Rows(std::mem::take(&mut self.rows)));
        }
    }

    fn whole_width(&self, parent: NodeId) -> Place {
        Place::between(self.geometry.left, self.geometry.right, parent)
    }

    /// The places of two columns; none where they would be too narrow.
    fn columns(&self, parent: NodeId) -> Option<[Place; 2]> {
        let Geometry { left, right, .. } = self.geometry;
        let width = (right - left - style::BETWEEN_COLUMNS) / 2.0;
        (width >= style::NARROWEST_COLUMN).then(|| {
            [
                Place::between(left, left + width, parent),
                Place::between(right - width, right, parent),
            ]
        })
    }

    /// The same in two languages, each after the `previous` block in its
    /// column: beside each other, or below each other where columns would be
    /// too narrow.
    fn facing(
        &mut self,
        columns: &[Vec<Block>; 2],
        previous: [Option<&Block>; 2],
        parent: NodeId,
        language: Language,
    ) {
        self.end_rows();
        let places = self.columns(parent);
        let [left, right] = places.unwrap_or_else(|| [self.whole_width(parent); 2]);
        let [first, second] = columns;
        let [above_first, above_second] = previous;
        self.blocks(first, above_first, left, language);
        let first = std::mem::take(&mut self.rows);
        self.blocks(second, above_second, right, language.other());
        let mut second = std::mem::take(&mut self.rows);
        // The same headings again would stand twice in a list of contents.
        if places.is_some() {
            for row in &mut second {
                row.heading = None;
            }
            self.flow.push(Flow::Columns([first, second]));
        } else {
            let headings = second.iter_mut().filter_map(|row| row.heading.as_mut());
            headings.for_each(|heading| heading.twin = true);
            self.flow.push(Flow::Rows(first));
            self.flow.push(Flow::Rows(second));
        }
    }

    /// The rows of blocks, the first of which follows `above`.
    fn blocks(
        &mut self,
        blocks: &[Block],
        above: Option<&Block>,
        place: Place,
        language: Language,
    ) {
        let following = blocks.iter().skip(1).map(Some).chain([None]);
        let mut previous = above;
        // Where what stands under the last heading begins, and its last part.
        let mut section = (self.rows.len(), self.rows.len());
        for (block, next) in blocks.iter().zip(following) {
            let first = self.rows.len();
            match (previous, block) {
                (_, Block::Heading { .. }) => section = (first, first),
                (Some(Block::Facts(_)), _) => section.1 = first,
                (_, Block::Code(_)) => self.hold_section(section),
                _ => {}
            }
            match block {
                Block::Heading { level, text } => self.heading(*level, text, place),
                Block::Paragraph {
                    style,
                    text,
                    keep_with_next,
                } => {
                    let keep = keep(*keep_with_next || is_title(block, next), next);
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
            match (block, next) {
                // What somebody signs stands on the page of the signature.
                (Block::Facts(_) | Block::SignOff(_), Some(Block::SignOff(_))) => {
                    self.hold(first, Bond::Firm);
                }
                (Block::Facts(_), Some(Block::List(_))) => {
                    let last = self.rows.len().saturating_sub(1);
                    self.hold(last, Bond::Preferred);
                }
                _ => {}
            }
            previous = Some(block);
        }
    }

    /// Keeps rows together at least so much, from one on to what follows them.
    fn hold(&mut self, first: usize, bond: Bond) {
        for row in self.rows.get_mut(first..).unwrap_or_default() {
            row.bond = row.bond.max(bond);
        }
    }

    /// A code stands with all that is said of it under one heading; where that
    /// leaves much of a page empty, at least with what follows the facts.
    fn hold_section(&mut self, (first, last): (usize, usize)) {
        let last = last.min(self.rows.len());
        let (before, after) = self.rows.split_at_mut(last);
        for row in before.iter_mut().skip(first) {
            row.bond = row.bond.max(Bond::Preferred);
        }
        for row in after {
            row.bond = row.bond.max(Bond::Close);
        }
    }

    fn heading(&mut self, level: u8, text: &Text, place: Place) {
        let level = level.clamp(1, 6);
        let node = self
            .structure
            .add(Tag::Heading(level), Some(place.parent), text.language);
        let first = self.rows.len();
        let keep = Keep {
            whole: Bond::Firm,
            next: Bond::Firm,
        };
        self.text(text, style::heading(level), place, node, keep);
        if let Some(row) = self.rows.get_mut(first) {
            row.heading = Some(Heading {
                level,
                title: text.content.clone(),
                twin: false,
            });
        }
    }

    fn paragraph(&mut self, purpose: Style, text: &Text, keep: Keep, place: Place) {
        let node = self
            .structure
            .add(Tag::Paragraph, Some(place.parent), text.language);
        let leads = matches!(purpose, Style::Prompt | Style::Hint | Style::Label);
        let keep = if leads {
            Keep {
                whole: Bond::Firm,
                next: Bond::Firm,
            }
        } else {
            keep
        };
        self.text(text, style::paragraph(purpose), place, node, keep);
    }

    /// Adds the rows of a text.
    fn text(&mut self, text: &Text, style: TextStyle, place: Place, node: NodeId, keep: Keep) {
        let Place { left, right, .. } = place;
        let (face, size, width) = (style.face, style.size, right - left);
        let lines = match self.structure.node(node).map(|node| node.tag) {
            Some(Tag::Heading(_)) => self.shaper.even_lines(&text.content, face, size, width),
            _ => self.shaper.lines(&text.content, face, size, width),
        };
        let count = lines.len();
        for (index, line) in lines.iter().enumerate() {
            let mut row = row(&style, index);
            place_line(
                line,
                left,
                0.0,
                &style,
                text.language,
                Belonging::Element(node),
                &mut row.items,
            );
            // Never one line of a paragraph alone at the foot or at the head of a page.
            let alone = index == 0 || index + 2 == count;
            let last = index + 1 == count;
            row.bond = match (last, alone) {
                (true, _) => keep.next,
                (false, true) => Bond::Firm,
                (false, false) => keep.whole,
            };
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
        bond: Bond::Loose,
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
/// the rows of others. Contents in two languages are laid out together.
fn breaks_flow(one: &Block, next: &Block) -> bool {
    let contents = |block: &Block| matches!(block, Block::Contents { .. });
    let alone = |block: &Block| contents(block) || matches!(block, Block::Facing(_));
    (alone(one) || alone(next)) && !(contents(one) && contents(next))
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

/// Whether a paragraph is the title of the next one: answers have no headings,
/// so that many write them as a short line that ends in no mark. A row of such
/// lines is no row of titles.
fn is_title(block: &Block, next: Option<&Block>) -> bool {
    /// About one line in usual print.
    const LONGEST: usize = 90;
    let short = |block: &Block| match block {
        Block::Paragraph {
            style: Style::Body,
            text,
            ..
        } => {
            let words = text.content.trim_end();
            let is_open = |last: char| last.is_alphanumeric() || matches!(last, ':' | ')' | '”');
            Some(words.ends_with(is_open) && words.chars().nth(LONGEST).is_none())
        }
        _ => None,
    };
    short(block) == Some(true) && next.and_then(short) == Some(false)
}

/// How a paragraph keeps together; its end with a list after it, which it
/// introduces, unless that leaves much of a page empty.
fn keep(with_next: bool, next: Option<&Block>) -> Keep {
    let (whole, next) = match next {
        _ if with_next => (Bond::Close, Bond::Firm),
        Some(Block::List(_)) => (Bond::Loose, Bond::Preferred),
        _ => (Bond::Loose, Bond::Loose),
    };
    Keep { whole, next }
}

/// Places the runs of a line whose row begins at `top`.
pub(super) fn place_line(
    line: &Line,
    left: f32,
    top: f32,
    style: &TextStyle,
    language: Language,
    belongs: Belonging,
    items: &mut Vec<Item>,
) {
    // Capitals, about 0.73 of the size, stand in the middle of the row.
    let baseline = top + style.leading / 2.0 + style.size * 0.363;
    let last = line.runs.len().saturating_sub(1);
    items.extend(line.runs.iter().enumerate().map(|(index, run)| Item {
        belongs,
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
            ends_line: line.has_break && index == last,
        }),
    }));
}

/// A thin line that is no content.
fn rule(x: f32, y: f32, width: f32, thickness: f32, ink: Ink) -> Item {
    Item {
        belongs: Belonging::Artifact(Artifact::Decoration),
        drawing: Drawing::Rectangle {
            x,
            y,
            width,
            height: thickness,
            ink,
        },
    }
}
