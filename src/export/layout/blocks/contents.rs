//! The contents of a long document: its headings with the numbers of their
//! pages, which are known only once everything has its place.

use super::{Composer, Keep, Place, place_line, rule};
use crate::export::layout::pages::{Bond, Entry, Flow, PlacedRow, Row};
use crate::export::layout::structure::{NodeId, Tag};
use crate::export::layout::{Belonging, Drawing, Ink, style};
use crate::export::shape::Shaper;
use crate::report::document::{Block, Text};

/// A document of more pages has contents.
pub(in crate::export::layout) const MOST_PAGES_WITHOUT: usize = 10;
/// How far an entry stands to the right of those a level above.
const INDENT: f32 = 16.0;
/// The room for numbers at the right.
const NUMBERS: f32 = 44.0;

/// A heading of a part, with its words in each language in which it stands
/// at the same place.
struct Listed<'a> {
    level: u8,
    texts: Vec<&'a Text>,
}

/// The headings of a part down to a level, those beside each other as one, but
/// for the title.
fn listed(blocks: &[Block], most: u8) -> Vec<Listed<'_>> {
    let mut found = Vec::new();
    for block in blocks {
        match block {
            Block::Heading { level, text } if (2..=most).contains(level) => found.push(Listed {
                level: *level,
                texts: vec![text],
            }),
            Block::Facing([first, second]) => {
                let mut beside = listed(second, most).into_iter();
                found.extend(listed(first, most).into_iter().map(|mut heading| {
                    let other = beside.next().map(|other| other.texts);
                    heading.texts.extend(other.unwrap_or_default());
                    heading
                }));
            }
            _ => {}
        }
    }
    found
}

/// What contents list: headings down to a level, or their twins.
#[derive(Clone, Copy)]
struct Asked {
    level: u8,
    twin: bool,
}

/// Where contents may be put into a flow that is composed already.
#[derive(Debug)]
pub(in crate::export::layout) struct OpenContents<'a> {
    /// The blocks that ask for them, one or one per language.
    pub(super) blocks: &'a [Block],
    /// The index in the flow.
    pub(super) flow: usize,
    /// The element they are in, and how many others are in it before them.
    pub(super) parent: NodeId,
    pub(super) position: usize,
}

impl Composer<'_> {
    /// Puts contents into the flow of the part that has these blocks, their
    /// numbers left open. Those in two languages stand beside each other where
    /// there is room for it. They stand on one page if they are no higher than
    /// `room`; what follows begins a page.
    pub(in crate::export::layout) fn contents(
        &mut self,
        open: &OpenContents<'_>,
        blocks: &[Block],
        room: f32,
        flow: &mut [Flow],
    ) {
        let count = self.structure.count_in(open.parent);
        let whole = self.whole_width(open.parent);
        let columns = self.columns(open.parent);
        let columns = columns.filter(|_| open.blocks.len() == 2);
        let mut places = columns
            .into_iter()
            .flatten()
            .chain(std::iter::repeat(whole));
        let contents = open.blocks.iter().zip(&mut places).enumerate();
        let rows = contents.filter_map(|(index, (block, place))| {
            let Block::Contents { title, level } = block else {
                return None;
            };
            let asked = Asked {
                level: *level,
                twin: index > 0,
            };
            self.entries(title, asked, blocks, place);
            Some(std::mem::take(&mut self.rows))
        });
        let rows: Vec<Vec<Row>> = rows.collect();
        let mut rows = match <[Vec<Row>; 2]>::try_from(rows) {
            Ok(rows) if columns.is_some() => Flow::Columns(rows),
            Ok(rows) => Flow::Rows(rows.into_iter().flatten().collect()),
            Err(rows) => Flow::Rows(rows.into_iter().flatten().collect()),
        };
        rows.keep_whole(room);
        self.structure
            .read_earlier(open.parent, count, open.position);
        if let Some((here, after)) = flow
            .get_mut(open.flow..)
            .and_then(<[Flow]>::split_first_mut)
        {
            *here = rows;
            if let Some(next) = after.first_mut() {
                next.begin_page();
            }
        }
    }

    /// The entries in the language of the title. Those of a section keep
    /// together, and all of them if possible.
    fn entries(&mut self, title: &Text, asked: Asked, blocks: &[Block], place: Place) {
        let node = self
            .structure
            .add(Tag::Paragraph, Some(place.parent), title.language);
        let keep = Keep {
            whole: Bond::Firm,
            next: Bond::Firm,
        };
        self.text(title, style::CONTENTS_TITLE, place, node, keep);
        let list = self
            .structure
            .add(Tag::Contents, Some(place.parent), title.language);
        let listed = listed(blocks, asked.level);
        for (index, heading) in listed.iter().enumerate() {
            let mut texts = heading.texts.iter();
            let Some(text) = texts.find(|text| text.language == title.language) else {
                continue;
            };
            let next = match listed.get(index + 1) {
                None => Bond::Loose,
                Some(next) if next.level <= 2 => Bond::Preferred,
                Some(_) => Bond::Firm,
            };
            self.entry(index, (heading.level, asked), text, next, (list, place));
        }
    }

    /// One entry, for a heading of a level among those that are asked for.
    fn entry(
        &mut self,
        index: usize,
        (of, asked): (u8, Asked),
        text: &Text,
        next: Bond,
        (list, place): (NodeId, Place),
    ) {
        let structure = &mut self.structure;
        let item = structure.add(Tag::ContentsItem, Some(list), text.language);
        let node = structure.add(Tag::Reference, Some(item), text.language);
        let node = structure.add(Tag::Link, Some(node), text.language);
        structure.describe(node, &text.content);
        let right = place.right;
        let place = Place {
            left: place.left + INDENT * f32::from(of.saturating_sub(2)),
            right: right - NUMBERS,
            ..place
        };
        let keep = Keep {
            whole: Bond::Firm,
            next,
        };
        let first = self.rows.len();
        self.text(text, style::contents(of), place, node, keep);
        let rows = self.rows.get_mut(first..).unwrap_or_default();
        let count = rows.len();
        for (line, row) in rows.iter_mut().enumerate() {
            let end = row.items.iter().filter_map(|item| match &item.drawing {
                Drawing::Text(run) => Some(run.end()),
                _ => None,
            });
            row.entry = Some(Entry {
                index,
                level: asked.level,
                twin: asked.twin,
                node,
                words: (place.left, end.fold(place.left, f32::max)),
                right,
                last: line + 1 == count,
                language: text.language,
            });
        }
    }
}

