//! Glyphs at their places, in as few operations as that needs.

use super::faces::EmbeddedFace;
use super::operators::Operators;
use crate::export::layout::{Glyph, Run};

/// The pen may be off by this much, in thousandths of the size, before it is moved.
const TOLERANCE: f32 = 1.5;

/// Where the next glyph belongs, and where the reader's pen is.
pub(super) struct Pen {
    size: f32,
    x: f32,
    /// From the foot of the page.
    y: f32,
    /// How far the reader's pen is ahead of `x`, in thousandths of the size.
    ahead: f32,
    /// Glyphs, and how far the reader's pen is moved back after each.
    glyphs: Vec<(u16, f32)>,
}

impl Pen {
    /// At the start of a run on a page of the given height.
    pub(super) fn at(run: &Run, page_height: f32) -> Self {
        Self {
            size: run.size,
            x: run.x,
            y: page_height - run.y,
            ahead: 0.0,
            glyphs: Vec::with_capacity(run.glyphs.len()),
        }
    }

    /// Moves the reader's pen to where the next glyph belongs.
    pub(super) fn place(&mut self, operators: &mut Operators) {
        self.place_beside(0.0, 0.0, operators);
        self.ahead = 0.0;
    }

    fn place_beside(&self, x: f32, y: f32, operators: &mut Operators) {
        let matrix = [1.0, 0.0, 0.0, 1.0, self.x + x, self.y + y];
        operators.write(&matrix, "Tm");
    }

    pub(super) fn show(&mut self, glyph: &Glyph, face: &EmbeddedFace, operators: &mut Operators) {
        let embedded = face.glyph(glyph.id);
        let shifted = glyph.x_offset != 0.0 || glyph.y_offset != 0.0;
        if shifted {
            self.flush(operators);
            self.place_beside(glyph.x_offset, glyph.y_offset, operators);
        }
        self.ahead += embedded.advance - glyph.advance * 1000.0 / self.size;
        self.x += glyph.advance;
        let off = !shifted && self.ahead.abs() > TOLERANCE;
        let back = if off {
            (self.ahead * 10.0).round() / 10.0
        } else {
            0.0
        };
        self.ahead -= back;
        self.glyphs.push((embedded.id, back));
        if shifted {
            self.flush(operators);
            self.place(operators);
        }
    }

    /// Writes the glyphs that were collected.
    pub(super) fn flush(&mut self, operators: &mut Operators) {
        if !self.glyphs.is_empty() {
            operators.show(&self.glyphs);
            self.glyphs.clear();
        }
    }
}
