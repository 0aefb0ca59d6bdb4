//! How the lines of an answer stand in their box: hanging indents, space
//! between paragraphs, and marks in the margin that the caret never meets.

use std::sync::Arc;

use egui::emath::GuiRounding as _;
use egui::text::LayoutJob;
use egui::{
    Color32, FontId, Galley, Painter, Rect, Shape, Stroke, TextStyle, Ui, Vec2, pos2, vec2,
};

use super::super::theme;
use super::super::view::on_screen;
use crate::text::Writing;
use crate::text::writing::{Kind, Mark};

/// How much further in each level stands.
const INDENT: f32 = 3.5 * theme::STEP;
/// The same where a number has three figures.
const WIDE_INDENT: f32 = 5.0 * theme::STEP;
/// The least width of a line.
const NARROWEST: f32 = 60.0;
/// Between a number and the text of its item.
const BESIDE_NUMBER: f32 = 0.75 * theme::STEP;

/// Lays out the lines of an answer below each other; says in which row each of
/// them begins.
pub(super) fn lay_out(
    ui: &Ui,
    text: &str,
    kinds: &[Kind],
    width: f32,
) -> (Arc<Galley>, Vec<usize>) {
    let shown = on_screen(text);
    let depths = Writing::depths(kinds);
    let step = indent_of_level(kinds);
    let scale = ui.pixels_per_point();
    let mut galleys = Vec::with_capacity(kinds.len());
    let mut moves = Vec::new();
    let mut firsts = Vec::with_capacity(kinds.len());
    let mut down = 0.0;
    let mut before = None;
    for (index, line) in shown.split('\n').enumerate() {
        let kind = kinds.get(index).copied().unwrap_or(Kind::PLAIN);
        let depth = depths.get(index).copied().unwrap_or(0);
        let indent = (0..depth).map(|_| step).sum::<f32>().round_to_pixels(scale);
        down += space_above(before, kind).round_to_pixels(scale);
        before = Some(kind);
        let room = (width - indent).max(NARROWEST);
        let galley = line_galley(ui, line, kind, room);
        firsts.push(moves.len());
        moves.extend(galley.rows.iter().map(|_| vec2(indent, down)));
        galleys.push(galley);
    }
    let job = job(ui, shown, Kind::PLAIN, width);
    let mut galley = Galley::concat(Arc::new(job), &galleys, scale);
    shift(&mut galley, &moves);
    (Arc::new(galley), firsts)
}

/// One for the whole text, so that its levels stand below each other.
fn indent_of_level(kinds: &[Kind]) -> f32 {
    let is_long = |mark: &Option<Mark>| matches!(mark, Some(Mark::Number { number: 100.., .. }));
    if Writing::marks(kinds).iter().any(is_long) {
        WIDE_INDENT
    } else {
        INDENT
    }
}

/// Moves every row, and what is known of all of them.
fn shift(galley: &mut Galley, moves: &[Vec2]) {
    let mut ink = Rect::NOTHING;
    for (row, by) in galley.rows.iter_mut().zip(moves) {
        row.pos += *by;
        galley.rect.max = galley.rect.max.max(row.rect().max);
        ink |= row.visuals.mesh_bounds.translate(row.pos.to_vec2());
    }
    galley.mesh_bounds = ink;
}

fn space_above(before: Option<Kind>, kind: Kind) -> f32 {
    match (before, kind) {
        (None, _) | (_, Kind::Continued) => 0.0,
        (Some(Kind::Heading { .. }), _) => 0.5 * theme::STEP,
        (_, Kind::Paragraph { .. }) => theme::STEP,
        (_, Kind::Heading { .. }) => 1.5 * theme::STEP,
        (_, Kind::Bullet { .. } | Kind::Number { .. }) => 0.375 * theme::STEP,
    }
}

fn line_galley(ui: &Ui, line: &str, kind: Kind, width: f32) -> Arc<Galley> {
    let job = job(ui, line.to_owned(), kind, width);
    ui.fonts_mut(|fonts| fonts.layout_job(job))
}

fn job(ui: &Ui, text: String, kind: Kind, width: f32) -> LayoutJob {
    let body = TextStyle::Body.resolve(ui.style());
    let font = match kind {
        Kind::Heading { .. } => FontId::new(body.size, theme::bold()),
        _ => body,
    };
    let mut job = LayoutJob::simple(text, font, theme::palette(ui).ink, width);
    job.keep_trailing_whitespace = true;
    let line_height = ui.text_style_height(&TextStyle::Body) + 4.0;
    for section in &mut job.sections {
        section.format.line_height = Some(line_height);
    }
    job
}

/// Paints the marks of the lines that are in sight.
pub(super) fn marks_ui(
    ui: &Ui,
    painter: &Painter,
    corner: Vec2,
    galley: &Galley,
    firsts: &[usize],
    kinds: &[Kind],
) {
    let color = theme::palette(ui).ink;
    for (mark, first) in Writing::marks(kinds).into_iter().zip(firsts) {
        let (Some(mark), Some(row)) = (mark, galley.rows.get(*first)) else {
            continue;
        };
        let rect = row.rect().translate(corner);
        if rect.bottom() < painter.clip_rect().top() {
            continue;
        }
        if rect.top() > painter.clip_rect().bottom() {
            return;
        }
        match mark {
            Mark::Bullet { level } => bullet(painter, rect, level, color),
            Mark::Number { number, .. } => {
                let galley = line_galley(ui, &format!("{number}."), Kind::PLAIN, f32::INFINITY);
                let left = rect.left() - BESIDE_NUMBER - galley.size().x;
                painter.galley(pos2(left, rect.top()), galley, color);
            }
        }
    }
}

/// A dot, a ring, a square: by level, as word processors have them.
fn bullet(painter: &Painter, row: Rect, level: usize, color: Color32) {
    let center = pos2(row.left() - 0.45 * INDENT, row.center().y);
    match level {
        1 => painter.circle_filled(center, 2.75, color),
        2 => painter.circle_stroke(center, 2.75, Stroke::new(1.25, color)),
        _ => {
            let square = Rect::from_center_size(center, Vec2::splat(5.0));
            painter.add(Shape::rect_filled(square, 0.0, color))
        }
    };
}
