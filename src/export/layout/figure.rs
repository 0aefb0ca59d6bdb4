//! What marks and codes are made of, once for every format that draws them.

use super::{Ink, Mark, Matrix};

/// A simple shape in black, its places in points from the top left corner of the page.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Shape {
    /// The line of a circle around its centre.
    Ring {
        /// From the left, to its centre.
        x: f32,
        /// From the top, to its centre.
        y: f32,
        /// To the middle of the line.
        radius: f32,
        /// Of the line.
        thickness: f32,
    },
    /// A filled circle.
    Disc {
        /// From the left, to its centre.
        x: f32,
        /// From the top, to its centre.
        y: f32,
        /// Half its width.
        radius: f32,
    },
    /// The line of a square.
    Square {
        /// From the left.
        x: f32,
        /// From the top.
        y: f32,
        /// From the middle of one line to that of the other.
        side: f32,
        /// Of the line.
        thickness: f32,
    },
    /// A straight line.
    Line {
        /// Its beginning: from the left and from the top.
        from: (f32, f32),
        /// Its end: from the left and from the top.
        to: (f32, f32),
        /// Of the line.
        thickness: f32,
    },
}

/// A filled rectangle: from the left, from the top, width and height.
pub type Bar = (f32, f32, f32, f32);

impl Mark {
    /// What it is made of, in the order of drawing.
    #[must_use]
    pub fn shapes(self) -> Vec<Shape> {
        let Mark {
            x,
            y,
            radius,
            round,
            selected,
        } = self;
        let thickness = if selected { 1.2 } else { 0.8 };
        if round {
            let mut shapes = vec![Shape::Ring {
                x,
                y,
                radius,
                thickness,
            }];
            shapes.extend(selected.then_some(Shape::Disc {
                x,
                y,
                radius: radius * 0.55,
            }));
            return shapes;
        }
        let side = radius * 1.8;
        let mut shapes = vec![Shape::Square {
            x: x - side / 2.0,
            y: y - side / 2.0,
            side,
            thickness,
        }];
        if selected {
            let arm = side / 2.0 - 1.6;
            let line = |from, to| Shape::Line {
                from,
                to,
                thickness: 1.5,
            };
            shapes.extend([
                line((x - arm, y - arm), (x + arm, y + arm)),
                line((x - arm, y + arm), (x + arm, y - arm)),
            ]);
        }
        shapes
    }
}

impl Matrix {
    /// Its black squares; those beside each other are one rectangle.
    #[must_use]
    pub fn bars(&self) -> Vec<Bar> {
        let mut bars = Vec::new();
        let mut y = self.y;
        for row in &self.rows {
            let mut x = self.x;
            for squares in row.chunk_by(|one, next| one == next) {
                #[expect(clippy::cast_precision_loss, reason = "a code has at most 177 squares")]
                let width = squares.len() as f32 * self.side;
                if squares.first() == Some(&true) {
                    bars.push((x, y, width, self.side));
                }
                x += width;
            }
            y += self.side;
        }
        bars
    }

    /// How wide and high it is.
    #[must_use]
    pub fn extent(&self) -> f32 {
        #[expect(clippy::cast_precision_loss, reason = "a code has at most 177 squares")]
        let squares = self.rows.len() as f32;
        squares * self.side
    }
}

impl Ink {
    /// Red, green and blue of sRGB, each from 0 to 1.
    #[must_use]
    pub fn rgb(self) -> [f32; 3] {
        match self {
            Ink::Black => [0.0, 0.0, 0.0],
            Ink::Grey => [0.33, 0.33, 0.33],
            Ink::Accent => [0.1, 0.21, 0.4],
        }
    }
}
