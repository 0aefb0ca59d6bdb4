//! Names beside values, and lines to write on.

use super::{Composer, Place, place_line, row, rule};
use crate::export::layout::pages::Bond;
use crate::export::layout::structure::{ListTag, NodeId, Tag};
use crate::export::layout::style::{self, TextStyle};
use crate::export::layout::{Belonging, Ink};
use crate::export::shape::Line;
use crate::report::document::{Fact, SignLine, Text};

/// Where values begin, from the names.
const VALUE_INDENT: f32 = 140.0;
/// More rows than these may stand on two pages.
const MOST_ROWS: usize = 6;
/// Between a name and a value.
const GAP: f32 = 10.0;

/// Where values begin in a column that may be narrow.
fn value_indent(place: Place) -> f32 {
    VALUE_INDENT.min((place.right - place.left) * 0.36)
}

/// The lines of a text that stands beside another.
struct Column<'a> {
    lines: Vec<Line>,
    text: &'a Text,
    style: TextStyle,
    left: f32,
    node: NodeId,
}

impl Composer<'_> {
    pub(super) fn facts(&mut self, facts: &[Fact], place: Place) {
        let Some(first) = facts.first() else { return };
        let tag = Tag::List(ListTag::Unnumbered);
        let list = self
            .structure
            .add(tag, Some(place.parent), first.name.language);
        let first_row = self.rows.len();
        for fact in facts {
            let item = self
                .structure
                .add(Tag::ListItem, Some(list), fact.name.language);
            let name = self
                .structure
                .add(Tag::Label, Some(item), fact.name.language);
            let value = self
                .structure
                .add(Tag::ItemBody, Some(item), fact.value.language);
            let columns = [
                self.name(&fact.name, style::FACT_NAME, place, name),
                self.value(&fact.value, style::FACT_VALUE, place, value),
            ];
            self.beside(&columns);
        }
        let rows = self.rows.get_mut(first_row..).unwrap_or_default();
        if let Some((_, others)) = rows.split_last_mut() {
            for row in others {
                row.bond = row.bond.max(Bond::Preferred);
            }
        }
        if let Some(row) = self.rows.get_mut(first_row) {
            row.before = style::FIRST_FACT_BEFORE;
        }
    }

    pub(super) fn sign_off(&mut self, lines: &[SignLine], place: Place) {
        // A hand needs the same room whatever the size of the type.
        let label = TextStyle {
            before: style::SIGN_LABEL.before / self.geometry.scale,
            ..style::SIGN_LABEL
        };
        for (index, line) in lines.iter().enumerate() {
            let node = self
                .structure
                .add(Tag::Paragraph, Some(place.parent), line.label.language);
            let mut columns = vec![self.name(&line.label, label, place, node)];
            if let Some(value) = &line.value {
                // An element of its own: where the label fills more than one
                // line, the value would else stand in the middle of it.
                let node = self
                    .structure
                    .add(Tag::Paragraph, Some(place.parent), value.language);
                columns.push(self.value(value, style::SIGN_VALUE, place, node));
            }
            self.beside(&columns);
            if let Some(row) = self.rows.last_mut() {
                let left = place.left + value_indent(place);
                let width = place.right - left;
                row.items
                    .push(rule(left, row.height, width, 0.6, Ink::Black));
                if index + 1 < lines.len() {
                    row.bond = Bond::Fast;
                }
            }
        }
    }

    fn name<'a>(
        &mut self,
        text: &'a Text,
        style: TextStyle,
        place: Place,
        node: NodeId,
    ) -> Column<'a> {
        let left = place.left;
        let width = value_indent(place) - GAP;
        let lines = self
            .shaper
            .lines(&text.content, style.face, style.size, width);
        Column {
            lines,
            text,
            style,
            left,
            node,
        }
    }

    fn value<'a>(
        &mut self,
        text: &'a Text,
        style: TextStyle,
        place: Place,
        node: NodeId,
    ) -> Column<'a> {
        let left = place.left + value_indent(place);
        let lines = self
            .shaper
            .lines(&text.content, style.face, style.size, place.right - left);
        Column {
            lines,
            text,
            style,
            left,
            node,
        }
    }

    /// Rows in which texts stand beside each other. Nothing parts them; many
    /// rows only what would fit on no page, and not the first or last two.
    fn beside(&mut self, columns: &[Column<'_>]) {
        let count = columns
            .iter()
            .map(|column| column.lines.len())
            .max()
            .unwrap_or(0);
        for index in 0..count {
            let Some(first) = columns.first() else { return };
            let mut row = row(&first.style, index);
            for column in columns {
                if let Some(line) = column.lines.get(index) {
                    place_line(
                        line,
                        column.left,
                        0.0,
                        &column.style,
                        column.text.language,
                        Belonging::Element(column.node),
                        &mut row.items,
                    );
                }
                row.unofficial |= column.text.unofficial;
            }
            let within = index > 0 && index + 2 < count;
            row.bond = match (within, index + 1 < count) {
                (true, _) if count > MOST_ROWS => Bond::Close,
                (_, true) => Bond::Fast,
                (_, false) => Bond::Loose,
            };
            self.push(row);
        }
    }
}
