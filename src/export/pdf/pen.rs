//! Glyphs at their places, in as few operations as that needs.

use printpdf::{Codepoint, Op, Pt, TextItem, TextMatrix};

use super::faces::EmbeddedFace;
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
    glyphs: Vec<Codepoint>,
}

impl Pen {
    /// At the start of a run on a page of the given height.
    pub(super) fn at(run: &Run, page_height: f32) -> Self {
        Self {
            size: run.size,
            x: run.x,
            y: page_height - run.y,
            ahead: 0.0,
            glyphs: Vec::new(),
        }
    }

    pub(super) fn moved(&self) -> Op {
        self.moved_by(0.0, 0.0)
    }

    fn moved_by(&self, x: f32, y: f32) -> Op {
        let matrix = TextMatrix::Translate(Pt(self.x + x), Pt(self.y + y));
        Op::SetTextMatrix { matrix }
    }

    pub(super) fn show(&mut self, glyph: &Glyph, face: &EmbeddedFace, ops: &mut Vec<Op>) {
        let embedded = face.glyph(glyph.id);
        let shifted = glyph.x_offset != 0.0 || glyph.y_offset != 0.0;
        if shifted {
            self.flush(ops);
            ops.push(self.moved_by(glyph.x_offset, glyph.y_offset));
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
        self.glyphs.push(Codepoint::with_cid(
            embedded.id,
            back,
            embedded.characters.to_owned(),
        ));
        if shifted {
            self.flush(ops);
            ops.push(self.moved());
            self.ahead = 0.0;
        }
    }

    /// Writes the glyphs that were collected.
    pub(super) fn flush(&mut self, ops: &mut Vec<Op>) {
        if !self.glyphs.is_empty() {
            let glyphs = std::mem::take(&mut self.glyphs);
            ops.push(Op::ShowText {
                items: vec![TextItem::GlyphIds(glyphs)],
            });
        }
    }
}
