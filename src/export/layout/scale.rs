//! Pages enlarged as a whole, for large print.

use super::{Drawing, Layout, Link, Matrix, Run};

impl Layout {
    /// The layout with every measure times `scale`.
    pub(super) fn enlarged(mut self, scale: f32) -> Self {
        if (scale - 1.0).abs() < f32::EPSILON {
            return self;
        }
        self.width *= scale;
        self.height *= scale;
        for item in self.pages.iter_mut().flat_map(|page| &mut page.items) {
            item.drawing.enlarge(scale);
        }
        for entry in &mut self.outline {
            entry.y *= scale;
        }
        for link in &mut self.links {
            let Link {
                x,
                y,
                width,
                height,
                ..
            } = link;
            for measure in [x, y, width, height, &mut link.target.y] {
                *measure *= scale;
            }
        }
        self
    }
}

impl Drawing {
    fn enlarge(&mut self, scale: f32) {
        let measures: &mut [&mut f32] = match self {
            Drawing::Text(run) => return run.enlarge(scale),
            Drawing::Rectangle {
                x,
                y,
                width,
                height,
                ..
            } => &mut [x, y, width, height],
            Drawing::Frame {
                x,
                y,
                width,
                height,
                thickness,
                ..
            } => &mut [x, y, width, height, thickness],
            Drawing::Mark(mark) => &mut [&mut mark.x, &mut mark.y, &mut mark.radius],
            Drawing::Code(Matrix { x, y, side, .. }) => &mut [x, y, side],
        };
        for measure in measures {
            **measure *= scale;
        }
    }
}

impl Run {
    fn enlarge(&mut self, scale: f32) {
        for measure in [&mut self.x, &mut self.y, &mut self.size] {
            *measure *= scale;
        }
        for glyph in &mut self.glyphs {
            for measure in [&mut glyph.advance, &mut glyph.x_offset, &mut glyph.y_offset] {
                *measure *= scale;
            }
        }
    }
}
