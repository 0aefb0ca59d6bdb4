//! What is drawn rather than written: square codes, and room to write in.

use qrcode::{Color, EcLevel, QrCode};

use super::{Composer, Place, row, rule};
use crate::export::layout::pages::Bond;
use crate::export::layout::structure::Tag;
use crate::export::layout::style;
use crate::export::layout::{Belonging, Drawing, Ink, Item, Matrix};
use crate::report::document::{Code, Style};

/// The side of one square of a code: one of 53 squares is 37 mm wide.
const SQUARE: f32 = 2.0;
/// The white around a code, which cameras need, in squares.
const QUIET: f32 = 4.0;
/// Between two lines to write on.
const RULED: f32 = 23.0;

impl Composer<'_> {
    /// A square code. One that would hold more than a code can is left out;
    /// what it says stands beside it in words.
    pub(super) fn code(&mut self, code: &Code, place: Place) {
        let Ok(squares) = QrCode::with_error_correction_level(code.content.as_bytes(), EcLevel::M)
        else {
            return;
        };
        let language = code.alternative.language;
        let node = self
            .structure
            .add(Tag::Figure, Some(place.parent), language);
        self.structure.describe(node, &code.alternative.content);
        let colours = squares.to_colors();
        let rows: Vec<Vec<bool>> = colours
            .chunks(squares.width())
            .map(|row| row.iter().map(|colour| *colour == Color::Dark).collect())
            .collect();
        #[expect(clippy::cast_precision_loss, reason = "a code has at most 177 squares")]
        let side = (rows.len() as f32 + 2.0 * QUIET) * SQUARE;
        let matrix = Matrix {
            x: place.left,
            y: QUIET * SQUARE,
            side: SQUARE,
            rows,
        };
        let mut row = row(&style::paragraph(Style::Body), 0);
        row.height = side;
        row.items.push(Item {
            belongs: Belonging::Element(node),
            drawing: Drawing::Code(matrix),
        });
        self.push(row);
    }

    pub(super) fn room(&mut self, lines: u8, place: Place) {
        for index in 0..lines {
            let mut row = row(&style::paragraph(Style::Body), 1);
            row.height = RULED;
            let width = place.right - place.left;
            row.items
                .push(rule(place.left, RULED - 1.0, width, 0.5, Ink::Grey));
            // Never less than three lines on a page.
            row.bond = match lines.saturating_sub(index) {
                0 | 1 => Bond::Loose,
                2 | 3 => Bond::Firm,
                _ if index < 2 => Bond::Firm,
                _ => Bond::Preferred,
            };
            self.push(row);
        }
    }
}
