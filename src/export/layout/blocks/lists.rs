//! Lists of items and of answer options.

use super::{Composer, Keep, Place, place_line, row};
use crate::export::layout::pages::Bond;
use crate::export::layout::structure::{ListTag, NodeId, Tag};
use crate::export::layout::style;
use crate::export::layout::{Belonging, Drawing, Item, Mark};
use crate::i18n::Language;
use crate::report::document::{AnswerOption, Block, List, Numbering, Options, Selection, Style};

/// The bullets by depth.
const BULLETS: [&str; 3] = ["•", "◦", "▪"];
/// How far the text of a list stands to the right of what is around it.
const INDENT: f32 = 17.0;
/// Between a number and its text.
const NUMBER_GAP: f32 = 6.0;
/// Items of no more lines are not broken.
const SHORT_ITEM_LINES: usize = 4;
/// How far the wording of an option stands to the right of its mark.
const OPTION_INDENT: f32 = 20.0;
const MARK_RADIUS: f32 = 4.6;

/// What stands before an item.
struct Marker {
    text: String,
    /// Where it ends.
    right: f32,
    node: NodeId,
    language: Language,
}

impl Composer<'_> {
    pub(super) fn list(&mut self, list: &List, place: Place, language: Language) {
        let (tag, labels) = labels(list, place.bullets);
        let indent = match list.numbering {
            Numbering::Bullets => INDENT,
            Numbering::Numbers { .. } => self.widest(&labels).max(INDENT - NUMBER_GAP) + NUMBER_GAP,
        };
        let gap = if tag == ListTag::Bullets {
            INDENT - 11.0
        } else {
            NUMBER_GAP
        };
        let left = (place.left + indent).min(place.most_left);
        let node = self
            .structure
            .add(Tag::List(tag), Some(place.parent), language);
        let count = list.items.len();
        for (index, (blocks, text)) in list.items.iter().zip(labels).enumerate() {
            let first = self.rows.len();
            let item = self.structure.add(Tag::ListItem, Some(node), language);
            let label = self.structure.add(Tag::Label, Some(item), language);
            let parent = self.structure.add(Tag::ItemBody, Some(item), language);
            let marker = Marker {
                text,
                right: left - gap,
                node: label,
                language,
            };
            let bullets = place.bullets + usize::from(tag == ListTag::Bullets);
            self.item(
                blocks,
                &marker,
                Place {
                    parent,
                    left,
                    bullets,
                    ..place
                },
                language,
            );
            // Never one short item alone at the foot or at the head of a page.
            let alone = index == 0 && count > 1 || index + 2 == count;
            self.keep_item(first, alone);
        }
    }

    fn widest(&mut self, labels: &[String]) -> f32 {
        let style = style::paragraph(Style::Body);
        let last = labels.iter().max_by_key(|label| label.len());
        last.map_or(0.0, |label| {
            self.shaper.width(label, style.face, style.size)
        })
    }

    /// Keeps the rows of a short item together, and `with_next` with what
    /// follows unless that leaves much of a page empty.
    fn keep_item(&mut self, first: usize, with_next: bool) {
        let rows = self.rows.get_mut(first..).unwrap_or_default();
        if rows.len() > SHORT_ITEM_LINES {
            return;
        }
        if let Some((last, others)) = rows.split_last_mut() {
            for row in others {
                row.bond = Bond::Firm;
            }
            if with_next {
                last.bond = last.bond.max(Bond::Preferred);
            }
        }
    }

    /// The rows of an item, the first of them with its marker.
    fn item(&mut self, blocks: &[Block], marker: &Marker, place: Place, language: Language) {
        let first = self.rows.len();
        self.blocks(blocks, None, place, language);
        let mut style = style::paragraph(Style::Body);
        let below_marker = self
            .rows
            .get(first)
            .and_then(|row| row.items.iter().find_map(left_edge));
        let own_row = below_marker.is_none_or(|left| left < marker.right);
        if own_row {
            // An empty item, or one so deep that its content begins further left.
            let mut row = row(&style, 0);
            if below_marker.is_some() {
                row.bond = Bond::Firm;
            }
            self.rows.insert(first, row);
        }
        if let Some(row) = self.rows.get_mut(first) {
            style.leading = row.height;
            row.before = row.before.min(5.0);
            let lines = self
                .shaper
                .lines(&marker.text, style.face, style.size, f32::MAX);
            let mut items = Vec::new();
            for line in &lines {
                let left = marker.right - line.width;
                place_line(
                    line,
                    left,
                    0.0,
                    &style,
                    marker.language,
                    Belonging::Element(marker.node),
                    &mut items,
                );
            }
            items.append(&mut row.items);
            row.items = items;
        }
    }

    pub(super) fn options(&mut self, options: &Options, place: Place, language: Language) {
        let first = self.rows.len();
        self.option_lines(&options.options, options.selection, place, language);
        if let Some(row) = self.rows.get_mut(first) {
            row.before = style::FIRST_OPTION_BEFORE;
        }
    }

    fn option_lines(
        &mut self,
        options: &[AnswerOption],
        selection: Selection,
        place: Place,
        language: Language,
    ) {
        if options.is_empty() {
            return;
        }
        let list = self
            .structure
            .add(Tag::List(ListTag::Unnumbered), Some(place.parent), language);
        for (index, option) in options.iter().enumerate() {
            let item = self.structure.add(Tag::ListItem, Some(list), language);
            let label = self.structure.add(Tag::Label, Some(item), language);
            self.structure.describe(label, &option.state);
            let body = self
                .structure
                .add(Tag::ItemBody, Some(item), option.label.language);
            let style = if option.selected {
                style::CHOSEN
            } else {
                style::OPTION
            };
            let left = (place.left + OPTION_INDENT).min(place.most_left);
            let first = self.rows.len();
            // No option alone at the foot or at the head of a page, and none parted.
            let keep = Keep {
                whole: Bond::Firm,
                next: if index == 0 && options.len() > 1 || index + 2 == options.len() {
                    Bond::Close
                } else {
                    Bond::Loose
                },
            };
            let place = Place {
                parent: body,
                left,
                ..place
            };
            self.text(&option.label, style, place, body, keep);
            if self.rows.len() == first {
                self.push(row(&style, 0));
            }
            let rows = self.rows.get_mut(first..).unwrap_or_default();
            if let Some((_, others)) = rows.split_last_mut() {
                for row in others {
                    row.bond = Bond::Fast;
                }
            }
            if let Some(row) = self.rows.get_mut(first) {
                let mark = Mark {
                    x: left - OPTION_INDENT + MARK_RADIUS + 1.5,
                    y: style.leading / 2.0,
                    radius: MARK_RADIUS,
                    round: selection == Selection::One,
                    selected: option.selected,
                };
                row.items.insert(
                    0,
                    Item {
                        belongs: Belonging::Element(label),
                        drawing: Drawing::Mark(mark),
                    },
                );
            }
            self.option_lines(&option.options, selection, place, language);
        }
    }
}

/// The labels of a list's items.
fn labels(list: &List, bullets: usize) -> (ListTag, Vec<String>) {
    match list.numbering {
        Numbering::Bullets => {
            let bullet = BULLETS.iter().cycle().nth(bullets % BULLETS.len());
            let bullet = bullet.copied().unwrap_or("•").to_owned();
            (ListTag::Bullets, vec![bullet; list.items.len()])
        }
        Numbering::Numbers { first } => {
            let numbers = (0..)
                .zip(&list.items)
                .map(|(index, _)| first.saturating_add(index));
            (
                ListTag::Numbers,
                numbers.map(|number| format!("{number}.")).collect(),
            )
        }
    }
}

/// Where an item begins.
fn left_edge(item: &Item) -> Option<f32> {
    match &item.drawing {
        Drawing::Text(run) => Some(run.x),
        Drawing::Mark(mark) => Some(mark.x - mark.radius),
        Drawing::Rectangle { .. } | Drawing::Frame { .. } | Drawing::Code(_) => None,
    }
}