/// What headings have, in their order, and what their twins have, where they
/// have one. Those of one place stand below each other, and then their twins.
pub(in crate::export::layout) fn with_twins<T: Clone>(
    headings: impl Iterator<Item = (bool, T)>,
) -> [Vec<T>; 2] {
    let (mut first, mut twins) = (Vec::new(), Vec::new());
    let mut run = Vec::new();
    for (is_twin, value) in headings {
        if is_twin {
            run.push(value);
        } else {
            put(&mut run, &mut twins);
            twins.push(T::clone(&value));
            first.push(value);
        }
    }
    put(&mut run, &mut twins);
    [first, twins]
}

/// Has the last values be those of a run.
fn put<T>(run: &mut Vec<T>, values: &mut Vec<T>) {
    values.truncate(values.len().saturating_sub(run.len()));
    values.append(run);
}

/// The pages of a part, the first of which is the page `first` of the
/// document, with the numbers of pages in their contents.
pub(in crate::export::layout) fn with_numbers(
    mut pages: Vec<Vec<PlacedRow>>,
    first: usize,
    shaper: &mut Shaper,
) -> Vec<Vec<PlacedRow>> {
    let mut rows = pages.iter().flatten();
    let Some(level) = rows.find_map(|placed| Some(placed.row.entry?.level)) else {
        return pages;
    };
    let headings = pages.iter().enumerate().flat_map(|(page, rows)| {
        let headings = rows.iter().filter_map(|placed| placed.row.heading.as_ref());
        let listed = headings.filter(|heading| (2..=level).contains(&heading.level));
        listed.map(move |heading| (heading.twin, first + page + 1))
    });
    let [numbers, twins] = with_twins(headings);
    for placed in pages.iter_mut().flatten() {
        let Some(entry) = placed.row.entry.filter(|entry| entry.last) else {
            continue;
        };
        let numbers = if entry.twin { &twins } else { &numbers };
        let number = numbers.get(entry.index).copied().unwrap_or(first + 1);
        let style = style::contents(level);
        for line in shaper.lines(&number.to_string(), style.face, style.size, f32::MAX) {
            let left = entry.right - line.width;
            let (from, to) = (entry.words.1 + 6.0, left - 6.0);
            let dots = rule(
                from,
                style.leading * 0.72,
                (to - from).max(0.0),
                0.3,
                Ink::Grey,
            );
            placed.row.items.push(dots);
            place_line(
                &line,
                left,
                0.0,
                &style,
                entry.language,
                Belonging::Element(entry.node),
                &mut placed.row.items,
            );
        }
    }
    pages
}
