//! Where the words of a box stand, and the lines below them.

use std::borrow::Cow;
use std::ops::Range;

use egui::epaint::text::PlacedRow;
use egui::text::CharIndex;
use egui::{Painter, Pos2, Shape, Stroke, Ui, Vec2, pos2};

use super::super::super::theme;
use super::super::super::view::View;
use super::super::place::{blanks_before, column_of, filled, line_of};
use super::super::{AnswerBox, box_id};
use super::{Drawn, is_written};
use crate::app::Misspelling;
use crate::response::find::Hit;
use crate::text::Writing;
use crate::text::spelling::{Mark, kept_marks};

/// Between the letters and the line below them.
const BELOW: f32 = 3.0;
/// Half a wave: its width, and its height.
const WAVE: Vec2 = Vec2::new(2.25, 2.25);
const WIDTH: f32 = 1.25;

/// The marks of a line that may have been written into since it was looked at.
fn marks_of<'a>(
    view: &View<'a>,
    answer_box: AnswerBox<'_>,
    number: usize,
    line: &str,
) -> Cow<'a, [Mark]> {
    let AnswerBox { item, language, .. } = answer_box;
    let (text, marks) = view.session.marks_of(&item.id, language, number);
    if text == line || marks.is_empty() {
        Cow::Borrowed(marks)
    } else {
        Cow::Owned(kept_marks(text, marks, line))
    }
}

/// The word at a character of a text, where it may be misspelled.
pub(in super::super) fn word_at(
    view: &View<'_>,
    answer_box: AnswerBox<'_>,
    writing: &Writing,
    at: usize,
) -> Option<Misspelling> {
    if !view.session.preferences().spelling() {
        return None;
    }
    let (number, line, byte) = line_of(writing, at);
    let line = line?;
    let marks = marks_of(view, answer_box, number, line);
    let mut open = marks.iter().filter(|mark| !mark.is_ignored);
    let mark = open.find(|mark| mark.range.start <= byte && byte <= mark.range.end)?;
    let AnswerBox { item, language, .. } = answer_box;
    // Before the first word of a line stands nothing that is stored.
    let blanks = blanks_before(line);
    Some(Misspelling {
        word: line.get(mark.range.clone())?.to_owned(),
        hit: Hit {
            item: item.id.clone(),
            language,
            line: number,
            range: mark.range.start.checked_sub(blanks)?..mark.range.end.checked_sub(blanks)?,
        },
    })
}

/// Paints the lines below the words in sight, but for the one at the caret that
/// somebody is writing.
pub(super) fn underlines_ui(
    ui: &Ui,
    view: &View<'_>,
    answer_box: AnswerBox<'_>,
    drawn: &Drawn<'_>,
    caret: Option<usize>,
) {
    let Drawn {
        writing,
        galley,
        firsts,
        corner,
        seen,
        ..
    } = *drawn;
    let id = box_id(answer_box.item, answer_box.language);
    let caret = caret.filter(|_| is_written(ui, id));
    let caret = caret.map(|caret| column_of(writing, caret));
    let within = galley.rect.translate(corner).expand(WAVE.y).intersect(seen);
    let painter = &ui.painter_at(within);
    let stroke = Stroke::new(WIDTH, theme::palette(ui).red);
    let seen = painter.clip_rect();
    for (number, (index, line)) in filled(writing).enumerate() {
        let Some(first) = firsts.get(index) else {
            return;
        };
        let last = firsts.get(index + 1).copied().unwrap_or(galley.rows.len());
        let rows = galley.rows.get(*first..last).unwrap_or_default();
        let (Some(top), Some(bottom)) = (rows.first(), rows.last()) else {
            continue;
        };
        if bottom.rect().bottom() + corner.y < seen.top() {
            continue;
        }
        if top.rect().top() + corner.y > seen.bottom() {
            return;
        }
        let marks = marks_of(view, answer_box, number, line);
        for columns in columns(line, &marks) {
            let writes = |(line, column): (usize, usize)| {
                line == index && columns.start <= column && column <= columns.end
            };
            if !caret.is_some_and(writes) {
                underline(painter, corner, rows, &columns, stroke);
            }
        }
    }
}

/// Where the marks stand that are not ignored, in characters.
fn columns(line: &str, marks: &[Mark]) -> Vec<Range<usize>> {
    let (mut byte, mut column) = (0, 0);
    let mut to = |end: usize| {
        column += line.get(byte..end).unwrap_or_default().chars().count();
        byte = end;
        column
    };
    let open = marks.iter().filter(|mark| !mark.is_ignored);
    open.map(|mark| to(mark.range.start)..to(mark.range.end))
        .collect()
}

/// A wavy line below some characters of a line, which may go on in the next row.
fn underline(
    painter: &Painter,
    corner: Vec2,
    rows: &[PlacedRow],
    columns: &Range<usize>,
    stroke: Stroke,
) {
    let seen = painter.clip_rect();
    let mut before = 0;
    for row in rows {
        let count = row.char_count_excluding_newline().0;
        let own = columns.start.max(before)..columns.end.min(before + count);
        let rect = row.rect().translate(corner);
        if own.start < own.end && rect.bottom() >= seen.top() && rect.top() <= seen.bottom() {
            let x = |column: usize| rect.left() + row.x_offset(CharIndex(column - before));
            let baseline = row
                .glyphs
                .first()
                .map_or(rect.height(), |glyph| glyph.pos.y);
            let y = (rect.top() + baseline + BELOW).min(rect.bottom() - WAVE.y);
            painter.add(Shape::line(wave(x(own.start), x(own.end), y), stroke));
        }
        before += count;
        if before >= columns.end {
            return;
        }
    }
}

fn wave(left: f32, right: f32, y: f32) -> Vec<Pos2> {
    let mut points = Vec::new();
    let (mut x, mut is_low) = (left, true);
    while x < right {
        points.push(pos2(x, if is_low { y + WAVE.y } else { y }));
        x += WAVE.x;
        is_low = !is_low;
    }
    points.push(pos2(right, if is_low { y + WAVE.y } else { y }));
    points
}
