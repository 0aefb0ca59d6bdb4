//! Small pictures, drawn as shapes, since no face has all of them.

use egui::{Color32, Painter, Pos2, Rect, Shape, Stroke, pos2, vec2};

use super::theme;
use crate::app::QuestionState;
use crate::rules::Severity;

/// The picture of a question's state, 14 points wide around `center`.
pub(super) fn state(painter: &Painter, center: Pos2, state: QuestionState) {
    let palette = theme::of(painter.ctx());
    match state {
        QuestionState::NotStarted => ring(painter, center, palette.ink_soft),
        QuestionState::InProgress => half_ring(painter, center, palette.ink_soft),
        QuestionState::Answered => tick_in_circle(painter, center),
        QuestionState::NotApplicable | QuestionState::NoResponse => {
            ring(painter, center, palette.ink_soft);
            dash(painter, center, palette.ink_soft);
        }
        QuestionState::NotExpected => dash(painter, center, palette.ink_soft),
        QuestionState::HasErrors => severity(painter, center, Severity::Error),
        QuestionState::HasWarnings => severity(painter, center, Severity::Warning),
    }
}

/// The picture of a severity.
pub(super) fn severity(painter: &Painter, center: Pos2, severity: Severity) {
    let palette = theme::of(painter.ctx());
    match severity {
        Severity::Error => {
            painter.circle_filled(center, 7.0, palette.red);
            exclamation(painter, center, palette.ground);
        }
        Severity::Warning => triangle(painter, center, palette.amber),
        Severity::Note => {
            painter.circle_stroke(center, 6.5, Stroke::new(1.5, palette.blue));
            letter_i(painter, center);
        }
    }
}

/// An arrow that points down where something is open, else to the right.
pub(super) fn disclosure(painter: &Painter, center: Pos2, open: bool, color: Color32) {
    let points = if open {
        [vec2(-5.0, -2.5), vec2(5.0, -2.5), vec2(0.0, 3.5)]
    } else {
        [vec2(-2.5, -5.0), vec2(3.5, 0.0), vec2(-2.5, 5.0)]
    };
    let points = points.map(|offset| center + offset).to_vec();
    painter.add(Shape::convex_polygon(points, color, Stroke::NONE));
}

/// A tick inside a box.
pub(super) fn tick(painter: &Painter, rect: Rect, color: Color32) {
    let at = |x: f32, y: f32| rect.min + vec2(x * rect.width(), y * rect.height());
    let points = vec![at(0.2, 0.52), at(0.42, 0.74), at(0.82, 0.28)];
    painter.add(Shape::line(points, Stroke::new(2.0, color)));
}

fn ring(painter: &Painter, center: Pos2, color: Color32) {
    painter.circle_stroke(center, 6.0, Stroke::new(1.5, color));
}

/// A ring whose left half is filled.
fn half_ring(painter: &Painter, center: Pos2, color: Color32) {
    ring(painter, center, color);
    let steps = 12_u8;
    let points = (0..=steps).map(|step| {
        let turn = std::f32::consts::PI * (0.5 + f32::from(step) / f32::from(steps));
        center + 6.0 * vec2(turn.cos(), turn.sin())
    });
    painter.add(Shape::convex_polygon(points.collect(), color, Stroke::NONE));
}

fn dash(painter: &Painter, center: Pos2, color: Color32) {
    let half = vec2(3.0, 0.0);
    painter.line_segment([center - half, center + half], Stroke::new(1.5, color));
}

/// A thing that is as it should be.
pub(super) fn done(painter: &Painter, center: Pos2) {
    tick_in_circle(painter, center);
}

fn tick_in_circle(painter: &Painter, center: Pos2) {
    let palette = theme::of(painter.ctx());
    painter.circle_filled(center, 7.0, palette.green);
    tick(
        painter,
        Rect::from_center_size(center, vec2(10.0, 10.0)),
        palette.ground,
    );
}

fn triangle(painter: &Painter, center: Pos2, color: Color32) {
    let palette = theme::of(painter.ctx());
    let points = vec![
        center + vec2(0.0, -7.0),
        center + vec2(7.5, 6.0),
        center + vec2(-7.5, 6.0),
    ];
    painter.add(Shape::convex_polygon(points, color, Stroke::NONE));
    exclamation(painter, center + vec2(0.0, 1.0), palette.ground);
}

fn exclamation(painter: &Painter, center: Pos2, color: Color32) {
    let stroke = Stroke::new(1.8, color);
    painter.line_segment([center + vec2(0.0, -3.5), center + vec2(0.0, 1.0)], stroke);
    painter.circle_filled(center + vec2(0.0, 3.4), 1.1, color);
}

fn letter_i(painter: &Painter, center: Pos2) {
    let palette = theme::of(painter.ctx());
    let stroke = Stroke::new(1.6, palette.blue);
    painter.line_segment([center + vec2(0.0, -0.5), center + vec2(0.0, 3.5)], stroke);
    painter.circle_filled(pos2(center.x, center.y - 3.2), 1.0, palette.blue);
}
